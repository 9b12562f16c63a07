"""Reading a pack of small files into a lane's buffer, and hashing it and its members."""

from collections.abc import Generator
from time import monotonic
from typing import NamedTuple

from blake3 import blake3

from byhand.domain.journal import PieceRun
from byhand.domain.pieces import PACK_INDEX
from byhand.engine.source_hashes import NO_HASH
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import SourceChangedError, SourceMissingError
from byhand.storage.source import FileStamp, read_whole

STEP_SECONDS = 0.05


class PackRead(NamedTuple):
    """A pack as it was read: its hash, its generation, and the members found changed just now."""

    hash: bytes
    generation: int
    changed: tuple[int, ...]


def read_pack(
    pieces: SourcePieces, number: int, out: memoryview
) -> Generator[None, None, PackRead]:
    """Read a pack end to end, vouch for it and its members, and return it at the end.

    A member that is left out, cannot be read, or has ever changed is zeros; those of the
    latter that may be read alone now are in `changed`. Each step takes 50 ms on a slow disk.
    """
    changed: list[int] = []
    due_at = monotonic() + STEP_SECONDS
    while True:
        generation = pieces.hashes.pack_generation(number)
        read_at = pieces.cache.clock()
        kept: list[tuple[FileStamp, bytes]] = []
        members: list[bytes] = []
        place = 0
        for entry in pieces.offered.packs.members(number):
            end = place + pieces.size(entry)
            members.append(_read_member(pieces, entry, out[place:end], kept, changed))
            place = end
            if monotonic() > due_at:
                yield
                due_at = monotonic() + STEP_SECONDS
        pack_hash = blake3(out).digest()
        joined = b"".join(members)
        # Else a member was found changed meanwhile, by us or others.
        if pieces.hashes.note_pack(number, generation, pack_hash, joined):
            break
    pieces.cache.keep(kept, read_at)
    pieces.recorder.record(PieceRun(PACK_INDEX, number, pack_hash, joined), len(out))
    known = pieces.hashes.pack_root(number)
    if known is not None:
        pieces.tell(known)
    return PackRead(pack_hash, generation, tuple(changed))


def _read_member(
    pieces: SourcePieces,
    entry: int,
    out: memoryview,
    kept: list[tuple[FileStamp, bytes]],
    changed: list[int],
) -> bytes:
    """Return the hash of a member's content; NO_HASH of one that is zeros."""
    if not pieces.hashes.travels_alone(entry) and not pieces.skips(entry):
        source = pieces.offered.sources[entry]
        try:
            read_whole(source.path, source.stamp, out)
            content_hash = blake3(out).digest()
            if pieces.hashes.is_other(entry, content_hash):
                raise SourceChangedError(source.path)
        except SourceChangedError as exc:
            if pieces.changed(entry, 0, exc):
                changed.append(entry)
        except SourceMissingError as exc:
            pieces.fail(entry, exc)
        else:
            kept.append((source.stamp, content_hash))
            return content_hash
    out[:] = bytes(len(out))
    return NO_HASH
