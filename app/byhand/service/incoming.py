"""One incoming transfer, from the OFFER to our FINISHED, over any number of sessions."""

from contextlib import AsyncExitStack

from byhand.domain.codes import Code
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import HELD_STATES, Standing, TransferState, end_by
from byhand.errors import ByhandError, DiskFullError
from byhand.protocol import message_types
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.messages import Cancel, Entries, ErrorReport, Offer, Verdict, Withdraw
from byhand.protocol.resume_messages import Phase, Role, SyncRow
from byhand.service.accepted_receiving import AcceptedReceiving
from byhand.service.answering import answer
from byhand.service.disk_jobs import DiskJobs
from byhand.service.disk_reports import NotInPlace, Prepared, SpoiltTexts
from byhand.service.friend_session import FriendSession
from byhand.service.job_queue import DiskRefused, JobQueue, Lied
from byhand.service.offer_reading import Checked, OfferReading, PartRead
from byhand.service.row import Row
from byhand.service.running import Running
from byhand.service.saving import NotRecorded
from byhand.service.surroundings import (
    AcceptOrder,
    CancelOrder,
    DeclineOrder,
    Offered,
    PutOffOrder,
    ShutdownOrder,
    Surroundings,
    code_of,
)

_S = TransferState
_BEFORE_SAVING = HELD_STATES | {_S.ACTIVE, _S.CHECKING}


class Incoming(Running[IncomingPlan]):
    """Shows an offer and, once accepted, receives it; staging is gone when it has ended."""

    role = Role.RECEIVER

    def __init__(
        self, row: Row[IncomingPlan], identity: LocalIdentity, around: Surroundings
    ) -> None:
        super().__init__(row, around)
        self._jobs = JobQueue(around.spawn, self.put)
        self._reading = OfferReading(row, around, self._jobs, self.put)
        self._disk = DiskJobs(row, around, self._jobs, self.put, self.put_from_thread)
        self._accepted = AcceptedReceiving(row, identity, around, self._disk, self.put)
        self._is_accepted = False
        self._is_closing = False

    @property
    def is_accepted(self) -> bool:
        """Say whether it is being received, or was."""
        return self._is_accepted

    def entry_state(self, entry: int) -> Standing:
        """Return where one entry stands, and why; from any thread."""
        return self._accepted.entry_state(entry)

    def offered(self, event: Offered) -> None:
        """Take an offer, or the same once more."""
        self.listen(event.session)
        self.put(event)

    def _begin(self) -> None:
        """Go on with what an earlier run left, also with what it was about to prepare."""
        self._is_accepted = bool(self.row.plan.staging)
        if self._is_accepted:
            if self.row.state is _S.FINALIZING:
                self.row.move(_S.STALLED)
            self._hold()
            self._disk.restore()
        elif self.row.state is _S.CHECKING:
            self._disk.prepare_again()

    # What happens

    def _handle(self, event: object) -> None:
        match event:
            case Offered(session, offer, _):
                self._offered(session, offer)
            case AcceptOrder():
                self._accept(event)
            case DeclineOrder():
                self._decline()
            case PutOffOrder():
                self._put_off()
            case CancelOrder(entries=None):
                self._refuse()
            case CancelOrder(entries) if entries is not None and self.row.state is not _S.OFFERED:
                self._accepted.cancel_entries(entries)
            case ShutdownOrder():
                self._is_closing = True
                self._stays = self.row.state is not _S.FINALIZING
            case _:
                self._after_disk(event)

    def _after_disk(self, event: object) -> None:
        match event:
            case PartRead():
                self._part_read(event)
            case Checked():
                self._checked(event)
            case Lied(error):
                raise error
            case Prepared() if self._disk.is_meant(event):
                self._start(event)
            case Prepared(part=part):
                self._around.spawn(part.let_go())
            case NotInPlace():
                self._accepted.go_on()
                self._hold()
                self._stays = self._is_closing
            case SpoiltTexts(entries):
                self._accepted.give_up_texts(entries)
            case NotRecorded():
                self._stays = self._is_closing
            case DiskRefused(error):
                self._disk_refused(error)
                self._stays = self._is_closing
            case _:
                self._hear(event)

    def _hear(self, event: object) -> None:
        """Handle what the other side says; what does not fit where it stands changes nothing."""
        match event:
            case Entries():
                self._reading.read(event, self.session)
            case Cancel(entries=None, code=code):
                self._ended_by_them(code)
            case Withdraw() | ErrorReport(about=message_types.SYNC_TYPE, code=Code.NOT_FOUND):
                self._ended_by_them(Code.CANCELLED)
            case _ if self._is_accepted:
                self._follow(self._accepted.handle(event))

    def _disk_refused(self, error: ByhandError) -> None:
        """Wait for room; before anything was received the offer stays open for another try."""
        missing = error.missing_bytes if isinstance(error, DiskFullError) else None
        if self.row.state is _S.CHECKING:
            why, size = code_of(error), missing or 0
            self.row.move(_S.OFFERED, code=why, missing_bytes=size, accepted_by_policy=False)
        elif self._is_accepted:
            self._follow(self._accepted.refused(error))
        else:
            self._follow(code_of(error))

    def _follow(self, code: Code) -> None:
        """End for a reason of ours; if there is none, wait for the disk or go on with it."""
        accepted, block = self._accepted, self._accepted.block
        if code is not Code.OK:
            self._say_cancelled(code)
            self.row.end(_S.FAILED, code)
        elif self._is_accepted and block.code is not self._blocked:
            self._blocked = block.code
            self._hold()
            self.row.update(missing_bytes=block.missing_bytes)
            accepted.look_for_end()

    # The offer

    def _offered(self, session: FriendSession, offer: Offer) -> None:
        """Take it as new; in the session in which it was answered it is not offered again."""
        is_answered = self._is_accepted or self.row.state is _S.CHECKING
        if self.row.state is _S.FINALIZING or (is_answered and self.session is session):
            return
        if is_answered:
            self._is_accepted, self._blocked = False, Code.OK
            self._accepted.start_over()
            self.row.move(_S.OFFERED, code=Code.OK, missing_bytes=0, accepted_by_policy=False)
            self.row.mark_paused(by_friend=False)
        self.session, self._number = session, offer.number
        self._reading.begin(offer)
        if self.row.now.paused_by_me:
            self._say_pause(is_paused=True)

    def _part_read(self, event: PartRead) -> None:
        code = self._reading.part_read(event)
        if code is not Code.OK:
            self._answer(Verdict.DECLINE, code)
            self.row.end(_S.FAILED, code)

    def _checked(self, event: Checked) -> None:
        order = self._reading.checked(event)
        if order is not None and self.row.state is _S.OFFERED:
            self._prepare(order, is_by_policy=True)

    def _accept(self, order: AcceptOrder) -> None:
        if self.row.state is _S.OFFERED and self.row.now.is_counted:
            self._prepare(order, is_by_policy=False)

    def _prepare(self, order: AcceptOrder, *, is_by_policy: bool) -> None:
        self.row.move(
            _S.CHECKING,
            folder=order.folder,
            code=Code.OK,
            missing_bytes=0,
            accepted_by_policy=is_by_policy,
            is_put_off=False,
        )
        self._disk.prepare(order, self._reading.take_entries())

    def _put_off(self) -> None:
        if self.row.state is _S.OFFERED and self.row.now.is_counted:
            self._answer(Verdict.LATER, Code.OK)
            self.row.update(is_put_off=True)

    def _decline(self) -> None:
        if self.row.state is _S.OFFERED and self.row.now.code is Code.OK:
            self._around.declines.refused(self.friend_id)
        self._refuse()

    def _answer(self, verdict: Verdict, code: Code) -> None:
        if self.session is not None:
            consent = self._around.memberships.consent(self.session, self.row.plan)
            self.session.post(answer(self.row.id, self.row.plan, verdict, code, consent))

    # What was accepted

    def _start(self, prepared: Prepared) -> None:
        """Answer only now: until there is room nothing has been promised."""
        self._is_accepted = True
        self._accepted.start(prepared)
        self._blocked = self._accepted.block.code
        if prepared.is_new:
            self._answer(Verdict.ACCEPT, Code.OK)
            self._around.declines.accepted(self.friend_id)
            self._around.used(self.friend_id)
        if self.session is not None:
            self._attach(self.session)
        self._hold()
        self._accepted.cancel_unwanted()
        self._accepted.look_for_end()

    def _holds(self, *, is_held: bool) -> None:
        self._accepted.hold(is_held=is_held)

    # The friend comes and goes

    def _synced(self, session: FriendSession, theirs: SyncRow | None) -> None:
        """Go on as both say; else wait for what they say next, or for their offer."""
        plan = self.row.plan
        if theirs is None or not plan.digest or theirs.digest != plan.digest:
            return
        if theirs.phase is Phase.ACCEPTED and not self._is_accepted:
            return
        self.session = session
        if self._is_accepted and theirs.phase is Phase.OFFERED:
            self._answer(Verdict.ACCEPT, Code.OK)
        elif not self._is_accepted and self.row.now.is_put_off:
            self._answer(Verdict.LATER, Code.OK)
        self._agree(session, theirs)
        self._accepted.look_for_end()

    def _attach(self, session: FriendSession) -> None:
        if self._is_accepted:
            self._accepted.attach(session, self._number)

    def _session_lost(self) -> None:
        """Keep what is here, and what was offered: the friend comes back."""
        self.session = None
        if self.row.state is _S.OFFERED and not self.row.now.is_counted:
            self.row.end(_S.WITHDRAWN, Code.CONNECTION_LOST)
        self._accepted.detach()
        if self._is_accepted:
            self._hold()
            self._around.look_for(self.friend_id)

    # The end

    def _ended_by_them(self, code: Code) -> None:
        """End as the sender says, unless everything is here and being saved."""
        if self.row.state is _S.OFFERED:
            self.row.end(_S.WITHDRAWN, code)
        elif self.row.state in _BEFORE_SAVING:
            self.row.end(end_by(code), code)

    def _refuse(self) -> None:
        """End it as our user wants: decline what is offered, cancel what is not saved yet."""
        if self.row.state is _S.OFFERED:
            # Whoever declines after the disk refused has its reason, and the sender may know.
            self._answer(Verdict.DECLINE, self.row.now.code or Code.DECLINED)
            self.row.end(_S.DECLINED, Code.DECLINED, by_me=True)
        elif self.row.state in _BEFORE_SAVING:
            self._say_cancelled(Code.CANCELLED)
            self.row.end(_S.CANCELLED, Code.CANCELLED, by_me=True)

    async def _let_go(self) -> None:
        """Take nothing more; of what has ended leave nothing half-written behind."""
        self._disk.interrupt()
        await self._jobs.wait()
        async with AsyncExitStack() as last:  # each of these, whatever the others raise
            if self.row.now.is_final:
                # Else the next start would begin again with what is about to be removed.
                await self.row.settled()
                last.push_async_callback(self._around.memory.forget, self.row.stored)
            last.push_async_callback(self._accepted.close)
            await self._reading.close(self._unheard())
