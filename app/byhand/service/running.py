"""What both directions of a running transfer share: an inbox, a session, and reasons to wait."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar, Generic

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.transfer import Standing, TransferState
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Cancel
from byhand.protocol.resume_messages import Pause, Phase, Resume, Role, SyncRow
from byhand.service.friend_session import FriendSession, SessionEnded
from byhand.service.row import Plan, Row
from byhand.service.surroundings import (
    ExpireOrder,
    LimitOrder,
    Offered,
    PauseOrder,
    Surroundings,
    Synced,
)


class Running(ABC, Generic[Plan]):
    """Runs one transfer: everything that concerns it comes through its inbox.

    `session` is the one in which both sides know of it, None while the friend is away.
    """

    role: ClassVar[Role]

    def __init__(self, row: Row[Plan], around: Surroundings) -> None:
        self.row: Row[Plan] = row
        self.session: FriendSession | None = None
        self._around = around
        self._inbox: asyncio.Queue[object] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._heard_in: FriendSession | None = None
        self._listed_in: FriendSession | None = None
        self._listed: SyncRow | None = None
        self._number = 0
        self._blocked = Code.OK
        self._stays = False
        self._late: list[object] = []

    def put(self, event: object) -> None:
        """Put a message, a report or an order into the inbox; on the loop's thread."""
        self._inbox.put_nowait(event)

    def put_from_thread(self, event: object) -> None:
        """Do the same from any other thread."""
        self._loop.call_soon_threadsafe(self.put, event)

    @property
    def friend_id(self) -> FriendId:
        """Whom it comes from or goes to."""
        return self.row.now.friend_id

    @property
    @abstractmethod
    def is_accepted(self) -> bool:
        """Say whether the receiver has accepted it."""

    @abstractmethod
    def entry_state(self, entry: int) -> Standing:
        """Return where one entry stands, and why; from any thread."""

    def listen(self, session: FriendSession) -> None:
        """Hear what is said of it in a session from now on, and in no other."""
        if self._heard_in is not session:
            self._turn_away()
            self._heard_in = session
            session.route(self.row.id, self.put)

    def sync_row(self, session: FriendSession) -> SyncRow:
        """Say where it stands to a friend who is back, and hear what they say of it."""
        self.listen(session)
        self._listed_in = session
        self._listed = SyncRow(
            self.row.id,
            self.role,
            Phase.ACCEPTED if self.is_accepted else Phase.OFFERED,
            self.row.plan.digest,
            session.next_number() if self.role is Role.SENDER else 0,
            self.row.now.paused_by_me,
        )
        return self._listed

    def is_listed_in(self, session: FriendSession) -> bool:
        """Say whether a friend was told in a session that it is unfinished."""
        return self._listed_in is session

    def offered_late(self) -> Sequence[object]:
        """Return an offer that came after the end, and what was said of it since."""
        events = self._unheard()
        offers = [at for at, event in enumerate(events) if isinstance(event, Offered)]
        return events[offers[-1] :] if offers else ()

    async def run(self) -> None:
        """Run until a final state, or until the program ends."""
        try:
            self._guarded(self._begin)
            while not (self.row.now.is_final or self._stays):
                event = await self._inbox.get()
                self._guarded(lambda: self._heed(event))  # noqa: B023  # called at once
        finally:
            try:
                await self._let_go()
            finally:
                self._turn_away()
                self._around.ended(self.row.id)

    @abstractmethod
    def _begin(self) -> None:
        """Start, or go on with what an earlier run left."""

    @abstractmethod
    def _handle(self, event: object) -> None:
        """Handle an event of one direction; RemoteProtocolError ends it, and the session."""

    @abstractmethod
    def _synced(self, session: FriendSession, theirs: SyncRow | None) -> None:
        """Go on in a session in which both know what is unfinished."""

    @abstractmethod
    def _attach(self, session: FriendSession) -> None:
        """Take up in a session what both have listed alike; the number names it in data frames."""

    @abstractmethod
    def _session_lost(self) -> None:
        """Wait for the friend."""

    @abstractmethod
    def _holds(self, *, is_held: bool) -> None:
        """Stop moving, or go on."""

    @abstractmethod
    async def _let_go(self) -> None:
        """Leave nothing half-done behind that nobody would go on with."""

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except RemoteProtocolError as exc:
            # Of what is whole and being saved nothing is lost by what they say now.
            if self.row.state is not TransferState.FINALIZING:
                self.row.end(TransferState.FAILED, Code.PROTOCOL)
            if self._heard_in is not None:
                self._heard_in.fail(exc)
        except Exception:
            self._say_cancelled(Code.INTERNAL)
            self.row.end(TransferState.FAILED, Code.INTERNAL)
            raise

    def _heed(self, event: object) -> None:
        match event:
            case Synced(session, theirs):
                if self.session is not None and self.session is not session:
                    self._session_lost()  # its end is not heard any more
                self._synced(session, theirs)
            case SessionEnded():
                self._session_lost()
            case LimitOrder(limits):
                self.row.update(limits=limits)
            case PauseOrder(is_paused):
                self._pause(is_paused=is_paused)
            case ExpireOrder():
                self._expire()
            case Pause() | Resume():
                self._hold(by_friend=isinstance(event, Pause))
            case _:
                self._handle(event)

    def _unheard(self) -> Sequence[object]:
        """Return what came too late to be handled; who goes on with it is told how it has ended."""
        while not self._inbox.empty():
            event = self._inbox.get_nowait()
            match event:
                case Synced(session, SyncRow() as theirs) if self.row.now.is_final:
                    self._around.repeat_end(session, theirs)
            self._late.append(event)
        return tuple(self._late)

    def _turn_away(self) -> None:
        """Hear no more of the session in which it was spoken of."""
        if self._heard_in is not None:
            self._heard_in.unroute(self.row.id)
            self._heard_in = None

    def _agree(self, session: FriendSession, theirs: SyncRow) -> None:
        """Go on in a session in which both know of it; each takes the other's PAUSE bit."""
        assert self._listed is not None
        self.session = session
        self._number = self._listed.number or theirs.number
        self._attach(session)
        is_paused = self.row.now.paused_by_me
        if self._listed.is_paused != is_paused:
            self._say_pause(is_paused=is_paused)
        self._hold(by_friend=theirs.is_paused)

    def _pause(self, *, is_paused: bool) -> None:
        """Hold it, or let it go on, as our user wants; the friend is told."""
        if is_paused == self.row.now.paused_by_me:
            return
        self._say_pause(is_paused=is_paused)
        self._hold(by_me=is_paused)
        self._around.offer_next(self.friend_id)

    def _say_pause(self, *, is_paused: bool) -> None:
        if self.session is not None:
            self.session.post((Pause if is_paused else Resume)(transfer_id=self.row.id))

    def _hold(self, *, by_me: bool | None = None, by_friend: bool | None = None) -> None:
        """Go by who holds it, whether the friend is here and whether the disk takes it."""
        if not self.is_accepted:
            self.row.mark_paused(by_me=by_me, by_friend=by_friend)
            return
        is_held = self.row.hold(
            is_here=self.session is not None,
            blocked=self._blocked,
            by_me=by_me,
            by_friend=by_friend,
        )
        self._holds(is_held=is_held)

    def _expire(self) -> None:
        if self.row.state is not TransferState.FINALIZING:
            self._say_cancelled(Code.EXPIRED)
            self.row.end(TransferState.EXPIRED, Code.EXPIRED)

    def _say_cancelled(self, code: Code) -> None:
        if self.session is not None:
            self.session.post(Cancel(transfer_id=self.row.id, code=code))
