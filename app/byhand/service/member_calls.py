"""How two members of a group find each other: called, called back, called again until linked."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Coroutine, Sequence

from msgspec import Struct

from byhand.errors import ByhandError
from byhand.network.addresses import Hint
from byhand.network.dialer import Dialled
from byhand.protocol.handshake import MemberEstablished, MemberTicket

WAIT_SECONDS = 3.0
"""So long the one with the larger tag waits to be called."""
PAUSES_SECONDS = (2.0, 5.0, 15.0, 60.0)
"""Between two calls to a member who does not answer; after that each lasts as long as the last."""


class MemberPair(Struct, frozen=True):
    """We and one other member: the key to each other, where they may be, and until when."""

    ticket: MemberTicket
    hints: tuple[Hint, ...]
    expires_at: int

    @property
    def is_ours_to_call(self) -> bool:
        """Whether we call first: our tag is the smaller one."""
        return self.ticket.own_tag < self.ticket.their_tag


Dial = Callable[[MemberTicket, Sequence[Hint]], Awaitable[Dialled]]
Arrived = Callable[[socket.socket, MemberEstablished], None]
Sleep = Callable[[float], Awaitable[None]]


class MemberCalls:
    """Calls the other members until there is a link; `arrived` has those that were answered."""

    def __init__(
        self,
        spawn: Callable[[Coroutine[None, None, None]], "asyncio.Task[None]"],
        dial: Dial,
        arrived: Arrived,
        sleep: Sleep,
    ) -> None:
        self._spawn = spawn
        self._dial = dial
        self._arrived = arrived
        self._sleep = sleep
        self._calling: dict[bytes, asyncio.Task[None]] = {}

    def start(self, pair: MemberPair) -> None:
        """Call another member, unless that is done already; at first when it is our turn."""
        self._start(pair, 0.0 if pair.is_ours_to_call else WAIT_SECONDS)

    def lost(self, pair: MemberPair) -> None:
        """Call again one to whom the link is lost."""
        first = PAUSES_SECONDS[0]
        self._start(pair, first if pair.is_ours_to_call else first + WAIT_SECONDS)

    def stop(self, tag: bytes) -> None:
        """Call the other of a pair no more: they are there, or shall not be."""
        calling = self._calling.pop(tag, None)
        if calling is not None:
            calling.cancel()

    def stop_all(self) -> None:
        """Call nobody any more."""
        for tag in list(self._calling):
            self.stop(tag)

    def _start(self, pair: MemberPair, wait: float) -> None:
        tag = pair.ticket.own_tag
        if tag not in self._calling:
            self._calling[tag] = self._spawn(self._call(pair, wait))

    async def _call(self, pair: MemberPair, wait: float) -> None:
        await self._sleep(wait)
        pauses = iter(PAUSES_SECONDS)
        while True:
            try:
                dialled = await self._dial(pair.ticket, pair.hints)
            except ByhandError:
                await self._sleep(next(pauses, PAUSES_SECONDS[-1]))
                continue
            established = dialled.established
            assert isinstance(established, MemberEstablished)
            self._calling.pop(pair.ticket.own_tag, None)
            self._arrived(dialled.sock, established)
            return
