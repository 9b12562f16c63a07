"""One outgoing transfer, from the drop to the other side's FINISHED."""

import asyncio
from collections.abc import Sequence

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.transfer import Transfer, TransferState
from byhand.engine.reports import LaneEnded, RootKnown, SourceFailed, WishServed
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import (
    Answer,
    Cancel,
    ErrorReport,
    Files,
    Finished,
    Need,
    Verdict,
)
from byhand.service.counting import AllCounted, Counted, NotCounted
from byhand.service.friend_session import FriendSession, SessionEnded
from byhand.service.offering import Offering
from byhand.service.row import Row
from byhand.service.sending import Sending
from byhand.service.surroundings import (
    CancelOrder,
    LaneFailed,
    LaneOpened,
    LimitOrder,
    SessionReady,
    ShutdownOrder,
    Surroundings,
    Tick,
)

_S = TransferState


class Outgoing:
    """Runs one outgoing transfer: everything that concerns it comes through its inbox."""

    def __init__(
        self,
        transfer: Transfer,
        ed25519_public: bytes,
        paths: Sequence[str],
        session: FriendSession | None,
        around: Surroundings,
    ) -> None:
        """`session` is the live one with the friend if it may be offered at once."""
        self._row = Row(transfer, around.queue)
        self._ed25519_public = ed25519_public
        self._around = around
        self._inbox: asyncio.Queue[object] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._offering = Offering(self._row, paths, around, self.put, self._put_from_thread)
        self._offering.session = session
        self._sending: Sending | None = None

    def put(self, event: object) -> None:
        """Put a message, a report or an order into the inbox; on the loop's thread."""
        self._inbox.put_nowait(event)

    @property
    def friend_id(self) -> FriendId:
        """Whom it goes to."""
        return self._row.now.friend_id

    @property
    def wants_session(self) -> bool:
        """Say whether it waits for the friend."""
        return self._row.state is _S.QUEUED

    @property
    def is_offering(self) -> bool:
        """Say whether an offer of it is unanswered with the friend."""
        is_unanswered = self._row.state in (_S.SCANNING, _S.OFFERED)
        return self._offering.session is not None and is_unanswered

    async def run(self) -> None:
        """Run until a final state."""
        try:
            self._offering.start(self._offering.session)
            while not self._row.now.is_final:
                self._guarded(await self._inbox.get())
        finally:
            self._let_go()

    def _guarded(self, event: object) -> None:
        try:
            self._handle(event)
        except RemoteProtocolError as exc:
            self._row.end(_S.FAILED, Code.PROTOCOL)
            if self._offering.session is not None:
                self._offering.session.fail(exc)
        except Exception:
            self._say_cancelled(Code.INTERNAL)
            raise

    def _handle(self, event: object) -> None:
        match event:
            case Counted() | AllCounted() | NotCounted():
                self._offering.counted(event)
            case SessionReady(session):
                if self.wants_session:
                    self._offering.start(session)
            case SessionEnded():
                self._session_lost()
            case CancelOrder():
                self._cancelled_by_us()
            case LimitOrder(limits):
                self._row.update(limits=limits)
            case ShutdownOrder():
                self._closed_by_us()
            case Answer():
                self._answered(event)
            case Cancel(entries=None, code=code) | ErrorReport(code=code):
                is_plain = code in (Code.CANCELLED, Code.OK)
                self._row.end(_S.CANCELLED if is_plain else _S.FAILED, code)
            case _:
                self._while_sending(event)

    def _while_sending(self, event: object) -> None:
        """Handle what concerns an accepted transfer; before or after, it changes nothing."""
        if self._sending is None or self._row.now.is_final:
            return
        match event:
            case Need():
                self._sending.needed(event)
            case Files():
                self._sending.files(event)
            case Finished():
                self._sending.finished(event)
            case RootKnown() | SourceFailed() | WishServed():
                self._sending.reported(event)
            case LaneOpened() | LaneFailed() | LaneEnded():
                self._sending.lane_changed(event)
            case Tick():
                self._sending.say_roots()

    def _answered(self, answer: Answer) -> None:
        match answer.verdict:
            case Verdict.ACCEPT if self._sending is None:
                self._accepted(answer)
            case Verdict.DECLINE if self.is_offering:
                self._declined(answer.code)

    def _accepted(self, answer: Answer) -> None:
        session = self._offering.session
        is_same = answer.digest == self._offering.digest
        if session is None or self._row.state is not _S.OFFERED or not is_same:
            raise RemoteProtocolError("an answer to another manifest")
        self._sending = Sending(
            self._row,
            self._offering,
            session,
            self._ed25519_public,
            self._around,
            self.put,
            self._put_from_thread,
        )
        self._around.refusals.accepted(self.friend_id)
        self._row.move(_S.ACTIVE)

    def _declined(self, code: Code) -> None:
        if code is Code.BUSY:
            self._around.refusals.refused(self.friend_id)
            self._offering.put_off()
        elif code in (Code.DECLINED, Code.OK):
            self._row.end(_S.DECLINED)
        else:
            self._row.end(_S.FAILED, code)

    def _session_lost(self) -> None:
        """Wait for the friend if nothing was accepted yet; else say that it broke off."""
        self._offering.session = None
        if self._row.state is _S.OFFERED:
            self._offering.wait()
            self._around.offer_next(self.friend_id)
        elif self._sending is not None:
            self._row.end(_S.FAILED, Code.CONNECTION_LOST)

    def _cancelled_by_us(self) -> None:
        if self._sending is not None:
            self._sending.cancel(Code.CANCELLED)
            self._row.end(_S.CANCELLED, Code.CANCELLED, by_me=True)
            return
        self._offering.take_back()
        is_offered = self._row.state is _S.OFFERED
        state = _S.WITHDRAWN if is_offered else _S.CANCELLED
        self._row.end(state, Code.CANCELLED, by_me=True)

    def _closed_by_us(self) -> None:
        """End with the program; an offer that is not answered is void with the session."""
        if self._sending is not None:
            self._sending.cancel(Code.SHUTDOWN)
        self._row.end(_S.FAILED, Code.SHUTDOWN, by_me=True)

    def _say_cancelled(self, code: Code) -> None:
        if self._sending is not None:
            self._sending.cancel(code)
        else:
            self._offering.take_back()

    def _let_go(self) -> None:
        self._offering.stop()
        if self._sending is not None:
            self._sending.let_go()
        if self._offering.session is not None:
            self._offering.session.unroute(self._row.id)
        self._around.ended(self._row.id)

    def _put_from_thread(self, event: object) -> None:
        self._loop.call_soon_threadsafe(self.put, event)
