"""Two ends of our protocol plugged together in memory, after a real handshake."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from byhand.domain.codes import Code
from byhand.domain.identity import PublicKeys
from byhand.errors import RemoteProtocolError
from byhand.noise.handshake_state import Session
from byhand.noise.primitives import Buffer
from byhand.protocol.connection import Connection
from byhand.protocol.credentials import (
    Introduction,
    InviteSecret,
    LocalIdentity,
    OpenInvite,
    PinnedFriend,
)
from byhand.protocol.handshake import (
    Established,
    FriendEstablished,
    InviteEstablished,
    LaneEstablished,
    LaneTicket,
    MemberEstablished,
    MemberTicket,
    PairEstablished,
    Steps,
    answer,
    call_friend,
    open_lane,
    open_member,
    pair_with,
    use_invite,
)
from byhand.protocol.invite import Invite
from byhand.protocol.message import Message
from byhand.protocol.messages import Hello
from byhand.protocol.preamble import LaneCipher
from byhand.protocol.resume_messages import Sync

NOW_NS = 1_800_000_000 * 10**9
ALICE = LocalIdentity.from_private(bytes(range(32)), bytes(range(32, 64)))
BOB = LocalIdentity.from_private(bytes(range(64, 96)), bytes(range(96, 128)))
EVE = LocalIdentity.from_private(bytes(range(128, 160)), bytes(range(160, 192)))
PSK = bytes(range(192, 224))
INVITE_PSK = bytes(range(224, 256))
ALICE_AS_FRIEND = PinnedFriend(ALICE.friend_id, ALICE.keys, PSK)
BOB_AS_FRIEND = PinnedFriend(BOB.friend_id, BOB.keys, PSK)
ALICE_INTRODUCED = Introduction("Alice", "blue laptop")
BOB_INTRODUCED = Introduction("Bob 🐢", "Büro")
BOBS_INVITE = Invite(INVITE_PSK, BOB.friend_id, NOW_NS // 10**9 + 3600, (), "Bob 🐢")
HELLO = Hello(versions=[1], app="test", installation_id=bytes(16))

TOKEN = bytes(range(8))

Tamper = Callable[[bytes], bytes]


@dataclass
class FakeDoor:
    """Bob at home: lets in whom he was told of."""

    identity: LocalIdentity = BOB
    introduction: Introduction = BOB_INTRODUCED
    friends: list[PinnedFriend] = field(default_factory=lambda: [ALICE_AS_FRIEND])
    invites: list[InviteSecret] = field(
        default_factory=lambda: [OpenInvite(INVITE_PSK, BOBS_INVITE.expires_at)]
    )
    tickets: dict[bytes, LaneTicket] = field(default_factory=dict)
    members: dict[bytes, MemberTicket] = field(default_factory=dict)
    time_ns: int = NOW_NS
    pairing_tokens: tuple[bytes, ...] = ()
    refusal: Code = Code.OK

    def friend_by_static(self, x25519: bytes) -> PinnedFriend | None:
        return next((friend for friend in self.friends if friend.keys.x25519 == x25519), None)

    def open_invites(self) -> list[InviteSecret]:
        return self.invites

    def invite_refusal(self, psk: bytes, newcomer: PublicKeys) -> Code:
        return self.refusal

    def lane_by_tag(self, tag: bytes) -> LaneTicket | None:
        return self.tickets.pop(tag, None)

    def member_by_tag(self, tag: bytes) -> MemberTicket | None:
        return self.members.get(tag)

    def now_ns(self) -> int:
        return self.time_ns


class HandshakeEnd:
    """One side's generator with what has come in for it; keeps what it sent."""

    def __init__(self, steps: Steps) -> None:
        self.sent: list[bytes] = []
        self.inbox = bytearray()
        self.established: Established | None = None
        self._steps = steps
        self._step = next(steps)
        self._is_new = True

    @property
    def is_done(self) -> bool:
        return self.established is not None

    def take_turn(self) -> bytes | None:
        """Return what this side sends next, None if it waits for more or has finished."""
        if self._is_new:
            self._is_new = False
            return self._sends()
        if self.is_done or len(self.inbox) < self._step.wanted:
            return None
        received = bytes(self.inbox[: self._step.wanted])
        del self.inbox[: self._step.wanted]
        try:
            self._step = self._steps.send(received)
        except StopIteration as stop:
            self.established = stop.value
            return b""
        return self._sends()

    def run(self) -> None:
        """Go as far as what has come in allows."""
        while self.take_turn() is not None:
            pass

    def _sends(self) -> bytes:
        if self._step.send:
            self.sent.append(self._step.send)
        return self._step.send


def run_ends(initiator: HandshakeEnd, responder: HandshakeEnd, tamper: Tamper = bytes) -> None:
    """Let both talk until neither can go on; `tamper` changes all that is sent."""
    ends = ((initiator, responder), (responder, initiator))
    has_moved = True
    while has_moved:
        has_moved = False
        for end, other in ends:
            while (sent := end.take_turn()) is not None:
                other.inbox += tamper(sent) if sent else b""
                has_moved = True


def run_steps(initiator: Steps, responder: Steps) -> tuple[Established, Established]:
    """Run a handshake and return what each side has established; nothing may be left over."""
    ends = HandshakeEnd(initiator), HandshakeEnd(responder)
    run_ends(*ends)
    ours, theirs = ends[0].established, ends[1].established
    assert ours is not None, "the initiator waits for more"
    assert theirs is not None, "the responder waits for more"
    assert not ends[0].inbox + ends[1].inbox
    return ours, theirs


def is_refused_in_silence(initiator: Steps, door: FakeDoor) -> bool:
    """Whether the door refuses without having sent a byte."""
    bob = HandshakeEnd(answer(door))
    with contextlib.suppress(RemoteProtocolError):
        run_ends(HandshakeEnd(initiator), bob)
        return False
    return not bob.sent


def become_friends() -> tuple[InviteEstablished, InviteEstablished]:
    """Alice uses Bob's invite; her side first."""
    ours, theirs = run_steps(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE), answer(FakeDoor()))
    assert isinstance(ours, InviteEstablished)
    assert isinstance(theirs, InviteEstablished)
    return ours, theirs


def meet_in_person() -> tuple[PairEstablished, PairEstablished]:
    """Alice dials Bob, who has opened his window for strangers; her side first."""
    ours, theirs = run_steps(
        pair_with(ALICE, ALICE_INTRODUCED, TOKEN), answer(FakeDoor(pairing_tokens=(TOKEN,)))
    )
    assert isinstance(ours, PairEstablished)
    assert isinstance(theirs, PairEstablished)
    return ours, theirs


def meet_as_friends() -> tuple[FriendEstablished, FriendEstablished]:
    """Alice calls her friend Bob; her side first."""
    ours, theirs = run_steps(call_friend(ALICE, BOB_AS_FRIEND, NOW_NS), answer(FakeDoor()))
    assert isinstance(ours, FriendEstablished)
    assert isinstance(theirs, FriendEstablished)
    return ours, theirs


def session_pair() -> tuple[Session, Session]:
    """Alice's and Bob's session; Alice called."""
    ours, theirs = meet_as_friends()
    return ours.session, theirs.session


def lane_pair(ticket: LaneTicket) -> tuple[LaneEstablished, LaneEstablished]:
    """The dialling and the answering end of a lane."""
    ours, theirs = run_steps(open_lane(ticket), answer(FakeDoor(tickets={ticket.tag: ticket})))
    assert isinstance(ours, LaneEstablished)
    assert isinstance(theirs, LaneEstablished)
    return ours, theirs


def member_tickets(cipher: LaneCipher = LaneCipher.CHACHAPOLY) -> tuple[MemberTicket, MemberTicket]:
    """Both ends of one ticket."""
    group_id, one, other, key = (bytes([number]) * 16 for number in (1, 2, 3, 4))
    return (
        MemberTicket(group_id, one, other, key * 2, cipher),
        MemberTicket(group_id, other, one, key * 2, cipher),
    )


def member_pair(
    cipher: LaneCipher = LaneCipher.CHACHAPOLY,
) -> tuple[MemberEstablished, MemberEstablished]:
    """The dialling and the answering end of a connection of two members."""
    dialling, answering = member_tickets(cipher)
    door = FakeDoor(members={answering.own_tag: answering})
    ours, theirs = run_steps(open_member(dialling), answer(door))
    assert isinstance(ours, MemberEstablished)
    assert isinstance(theirs, MemberEstablished)
    return ours, theirs


def connection_pair() -> tuple[Connection, Connection]:
    """Alice's and Bob's connection before any message."""
    ours, theirs = session_pair()
    return Connection(ours), Connection(theirs)


def greeted_pair() -> tuple[Connection, Connection]:
    """Alice's and Bob's connection after both have said HELLO."""
    alice, bob = connection_pair()
    assert received(bob, alice.send(HELLO)) == [HELLO]
    assert received(alice, bob.send(HELLO)) == [HELLO]
    return alice, bob


def open_pair() -> tuple[Connection, Connection]:
    """Alice's and Bob's connection on which anything may be said: after SYNC, too."""
    alice, bob = greeted_pair()
    assert received(bob, alice.send(Sync())) == [Sync()]
    assert received(alice, bob.send(Sync())) == [Sync()]
    return alice, bob


def received(connection: Connection, wire: Buffer) -> list[Message]:
    """Feed bytes that arrive at once and return the messages in them."""
    connection.receive_data(wire)
    return list(_messages(connection))


def _messages(connection: Connection) -> Iterator[Message]:
    while (message := connection.next_message()) is not None:
        yield message
