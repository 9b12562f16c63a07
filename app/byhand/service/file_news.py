"""What becomes of files at the receiver, told to the sender."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence

from byhand.domain.bottleneck import Activity
from byhand.domain.codes import Code
from byhand.domain.transfer import EntryState, TransferId
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.entry_states import TOLD
from byhand.engine.old_bytes import Runs
from byhand.protocol.codec import batches, cut_ranges
from byhand.protocol.messages import Cancel, FileRow, Files, FileState, Status
from byhand.protocol.resume_messages import Pieces
from byhand.service.friend_session import FriendSession
from byhand.service.ourselves import DELTA

DONE_AT_ONCE = 4096
"""So many files that are done are told at a time: of a million the loop would wait for a second."""


class FileNews:
    """Says it in one session, and nothing while there is none."""

    def __init__(self, transfer_id: TransferId, content: ArrivingContent) -> None:
        self.session: FriendSession | None = None
        self._transfer_id = transfer_id
        self._content = content
        self._states = content.states

    def say_status(self, blocked: Code, held_up_by: Activity) -> None:
        """Tell what is written, why we wait, what holds us up, and which files are whole."""
        if self.session is not None:
            status = Status(
                transfer_id=self._transfer_id,
                written=self._content.present_bytes,
                files=len(self._states.roots()),
                blocked=blocked,
                held_up_by=held_up_by,
            )
            self.session.post(status)
            self.say_done()

    def say_done(self) -> bool:
        """Tell which files are done, or were here, since this was told last: the next of them.

        Return whether that may have been all.
        """
        if self.session is None:
            return True
        done = self._states.take_done(DONE_AT_ONCE)
        # What was thought to be whole may have to come after all, or have failed.
        self._say(self._done(entry) for entry in done if self._states.state(entry) in TOLD)
        return len(done) < DONE_AT_ONCE

    async def say_all_done(self) -> None:
        """Tell of all of them that are left; others have their turns in between."""
        is_all = self.say_done()
        while not is_all:
            await asyncio.sleep(0)
            is_all = self.say_done()

    def say_given_up(self, entries: Iterable[int], codes: Mapping[int, Code]) -> None:
        """Tell which files failed or were cancelled."""
        self._say(
            FileRow(
                entry,
                FileState.CANCELLED if codes[entry] is Code.CANCELLED else FileState.FAILED,
                codes[entry],
            )
            for entry in entries
        )

    def say_cancelled(self, ranges: Sequence[int]) -> None:
        """Tell which entries our user does not want any more."""
        if self.session is not None:
            for part in cut_ranges(list(ranges)):
                self.session.post(Cancel(transfer_id=self._transfer_id, entries=part))

    def name_old(self, entry: int, generation: int, old: Runs) -> None:
        """Name the hashes of old bytes of an entry, to be compared with a generation."""
        if self.session is None or DELTA not in self.session.capabilities:
            return
        for first, hashes in old:
            pieces = Pieces(
                transfer_id=self._transfer_id,
                entry=entry,
                first=first,
                generation=generation,
                hashes=hashes,
            )
            self.session.post(pieces)

    def _say(self, rows: Iterable[FileRow]) -> None:
        if self.session is not None:
            for part in batches(rows):
                self.session.post(Files(transfer_id=self._transfer_id, rows=part))

    def _done(self, entry: int) -> FileRow:
        is_skipped = self._states.state(entry) is EntryState.SKIPPED
        return FileRow(entry, FileState.SKIPPED if is_skipped else FileState.FINISHED, Code.OK)
