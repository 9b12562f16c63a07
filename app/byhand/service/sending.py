"""The second half of an outgoing transfer: what the other side accepted is pushed to it."""

from collections.abc import Callable

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome, PieceRun
from byhand.domain.transfer import FileProblem, TransferState
from byhand.engine.lane_orders import Drop, Push
from byhand.engine.offered import Offered
from byhand.engine.reports import (
    LaneEnded,
    RootKnown,
    SendingFailed,
    SendingReport,
    SourceChanged,
    SourceFailed,
    WishServed,
)
from byhand.engine.sending_lane import SendingLane
from byhand.engine.source_pieces import SourcePieces
from byhand.engine.wishes import Everything, Rows
from byhand.errors import AuthenticationError, ByhandError, RemoteProtocolError
from byhand.protocol.codec import batches
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
    Want,
)
from byhand.protocol.receipt import Delivery, check_receipt
from byhand.service.friend_session import FriendSession
from byhand.service.offering import Offering
from byhand.service.row import Row
from byhand.service.surroundings import LaneFailed, LaneOpened, Surroundings, code_of

NUMBERS_LIMIT = 1_000_000
"""How many numbers the messages of one wish may hold, beside three for every entry."""


class Sending:
    """Serves the receiver's wishes over a lane until it says FINISHED."""

    def __init__(
        self,
        row: Row,
        offering: Offering,
        session: FriendSession,
        ed25519_public: bytes,
        around: Surroundings,
        put: Callable[[object], None],
        put_from_thread: Callable[[object], None],
    ) -> None:
        self._row = row
        self._offering = offering
        self._session = session
        self._ed25519_public = ed25519_public
        self._around = around
        self._put = put
        self._offered = Offered(offering.sources, offering.columns, offering.packs)
        self._pieces = SourcePieces(offering.number, self._offered, put_from_thread, _Unrecorded())
        self._pieces.bucket = around.flow_of(row.now).up
        self._lane: SendingLane | None = None
        self._is_opening = False
        self._pushed: Push | None = None
        self._wants: list[Want] = []
        self._finished: set[int] = set()
        self._told_epoch = 0
        self._told_numbers = 0
        self._roots: list[RootRow] = []
        self._failed: list[SourceRow] = []
        row.start_moving(lambda: (self._pieces.sent_bytes, len(self._finished)))

    def needed(self, need: Need) -> None:
        """Push what a NEED asks for; a higher epoch replaces what was wished before."""
        epoch = self._pushed.epoch if self._pushed is not None else 0
        if need.epoch < epoch or (need.epoch == epoch and not need.add):
            return
        self._collect(need, is_new=need.epoch > epoch)
        if need.more:
            return
        wants, self._wants = self._wants, []
        rows = Rows(self._offered)
        rows.add(wants)
        wishes: tuple[Everything | Rows, ...] = (rows,)
        if need.wants is None:
            wishes = (Everything(self._offered),)
        extends = need.epoch == epoch
        if extends and self._pushed is not None and self._lane is None:
            wishes = self._pushed.wishes + wishes
        self._pushed = Push(self._pieces, need.epoch, wishes, extends)
        if self._row.state is TransferState.CLOSING:
            self._row.move(TransferState.ACTIVE)
        self._push()

    def files(self, message: Files) -> None:
        """Take note of what became of files at the receiver."""
        for row in message.rows:
            columns = self._offering.columns
            if row.entry >= len(columns) or columns.is_folder(row.entry):
                raise RemoteProtocolError("a file that was not offered")
            if row.state is FileState.FINISHED and not self._pieces.hashes.is_failed(row.entry):
                self._finished.add(row.entry)

    def finished(self, message: Finished) -> None:
        """Believe FINISHED only with a receipt over the bytes that we have read."""
        roots = dict(self._pieces.roots_of(self._finished))
        delivery = Delivery(
            self._row.id,
            self._around.own_id,
            self._row.now.friend_id,
            self._offering.digest,
            roots,
        )
        try:
            check_receipt(self._ed25519_public, delivery, message.receipt)
        except AuthenticationError:
            self._row.end(TransferState.FAILED, Code.HASH_MISMATCH)
            return
        self.say_roots()
        self._row.update(done_files=len(roots))
        if roots:
            self._around.used(self._row.now.friend_id)
        problems = self._offering.problems
        if not problems and len(roots) == self._row.now.total_files:
            self._row.end(TransferState.DONE)
        elif roots:
            self._row.end(TransferState.PARTLY_DONE)
        else:
            self._row.end(
                TransferState.FAILED, problems[0].code if problems else Code.HASH_MISMATCH
            )

    def reported(self, report: SendingReport) -> None:
        """Pass on what the lane's thread found out."""
        match report:
            case RootKnown(entry, pack, generation, root):
                self._roots.append(RootRow(entry, pack, generation, root))
            case SourceFailed(entry, code):
                path = "/".join(self._offering.sources[entry].entry.components)
                self._finished.discard(entry)
                self._offering.problems.append(FileProblem(path, code))
                self._failed.append(SourceRow(entry, code, 0))
            case SourceChanged(entry, generation):
                self._failed.append(SourceRow(entry, Code.SOURCE_CHANGED, generation))
            case SendingFailed(error):
                self.cancel(code_of(error))
                self._row.end(TransferState.FAILED, code_of(error))
            case WishServed(epoch, lane_index, frames):
                self._say_sent(epoch, lane_index, frames)

    def say_roots(self) -> None:
        """Tell which sources failed, then the roots that have become known, many at once."""
        failed, self._failed = self._failed, []
        if failed:
            self._row.tell_problems(self._offering.problems)
        for lost in batches(failed):
            self._session.post(Source(transfer_id=self._row.id, rows=lost))
        roots, self._roots = self._roots, []
        for rows in batches(roots):
            self._session.post(Roots(transfer_id=self._row.id, rows=rows))

    def lane_changed(self, event: LaneEnded | LaneOpened | LaneFailed) -> None:
        """Use a lane that is there now; let the receiver ask again for what one has lost."""
        match event:
            case LaneOpened(lane):
                self._is_opening = False
                if self._session.lanes.is_open(lane):
                    self._lane = lane
                    self._push()
                elif self._pushed is not None:
                    self._say_sent(self._pushed.epoch, lane.index, 0)
            case LaneFailed():
                self.cancel(Code.UNREACHABLE)
                self._row.end(TransferState.FAILED, Code.UNREACHABLE)
            case LaneEnded(index) if self._lane is not None and index == self._lane.index:
                self._lane = None
                if self._pushed is not None:
                    self._say_sent(self._pushed.epoch, index, 0)

    def cancel(self, code: Code) -> None:
        """Tell the other side that it is over."""
        self._session.post(Cancel(transfer_id=self._row.id, code=code))

    def let_go(self) -> None:
        """Send nothing more."""
        if self._lane is not None:
            self._lane.order(Drop(self._offering.number))

    def _collect(self, need: Need, *, is_new: bool) -> None:
        """Add the rows of one message to the wish that is being told."""
        if is_new and need.epoch != self._told_epoch:
            self._told_epoch, self._told_numbers, self._wants = need.epoch, 0, []
        rows = need.wants or ()
        self._told_numbers += 1 + sum(1 + len(row.ranges) for row in rows)
        if self._told_numbers > NUMBERS_LIMIT + 3 * len(self._offering.sources):
            raise RemoteProtocolError("a wish without end")
        self._wants += rows

    def _push(self) -> None:
        if self._pushed is None:
            return
        if self._lane is not None:
            self._lane.order(self._pushed)
        elif not self._is_opening:
            self._is_opening = True
            self._around.spawn(self._open_lane())

    async def _open_lane(self) -> None:
        try:
            self._put(LaneOpened(await self._session.lanes.sending_lane()))
        except ByhandError as exc:
            self._put(LaneFailed(exc))

    def _say_sent(self, epoch: int, lane_index: int, frames: int) -> None:
        """Say that a wish was served; every root of it goes before."""
        self.say_roots()
        failed = len(self._offering.problems)
        self._session.post(
            Sent(
                transfer_id=self._row.id,
                epoch=epoch,
                lanes=[(lane_index, frames)],
                ok=max(0, self._row.now.total_files - failed),
                bad=failed,
            )
        )
        if self._row.state is TransferState.ACTIVE:
            self._row.move(TransferState.CLOSING)


class _Unrecorded:
    """Records nothing."""

    def record(self, run: PieceRun, byte_count: int) -> None:
        """Record nothing."""

    def outcome(self, outcome: EntryOutcome) -> None:
        """Record nothing."""

    def forget(self, entry: int) -> None:
        """Record nothing."""
