"""Our handshakes with a second implementation, written from PROTOCOL.md on another Noise library.

Of our code the stranger uses nothing: it stands for whoever reads the text and writes their own.
"""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from noise.connection import Keypair, NoiseConnection

from byhand.noise.handshake_state import Session
from byhand.protocol.connection import Connection
from byhand.protocol.handshake import (
    FriendEstablished,
    InviteEstablished,
    LaneEstablished,
    MemberEstablished,
    PairEstablished,
    Steps,
    answer,
    call_friend,
    lane_ticket,
    open_lane,
    open_member,
    pair_with,
    use_invite,
)
from byhand.protocol.messages import Bye, Ping
from byhand.protocol.preamble import LaneCipher
from tests.helpers.connection_pair import (
    ALICE,
    ALICE_INTRODUCED,
    BOB,
    BOB_AS_FRIEND,
    BOBS_INVITE,
    HELLO,
    INVITE_PSK,
    NOW_NS,
    PSK,
    TOKEN,
    FakeDoor,
    HandshakeEnd,
    member_tickets,
    received,
    session_pair,
)

CIPHERS = {1: "ChaChaPoly", 2: "AESGCM"}
CHACHA_SUITE = "25519_ChaChaPoly_BLAKE2s"
BIND = b"byhand/v1/bind"


class Stranger:
    """A friend of ours who runs other software; holds one handshake."""

    def __init__(
        self,
        protocol_name: str,
        is_initiator: bool,
        prologue: bytes,
        psk: bytes,
        static: bytes | None = None,
        remote_static: bytes | None = None,
        ephemeral: bytes | None = None,
    ) -> None:
        self.noise = NoiseConnection.from_name(protocol_name.encode())
        (self.noise.set_as_initiator if is_initiator else self.noise.set_as_responder)()
        self.noise.set_prologue(prologue)
        if psk:
            self.noise.set_psks(psk)
        if static is not None:
            self.noise.set_keypair_from_private_bytes(Keypair.STATIC, static)
        if remote_static is not None:
            self.noise.set_keypair_from_public_bytes(Keypair.REMOTE_STATIC, remote_static)
        if ephemeral is not None:
            self.noise.set_keypair_from_private_bytes(Keypair.EPHEMERAL, ephemeral)
        self.noise.start_handshake()

    def write(self, payload: bytes = b"") -> bytes:
        return bytes(self.noise.write_message(payload))

    def read(self, message: bytes) -> bytes:
        return bytes(self.noise.read_message(message))

    def seal(self, content: bytes) -> bytes:
        return counted(self.noise.encrypt(content))

    def open(self, record: bytes) -> bytes:
        assert int.from_bytes(record[:2], "big") == len(record) - 2
        return bytes(self.noise.decrypt(record[2:]))

    def signature(self, ed25519_private: bytes, x25519: bytes) -> bytes:
        key = Ed25519PrivateKey.from_private_bytes(ed25519_private)
        return key.sign(BIND + self.noise.get_handshake_hash() + x25519)

    def check_signature(self, signature: bytes, ed25519: bytes, x25519: bytes) -> None:
        content = BIND + self.noise.get_handshake_hash() + x25519
        Ed25519PublicKey.from_public_bytes(ed25519).verify(signature, content)


def counted(message: bytes) -> bytes:
    return len(message).to_bytes(2, "big") + bytes(message)


def text(name: str) -> bytes:
    return bytes([len(name.encode())]) + name.encode()


def mac1(responder: bytes, covered: bytes) -> bytes:
    key = hashlib.blake2s(b"mac1" + responder).digest()
    return hashlib.blake2s(covered, key=key, digest_size=16).digest()


class Wire:
    """Our end of a connection, as the stranger sees it."""

    def __init__(self, steps: Steps) -> None:
        self.end = HandshakeEnd(steps)

    def exchange(self, sent: bytes = b"") -> bytes:
        """Send some bytes and return what comes back."""
        self.end.inbox += sent
        before = len(self.end.sent)
        self.end.run()
        return b"".join(self.end.sent[before:])


def they_talk(stranger: Stranger, session: Session) -> None:
    """Both greet, ping and say goodbye."""
    ours = Connection(session)
    hello = b"\1\1\0\x83\xa2vs\x91\1\xa3app\xa4test\xa3ins\xc4\x10" + bytes(16)
    assert received(ours, stranger.seal(hello)) == [HELLO]
    assert stranger.open(ours.send(HELLO)) == hello
    assert received(ours, stranger.seal(b"\0\2\0\x81\xa1t\7")) == [Ping(7)]
    assert stranger.open(ours.send(Ping(8))) == b"\0\2\0\x81\xa1t\x08"
    assert received(ours, stranger.seal(b"\1\6\0\x80")) == [Bye()]


def test_a_stranger_calls_as_a_friend() -> None:
    preamble = b"BYH1\3\1" + (108).to_bytes(2, "big")
    prologue = preamble + b"byhand/v1/friend"
    name = f"Noise_IKpsk2_{CHACHA_SUITE}"
    alice = Stranger(name, True, prologue, PSK, ALICE.x25519.private, BOB.keys.x25519)
    bob = Wire(answer(FakeDoor()))
    opening = preamble + alice.write(NOW_NS.to_bytes(12, "big"))
    second = bob.exchange(opening + mac1(BOB.keys.x25519, opening))
    alice.read(second[2:])
    bind = alice.signature(ALICE.ed25519_private, ALICE.keys.x25519)
    record = bob.exchange(alice.seal(bind))
    alice.check_signature(alice.open(record), BOB.keys.ed25519, BOB.keys.x25519)
    established = bob.end.established
    assert isinstance(established, FriendEstablished)
    assert established.timestamp_ns == NOW_NS
    they_talk(alice, established.session)


def test_we_call_a_stranger_who_is_a_friend() -> None:
    alice = Wire(call_friend(ALICE, BOB_AS_FRIEND, NOW_NS))
    opening = alice.exchange()
    assert opening[:8] == b"BYH1\3\1\0\x6c"
    assert opening[-16:] == mac1(BOB.keys.x25519, opening[:-16])
    prologue = opening[:8] + b"byhand/v1/friend"
    bob = Stranger(f"Noise_IKpsk2_{CHACHA_SUITE}", False, prologue, PSK, BOB.x25519.private)
    assert bob.read(opening[8:-16]) == NOW_NS.to_bytes(12, "big")
    record = alice.exchange(counted(bob.write()))
    bob.check_signature(bob.open(record), ALICE.keys.ed25519, ALICE.keys.x25519)
    alice.exchange(bob.seal(bob.signature(BOB.ed25519_private, BOB.keys.x25519)))
    assert isinstance(alice.end.established, FriendEstablished)
    they_talk(bob, alice.end.established.session)


def test_a_stranger_uses_our_invite() -> None:
    preamble = b"BYH1\2\1" + (64).to_bytes(2, "big")
    prologue = preamble + b"byhand/v1/invite"
    name = f"Noise_XXpsk3_{CHACHA_SUITE}"
    with pytest.warns(UserWarning, match="ephemeral"):
        alice = Stranger(
            name, True, prologue, INVITE_PSK, ALICE.x25519.private, ephemeral=ALICE.x25519.private
        )
    bob = Wire(answer(FakeDoor()))
    selector = hashlib.blake2s(
        b"byhand/v1/invite" + ALICE.keys.x25519, key=INVITE_PSK, digest_size=16
    ).digest()
    second = bob.exchange(preamble + alice.write(selector))
    alice.read(second[2:])
    third = counted(alice.write())
    introduction = (
        alice.signature(ALICE.ed25519_private, ALICE.keys.x25519)
        + ALICE.keys.ed25519
        + text("Alice")
        + text("")
    )
    record = bob.exchange(third + alice.seal(introduction))
    theirs = alice.open(record)
    alice.check_signature(theirs[:64], BOB.keys.ed25519, BOB.keys.x25519)
    assert theirs[64:] == BOB.keys.ed25519 + text("Bob 🐢") + text("Büro")
    established = bob.end.established
    assert isinstance(established, InviteEstablished)
    assert (established.keys, established.name) == (ALICE.keys, "Alice")
    they_talk(alice, established.session)


def test_we_use_a_strangers_invite() -> None:
    alice = Wire(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE))
    opening = alice.exchange()
    prologue = opening[:8] + b"byhand/v1/invite"
    name = f"Noise_XXpsk3_{CHACHA_SUITE}"
    bob = Stranger(name, False, prologue, INVITE_PSK, BOB.x25519.private)
    selector = hashlib.blake2s(
        b"byhand/v1/invite" + opening[8:40], key=INVITE_PSK, digest_size=16
    ).digest()
    assert bob.read(opening[8:]) == selector
    sent = alice.exchange(counted(bob.write()))
    third, record = sent[:66], sent[66:]
    assert bob.read(third[2:]) == b""
    ours = bob.open(record)
    bob.check_signature(ours[:64], ALICE.keys.ed25519, ALICE.keys.x25519)
    assert ours[64:] == ALICE.keys.ed25519 + text("Alice") + text("blue laptop")
    introduction = (
        bob.signature(BOB.ed25519_private, BOB.keys.x25519)
        + BOB.keys.ed25519
        + text("Bob")
        + text("PC")
    )
    alice.exchange(bob.seal(introduction))
    assert isinstance(alice.end.established, InviteEstablished)
    they_talk(bob, alice.end.established.session)


def test_a_stranger_pairs_with_us() -> None:
    preamble = b"BYH1\1\1" + (40).to_bytes(2, "big")
    alice = Stranger(
        f"Noise_XX_{CHACHA_SUITE}",
        True,
        preamble + b"byhand/v1/pair",
        b"",
        ALICE.x25519.private,
    )
    bob = Wire(answer(FakeDoor(pairing_tokens=(TOKEN,))))
    second = bob.exchange(preamble + alice.write(TOKEN))
    alice.read(second[2:])
    third = counted(alice.write())
    signature = alice.signature(ALICE.ed25519_private, ALICE.keys.x25519)
    introduction = signature + ALICE.keys.ed25519 + text("Alice") + text("")
    theirs = alice.open(bob.exchange(third + alice.seal(introduction)))
    alice.check_signature(theirs[:64], BOB.keys.ed25519, BOB.keys.x25519)
    assert theirs[64:] == BOB.keys.ed25519 + text("Bob 🐢") + text("Büro")
    established = bob.end.established
    assert isinstance(established, PairEstablished)
    assert (established.keys, established.name) == (ALICE.keys, "Alice")
    they_talk(alice, established.session)


def test_we_pair_with_a_stranger() -> None:
    alice = Wire(pair_with(ALICE, ALICE_INTRODUCED, TOKEN))
    opening = alice.exchange()
    prologue = opening[:8] + b"byhand/v1/pair"
    bob = Stranger(f"Noise_XX_{CHACHA_SUITE}", False, prologue, b"", BOB.x25519.private)
    assert bob.read(opening[8:]) == TOKEN
    sent = alice.exchange(counted(bob.write()))
    third, record = sent[:66], sent[66:]
    assert bob.read(third[2:]) == b""
    ours = bob.open(record)
    bob.check_signature(ours[:64], ALICE.keys.ed25519, ALICE.keys.x25519)
    signature = bob.signature(BOB.ed25519_private, BOB.keys.x25519)
    introduction = signature + BOB.keys.ed25519 + text("Bob") + text("PC")
    alice.exchange(bob.seal(introduction))
    assert isinstance(alice.end.established, PairEstablished)
    they_talk(bob, alice.end.established.session)


def lane_prologue(session: Session, preamble: bytes, index: int, direction: int) -> bytes:
    number = index.to_bytes(4, "little")
    tag = session.exporter(b"byhand/v1/lane-tag" + number)[:16]
    place = session.handshake_hash + number + bytes([direction])
    return preamble + tag + b"byhand/v1/lane" + place


@pytest.mark.parametrize("cipher", CIPHERS)
@pytest.mark.parametrize("we_dial", [True, False], ids=["we dial", "the stranger dials"])
def test_a_lane_with_a_stranger(cipher: int, we_dial: bool) -> None:
    alice, _ = session_pair()
    ticket = lane_ticket(alice, 3, 1, cipher)
    preamble = b"BYH1\4" + bytes([cipher]) + (48).to_bytes(2, "big")
    stranger = Stranger(
        f"Noise_NNpsk0_25519_{CIPHERS[cipher]}_BLAKE2s",
        not we_dial,
        lane_prologue(alice, preamble, 3, 1),
        alice.exporter(b"byhand/v1/lane" + (3).to_bytes(4, "little")),
    )
    if we_dial:
        wire = Wire(open_lane(ticket))
        opening = wire.exchange()
        assert opening[:24] == preamble + ticket.tag
        assert stranger.read(opening[24:]) == b""
        wire.exchange(counted(stranger.write()))
    else:
        wire = Wire(answer(FakeDoor(tickets={ticket.tag: ticket})))
        second = wire.exchange(preamble + ticket.tag + stranger.write())
        assert stranger.read(second[2:]) == b""
    established = wire.end.established
    assert isinstance(established, LaneEstablished)
    _they_exchange_frames(stranger, established.session)


def member_prologue(preamble: bytes, group_id: bytes, dialler: bytes, listener: bytes) -> bytes:
    return preamble + listener + b"byhand/v1/member" + group_id + dialler + listener


@pytest.mark.parametrize("cipher", CIPHERS)
@pytest.mark.parametrize("we_dial", [True, False], ids=["we dial", "the stranger dials"])
def test_a_member_that_is_a_stranger(cipher: int, we_dial: bool) -> None:
    alice, bob = member_tickets(LaneCipher(cipher))
    preamble = b"BYH1\5" + bytes([cipher]) + (48).to_bytes(2, "big")
    dialler, listener = (alice.own_tag, bob.own_tag) if we_dial else (bob.own_tag, alice.own_tag)
    stranger = Stranger(
        f"Noise_NNpsk0_25519_{CIPHERS[cipher]}_BLAKE2s",
        not we_dial,
        member_prologue(preamble, alice.group_id, dialler, listener),
        alice.key,
    )
    if we_dial:
        wire = Wire(open_member(alice))
        opening = wire.exchange()
        assert opening[:24] == preamble + listener
        assert stranger.read(opening[24:]) == b""
        assert stranger.open(wire.exchange(counted(stranger.write()))) == b""
    else:
        wire = Wire(answer(FakeDoor(members={alice.own_tag: alice})))
        second = wire.exchange(preamble + listener + stranger.write())
        assert stranger.read(second[2:]) == b""
        wire.exchange(stranger.seal(b""))
    established = wire.end.established
    assert isinstance(established, MemberEstablished)
    _they_exchange_frames(stranger, established.session)


def _they_exchange_frames(stranger: Stranger, session: Session) -> None:
    room = memoryview(bytearray(100))
    size = session.sending.encrypt_into(b"frame", room)
    assert stranger.open(counted(bytes(room[:size]))) == b"frame"
    opened = session.receiving.decrypt_into(stranger.seal(b"frame")[2:], room)
    assert bytes(room[:opened]) == b"frame"
