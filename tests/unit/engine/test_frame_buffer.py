"""Frames made where their payload was read to; a piece in parts."""

import os

from byhand.domain.pieces import MIB
from byhand.engine.frame_buffer import FrameBuffer, fragments
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    HASH_BYTES,
    HEADER_BYTES,
    FrameHeader,
    decode_header,
)

HASH = bytes(range(HASH_BYTES))


def header(length: int) -> FrameHeader:
    return FrameHeader(FLAG_HASHES, 1, 7, 0, 3, 0, length, 0, 0)


def test_a_frame_stands_round_its_payload_without_a_copy() -> None:
    buffer, content = FrameBuffer(hashes=1), os.urandom(1000)
    buffer.payload(len(content))[:] = content
    frame = buffer.frame(header(len(content)), HASH)
    assert decode_header(frame) == header(len(content))
    assert bytes(frame[HEADER_BYTES:]) == HASH + content


def test_a_frame_of_a_later_part_overwrites_what_lies_before_it_alone() -> None:
    buffer, content = FrameBuffer(hashes=1), os.urandom(1000)
    buffer.payload(len(content))[:] = content
    frame = buffer.frame(header(600), HASH, start=400)
    assert bytes(frame[HEADER_BYTES + HASH_BYTES :]) == content[400:]
    before = 400 - HEADER_BYTES - HASH_BYTES
    assert bytes(buffer.payload(before)) == content[:before]


def test_a_payload_longer_than_any_before_has_room() -> None:
    buffer = FrameBuffer(hashes=16)
    assert len(buffer.payload(3 * MIB)) == 3 * MIB


def test_a_piece_is_cut_by_what_may_go_each_time() -> None:
    sizes = iter((300, 100, 1000))
    parts = list(fragments(header(500), HASH, lambda: next(sizes)))
    assert [(part.offset, part.payload_bytes, at) for part, _, at in parts] == [
        *((0, 300, 0), (300, 100, 300), (400, 100, 400)),
    ]
    assert [hashes for _, hashes, _ in parts] == [HASH, b"", b""]
    assert [part.flags for part, _, _ in parts] == [
        *(FLAG_FRAGMENT | FLAG_HASHES, FLAG_FRAGMENT, FLAG_FRAGMENT | FLAG_LAST),
    ]
