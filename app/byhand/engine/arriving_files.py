"""The files of one incoming transfer of which pieces arrive right now."""

from collections.abc import Container
from contextlib import ExitStack
from pathlib import Path

from byhand.domain.columns import Columns
from byhand.domain.pieces import MIB, piece_count
from byhand.domain.ranges import RangeSet
from byhand.errors import DiskFullError, RemoteProtocolError
from byhand.protocol.data_frame import HASH_BYTES
from byhand.storage.staging import PartFile, Staging

OPEN_LIMIT = 64
CHECK_BYTES = 64 * MIB


class ArrivingFile:
    """A file of which pieces arrive: where it is written, what is there, with which hashes."""

    def __init__(self, size: int, part: PartFile) -> None:
        self.part = part
        self.missing = RangeSet([(0, piece_count(size))])
        self.hashes = bytearray(piece_count(size) * HASH_BYTES)


class ArrivingFiles:
    """Opens files as their first piece comes; for one thread at a time, but for `missing`."""

    def __init__(self, columns: Columns, staging: Staging) -> None:
        self._columns = columns
        self._staging = staging
        self._open: dict[int, ArrivingFile] = {}
        self._unchecked_bytes = 0

    def begun(self, entry: int, given_up: Container[int]) -> ArrivingFile:
        """Return the open file of an entry, opened now unless it is.

        What was given up is closed first. Raises StorageError, RemoteProtocolError if too many
        files are begun.
        """
        arriving = self._open.get(entry)
        if arriving is None:
            self._make_room(given_up)
            part = self._staging.open_part(entry)
            arriving = self._open[entry] = ArrivingFile(self._columns.size(entry), part)
        return arriving

    def missing(self, entry: int) -> RangeSet:
        """Return the pieces of a file that is not whole that are not there."""
        arriving = self._open.get(entry)
        if arriving is not None:
            return arriving.missing
        return RangeSet([(0, piece_count(self._columns.size(entry)))])

    def check_room(self, length: int) -> None:
        """Look every 64 MiB whether the disk keeps its reserve; raise DiskFullError."""
        self._unchecked_bytes += length
        if self._unchecked_bytes > CHECK_BYTES:
            self._unchecked_bytes = 0
            missing = self._staging.missing_bytes(0)
            if missing:
                raise DiskFullError(Path(self._staging.base), missing)

    def finish(self, entry: int) -> None:
        """Close a file that is whole; raise StorageError."""
        self._open.pop(entry).part.close()

    def close(self) -> None:
        """Close every file, each of them even if one fails; raise StorageError."""
        arriving, self._open = list(self._open.values()), {}
        with ExitStack() as closing:
            for each in arriving:
                closing.callback(each.part.close)

    def _make_room(self, given_up: Container[int]) -> None:
        for entry in [entry for entry in self._open if entry in given_up]:
            self.finish(entry)
        if len(self._open) >= OPEN_LIMIT:
            raise RemoteProtocolError("too many files at once")
