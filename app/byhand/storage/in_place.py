"""Files that lie already where they are to be saved, and what they looked like when compared."""

from array import array

from byhand.storage.existing_files import ExistingFiles
from byhand.storage.source import FileStamp

_WORD = 2**64 - 1


class InPlace:
    """Entries by index: eight bytes each, of which every change of a file is seen."""

    def __init__(self, count: int) -> None:
        self._marks = array("Q", bytes(8 * count))

    def __contains__(self, index: object) -> bool:
        return isinstance(index, int) and self._marks[index] != 0

    def leave(self, index: int, stamp: FileStamp) -> None:
        """Leave a file where it is; it was compared while it had this stamp."""
        self._marks[index] = _mark_of(stamp)

    def is_same(self, index: int, stamp: FileStamp) -> bool:
        """Say whether a file that was left has this stamp."""
        return self._marks[index] == _mark_of(stamp)

    def take_changed(self, existing: ExistingFiles) -> list[int]:
        """Return the files that are not there any more as they were left, and forget them.

        Linear in entries.
        """
        changed = []
        for index, mark in enumerate(self._marks):
            file = existing.file(index) if mark else None
            if mark and (file is None or not self.is_same(index, file.stamp)):
                self._marks[index] = 0
                changed.append(index)
        return changed


def _mark_of(stamp: FileStamp) -> int:
    return (hash(stamp) & _WORD) or 1
