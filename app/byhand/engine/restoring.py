"""Finding out what is there of a transfer after a stop: from its journal and its files."""

from collections.abc import Callable, Iterator

from byhand.domain.journal import EntryOutcome, PieceRun
from byhand.domain.pieces import PACK_INDEX, file_root, is_packed, piece_count
from byhand.domain.transfer import EntryState
from byhand.engine.acceptance import Acceptance
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.recorder import Recorder
from byhand.engine.rereading import Rereading
from byhand.engine.restored_content import RestoredContent
from byhand.engine.restored_files import PresentPieces, RecordedRun, runs_by_entry
from byhand.engine.trust import Trust
from byhand.storage.staging import Staging


class Restoring:
    """Takes over what is there of one transfer; on a disk thread, before anything arrives.

    What is in doubt is read again, and no more; `read_bytes` says how much that was. What is not
    there, or not what was recorded, is wanted again, and the journal says so before anything
    else is recorded. Raises StorageError.
    """

    def __init__(
        self,
        accepted: Acceptance,
        staging: Staging,
        content: ArrivingContent,
        recorder: Recorder,
        trust: Trust,
        is_stopped: Callable[[], bool],
    ) -> None:
        """Once `is_stopped` nothing more is read: StorageError."""
        self._columns = accepted.columns
        self._packs = accepted.packs
        self._staging = staging
        self._content = content
        self._restored = RestoredContent(content, accepted, staging)
        self._recorder = recorder
        self._trust = trust
        self._rereading = Rereading(accepted.columns, staging, is_stopped)
        # What has its final name already is not looked for any more.
        self._is_given = staging.is_given
        self._stamps = {stamp.entry: stamp for stamp in trust.journal.parts}
        self._runs = runs_by_entry(trust.journal)
        self._has_dropped = False

    @property
    def read_bytes(self) -> int:
        """How many bytes were read again."""
        return self._rereading.read_bytes

    def run(self) -> None:
        """Restore everything, and have recorded what was dropped."""
        packs = self._runs.pop(PACK_INDEX, [])
        self._remove_unknown(packs)
        for outcome in self._outcomes():
            self._restore_outcome(outcome)
        self._restore_packs(packs)
        for entry, runs in self._runs.items():
            if entry < len(self._columns) and self._content.states.is_wanted(entry):
                self._restore_file(entry, runs)
        if self._has_dropped:
            self._recorder.settle()

    def _outcomes(self) -> Iterator[EntryOutcome]:
        for outcome in self._trust.journal.outcomes:
            if outcome.entry < len(self._columns) and outcome.state is not EntryState.WAITING:
                yield outcome

    def _remove_unknown(self, packs: list[RecordedRun]) -> None:
        """Remove files of which nothing is recorded: written, perhaps, just before the stop."""
        known = bytearray(len(self._columns))
        for entry in self._runs:
            if entry < len(known):
                known[entry] = 1
        for outcome in self._outcomes():
            known[outcome.entry] |= bool(outcome.root)
        for recorded in packs:
            for _, members, _, _ in self._packs_in(recorded.run):
                for entry in members:
                    known[entry] = 1
        for entry in range(len(self._columns)):
            if not (known[entry] or self._columns.is_folder(entry) or self._is_given(entry)):
                self._staging.remove(entry)

    # Files that were whole

    def _restore_outcome(self, outcome: EntryOutcome) -> None:
        if outcome.root and not self._is_given(outcome.entry) and not self._is_there(outcome):
            self._recorder.outcome(EntryOutcome(outcome.entry, EntryState.WAITING))
            self._has_dropped = True
            # Pieces of it that are recorded may still be good.
            if outcome.entry not in self._runs:
                self._staging.remove(outcome.entry)
            return
        self._restored.outcome(outcome)

    def _is_there(self, outcome: EntryOutcome) -> bool:
        """Say whether a whole file is believed; if not, read it again.

        The outcome itself was recorded only after a flush.
        """
        entry, size = outcome.entry, self._columns.size(outcome.entry)
        recorded = self._stamps.get(entry)
        was_here = recorded if outcome.state is EntryState.SKIPPED else None
        if was_here is not None and self._staging.committing.adopt_in_place(was_here):
            return True
        if is_packed(size):
            ctime_ns = self._staging.adopt_member(entry)
            if ctime_ns is None:
                return False
            if self._trust.is_by_flush or self._trust.believes_time(ctime_ns):
                return True
            return file_root(size, [self._rereading.member_hash(entry)]) == outcome.root
        is_believed = self._adopted(entry)
        if is_believed is None:
            return False
        is_believed = is_believed or self._trust.is_by_flush
        if not is_believed and self._rereading.root(entry) != outcome.root:
            return False
        self._staging.finish_part(entry)
        return True

    def _adopted(self, entry: int) -> bool | None:
        """Take over a part file; None if it is not there, else whether it is believed."""
        recorded = self._stamps.get(entry)
        if recorded is None:
            return None
        found = self._staging.adopt_part(entry, recorded.inode)
        if found is None or not self._trust.is_same_file(recorded, found):
            return None
        return self._trust.believes_part(recorded, found)

    # Files of which pieces are there

    def _restore_file(self, entry: int, runs: list[RecordedRun]) -> None:
        present = PresentPieces(piece_count(self._columns.size(entry)))
        is_believed = self._adopted(entry)
        if is_believed is not None:
            present.gather(runs, is_believed, self._trust, self._rereading)
        pieces = present.runs()
        if pieces:
            self._restored.pieces(entry, pieces)
        else:
            self._staging.remove(entry)
        if present.is_less or not pieces:
            self._has_dropped = True
            self._recorder.forget(entry)
            for first, hashes in pieces:
                self._recorder.record(PieceRun(entry, first, hashes), 0)

    # Packs

    def _restore_packs(self, packs: list[RecordedRun]) -> None:
        kept: dict[int, PieceRun] = {}
        is_less = False
        for recorded in packs:
            for number, members, whole, hashes in self._packs_in(recorded.run):
                if number in kept:
                    continue
                good = [
                    entry
                    for place, entry in enumerate(members)
                    if self._is_member_there(
                        entry, hashes[32 * place : 32 * place + 32], recorded.is_durable
                    )
                ]
                if len(good) == len(members):
                    kept[number] = PieceRun(PACK_INDEX, number, whole, hashes)
                    self._restored.pack(number, hashes)
                else:
                    is_less = True
                    self._restore_members(members, hashes, good)
        if is_less:
            self._has_dropped = True
            self._recorder.forget(PACK_INDEX)
            for run in kept.values():
                self._recorder.record(run, 0)

    def _restore_members(self, members: list[int], hashes: bytes, good: list[int]) -> None:
        """Take over those of the members of a pack that are there."""
        for place, entry in enumerate(members):
            if not self._content.states.is_wanted(entry):
                continue
            if entry not in good:
                self._staging.remove(entry)
                continue
            root = file_root(self._columns.size(entry), [hashes[32 * place : 32 * place + 32]])
            outcome = EntryOutcome(entry, EntryState.DONE, root=root)
            self._restored.outcome(outcome)
            self._recorder.outcome(outcome)

    def _is_member_there(self, entry: int, content_hash: bytes, is_durable: bool) -> bool:
        if not self._content.states.is_wanted(entry):
            return False
        if self._is_given(entry):
            return True
        ctime_ns = self._staging.adopt_member(entry)
        if ctime_ns is None or (self._trust.is_in_doubt and not is_durable):
            return False
        if self._trust.is_by_flush and is_durable:
            return True
        if self._trust.believes_time(ctime_ns):
            return True
        return self._rereading.member_hash(entry) == content_hash

    def _packs_in(self, run: PieceRun) -> Iterator[tuple[int, list[int], bytes, bytes]]:
        """Yield number, members, hash, and hashes of the members of each pack of a run."""
        place = 0
        for offset in range(run.count):
            number = run.first + offset
            if number >= len(self._packs):
                return
            members = self._packs.members(number)
            hashes = run.members[place : place + 32 * len(members)]
            place += len(hashes)
            if len(hashes) == 32 * len(members):
                yield number, members, run.hashes[32 * offset : 32 * offset + 32], hashes
