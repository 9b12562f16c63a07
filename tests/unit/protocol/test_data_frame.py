import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.manifest import ENTRY_LIMIT
from byhand.domain.pieces import LARGEST_PIECE, PACK_BYTES, PACK_INDEX
from byhand.errors import LocalProtocolError, RemoteProtocolError
from byhand.protocol.data_frame import (
    END_BYTES,
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    FLAG_SAME,
    FLAG_ZERO,
    FRAME_LIMIT,
    HEADER_BYTES,
    PAYLOAD_LIMIT,
    FrameHeader,
    Totals,
    decode_end,
    decode_header,
    encode_end,
    encode_header_into,
    frame_bytes,
    is_end,
    judge_member_frame,
)

WHOLE = FrameHeader(FLAG_HASHES, 4, 1, 2, 3, 0, PAYLOAD_LIMIT, 0, 0)
FIRST = FrameHeader(FLAG_FRAGMENT | FLAG_HASHES, 1, 1, 2, 3, 0, PAYLOAD_LIMIT, 0, 0)
LATER = FrameHeader(FLAG_FRAGMENT, 1, 1, 2, 3, 2**20, PAYLOAD_LIMIT, 0, 0)
LAST = FrameHeader(FLAG_FRAGMENT | FLAG_LAST, 1, 1, 2, 3, 2**20, 1, 0, 0)
ZEROS = FrameHeader(FLAG_ZERO, 16, 1, 2, 3, 0, 0, 0, 0)
SAME = FrameHeader(FLAG_SAME | FLAG_HASHES, 16, 1, 2, 3, 0, 0, 0, 0)
PACK = FrameHeader(FLAG_HASHES, 1, 1, PACK_INDEX, 3, 0, 1000, 0, 0)


def encoded(header: FrameHeader) -> bytes:
    buffer = bytearray(HEADER_BYTES)
    encode_header_into(buffer, 0, header)
    return bytes(buffer)


def unchecked(header: FrameHeader, kind: int = 0x10) -> bytes:
    """The bytes of a header as the format lays it out, lawful or not."""
    numbers = b"".join(number.to_bytes(4, "little") for number in header[2:])
    return bytes([kind, header.flags]) + header.piece_count.to_bytes(2, "little") + numbers


@pytest.mark.parametrize(
    "header",
    [
        WHOLE,
        WHOLE._replace(flags=0),
        WHOLE._replace(piece_count=16, payload_bytes=1),
        WHOLE._replace(entry=ENTRY_LIMIT - 1),
        WHOLE._replace(first_piece=2**32 - 4),
        WHOLE._replace(transfer_number=2**32 - 1, generation=2**32 - 2, request_id=2**32 - 1),
        FIRST,
        FIRST._replace(flags=FLAG_FRAGMENT | FLAG_HASHES | FLAG_LAST),
        LATER,
        LATER._replace(offset=LARGEST_PIECE - PAYLOAD_LIMIT),
        LAST,
        ZEROS,
        ZEROS._replace(generation=1),
        ZEROS._replace(piece_count=65535),
        SAME,
        SAME._replace(flags=FLAG_SAME, generation=1),
        PACK,
        PACK._replace(first_piece=ENTRY_LIMIT - 1),
    ],
)
def test_a_lawful_header_comes_back_as_it_went(header: FrameHeader) -> None:
    assert encoded(header) == unchecked(header)
    assert decode_header(encoded(header)) == header
    assert frame_bytes(header) <= FRAME_LIMIT


@pytest.mark.parametrize(
    "header",
    [
        WHOLE._replace(flags=FLAG_HASHES | 32),
        WHOLE._replace(flags=FLAG_HASHES | 128),
        WHOLE._replace(piece_count=0),
        WHOLE._replace(piece_count=17),
        WHOLE._replace(piece_count=65535),
        WHOLE._replace(entry=ENTRY_LIMIT),
        WHOLE._replace(entry=PACK_INDEX - 1),
        WHOLE._replace(entry=PACK_INDEX + 1),
        WHOLE._replace(first_piece=2**32 - 3),
        WHOLE._replace(offset=1),
        WHOLE._replace(flags=FLAG_HASHES | FLAG_LAST),
        WHOLE._replace(payload_bytes=0),
        WHOLE._replace(payload_bytes=PAYLOAD_LIMIT + 1),
        WHOLE._replace(payload_bytes=2**32 - 1),
        FIRST._replace(flags=FLAG_FRAGMENT),
        FIRST._replace(piece_count=2),
        FIRST._replace(payload_bytes=0),
        LATER._replace(flags=FLAG_FRAGMENT | FLAG_HASHES),
        LATER._replace(offset=LARGEST_PIECE - PAYLOAD_LIMIT + 1),
        LATER._replace(offset=2**32 - 1),
        LATER._replace(flags=FLAG_FRAGMENT | FLAG_ZERO, payload_bytes=0),
        LAST._replace(entry=PACK_INDEX, offset=PACK_BYTES),
        ZEROS._replace(payload_bytes=1),
        ZEROS._replace(flags=FLAG_ZERO | FLAG_SAME),
        ZEROS._replace(flags=FLAG_ZERO | FLAG_HASHES),
        ZEROS._replace(flags=FLAG_ZERO | FLAG_LAST),
        ZEROS._replace(flags=FLAG_ZERO | FLAG_FRAGMENT, piece_count=1),
        ZEROS._replace(offset=1),
        ZEROS._replace(piece_count=0),
        SAME._replace(piece_count=17),
        SAME._replace(payload_bytes=1),
        SAME._replace(flags=FLAG_SAME | FLAG_LAST),
        PACK._replace(first_piece=ENTRY_LIMIT),
        PACK._replace(piece_count=2),
        PACK._replace(flags=FLAG_ZERO, payload_bytes=0),
        PACK._replace(flags=FLAG_SAME, payload_bytes=0),
        PACK._replace(flags=FLAG_SAME | FLAG_HASHES, payload_bytes=0),
        *(header._replace(generation=2**32 - 1) for header in (WHOLE, FIRST, ZEROS, SAME, PACK)),
    ],
)
def test_an_unlawful_header_is_the_fault_of_who_made_it(header: FrameHeader) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_header(unchecked(header))
    with pytest.raises(LocalProtocolError):
        encode_header_into(bytearray(HEADER_BYTES), 0, header)


@pytest.mark.parametrize("kind", [kind for kind in range(256) if kind != 0x10])
def test_a_record_of_another_kind_begins_no_frame(kind: int) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_header(unchecked(WHOLE, kind))


@pytest.mark.parametrize("size", range(HEADER_BYTES))
def test_a_frame_shorter_than_its_header_is_refused(size: int) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_header(unchecked(WHOLE)[:size])


@given(st.binary(min_size=HEADER_BYTES, max_size=HEADER_BYTES + 4) | st.binary())
def test_random_bytes_raise_nothing_but_protocol_errors(frame: bytes) -> None:
    try:
        header = decode_header(frame)
    except RemoteProtocolError:
        return
    assert encoded(header) == frame[:HEADER_BYTES]


@given(
    st.sampled_from([WHOLE, FIRST, LATER, LAST, ZEROS, SAME, PACK]),
    st.integers(0, HEADER_BYTES * 8 - 1),
)
def test_any_bit_flipped_leaves_a_lawful_header_or_a_protocol_error(
    header: FrameHeader, bit: int
) -> None:
    frame = bytearray(encoded(header))
    frame[bit // 8] ^= 1 << bit % 8
    try:
        decoded = decode_header(frame)
    except RemoteProtocolError:
        return
    assert decoded != header
    assert 1 <= decoded.piece_count <= (65535 if decoded.flags == FLAG_ZERO else 16)
    assert decoded.entry < ENTRY_LIMIT or decoded.entry == PACK_INDEX
    assert decoded.first_piece + decoded.piece_count <= 2**32
    assert decoded.offset + decoded.payload_bytes <= LARGEST_PIECE
    assert HEADER_BYTES <= frame_bytes(decoded) <= FRAME_LIMIT


_FIELD_LIMITS = (2**8, 2**16, *[2**32] * 7)


@given(
    st.sampled_from([WHOLE, FIRST, LATER, LAST, ZEROS, SAME, PACK]),
    st.sampled_from(range(len(_FIELD_LIMITS))),
    st.data(),
)
def test_any_field_replaced_leaves_a_lawful_header_or_a_protocol_error(
    header: FrameHeader, place: int, data: st.DataObject
) -> None:
    value = data.draw(st.integers(0, _FIELD_LIMITS[place] - 1))
    changed = FrameHeader._make([*header[:place], value, *header[place + 1 :]])
    try:
        decoded = decode_header(unchecked(changed))
    except RemoteProtocolError:
        return
    assert decoded == changed
    assert frame_bytes(decoded) <= FRAME_LIMIT


def test_a_header_is_written_at_its_place_in_a_larger_buffer() -> None:
    buffer = memoryview(bytearray(b"\xaa" * 100))
    encode_header_into(buffer, 10, WHOLE)
    assert bytes(buffer[:10]) == b"\xaa" * 10
    assert bytes(buffer[10:42]) == encoded(WHOLE)
    assert bytes(buffer[42:]) == b"\xaa" * 58


def test_the_size_of_a_frame_counts_hashes_only_where_they_are() -> None:
    assert frame_bytes(WHOLE) == 32 + 4 * 32 + PAYLOAD_LIMIT
    assert frame_bytes(LATER) == 32 + PAYLOAD_LIMIT
    assert frame_bytes(ZEROS) == 32


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_the_end_of_a_lane_comes_back_as_it_went(frames: int, payload_bytes: int) -> None:
    totals = Totals(frames, payload_bytes)
    assert is_end(encode_end(totals))
    assert decode_end(encode_end(totals)) == totals


@pytest.mark.parametrize("size", [*range(END_BYTES), END_BYTES + 1, 100])
def test_an_end_of_another_size_is_refused(size: int) -> None:
    record = (encode_end(Totals(1, 2)) + bytes(100))[:size]
    with pytest.raises(RemoteProtocolError):
        decode_end(record)


def test_a_frame_is_not_an_end() -> None:
    assert not is_end(encoded(WHOLE))
    assert not is_end(b"")
    with pytest.raises(RemoteProtocolError):
        decode_end(encoded(WHOLE)[:END_BYTES])


ANSWER = FrameHeader(0, 4, 0, 3, 5, 0, 1000, 0, 7)


@pytest.mark.parametrize(
    "header",
    [
        ANSWER,
        ANSWER._replace(flags=FLAG_HASHES),
        ANSWER._replace(flags=FLAG_FRAGMENT | FLAG_HASHES, piece_count=1),
        ANSWER._replace(entry=PACK_INDEX, piece_count=1, request_id=2**32 - 1),
    ],
)
def test_members_answer_each_other_with_pieces_packs_and_fragments(header: FrameHeader) -> None:
    encode_header_into(bytearray(HEADER_BYTES), 0, header)
    judge_member_frame(header)


@pytest.mark.parametrize(
    "header",
    [
        ANSWER._replace(request_id=0),
        ANSWER._replace(transfer_number=1),
        ANSWER._replace(generation=1),
        ANSWER._replace(flags=FLAG_ZERO, payload_bytes=0),
        ANSWER._replace(flags=FLAG_SAME, payload_bytes=0),
        ANSWER._replace(flags=FLAG_SAME | FLAG_HASHES, payload_bytes=0),
    ],
)
def test_nothing_else_that_a_lane_carries_goes_between_members(header: FrameHeader) -> None:
    encode_header_into(bytearray(HEADER_BYTES), 0, header)
    with pytest.raises(RemoteProtocolError):
        judge_member_frame(header)
