"""Files of an arriving transfer that are made of what is here: nothing that comes touches them."""

from byhand.domain.transfer import EntryState
from byhand.engine.arrival import Arrival
from byhand.storage.disk import Buffer
from byhand.storage.source import FileStamp


class HeldFiles:
    """What was made is kept if it is still wanted; everything raises StorageError."""

    def __init__(self, arrival: Arrival) -> None:
        self._pieces = arrival.pieces
        self._content = arrival.content
        self._staging = arrival.staging
        self._recorder = arrival.recorder

    def hold_back(self, entry: int) -> bool:
        """Take nothing of a file that comes; False if something has come, or it is not wanted."""
        with self._pieces.gate:
            is_free = not self._pieces.is_closed and self._content.is_untouched(entry)
            if is_free:
                self._pieces.held.add(entry)
            return is_free

    def let_in(self, entry: int) -> None:
        """Take what comes of a file again."""
        with self._pieces.gate:
            self._pieces.held.discard(entry)

    def keep_content(self, entry: int, root: bytes, content: Buffer) -> bool:
        """Keep a small file of which this is the content; False if it is not wanted any more."""
        with self._pieces.gate:
            if not self._is_wanted(entry):
                return False
            self._staging.store_member(entry, content)
            self._recorder.wrote(len(content))
            self._content.note_copied(entry, root, EntryState.SKIPPED)
            return True

    def keep_part(self, entry: int, root: bytes) -> bool:
        """Keep a file that lies in its part file; False if it is not wanted any more."""
        with self._pieces.gate:
            if not self._is_wanted(entry):
                return False
            self._staging.finish_part(entry)
            self._content.note_copied(entry, root, EntryState.SKIPPED)
            return True

    def keep_base(self, entry: int, hashes: bytes) -> bool:
        """Keep old bytes in a part file, so that only what differs has to come; as above."""
        with self._pieces.gate:
            if not self._is_wanted(entry):
                return False
            self._content.old.keep(entry, hashes)
            return True

    def keep_in_place(self, entry: int, root: bytes, stamp: FileStamp) -> bool:
        """Keep a file that lies already where it is to be saved, with this stamp; as above."""
        with self._pieces.gate:
            if not self._is_wanted(entry):
                return False
            self._staging.committing.in_place.leave(entry, stamp)
            self._content.note_copied(entry, root, EntryState.SKIPPED)
            return True

    def _is_wanted(self, entry: int) -> bool:
        return not self._pieces.is_closed and self._content.states.is_wanted(entry)
