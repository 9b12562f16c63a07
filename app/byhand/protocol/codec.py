"""Control messages as bytes and back; every field that comes from outside is judged (§8)."""

from collections.abc import Iterable, Iterator
from struct import Struct
from typing import Final, TypeVar

import msgspec
from msgspec.msgpack import Decoder, Encoder

from byhand.errors import LocalProtocolError, RemoteProtocolError, UnsupportedMessageError
from byhand.protocol.judgement import judge
from byhand.protocol.message import Message
from byhand.protocol.message_types import CRITICAL, TYPES
from byhand.protocol.messages import Want
from byhand.protocol.records import RECORD_PAYLOAD_BYTES

HEADER_BYTES: Final = 3
BATCH_BYTES: Final = RECORD_PAYLOAD_BYTES - 512
"""What rows may take of a message; the rest is for its other fields."""
RANGES_LIMIT: Final = 4096
"""How many ranges go together; at 10 bytes each they fit a message, and a row of a batch."""

_HEADER: Final = Struct("<BH")
_FLAG_CRITICAL: Final = 1
_ENCODER: Final = Encoder()
_DECODERS: Final = {number: Decoder(kind) for number, kind in TYPES.items()}
_HEADERS: Final = {
    kind: _HEADER.pack(_FLAG_CRITICAL if kind in CRITICAL else 0, number)
    for number, kind in TYPES.items()
}

_Row = TypeVar("_Row")


def encode_message(message: Message) -> bytes:
    """Return a message as the plaintext of one record; LocalProtocolError if it does not fit."""
    encoded = _HEADERS[type(message)] + _ENCODER.encode(message)
    if len(encoded) > RECORD_PAYLOAD_BYTES:
        raise LocalProtocolError(f"a {type(message).__name__} of {len(encoded)} bytes")
    return encoded


def decode_message(content: bytes) -> Message | None:
    """Return the message in a record's plaintext, or None for one that may be passed over.

    Raises RemoteProtocolError for anything out of bounds, UnsupportedMessageError for an unknown
    type that may not be passed over.
    """
    if len(content) < HEADER_BYTES:
        raise RemoteProtocolError("a message shorter than its header")
    flags, number = _HEADER.unpack_from(content)
    if flags & ~_FLAG_CRITICAL:
        raise RemoteProtocolError("a message with unknown flags")
    decoder = _DECODERS.get(number)
    if decoder is None:
        if flags & _FLAG_CRITICAL:
            raise UnsupportedMessageError(number)
        return None
    try:
        message = decoder.decode(memoryview(content)[HEADER_BYTES:])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise RemoteProtocolError(f"message {number} does not keep its format") from exc
    judge(message)
    return message


def batches(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """Yield the rows in order, in lists that each fit one message."""
    batch: list[_Row] = []
    room = BATCH_BYTES
    for row in rows:
        size = len(_ENCODER.encode(row))
        if size > room and batch:
            yield batch
            batch, room = [], BATCH_BYTES
        if size > room:
            raise LocalProtocolError(f"a row of {size} bytes")
        batch.append(row)
        room -= size
    if batch:
        yield batch


def cut_ranges(ranges: list[int]) -> Iterator[list[int]]:
    """Yield [start, count, …] in order, in lists that each fit one message."""
    for start in range(0, len(ranges), 2 * RANGES_LIMIT):
        yield ranges[start : start + 2 * RANGES_LIMIT]


def wants(entry: int, ranges: list[int]) -> Iterator[Want]:
    """Yield [start, count, …] of one entry as rows that each fit a message."""
    for part in cut_ranges(ranges):
        yield Want(entry, part)
