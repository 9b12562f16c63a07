"""How a batch of a journal is written: as MessagePack, without names, four times a second.

What a later version appends is ignored, and what an earlier one did not have is empty.
"""

from typing import Annotated

import msgspec

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome, JournalBatch, PartStamp, PieceRun
from byhand.domain.transfer import EntryState, TransferId

DAMAGED = (msgspec.DecodeError, ValueError)
"""What a batch raises that cannot be read."""

_Index = Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
_HASH_BYTES = 32


class _Run(msgspec.Struct, frozen=True, array_like=True):
    entry: _Index
    first: _Index
    hashes: bytes
    members: bytes = b""


class _Part(msgspec.Struct, frozen=True, array_like=True):
    entry: _Index
    dev: int
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


class _Outcome(msgspec.Struct, frozen=True, array_like=True):
    entry: _Index
    state: EntryState
    code: Code = Code.OK
    root: bytes = b""


class _Batch(msgspec.Struct, frozen=True, array_like=True):
    runs: list[_Run] = []
    parts: list[_Part] = []
    outcomes: list[_Outcome] = []
    forgets: list[_Index] = []


_DECODER = msgspec.msgpack.Decoder(_Batch)


def encode_batch(batch: JournalBatch) -> bytes:
    """Return a batch as bytes; empty if it holds nothing but that what was before is durable."""
    if not (batch.runs or batch.parts or batch.outcomes or batch.forgets):
        return b""
    return msgspec.msgpack.encode(
        _Batch(
            [_Run(run.entry, run.first, run.hashes, run.members) for run in batch.runs],
            [
                _Part(part.entry, part.dev, part.inode, part.size, part.mtime_ns, part.ctime_ns)
                for part in batch.parts
            ],
            [_Outcome(each.entry, each.state, each.code, each.root) for each in batch.outcomes],
            list(batch.forgets),
        )
    )


def decode_batch(transfer_id: TransferId, content: bytes) -> JournalBatch:
    """Return the batch that such bytes hold, but for `makes_durable`; raises one of DAMAGED."""
    batch = _DECODER.decode(content)
    if any(len(run.hashes) % _HASH_BYTES or len(run.members) % _HASH_BYTES for run in batch.runs):
        raise ValueError("half a hash")
    return JournalBatch(
        transfer_id,
        tuple(PieceRun(run.entry, run.first, run.hashes, run.members) for run in batch.runs),
        tuple(
            PartStamp(part.entry, part.dev, part.inode, part.size, part.mtime_ns, part.ctime_ns)
            for part in batch.parts
        ),
        tuple(
            EntryOutcome(each.entry, each.state, each.code, each.root) for each in batch.outcomes
        ),
        tuple(batch.forgets),
    )
