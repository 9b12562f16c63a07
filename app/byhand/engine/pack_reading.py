"""Reading a pack of small files into a lane's buffer, and hashing it and its members."""

from collections.abc import Generator
from time import monotonic

from blake3 import blake3

from byhand.domain.bottleneck import Activity
from byhand.domain.journal import PieceRun
from byhand.domain.pieces import PACK_INDEX
from byhand.engine.hash_strings import NO_HASH
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import SourceChangedError, SourceMissingError
from byhand.storage.source import FileStamp, read_whole

STEP_SECONDS = 0.05


def read_pack(pieces: SourcePieces, number: int, out: memoryview) -> Generator[None, None, bytes]:
    """Read a pack end to end, vouch for it and its members; return its hash at the end.

    A member that is left out, cannot be read, or has ever changed is zeros. On a slow disk each
    step takes 50 ms.
    """
    due_at = monotonic() + STEP_SECONDS
    while True:
        changes = pieces.hashes.changes_in_pack(number)
        read_at = pieces.cache.clock()
        kept: list[tuple[FileStamp, bytes]] = []
        members: list[bytes] = []
        place = 0
        # With hashing each: to a small file that adds little, a look at the clock much.
        pieces.watch.switch(Activity.DISK)
        for entry in pieces.offered.packs.members(number):
            end = place + pieces.size(entry)
            members.append(_read_member(pieces, entry, out[place:end], kept))
            place = end
            if monotonic() > due_at:
                yield
                pieces.watch.switch(Activity.DISK)
                due_at = monotonic() + STEP_SECONDS
        pieces.watch.switch(Activity.COMPUTING)
        pack_hash = blake3(out).digest()
        joined = b"".join(members)
        # Else a member was found changed meanwhile, by us or others.
        if pieces.hashes.note_pack(number, changes, pack_hash, joined):
            break
    pieces.cache.keep(kept, read_at)
    pieces.recorder.record(PieceRun(PACK_INDEX, number, pack_hash, joined), len(out))
    known = pieces.hashes.pack_root(number)
    if known is not None:
        pieces.tell(known)
    return pack_hash


def _read_member(
    pieces: SourcePieces, entry: int, out: memoryview, kept: list[tuple[FileStamp, bytes]]
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
            pieces.changed(entry, 0, exc)
        except SourceMissingError as exc:
            pieces.fail(entry, exc)
        else:
            kept.append((source.stamp, content_hash))
            return content_hash
    out[:] = bytes(len(out))
    return NO_HASH
