"""Reads back what is here of a transfer for others of its group, wherever it lies by now."""

import threading
from collections.abc import Iterator
from enum import Enum, auto

from blake3 import blake3

from byhand.domain.columns import Columns
from byhand.domain.pieces import PACK_INDEX, Packs, piece_length, piece_size
from byhand.errors import StorageError
from byhand.storage.final_places import FinalPlaces, Part
from byhand.storage.staged_reading import StagedReading


class Served(Enum):
    """What came of reading: the bytes; not those, now or ever; or not while all is being saved."""

    READY = auto()
    GONE = auto()
    LATER = auto()


class ServedPieces:
    """From the staging folder, then from where all was saved; any thread may read.

    Nothing stays open between two reads: what has its final name is the user's again.
    """

    def __init__(self, columns: Columns, packs: Packs, staged: StagedReading) -> None:
        self._columns = columns
        self._packs = packs
        self._staged = staged
        self._places: StagedReading | FinalPlaces | None = staged
        self._readers = 0
        self._changed = threading.Condition()

    def read(self, entry: int, piece: int, known: bytes, view: memoryview) -> Served:
        """Fill a view, of its length, with a piece, or a pack if the entry is PACK_INDEX.

        Only what has the `known` hash is READY.
        """
        with self._changed:
            places = self._places
            if places is None:
                return Served.LATER
            self._readers += 1
        try:
            is_read = places.fill(self._parts(entry, piece), view)
        except StorageError:
            is_read = False
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()
        return Served.READY if is_read and blake3(view).digest() == known else Served.GONE

    def let_go(self) -> None:
        """Serve nothing of the staging folder any more; waits for reads of it that are under way.

        What has been saved is served on: those who read that may never pause.
        """
        with self._changed:
            if isinstance(self._places, FinalPlaces):
                return
            self._places = None
            self._changed.wait_for(lambda: not self._readers)

    def close(self) -> None:
        """Serve nothing any more."""
        with self._changed:
            self._places = None

    def serve_from(self, places: FinalPlaces) -> None:
        """Serve what was saved from its final places."""
        with self._changed:
            self._places = places

    def _parts(self, entry: int, piece: int) -> Iterator[Part]:
        if entry == PACK_INDEX:
            for member in self._packs.members(piece):
                yield Part(member, 0, self._columns.size(member))
            return
        size = self._columns.size(entry)
        yield Part(entry, piece * piece_size(size), piece_length(size, piece))
