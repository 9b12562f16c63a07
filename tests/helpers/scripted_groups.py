"""Groups whose sender, or one of whose members, has software of their own; over loopback."""

import asyncio
import secrets
import socket
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from itertools import count
from time import monotonic_ns

import msgspec
from blake3 import blake3
from msgspec.structs import replace

from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, manifest_digest
from byhand.domain.numbering import Numbering
from byhand.domain.pieces import PACK_INDEX, Packs, piece_count
from byhand.domain.stopwatch import Stopwatch
from byhand.domain.transfer import TransferId
from byhand.network.addresses import Hint, parse_hints
from byhand.network.handshaking import run_handshake
from byhand.network.lane import FrameSender
from byhand.network.sockets import set_up
from byhand.protocol.data_frame import (
    FLAG_HASHES,
    HEADER_BYTES,
    FrameHeader,
    encode_header_into,
)
from byhand.protocol.group_consent import GroupConsent, GroupOffer
from byhand.protocol.handshake import MemberEstablished, MemberTicket, open_member
from byhand.protocol.member_messages import Get, Group, GroupRow
from byhand.protocol.message import Message
from byhand.protocol.messages import Answer, Entries, Lanes, Need, Offer, RootRow, Roots, Verdict
from byhand.protocol.preamble import LaneCipher
from byhand.protocol.resume_messages import Phase, Pieces, Role, SyncRow
from byhand.service.ourselves import GROUP
from tests.helpers.arrivals import Sender
from tests.helpers.loopback import is_answered
from tests.helpers.member_talk import MemberTalk, Place
from tests.helpers.scripted_friend import (
    HELLO,
    ScriptedFriend,
    Spoken,
    fresh_id,
    heard_before_pong,
    told,
)
from tests.helpers.trees import Tree, entries_of
from tests.helpers.two_services import SECONDS, Party

GREETING = replace(HELLO, capabilities=[GROUP])
TAKES_PART = GroupConsent()
HOUR = 3600
CALLS, WAITS = b"\x00", b"\xff"
"""What the tag of a service begins with that is to call at once, or waits to be called."""


@contextmanager
def dead_end(host: str = "127.0.0.1") -> Iterator[Hint]:
    """Hold an address of this computer where nobody answers."""
    with socket.socket() as sock:
        sock.bind((host, 0))
        yield Hint(*sock.getsockname())


def others_end(row: GroupRow, group_id: bytes) -> MemberTicket:
    """Return the ticket by which another member reaches the one who was told a row."""
    return MemberTicket(group_id, row.their_tag, row.own_tag, row.key, row.cipher)


def own_end(row: GroupRow, group_id: bytes) -> MemberTicket:
    """Return the ticket of the member who was told a row."""
    return MemberTicket(group_id, row.own_tag, row.their_tag, row.key, row.cipher)


@asynccontextmanager
async def linked(
    ticket: MemberTicket, at: Hint, numbering: Numbering, host: str = ""
) -> AsyncIterator[MemberTalk]:
    """Dial a member, from an address of ours if one is said, and talk until the block ends."""
    sock = await _meets(ticket, at, host)
    async with asyncio.timeout(SECONDS):
        established = await run_handshake(sock, open_member(ticket))
    assert isinstance(established, MemberEstablished)
    sock.setblocking(True)
    talk = MemberTalk(sock, established.session, numbering)
    talk.listen()
    try:
        yield talk
    finally:
        await asyncio.to_thread(talk.close)


async def is_let_in(ticket: MemberTicket, at: Hint) -> bool:
    """Say whether a ticket is answered by a single byte."""
    return await is_answered((at.host, at.port), next(open_member(ticket)).send)


async def _meets(ticket: MemberTicket, at: Hint, host: str) -> socket.socket:
    sock = socket.socket()
    if host:
        sock.bind((host, 0))
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, (at.host, at.port))
    set_up(sock)
    return sock


class ScriptedSender:
    """Somebody who has offered a tree to a service in a group; it was accepted."""

    def __init__(
        self,
        friend: ScriptedFriend,
        spoken: Spoken,
        transfer_id: TransferId,
        group_id: bytes,
        tree: Tree,
    ) -> None:
        entries = entries_of(tree)
        columns = columns_of(entries)
        self.friend = friend
        self.spoken = spoken
        self.transfer_id = transfer_id
        self.group_id = group_id
        self.numbering = Numbering(columns, Packs(columns))
        self._epochs = count(1)
        self._sender = Sender.of(tree, Packs(columns))
        self._columns = columns
        self._digest = manifest_digest(entries)

    @property
    def sync_row(self) -> SyncRow:
        """What another session begins with."""
        return SyncRow(self.transfer_id, Role.SENDER, Phase.ACCEPTED, self._digest, 1, False)

    def speaks_in(self, spoken: Spoken) -> None:
        """Go on in another session."""
        self.spoken, self._epochs = spoken, count(1)

    @property
    def places(self) -> list[Place]:
        """All pieces and packs."""
        return [self.numbering.place(number) for number in range(len(self.numbering))]

    def content(self, entry: int, piece: int) -> bytes:
        return self._sender.pack(piece) if entry == PACK_INDEX else self._sender.piece(entry, piece)

    def row(self, at: Hint, begins: bytes = WAITS, seconds: float = HOUR) -> GroupRow:
        """Make a ticket for the service and one who is at an address, for so long from now."""
        other = WAITS if begins == CALLS else CALLS
        return GroupRow(
            own_tag=begins + secrets.token_bytes(15),
            their_tag=other + secrets.token_bytes(15),
            key=secrets.token_bytes(32),
            cipher=LaneCipher.CHACHAPOLY,
            hints=[str(at)],
            expires_at=int(time.time() + seconds),
        )

    async def tell(
        self, *rows: GroupRow, removed: Sequence[bytes] = (), is_over: bool = False
    ) -> None:
        """Say GROUP; return once it was heard."""
        group = Group(self.transfer_id, next(self._epochs), list(rows), list(removed), is_over)
        await self.spoken.say(group)
        await heard_before_pong(self.spoken)

    async def vouch(self, *places: Place) -> None:
        """Tell the hashes of some pieces, or of all; return once they were heard."""
        for entry, piece in places or self.places:
            piece_hash = blake3(self.content(entry, piece)).digest()
            told = Pieces(self.transfer_id, entry, piece, 0, piece_hash)
            await self.spoken.say(told)
        await heard_before_pong(self.spoken)

    async def vouch_for_whole(self) -> None:
        """Tell all roots; return once they were heard."""
        rows = [
            RootRow(entry, -1, 0, self._sender.root(entry))
            for entry, size in enumerate(self._columns.sizes())
            if size and piece_count(size)
        ]
        await self.spoken.say(Roots(transfer_id=self.transfer_id, rows=rows))
        await heard_before_pong(self.spoken)

    def calls(self, row: GroupRow, host: str = "") -> AbstractAsyncContextManager[MemberTalk]:
        """Let the other member of a ticket dial the service."""
        return linked(others_end(row, self.group_id), self.spoken.at, self.numbering, host)

    async def sends(self, *places: Place) -> None:
        """Send some pieces ourselves, on a lane."""
        sock, lane = await self.spoken.sending_lane()
        sender = FrameSender(sock, lane.session.sending)
        for entry, piece in places:
            content = self.content(entry, piece)
            body = blake3(content).digest() + content
            header = FrameHeader(FLAG_HASHES, 1, 1, entry, piece, 0, len(content), 0, 0)
            frame = memoryview(bytearray(HEADER_BYTES) + body)
            encode_header_into(frame, 0, header)
            await asyncio.to_thread(sender.send_frame, frame, len(content), Stopwatch(monotonic_ns))

    async def lets_in(self, row: GroupRow) -> bool:
        """Say whether the service answers the other member of a ticket."""
        return await is_let_in(others_end(row, self.group_id), self.spoken.at)

    def gives(self, talk: MemberTalk) -> None:
        """Let a member give what it is asked for, until it was asked for everything."""
        missing = set(self.places)
        while missing:
            get = talk.hear(Get)
            for place in asked_places(get):
                talk.send(get.request, *place, self.content(*place))
                missing.discard(place)


@asynccontextmanager
async def accepted(victim: Party, tree: Tree) -> AsyncIterator[ScriptedSender]:
    """Offer a tree to a service, as if to somebody else, too; it takes part."""
    mallory, transfer_id = await ScriptedFriend.of(victim), fresh_id()
    group_id = secrets.token_bytes(16)
    async with mallory.calls(hello=GREETING) as spoken:
        group = GroupOffer(id=group_id, members=1)
        offer = Offer(transfer_id=transfer_id, number=1, title="x", group=group)
        await spoken.say(offer, told(transfer_id, entries_of(tree)))
        await victim.until_offered(transfer_id)
        victim.service.accept(transfer_id)
        assert (await spoken.hear_a(Answer)).group is not None
        await spoken.hear_a(Need)
        yield ScriptedSender(mallory, spoken, transfer_id, group_id, tree)


class ScriptedReceiver:
    """Somebody to whom a service has offered something in a group."""

    def __init__(self, spoken: Spoken, offer: Offer, entries: Sequence[Entry], digest: bytes):
        columns = columns_of(entries)
        self.spoken = spoken
        self.offer = offer
        self.transfer_id = TransferId(offer.transfer_id)
        self.numbering = Numbering(columns, Packs(columns))
        self._digest = digest
        self._rows: dict[bytes, GroupRow] = {}

    @classmethod
    async def hears(cls, spoken: Spoken) -> "ScriptedReceiver":
        """Return who was offered what is offered next."""
        offer, entries = await spoken.hear_a(Offer), list[Entry]()
        while True:
            part = await spoken.hear_a(Entries)
            entries += [Entry(*msgspec.structs.astuple(row)) for row in part.entries]
            if part.end is not None:
                return cls(spoken, offer, entries, part.end.digest)

    async def accept(self, consent: GroupConsent | None = TAKES_PART) -> None:
        """Accept all of it; None: take no part."""
        await self.spoken.say(Answer(self.transfer_id, Verdict.ACCEPT, self._digest, group=consent))

    async def takes(self) -> None:
        """Wish for everything, and have a lane for it, of which nothing is read."""
        await self.spoken.say(Need(transfer_id=self.transfer_id, epoch=1))
        while not isinstance(heard := await self._hear(), Lanes):
            pass
        await self.spoken.receiving_lane(heard)

    async def tickets(self, number: int) -> list[GroupRow]:
        """Return the tickets that we hold once there are so many."""
        async with asyncio.timeout(SECONDS):
            while len(self._rows) != number:
                await self._hear()
        return list(self._rows.values())

    def calls(
        self, row: GroupRow, through: Hint | None = None
    ) -> AbstractAsyncContextManager[MemberTalk]:
        """Dial the other member of a ticket where the sender says they are, or another way."""
        return linked(own_end(row, self._group_id), through or hint_in(row), self.numbering)

    async def is_let_in(self, row: GroupRow) -> bool:
        """Say whether the other member of a ticket answers us."""
        return await is_let_in(own_end(row, self._group_id), hint_in(row))

    async def _hear(self) -> Message:
        """Return what is said next, and keep what it says of tickets."""
        message = await self.spoken.hear()
        assert message is not None, "hung up"
        if isinstance(message, Group):
            self._rows |= {row.own_tag: row for row in message.rows}
            for tag in message.removed:
                del self._rows[tag]
        return message

    @property
    def _group_id(self) -> bytes:
        assert self.offer.group is not None
        return self.offer.group.id


def asked_places(get: Get) -> list[Place]:
    """Return the pieces that a GET names."""
    return [(row.entry, row.first + offset) for row in get.rows for offset in range(row.count)]


def hint_in(row: GroupRow) -> Hint:
    """Return where the other member of a ticket may be dialled; our sockets are of IPv4."""
    return next(hint for hint in parse_hints(row.hints) if ":" not in hint.host)
