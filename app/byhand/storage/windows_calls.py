"""Which calls of Windows receiving needs, and what its error numbers mean."""

import errno
import os
from typing import Protocol

from byhand.storage.disk_calls import Buffer

GENERIC_READ = 0x80000000
GENERIC_WRITE = 0x40000000
READ_ATTRIBUTES = 0x80
WRITE_ATTRIBUTES = 0x100
SHARE_READ_WRITE = 0x3
SHARE_ALL = 0x7
CREATE_NEW, CREATE_ALWAYS, OPEN_EXISTING, OPEN_ALWAYS = 1, 2, 3, 4
OPEN_ITSELF = 0x00200000
"""FILE_FLAG_OPEN_REPARSE_POINT: a link is opened, never what it leads to."""
OPEN_ANY_KIND = 0x02000000
"""FILE_FLAG_BACKUP_SEMANTICS: folders too."""
ATTRIBUTE_FOLDER = 0x10
ATTRIBUTE_REPARSE_POINT = 0x400

_NUMBERS = {
    1: errno.ENOTSUP,  # ERROR_INVALID_FUNCTION
    2: errno.ENOENT,
    3: errno.ENOENT,
    5: errno.EACCES,
    19: errno.EROFS,
    32: errno.EBUSY,  # ERROR_SHARING_VIOLATION
    33: errno.EBUSY,
    39: errno.ENOSPC,
    50: errno.ENOTSUP,
    80: errno.EEXIST,
    87: errno.EINVAL,
    112: errno.ENOSPC,
    123: errno.EINVAL,  # ERROR_INVALID_NAME, of a stream where there are none
    145: errno.ENOTEMPTY,
    183: errno.EEXIST,
    206: errno.ENAMETOOLONG,
    267: errno.ENOTDIR,
    1295: errno.EDQUOT,
}


def windows_error(number: int, path: str = "") -> OSError:
    """Return the OSError for what GetLastError said."""
    meaning = _NUMBERS.get(number, errno.EIO)
    if meaning == errno.EBUSY:
        text = "another program has it open"
    elif number in _NUMBERS:
        text = os.strerror(meaning)
    else:
        text = f"Windows error {number}"
    return OSError(meaning, text, path)


class WindowsCalls(Protocol):
    """Win32 by absolute paths in the form `\\\\?\\`, and by handles; all raise `windows_error`."""

    def create_file(
        self, path: str, access: int, sharing: int, disposition: int, flags: int
    ) -> int:
        """CreateFileW: return a handle."""

    def close_handle(self, handle: int) -> None:
        """CloseHandle."""

    def descriptor(self, handle: int, flags: int) -> int:
        """Return a descriptor of the C library that owns the handle now."""

    def handle(self, fd: int) -> int:
        """Return the handle of a descriptor, which stays its owner."""

    def final_path(self, handle: int) -> str:
        """GetFinalPathNameByHandleW: return where it is, in the form `\\\\?\\`."""

    def attributes(self, handle: int) -> int:
        """GetFileInformationByHandle: return the attributes of a file."""

    def file_system(self, handle: int) -> str:
        """GetVolumeInformationByHandleW: return the name of its file system."""

    def move(self, source: str, target: str) -> None:
        """MoveFileExW that replaces nothing."""

    def make_folder(self, path: str) -> None:
        """CreateDirectoryW."""

    def remove_folder(self, path: str) -> None:
        """RemoveDirectoryW."""

    def remove_file(self, path: str) -> None:
        """DeleteFileW."""

    def remove_tree(self, path: str) -> None:
        """Remove a folder with all it holds; of links only themselves."""

    def names(self, path: str) -> list[str]:
        """FindFirstFileW: return what a folder holds, without `.` and `..`."""

    def read(self, handle: int, view: memoryview, offset: int) -> int:
        """ReadFile at an offset; 0 at the end."""

    def write(self, handle: int, content: Buffer, offset: int) -> int:
        """WriteFile at an offset."""

    def flush(self, handle: int) -> None:
        """FlushFileBuffers; the handle must allow writing."""

    def make_sparse(self, handle: int) -> None:
        """FSCTL_SET_SPARSE: what is never written takes no room and no time."""

    def reserve(self, handle: int, size: int) -> None:
        """FileAllocationInfo: reserve room."""

    def set_end(self, handle: int, size: int) -> None:
        """FileEndOfFileInfo: make a file that long."""

    def set_times(self, handle: int, accessed: int, modified: int) -> None:
        """SetFileTime; in 100 ns since 1601."""

    def room(self, path: str) -> tuple[int, int]:
        """GetDiskFreeSpaceExW: return how many bytes there are, and are free to us."""
