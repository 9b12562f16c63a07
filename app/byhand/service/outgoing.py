"""One outgoing transfer, from the drop to FINISHED, over any number of sessions."""

from byhand.domain.codes import Code
from byhand.domain.plan import OutgoingPlan
from byhand.domain.transfer import EntryState, TransferState
from byhand.errors import RemoteProtocolError
from byhand.protocol.message_types import SYNC_TYPE
from byhand.protocol.messages import (
    Answer,
    Cancel,
    ErrorReport,
    Files,
    Finished,
    Need,
    Status,
    Verdict,
)
from byhand.protocol.resume_messages import Pause, Phase, Resume, Role, SyncRow
from byhand.service.counting import AllCounted, Counted, NotCounted
from byhand.service.friend_session import FriendSession, SessionEnded
from byhand.service.offering import NotOpened, Offering, Opened
from byhand.service.row import Row
from byhand.service.running import Running
from byhand.service.sending import Sending
from byhand.service.surroundings import (
    CancelOrder,
    PauseOrder,
    SessionReady,
    ShutdownOrder,
    Surroundings,
    Synced,
    TurnChanged,
)

_S = TransferState


class Outgoing(Running[OutgoingPlan]):
    """Counts, offers, and sends what was accepted."""

    def __init__(
        self,
        row: Row[OutgoingPlan],
        ed25519_public: bytes,
        session: FriendSession | None,
        around: Surroundings,
    ) -> None:
        """`session` is the live one with the friend if it may be offered at once."""
        super().__init__(row, around)
        self._ed25519_public = ed25519_public
        self._offering = Offering(row, around, self.put, self.put_from_thread)
        self._first_session = session
        self._sending: Sending | None = None
        self._early: list[object] = []
        self._awaits_word = False
        self._told_number = 0
        self.has_turn = False
        """Whether it is among those that may send now."""

    @property
    def is_accepted(self) -> bool:
        """Say whether the receiver has accepted it."""
        return self.row.plan.is_accepted

    def entry_state(self, entry: int) -> tuple[EntryState, Code]:
        """Return where one entry stands, and why; from any thread."""
        sending = self._sending
        return (EntryState.WAITING, Code.OK) if sending is None else sending.entry_state(entry)

    @property
    def _known_in(self) -> FriendSession | None:
        return self.session or self._offering.session

    @property
    def wants_session(self) -> bool:
        """Say whether it waits to be offered, and the friend has nothing to say of it."""
        is_free = not (self.row.now.paused_by_me or self._awaits_word)
        return self.row.state is _S.QUEUED and is_free

    @property
    def is_offering(self) -> bool:
        """Say whether an offer of it is unanswered with the friend."""
        is_unanswered = self.row.state in (_S.SCANNING, _S.OFFERED)
        return self._offering.session is not None and is_unanswered

    @property
    def wants_turn(self) -> bool:
        """Say whether there is something to send that its turn would let go."""
        return self._sending is not None and self._sending.wants_turn

    def sync_row(self, session: FriendSession) -> SyncRow:
        """Say where it stands to a friend who is back, and hear what they say of it from now on."""
        self._told_number = session.next_number()
        return self._row_of(session, Role.SENDER, self.row.plan.digest, self._told_number)

    def _begin(self) -> None:
        if self.is_accepted:
            self._hold()
            self._offering.reopen()
        elif self.row.state is _S.SCANNING:
            self._offering.start(self._first_session)

    def _handle(self, event: object) -> None:
        match event:
            case Synced(session, theirs):
                self._synced(session, theirs)
            case SessionReady(session):
                if self.wants_session:
                    self._offering.start(session)
            case SessionEnded():
                self._session_lost()
            case CancelOrder(entries):
                self._cancelled_by_us(entries)
            case PauseOrder(is_paused):
                self._pause(is_paused=is_paused)
                self._around.offer_next(self.friend_id)
            case ShutdownOrder():
                self._stays = True
            case Opened() | NotOpened():
                self._opened(event)
            case Counted() | AllCounted() | NotCounted():
                self._offering.counted(event)
            case _:
                self._hear(event)

    def _hear(self, event: object) -> None:
        """Handle what the other side says."""
        match event:
            case Answer():
                self._answered(event)
            case Cancel(entries=None, code=code):
                is_plain = code in (Code.CANCELLED, Code.OK)
                self.row.end(_S.CANCELLED if is_plain else _S.FAILED, code)
            case ErrorReport(about=about, code=Code.NOT_FOUND) if about == SYNC_TYPE:
                self._offer_afresh()
            case ErrorReport(code=code):
                self.row.end(_S.FAILED, code)
            case Pause() | Resume():
                self._hold(by_friend=isinstance(event, Pause))
            case Status():
                self._status(event)
            case _:
                self._while_sending(event)

    def _while_sending(self, event: object) -> None:
        """Handle what concerns an accepted transfer; before or after, it changes nothing."""
        if self._sending is not None:
            self._sending.handle(event)
            if isinstance(event, TurnChanged):
                self._sending.give_turn(self.has_turn)
        elif self.is_accepted and isinstance(event, Need | Files | Finished | Cancel):
            # The manifest is being opened: what is said meanwhile is heard after that.
            self._early.append(event)

    # The friend comes and goes

    def _synced(self, session: FriendSession, theirs: SyncRow | None) -> None:
        """Go on in a session in which both know what is unfinished."""
        # Of what they do not have unfinished they say next what became of it.
        self._awaits_word = theirs is None
        is_same = theirs is not None and theirs.digest == self.row.plan.digest != b""
        if theirs is None:
            self._hear_of_holding(session, None)
        elif is_same and self.is_accepted and theirs.phase is Phase.ACCEPTED:
            self.session, self._number = session, self._told_number
            self._hear_of_holding(session, theirs)
            self._attach()
        elif is_same and not self.is_accepted:
            self._offering.stands(session, self._told_number)
            self._hear_of_holding(session, theirs)
        else:
            self._offer_afresh()

    def _attach(self) -> None:
        if self._sending is not None and self.session is not None:
            self._sending.attach(self.session, self._number)

    def _session_lost(self) -> None:
        """Wait for the friend; what was accepted goes on with them."""
        self.session, self._blocked = None, Code.OK
        self._awaits_word = False
        if not self.is_accepted:
            self._offering.session_lost()
            return
        if self._sending is not None:
            self._sending.detach()
        self._early.clear()
        self._hold()
        self._around.look_for(self.friend_id)

    def _offer_afresh(self) -> None:
        """Offer it again: the friend does not know it any more."""
        self._awaits_word = False
        self.session = None
        self.row.mark_paused(by_friend=False)
        if self.is_accepted:
            if self._sending is not None:
                self._sending.let_go()
                self._sending = None
            self._offering.afresh()
        self._around.offer_next(self.friend_id)

    # The answer

    def _answered(self, answer: Answer) -> None:
        match answer.verdict:
            case Verdict.ACCEPT if not self.is_accepted:
                self._accepted(answer)
            case Verdict.LATER if not self.is_accepted:
                self.row.update(is_put_off=True)
            case Verdict.DECLINE:
                self._declined(answer.code)

    def _accepted(self, answer: Answer) -> None:
        session = self._offering.session
        if session is None or self.row.state is not _S.OFFERED:
            raise RemoteProtocolError("an answer to what was not offered")
        self.session, self._number = session, self._offering.number
        self._offering.accepted(answer)
        self._around.refusals.accepted(self.friend_id)
        self._hold()
        self._offering.reopen()

    def _declined(self, code: Code) -> None:
        if self.is_accepted:
            self.row.end(_S.CANCELLED, code)
        elif code is Code.BUSY:
            self._around.refusals.refused(self.friend_id)
            self._offering.put_off()
        elif code in (Code.DECLINED, Code.OK):
            self.row.end(_S.DECLINED)
        else:
            self.row.end(_S.FAILED, code)

    def _opened(self, event: Opened | NotOpened) -> None:
        """Send, now that the manifest of what was accepted is at hand."""
        if isinstance(event, NotOpened):
            self._say_cancelled(event.code)
            self.row.end(_S.FAILED, event.code)
            return
        totals = event.totals
        self.row.update(total_files=totals.files, total_bytes=totals.bytes)
        self._sending = Sending(self.row, event, self._ed25519_public, self._around, self.put)
        self._attach()
        self._hold()
        early, self._early = self._early, []
        for message in early:
            self._while_sending(message)

    def _status(self, status: Status) -> None:
        if self._sending is not None:
            self._sending.written(status)
        if status.blocked != self._blocked:
            self._blocked = status.blocked
            self._hold()

    def _holds(self, *, is_held: bool) -> None:
        if self._sending is not None:
            self._sending.hold(is_held=is_held)

    # The end

    def _cancelled_by_us(self, entries: tuple[int, ...] | None) -> None:
        if entries is not None:
            if self._sending is not None:
                self._sending.cancel_entries(entries, is_told=False)
            return
        self._say_cancelled(Code.CANCELLED)
        is_offered = self.row.state is _S.OFFERED
        state = _S.WITHDRAWN if is_offered else _S.CANCELLED
        self.row.end(state, Code.CANCELLED, by_me=True)

    def _say_cancelled(self, code: Code) -> None:
        if self.is_accepted:
            super()._say_cancelled(code)
        else:
            self._offering.take_back()

    async def _let_go(self) -> None:
        self._offering.stop()
        if self._sending is not None:
            self._sending.let_go()
        for session in {self.session, self._offering.session} - {None}:
            assert session is not None
            session.unroute(self.row.id)
        await self._offering.close()
        if self.row.now.is_final:
            await self._around.memory.forget(self.row.stored)
