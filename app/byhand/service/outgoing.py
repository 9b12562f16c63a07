"""One outgoing transfer, from the drop to FINISHED, over any number of sessions."""

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.plan import OutgoingPlan
from byhand.domain.transfer import Standing, TransferState, end_by
from byhand.errors import RemoteProtocolError
from byhand.protocol.message_types import SYNC_TYPE
from byhand.protocol.messages import (
    Answer,
    Cancel,
    ErrorReport,
    Finished,
    Status,
    Verdict,
    Withdraw,
)
from byhand.protocol.resume_messages import Phase, Role, SyncRow
from byhand.service.accepted_sending import AcceptedSending
from byhand.service.accepted_sources import NotOpened
from byhand.service.counting import AllCounted, Counted, NotCounted
from byhand.service.friend_session import FriendSession
from byhand.service.offering import Offering
from byhand.service.row import Row
from byhand.service.running import Running
from byhand.service.surroundings import (
    CancelOrder,
    Reported,
    SessionReady,
    ShutdownOrder,
    Surroundings,
    code_of,
)

_S = TransferState


class Outgoing(Running[OutgoingPlan]):
    """Counts, offers, and sends what was accepted."""

    role = Role.SENDER

    def __init__(
        self,
        row: Row[OutgoingPlan],
        ed25519_public: bytes,
        session: FriendSession | None,
        around: Surroundings,
    ) -> None:
        """`session` is the live one with the friend if it may be offered at once."""
        super().__init__(row, around)
        self._offering = Offering(row, around, self.put, self.put_from_thread)
        self._accepted = AcceptedSending(
            row, ed25519_public, around, self.put, self.put_from_thread
        )
        self._promised = session
        self._awaits_word = False

    @property
    def is_accepted(self) -> bool:
        """Say whether the receiver has accepted it."""
        return self.row.plan.is_accepted

    def entry_state(self, entry: int) -> Standing:
        """Return where one entry stands, and why; from any thread."""
        return self._accepted.entry_state(entry)

    # Its turns: to be offered, to send

    @property
    def wants_session(self) -> bool:
        """Say whether it waits to be offered."""
        is_held = self.row.now.paused_by_me or self._awaits_word or self._promised is not None
        is_offered = self.session is not None or self.row.state not in (_S.SCANNING, _S.QUEUED)
        return not (is_held or is_offered)

    @property
    def is_offering(self) -> bool:
        """Say whether an offer of it is unanswered with the friend, or is about to be made."""
        is_unanswered = self.row.state in (_S.SCANNING, _S.OFFERED)
        return self._promised is not None or (self.session is not None and is_unanswered)

    def promise(self, session: FriendSession) -> None:
        """Let it be offered in a session."""
        self._promised = session
        self.put(SessionReady())

    @property
    def wants_turn(self) -> bool:
        """Say whether there is something to send that its turn would let go."""
        return self._accepted.wants_turn

    @property
    def has_turn(self) -> bool:
        """Say whether it is among those that may send now."""
        return self._accepted.has_turn

    def give_turn(self, *, has_turn: bool) -> None:
        """Let it send, or wait; both sides show that it does."""
        self._accepted.give_turn(has_turn=has_turn)

    # What happens

    def _begin(self) -> None:
        if self.is_accepted:
            self._hold()
            self._accepted.start()
        elif self.row.state is _S.SCANNING:
            self._offer(self._taken_promise())

    def _handle(self, event: object) -> None:
        match event:
            case SessionReady():
                session = self._taken_promise()
                if session is not None and self.wants_session:
                    self._offer(session)
            case CancelOrder(entries=None):
                self._cancelled_by_us()
            case ShutdownOrder():
                self._stays = True
            case NotOpened(_, error) if self._accepted.is_lost(event):
                self._fail(code_of(error))
            case Counted() | AllCounted() | NotCounted():
                self._fail(self._offering.heard(event))
            case Reported() if not self.is_accepted:
                self._fail(self._offering.heard(event))
            case _:
                self._hear(event)

    def _hear(self, event: object) -> None:
        """Handle what the other side says; what does not fit where it stands changes nothing."""
        match event:
            case Answer():
                self._answered(event)
            case Cancel(entries=None, code=code):
                self.row.end(end_by(code), code)
            case ErrorReport(about=about, code=Code.NOT_FOUND) if about == SYNC_TYPE:
                if self._awaits_word:
                    self._offer_afresh()
            case ErrorReport(code=code):
                self.row.end(_S.FAILED, code)
            case Status():
                self._status(event)
            case Finished() if self._awaits_word and not self.is_accepted:
                self._finished_unaccepted(event)
            case _ if self.is_accepted or self._awaits_word or isinstance(event, CancelOrder):
                self._accepted.handle(event)

    # The offer

    def _taken_promise(self) -> FriendSession | None:
        """Return the session that was promised, unless it is over."""
        session, self._promised = self._promised, None
        return session if session is not None and session.is_synced else None

    def _offer(self, session: FriendSession | None) -> None:
        """Count, and say so at once if there is a session."""
        self._accepted.forget_early()
        self.session = session
        if session is None:
            self._offering.start()
        elif not self._offering.is_understood_in(session):
            self.row.end(_S.FAILED, Code.UNSUPPORTED)
        else:
            self.listen(session)
            self._number = session.next_number()
            self._offering.offer(session, self._number)
            if self.row.now.paused_by_me:
                self._say_pause(is_paused=True)

    def _offer_afresh(self) -> None:
        """Offer it again: the friend does not know it any more."""
        self._awaits_word = False
        self.session = None
        if self.is_accepted:
            self._accepted.forget()
            self._offering.afresh()
        else:
            self._offering.session_lost()
        self.row.mark_paused(by_friend=False)
        self._around.offer_next(self.friend_id)

    def _answered(self, answer: Answer) -> None:
        match answer.verdict:
            case Verdict.ACCEPT if not self.is_accepted:
                self._taken(answer)
            case Verdict.LATER if not self.is_accepted:
                self.row.update(is_put_off=True)
            case Verdict.DECLINE:
                self._declined(answer.code)

    def _taken(self, answer: Answer) -> None:
        if self.session is None or self.row.state is not _S.OFFERED:
            raise RemoteProtocolError("an answer to what was not offered")
        self._offering.accepted(answer)
        self.row.update(is_put_off=False)
        self._around.refusals.accepted(self.friend_id)
        self._accepted.attach(self.session, self._number)
        self._hold()
        self._accepted.start(self._offering.take_sources(), is_fresh=True)
        self._around.offer_next(self.friend_id)

    def _declined(self, code: Code) -> None:
        self._awaits_word = False
        if self.is_accepted:
            self.row.end(_S.CANCELLED, code)
        elif code is Code.BUSY:
            self._around.refusals.refused(self.friend_id)
            self.session = None
            self._turn_away()
            self._offering.put_off()
        elif code in (Code.DECLINED, Code.OK):
            self.row.end(_S.DECLINED)
        else:
            self.row.end(_S.FAILED, code)

    # What was accepted

    def _status(self, status: Status) -> None:
        self._accepted.written(status)
        if status.blocked != self._blocked:
            self._blocked = status.blocked
            self._hold()

    def _finished_unaccepted(self, finished: Finished) -> None:
        """Believe that what we have not kept as accepted has arrived, if the receipt says so."""
        plan = self.row.plan
        if plan.manifest is None:
            self.row.end(_S.FAILED, Code.NOT_FOUND)
            return
        self.row.replan(replace(plan, is_accepted=True))
        self._hold()
        self._accepted.start()
        self._accepted.handle(finished)

    def _holds(self, *, is_held: bool) -> None:
        self._accepted.hold(is_held=is_held)

    # The friend comes and goes

    def _synced(self, session: FriendSession, theirs: SyncRow | None) -> None:
        """Go on as both say, or wait for what they say next of one that they have not listed."""
        plan = self.row.plan
        self._awaits_word = theirs is None
        if theirs is None:
            return
        is_same = bool(plan.digest) and theirs.digest == plan.digest
        is_lost = plan.is_accepted and theirs.phase is Phase.OFFERED
        if is_same and not is_lost:
            self._agree(session, theirs)
        else:
            self._offer_afresh()

    def _attach(self, session: FriendSession) -> None:
        if self.is_accepted:
            self._accepted.attach(session, self._number)
        else:
            self._offering.stands()

    def _session_lost(self) -> None:
        """Wait for the friend; what was accepted goes on with them."""
        self.session, self._blocked, self._awaits_word = None, Code.OK, False
        if not self.is_accepted:
            self._offering.session_lost()
            return
        self._accepted.detach()
        self._hold()
        self._around.look_for(self.friend_id)

    # The end

    def _cancelled_by_us(self) -> None:
        self._say_cancelled(Code.CANCELLED)
        state = _S.WITHDRAWN if self.row.state is _S.OFFERED else _S.CANCELLED
        self.row.end(state, Code.CANCELLED, by_me=True)

    def _fail(self, code: Code) -> None:
        """End with a code of ours; OK: it goes on."""
        if code is not Code.OK:
            self._say_cancelled(code)
            self.row.end(_S.FAILED, code)

    def _say_cancelled(self, code: Code) -> None:
        if self.is_accepted:
            super()._say_cancelled(code)
        elif self.session is not None:
            self._offering.stop()
            self.session.post(Withdraw(transfer_id=self.row.id))

    async def _let_go(self) -> None:
        self._turn_away()
        await self._offering.close()
        await self._accepted.settle()  # what it opens comes to the inbox
        unheard = self._unheard()
        self._offering.discard(unheard)
        await self._accepted.close(unheard)
        if self.row.now.is_final:
            await self.row.settled()
            await self._around.memory.forget(self.row.stored)
