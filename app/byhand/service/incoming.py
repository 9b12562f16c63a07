"""One incoming transfer, from the OFFER to our FINISHED, over any number of sessions."""

from byhand.domain.codes import Code
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import HELD_STATES, EntryState, TransferState
from byhand.engine.reports import FrameArrived, JournalFailed, LaneEnded, ReceivingFailed
from byhand.errors import ByhandError, DiskFullError, UnsafeNameError
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.message_types import SYNC_TYPE
from byhand.protocol.messages import (
    Answer,
    Cancel,
    Entries,
    ErrorReport,
    Offer,
    Roots,
    Sent,
    Source,
    Verdict,
    Withdraw,
)
from byhand.protocol.resume_messages import Pause, Phase, Resume, Role, SyncRow
from byhand.service.disk_jobs import Checked, DiskJobs, DiskRefused, Lied, Prepared, Room, Saved
from byhand.service.friend_session import FriendSession, SessionEnded
from byhand.service.offer_reading import OfferReading
from byhand.service.receiving import Receiving
from byhand.service.row import Row
from byhand.service.running import Running
from byhand.service.surroundings import (
    AcceptOrder,
    CancelOrder,
    DeclineOrder,
    PauseOrder,
    PutOffOrder,
    ShutdownOrder,
    Surroundings,
    Synced,
    Tick,
    code_of,
)

_S = TransferState
_ACCEPTED = HELD_STATES | {_S.ACTIVE}
_BEFORE_SAVING = _ACCEPTED | {_S.CHECKING}


class Incoming(Running[IncomingPlan]):
    """Shows an offer and, once accepted, receives it; staging is gone when it has ended."""

    def __init__(
        self, row: Row[IncomingPlan], identity: LocalIdentity, around: Surroundings
    ) -> None:
        super().__init__(row, around)
        self._identity = identity
        self._jobs = DiskJobs(row, around, self.put, self.put_from_thread)
        self._reading = OfferReading(row, self._jobs, around.policy_of)
        self._receiving: Receiving | None = None

    @property
    def is_accepted(self) -> bool:
        """Say whether it is being received, or was."""
        return bool(self.row.plan.staging)

    def entry_state(self, entry: int) -> tuple[EntryState, Code]:
        """Return where one entry stands, and why; from any thread."""
        receiving = self._receiving
        return (EntryState.WAITING, Code.OK) if receiving is None else receiving.entry_state(entry)

    def offered(self, session: FriendSession, offer: Offer) -> None:
        """Take an offer, or the same once more: it replaces what was not answered."""
        session.route(self.row.id, self.put)
        self.session, self._number = session, offer.number
        self._reading.begin(offer)

    def sync_row(self, session: FriendSession) -> SyncRow:
        """Say where it stands to a friend who is back, and hear what they say of it from now on."""
        return self._row_of(session, Role.RECEIVER, self.row.plan.digest, 0)

    def _begin(self) -> None:
        if self.is_accepted:
            self._hold()
            self._jobs.restore()

    def _handle(self, event: object) -> None:
        match event:
            case Synced(session, theirs):
                self._synced(session, theirs)
            case SessionEnded():
                self._session_lost()
            case AcceptOrder():
                self._accept(event)
            case DeclineOrder():
                if self.row.state is _S.OFFERED and self.row.now.code is Code.OK:
                    self._around.declines.refused(self.row.now.friend_id)
                self._refused_by_us()
            case PutOffOrder() if self.row.state is _S.OFFERED and self.row.now.is_counted:
                self._answer(Verdict.LATER, Code.OK)
                self.row.update(is_put_off=True)
            case CancelOrder(entries):
                self._cancelled_by_us(entries)
            case PauseOrder(is_paused):
                self._pause(is_paused=is_paused)
            case ShutdownOrder():
                self._stays = self.row.state is not _S.FINALIZING
            case _:
                self._after_disk(event)

    def _hear_them(self, event: object) -> None:
        match event:
            case Entries():
                self._list(event)
            case Withdraw() | Cancel(entries=None):
                self._ended_by_them(event)
            case Cancel(entries=list(entries)) if self._receiving is not None:
                self._receiving.cancel_entries(entries)
            case ErrorReport(about=about, code=Code.NOT_FOUND) if about == SYNC_TYPE:
                self._ended_by_them(Cancel(transfer_id=self.row.id))
            case Pause() | Resume():
                self._hold(by_friend=isinstance(event, Pause))
            case _:
                self._while_receiving(event)

    def _after_disk(self, event: object) -> None:
        match event:
            case Checked():
                self._checked(event)
            case Lied(error):
                raise error
            case Prepared():
                self._start(event)
            case Room():
                self._there_is_room()
            case Saved(paths):
                self._around.spawn(self._saved(paths))
            case DiskRefused(error) | ReceivingFailed(error) | JournalFailed(error):
                self._disk_refused(error)
            case _:
                self._hear_them(event)

    def _while_receiving(self, event: object) -> None:
        """Handle what concerns an accepted transfer; before or after, it changes nothing."""
        if self._receiving is None or self.row.state not in _ACCEPTED:
            return
        match event:
            case Source():
                self._receiving.source_failed(event)
            case Roots():
                self._receiving.proven(event)
            case Sent():
                self._receiving.served(event)
            case Tick():
                self._tick()
            case FrameArrived() | LaneEnded():
                pass
        self._look_for_end()

    def _look_for_end(self) -> None:
        if self._receiving is None or self.row.state is not _S.ACTIVE:
            return
        if self._receiving.is_over():
            self._receiving.give_up_wrong()
            self.row.move(_S.FINALIZING)
            self._jobs.save()

    def _tick(self) -> None:
        assert self._receiving is not None
        self._receiving.say_status(self._blocked)
        if self._blocked is Code.DISK_FULL:
            self._jobs.look_for_room()

    # The offer

    def _list(self, message: Entries) -> None:
        try:
            self._reading.read(message)
        except UnsafeNameError:
            self._answer(Verdict.DECLINE, Code.NAME_REFUSED)
            self.row.end(_S.FAILED, Code.NAME_REFUSED)

    def _checked(self, event: Checked) -> None:
        order = self._reading.checked(event)
        if order is not None and self.row.state is _S.OFFERED:
            self.row.move(_S.CHECKING, folder=order.folder, accepted_by_policy=True)
            self._jobs.prepare(order)

    def _accept(self, order: AcceptOrder) -> None:
        if self.row.state is not _S.OFFERED or not self.row.now.is_counted:
            return
        self.row.move(_S.CHECKING, folder=order.folder, code=Code.OK, missing_bytes=0)
        self._jobs.prepare(order)

    def _start(self, prepared: Prepared) -> None:
        """Answer only now: until there is room nothing has been promised."""
        self._receiving = Receiving(self.row, prepared, self._around)
        if prepared.is_new:
            self._answer(Verdict.ACCEPT, Code.OK)
            self._around.declines.accepted(self.row.now.friend_id)
            self._around.used(self.row.now.friend_id)
        self._attach()
        self._hold()
        self._look_for_end()

    # The friend comes and goes

    def _synced(self, session: FriendSession, theirs: SyncRow | None) -> None:
        """Go on in a session in which both know what is unfinished."""
        if theirs is None:
            return  # they say next what became of it
        if not self.is_accepted:
            if theirs.digest == self.row.plan.digest:
                self.session, self._number = session, theirs.number
                self._hear_of_holding(session, theirs)
            return
        self.session, self._number = session, theirs.number
        if theirs.phase is Phase.OFFERED:
            self._answer(Verdict.ACCEPT, Code.OK)
        self._attach()
        self._hear_of_holding(session, theirs)

    def _attach(self) -> None:
        if self._receiving is not None and self.session is not None:
            self._receiving.attach(self.session, self._number)

    def _session_lost(self) -> None:
        """Keep what is here, and what was offered: the friend comes back."""
        self.session = None
        if self.row.state is _S.OFFERED and not self.row.now.is_counted:
            self.row.end(_S.WITHDRAWN, Code.CONNECTION_LOST)
        if self._receiving is not None:
            self._receiving.detach()
        if self.is_accepted:
            self._hold()
            self._around.look_for(self.row.now.friend_id)

    def _holds(self, *, is_held: bool) -> None:
        if self._receiving is None or self.row.state is _S.FINALIZING:
            return
        self._receiving.hold(is_held=is_held)
        if self.row.state is _S.PAUSED:
            self._jobs.settle()

    def _disk_refused(self, error: ByhandError) -> None:
        """Wait for room; before anything was received the offer stays open for another try."""
        missing = error.missing_bytes if isinstance(error, DiskFullError) else None
        if self.row.state is _S.CHECKING:
            self.row.move(
                _S.OFFERED,
                code=code_of(error),
                missing_bytes=missing or 0,
                accepted_by_policy=False,
            )
        elif isinstance(error, DiskFullError) and self._receiving is not None:
            self._blocked = Code.DISK_FULL
            if self.row.state is _S.FINALIZING:
                self.row.move(_S.BLOCKED, code=Code.DISK_FULL)
            self._hold()
            self.row.update(missing_bytes=missing or 0)
            self._receiving.say_status(self._blocked)
        elif not self.row.now.is_final:
            self._say_cancelled(code_of(error))
            self.row.end(_S.FAILED, code_of(error))

    def _there_is_room(self) -> None:
        """Go on: the disk takes more again."""
        self._blocked = Code.OK
        if self._receiving is not None:
            self._receiving.unblock()
            self._receiving.say_status(self._blocked)
        self._hold()
        self._look_for_end()

    # The end

    async def _saved(self, paths: tuple[str, ...]) -> None:
        """Say what is here, once it is certain that we shall say so after any stop, too."""
        assert self._receiving is not None
        finished = await self._receiving.finished(self._identity, self._around.own_id, paths)
        if paths:
            self._around.used(self.row.now.friend_id)
        self.row.receipt = finished.receipt
        await self._around.memory.keep_roots(self.row.id, self._receiving.roots())
        ending = self._ending(paths)
        await self.row.kept_as(*ending)
        self._receiving.say_finished(finished)
        self.row.end(*ending)
        self.put(Tick())  # wake the inbox: it is over

    def _ending(self, paths: tuple[str, ...]) -> tuple[TransferState, Code]:
        assert self._receiving is not None
        if not self._receiving.failed:
            return _S.DONE, Code.OK
        if paths:
            return _S.PARTLY_DONE, Code.OK
        return _S.FAILED, next(iter(self._receiving.failed.values()))

    def _ended_by_them(self, message: Withdraw | Cancel) -> None:
        """End as the sender says, unless everything is here and being saved."""
        code = message.code if isinstance(message, Cancel) else Code.CANCELLED
        if self.row.state is _S.OFFERED:
            self.row.end(_S.WITHDRAWN, code)
        elif self.row.state in _BEFORE_SAVING:
            self.row.end(_S.CANCELLED if code is Code.CANCELLED else _S.FAILED, code)

    def _refused_by_us(self) -> None:
        if self.row.state is _S.OFFERED:
            # Whoever declines after the disk refused has its reason, and the sender may know.
            self._answer(Verdict.DECLINE, self.row.now.code or Code.DECLINED)
            self.row.end(_S.DECLINED, Code.DECLINED, by_me=True)
        elif self.row.state in _BEFORE_SAVING:
            self._say_cancelled(Code.CANCELLED)
            self.row.end(_S.CANCELLED, Code.CANCELLED, by_me=True)

    def _cancelled_by_us(self, entries: tuple[int, ...] | None) -> None:
        if entries is None:
            self._refused_by_us()
        elif self._receiving is not None and self.row.state in _ACCEPTED:
            self._receiving.cancel_entries(entries)
            if self.session is not None:
                self.session.post(Cancel(transfer_id=self.row.id, entries=list(entries)))
            self._look_for_end()

    async def _let_go(self) -> None:
        """Take nothing more; of what has ended leave nothing half-written behind."""
        if self.session is not None:
            self.session.unroute(self.row.id)
        if self._receiving is not None:
            self._receiving.detach()
        await self._jobs.let_go()

    def _answer(self, verdict: Verdict, code: Code) -> None:
        if self.session is None:
            return
        plan = self.row.plan
        is_accepted = verdict is Verdict.ACCEPT
        answer = Answer(
            transfer_id=self.row.id,
            digest=plan.digest,
            verdict=verdict,
            chosen=list(plan.chosen) if is_accepted and plan.chosen is not None else None,
            code=code,
        )
        self.session.post(answer)
        if is_accepted and self.row.now.paused_by_me:
            self._say_paused(self.session, is_paused=True)
