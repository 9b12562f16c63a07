"""The second half of an outgoing transfer: what the other side accepted is pushed to it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from byhand.domain.codes import Code
from byhand.domain.plan import OutgoingPlan
from byhand.domain.ranges import decode_ranges
from byhand.domain.transfer import EntryState, FileProblem, TransferState
from byhand.engine.lane_orders import Push
from byhand.engine.reports import (
    JournalFailed,
    LaneEnded,
    RootKnown,
    SendingFailed,
    SourceChanged,
    SourceFailed,
    WishServed,
)
from byhand.errors import ByhandError, RemoteProtocolError
from byhand.protocol.codec import batches
from byhand.protocol.fields import FAILED_GENERATION
from byhand.protocol.messages import (
    Cancel,
    Files,
    FileState,
    Finished,
    Need,
    RootRow,
    Roots,
    Sent,
    Source,
    SourceRow,
    Status,
)
from byhand.service.friend_session import FriendSession
from byhand.service.offering import Opened, left_out
from byhand.service.pushing import Pushing
from byhand.service.receipt_checking import Handed, ReceiptChecked, is_right
from byhand.service.row import Row
from byhand.service.surroundings import LaneFailed, LaneOpened, Surroundings, Tick, code_of
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
        self._offered = opened.offered
        self._columns = opened.offered.columns
        self._pieces = opened.pieces
        self._recorder = opened.recorder
        self._pieces.bucket = around.flow_of(row.now).up
        self._ed25519_public = ed25519_public
        self._around = around
        self._put = put
        self._session: FriendSession | None = None
        self._pushing = Pushing(around, put, self._lost_with_lane)
        self._is_held = True
        self._wishes = WishReader(opened.offered)
        self._roots: list[RootRow] = []
        self._lost: list[SourceRow] = []
        self._given_up: dict[int, Code] = {}
        self._written = Status(transfer_id=row.id, written=0)
        row.start_moving(lambda: (self._written.written, self._written.files))

    @property
    def wants_turn(self) -> bool:
        """Say whether something waits to be sent, or is being sent."""
        return self._pushing.pushed is not None

    def entry_state(self, entry: int) -> tuple[EntryState, Code]:
        """Return where one entry stands, as far as we know; from any thread."""
        code = self._given_up.get(entry)
        if code is not None:
            is_cancelled = code is Code.CANCELLED
            return (EntryState.CANCELLED if is_cancelled else EntryState.FAILED), code
        if entry in self._pieces.left_out:
            return EntryState.NOT_CHOSEN, Code.OK
        is_read = self._columns.is_folder(entry) or self._pieces.hashes.is_settled(entry)
        return (EntryState.COMPLETE if is_read else EntryState.WAITING), Code.OK

    # Sessions

    def attach(self, session: FriendSession, number: int) -> None:
        """Go on in a session: tell again what the other side may not have kept."""
        self.detach()
        self._session = session
        self._pushing.attach(session)
        self._pieces.start_session(number)
        for report in chain(self._pieces.known_troubles(), self._pieces.known_roots()):
            self._reported(report)
        self.say_roots()
        if self._row.plan.cancelled:
            cancelled = list(self._row.plan.cancelled)
            session.post(Cancel(transfer_id=self._row.id, entries=cancelled))

    def detach(self) -> None:
        """The session is gone, and with it the wish and the lane."""
        self._session = None
        self._pushing.attach(None)
        self._wishes.begin()

    def hold(self, *, is_held: bool) -> None:
        """Send nothing while it is held; what is wished for then is wished for anew."""
        self._is_held = is_held
        if is_held:
            self._pushing.stop(self._pieces.number)

    def give_turn(self, has_turn: bool) -> None:
        """Send only while it is this transfer's turn."""
        self._pushing.give_turn(has_turn=has_turn)

    def handle(self, event: object) -> None:
        """Handle what the other side says, and what the lanes do."""
        match event:
            case Need():
                self._needed(event)
            case Files():
                self._files(event)
            case Cancel(entries=list(entries)):
                self.cancel_entries(entries, is_told=True)
            case Finished():
                self.say_roots()
                self._around.spawn(self._check(event))
            case ReceiptChecked():
                self._end(event)
            case LaneOpened() | LaneFailed() | LaneEnded():
                self._pushing.lane_changed(event)
            case Tick():
                self.say_roots()
                self._recorder.retry()
            case JournalFailed():
                pass  # what is not recorded is read again after a stop; it is tried again
            case _:
                self._reported(event)

    # What the other side says

    def _needed(self, need: Need) -> None:
        """Push what a NEED asks for; a higher epoch replaces what was wished before."""
        told = self._wishes.read(need)
        if told is None or self._is_held:
            return
        if self._row.state is TransferState.CLOSING:
            self._row.move(TransferState.ACTIVE)
        extends = told.extends and self._pushing.pushed is not None
        self._pushing.push(Push(self._pieces, told.epoch, (told.wish,), extends, completes=True))

    def _files(self, message: Files) -> None:
        """Take note of what became of files at the receiver."""
        for row in message.rows:
            if row.entry >= len(self._columns) or self._columns.is_folder(row.entry):
                raise RemoteProtocolError("a file that was not offered")
            if row.state in (FileState.FAILED, FileState.CANCELLED):
                self._give_up(row.entry, row.code)

    def written(self, status: Status) -> None:
        """Go by what the receiver has, which is what both show."""
        self._written = status

    def _end(self, checked: ReceiptChecked) -> None:
        """End as the receipt says."""
        if not checked.is_right:
            self._row.end(TransferState.FAILED, Code.HASH_MISMATCH)
            return
        finished = checked.finished
        self._row.receipt = finished.receipt
        self._row.update(done_files=finished.ok)
        if finished.ok:
            self._around.used(self._row.now.friend_id)
        problems = self._row.now.problems
        if not problems and finished.ok == self._row.now.total_files:
            self._row.end(TransferState.DONE)
        elif finished.ok:
            self._row.end(TransferState.PARTLY_DONE)
        else:
            code = problems[0].code if problems else Code.CANCELLED
            self._row.end(TransferState.FAILED, code)

    # What the lane says

    def _reported(self, report: object) -> None:
        """Pass on what the lane's thread found out."""
        match report:
            case RootKnown(entry, pack, generation, root):
                self._roots.append(RootRow(entry, pack, generation, root))
            case SourceChanged(entry, generation):
                self._lost.append(SourceRow(entry, Code.SOURCE_CHANGED, generation))
                self.say_roots()
            case SourceFailed(entry, code):
                self._give_up(entry, code)
                self._lost.append(SourceRow(entry, code, FAILED_GENERATION))
            case SendingFailed(error):
                self._fail(code_of(error))
            case WishServed(epoch, lane_index, frames):
                self._say_sent(epoch, lane_index, frames)

    def say_roots(self) -> None:
        """Tell which sources failed, then the roots that have become known, many at once."""
        if self._session is None:
            return
        lost, self._lost = self._lost, []
        for rows in batches(lost):
            self._session.post(Source(transfer_id=self._row.id, rows=rows))
        roots, self._roots = self._roots, []
        for known in batches(roots):
            self._session.post(Roots(transfer_id=self._row.id, rows=known))

    # The user's orders

    def cancel_entries(self, ranges: Sequence[int], *, is_told: bool) -> None:
        """Leave entries out from now on; `is_told` by the other side, else it is told."""
        cancelled = decode_ranges(self._row.plan.cancelled, len(self._columns))
        fresh = decode_ranges(ranges, len(self._columns))
        for start, end in fresh:
            cancelled.add(start, end)
        self._row.replan(replace(self._row.plan, cancelled=tuple(cancelled.encode())))
        self._pieces.leave_out(left_out(self._row.plan, len(self._columns)))
        if not is_told and self._session is not None:
            self._session.post(Cancel(transfer_id=self._row.id, entries=fresh.encode()))

    def let_go(self) -> None:
        """Send nothing more."""
        self._pushing.stop(self._pieces.number)
        self._around.spawn(self._around.disk.run(self._recorder.close))

    def _fail(self, code: Code) -> None:
        if self._session is not None:
            self._session.post(Cancel(transfer_id=self._row.id, code=code))
        self._row.end(TransferState.FAILED, code)

    def _give_up(self, entry: int, code: Code) -> None:
        if entry in self._given_up:
            return
        self._given_up[entry] = code
        if code is not Code.CANCELLED:
            path = "/".join(self._offered.sources[entry].entry.components)
            self._row.add_problems([FileProblem(path, code)])

    def _lost_with_lane(self, push: Push, lane_index: int) -> None:
        """Let the receiver ask again for what was lost."""
        self._say_sent(push.epoch, lane_index, 0)

    def _say_sent(self, epoch: int, lane_index: int, frames: int) -> None:
        """Say that a wish was served; every root of it goes before."""
        self.say_roots()
        pushed = self._pushing.pushed
        if pushed is None or self._session is None or epoch != pushed.epoch:
            return
        bad = len(self._given_up)
        self._session.post(
            Sent(
                transfer_id=self._row.id,
                epoch=epoch,
                lanes=[(lane_index, frames)],
                ok=max(0, self._row.now.total_files - bad),
                bad=bad,
            )
        )
        if self._row.state is TransferState.ACTIVE:
            self._row.move(TransferState.CLOSING)
        self._pushing.served()

    async def _check(self, message: Finished) -> None:
        now = self._row.now
        handed = Handed(
            now.id,
            self._around.own_id,
            now.friend_id,
            self._row.plan.digest,
            self._pieces.left_out,
            frozenset(self._given_up),
        )
        key, receipt = self._ed25519_public, message.receipt
        try:
            right = await self._around.disk.run(
                is_right, handed, self._columns, self._pieces, key, receipt
            )
        except ByhandError:
            right = False
        if right:
            roots = self._pieces.roots_of(handed.files(self._columns))
            await self._around.memory.keep_roots(now.id, roots)
        self._put(ReceiptChecked(message, right))
