"""The second half of an incoming transfer: what was accepted arrives, is checked and saved."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.plan import IncomingPlan
from byhand.domain.ranges import decode_ranges
from byhand.domain.transfer import EntryState, FileProblem
from byhand.errors import RemoteProtocolError
from byhand.protocol.codec import batches, wants
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.fields import FAILED_GENERATION
from byhand.protocol.messages import (
    FileRow,
    Files,
    FileState,
    Finished,
    Need,
    Roots,
    Sent,
    Source,
    Status,
    Want,
)
from byhand.protocol.receipt import Delivery, files_digest, sign_receipt
from byhand.protocol.resume_messages import Pieces
from byhand.service.disk_jobs import Prepared
from byhand.service.friend_session import FriendSession
from byhand.service.row import Row
from byhand.service.surroundings import Surroundings

ROUNDS = 5
_TOLD_STATES = {EntryState.FAILED: FileState.FAILED, EntryState.CANCELLED: FileState.CANCELLED}


class Receiving:
    """Says what is still missing until nothing is, session after session; then what was saved."""

    def __init__(self, row: Row[IncomingPlan], prepared: Prepared, around: Surroundings) -> None:
        self.failed: dict[int, Code] = {}
        self._cancelled: set[int] = set()
        self._row = row
        self._around = around
        self._entries = prepared.arrival.accepted.entries
        self._content = prepared.arrival.content
        self._states = prepared.arrival.content.states
        self._pieces = prepared.arrival.pieces
        self._pieces.bucket = around.flow_of(row.now).down
        self._session: FriendSession | None = None
        self._number = self._epoch = self._rounds = 0
        self._is_held = True
        self._is_wished = False
        self._has_leftovers = False
        self._sent: Sent | None = None
        for entry, state, code in prepared.given_up:
            self._note_given_up(entry, state, code)
        row.start_moving(self._moved)

    def entry_state(self, entry: int) -> tuple[EntryState, Code]:
        """Return where one entry stands, and why; from any thread."""
        return self._states.state(entry), self._states.code(entry)

    # Sessions

    def attach(self, session: FriendSession, number: int) -> None:
        """Receive in a session, in which data frames name the transfer by a number."""
        self.detach()
        self._session, self._number = session, number
        self._epoch = self._rounds = 0
        self._pieces.new_session()
        session.lanes.receivers.admit(number, self._pieces)
        self._say_given_up([*self.failed, *self._cancelled])

    def detach(self) -> None:
        """Take nothing more of the session."""
        if self._session is not None:
            self._session.lanes.receivers.drop(self._number)
        self._session, self._sent, self._is_wished = None, None, False

    def hold(self, *, is_held: bool) -> None:
        """Wish for nothing while it is held; for all that is missing once it is no more."""
        self._is_held = is_held
        if is_held:
            self._is_wished = False
        elif self._session is not None and not self._is_wished:
            self._wish_for_missing()

    def unblock(self) -> None:
        """Write again: the disk has room."""
        self._pieces.unblock()

    # What the other side says

    def source_failed(self, message: Source) -> None:
        """Expect nothing more of files that cannot be sent; begin again with what changed."""
        for row in message.rows:
            if row.entry >= len(self._entries):
                raise RemoteProtocolError("a source that was not offered")
            if row.code is Code.SOURCE_CHANGED and row.generation != FAILED_GENERATION:
                self._begin_again(row.entry, row.generation)
            else:
                self._give_up(row.entry, EntryState.FAILED, row.code)
        has_changed = any(row.generation != FAILED_GENERATION for row in message.rows)
        if has_changed and not self._is_held and self._session is not None:
            self._wish_for_missing()

    def proven(self, message: Roots) -> None:
        """Note which roots the sender vouches for; they are compared at the end."""
        for row in message.rows:
            self._content.vouch(row.entry, row.pack, row.root)

    def served(self, message: Sent) -> None:
        """Note that the sender has served our wish; an earlier wish's SENT says nothing."""
        if message.epoch == self._epoch:
            self._sent = message
            self._pieces.is_watched = True

    def is_over(self) -> bool:
        """Say whether everything is here that will come; ask again for what SENT left missing."""
        self._pieces.has_news = False
        is_complete = self._pieces.is_complete()
        if is_complete and not self._states.unproven:
            return True
        if self._sent is None or not self._is_delivered(self._sent):
            return False
        if is_complete:
            raise RemoteProtocolError("SENT before the roots of what was sent")
        if self._rounds < ROUNDS:
            self._rounds += 1
            self._wish_for_missing()
            return False
        for entry in list(self._states.wanted()):
            self._give_up(entry, EntryState.FAILED, Code.HASH_MISMATCH)
        return True

    # What we say

    def say_status(self, blocked: Code) -> None:
        """Tell the sender what is written and why we wait, and which files are whole."""
        if self._has_leftovers:
            self._has_leftovers = False
            self._around.spawn(self._around.disk.run(self._pieces.remove_given_up))
        if self._session is None:
            return
        status = Status(
            transfer_id=self._row.id,
            written=self._content.present_bytes,
            files=self._whole_files(),
            blocked=blocked,
        )
        self._session.post(status)
        self._say_files()

    def cancel_entries(self, ranges: Sequence[int]) -> None:
        """Take entries no more; RemoteProtocolError for what was not offered."""
        fresh = decode_ranges(ranges, len(self._entries))
        cancelled = decode_ranges(self._row.plan.cancelled, len(self._entries))
        for start, end in fresh:
            cancelled.add(start, end)
        self._row.replan(replace(self._row.plan, cancelled=tuple(cancelled.encode())))
        for start, end in fresh:
            for entry in range(start, end):
                self._give_up(entry, EntryState.CANCELLED, Code.CANCELLED)
        if not self._is_held and self._session is not None:
            self._wish_for_missing()

    def give_up_wrong(self) -> None:
        """Give up what is not what the sender itself vouched for."""
        for entry in self._states.wrong():
            self._give_up(entry, EntryState.FAILED, Code.HASH_MISMATCH)

    async def finished(
        self, identity: LocalIdentity, own_id: FriendId, paths: tuple[str, ...]
    ) -> Finished:
        """Return what we say of what was saved, with our signature under it."""
        done = self._whole_files()
        self._row.update(saved_paths=paths, done_files=done)
        now = self._row.now
        files = await self._around.disk.run(files_digest, self.roots())
        delivery = Delivery(now.id, now.friend_id, own_id, self._row.plan.digest, files)
        return Finished(
            transfer_id=now.id,
            ok=done,
            bad=len(self.failed),
            receipt=sign_receipt(identity, delivery, int(time.time())),
        )

    def roots(self) -> Iterable[tuple[int, bytes]]:
        """Return the roots of the files that are whole, by entry, ascending."""
        return self._states.roots().items()

    def say_finished(self, finished: Finished) -> None:
        """Tell the sender, if they are here, that all is saved."""
        if self._session is not None:
            self._say_files()
            self._session.post(finished)

    # Wishes

    def _wish_for_missing(self) -> None:
        """Send NEED: all that is missing."""
        assert self._session is not None
        self._epoch += 1
        self._sent = None
        self._is_wished = True
        self._pieces.is_watched = False
        self._pieces.new_epoch()
        self._around.spawn(self._wish(self._session, self._epoch))

    async def _wish(self, session: FriendSession, epoch: int) -> None:
        """Find out on a worker's thread what is missing: of a million files that takes a second."""
        parts = await self._around.disk.run(self._missing)
        for number, part in enumerate(parts, 1):
            if session is not self._session or epoch != self._epoch:
                return  # what is wished for is another by now
            is_last = number == len(parts)
            session.post(Need(transfer_id=self._row.id, epoch=epoch, wants=part, more=not is_last))

    def _missing(self) -> list[list[Want]]:
        missing = self._content.wish()
        rows = (row for entry, parts in missing for row in wants(entry, parts.encode()))
        return list(batches(rows)) or [[]]

    def _begin_again(self, entry: int, generation: int) -> None:
        """Ask afresh for a source that has changed; name what we have of the old one."""
        old = self._content.source_changed(entry, generation)
        if self._session is None:
            return
        for first, hashes in old:
            self._session.post(
                Pieces(
                    transfer_id=self._row.id,
                    entry=entry,
                    first=first,
                    generation=generation,
                    hashes=hashes,
                )
            )

    def _is_delivered(self, sent: Sent) -> bool:
        """Say whether each lane that SENT names has delivered its frames, or is closed."""
        session = self._session
        return session is not None and all(
            session.lanes.has_delivered(*lane) for lane in sent.lanes
        )

    def _give_up(self, entry: int, state: EntryState, code: Code) -> None:
        if self._content.give_up(entry, state, code):
            self._note_given_up(entry, state, code)
            self._say_given_up([entry])
            self._has_leftovers = True

    def _note_given_up(self, entry: int, state: EntryState, code: Code) -> None:
        if state is EntryState.CANCELLED:
            self._cancelled.add(entry)
            return
        self.failed[entry] = code
        self._around.spawn(self._name_problem(entry, code))

    async def _name_problem(self, entry: int, code: Code) -> None:
        components = (await self._around.disk.run(self._entries.__getitem__, entry)).components
        self._row.add_problems([FileProblem("/".join(components), code)])

    def _say_given_up(self, entries: Iterable[int]) -> None:
        if self._session is None:
            return
        rows = [
            FileRow(entry, _TOLD_STATES[self._states.state(entry)], self._states.code(entry))
            for entry in entries
        ]
        for part in batches(rows):
            self._session.post(Files(transfer_id=self._row.id, rows=part))

    def _say_files(self) -> None:
        if self._session is None:
            return
        finished = (
            FileRow(entry, FileState.FINISHED, Code.OK) for entry in self._content.take_done()
        )
        for rows in batches(finished):
            self._session.post(Files(transfer_id=self._row.id, rows=rows))

    def _whole_files(self) -> int:
        return len(self._states.roots())

    def _moved(self) -> tuple[int, int]:
        return self._content.present_bytes, self._whole_files()
