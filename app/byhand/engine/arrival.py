"""An accepted transfer on its way in: begun, gone on with after a stop, let go, or saved."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.journal import EntryOutcome, Journal
from byhand.domain.manifest import EntryKind
from byhand.domain.pieces import file_root
from byhand.domain.transfer import EntryState
from byhand.engine.acceptance import Acceptance
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.engine.journal_writer import JournalWriter
from byhand.engine.recorded import Recorded
from byhand.engine.recorder import Recorder
from byhand.engine.reports import TellReceiver
from byhand.engine.restoring import Restoring
from byhand.engine.served_pieces import ServedPieces
from byhand.engine.trust import Trust
from byhand.errors import DiskFullError, FileTooLargeError
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.existing_files import LocalFile
from byhand.storage.staging import Staging, missing_bytes

EMPTY_ROOT = file_root(0, ())


class Arrival(Struct, frozen=True):
    """What belongs together: `content` keeps book, `pieces` are for lanes, `served` for members.

    `read_again_bytes` were read to find out what is there. All methods wait for a disk, raise
    StorageError, and are not for the thread on which the journal is committed.
    """

    accepted: Acceptance
    staging: Staging
    content: ArrivingContent
    pieces: ArrivingPieces
    recorder: Recorder
    served: ServedPieces
    read_again_bytes: int = 0

    def settle(self) -> None:
        """Return once everything that has come is flushed and recorded."""
        self.recorder.settle()

    def want_changed(self) -> bool:
        """Want what was left in place and has changed since; say whether anything has to come."""
        changed = self.staging.committing.take_changed()
        empty = [entry for entry in changed if not self.accepted.columns.size(entry)]
        for entry in empty:
            self.staging.store_member(entry, b"")
        for entry in changed:
            if self.accepted.columns.size(entry):
                self.content.want_back(entry)
        return len(changed) > len(empty)

    def spoilt_texts(self) -> tuple[int, ...]:
        """Return the texts that have come whole and are not UTF-8; they have failed."""
        if self.accepted.columns.kind(0) is not EntryKind.TEXT:
            return ()  # there are none among other things
        whole = (entry for entry, _ in self.content.states.roots().items())
        return tuple(
            entry
            for entry in whole
            if not (self.staging.is_given(entry) or _is_utf8(self.staging.read_whole(entry)))
        )

    def save(self, *, keeps_modes: bool = True) -> tuple[str, ...]:
        """Give everything its final name and return the names, absolute; may be tried again.

        Files are executable only if that was so when it was accepted and it `keeps_modes` now.
        Nothing more is taken. What is whole is flushed and recorded first.
        """
        self.pieces.close()
        self.served.let_go()
        self.recorder.settle()
        accepted, given_up = self.accepted, self.content.states.given_up()
        keeps_modes = keeps_modes and accepted.keeps_modes
        paths = self.staging.commit(given_up, accepted.chosen, keeps_modes=keeps_modes)
        self.served.serve_from(self.staging.committing.final_places())
        return paths

    def suspend(self) -> None:
        """Take nothing more, and leave everything as it is to be gone on with."""
        try:
            self.pieces.close()
            self.recorder.settle()
        finally:
            self.recorder.close()
            self.served.let_go()
            self.staging.close()

    def discard(self) -> None:
        """Take nothing more, and leave nothing of it on the disk."""
        try:
            self.pieces.close()
        finally:
            self.recorder.close()
            self.served.let_go()
            self.staging.discard()


def begin_arrival(
    accepted: Acceptance,
    folder: str,
    writer: JournalWriter,
    tell: TellReceiver,
    stale: Journal | None = None,
    disk: Disk = SYSTEM_DISK,
    announce: Callable[[str], None] | None = None,
) -> Arrival:
    """Look for room and make the staging folder.

    Raises StorageError, DiskFullError, FileTooLargeError; nothing is left then.

    `announce` hears the folder's path before it is made, and raises StorageError to prevent that.
    `stale` is a journal of what was received before and is gone: it is forgotten.
    """
    if not accepted.updates:
        _check_room(folder, missing_bytes(folder, _allocated_bytes(accepted)))
    staging = Staging.create(folder, accepted.entries, disk, announce)
    arrival = _arrival(accepted, staging, writer, tell)
    try:
        _check_sizes(accepted, staging)
        arrival = _entering(arrival)
        if accepted.updates:
            _check_room(folder, staging.missing_bytes(_changed_bytes(accepted, staging)))
        if stale is not None:
            _forget(arrival.recorder, stale)
        _make_what_is_empty(arrival)
    except BaseException:
        arrival.discard()
        raise
    return arrival


def resume_arrival(
    accepted: Acceptance,
    path: str,
    trust: Trust,
    writer: JournalWriter,
    tell: TellReceiver,
    disk: Disk = SYSTEM_DISK,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Arrival:
    """Go on with what was left in a staging folder, as far as its journal is believed.

    Raises StagingGoneError if only the base folder is there: begin again, with the journal as
    `stale`. Raises StorageError, after which it may be tried again: also if another folder lies
    there than the one accepted, and once `is_stopped`, for much may have to be read.
    """

    def is_base(found: tuple[int, int]) -> bool:
        return accepted.base is None or trust.is_same(accepted.base, found)

    staging = Staging.reopen(path, accepted.entries, disk, is_base)
    arrival = _arrival(accepted, staging, writer, tell)
    restoring = Restoring(accepted, staging, arrival.content, arrival.recorder, trust, is_stopped)
    try:
        staging.committing.enter(accepted.entered, replaces=accepted.updates)
        restoring.run()
        _make_what_is_empty(arrival)
    except BaseException:
        arrival.recorder.close()
        staging.close()
        raise
    arrival.content.new_session()
    return replace(arrival, read_again_bytes=restoring.read_bytes)


def _arrival(
    accepted: Acceptance, staging: Staging, writer: JournalWriter, tell: TellReceiver
) -> Arrival:
    recorded = Recorded(accepted.transfer_id, staging.flush, staging.stamps, tell)
    recorder = writer.open(recorded)
    content = ArrivingContent(accepted, staging, recorder)
    pieces = ArrivingPieces(accepted, staging, recorder, content, tell)
    served = ServedPieces(accepted.columns, accepted.packs, staging.reading)
    return Arrival(accepted, staging, content, pieces, recorder, served)


def _entering(arrival: Arrival) -> Arrival:
    """Let it be saved into folders that are there: which, is found out once."""
    accepted, committing = arrival.accepted, arrival.staging.committing
    if accepted.updates and not accepted.entered:
        accepted = replace(accepted, entered=committing.folders_there())
    committing.enter(accepted.entered, replaces=accepted.updates)
    return replace(arrival, accepted=accepted)


def _check_room(folder: str, missing: int) -> None:
    if missing:
        raise DiskFullError(Path(folder), missing)


def _check_sizes(accepted: Acceptance, staging: Staging) -> None:
    """Refuse before anything is sent what would fail at its end."""
    limit = staging.largest_file
    if limit is None:
        return
    for entry, size in enumerate(accepted.columns.sizes()):
        if size > limit and accepted.is_chosen(entry) and entry not in accepted.cancelled:
            raise FileTooLargeError(Path(staging.base), limit)


def _changed_bytes(accepted: Acceptance, staging: Staging) -> int:
    """Return how much room those files take that are wanted, and not there in their size."""
    return sum(
        entry.allocated
        for index, entry in enumerate(accepted.entries)
        if accepted.is_chosen(index) and not _is_there_in_size(staging, index, entry.size)
    )


def _is_there_in_size(staging: Staging, index: int, size: int) -> bool:
    file = _file_in_place(staging, index)
    return file is not None and file.stamp.size == size


def _file_in_place(staging: Staging, index: int) -> LocalFile | None:
    """Return what lies where an entry is to be saved into a folder that is there."""
    return staging.existing.file(index) if staging.committing.is_entered(index) else None


def _allocated_bytes(accepted: Acceptance) -> int:
    """Return how much room the files that are wanted take."""
    if accepted.chosen is None and not accepted.cancelled:
        return accepted.columns.totals.allocated
    return sum(
        entry.allocated
        for index, entry in enumerate(accepted.entries)
        if accepted.is_chosen(index) and index not in accepted.cancelled
    )


def _forget(recorder: Recorder, stale: Journal) -> None:
    for entry in {run.entry for run in (*stale.durable_runs, *stale.other_runs)}:
        recorder.forget(entry)
    for outcome in stale.outcomes:
        if outcome.root:
            recorder.outcome(EntryOutcome(outcome.entry, EntryState.WAITING))


def _make_what_is_empty(arrival: Arrival) -> None:
    """Make folders and files that have no bytes: nobody asks for them."""
    accepted, content = arrival.accepted, arrival.content
    arrival.staging.make_folders(accepted.chosen)
    for entry, size in enumerate(accepted.columns.sizes()):
        if size or accepted.columns.is_folder(entry) or not content.states.is_wanted(entry):
            continue
        staging = arrival.staging
        there = _file_in_place(staging, entry)
        if there is not None and there.stamp.size == 0:
            staging.committing.in_place.leave(entry, there.stamp)
        elif not (staging.is_given(entry) or staging.adopt_member(entry) is not None):
            staging.store_member(entry, b"")
        content.states.keep(entry, EntryState.DONE, EMPTY_ROOT)  # nobody has to vouch for it


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
