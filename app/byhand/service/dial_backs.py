"""Asking a friend to dial us back, and dialling back who asks (PROTOCOL.md, section 20)."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Coroutine
from enum import Enum, auto
from socket import socket

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.errors import NetworkError, ProtocolError
from byhand.network.addresses import SocketAddress
from byhand.network.dialer import dial_lane
from byhand.protocol.dial_back import DialBack, DialBackTicket, DialResult
from byhand.protocol.handshake import Established, Steps, open_lane
from byhand.service.friend_session import FriendSession

APART_SECONDS = 60.0
"""How often a friend may have us dial."""
ANSWER_SECONDS = 12.0
"""How long we wait for a call that we have asked for."""

Spawn = Callable[[Coroutine[None, None, None]], object]
Dial = Callable[[SocketAddress, Steps], Awaitable[tuple[socket, Established]]]


class DialBackAnswer(Enum):
    """What came of asking a friend to dial us back."""

    ARRIVED = auto()
    """The call has come; nobody else can have made it."""
    UNREACHED = auto()
    """The friend says that the call came to nothing, and none has come."""
    UNTRIED = auto()
    """The friend dials for somebody else, or did so for us a moment ago."""
    SILENCE = auto()
    """No word and no call came in time."""
    UNPROVEN = auto()
    """The friend says that we were reached, but no call has come."""


_SAID = {Code.UNREACHABLE: DialBackAnswer.UNREACHED}


class DialBacks:
    """Makes one call at a time for a friend, and has one friend at a time call."""

    def __init__(
        self,
        spawn: Spawn,
        *,
        clock: Callable[[], float] = time.monotonic,
        dial: Dial = dial_lane,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        """`clock` returns seconds that only ever grow."""
        self._spawn = spawn
        self._clock = clock
        self._dial = dial
        self._answer_seconds = answer_seconds
        self._turn = asyncio.Lock()
        self._asked: _Asked | None = None
        self._next_number = 0
        self._dialled_at: dict[FriendId, float] = {}
        self._is_dialling = False

    async def ask(self, session: FriendSession, port: int) -> DialBackAnswer:
        """Have a friend dial our port, 1024 or more, and return what came of it."""
        async with self._turn:
            asked = self._asked = _Asked(session, self._next_number)
            self._next_number += 1
            try:
                session.post(DialBack(number=asked.number, port=port))
                async with asyncio.timeout(self._answer_seconds):
                    return await asked.answer
            except TimeoutError:
                is_said = asked.is_said_reached
                return DialBackAnswer.UNPROVEN if is_said else DialBackAnswer.SILENCE
            finally:
                self._asked = None

    def heard(self, session: FriendSession, message: DialBack | DialResult) -> None:
        """Do what a friend asks for, or take their word on what we have asked for."""
        if isinstance(message, DialBack):
            self._answer(session, message)
        elif self._asked is not None and self._asked.is_about(session, message.number):
            self._asked.take(message.code)

    def ticket(self, tag: bytes) -> DialBackTicket | None:
        """Return the ticket of the call that is waited for if it has this tag; it works once."""
        return self._asked.take_ticket(tag) if self._asked is not None else None

    def awaited(self, host: str) -> int:
        """Return how many calls are waited for from an address."""
        return int(self._asked is not None and self._asked.session.host == host)

    def arrived(self, ticket: DialBackTicket) -> None:
        """Take note that a call has come; one that is too late changes nothing."""
        if self._asked is not None and self._asked.ticket == ticket:
            self._asked.settle(DialBackAnswer.ARRIVED)

    def _answer(self, session: FriendSession, asked: DialBack) -> None:
        now = self._clock()
        last = self._dialled_at.get(session.friend_id)
        if last is not None and now - last < APART_SECONDS:
            session.post(DialResult(number=asked.number, code=Code.LIMIT))
        elif self._is_dialling:
            session.post(DialResult(number=asked.number, code=Code.BUSY))
        else:
            self._dialled_at[session.friend_id] = now
            self._is_dialling = True
            self._spawn(self._dial_for(session, asked))

    async def _dial_for(self, session: FriendSession, asked: DialBack) -> None:
        """Call the other end of the session, and nobody else, at the port that they say."""
        host, _, *rest = session.address
        address: SocketAddress = (host, asked.port, *rest)  # type: ignore[assignment]
        steps = open_lane(session.dial_back_ticket(asked.number, is_ours=False))
        code = Code.UNREACHABLE
        try:
            with contextlib.suppress(NetworkError, ProtocolError):
                sock, _established = await self._dial(address, steps)
                sock.close()
                code = Code.OK
        finally:
            self._is_dialling = False
        session.post(DialResult(number=asked.number, code=code))


class _Asked:
    """One request of ours, and what is known of it by now."""

    def __init__(self, session: FriendSession, number: int) -> None:
        self.session = session
        self.number = number
        self.ticket = session.dial_back_ticket(number, is_ours=True)
        self.answer: asyncio.Future[DialBackAnswer] = asyncio.get_running_loop().create_future()
        self.is_said_reached = False
        self._is_ticket_left = True

    def is_about(self, session: FriendSession, number: int) -> bool:
        """Say whether a word in a session is about this request."""
        return session is self.session and number == self.number

    def take(self, code: Code) -> None:
        """Take what the friend says; that we were reached shows only when the call is here."""
        if code is Code.OK:
            self.is_said_reached = True
        else:
            self.settle(_SAID.get(code, DialBackAnswer.UNTRIED))

    def take_ticket(self, tag: bytes) -> DialBackTicket | None:
        """Return the ticket if it has this tag and was not taken before."""
        if not self._is_ticket_left or tag != self.ticket.tag:
            return None
        self._is_ticket_left = False
        return self.ticket

    def settle(self, answer: DialBackAnswer) -> None:
        """Take the first answer that decides it."""
        if not self.answer.done():
            self.answer.set_result(answer)
