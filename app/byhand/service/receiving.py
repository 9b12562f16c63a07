"""The second half of an incoming transfer: what was accepted arrives, is checked and saved."""

import time
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.outcomes import ROOT_BYTES
from byhand.domain.plan import IncomingPlan
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.domain.root_chunks import RootChunks, each_root
from byhand.domain.transfer import EntryState, Standing, TransferState, end_of_files
from byhand.engine.held_back import Released
from byhand.errors import RemoteProtocolError
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.fields import FAILED_GENERATION
from byhand.protocol.messages import Finished, Roots, Sent, Source
from byhand.protocol.receipt import Delivery, files_digest, sign_receipt
from byhand.protocol.resume_messages import HashAnswer
from byhand.service.answering import narrowed, narrowing
from byhand.service.disk_reports import Prepared
from byhand.service.file_news import FileNews
from byhand.service.friend_session import FriendSession
from byhand.service.given_up import GivenUp
from byhand.service.roots_of_then import is_any_other
from byhand.service.row import Row
from byhand.service.skipping import NotHeldBack, Skipping
from byhand.service.surroundings import Reported, Surroundings
from byhand.service.wishing import Wishing


class Receiving:
    """Says what is still missing until nothing is, session after session; then what was saved."""

    def __init__(
        self,
        row: Row[IncomingPlan],
        prepared: Prepared,
        around: Surroundings,
        put: Callable[[object], None],
    ) -> None:
        """`put` hears, as Reported, what comes of looking for what is here already."""
        self.mark = mark = prepared.mark
        self._row, self._around, self._number = row, around, 0
        self._entries = prepared.arrival.accepted.entries
        self._columns = prepared.arrival.accepted.columns
        self._content = prepared.arrival.content
        self._states = prepared.arrival.content.states
        self._pieces = prepared.arrival.pieces
        self._pieces.bucket = around.flow_of(row.now).down
        self._session: FriendSession | None = None
        self._held, self._expected = prepared.held, prepared.expected
        self._skipping = Skipping(
            row.now, prepared.arrival, prepared.held, around, lambda each: put(Reported(mark, each))
        )
        self._wishing = Wishing(row.id, self._content, self._pieces, prepared.held, around)
        self._news = FileNews(row.id, self._content)
        self._has_leftovers = False
        self._given_up = GivenUp(row, around.disk, self._components_of)
        for entry, state, code in prepared.given_up:
            self._given_up.add(entry, _reason(state, code))
        row.start_moving(self._moved, self._pieces)

    def entry_state(self, entry: int) -> Standing:
        """Return where one entry stands, and why; from any thread."""
        here = self._content.files.bytes_about(entry)
        return Standing(self._states.state(entry), self._states.code(entry), here)

    # Sessions

    def attach(self, session: FriendSession, number: int) -> None:
        """Receive in a session, once, in which data frames name the transfer by a number."""
        self.detach()
        self._session, self._number = session, number
        self._news.session = session
        self._wishing.attach(session)
        self._pieces.new_session()
        for base in self._content.old.runs():
            self._news.name_old(*base)
        session.lanes.receivers.admit(number, self._pieces)
        for message in narrowing(self._row.id, self._row.plan, self._columns):
            session.post(message)
        self._say_given_up(self._given_up.codes)

    def attach_for_end(self, session: FriendSession, number: int) -> None:
        """Take nothing in a session, which began while all is being saved, but say so in it."""
        self._session, self._number = session, number
        self._news.session = session
        self._say_given_up(self._given_up.codes)

    def go_on(self) -> None:
        """Take what comes after all, in the session that there is; `hold` is to follow."""
        session, number = self._session, self._number
        if session is not None and number not in session.lanes.receivers.wanted:
            self.attach(session, number)  # it began while all was being saved
        self.hold(is_held=True)

    def detach(self) -> None:
        """Take nothing more of the session."""
        if self._session is not None:
            self._session.lanes.receivers.drop(self._number)
        self._session = self._news.session = None
        self._wishing.attach(None)

    def hold(self, *, is_held: bool) -> None:
        """Wish for nothing while it is held; for all that is missing once it is no more.

        After that is asked what may be here.
        """
        self._skipping.hold(is_held=is_held)
        is_begun = self._wishing.hold(is_held=is_held)
        if is_begun and self._session is not None:
            self._skipping.ask(self._session)

    def look_for_silence(self) -> None:
        """End a lane that brings nothing though something is wished for; twice a second."""
        self._wishing.look_for_silence()

    def unblock(self) -> None:
        """Write again: the disk has room. Raises StorageError if a flush had failed."""
        self._pieces.unblock()

    # What the other side says

    def source_failed(self, message: Source) -> None:
        """Expect nothing more of files that cannot be sent; begin again with what changed."""
        failed = []
        for row in message.rows:
            if row.entry >= len(self._entries):
                raise RemoteProtocolError("a source that was not offered")
            if row.code is Code.SOURCE_CHANGED and row.generation != FAILED_GENERATION:
                self._begin_again(row.entry, row.generation)
            elif self._give_up(row.entry, row.code or Code.SOURCE_UNREADABLE):
                failed.append(row.entry)
        self._say_given_up(failed)
        if len(failed) < len(message.rows):
            self._wishing.wish_anew()

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

    def released(self, decided: NotHeldBack) -> Released:
        """Wish for what is not here, of what might have been; name what we have instead of it."""
        released = self._skipping.release(decided)
        for base in self._content.old.runs(released.files):
            self._news.name_old(*base)
        self._wishing.add(released)
        return released

    def served(self, message: Sent) -> None:
        """Note that the sender has served our wish."""
        self._wishing.served(message)

    def is_over(self) -> bool:
        """Say whether everything is here that will come; ask again for what SENT left missing."""
        self._pieces.has_news = False
        is_complete = self._pieces.is_complete()
        if is_complete and not self._states.unproven:
            return not self._wishing.wish_for_wrong()
        if not self._wishing.is_served():
            return False
        if is_complete:
            raise RemoteProtocolError("SENT before the roots of what was sent")
        if self._held or self._wishing.wish_again():
            return False
        self._give_up_all(self._states.wanted())
        return True

    def give_up_wrong(self) -> None:
        """Give up what is not what the sender itself vouched for.

        RemoteProtocolError if they send us something else in place of what we have lost.
        """
        self._give_up_all(self._states.wrong())
        if self._expected and is_any_other(self.roots(), self._expected):
            raise RemoteProtocolError("something else than was asked for again")

    def give_up_texts(self, entries: Sequence[int]) -> None:
        """Give up what has come whole, and is none of the texts that were offered."""
        for entry in entries:
            self._content.want_back(entry)
        self._give_up_all(entries, Code.PROTOCOL)

    def cancel_entries(self, ranges: Sequence[int], *, is_told: bool) -> None:
        """Take entries no more, as the other side told us, else it is told.

        RemoteProtocolError for what was not offered.
        """
        gone = []
        for start, end in decode_ranges(ranges, len(self._entries)):
            gone += [each for each in range(start, end) if self._give_up(each, Code.CANCELLED)]
        if gone:
            cancelled = RangeSet((entry, entry + 1) for entry in gone)
            for start, end in decode_ranges(self._row.plan.cancelled, len(self._entries)):
                cancelled.add(start, end)
            plan = replace(self._row.plan, cancelled=tuple(cancelled.encode()))
            self._row.replan(plan)
            if not is_told:
                self._news.say_cancelled(ranges)
            self._say_given_up(gone)
            self._wishing.wish_anew()

    def take_leftovers(self) -> bool:
        """Say whether something on the disk belongs to files given up since the last question."""
        has_leftovers, self._has_leftovers = self._has_leftovers, False
        return has_leftovers

    # What we say

    def say_status(self, blocked: Code) -> None:
        """Tell the sender what is written, why we wait, what holds us up, and what is whole."""
        self._news.say_status(blocked, self._row.slowing.here)
        self._skipping.tick()

    async def tell_given_up(self) -> None:
        """Have those in the row that were given up since."""
        await self._given_up.tell()

    async def tell_done(self) -> None:
        """Tell the sender, if they are here, of every file that is done."""
        await self._news.say_all_done()

    async def finished(
        self, identity: LocalIdentity, own_id: FriendId, roots: RootChunks
    ) -> Finished:
        """Return what we say of what was saved, of these roots, with our signature under it."""
        now = self._row.now
        files = await self._around.disk.run(files_digest, each_root(roots))
        delivery = Delivery(now.id, now.friend_id, own_id, self._row.plan.digest, files)
        return Finished(
            transfer_id=now.id,
            ok=self._whole_files(),
            bad=len(self._given_up.codes) + narrowed(self._row.plan, self._columns),
            receipt=sign_receipt(identity, delivery, int(time.time())),
        )

    def end(self) -> tuple[TransferState, Code]:
        """Return how it ends, and why."""
        return end_of_files(self._whole_files(), self._given_up.codes.values())

    def roots(self) -> Iterable[tuple[int, bytes]]:
        """Return the roots of the files that are whole, by entry, ascending."""
        return self._states.roots().items()

    async def stop(self) -> None:
        """Make nothing more of what is here; return once nothing is made."""
        await self._skipping.stop()

    def say_finished(self, finished: Finished) -> None:
        """Tell the sender, if they are here, that all is saved."""
        if self._session is not None:
            self._session.post(finished)

    def _begin_again(self, entry: int, generation: int) -> None:
        """Want a source that has changed afresh; name what we have of the old one."""
        self._news.name_old(entry, generation, self._content.source_changed(entry, generation))

    # Giving up

    def _give_up(self, entry: int, code: Code) -> bool:
        """Expect nothing more of a file; say whether that is news."""
        is_cancelled = code is Code.CANCELLED
        state = EntryState.CANCELLED if is_cancelled else EntryState.FAILED
        is_news = self._content.give_up(entry, state, code) and self._given_up.add(entry, code)
        self._has_leftovers |= is_news
        return is_news

    def _give_up_all(self, entries: Iterable[int], code: Code = Code.HASH_MISMATCH) -> None:
        self._say_given_up([entry for entry in list(entries) if self._give_up(entry, code)])

    def _say_given_up(self, entries: Iterable[int]) -> None:
        self._news.say_given_up(entries, self._given_up.codes)

    def _components_of(self, entry: int) -> Sequence[str]:
        return self._entries[entry].components

    def _whole_files(self) -> int:
        return len(self._states.roots())

    def _moved(self) -> tuple[int, int, int]:
        return self._content.present_bytes, self._whole_files(), self._content.received_bytes


def _reason(state: EntryState, code: Code) -> Code:
    return Code.CANCELLED if state is EntryState.CANCELLED else code or Code.INTERNAL
