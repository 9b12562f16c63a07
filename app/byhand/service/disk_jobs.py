"""What an accepted transfer has done on a disk, beside its inbox, which hears what came of it."""

import logging
import os
from collections.abc import Callable, Coroutine

from msgspec.structs import replace

from byhand.domain.columns import totals_without
from byhand.domain.manifest import Entry
from byhand.domain.pieces import MIB
from byhand.domain.plan import IncomingPlan, not_chosen
from byhand.engine.arrival import Arrival
from byhand.engine.trust import Trust
from byhand.errors import ByhandError, FolderGoneError, StorageError
from byhand.service.arrivals import GivenUp, Place, begin, find
from byhand.service.disk_reports import (
    NotInPlace,
    NotRestored,
    Prepared,
    Room,
    Saved,
    SpoiltTexts,
)
from byhand.service.finding_here import find_here
from byhand.service.job_queue import DiskRefused, JobQueue
from byhand.service.part import Part
from byhand.service.roots_of_then import roots_of_then
from byhand.service.row import Row
from byhand.service.surroundings import AcceptOrder, Reported, Surroundings
from byhand.storage.manifest_block import ENTRIES
from byhand.storage.manifest_spool import Spool
from byhand.storage.staging import discard_leftover, missing_bytes

logger = logging.getLogger(__name__)

ROOM_BYTES = 64 * MIB
"""How much must fit beside the reserve before a transfer that was blocked goes on."""
JOURNAL_ROOM_BYTES = 4 * MIB
"""And how much where the profile lies."""


class DiskJobs:
    """Owns what was prepared on a disk."""

    def __init__(
        self,
        row: Row[IncomingPlan],
        around: Surroundings,
        jobs: JobQueue,
        put: Callable[[object], None],
        put_from_thread: Callable[[object], None],
    ) -> None:
        """`put` hears what `disk_reports` holds, and Reported of what arrives."""
        self._row = row
        self._around = around
        self._jobs = jobs
        self._put = put
        self._put_from_thread = put_from_thread
        self._entries: Spool[Entry] | None = None
        self._arrival: Arrival | None = None
        self._part = Part()
        self._mark = object()
        self._is_looking = False
        self._is_restoring = False
        self._is_let_go = False

    def is_meant(self, prepared: Prepared) -> bool:
        """Say whether this is what was ordered last."""
        return prepared.mark is self._mark

    def prepare(self, order: AcceptOrder, entries: Spool[Entry] | None) -> None:
        """Look for room, make a staging folder to be found again; `entries` if these are open."""
        keeps_modes = self._around.keeps_modes_of(self._row.now.friend_id)
        self._row.replan(order.planned(self._row.plan, keeps_modes=keeps_modes))
        self._jobs.start(self._prepare(self._new_mark(), entries))

    def prepare_again(self) -> None:
        """Do so as it was ordered before a stop."""
        self._jobs.start(self._prepare(self._new_mark(), None))

    def doubt(self) -> None:
        """Believe only what was flushed, until it was found again: the disk has failed."""
        self._row.replan(replace(self._row.plan, is_in_doubt=True))

    def restore(self) -> None:
        """Find again what was here before a stop, or before the disk failed."""
        if not self._is_restoring:
            self._is_restoring = True
            self._jobs.start(self._restore(self._new_mark()))

    def start_over(self) -> None:
        """Forget everything that is here: it is offered once more."""
        self._new_mark()
        self._jobs.start(self._start_over())

    def settle(self) -> None:
        """Have all that is here flushed and recorded."""
        if self._arrival is not None:
            self._jobs.start(self._around.disk.run(self._arrival.settle))

    def look_for_room(self) -> None:
        """Tell Room once the disk takes more."""
        if not self._is_looking:
            self._is_looking = True
            self._jobs.start(self._look_for_room())

    def remove_given_up(self) -> None:
        """Remove what is here of files that nobody wants any more."""
        if self._arrival is not None:
            self._jobs.start(self._around.disk.run(self._arrival.pieces.remove_given_up))

    def wait_for(self, work: Coroutine[None, None, object]) -> None:
        """Do nothing that is ordered later before this is done."""
        self._jobs.start(work)

    def save(self) -> None:
        """Flush, and give everything its final name."""
        self._jobs.start(self._save())

    def leave_entries_open(self) -> None:
        """Let somebody else close the list of what was received: they read it still."""
        self._entries, self._part = None, Part()

    def interrupt(self) -> None:
        """Look through nothing to its end any more; `close` is to follow."""
        self._is_let_go = True

    async def close(self) -> None:
        """Let go of everything once no job is under way; StorageError.

        Of what has ended nothing half-written is left; what is to go on is flushed and recorded.
        """
        await self._part.let_go()  # who prepared it may have ended before they heard of it
        try:
            if self._row.now.is_final:
                await self._discard()
            elif self._arrival is not None:
                await self._around.disk.run(self._arrival.suspend)
        except StorageError:
            self.doubt()
            raise
        finally:
            self._close_entries()

    async def _prepare(self, mark: object, entries: Spool[Entry] | None) -> None:
        if entries is not None:
            self._close_entries()
            self._entries = entries
        row, around, place = self._row, self._around, self._place(mark)
        opened = await self._opened()
        try:
            self._arrival = await around.disk.run(begin, row.now, row.plan, opened, place)
            await self._keep_place(mark, row.plan, self._arrival)
        except StorageError:
            await self._discard()
            raise
        await self._tell_prepared(mark, self._arrival, (), is_new=True)

    async def _restore(self, mark: object) -> None:
        try:
            await self._find(mark)
        finally:
            self._is_restoring = False

    async def _find(self, mark: object) -> None:
        row, around, place = self._row, self._around, self._place(mark)
        await self._suspend()
        entries = await self._opened()
        trust = Trust(await around.memory.load_journal(row.id), row.plan.is_in_doubt)
        try:
            found = await around.reading.run(find, row.now, row.plan, entries, trust, place)
        except StorageError as exc:
            is_gone = isinstance(exc, FolderGoneError)
            self._put(DiskRefused(exc) if is_gone else NotRestored(exc))
            return
        self._arrival = found.arrival
        await self._keep_place(mark, row.plan, found.arrival)
        row.replan(replace(row.plan, is_in_doubt=False))
        await self._tell_prepared(mark, found.arrival, found.given_up, is_new=False)

    async def _start_over(self) -> None:
        await self._discard()
        self._close_entries()
        await self._around.memory.forget_journal(self._row.id)

    async def _look_for_room(self) -> None:
        try:
            if not await self._around.disk.run(self._missing_bytes):
                self._put(Room())
        finally:
            self._is_looking = False

    def _missing_bytes(self) -> int:
        """Return what is missing where it is received, or where that is recorded."""
        profile = str(self._around.memory.spool_of(self._row.now).parent)
        missing = missing_bytes(self._row.now.folder, ROOM_BYTES)
        return missing or missing_bytes(profile, JOURNAL_ROOM_BYTES, reserve=0)

    async def _save(self) -> None:
        arrival = self._arrival
        assert arrival is not None
        if await self._around.disk.run(arrival.want_changed):
            self._put(NotInPlace())
        elif spoilt := await self._around.disk.run(arrival.spoilt_texts):
            self._put(SpoiltTexts(spoilt))
        else:
            keeps_modes = self._around.keeps_modes_of(self._row.now.friend_id)
            paths = await self._around.disk.run(arrival.save, keeps_modes=keeps_modes)
            self._put(Saved(paths, arrival.staging.committing.saved))

    # Behind them

    def _new_mark(self) -> object:
        self._mark = object()
        return self._mark

    def _place(self, mark: object) -> Place:
        around, put = self._around, self._put_from_thread
        return Place(
            around.journal_writer,
            lambda report: put(Reported(mark, report)),
            lambda path: around.memory.remember_staging(self._row.id, path),
            lambda: self._is_let_go or around.reading.is_stopping(),
        )

    async def _tell_prepared(
        self, mark: object, arrival: Arrival, given_up: GivenUp, *, is_new: bool
    ) -> None:
        accepted, now, plan = arrival.accepted, self._row.now, self._row.plan
        totals = totals_without(accepted.columns, not_chosen(plan, len(accepted.columns)))
        held = await find_here(now, arrival, self._around)
        expected = await roots_of_then(accepted.entries, now, plan, self._around)
        entries = await self._opened()
        self._part = await self._around.memberships.take_part(self._row, arrival, held, entries)
        self._put(Prepared(mark, arrival, held, expected, given_up, totals, is_new, self._part))

    async def _keep_place(self, mark: object, plan: IncomingPlan, arrival: Arrival) -> None:
        """Be sure to find the staging folder again, whatever happens from now on."""
        row, earlier, staging = self._row, self._row.plan, os.fsencode(arrival.staging.path)
        if plan.staging == staging or mark is not self._mark:
            return  # it is known, or will be let go: it is offered once more
        entered, base = arrival.accepted.entered, arrival.staging.base_identity
        row.replan(replace(plan, staging=staging, entered=entered, base=base))
        try:
            await row.kept()
        except StorageError:
            row.replan(earlier)
            raise
        await self._remove_stagings(but=arrival.staging.path)

    async def _opened(self) -> Spool[Entry]:
        plan = self._row.plan
        assert plan.manifest is not None
        if self._entries is None:
            path = self._around.memory.spool_of(self._row.now)
            self._entries = await self._around.disk.run(Spool.open, path, ENTRIES, plan.manifest)
        return self._entries

    async def _suspend(self) -> None:
        """Let go of what is here to find it again; what cannot be flushed is not believed then."""
        arrival, self._arrival = self._arrival, None
        if arrival is not None:
            try:
                await self._around.disk.run(arrival.suspend)
            except ByhandError as exc:
                logger.info("what has arrived is looked at again: %s", exc)
                self.doubt()

    async def _discard(self) -> None:
        """Remove the staging folder; what cannot be removed now is tried at the next start."""
        arrival, self._arrival = self._arrival, None
        if arrival is not None:
            await self._around.disk.run(arrival.discard)
        await self._remove_stagings()

    async def _remove_stagings(self, but: str = "") -> None:
        """Remove what is left of tries that were cut off, and of one that was let go."""
        for path in await self._around.memory.stagings_of(self._row.id):
            if path != but and await self._around.disk.run(discard_leftover, path):
                await self._around.memory.forget_staging(path)

    def _close_entries(self) -> None:
        if self._entries is not None:
            self._entries.close()
            self._entries = None
