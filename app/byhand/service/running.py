"""What both directions of a running transfer share: an inbox, a session, and reasons to wait."""

import asyncio
from abc import ABC, abstractmethod
from typing import Generic

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.transfer import EntryState, TransferState
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Cancel
from byhand.protocol.resume_messages import Pause, Phase, Resume, Role, SyncRow
from byhand.service.friend_session import FriendSession, SessionEnded
from byhand.service.row import Plan, Row
from byhand.service.surroundings import LimitOrder, Surroundings


class Running(ABC, Generic[Plan]):
    """Runs one transfer: everything that concerns it comes through its inbox.

    `session` is the one in which both sides know of it, None while the friend is away.
    """

    def __init__(self, row: Row[Plan], around: Surroundings) -> None:
        self.row: Row[Plan] = row
        self.session: FriendSession | None = None
        self.told_in: FriendSession | None = None
        """In which session the friend was told last that it is unfinished here."""
        self._around = around
        self._inbox: asyncio.Queue[object] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._number = 0
        self._blocked = Code.OK
        self._stays = False
        self._said_paused = False

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
    def _known_in(self) -> FriendSession | None:
        """The session in which the other side knows of it, accepted or not."""
        return self.session

    @property
    @abstractmethod
    def is_accepted(self) -> bool:
        """Say whether the receiver has accepted it."""

    @abstractmethod
    def entry_state(self, entry: int) -> tuple[EntryState, Code]:
        """Return where one entry stands, and why; from any thread."""

    @abstractmethod
    def sync_row(self, session: FriendSession) -> SyncRow:
        """Say where it stands to a friend who is back, and hear what they say of it from now on."""

    def _row_of(self, session: FriendSession, role: Role, digest: bytes, number: int) -> SyncRow:
        before = self._known_in
        if before not in (None, session):
            assert before is not None
            before.unroute(self.row.id)
            self.put(SessionEnded(Code.OK))
        session.route(self.row.id, self.put)
        self.told_in = session
        self._said_paused = self.row.now.paused_by_me
        phase = Phase.ACCEPTED if self.is_accepted else Phase.OFFERED
        return SyncRow(self.row.id, role, phase, digest, number, self._said_paused)

    async def run(self) -> None:
        """Run until a final state, or until the program ends."""
        try:
            self._begin()
            while not (self.row.now.is_final or self._stays):
                self._guarded(await self._inbox.get())
        finally:
            try:
                await self._let_go()
            finally:
                self._around.ended(self.row.id)

    @abstractmethod
    def _begin(self) -> None:
        """Start, or go on with what an earlier run left."""

    @abstractmethod
    def _handle(self, event: object) -> None:
        """Handle one event of the inbox; RemoteProtocolError ends it, and the session."""

    @abstractmethod
    def _holds(self, *, is_held: bool) -> None:
        """Stop moving, or go on."""

    @abstractmethod
    async def _let_go(self) -> None:
        """Leave nothing half-done behind that nobody would go on with."""

    def _guarded(self, event: object) -> None:
        try:
            if isinstance(event, LimitOrder):
                self.row.update(limits=event.limits)
            else:
                self._handle(event)
        except RemoteProtocolError as exc:
            self.row.end(TransferState.FAILED, Code.PROTOCOL)
            if self.session is not None:
                self.session.fail(exc)
        except Exception:
            self._say_cancelled(Code.INTERNAL)
            raise

    def _pause(self, *, is_paused: bool) -> None:
        """Hold it, or let it go on, as our user wants; the friend is told."""
        if is_paused != self.row.now.paused_by_me:
            self._say_paused(self._known_in, is_paused=is_paused)
            self._hold(by_me=is_paused)

    def _say_paused(self, session: FriendSession | None, *, is_paused: bool) -> None:
        if session is not None:
            session.post((Pause if is_paused else Resume)(transfer_id=self.row.id))
            self._said_paused = is_paused

    def _hear_of_holding(self, session: FriendSession, theirs: SyncRow | None) -> None:
        """Take whether they hold it from SYNC; tell them what our user has changed since ours."""
        is_paused = self.row.now.paused_by_me
        if is_paused != self._said_paused:
            self._say_paused(session, is_paused=is_paused)
        self._hold(by_friend=theirs is not None and theirs.is_paused)

    def _hold(self, *, by_me: bool | None = None, by_friend: bool | None = None) -> None:
        """Go by who holds it, whether the friend is here and whether the disk takes it."""
        if not self.is_accepted or self.row.state is TransferState.FINALIZING:
            self.row.mark_paused(by_me=by_me, by_friend=by_friend)
            return
        is_held = self.row.hold(
            is_here=self.session is not None,
            blocked=self._blocked,
            by_me=by_me,
            by_friend=by_friend,
        )
        self._holds(is_held=is_held)

    def _say_cancelled(self, code: Code) -> None:
        if self.session is not None:
            self.session.post(Cancel(transfer_id=self.row.id, code=code))
