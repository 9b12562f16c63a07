"""Finding out roots without sending anything: from hashes kept before, else by reading."""

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from time import monotonic_ns

from byhand.domain.pieces import MIB, is_packed, piece_count, piece_size, span
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.pack_reading import read_pack
from byhand.engine.source_pieces import SourcePieces
from byhand.engine.source_reading import SourceReading, reading
from byhand.errors import SourceChangedError, SourceMissingError
from byhand.protocol.data_frame import HASH_BYTES
from byhand.storage.source import present_stamp

BATCH_ENTRIES = 256


def complete(pieces: SourcePieces) -> Iterator[None]:
    """Find out every root that is missing of what is not left out; each step is short.

    What was sent, and its hashes lost by a sudden end, is vouched for like this. Small files
    are read by packs, as they were sent.
    """
    buffer = memoryview(bytearray(MIB))
    for batch in _batches(pieces.missing_hashes()):
        yield from _from_cache(pieces, [entry for entry in batch if not _in_pack(pieces, entry)])
        for entry in batch:
            number = pieces.offered.packs.pack_of(entry) if _in_pack(pieces, entry) else None
            if number is not None:
                yield from read_pack(pieces, number, buffer[: pieces.offered.packs.size(number)])
            yield from _from_disk(pieces, entry, buffer, pieces.watch)


def roots_for(
    pieces: SourcePieces, entries: Iterable[int]
) -> Generator[tuple[int, bytes] | None, None, None]:
    """Find out the roots of files, for HASH_ANSWER; each step is short.

    Reads and hashes whole files where nothing is known. A root that is found out is reported
    like any other; yields (entry, root) of one that was reported before, an empty root of what
    cannot be read, and None in between.
    """
    buffer = memoryview(bytearray(MIB))
    beside = Stopwatch(monotonic_ns)  # what the lane's tells is not about this
    for batch in _batches(entries):
        told = {entry for entry in batch if pieces.hashes.is_told(entry)}
        yield from _from_cache(pieces, batch)
        for entry in batch:
            yield from _from_disk(pieces, entry, buffer, beside)
            pieces.vouch_alone(entry)
            is_failed = pieces.hashes.is_failed(entry)
            root = None if is_failed else pieces.hashes.root(entry)
            yield (entry, root or b"") if root is None or entry in told else None


def _in_pack(pieces: SourcePieces, entry: int) -> bool:
    """Say whether a file is found out with its whole pack."""
    if not is_packed(pieces.size(entry)) or pieces.hashes.travels_alone(entry):
        return False
    number = pieces.offered.packs.pack_of(entry)
    if number is None or pieces.hashes.pack_root(number) is not None:
        return False
    members = pieces.offered.packs.members(number)
    left_out = pieces.left_out
    return not any(member in left_out for member in members)


def _from_cache(pieces: SourcePieces, batch: list[int]) -> Iterator[None]:
    """Take the hashes of files that were read before and are still the same."""
    unknown = [
        entry
        for entry in batch
        if not pieces.hashes.is_settled(entry)
        and not pieces.hashes.generation(entry)
        and not pieces.skips(entry)
    ]
    stamps = [pieces.offered.sources[entry].stamp for entry in unknown]
    for entry, stamp, hashes in zip(unknown, stamps, pieces.cache.lookup(stamps), strict=True):
        if not hashes or len(hashes) != piece_count(stamp.size) * HASH_BYTES:
            continue
        if present_stamp(pieces.offered.sources[entry].path) != stamp:
            continue
        try:
            pieces.know(entry, 0, 0, hashes)
        except SourceChangedError:
            continue  # what was read of it since is another file: reading tells
        pieces.vouch(entry, 0, hashes)
        yield


def _from_disk(
    pieces: SourcePieces, entry: int, buffer: memoryview, watch: Stopwatch
) -> Iterator[None]:
    """Read what is not known of a file; once more if it turns out to have changed."""
    while not pieces.hashes.is_settled(entry) and not pieces.skips(entry):
        generation = pieces.hashes.generation(entry)
        try:
            with reading(pieces, entry, watch) as opened:
                for first, end in pieces.hashes.missing(entry):
                    yield from _read(opened, pieces.size(entry), first, end, buffer)
            return
        except SourceChangedError as exc:
            if not pieces.changed(entry, generation, exc):
                return
        except SourceMissingError as exc:
            pieces.fail(entry, exc)


def _read(
    opened: SourceReading, size: int, first: int, end: int, buffer: memoryview
) -> Iterator[None]:
    if piece_size(size) > len(buffer):
        buffer = memoryview(bytearray(piece_size(size)))
    while first < end:
        count, is_hole = opened.portion(first, end, len(buffer))
        if is_hole:
            opened.take_zeros(first, count)
        else:
            yield from opened.read(first, buffer[: span(size, first, count)])
        first += count
        yield


def _batches(entries: Iterable[int]) -> Iterator[list[int]]:
    each = iter(entries)
    while batch := list(islice(each, BATCH_ENTRIES)):
        yield batch
