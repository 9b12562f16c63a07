"""The disk of the system we run on; the one place where it is chosen."""

import sys

from byhand.storage.disk_calls import FOLDER_FLAGS, Buffer, Disk, Room

if sys.platform == "linux":
    from byhand.storage.linux_disk import LINUX_DISK as SYSTEM_DISK
elif sys.platform == "darwin":
    from byhand.storage.macos_disk import MACOS_DISK as SYSTEM_DISK
else:
    from byhand.storage.windows_kernel import WINDOWS_DISK as SYSTEM_DISK

__all__ = ["FOLDER_FLAGS", "SYSTEM_DISK", "Buffer", "Disk", "Room"]
