"""Hostile framing and records, as far as they show without a socket (F)."""

import copy
import gzip
import itertools
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from byhand.domain.codes import Code
from byhand.domain.transfer import TransferId
from byhand.errors import (
    AuthenticationError,
    LocalProtocolError,
    RemoteProtocolError,
    UnsupportedMessageError,
)
from byhand.noise.cipher_state import CipherState
from byhand.protocol.codec import decode_message, encode_message
from byhand.protocol.connection import Connection
from byhand.protocol.data_frame import FLAG_FRAGMENT, FLAG_HASHES, decode_end, decode_header
from byhand.protocol.handshake import answer, lane_ticket, open_lane
from byhand.protocol.message import Message
from byhand.protocol.message_types import TYPES
from byhand.protocol.messages import (
    ErrorReport,
    Hello,
    Offer,
    Ping,
    Pong,
)
from byhand.protocol.records import REKEY_EVERY, framed, open_record, rekey_if_due, seal
from byhand.protocol.state import ConnectionState
from tests.helpers.connection_pair import (
    HELLO,
    FakeDoor,
    HandshakeEnd,
    connection_pair,
    lane_pair,
    open_pair,
    received,
    run_ends,
    session_pair,
)

UNKNOWN = next(number for number in range(1, 2**16) if number not in TYPES)
LAST_NONCE = 2**64 - 1
HUGE = b"\xff\xff\xff\xff"


@contextmanager
def at_most(allocated_bytes: int) -> Iterator[None]:
    """Fail if more than this is allocated at once inside."""
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak <= allocated_bytes


def raw(connection: Connection, content: bytes) -> bytes:
    """A record with any plaintext, rightly sealed by a friend who means harm."""
    return seal(connection.session.sending, content)


# F01


@pytest.mark.parametrize("size", range(20))
def test_F01_a_record_too_short_for_a_message_is_refused_when_its_length_is_read(
    size: int,
) -> None:
    _, bob = open_pair()
    bob.receive_data(size.to_bytes(2, "big"))
    with pytest.raises(RemoteProtocolError):
        bob.next_message()
    assert bob.state is ConnectionState.BROKEN


def test_F01_an_announced_record_that_stalls_costs_only_what_arrived() -> None:
    _, bob = open_pair()
    with at_most(16 * 1024):
        bob.receive_data(b"\xff\xff" + bytes(100))
        assert bob.next_message() is None
    with at_most(160 * 1024):  # growing may hold the old buffer and the new one for a moment
        for _ in range(63):
            bob.receive_data(bytes(1024))
            assert bob.next_message() is None


@pytest.mark.parametrize("number", TYPES)
@pytest.mark.parametrize(
    "claim",
    [b"\xdd" + HUGE, b"\xdf" + HUGE, b"\xdb" + HUGE, b"\xc6" + HUGE, b"\xc9" + HUGE + b"\1"],
    ids=["array", "map", "text", "bytes", "extension"],
)
def test_F01_nothing_is_allocated_for_a_length_that_is_only_claimed(
    number: int, claim: bytes
) -> None:
    head = b"\0" + number.to_bytes(2, "little")
    keys = sorted(TYPES[number].__struct_encode_fields__)
    encoded_keys = [bytes([0xA0 + len(key)]) + key.encode() for key in [*keys, "unknown"]]
    for content in (claim, *(b"\x81" + key + claim for key in encoded_keys)):
        with at_most(64 * 1024), pytest.raises(RemoteProtocolError):
            decode_message(head + content)


@pytest.mark.parametrize("claim", [b"\xdd" + HUGE, b"\xdc\xff\xff"], ids=["2^32", "2^16"])
def test_F01_nothing_is_allocated_for_nested_claims(claim: bytes) -> None:
    entries = b"\x81\xa2es" + claim + b"\x96" + claim
    wishes = b"\x81\xa1w" + claim + b"\x92\0" + claim
    for number, fields in ((17, entries), (32, wishes)):
        with at_most(64 * 1024), pytest.raises(RemoteProtocolError):
            decode_message(b"\1" + number.to_bytes(2, "little") + fields)


@pytest.mark.parametrize("nested", [b"\x91", b"\x81\xa1x"], ids=["lists", "maps"])
def test_R09_nesting_without_end_is_refused(nested: bytes) -> None:
    deep = nested * (60_000 // len(nested)) + b"\xc0"
    for fields in (deep, b"\x81\xa7unknown" + deep, b"\x81\xa1t" + deep):
        with pytest.raises(RemoteProtocolError):
            decode_message(b"\0\2\0" + fields)


def test_F01_nothing_is_allocated_for_the_lengths_of_a_frame() -> None:
    head = bytes([0x10, FLAG_HASHES]) + b"\1\0" + bytes(12)
    fragment = bytes([0x10, FLAG_FRAGMENT]) + b"\1\0" + bytes(12)
    with at_most(16 * 1024):
        for frame in (
            head + bytes(4) + HUGE + bytes(8),
            fragment + HUGE + b"\1\0\0\0" + bytes(8),
            fragment + b"\1\0\0\0" + HUGE + bytes(8),
        ):
            with pytest.raises(RemoteProtocolError):
                decode_header(frame)
        with pytest.raises(RemoteProtocolError):
            decode_end(b"\x1f" + HUGE)


# F03


def test_F03_a_forged_record_closes_and_leaves_the_nonce_alone() -> None:
    alice, bob = open_pair()
    genuine = alice.send(Ping(1))
    forged = bytearray(genuine)
    forged[10] ^= 1
    bystander = copy.copy(bob.session.receiving)
    before = bob.session.receiving.nonce
    with pytest.raises(AuthenticationError):
        received(bob, forged)
    assert bob.state is ConnectionState.BROKEN
    assert bob.session.receiving.nonce == bystander.nonce == before
    ping = encode_message(Ping(1))
    assert open_record(bystander, genuine[2:]) == ping
    # The receiver itself would still open the genuine one: the forgery has moved nothing.
    assert open_record(bob.session.receiving, genuine[2:]) == ping


@pytest.mark.parametrize("cipher", [1, 2])
def test_F03_a_forged_record_on_a_lane_leaves_the_nonce_alone(cipher: int) -> None:
    ours, theirs = lane_pair(lane_ticket(session_pair()[0], 0, 0, cipher))
    genuine = seal(ours.session.sending, b"frame")[2:]
    room = memoryview(bytearray(64))
    for place in range(len(genuine)):
        forged = bytearray(genuine)
        forged[place] ^= 1
        with pytest.raises(AuthenticationError):
            theirs.session.receiving.decrypt_into(forged, room)
    assert theirs.session.receiving.nonce == 0
    assert theirs.session.receiving.decrypt_into(genuine, room) == 5
    assert bytes(room[:5]) == b"frame"


# F04

SENT = [Ping(1), Ping(2), Ping(3)]


@pytest.mark.parametrize(
    "order",
    [
        order
        for size in (2, 3, 4)
        for order in itertools.product(range(3), repeat=size)
        if order != tuple(range(size))
    ],
)
def test_F04_duplicated_reordered_or_dropped_records_close(order: tuple[int, ...]) -> None:
    alice, bob = open_pair()
    records = [alice.send(message) for message in SENT]
    arrived: list[Message] = []

    def deliver() -> None:
        for place in order:
            arrived.extend(received(bob, records[place]))

    with pytest.raises(AuthenticationError):
        deliver()
    # Until the first record out of place, all is as it was sent; after it there is nothing.
    assert arrived == SENT[: len(arrived)]
    assert order[: len(arrived)] == tuple(range(len(arrived)))
    assert bob.state is ConnectionState.BROKEN


# F05


def test_F05_a_record_of_65535_bytes_is_taken_and_65536_cannot_be() -> None:
    alice, bob = open_pair()
    filled = len(encode_message(Offer(TransferId(bytes(16)), 1, "")))
    padding = 65535 - 16 - filled - len(b"\xa1zz\xc5\0\0") + 1
    content = bytearray(encode_message(Offer(TransferId(bytes(16)), 1, "")))
    content[3] += 1  # one more key in the map, one that means nothing
    content += b"\xa1z\xc5" + padding.to_bytes(2, "big") + bytes(padding)
    record = raw(alice, bytes(content))
    assert len(record) == 2 + 65535
    assert received(bob, record) == [Offer(TransferId(bytes(16)), 1, "")]
    with pytest.raises(LocalProtocolError):
        raw(alice, bytes(content) + b"\0")
    with pytest.raises(LocalProtocolError):
        framed(bytes(65536))
    with pytest.raises(RemoteProtocolError):
        open_record(bob.session.receiving, bytes(65536))


# F06


def test_F06_an_unknown_type_is_passed_over_or_refused_as_its_flag_says() -> None:
    alice, bob = open_pair()
    head = UNKNOWN.to_bytes(2, "little")
    passable = raw(alice, b"\0" + head + b"not even msgpack \xc1")
    assert received(bob, passable + alice.send(Ping(1))) == [Ping(1)]
    with pytest.raises(UnsupportedMessageError):
        received(bob, raw(alice, b"\1" + head + b"\x80"))
    report, bye = received(alice, bob.close(Code.UNSUPPORTED))
    assert report == ErrorReport(code=Code.UNSUPPORTED, about=UNKNOWN)
    assert alice.state is ConnectionState.CLOSED_BY_THEM
    assert bye is not None


# F08, F09


def put_both_at(alice: Connection, bob: Connection, number: int) -> None:
    alice.session.sending._nonce = bob.session.receiving._nonce = number
    bob.session.sending._nonce = alice.session.receiving._nonce = number


@pytest.mark.parametrize("times", [1, 2, 2**30])
def test_F08_both_sides_rekey_at_2_to_the_20_and_talk_goes_on(times: int) -> None:
    alice, bob = open_pair()
    old_keys = alice.session.sending._aead, bob.session.sending._aead
    put_both_at(alice, bob, times * REKEY_EVERY - 2)
    for number in range(5):
        assert received(bob, alice.send(Ping(number))) == [Ping(number)]
        assert received(alice, bob.send(Pong(number))) == [Pong(number)]
        is_rekeyed = number >= 2
        keys = alice.session.sending._aead, bob.session.sending._aead
        assert [key is old for key, old in zip(keys, old_keys, strict=True)] == [not is_rekeyed] * 2
    assert alice.session.sending.nonce == times * REKEY_EVERY + 3


@pytest.mark.parametrize("cipher", [1, 2])
def test_F08_lanes_rekey_too(cipher: int) -> None:
    ours, theirs = lane_pair(lane_ticket(session_pair()[0], 0, 0, cipher))
    sending, receiving = ours.session.sending, theirs.session.receiving
    sending._nonce = receiving._nonce = REKEY_EVERY - 1
    wire, room = memoryview(bytearray(64)), memoryview(bytearray(64))
    for number in range(3):
        rekey_if_due(sending)
        size = sending.encrypt_into(b"frame %d" % number, wire)
        rekey_if_due(receiving)
        opened = receiving.decrypt_into(wire[:size], room)
        assert bytes(room[:opened]) == b"frame %d" % number


def test_F08_the_last_nonce_is_never_used() -> None:
    alice, bob = open_pair()
    put_both_at(alice, bob, LAST_NONCE - 1)
    assert received(bob, alice.send(Ping(1))) == [Ping(1)]
    with pytest.raises(LocalProtocolError):
        alice.send(Ping(2))
    assert alice.session.sending.nonce == LAST_NONCE
    with pytest.raises(LocalProtocolError):
        received(bob, bytes.fromhex("0040") + bytes(64))
    assert bob.state is ConnectionState.BROKEN
    assert bob.session.receiving.nonce == LAST_NONCE


def test_F09_a_record_under_the_old_key_is_refused_after_the_rekey() -> None:
    alice, bob = open_pair()
    put_both_at(alice, bob, REKEY_EVERY)
    stale = copy.copy(alice.session.sending)
    assert received(bob, alice.send(Ping(1))) == [Ping(1)]
    stale._nonce = alice.session.sending.nonce
    with pytest.raises(AuthenticationError):
        received(bob, framed(stale.encrypt_with_ad(b"", encode_message(Ping(2)))))


# F10


def test_F10_records_of_one_connection_mean_nothing_on_another() -> None:
    (alice, _), (_, other_bob) = open_pair(), open_pair()
    with pytest.raises(AuthenticationError):
        received(other_bob, alice.send(Ping(1)))


def test_F10_a_record_sent_back_to_its_sender_is_refused() -> None:
    alice, _ = open_pair()
    with pytest.raises(AuthenticationError):
        received(alice, alice.send(Ping(1)))


def test_F10_a_whole_recorded_conversation_is_refused_by_the_next_one() -> None:
    alice, bob = connection_pair()
    recording = [alice.send(HELLO), alice.send(Ping(1))]
    assert received(bob, b"".join(recording)) == [HELLO, Ping(1)]
    _, next_bob = connection_pair()
    with pytest.raises(AuthenticationError):
        received(next_bob, recording[0])


@pytest.mark.parametrize("which", ["used twice", "of another session", "of another lane"])
def test_F10_a_lanes_tag_is_worth_nothing_elsewhere(which: str) -> None:
    alice, _ = session_pair()
    ticket = lane_ticket(alice, 0, 0, 1)
    door = FakeDoor(tickets={ticket.tag: ticket})
    if which == "used twice":
        run_ends(HandshakeEnd(open_lane(ticket)), HandshakeEnd(answer(door)))
    other = {
        "used twice": ticket,
        "of another session": lane_ticket(session_pair()[0], 0, 0, 1),
        "of another lane": lane_ticket(alice, 2, 0, 1),
    }[which]
    bob = HandshakeEnd(answer(door))
    with pytest.raises(AuthenticationError):
        run_ends(HandshakeEnd(open_lane(other)), bob)
    assert not bob.sent


@pytest.mark.parametrize("cipher", [1, 2])
def test_F10_records_of_two_lanes_and_of_two_directions_do_not_mix(cipher: int) -> None:
    alice, _ = session_pair()
    first, first_end = lane_pair(lane_ticket(alice, 0, 0, cipher))
    _, second_end = lane_pair(lane_ticket(alice, 2, 0, cipher))
    record = seal(first.session.sending, b"frame")[2:]

    def opens(receiving: CipherState) -> bool:
        try:
            return open_record(receiving, record) == b"frame"
        except AuthenticationError:
            return False

    assert not opens(second_end.session.receiving)
    assert not opens(first.session.receiving)
    assert not opens(alice.receiving)
    assert opens(first_end.session.receiving)


# F12


def test_F12_a_message_that_compresses_well_travels_at_its_full_size() -> None:
    alice, bob = open_pair()
    offer = Offer(TransferId(bytes(16)), 1, "x", note="0" * 2000)
    record = alice.send(offer)
    assert len(record) == 2 + 16 + len(encode_message(offer)) > 2000
    assert received(bob, record) == [offer]


@pytest.mark.parametrize("compress", [gzip.compress, zlib.compress])
def test_F12_compressed_messages_are_not_understood(compress: object) -> None:
    assert callable(compress)
    alice, bob = open_pair()
    with pytest.raises(RemoteProtocolError):
        received(bob, raw(alice, compress(encode_message(Ping(1)))))


def test_F12_no_flag_of_a_message_or_frame_is_left_to_mean_compression() -> None:
    ping = encode_message(Ping(1))
    for flags in range(2, 256):
        with pytest.raises(RemoteProtocolError):
            decode_message(bytes([flags]) + ping[1:])
    for flags in range(32, 256):
        with pytest.raises(RemoteProtocolError):
            decode_header(bytes([0x10, flags]) + b"\1\0" + bytes(28))


def test_F12_an_offered_capability_to_compress_changes_nothing() -> None:
    alice, bob = connection_pair()
    hello = Hello(versions=[1], app="x", installation_id=bytes(16), capabilities=["gzip", "zstd1"])
    assert received(bob, alice.send(hello)) == [hello]
    assert received(alice, bob.send(HELLO)) == [HELLO]
    assert len(bob.send(Ping(1))) == 2 + 16 + len(encode_message(Ping(1)))
