import msgspec
import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome, JournalBatch, PartStamp, PieceRun
from byhand.domain.manifest import ENTRY_LIMIT
from byhand.domain.outcomes import OutcomeColumns, in_columns
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.transfer import EntryState
from byhand.storage.journal_batch import DAMAGED, decode_batch, encode_batch
from tests.helpers.kept import FIRST, run

BATCH = JournalBatch(
    FIRST,
    (run(0, 3, 2), PieceRun(PACK_INDEX, 7, b"h" * 32, b"m" * 96)),
    (PartStamp(4, 2**64 - 1, 2**64 - 1, 2**56, -(2**63), 2**63 - 1),),
    (
        EntryOutcome(ENTRY_LIMIT - 1, EntryState.DONE, root=b"r" * 32),
        EntryOutcome(5, EntryState.FAILED, Code.SOURCE_GONE),
    ),
    (1, PACK_INDEX),
)


def test_a_batch_comes_back_as_it_was() -> None:
    found = decode_batch(encode_batch(BATCH))
    assert (found.runs, found.parts, found.forgets) == (BATCH.runs, BATCH.parts, BATCH.forgets)
    assert found.outcomes == in_columns(BATCH.outcomes)


def test_a_batch_that_only_makes_durable_takes_no_room() -> None:
    assert encode_batch(JournalBatch(FIRST, makes_durable=True)) == b""
    assert encode_batch(JournalBatch(FIRST, forgets=(0,))) != b""


def test_what_a_later_version_appends_is_ignored_and_what_is_missing_is_empty() -> None:
    content = msgspec.msgpack.decode(encode_batch(BATCH))
    content[0][0].append("more")
    assert decode_batch(msgspec.msgpack.encode([*content, "more"])).runs == BATCH.runs
    earlier = decode_batch(msgspec.msgpack.encode(content[:1]))
    assert (earlier.parts, earlier.outcomes, earlier.forgets) == ((), OutcomeColumns(), ())


GOOD = msgspec.msgpack.decode(encode_batch(replace(BATCH, runs=(run(0, 0),))))


def altered(place: int, value: object) -> bytes:
    """Return the good batch with another value at a place of its outcomes."""
    entries, states, codes, roots = GOOD[2]
    columns = [entries, states, codes, roots]
    columns[place] = value
    return msgspec.msgpack.encode([GOOD[0], GOOD[1], columns, GOOD[3]])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xc1",
        msgspec.msgpack.encode([[[0, 0, b"h" * 31]]]),
        msgspec.msgpack.encode([[[0, 0, b"h" * 32, b"m"]]]),
        msgspec.msgpack.encode([[[-1, 0, b""]]]),
        msgspec.msgpack.encode([[[0, 2**32, b""]]]),
        altered(0, b"123"),
        altered(0, b"\xff" * 8),
        altered(1, b"\1"),
        altered(1, b"\1\xfe"),
        altered(2, b""),
        altered(3, b"r" * 32),
    ],
)
def test_what_cannot_be_read_is_said_to_be_damaged(content: bytes) -> None:
    with pytest.raises(DAMAGED):
        decode_batch(content)
