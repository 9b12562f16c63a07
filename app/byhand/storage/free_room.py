"""How much room there is for files in a folder."""

from pathlib import Path

from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.os_errors import storage_error


def free_room(folder: str, disk: Disk = SYSTEM_DISK) -> int | None:
    """Return how many bytes are free where a folder is, or will be made.

    None if its disk does not tell. Raises StorageError.
    """
    place = Path(folder)
    while True:
        try:
            found = disk.room(str(place))
        except (FileNotFoundError, NotADirectoryError) as exc:
            if place == place.parent:
                raise storage_error(exc, folder) from exc
            place = place.parent
        except OSError as exc:
            raise storage_error(exc, folder) from exc
        else:
            return found.free if found.total else None
