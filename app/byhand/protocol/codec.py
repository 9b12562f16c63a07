"""Control messages as bytes, and the judgement of every field that comes from outside (§8)."""

from collections.abc import Iterable, Iterator
from struct import Struct
from typing import Final, TypeVar

import msgspec
from msgspec.msgpack import Decoder, Encoder

from byhand.domain.manifest import ENTRY_LIMIT, TEXT_BYTES_LIMIT, EntryKind
from byhand.domain.pieces import PACK_INDEX
from byhand.errors import LocalProtocolError, RemoteProtocolError, UnsupportedMessageError
from byhand.protocol.friend_messages import Introduce
from byhand.protocol.invite import is_hint
from byhand.protocol.message import Message
from byhand.protocol.message_types import CRITICAL, TYPES
from byhand.protocol.messages import (
    Answer,
    Entries,
    EntryRow,
    Need,
    ProfileUpdate,
    Roots,
    Verdict,
    Want,
)
from byhand.protocol.person_name import judge_name
from byhand.protocol.records import RECORD_PAYLOAD_BYTES

HEADER_BYTES: Final = 3
BATCH_BYTES: Final = RECORD_PAYLOAD_BYTES - 512
"""What rows may take of a message; the rest is for its other fields."""
WANT_RANGES: Final = 4096
"""How many ranges one row of a wish may hold; at 10 bytes each they fit a batch."""
EXPIRY_LIMIT: Final = 253_402_300_800
"""The year 10000, which no calendar reaches."""

_HEADER: Final = Struct("<BH")
_FLAG_CRITICAL: Final = 1
_ENCODER: Final = Encoder()
_DECODERS: Final = {number: Decoder(kind) for number, kind in TYPES.items()}
_HEADERS: Final = {
    kind: _HEADER.pack(_FLAG_CRITICAL if kind in CRITICAL else 0, number)
    for number, kind in TYPES.items()
}

_Row = TypeVar("_Row", bound=msgspec.Struct)


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
    _judge(message)
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


def wants(entry: int, ranges: list[int]) -> Iterator[Want]:
    """Yield [start, count, …] of one entry as rows that each fit a message."""
    for start in range(0, len(ranges), 2 * WANT_RANGES):
        yield Want(entry, ranges[start : start + 2 * WANT_RANGES])


def _judge(message: Message) -> None:
    """Raise RemoteProtocolError for what no single field shows."""
    match message:
        case Entries():
            if message.first_index + len(message.entries) > ENTRY_LIMIT:
                raise RemoteProtocolError("more entries than an offer may have")
            for row in message.entries:
                _judge_entry(row)
        case ProfileUpdate():
            judge_name(message.name)
            judge_name(message.computer)
        case Introduce():
            _judge_introduction(message)
        case Answer():
            _judge_answer(message)
        case Need(wants=list(rows)):
            _judge_entries([row.entry for row in rows])
        case Roots():
            _judge_entries([row.entry for row in message.rows])
            if any((row.entry == PACK_INDEX) != (row.pack >= 0) for row in message.rows):
                raise RemoteProtocolError("a root of neither a file nor a pack")


def _judge_entry(row: EntryRow) -> None:
    if row.allocated > row.size:
        raise RemoteProtocolError("an entry that takes more room than its size")
    if row.kind is EntryKind.FILE:
        return
    if row.kind is EntryKind.FOLDER and (row.size or row.executable):
        raise RemoteProtocolError("a folder with the marks of a file")
    if row.kind is EntryKind.TEXT and row.size > TEXT_BYTES_LIMIT:
        raise RemoteProtocolError("a text that is too long")


def _judge_introduction(introduce: Introduce) -> None:
    judge_name(introduce.name)
    judge_name(introduce.computer)
    if introduce.expires_at >= EXPIRY_LIMIT:
        raise RemoteProtocolError("an introduction that never expires")
    if not all(map(is_hint, introduce.hints)):
        raise RemoteProtocolError("an introduction with something else than hints")


def _judge_answer(answer: Answer) -> None:
    is_accepted = answer.verdict is Verdict.ACCEPT
    if len(answer.digest) != 32 and (is_accepted or answer.digest):
        raise RemoteProtocolError("an answer to no manifest")
    if answer.chosen is not None and not is_accepted:
        raise RemoteProtocolError("a choice from what was not accepted")


def _judge_entries(entries: list[int]) -> None:
    if any(entry >= ENTRY_LIMIT and entry != PACK_INDEX for entry in entries):
        raise RemoteProtocolError("an entry beyond the limit")
