"""Whether an offer repeats what our user has accepted before: then nobody is asked again."""

import logging
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from byhand.domain.identity import FriendId
from byhand.domain.local_paths import Components
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import Entered, IncomingPlan
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.domain.transfer import Direction, TransferId
from byhand.errors import StorageError
from byhand.service.earlier import Earlier, find_earlier, is_recent
from byhand.service.surroundings import AcceptOrder, Surroundings
from byhand.storage.base_folder import open_base
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.existing_files import ExistingFiles
from byhand.storage.manifest_block import ENTRIES
from byhand.storage.manifest_spool import Spool
from byhand.storage.saved_names import saved_names

logger = logging.getLogger(__name__)

TRIES = 16
"""A transfer is tried again so often without asking."""


async def accepted_before(
    entries: Sequence[Entry], retry_of: TransferId, friend_id: FriendId, around: Surroundings
) -> AcceptOrder | None:
    """Return how to go on with what our user accepted; None if they have to be asked."""
    try:
        chain = await _chain(retry_of, friend_id, around)
        if not chain or not is_recent(chain[0].stored.transfer, time.time()):
            return None
        lost = around.lost.of(retry_of, friend_id)
        if lost:
            order = await around.disk.run(_repaired, entries, chain[0], lost)
            if order is not None:
                around.lost.settle(retry_of)
                return order
        return await around.disk.run(_retried, entries, chain)
    except StorageError as exc:
        logger.warning("an offer is not compared with an earlier one: %s", exc.reason)
        return None


async def _chain(
    retry_of: TransferId, friend_id: FriendId, around: Surroundings
) -> Sequence[Earlier]:
    """Return an earlier transfer, the one that it repeats itself, and so on."""
    chain: list[Earlier] = []
    at: TransferId | None = retry_of
    while at is not None and len(chain) < TRIES:
        earlier = await find_earlier(at, friend_id, Direction.INCOMING, around)
        if earlier is None:
            break
        chain.append(earlier)
        at = earlier.stored.plan.retry_of
    return chain


def _retried(entries: Sequence[Entry], chain: Sequence[Earlier]) -> AcceptOrder | None:
    """Accept what has not arrived, where the folders of then are and every name is free."""
    first = chain[-1]
    if not _is_part(entries, first, first.unfinished) or _has_arrived(entries, chain[:-1]):
        return None
    with _here(entries, chain) as here:
        places = here.free_places()
    folder = first.stored.transfer.folder
    return None if places is None else AcceptOrder(folder, entered=places)


def _repaired(
    entries: Sequence[Entry], earlier: Earlier, lost: Sequence[int]
) -> AcceptOrder | None:
    """Accept what our user wants back, to where it was saved, as far as that is there."""
    wanted = earlier.arrived_of(decode_ranges(lost, earlier.manifest.entries))
    if not _is_part(entries, earlier, wanted):
        return None
    with _here(entries, [earlier]) as here:
        places = here.places_of_then()
    folder = earlier.stored.transfer.folder
    return AcceptOrder(folder, updates=bool(places), entered=places)


@contextmanager
def _here(entries: Sequence[Entry], chain: Sequence[Earlier]) -> Iterator["_Here"]:
    base = open_base(chain[-1].stored.transfer.folder, SYSTEM_DISK, makes=False)
    try:
        here = _Here(entries, chain, base.path, base.fd)
        try:
            yield here
        finally:
            here.close()
    finally:
        os.close(base.fd)


def _is_part(entries: Sequence[Entry], earlier: Earlier, wanted: RangeSet) -> bool:
    """Say whether each entry was offered then, and each file is one that is wanted."""
    then = Spool.open(earlier.spool, ENTRIES, earlier.manifest)
    try:
        known = enumerate(then)
        return all(any(_is_it(entry, *each, wanted) for each in known) for entry in entries)
    finally:
        then.close()


def _has_arrived(entries: Sequence[Entry], repeats: Sequence[Earlier]) -> bool:
    """Say whether any of these came with one of the transfers that repeated the first."""
    arrived: set[Components] = set()
    for repeat in repeats:
        then = Spool.open(repeat.spool, ENTRIES, repeat.manifest)
        try:
            arrived.update(each.components for i, each in enumerate(then) if i in repeat.arrived)
        finally:
            then.close()
    return bool(arrived) and any(entry.components in arrived for entry in entries)


def _is_it(entry: Entry, index: int, then: Entry, wanted: RangeSet) -> bool:
    is_same = (entry.components, entry.kind, entry.size) == (then.components, then.kind, then.size)
    return is_same and (entry.kind is EntryKind.FOLDER or index in wanted)


class _Here:
    """What lies where files of an earlier transfer were saved, no link followed."""

    def __init__(
        self, entries: Sequence[Entry], chain: Sequence[Earlier], base: str, base_fd: int
    ) -> None:
        self._entries = entries
        plans = [earlier.stored.plan for earlier in reversed(chain)]
        saved = [plan.saved for plan in plans if isinstance(plan, IncomingPlan)]
        self._saved = {place.top: place for places in saved for place in places}
        self._paths = saved_names(entries, base_fd)
        self._existing = ExistingFiles(base, base_fd, self._place_of, SYSTEM_DISK)

    def free_places(self) -> tuple[Entered, ...] | None:
        """Return the folders to save into; None if one is another now, or a name is taken."""
        places: list[Entered] = []
        for index, entry in enumerate(self._entries):
            is_folder, is_top = entry.kind is EntryKind.FOLDER, len(entry.components) == 1
            place = self._saved.get(self._paths[index][0])
            if is_top and is_folder and place is not None:
                if not self._is_same_folder(index, place):
                    return None
                places.append(place)
            elif (is_top or not is_folder) and self._existing.is_taken(index):
                return None
        return tuple(places)

    def places_of_then(self) -> tuple[Entered, ...]:
        """Return where to save: the folders that are the same, and names of files, there or not."""
        tops = (
            (index, entry.kind, self._saved.get(self._paths[index][0]))
            for index, entry in enumerate(self._entries)
            if len(entry.components) == 1
        )
        return tuple(
            place
            for index, kind, place in tops
            if place is not None
            and (kind is not EntryKind.FOLDER or self._is_same_folder(index, place))
        )

    def _is_same_folder(self, index: int, place: Entered) -> bool:
        found = self._existing.folder(index)
        # The device may be another after a restart.
        return found is not None and found[1] == place.inode

    def close(self) -> None:
        self._existing.close()

    def _place_of(self, index: int) -> Components:
        path = self._paths[index]
        place = self._saved.get(path[0])
        return path if place is None else (place.name, *path[1:])
