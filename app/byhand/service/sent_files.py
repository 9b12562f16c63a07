"""Where each file of an outgoing transfer stands: what went out, and what the receiver says."""

from collections.abc import Iterable

from byhand.domain.codes import Code
from byhand.domain.columns import Columns
from byhand.domain.transfer import EntryState, Standing
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import FileRow, FileState
from byhand.service.given_up import GivenUp

_READ = bytes(EntryState.COMPLETE if mark else EntryState.WAITING for mark in range(256))
_TOLD = {FileState.FINISHED: EntryState.DONE, FileState.SKIPPED: EntryState.SKIPPED}


class SentFiles:
    """A byte a file for what the receiver has said. Made before anything is sent."""

    def __init__(self, pieces: SourcePieces, columns: Columns, given_up: GivenUp) -> None:
        self._pieces = pieces
        self._columns = columns
        self._given_up = given_up
        # What was read before the program stopped was read to be sent.
        self._states = bytearray(pieces.hashes.settled().translate(_READ))

    def take(self, rows: Iterable[FileRow]) -> None:
        """Take note of what became of files at the receiver.

        Raises RemoteProtocolError for one that was not offered.
        """
        for row in rows:
            if row.entry >= len(self._columns) or self._columns.is_folder(row.entry):
                raise RemoteProtocolError("a file that was not offered")
            if row.state is FileState.CANCELLED:
                self._given_up.add(row.entry, Code.CANCELLED)
            elif row.state is FileState.FAILED:
                self._given_up.add(row.entry, row.code or Code.INTERNAL)
            else:
                self._states[row.entry] = _TOLD[row.state]

    def standing(self, entry: int) -> Standing:
        """Return where one entry stands, as far as we know; from any thread."""
        code = self._given_up.codes.get(entry)
        if code is not None:
            is_cancelled = code is Code.CANCELLED
            return Standing(EntryState.CANCELLED if is_cancelled else EntryState.FAILED, code)
        if entry in self._pieces.left_out:
            return Standing(EntryState.NOT_CHOSEN)
        state, size = EntryState(self._states[entry]), self._columns.size(entry)
        if state is EntryState.COMPLETE and not size:
            return Standing(EntryState.WAITING)  # there was nothing to be read of it
        sent = self._pieces.sent_of(entry) if state is EntryState.WAITING else 0
        if not sent:
            return Standing(state)
        is_all = sent >= size
        return Standing(EntryState.COMPLETE if is_all else EntryState.PARTIAL, Code.OK, sent)
