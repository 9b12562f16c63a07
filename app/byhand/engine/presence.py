"""What of an arriving transfer is here for others of its group: as it comes, and at the start."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from byhand.domain.columns import Columns
from byhand.domain.pieces import HASH_BYTES, PACK_INDEX, Packs, is_packed, piece_count
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState
from byhand.engine.entry_states import EntryStates
from byhand.engine.old_bytes import Runs


class PiecesHere(Struct, frozen=True):
    """Pieces of an entry, or packs if it is PACK_INDEX, are here as they were offered.

    `hashes`: 32 bytes each, by the sender's word; empty where only the whole is known to be right.
    """

    entry: int
    first: int
    count: int
    hashes: bytes = b""


class EntryOut(Struct, frozen=True):
    """A file is another than the one offered, or not wanted: no member exchanges it any more."""

    entry: int


class WantedAgain(Struct, frozen=True):
    """Pieces of an entry, or packs, are wished for of the sender once more, though they are here.

    With them comes what it vouches for.
    """

    entry: int
    pieces: RangeSet


_NOTHING = (EntryState.WAITING, EntryState.NOT_CHOSEN)

Presence = PiecesHere | EntryOut | WantedAgain
Hear = Callable[[Presence], None]
"""Must return at once, never raise, and ask nothing of whom it hears from."""


def unheard(_: Presence) -> None:
    """Keep it from everybody: there is no group."""


def pieces_here(entry: int, first: int, hashes: bytes) -> PiecesHere:
    """Return what is said of checked pieces that follow each other."""
    return PiecesHere(entry, first, len(hashes) // HASH_BYTES, hashes)


def tell_whole(hear: Hear, entry: int, columns: Columns, packs: Packs, states: EntryStates) -> None:
    """Tell of a file that is whole: all of it, or its pack if that is whole by it."""
    size, number = columns.size(entry), packs.pack_of(entry)
    if number is not None and states.is_pack_here(number):
        hear(PiecesHere(PACK_INDEX, number, 1))
    elif size and not is_packed(size):
        hear(PiecesHere(entry, 0, piece_count(size)))


def all_here(
    columns: Columns, packs: Packs, states: EntryStates, runs_of: Callable[[int], Runs]
) -> Iterator[Presence]:
    """Yield what is here, and out; linear in entries. `runs_of`: the pieces of a file in parts."""
    for number in range(len(packs)):
        if states.is_pack_here(number):
            yield PiecesHere(PACK_INDEX, number, 1)
    for entry, size in enumerate(columns.sizes()):
        if states.is_out(entry):
            yield EntryOut(entry)
            continue
        if not size or is_packed(size) or states.is_in(entry, _NOTHING):
            continue
        runs = runs_of(entry)
        yield from (pieces_here(entry, first, hashes) for first, hashes in runs)
        if not runs and states.is_as_offered(entry):
            yield PiecesHere(entry, 0, piece_count(size))
