"""How an accepted transfer gets its place on the disk, or finds it again; on a worker's thread."""

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.journal import Journal
from byhand.domain.manifest import Entry
from byhand.domain.pieces import Packs
from byhand.domain.plan import IncomingPlan
from byhand.domain.ranges import decode_ranges
from byhand.domain.transfer import EntryState, Transfer
from byhand.engine.acceptance import Acceptance
from byhand.engine.arrival import Arrival, begin_arrival, resume_arrival
from byhand.engine.journal_writer import JournalWriter
from byhand.engine.reports import ReceivingReport
from byhand.engine.trust import Trust
from byhand.errors import FolderGoneError, StagingGoneError, StorageError
from byhand.storage.base_folder import is_removed
from byhand.storage.manifest_spool import Spool

GivenUp = tuple[tuple[int, EntryState, Code], ...]
_GIVEN_UP = frozenset({EntryState.FAILED, EntryState.CANCELLED})


class Found(Struct, frozen=True):
    """What was found again: the arrival, and the files that were given up before."""

    arrival: Arrival
    given_up: GivenUp


class Place(Struct, frozen=True):
    """Who takes part in an arrival: the journal, who hears of it, who remembers its folder.

    `announce` is called before a staging folder is made, with its path. Once `is_stopped`, what
    is found is not looked through to its end.
    """

    writer: JournalWriter
    hear: Callable[[ReceivingReport], None]
    announce: Callable[[str], None]
    is_stopped: Callable[[], bool]


def begin(transfer: Transfer, plan: IncomingPlan, entries: Spool[Entry], place: Place) -> Arrival:
    """Look for room and make the staging folder; raises StorageError."""
    return _begun(_acceptance(transfer, plan, entries), transfer.folder, place)


def find(
    transfer: Transfer, plan: IncomingPlan, entries: Spool[Entry], trust: Trust, place: Place
) -> Found:
    """Go on with what is there; from the beginning if its folder is gone.

    Raises StorageError, and FolderGoneError if there is nothing to wait for after a failure.
    """
    accepted = _acceptance(transfer, plan, entries)
    given_up = tuple(
        (each.entry, each.state, each.code)
        for each in trust.journal.outcomes
        if each.state in _GIVEN_UP and each.entry < len(entries)
    )
    path = os.fsdecode(plan.staging)
    try:
        arrival = resume_arrival(
            accepted, path, trust, place.writer, place.hear, is_stopped=place.is_stopped
        )
    except StagingGoneError:
        arrival = _begun(accepted, transfer.folder, place, trust.journal)
    except StorageError as exc:
        if trust.is_in_doubt and plan.base and is_removed(transfer.folder, plan.base[0]):
            raise FolderGoneError(Path(transfer.folder), "it was removed") from exc
        raise
    return Found(arrival, given_up)


def _begun(
    accepted: Acceptance, folder: str, place: Place, stale: Journal | None = None
) -> Arrival:
    return begin_arrival(accepted, folder, place.writer, place.hear, stale, announce=place.announce)


def _acceptance(transfer: Transfer, plan: IncomingPlan, entries: Spool[Entry]) -> Acceptance:
    count = len(entries)
    chosen = None if plan.chosen is None else decode_ranges(plan.chosen, count)
    cancelled = decode_ranges(plan.cancelled, count)
    columns = entries.columns
    return Acceptance(
        *(transfer.id, entries, columns, Packs(columns), chosen, cancelled),
        updates=plan.updates,
        entered=plan.entered,
        base=plan.base,
        keeps_modes=plan.keeps_modes,
    )
