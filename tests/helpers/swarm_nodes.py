"""The computers of a simulated group: what goes between them, decided by Byhand's own pickers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import TypeVar

from byhand.domain.ranges import RangeSet
from byhand.swarm.member_picker import MemberPicker
from byhand.swarm.peer_requests import Request
from byhand.swarm.sender_picker import SenderPicker
from tests.helpers.swarm_links import LATENCY, Clock, Connection, Piece, Port
from tests.helpers.swarm_plan import Plan

Said = TypeVar("Said")


@dataclass(eq=False)
class Peer:
    """What a member holds for one of its peers."""

    node: "Member"
    out: Connection
    news: RangeSet = field(default_factory=RangeSet)


class Member:
    """A receiver."""

    def __init__(self, clock: Clock, plan: Plan, number: int, sender: "Sender") -> None:
        self.number = number
        self.tag = f"{number:x}".encode()
        self.peers: dict[bytes, Peer] = {}
        self.here = bytearray(plan.pieces)
        self.finished_at = 0.0
        self.is_gone = False
        self.messages = 0
        self.wasted_bytes = 0
        self.bad_pieces = 0
        self._clock = clock
        self._size = plan.piece_bytes
        self.person = plan.persons[number]
        self._sender = sender
        self._holding = RangeSet()
        self._left = plan.pieces
        self.port = Port(clock, self.person.up, self.person.down, plan.quantum)
        self.picker = MemberPicker(
            [plan.piece_bytes] * plan.pieces,
            RangeSet([(0, plan.pieces)]),
            Random(plan.seed * 1000 + number),
        )

    def link(self, other: "Member") -> None:
        """Open our way to another member."""
        out = Connection(self.port, other.port, partial(other.answered, self))
        self.peers[other.tag] = Peer(other, out, self.picker.have)
        self.picker.peer_joined(other.tag)

    def unlink(self, tag: bytes) -> None:
        """Close our way to another member, if it is open."""
        if tag in self.peers:
            self.peers.pop(tag).out.close()
            self.picker.peer_left(tag)

    def pushed(self, piece: Piece) -> None:
        """Take a piece that the sender sent."""
        self._keep(piece)

    def answered(self, giver: "Member", piece: Piece) -> None:
        """Take a piece that a peer gave."""
        if giver.tag not in self.peers:
            return
        assert self.picker.may_take(giver.tag, piece.request_id, piece.number)
        self.picker.arrived(giver.tag, piece.request_id, piece.number, self._clock.now)
        if piece.is_bad:
            self.bad_pieces += 1
            self.unlink(giver.tag)
            giver.unlink(self.tag)
            return
        self._keep(piece)
        self.ask(giver.tag)

    def heard(self, peer: bytes, numbers: RangeSet) -> None:
        """Take a peer's HAVE."""
        self.picker.peer_has(peer, numbers)
        self.ask(peer)

    def asked(self, asker: bytes, request: Request) -> None:
        """Take a peer's GET."""
        for number in range(request.first, request.end):
            piece = Piece(number, self._size, request.request_id, self.person.is_liar)
            self.peers[asker].out.send(piece)

    def cancelled(self, asker: bytes, request_id: int) -> None:
        """Take a peer's CANCEL_GET."""
        self.peers[asker].out.cancel(request_id)

    def told(self, hashes: RangeSet) -> None:
        """Take the sender's PIECES."""
        self.picker.known(hashes)

    def ask(self, peer: bytes) -> None:
        for request in self.picker.ask(peer, self._clock.now):
            self._tell(peer, Member.asked, request)

    def tick(self) -> None:
        """Say what is new, and ask whoever has room."""
        for tag, peer in list(self.peers.items()):
            if peer.news:
                news, peer.news = peer.news, RangeSet()
                self._tell(tag, Member.heard, news)
            for request_id in self.picker.timed_out(tag, self._clock.now):
                self._tell(tag, Member.cancelled, request_id)
            self.ask(tag)
        if self._holding and not self.person.is_silent and not self.is_gone:
            self.messages += 1
            holding, self._holding = self._holding, RangeSet()
            self._clock.after(LATENCY, partial(self._sender.heard, self.number, holding))

    def _keep(self, piece: Piece) -> None:
        if self.here[piece.number]:
            self.wasted_bytes += piece.size
            return
        self.here[piece.number] = 1
        self._left -= 1
        self.finished_at = self._clock.now
        if not self._left:
            self._sender.unfinished.discard(self.number)
        for tag, request_id in self.picker.here(RangeSet([(piece.number, piece.number + 1)])):
            self._tell(tag, Member.cancelled, request_id)
        self._holding.add(piece.number, piece.number + 1)
        for peer in self.peers.values():
            peer.news.add(piece.number, piece.number + 1)

    def _tell(self, peer: bytes, take: "Take[Said]", said: Said) -> None:
        """Send a small message to a peer, which takes it if it still knows us."""
        self.messages += 1
        self._clock.after(LATENCY, partial(self.peers[peer].node.take, self.tag, take, said))

    def take(self, origin: bytes, take: "Take[Said]", said: Said) -> None:
        """Take a peer's message, unless it is a peer no more."""
        if origin in self.peers:
            take(self, origin, said)


Take = Callable[[Member, bytes, Said], None]


class Sender:
    """The one who has the files."""

    def __init__(self, clock: Clock, plan: Plan) -> None:
        self.picker = SenderPicker([plan.piece_bytes] * plan.pieces, Random(plan.seed))
        self.port = Port(clock, plan.sender_up, plan.sender_up, plan.quantum)
        self.unfinished = set(plan.staying)
        """The members who stay and do not have everything."""
        self.out_at: float | None = None
        """When everything was out: the sender could have gone."""
        self._clock = clock
        self._plan = plan
        self._lanes: dict[int, tuple[Member, Connection]] = {}
        self._hashes: dict[int, RangeSet] = {}
        self._told = RangeSet()

    def join(self, member: Member) -> None:
        number = member.number
        self.picker.join(number, RangeSet([(0, self._plan.pieces)]))
        drained = partial(self._push, number)
        lane = Connection(self.port, member.port, member.pushed, drained)
        self._lanes[number] = member, lane
        self._hashes[number] = self._told.copy()
        self._push(number)

    def leave(self, number: int) -> None:
        _, lane = self._lanes.pop(number)
        lane.close()
        self._hashes.pop(number)
        self.picker.leave(number)

    def heard(self, number: int, numbers: RangeSet) -> None:
        """Take a member's HOLDING."""
        if number in self._lanes:
            self.picker.have(number, numbers)

    def tick(self) -> None:
        """Tell everybody the hashes of what was read for others."""
        for number, hashes in self._hashes.items():
            if hashes:
                self._hashes[number] = RangeSet()
                member, _ = self._lanes[number]
                self._clock.after(LATENCY, partial(member.told, hashes))
        if self.out_at is None and self._lanes and self.picker.is_everywhere:
            self.out_at = self._clock.now

    def _push(self, number: int) -> None:
        if number not in self._lanes:
            return
        member, lane = self._lanes[number]
        picked = self.picker.next(number, self._clock.now)
        if isinstance(picked, float):
            self._clock.after(picked, partial(self._push, number))
        elif picked is not None:
            self._send(member, lane, picked)

    def _send(self, member: Member, lane: Connection, run: tuple[int, int]) -> None:
        self._told.add(*run)
        for hashes in self._hashes.values():
            hashes.add(*run)
        for number in range(*run):
            lane.send(Piece(number, self._plan.piece_bytes))
