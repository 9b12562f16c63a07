"""Reads what has come of a transfer while it still lies in its staging folder, or in place."""

from collections.abc import Iterable, Sequence

from byhand.domain.manifest import Entry
from byhand.errors import SourceChangedError, SourceMissingError
from byhand.storage.committing import Committing
from byhand.storage.final_places import Part
from byhand.storage.os_errors import translated
from byhand.storage.part_file import PartFolder
from byhand.storage.source import SourceFile
from byhand.storage.staged_tree import StagedTree


class StagedReading:
    """Beside lanes that write; never while final names are given. Nothing stays open."""

    def __init__(
        self,
        path: str,
        entries: Sequence[Entry],
        parts: PartFolder,
        tree: StagedTree,
        committing: Committing,
    ) -> None:
        """`path` is what errors name."""
        self._path = path
        self._entries = entries
        self._parts = parts
        self._tree = tree
        self._committing = committing

    def fill(self, parts: Iterable[Part], view: memoryview) -> bool:
        """Fill a view with parts of files, one behind the other; raise StorageError.

        False if one of them is not there.
        """
        for part in parts:
            content, view = view[: part.length], view[part.length :]
            if not self._read(part, content):
                return False
        return True

    def _read(self, part: Part, view: memoryview) -> bool:
        with translated(self._path):
            if self._tree.has(part.entry):
                content = self._tree.read(part.entry)
                if len(content) != self._entries[part.entry].size:
                    return False
                view[:] = content[part.offset : part.offset + part.length]
                return True
        opened = self._parts.open_known(part.entry, self._entries[part.entry])
        if opened is None:
            return self._read_in_place(part, view)
        try:
            opened.read_into(part.offset, view)
        finally:
            opened.close()
        return True

    def _read_in_place(self, part: Part, view: memoryview) -> bool:
        """Read a file that lies already where it is to be saved, if it is as it was left."""
        file = self._committing.existing.file(part.entry)
        if file is None or not self._committing.in_place.is_same(part.entry, file.stamp):
            return False
        try:
            source = SourceFile.open(file.path, file.stamp)
        except (SourceChangedError, SourceMissingError):
            return False
        try:
            source.read_into(part.offset, view)
        except (SourceChangedError, SourceMissingError):
            return False
        finally:
            source.close()
        return True
