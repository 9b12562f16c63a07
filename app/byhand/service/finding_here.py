"""Which files of an accepted transfer may be here already: found before anything is asked for."""

import logging
from collections.abc import Iterable

from byhand.domain.manifest import Entry
from byhand.domain.pieces import PACK_MEMBER_LIMIT, is_packed
from byhand.domain.transfer import Transfer
from byhand.engine.arrival import Arrival
from byhand.engine.held_back import HeldBack, Hint, nothing_held_back
from byhand.errors import StorageError
from byhand.service.surroundings import Surroundings
from byhand.storage.exchange_store import ExchangedFile
from byhand.storage.source import present_stamp

logger = logging.getLogger(__name__)

SMALLEST_BYTES = 512
"""A smaller file is sent sooner than it is asked about."""
DATE_GRAIN_NS = 2 * 10**9
"""Dates are compared as coarsely as FAT keeps them."""


async def find_here(transfer: Transfer, arrival: Arrival, around: Surroundings) -> HeldBack:
    """Return the files that may be here; what cannot be found out costs bytes, nothing else."""
    accepted, exchanges = arrival.accepted, around.memory.exchanges
    try:
        known = await exchanges.sizes(transfer.friend_id)
        sizes = await around.disk.run(_common_sizes, arrival, known) if known else set()
        files = await exchanges.of_sizes(transfer.friend_id, sizes) if sizes else ()
        return await around.disk.run(_held, arrival, files, transfer)
    except StorageError as exc:
        logger.warning("what is here already is not found out: %s", exc.reason)
        return nothing_held_back(accepted.packs, len(accepted.columns))


def _common_sizes(arrival: Arrival, known: frozenset[int]) -> set[int]:
    columns = arrival.accepted.columns
    return {size for size in columns.sizes() if size in known and size >= SMALLEST_BYTES}


def _held(arrival: Arrival, exchanged: Iterable[ExchangedFile], transfer: Transfer) -> HeldBack:
    return HeldBack(arrival.accepted.packs, _hints(arrival, exchanged, transfer))


def _hints(arrival: Arrival, exchanged: Iterable[ExchangedFile], transfer: Transfer) -> bytearray:
    """Return the hints of all entries; linear in them if there is anything to compare with."""
    elsewhere = _Elsewhere(exchanged)
    hints = bytearray(len(arrival.accepted.columns))
    # Unasked, a friend could try out names and sizes, and hear which of them are here.
    is_chosen = not transfer.accepted_by_policy or bool(arrival.accepted.entered)
    is_here = is_chosen and _is_any_top_here(arrival, is_one_folder=transfer.is_folder)
    if not elsewhere and not is_here:
        return hints
    for index, entry in enumerate(arrival.accepted.entries):
        if not arrival.content.is_untouched(index):
            continue
        if entry.size >= SMALLEST_BYTES and elsewhere.may_be(entry):
            hints[index] = Hint.ELSEWHERE
        if is_here:
            hints[index] |= _hint_in_place(arrival, index, entry)
    return hints


class _Elsewhere:
    """Files that were exchanged and are here as they were then.

    Large files are the same often enough if their sizes are; of small ones many have one size.
    """

    def __init__(self, exchanged: Iterable[ExchangedFile]) -> None:
        self._large: set[int] = set()
        self._small: set[tuple[int, int]] = set()
        for file in exchanged:
            size, date = file.stamp.size, file.stamp.mtime_ns // DATE_GRAIN_NS
            is_known = (size, date) in self._small if is_packed(size) else size in self._large
            if is_known or present_stamp(file.path) != file.stamp:
                continue
            if is_packed(size):
                self._small.add((size, date))
            else:
                self._large.add(size)

    def __bool__(self) -> bool:
        return bool(self._large or self._small)

    def may_be(self, entry: Entry) -> bool:
        if not is_packed(entry.size):
            return entry.size in self._large
        return (entry.size, entry.mtime_ns // DATE_GRAIN_NS) in self._small


def _hint_in_place(arrival: Arrival, index: int, entry: Entry) -> Hint:
    """Return what is to be hoped for of the file that lies where an entry is to be saved."""
    staging = arrival.staging
    smallest = 1 if staging.committing.is_entered(index) else SMALLEST_BYTES
    file = staging.existing.file(index) if entry.size >= smallest else None
    if file is None:
        return Hint(0)
    if file.stamp.size == entry.size:
        return Hint.IN_PLACE
    is_small = is_packed(entry.size) or file.stamp.size < PACK_MEMBER_LIMIT
    return Hint(0) if is_small else Hint.BASE


def _is_any_top_here(arrival: Arrival, *, is_one_folder: bool) -> bool:
    """Say whether something lies under a name that the offer has at the top."""
    if is_one_folder:
        return arrival.staging.existing.is_taken(0)
    tops = (
        index for index, entry in enumerate(arrival.accepted.entries) if len(entry.components) == 1
    )
    return any(map(arrival.staging.existing.is_taken, tops))
