"""Roots of our files for a receiver who may have them already, found out beside what is sent."""

import asyncio
from collections.abc import Callable, Sequence

from msgspec import Struct

from byhand.domain.flags import places_of_ones
from byhand.domain.ranges import decode_ranges
from byhand.engine.proving import roots_for
from byhand.engine.source_pieces import SourcePieces
from byhand.protocol.resume_messages import HashAsk
from byhand.service.friend_session import FriendSession
from byhand.service.stepping import run_in_steps
from byhand.service.surroundings import Surroundings


class RootsFound(Struct, frozen=True):
    """Some roots were found out, and told by RootKnown; `known` are those told before."""

    session: FriendSession
    known: tuple[tuple[int, bytes], ...]


class HashAnswering:
    """Answers in one session after the other; what is asked twice at a time is answered once."""

    def __init__(
        self, pieces: SourcePieces, around: Surroundings, put: Callable[[object], None]
    ) -> None:
        """`put` hears RootsFound."""
        self._pieces = pieces
        self._around = around
        self._put = put
        self._session: FriendSession | None = None
        # 1 for what is to be answered: no number of questions takes more room, or time, than this.
        self._asked = bytearray()
        self._work: asyncio.Task[None] | None = None

    def attach(self, session: FriendSession | None) -> None:
        """Answer in this session, or nobody any more."""
        self._session = session
        self._asked = self._nothing()

    def ask(self, message: HashAsk) -> None:
        """Find out what is asked for; RemoteProtocolError for what was not offered."""
        for start, end in decode_ranges(message.entries, len(self._pieces.offered.columns)):
            self._asked[start:end] = self._pieces.asked[start:end] = bytes([1]) * (end - start)
        if self._work is None and not message.more:
            self._work = self._around.spawn(self._answer())

    async def stop(self) -> None:
        """Return once nothing is found out any more; nobody is answered in by then."""
        if self._work is not None:
            await asyncio.wait({self._work})

    async def _answer(self) -> None:
        try:
            while 1 in self._asked and self._session is not None:
                asked, self._asked = self._asked, self._nothing()
                await self._find(asked, self._session)
        finally:
            self._work = None

    def _nothing(self) -> bytearray:
        return bytearray(len(self._pieces.offered.columns))

    async def _find(self, asked: bytearray, session: FriendSession) -> None:
        """Find out roots for as long as this session is the one that is answered in."""

        def found(yielded: Sequence[tuple[int, bytes] | None]) -> None:
            known = tuple(each for each in yielded if each is not None)
            self._put(RootsFound(session, known))

        async def goes_on() -> bool:
            await session.drain()
            return self._session is session

        steps = roots_for(self._pieces, places_of_ones(asked))
        await run_in_steps(self._around.disk, steps, found, goes_on)
