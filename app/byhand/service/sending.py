"""The second half of an outgoing transfer: what the other side accepted is pushed to it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from byhand.domain.codes import Code
from byhand.domain.manifest import EntryKind
from byhand.domain.plan import OutgoingPlan
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.domain.transfer import FileProblem, TransferState
from byhand.engine.lane_orders import Drop, Push
from byhand.engine.reports import (
    LaneEnded,
    RootKnown,
    SourceChanged,
    SourceFailed,
    WishServed,
)
from byhand.engine.sending_lane import SendingLane
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
    Status,
    Want,
)
from byhand.protocol.receipt import Delivery, check_receipt, files_digest
from byhand.service.friend_session import FriendSession
from byhand.service.offering import Opened
from byhand.service.row import Row
from byhand.service.surroundings import LaneFailed, LaneOpened, Surroundings, Tick
from byhand.service.wishes import everything, wished

NUMBERS_LIMIT = 1_000_000
"""How many numbers the messages of one wish may hold, beside three for every entry."""
LANE_RETRY_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class ReceiptChecked:
    """The other side's signed word was compared with what we have read."""

    finished: Finished
    is_right: bool


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
        self._sources = opened.sources
        self._packs = opened.packs
        self._pieces = opened.pieces
        self._ed25519_public = ed25519_public
        self._around = around
        self._put = put
        self._session: FriendSession | None = None
        self._lane: SendingLane | None = None
        self._is_opening = False
        self._is_held = True
        self._has_turn = False
        self._pushed: Push | None = None
        self._is_pushing = False
        self._wants: list[Want] = []
        self._told_epoch = 0
        self._told_numbers = 0
        self._roots: list[RootRow] = []
        self._lost: list[SourceRow] = []
        self._given_up: dict[int, Code] = {}
        self._written = Status(transfer_id=row.id, written=0)
        row.start_moving(lambda: (self._written.written, self._written.files))

    @property
    def wants_turn(self) -> bool:
        """Say whether something waits to be sent, or is being sent."""
        return self._pushed is not None and not self._is_held

    # Sessions

    def attach(self, session: FriendSession, number: int) -> None:
        """Go on in a session: tell again what the other side may not have kept."""
        self.detach()
        self._session = session
        self._pieces.number = number
        self._roots = [RootRow(*known) for known in self._pieces.known_roots()]
        self._lost = [
            SourceRow(entry, code, self._pieces.generation(entry))
            for entry, code in self._given_up.items()
        ]
        self.say_roots()

    def detach(self) -> None:
        """The session is gone, and with it the wish and the lane."""
        self._session = self._lane = self._pushed = None
        self._is_opening = self._is_pushing = False
        self._told_epoch = 0

    def hold(self, *, is_held: bool) -> None:
        """Send nothing while it is held; what is wished for then is wished for anew."""
        self._is_held = is_held
        if is_held and self._pushed is not None:
            self._drop()
            self._pushed = None
            self._around.turns_changed()

    def give_turn(self, has_turn: bool) -> None:
        """Send only while it is this transfer's turn."""
        self._has_turn = has_turn
        self._push()

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
                self._lane_changed(event)
            case Tick():
                self.say_roots()
            case _:
                self._reported(event)

    # What the other side says

    def _needed(self, need: Need) -> None:
        """Push what a NEED asks for; a higher epoch replaces what was wished before."""
        epoch = self._told_epoch
        if need.epoch < epoch or (need.epoch == epoch and not (need.add or self._wants)):
            return
        self._collect(need)
        if need.more:
            return
        wants, self._wants = self._wants, []
        chosen = self._chosen()
        if need.wants is None:
            wish = everything(self._sources, self._packs, chosen)
        else:
            wish = wished(wants, self._sources, self._packs)
        extends = need.add and self._pushed is not None
        self._pushed = Push(self._pieces, need.epoch, wish, extends)
        self._is_pushing = False
        if self._is_held:
            self._pushed = None
            return
        if self._row.state is TransferState.CLOSING:
            self._row.move(TransferState.ACTIVE)
        self._around.turns_changed()
        self._push()

    def _files(self, message: Files) -> None:
        """Take note of what became of files at the receiver."""
        for row in message.rows:
            if row.entry >= len(self._sources):
                raise RemoteProtocolError("a file that was not offered")
            if self._sources.kind_of(row.entry) is EntryKind.FOLDER:
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
                self._lost.append(SourceRow(entry, code, self._pieces.generation(entry)))
            case WishServed(epoch, lane_index, frames):
                self._say_sent(epoch, lane_index, frames)

    def _lane_changed(self, event: LaneEnded | LaneOpened | LaneFailed) -> None:
        """Use a lane that is there now; let the receiver ask again for what one has lost."""
        session = self._session
        if session is None:
            return
        match event:
            case LaneOpened(lane):
                self._is_opening = False
                if session.lanes.is_open(lane):
                    self._lane = lane
                    self._push()
                elif self._pushed is not None:
                    self._say_sent(self._pushed.epoch, lane.index, 0)
            case LaneFailed():
                asyncio.get_running_loop().call_later(LANE_RETRY_SECONDS, self._open_again)
            case LaneEnded(index) if self._lane is not None and index == self._lane.index:
                self._lane = None
                if self._is_pushing and self._pushed is not None:
                    self._say_sent(self._pushed.epoch, index, 0)

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
        cancelled = decode_ranges(self._row.plan.cancelled, len(self._sources))
        fresh = decode_ranges(ranges, len(self._sources))
        for start, end in fresh:
            cancelled.add(start, end)
        self._row.replan(replace(self._row.plan, cancelled=tuple(cancelled.encode())))
        if not is_told and self._session is not None:
            self._session.post(Cancel(transfer_id=self._row.id, entries=fresh.encode()))

    def let_go(self) -> None:
        """Send nothing more."""
        self._drop()
        self._pieces.close()

    def _give_up(self, entry: int, code: Code) -> None:
        if entry in self._given_up:
            return
        self._given_up[entry] = code
        if code is not Code.CANCELLED:
            path = "/".join(self._sources[entry].entry.components)
            self._row.add_problems([FileProblem(path, code)])

    def _chosen(self) -> RangeSet | None:
        chosen = self._row.plan.chosen
        return None if chosen is None else decode_ranges(chosen, len(self._sources))

    def _collect(self, need: Need) -> None:
        """Add the rows of one message to the wish that is being told."""
        if need.epoch != self._told_epoch:
            self._told_epoch, self._told_numbers, self._wants = need.epoch, 0, []
        rows = need.wants or ()
        self._told_numbers += 1 + sum(1 + len(row.ranges) for row in rows)
        if self._told_numbers > NUMBERS_LIMIT + 3 * len(self._sources):
            raise RemoteProtocolError("a wish without end")
        self._wants += rows

    def _push(self) -> None:
        """Send what is wished for once there is a lane and it is our turn."""
        if self._pushed is None or self._session is None or self._is_pushing or not self._has_turn:
            return
        if self._lane is not None:
            self._is_pushing = True
            self._lane.order(self._pushed)
        elif not self._is_opening:
            self._is_opening = True
            self._around.spawn(self._open_lane(self._session))

    def _drop(self) -> None:
        if self._lane is not None:
            self._lane.order(Drop(self._pieces.number))
        self._is_pushing = False

    def _open_again(self) -> None:
        self._is_opening = False
        self._push()

    async def _open_lane(self, session: FriendSession) -> None:
        try:
            self._put(LaneOpened(await session.lanes.sending_lane()))
        except ByhandError as exc:
            self._put(LaneFailed(exc))

    def _say_sent(self, epoch: int, lane_index: int, frames: int) -> None:
        """Say that a wish was served; every root of it goes before."""
        self.say_roots()
        if self._pushed is None or self._session is None or epoch != self._pushed.epoch:
            return
        self._pushed, self._is_pushing = None, False
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
        self._around.turns_changed()

    async def _check(self, message: Finished) -> None:
        try:
            is_right = await self._around.disk.run(self._is_right, message)
        except ByhandError:
            is_right = False
        self._put(ReceiptChecked(message, is_right))

    def _is_right(self, message: Finished) -> bool:
        """Compare a receipt with the roots of what we have read, on a worker's thread.

        What was read before a stop and not recorded is read again for it.
        """
        files = files_digest(self._pieces.roots(self._finished_files()))
        delivery = Delivery(
            self._row.id,
            self._around.own_id,
            self._row.now.friend_id,
            self._row.plan.digest,
            files,
        )
        try:
            check_receipt(self._ed25519_public, delivery, message.receipt)
        except AuthenticationError:
            return False
        return True

    def _finished_files(self) -> Sequence[int]:
        """Return what must have arrived: the chosen files but those that were given up."""
        chosen = self._chosen()
        return [
            entry
            for entry in range(len(self._sources))
            if self._sources.kind_of(entry) is not EntryKind.FOLDER
            and (chosen is None or entry in chosen)
            and entry not in self._given_up
        ]
