"""What was read of a transfer before the program stopped, taken up from the journal."""

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome, Journal, PieceRun
from byhand.domain.pieces import PACK_INDEX, is_packed, piece_count
from byhand.domain.transfer import EntryState
from byhand.engine.hash_strings import NO_HASH
from byhand.engine.offered import Offered
from byhand.engine.source_hashes import SourceHashes
from byhand.errors import SourceChangedError
from byhand.protocol.data_frame import HASH_BYTES

SOURCE_CODES = frozenset({Code.SOURCE_CHANGED, Code.SOURCE_GONE, Code.SOURCE_UNREADABLE})


def restored(offered: Offered, journal: Journal | None) -> SourceHashes:
    """Return the hashes of a transfer with those that were recorded; linear in all of them.

    They are of the files as they were offered, which is looked at when a file is opened. Of a
    file that had changed only its root counts: with what stamp the rest was read is not known.
    """
    hashes = SourceHashes(offered)
    if journal is not None:
        take_up(hashes, offered, journal)
    return hashes


def take_up(hashes: SourceHashes, offered: Offered, journal: Journal) -> None:
    """Know what was recorded, beside what is known."""
    for outcome in journal.outcomes:
        if outcome.entry < len(offered.columns):
            _restore_outcome(hashes, outcome, is_packed(offered.columns.size(outcome.entry)))
    for run in (*journal.durable_runs, *journal.other_runs):
        if run.entry == PACK_INDEX:
            _restore_packs(hashes, offered, run)
        elif run.entry < len(offered.columns):
            _restore_pieces(hashes, run, offered.columns.size(run.entry))


def _restore_outcome(hashes: SourceHashes, outcome: EntryOutcome, packed: bool) -> None:
    is_of_source = outcome.code in SOURCE_CODES
    if outcome.state is EntryState.FAILED:
        if is_of_source:
            hashes.fail(outcome.entry, outcome.code)
        return
    if outcome.code is Code.SOURCE_CHANGED:
        hashes.start_again(outcome.entry)
    if outcome.root and not packed:
        hashes.settle_root(outcome.entry, outcome.root)


def _restore_pieces(hashes: SourceHashes, run: PieceRun, size: int) -> None:
    generation = hashes.generation(run.entry)
    is_of_this = not generation or is_packed(size)
    if not is_of_this or run.first + run.count > piece_count(size):
        return
    try:
        whole = hashes.note(run.entry, generation, run.first, run.hashes)
    except SourceChangedError:
        return  # it failed, or was recorded twice: it is read again
    if whole is not None:
        hashes.settle(run.entry, generation, whole)


def _restore_packs(hashes: SourceHashes, offered: Offered, run: PieceRun) -> None:
    place = 0
    for number in range(run.first, min(run.first + run.count, len(offered.packs))):
        pack_hash = run.hashes[(number - run.first) * HASH_BYTES :][:HASH_BYTES]
        members = offered.packs.members(number)
        known = run.members[place : place + HASH_BYTES * len(members)]
        place += len(known)
        # What was read before a member changed is not what the pack holds now.
        if not any(
            hashes.generation(entry) and not known.startswith(NO_HASH, HASH_BYTES * index)
            for index, entry in enumerate(members)
        ):
            hashes.note_pack(number, hashes.changes_in_pack(number), pack_hash, known)
