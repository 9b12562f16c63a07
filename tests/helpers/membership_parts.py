"""What a member of a group needs around it in a unit test: time that a test moves, and links."""

import asyncio
import socket
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import cast

from byhand.domain.numbering import Numbering
from byhand.domain.ranges import RangeSet
from byhand.engine.exchange import Exchange, LinkStanding
from byhand.engine.held_back import Released
from byhand.errors import ByhandError, ConnectionLostError, UnreachableError
from byhand.network.addresses import Hint, parse_hints
from byhand.network.dialer import Dialled
from byhand.noise.handshake_state import Session
from byhand.protocol.handshake import MemberEstablished, MemberTicket
from byhand.protocol.member_messages import GroupRow
from byhand.protocol.preamble import LaneCipher
from tests.helpers.group_parts import GROUP_ID, PIECE, offered_sizes
from tests.helpers.members import sessions
from tests.helpers.transfer_parts import settled

OURS, THEIRS = 0, 1
"""Whose turn it is to call first."""
HERE = Hint("127.0.0.1", 47800)


class Time:
    """Stands still until a test moves it; who sleeps wakes when it has come so far."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now
        self._asleep: list[tuple[float, int, asyncio.Event]] = []
        self._order = count()

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        awake = asyncio.Event()
        heappush(self._asleep, (self.now + seconds, next(self._order), awake))
        await awake.wait()

    async def move(self, seconds: float) -> None:
        """Let so much time pass, and everything happen that was waiting for it."""
        end = self.now + seconds
        await settled()
        while self._asleep and self._asleep[0][0] <= end + 1e-9:
            at, _, awake = heappop(self._asleep)
            self.now = max(self.now, at)
            awake.set()
            await settled()
        self.now = end

    async def jump(self, seconds: float) -> None:
        """Let so much time pass at once, but for its last second; who sleeps wakes late."""
        self.now += seconds - 1
        await self.move(1)


class Tasks:
    """Spawns what a service would, until it is cancelled."""

    def __init__(self) -> None:
        self.running: set[asyncio.Task[None]] = set()

    def spawn(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work)
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return task

    async def close(self) -> None:
        for task in list(self.running):
            task.cancel()
        await settled()


@dataclass
class FakeExchange:
    """An exchange whose links are only noted."""

    numbering: Numbering = field(default_factory=lambda: numbering_of(8))
    here: RangeSet = field(default_factory=RangeSet)
    news: RangeSet = field(default_factory=RangeSet)
    links: dict[bytes, socket.socket] = field(default_factory=dict)
    sessions: dict[bytes, Session] = field(default_factory=dict)
    dropped: list[bytes] = field(default_factory=list)
    standings: dict[bytes, LinkStanding] = field(default_factory=dict)
    told: list[tuple[int, int, int, bytes]] = field(default_factory=list)
    holds: list[bool] = field(default_factory=list)
    releases: list[Released] = field(default_factory=list)
    last_received_at: float = 1000.0
    sender_bytes: int = 0
    is_broken: bool = False
    """Whether connections have ended before there is a link."""
    is_abandoned: bool = False
    is_closed: bool = False

    @property
    def real(self) -> Exchange:
        return cast(Exchange, self)

    def is_open(self, tag: bytes) -> bool:
        return tag in self.links

    def open(self, tag: bytes, sock: socket.socket, session: Session) -> bool:
        assert sock.getblocking()
        assert tag not in self.links
        assert not self.is_abandoned
        if self.is_broken:
            raise ConnectionLostError
        self.links[tag], self.sessions[tag] = sock, session
        return True

    def drop(self, tag: bytes) -> None:
        sock = self.links.pop(tag, None)
        if sock is not None:
            sock.close()
            self.dropped.append(tag)

    def come(self, start: int, end: int) -> None:
        """Let pieces arrive."""
        self.here.add(start, end)
        self.news.add(start, end)

    def had(self) -> RangeSet:
        return RangeSet(self.here)

    def take_news(self) -> RangeSet:
        news, self.news = self.news, RangeSet()
        return news

    def hold(self, *, is_held: bool) -> None:
        self.holds.append(is_held)

    def hashes_told(self, entry: int, first: int, generation: int, hashes: bytes) -> None:
        self.told.append((entry, first, generation, hashes))

    def released(self, released: Released) -> None:
        self.releases.append(released)

    def standing(self) -> tuple[LinkStanding, ...]:
        return tuple(self.standings.values())

    def abandon(self) -> None:
        self.is_abandoned = True
        for tag in list(self.links):
            self.drop(tag)

    def close(self) -> None:
        assert self.is_abandoned
        self.is_closed = True


class Dialling:
    """Calls that a test answers, in the order in which they are made."""

    def __init__(self, clock: Time) -> None:
        self.calls: list[tuple[bytes, tuple[Hint, ...], float]] = []
        """By which of our tags, where, and when."""
        self.sockets: list[socket.socket] = []
        self.answers: list[ByhandError | None] = []
        """What becomes of the next calls; of all others nothing."""
        self._clock = clock

    @property
    def times(self) -> list[float]:
        return [at for _, _, at in self.calls]

    async def __call__(self, ticket: MemberTicket, hints: Sequence[Hint]) -> Dialled:
        self.calls.append((ticket.own_tag, tuple(hints), self._clock()))
        error = self.answers.pop(0) if self.answers else UnreachableError()
        if error is not None:
            raise error
        near, far = socket.socketpair()
        near.setblocking(False)
        self.sockets += [near, far]
        return Dialled(near, MemberEstablished(sessions()[0], ticket), HERE)

    def close(self) -> None:
        for sock in self.sockets:
            sock.close()


def numbering_of(pieces: int) -> Numbering:
    """Return the numbers of one file of so many pieces."""
    offered = offered_sizes(pieces * PIECE)
    return Numbering(offered.columns, offered.packs)


def row_of(
    number: int,
    first: int = OURS,
    hints: Iterable[str] = ("tcp://127.0.0.1:47800",),
    expires_at: int = 1000 + 3600,
) -> GroupRow:
    """Return the ticket for another member, a number below 64."""
    own, theirs = bytes([1 + 2 * number]) * 16, bytes([2 + 2 * number]) * 16
    if first == THEIRS:
        own, theirs = theirs, own
    key = bytes([number]) * 32
    return GroupRow(own, theirs, key, LaneCipher.CHACHAPOLY, list(hints), expires_at)


def ticket_of(row: GroupRow) -> MemberTicket:
    return MemberTicket(GROUP_ID, row.own_tag, row.their_tag, row.key, row.cipher)


def hints_of(row: GroupRow) -> tuple[Hint, ...]:
    return tuple(parse_hints(row.hints))


def established(row: GroupRow, *, is_ours: bool) -> MemberEstablished:
    """Return what comes of a call of ours, or of theirs."""
    return MemberEstablished(sessions()[0 if is_ours else 1], ticket_of(row))
