"""How a batch of a journal is written: as MessagePack, without names, four times a second.

What a later version appends is ignored, and what an earlier one did not have is empty.
"""

import struct
from typing import Annotated

import msgspec
from msgspec import Struct

from byhand.domain.journal import JournalBatch, PartStamp, PieceRun
from byhand.domain.manifest import ENTRY_LIMIT
from byhand.domain.outcomes import ROOT_BYTES, OutcomeColumns, in_columns
from byhand.domain.pieces import HASH_BYTES
from byhand.domain.transfer import EntryState

DAMAGED = (msgspec.DecodeError, ValueError, struct.error)
"""What a batch raises that cannot be read."""

_ENTRY_BYTES = 4
_Piece = Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
_Entry = Annotated[int, msgspec.Meta(ge=0, lt=ENTRY_LIMIT)]


class RecordedBatch(Struct, frozen=True):
    """A batch as it is found again; whether something is durable is not in it."""

    runs: tuple[PieceRun, ...]
    parts: tuple[PartStamp, ...]
    outcomes: OutcomeColumns
    forgets: tuple[int, ...]


class _Run(msgspec.Struct, frozen=True, array_like=True):
    entry: _Piece
    first: _Piece
    hashes: bytes
    members: bytes = b""


class _Part(msgspec.Struct, frozen=True, array_like=True):
    entry: _Entry
    dev: int
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


class _Outcomes(msgspec.Struct, frozen=True, array_like=True):
    entries: bytes = b""
    states: bytes = b""
    codes: bytes = b""
    roots: bytes = b""


class _Batch(msgspec.Struct, frozen=True, array_like=True):
    runs: list[_Run] = []
    parts: list[_Part] = []
    outcomes: _Outcomes = _Outcomes()
    forgets: list[_Piece] = []


_DECODER = msgspec.msgpack.Decoder(_Batch)


def encode_batch(batch: JournalBatch) -> bytes:
    """Return a batch as bytes; empty if it holds nothing but that what was before is durable."""
    if not (batch.runs or batch.parts or batch.outcomes or batch.forgets):
        return b""
    runs = [_Run(run.entry, run.first, run.hashes, run.members) for run in batch.runs]
    parts = [
        _Part(part.entry, part.dev, part.inode, part.size, part.mtime_ns, part.ctime_ns)
        for part in batch.parts
    ]
    columns = in_columns(batch.outcomes)
    entries = struct.pack(f"<{len(columns.entries)}I", *columns.entries)
    outcomes = _Outcomes(entries, columns.states, columns.codes, columns.roots)
    return msgspec.msgpack.encode(_Batch(runs, parts, outcomes, list(batch.forgets)))


def decode_batch(content: bytes) -> RecordedBatch:
    """Return the batch that such bytes hold; raises one of DAMAGED."""
    batch = _DECODER.decode(content)
    if any(len(run.hashes) % HASH_BYTES or len(run.members) % HASH_BYTES for run in batch.runs):
        raise ValueError("half a hash")
    return RecordedBatch(
        tuple(PieceRun(run.entry, run.first, run.hashes, run.members) for run in batch.runs),
        tuple(
            PartStamp(part.entry, part.dev, part.inode, part.size, part.mtime_ns, part.ctime_ns)
            for part in batch.parts
        ),
        _columns(batch.outcomes),
        tuple(batch.forgets),
    )


def _columns(outcomes: _Outcomes) -> OutcomeColumns:
    count = len(outcomes.entries) // _ENTRY_BYTES
    entries = struct.unpack(f"<{count}I", outcomes.entries)
    if max(entries, default=0) >= ENTRY_LIMIT:
        raise ValueError("an entry beyond all limits")
    if not {len(outcomes.states), len(outcomes.codes)} <= {count}:
        raise ValueError("columns of different lengths")
    if len(outcomes.roots) not in (0, ROOT_BYTES * count):
        raise ValueError("columns of different lengths")
    if max(outcomes.states, default=0) > max(EntryState):
        raise ValueError("a state that only another version knows")
    return OutcomeColumns(entries, outcomes.states, outcomes.codes, outcomes.roots)
