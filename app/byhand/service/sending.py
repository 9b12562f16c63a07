"""The second half of an outgoing transfer: what the other side accepted is pushed to it."""

from collections.abc import Callable, Sequence
from itertools import chain

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.plan import OutgoingPlan, left_out, not_chosen
from byhand.domain.ranges import decode_ranges
from byhand.domain.transfer import Standing, TransferState, end_of_files
from byhand.engine.lane_orders import Push
from byhand.engine.reports import (
    JournalFailed,
    LaneEnded,
    SendingFailed,
    SourceChanged,
    SourceFailed,
    WishServed,
)
from byhand.protocol.codec import cut_ranges
from byhand.protocol.member_messages import Complain, Holding
from byhand.protocol.messages import Cancel, Files, Finished, Need, Status
from byhand.protocol.resume_messages import HashAsk, Pieces
from byhand.service.accepted_sources import Opened
from byhand.service.friend_session import FriendSession
from byhand.service.given_up import GivenUp
from byhand.service.hash_answering import HashAnswering, RootsFound
from byhand.service.pushing import Pushing
from byhand.service.receipt_checking import Handed, ReceiptChecked, ReceiptChecking
from byhand.service.remembering import remember_exchanged
from byhand.service.row import Row
from byhand.service.sent_files import SentFiles
from byhand.service.sharing import Sharing
from byhand.service.source_news import SourceNews
from byhand.service.surroundings import (
    CancelOrder,
    LaneFailed,
    LaneOpened,
    Reported,
    Surroundings,
    Tick,
    code_of,
)
from byhand.service.wish_reading import WishReader


class Sending:
    """Serves the receiver's wishes over a lane, session after session, until it says FINISHED."""

    def __init__(
        self,
        row: Row[OutgoingPlan],
        opened: Opened,
        ed25519_public: bytes,
        around: Surroundings,
        put: Callable[[object], None],
    ) -> None:
        self._row = row
        self._opened = opened
        self._pieces = opened.pieces
        self._columns = opened.sources.columns
        self._pieces.bucket = around.flow_of(row.now).up
        self._around = around
        self._put = put
        self._session: FriendSession | None = None
        self._pushing = Pushing(around, put, self._lost_with_lane)
        self._is_held = True
        self._wishes = WishReader(opened.pieces.offered)
        self._news = SourceNews(row.id)
        self._answering = HashAnswering(opened.pieces, around, self._put_found)
        self._given_up = GivenUp(row, around.disk, self._components_of, row.plan.unread)
        self._files = SentFiles(opened.pieces, self._columns, self._given_up)
        self._unread = [problem.code for problem in row.now.problems]
        self._not_chosen = not_chosen(row.plan, len(self._columns))
        self._sharing = Sharing(row, opened.member, around.group_sends)
        self._checking = ReceiptChecking(opened, ed25519_public, around, put)
        self._written = Status(transfer_id=row.id, written=0)
        self._kept: int | None = None
        row.start_moving(self._moved, self._pieces)

    @property
    def wants_turn(self) -> bool:
        """Say whether something waits to be sent, or is being sent."""
        return self._pushing.pushed is not None

    def entry_state(self, entry: int) -> Standing:
        """Return where one entry stands, as far as we know; from any thread."""
        return self._files.standing(entry)

    # Sessions

    def attach(self, session: FriendSession, number: int) -> None:
        """Go on in a session: tell again what the other side may not have kept."""
        self.detach()
        self._session = session
        self._pushing.attach(session)
        self._pieces.start_session(number)
        self._answering.attach(session)
        self._news = SourceNews(self._row.id)
        for report in chain(self._pieces.known_troubles(), self._pieces.known_roots()):
            self._note(report)
        self.say_roots()
        self._say_cancelled(self._row.plan.cancelled)
        self._sharing.attach(session)

    def detach(self) -> None:
        """The session is gone, and with it the wish and the lane."""
        self._session = None
        self._pushing.stop(self._pieces.number)
        self._pushing.attach(None)
        self._answering.attach(None)
        self._wishes.begin()
        self._sharing.detach()

    def hold(self, *, is_held: bool) -> None:
        """Send nothing while it is held; what is wished for then is wished for anew."""
        self._is_held = is_held
        if is_held:
            self._pushing.stop(self._pieces.number)
            self._sharing.hold()

    def give_turn(self, *, has_turn: bool) -> None:
        """Send only while it is this transfer's turn."""
        self._pushing.give_turn(has_turn=has_turn)

    def handle(self, event: object) -> None:
        """Handle what the other side says, and what the lanes do."""
        match event:
            case Need() | HashAsk() | Pieces():
                self._wanted(event)
            case Files():
                self._files.take(event.rows)
            case Holding() | Complain():
                self._sharing.heard(event)
            case Cancel(entries=list(entries)):
                self._cancel_entries(entries)
            case CancelOrder(entries) if entries is not None:
                self._say_cancelled(self._cancel_entries(entries))
            case Finished():
                self.say_roots()
                self._check(event)
            case LaneOpened() | LaneFailed() | LaneEnded():
                self._pushing.lane_changed(event)
            case Tick():
                self.say_roots()
                self._opened.recorder.retry()
                self._around.spawn(self._given_up.tell())
            case Reported(by, report) if by is self._opened.mark:
                self._reported(report)

    # What the other side says

    def _wanted(self, message: Need | HashAsk | Pieces) -> None:
        match message:
            case Need():
                self._needed(message)
            case HashAsk():
                self._answering.ask(message)
            case Pieces(entry=entry, first=first, generation=generation, hashes=hashes):
                self._pieces.expect(entry, first, generation, hashes)

    def _needed(self, need: Need) -> None:
        """Push what a NEED asks for; a higher epoch replaces what was wished before."""
        told = self._wishes.read(need)
        if told is None or self._is_held:
            return
        if self._row.state is TransferState.CLOSING:
            self._row.move(TransferState.ACTIVE)
        extends = told.extends and self._pushing.pushed is not None
        wishes = (self._sharing.wish(told.wish, extends=extends),)
        push = Push(self._pieces, told.epoch, wishes, extends, completes=True, needs=told.needs)
        self._pushing.push(push)

    def written(self, status: Status) -> None:
        """Go by what the receiver has, which is what both show."""
        self._written = status
        if self._kept is None:
            # They may have kept much from before.
            self._kept = status.written
        self._row.slowing.hear(status.held_up_by)

    def _moved(self) -> tuple[int, int, int]:
        done = self._written
        return done.written, done.files, done.written - (self._kept or 0)

    def _check(self, finished: Finished) -> None:
        now, given_up = self._row.now, frozenset(self._given_up.codes)
        what = now.id, self._around.own_id, now.friend_id, self._row.plan.digest
        self._checking.start(finished, Handed(*what, self._not_chosen, given_up))

    async def _end(self, checked: ReceiptChecked) -> None:
        """End as the receipt says."""
        await self._given_up.tell()
        if checked.code is Code.OK:
            files, self._row.receipt = checked.finished.ok, checked.finished.receipt
            self._row.update(done_files=files)
            codes = [*self._given_up.codes.values(), *self._unread]
            self._row.end(*end_of_files(files, codes))
            if files:
                self._around.used(self._row.now.friend_id)
                self._around.spawn(remember_exchanged(self._row.stored, self._around))
        else:
            self._row.end(TransferState.FAILED, checked.code)
        self._put(Tick())  # wake the inbox: it is over

    # What the lane says

    def _reported(self, report: object) -> None:
        """Pass on what the lane's thread, or the check of the receipt, found out."""
        match report:
            case ReceiptChecked():
                self._around.spawn(self._end(report))
            case SendingFailed(error):
                self._fail(code_of(error))
            case WishServed():
                self._say_sent(report)
            case RootsFound(session, known):
                self.say_roots()
                self._news.answer(session, known)
            case JournalFailed():
                pass  # what is not recorded is read again after a stop; it is tried again
            case _:
                self._note(report)
        if isinstance(report, SourceChanged) or self._news.is_full or self._sharing.is_shared:
            self.say_roots()

    def _note(self, report: object) -> None:
        """Have a root, or what is wrong with a source, told with the next.

        Others of a group may have chosen what this receiver has not.
        """
        if isinstance(report, SourceChanged | SourceFailed) and report.entry in self._not_chosen:
            return
        if isinstance(report, SourceFailed):
            self._given_up.add(report.entry, report.code)
        self._news.hear(report)

    def say_roots(self) -> None:
        """Tell which sources failed, then the roots that have become known, many at once."""
        if self._session is not None:
            self._news.say(self._session)

    def _put_found(self, found: object) -> None:
        self._put(Reported(self._opened.mark, found))

    # Giving up

    def _cancel_entries(self, ranges: Sequence[int]) -> list[int]:
        """Leave entries out from now on; return them. RemoteProtocolError for what is not there."""
        plan, count = self._row.plan, len(self._columns)
        fresh = decode_ranges(ranges, count)
        cancelled = decode_ranges(plan.cancelled, count)
        for start, end in fresh:
            cancelled.add(start, end)
        self._row.replan(replace(plan, cancelled=tuple(cancelled.encode())))
        self._pieces.leave_out(left_out(self._row.plan, count))
        return fresh.encode()

    def _say_cancelled(self, ranges: Sequence[int]) -> None:
        if self._session is not None:
            for part in cut_ranges(list(ranges)):
                self._session.post(Cancel(transfer_id=self._row.id, entries=part))

    async def close(self, *, is_over: bool) -> None:
        """Send and read nothing more; unless it is over what was read is recorded. StorageError."""
        self._pushing.stop(self._pieces.number)
        self._sharing.close(self._row.now, is_over=is_over)
        self._answering.attach(None)
        await self._answering.stop()
        await self._checking.stop()
        await self._around.disk.run(self._opened.close, is_over=is_over)

    def _fail(self, code: Code) -> None:
        if self._session is not None:
            self._session.post(Cancel(transfer_id=self._row.id, code=code))
        self._row.end(TransferState.FAILED, code)

    def _components_of(self, entry: int) -> Sequence[str]:
        return self._opened.sources[entry].entry.components

    def _lost_with_lane(self, push: Push, lane_index: int, frames: int) -> None:
        """Let the receiver ask again for what was lost, once it has what was not."""
        self._say_sent(WishServed(push.epoch, lane_index, frames, push.needs))

    def _say_sent(self, served: WishServed) -> None:
        """Say that a wish was served, unless it has grown; every root of it goes before."""
        self.say_roots()
        pushed, session = self._pushing.pushed, self._session
        if pushed is None or session is None:
            return
        if (served.epoch, served.needs) != (pushed.epoch, pushed.needs):
            return
        bad = len(self._given_up.codes)
        self._news.say_sent(session, served, max(0, self._row.now.total_files - bad), bad)
        if self._row.state is TransferState.ACTIVE:
            self._row.move(TransferState.CLOSING)
        self._pushing.served()
