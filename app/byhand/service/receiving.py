"""The second half of an incoming transfer: what was accepted arrives, is checked and saved."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from byhand.domain.codes import Code
from byhand.domain.manifest import Entry
from byhand.domain.plan import IncomingPlan
from byhand.domain.ranges import decode_ranges
from byhand.domain.transfer import EntryState, FileProblem
from byhand.engine.held_back import Released
from byhand.errors import RemoteProtocolError
from byhand.protocol.codec import batches
from byhand.protocol.fields import FAILED_GENERATION
from byhand.protocol.messages import (
    FileRow,
    Files,
    FileState,
    Finished,
    Roots,
    Sent,
    Source,
    Status,
)
from byhand.protocol.resume_messages import HashAnswer, Pieces
from byhand.service.disk_jobs import Prepared
from byhand.service.friend_session import FriendSession
from byhand.service.row import Row
from byhand.service.skipping import Skipping
from byhand.service.surroundings import Surroundings
from byhand.service.wishing import Wishing

ROOT_BYTES = 32
_TOLD_STATES = {EntryState.FAILED: FileState.FAILED, EntryState.CANCELLED: FileState.CANCELLED}


class Receiving:
    """Says what is still missing until nothing is, session after session; then what was saved."""

    def __init__(
        self,
        row: Row[IncomingPlan],
        prepared: Prepared,
        around: Surroundings,
        put: Callable[[object], None],
    ) -> None:
        """`put` hears what comes of looking for what is here already."""
        self.failed: dict[int, Code] = {}
        self._cancelled: set[int] = set()
        self._row = row
        self._around = around
        self._entries = prepared.arrival.accepted.entries
        self._content = prepared.arrival.content
        self._states = prepared.arrival.content.states
        self._pieces = prepared.arrival.pieces
        self._pieces.bucket = around.flow_of(row.now).down
        self._wishing = Wishing(row.id, self._content, self._pieces)
        self._skipping = Skipping(row.now, prepared.arrival, prepared.held, around, put)
        self._session: FriendSession | None = None
        self._number = 0
        self._is_held = True
        if prepared.given_up:
            row.update(failed_files=0, problems=())
        for (state, code), entries in _by_reason(prepared.given_up).items():
            self._note_given_up(entries, state, code)
        row.start_moving(self._moved)

    def entry_state(self, entry: int) -> tuple[EntryState, Code]:
        """Return where one entry stands, and why; from any thread."""
        return self._states.state(entry), self._states.code(entry)

    # Sessions

    def attach(self, session: FriendSession, number: int) -> None:
        """Receive in a session, in which data frames name the transfer by a number."""
        self.detach()
        self._session, self._number = session, number
        self._wishing.begin(session)
        self._pieces.new_session()
        session.lanes.receivers.admit(number, self._pieces)
        self._say_given_up([*self.failed, *self._cancelled])

    def detach(self) -> None:
        """Take nothing more of the session."""
        if self._session is not None:
            self._session.lanes.receivers.drop(self._number)
        self._session = None
        self._wishing.end()

    def hold(self, *, is_held: bool) -> None:
        """Wish for nothing while it is held; for all that is missing once it is no more."""
        self._is_held = is_held
        self._skipping.hold(is_held=is_held)
        if is_held:
            self._wishing.put_off()
        elif self._session is not None and not self._wishing.is_open:
            self._wish_for_missing()
            self._skipping.ask(self._session)

    def unblock(self) -> None:
        """Write again: the disk has room."""
        self._pieces.unblock()

    # What the other side says

    def source_failed(self, message: Source) -> None:
        """Expect nothing more of files that cannot be sent; begin again with what changed."""
        lost: list[tuple[int, EntryState, Code]] = []
        is_any_changed = False
        for row in message.rows:
            if row.entry >= len(self._entries):
                raise RemoteProtocolError("a source that was not offered")
            if row.code is Code.SOURCE_CHANGED and row.generation != FAILED_GENERATION:
                self._begin_again(row.entry, row.generation)
                is_any_changed = True
            else:
                lost.append((row.entry, EntryState.FAILED, row.code))
        for (state, code), entries in _by_reason(lost).items():
            self._give_up(entries, state, code)
        if is_any_changed:
            self._wish_for_missing()

    def proven(self, message: Roots) -> None:
        """Note which roots the sender vouches for; they are compared at the end."""
        for row in message.rows:
            self._content.vouch(row.entry, row.pack, row.root)
        self._skipping.told((row.entry, row.root) for row in message.rows if row.pack < 0)

    def answered(self, message: HashAnswer) -> None:
        """Note the roots that we asked for: the sender vouches for them as well."""
        for entry, root in message.rows:
            if entry >= len(self._entries) or len(root) not in (0, ROOT_BYTES):
                raise RemoteProtocolError("an answer to what was not asked")
            if root:
                self._content.vouch(entry, -1, root)
        self._skipping.told(message.rows)

    def released(self, released: Released) -> None:
        """Wish for what is not here, of what might have been."""
        self._wishing.add(released)

    def served(self, message: Sent) -> None:
        """Note that the sender has served our wish; an earlier wish's SENT says nothing."""
        self._wishing.served(message)

    def is_over(self) -> bool:
        """Say whether everything is here that will come; ask again for what SENT left missing."""
        self._pieces.has_news = False
        is_complete = self._pieces.is_complete()
        if is_complete and not self._states.unproven:
            return True
        if not self._wishing.is_served():
            return False
        if is_complete:
            raise RemoteProtocolError("SENT before the roots of what was sent")
        if self._skipping.held or self._wishing.again(self._skipping.held):
            return False
        self._give_up(list(self._states.wanted()), EntryState.FAILED, Code.HASH_MISMATCH)
        return True

    # What we say

    def say_status(self, blocked: Code) -> None:
        """Tell the sender what is written and why we wait, and which files are whole."""
        if self._session is None:
            return
        status = Status(
            transfer_id=self._row.id,
            written=self._content.present_bytes,
            files=self.whole_files(),
            blocked=blocked,
        )
        self._session.post(status)
        self._say_files()
        self._skipping.tick()

    def cancel_entries(self, ranges: Sequence[int]) -> None:
        """Take entries no more; RemoteProtocolError for what was not offered."""
        fresh = decode_ranges(ranges, len(self._entries))
        cancelled = decode_ranges(self._row.plan.cancelled, len(self._entries))
        for start, end in fresh:
            cancelled.add(start, end)
        self._row.replan(replace(self._row.plan, cancelled=tuple(cancelled.encode())))
        entries = chain.from_iterable(range(start, end) for start, end in fresh)
        self._give_up(entries, EntryState.CANCELLED, Code.CANCELLED)
        self._wish_for_missing()

    def give_up_wrong(self) -> None:
        """Give up what is not what the sender itself vouched for."""
        self._give_up(self._states.wrong(), EntryState.FAILED, Code.HASH_MISMATCH)

    def roots(self) -> Iterable[tuple[int, bytes]]:
        """Return the roots of the files that are whole, by entry, ascending."""
        return self._states.roots().items()

    def whole_files(self) -> int:
        """Return how many files are whole."""
        return len(self._states.roots())

    def say_finished(self, finished: Finished) -> None:
        """Tell the sender, if they are here, that all is saved."""
        if self._session is not None:
            self._say_files()
            self._session.post(finished)

    async def stop(self) -> None:
        """Make nothing more of what is here; return once nothing is made."""
        await self._skipping.stop()

    def _wish_for_missing(self) -> None:
        """Wish for all that is missing, if that may come now."""
        if self._session is not None and not self._is_held:
            self._wishing.wish(self._skipping.held)

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

    def _give_up(self, entries: Iterable[int], state: EntryState, code: Code) -> None:
        fresh = [entry for entry in entries if self._content.give_up(entry, state, code)]
        if fresh:
            self._note_given_up(fresh, state, code)
            self._say_given_up(fresh)

    def _note_given_up(self, entries: Sequence[int], state: EntryState, code: Code) -> None:
        if state is EntryState.CANCELLED:
            self._cancelled.update(entries)
            return
        self.failed.update(dict.fromkeys(entries, code))
        self._around.spawn(self._name_problems(entries, code))

    async def _name_problems(self, entries: Sequence[int], code: Code) -> None:
        paths = await self._around.disk.run(_paths, self._entries, entries)
        self._row.add_problems([FileProblem(path, code) for path in paths])

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
        for rows in batches(map(self._done_row, self._content.take_done())):
            self._session.post(Files(transfer_id=self._row.id, rows=rows))

    def _done_row(self, entry: int) -> FileRow:
        is_skipped = self._states.state(entry) is EntryState.SKIPPED
        return FileRow(entry, FileState.SKIPPED if is_skipped else FileState.FINISHED, Code.OK)

    def _moved(self) -> tuple[int, int]:
        return self._content.present_bytes, self.whole_files()


def _by_reason(
    given_up: Iterable[tuple[int, EntryState, Code]],
) -> dict[tuple[EntryState, Code], list[int]]:
    """Return files that were given up, many at once for each reason."""
    entries: dict[tuple[EntryState, Code], list[int]] = {}
    for entry, state, code in given_up:
        entries.setdefault((state, code), []).append(entry)
    return entries


def _paths(entries: Sequence[Entry], indices: Iterable[int]) -> list[str]:
    return ["/".join(entries[index].components) for index in indices]
