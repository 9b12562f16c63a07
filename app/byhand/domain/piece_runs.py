"""Which runs of pieces count, of all that were recorded: the newest word on each piece."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from byhand.domain.journal import PieceRun
from byhand.domain.pieces import HASH_BYTES, PACK_INDEX


class RecordedRun(Struct, frozen=True):
    """A run as it was recorded; `is_durable`: its bytes have been flushed since."""

    run: PieceRun
    is_durable: bool


def latest_runs(recorded: Sequence[RecordedRun]) -> tuple[RecordedRun, ...]:
    """Return the runs that count, in order, those that touch joined; `recorded` oldest first.

    A piece that was recorded twice counts as it was recorded last. Of packs, whose members
    cannot be told apart here, a run of which any pack was recorded again counts no more at all.
    """
    files = [each for each in recorded if each.run.entry != PACK_INDEX and each.run.count]
    packs = [each for each in recorded if each.run.entry == PACK_INDEX and each.run.count]
    painted = [run for touching in _touching(files) for run in _painted(touching)]
    return (*painted, *_joined(_not_superseded(packs)))


def _touching(recorded: Sequence[RecordedRun]) -> Iterator[list[RecordedRun]]:
    """Yield runs without a gap between them, oldest first each time."""
    places = sorted(
        range(len(recorded)), key=lambda n: (recorded[n].run.entry, recorded[n].run.first)
    )
    group: list[int] = []
    end = 0
    for place in places:
        run = recorded[place].run
        if group and (run.entry != recorded[group[0]].run.entry or run.first > end):
            yield [recorded[each] for each in sorted(group)]
            group = []
        end = max(end, run.first + run.count) if group else run.first + run.count
        group.append(place)
    if group:
        yield [recorded[each] for each in sorted(group)]


def _painted(touching: Sequence[RecordedRun]) -> Iterator[RecordedRun]:
    """Lay runs over each other, the newest on top, and cut the result by durability."""
    if len(touching) == 1:
        yield touching[0]
        return
    entry = touching[0].run.entry
    start = min(each.run.first for each in touching)
    count = max(each.run.first + each.run.count for each in touching) - start
    hashes, durable = bytearray(HASH_BYTES * count), bytearray(count)
    for each in touching:
        first, last = each.run.first - start, each.run.first - start + each.run.count
        hashes[HASH_BYTES * first : HASH_BYTES * last] = each.run.hashes
        durable[first:last] = bytes([each.is_durable]) * each.run.count
    first = 0
    for is_durable, pieces in groupby(durable):
        last = first + sum(1 for _ in pieces)
        part = bytes(memoryview(hashes)[HASH_BYTES * first : HASH_BYTES * last])
        yield RecordedRun(PieceRun(entry, start + first, part), bool(is_durable))
        first = last


def _not_superseded(packs: Sequence[RecordedRun]) -> list[RecordedRun]:
    """Return the runs of which no pack was recorded again later, in the order of packs."""
    last_word: dict[int, int] = {}
    for number, each in enumerate(packs):
        last_word.update(dict.fromkeys(_pieces(each.run), number))
    kept = [
        each
        for number, each in enumerate(packs)
        if all(last_word[piece] == number for piece in _pieces(each.run))
    ]
    return sorted(kept, key=lambda each: each.run.first)


def _pieces(run: PieceRun) -> range:
    return range(run.first, run.first + run.count)


def _joined(ordered: Iterable[RecordedRun]) -> Iterator[RecordedRun]:
    """Join runs of one durability that follow each other."""
    group: list[RecordedRun] = []
    for each in ordered:
        if group and not _follows(group[-1], each):
            yield _as_one(group)
            group = []
        group.append(each)
    if group:
        yield _as_one(group)


def _follows(one: RecordedRun, other: RecordedRun) -> bool:
    is_next = one.run.first + one.run.count == other.run.first
    return is_next and one.is_durable == other.is_durable


def _as_one(group: Sequence[RecordedRun]) -> RecordedRun:
    first = group[0].run
    hashes = b"".join(each.run.hashes for each in group)
    members = b"".join(each.run.members for each in group)
    return RecordedRun(PieceRun(first.entry, first.first, hashes, members), group[0].is_durable)
