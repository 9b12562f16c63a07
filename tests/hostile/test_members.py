"""Cases S: what another member of a group can try over its connection with us."""

import socket
import threading

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.domain.manifest import ENTRY_LIMIT
from byhand.domain.pieces import MIB, PACK_INDEX
from byhand.errors import (
    AuthenticationError,
    ConnectionLostError,
    ProtocolError,
    RemoteProtocolError,
)
from byhand.network.lane import RECORDS_LIMIT
from byhand.network.message_rate import MESSAGES_A_SECOND, MESSAGES_WINDOW_SECONDS
from byhand.protocol.codec import encode_message
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_SAME,
    FLAG_ZERO,
    HEADER_BYTES,
    FrameHeader,
    Totals,
    encode_end,
    encode_header_into,
)
from byhand.protocol.member_messages import Bits, CancelGet, Have
from byhand.protocol.message import Message
from byhand.protocol.message_types import MEMBER_MESSAGES, TYPES
from tests.helpers.member_links import LyingMember, lying_member
from tests.helpers.messages import MESSAGES

HAVE = encode_message(Have([]))
DATA = FrameHeader(0, 1, 0, 3, 5, 0, 1000, 0, 7)


def is_refused(lie: LyingMember) -> bool:
    """Whether what was sent ends the connection by the other side's fault."""
    with pytest.raises(RemoteProtocolError):
        lie.receiver.receive()
    return True


# S04


@pytest.mark.parametrize("message", [Have([]), Bits(), CancelGet(1)], ids=repr)
def test_S04_a_flood_of_messages_ends_the_connection(message: Message) -> None:
    """By a clock that stands still."""
    most = MESSAGES_A_SECOND * MESSAGES_WINDOW_SECONDS
    with lying_member(clock=lambda: 0.0) as lie:
        content = [encode_message(message)] * 100

        def flood() -> None:
            for _ in range(most // 100 + 1):
                lie.say(*content)

        flooding = threading.Thread(target=flood)
        flooding.start()
        for _ in range(most):
            assert lie.receiver.receive() == message
        assert is_refused(lie)
        flooding.join()


def test_S04_as_many_messages_as_a_member_needs_are_taken_for_ever() -> None:
    seconds = iter(number / MESSAGES_A_SECOND for number in range(10**6))
    with lying_member(clock=lambda: next(seconds)) as lie:
        for _ in range(2 * MESSAGES_WINDOW_SECONDS):
            lie.say(*[HAVE] * 500)
            for _ in range(500):
                assert lie.receiver.receive() == Have([])


@pytest.mark.parametrize(
    "rows",
    [
        [[ENTRY_LIMIT, [0, 1]]],
        [[PACK_INDEX - 1, [0, 1]]],
        [[0, [-1, 1]]],
        [[0, [0, 2**32 + 1]]],
        [[0, [0, 1] * 40_000]],
        [[0, b"\xff" * 1000]],
        [[0, [[0] * 10]]],
    ],
    ids=["no entry", "no packs", "below 0", "beyond", "too many", "a bitmap", "nested"],
)
def test_S04_have_maps_that_cannot_be_end_the_connection(rows: object) -> None:
    for kind in (64, 65):
        content = bytes([1, kind, 0]) + msgspec.msgpack.encode({"r": rows})
        with lying_member() as lie:
            lie.sender._send(lie.sender._sealed(memoryview(content)))
            assert is_refused(lie)


def test_S04_a_message_in_two_records_ends_the_connection() -> None:
    with lying_member() as lie:
        lie.say(HAVE[:4], HAVE[4:])
        assert is_refused(lie)


@pytest.mark.parametrize("header", [DATA, DATA._replace(flags=FLAG_HASHES)], ids=["data", "hashes"])
def test_S04_a_record_that_runs_beyond_its_frame_ends_the_connection(header: FrameHeader) -> None:
    frame = bytearray(HEADER_BYTES + 32 + 1000 + 1)
    encode_header_into(frame, 0, header)
    with lying_member() as lie:
        lie.say(bytes(frame))
        assert is_refused(lie)


def test_S04_a_frame_in_crumbs_ends_the_connection() -> None:
    frame = bytearray(HEADER_BYTES + 1000)
    encode_header_into(frame, 0, DATA)
    with lying_member() as lie:
        lie.say(bytes(frame[:HEADER_BYTES]), *[b"x"] * 1000)
        with pytest.raises(RemoteProtocolError, match="crumbs"):
            lie.receiver.receive()
        assert lie.receiver._cipher.nonce == RECORDS_LIMIT


def test_S04_a_frame_that_never_ends_ends_the_connection() -> None:
    frame = bytearray(HEADER_BYTES + 10)
    encode_header_into(frame, 0, DATA)
    with lying_member(record_seconds=0.2) as lie:
        lie.say(bytes(frame))
        with pytest.raises(ConnectionLostError, match="never ends"):
            lie.receiver.receive()


# S05


@pytest.mark.parametrize("kind", [each for each in TYPES.values() if each not in MEMBER_MESSAGES])
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_S05_whatever_else_friends_say_ends_the_connection(
    kind: type[Message], data: st.DataObject
) -> None:
    """Offers, pairing, introductions, goodbyes: all of it."""
    with lying_member() as lie:
        lie.say(encode_message(data.draw(MESSAGES[kind])))
        assert is_refused(lie)


@pytest.mark.parametrize("flags", [0, 1, 2, 255])
@pytest.mark.parametrize("number", [0, 14, 69, 79, 83, 0xFFFF])
def test_S05_what_nobody_knows_ends_the_connection_critical_or_not(number: int, flags: int) -> None:
    with lying_member() as lie:
        lie.say(bytes([flags]) + number.to_bytes(2, "little") + b"\x80")
        assert is_refused(lie)


@pytest.mark.parametrize("kind", sorted({*range(256)} - {0, 1, 0x10, 0x1F}))
def test_S05_a_record_that_is_neither_frame_nor_message_ends_the_connection(kind: int) -> None:
    with lying_member() as lie:
        lie.say(bytes([kind]) + bytes(100))
        assert is_refused(lie)


@pytest.mark.parametrize(
    "header",
    [
        DATA._replace(request_id=0),
        DATA._replace(transfer_number=1),
        DATA._replace(generation=1),
        DATA._replace(flags=FLAG_ZERO, payload_bytes=0),
        DATA._replace(flags=FLAG_SAME, payload_bytes=0),
    ],
    ids=["unasked", "of a transfer", "of a later source", "a hole", "the same"],
)
def test_S05_frames_as_on_a_lane_end_the_connection(header: FrameHeader) -> None:
    with lying_member() as lie:
        lie.send(header, bytes(header.payload_bytes))
        assert is_refused(lie)


@pytest.mark.parametrize("totals", [Totals(1, 0), Totals(0, 1)])
def test_S05_an_end_that_counts_wrong_ends_the_connection(totals: Totals) -> None:
    with lying_member() as lie:
        lie.say(encode_end(totals))
        assert is_refused(lie)


def test_S05_a_message_within_a_frame_ends_the_connection() -> None:
    """It is taken for payload as far as the frame reaches, and after that for nothing."""
    frame = bytearray(HEADER_BYTES)
    encode_header_into(frame, 0, DATA._replace(payload_bytes=len(HAVE) - 1))
    with lying_member() as lie:
        lie.say(bytes(frame), HAVE)
        assert is_refused(lie)


@given(st.lists(st.binary(min_size=1, max_size=300), min_size=1, max_size=3))
@settings(deadline=None)
def test_S05_random_records_raise_nothing_but_protocol_errors(records: list[bytes]) -> None:
    with lying_member() as lie:
        lie.say(*records)
        lie.socket.shutdown(socket.SHUT_WR)
        try:
            while lie.receiver.receive() is not None:
                pass
        except (ProtocolError, ConnectionLostError):
            pass


def test_F03_a_forged_record_ends_the_connection() -> None:
    with lying_member() as lie:
        lie.socket.sendall((48).to_bytes(2, "big") + bytes(48))
        with pytest.raises(AuthenticationError):
            lie.receiver.receive()


def test_a_message_may_stand_between_two_fragments_of_a_piece() -> None:
    first = FrameHeader(FLAG_FRAGMENT | FLAG_HASHES, 1, 0, 3, 5, 0, MIB, 0, 7)
    second = first._replace(flags=FLAG_FRAGMENT, offset=MIB)
    with lying_member() as lie:

        def say() -> None:
            lie.send(first, bytes(32 + MIB))
            lie.say(HAVE)
            lie.send(second, bytes(MIB))

        saying = threading.Thread(target=say)
        saying.start()
        heard = [lie.receiver.receive() for _ in range(3)]
        saying.join()
    assert [each if isinstance(each, Message) else each[0] for each in heard if each] == [
        *(first, Have([]), second)
    ]
