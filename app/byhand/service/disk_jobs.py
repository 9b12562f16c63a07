"""What an incoming transfer has done on a disk, beside its inbox, which hears what came of it."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace

from byhand.domain.friend import Policy
from byhand.domain.manifest import Entry
from byhand.domain.pieces import MIB
from byhand.domain.plan import IncomingPlan, SpoolDigest
from byhand.domain.trust import policy_accepts
from byhand.engine.arrival import Arrival
from byhand.engine.reports import ReceivingReport
from byhand.errors import ByhandError, LocalProtocolError, RemoteProtocolError
from byhand.protocol.messages import EntriesEnd
from byhand.service.arrivals import GivenUp, begin, find
from byhand.service.offered_manifest import ManifestFacts, OfferedManifest
from byhand.service.row import Row
from byhand.service.surroundings import AcceptOrder, Surroundings
from byhand.storage.manifest_block import ENTRIES
from byhand.storage.manifest_spool import Spool
from byhand.storage.staging import missing_bytes

ROOM_BYTES = 64 * MIB
"""How much must fit beside the reserve before a transfer that was blocked goes on."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The manifest is whole and what the sender says it is; `policy` is one that accepts it."""

    digest: bytes
    manifest: SpoolDigest
    is_folder: bool
    is_text: bool
    policy: Policy | None


@dataclass(frozen=True, slots=True)
class Lied:
    """The manifest is not what the sender says it is."""

    error: RemoteProtocolError


@dataclass(frozen=True, slots=True)
class Prepared:
    """There is a place to receive into: made now (`is_new`), or found again after a stop."""

    arrival: Arrival
    given_up: GivenUp
    is_new: bool


@dataclass(frozen=True, slots=True)
class Room:
    """The disk takes more again."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Everything is under its final name and on the disk."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DiskRefused:
    """The disk did not let us prepare or save."""

    error: ByhandError


class DiskJobs:
    """Runs one job after the other on a worker's thread and owns what was prepared there."""

    def __init__(
        self,
        row: Row[IncomingPlan],
        around: Surroundings,
        put: Callable[[object], None],
        hear: Callable[[ReceivingReport], None],
    ) -> None:
        """`put` hears the values above; `hear` is called by lanes, from their threads."""
        self._row = row
        self._around = around
        self._put = put
        self._hear = hear
        self._offered: OfferedManifest | None = None
        self._entries: Spool[Entry] | None = None
        self._arrival: Arrival | None = None
        self._last: asyncio.Task[None] | None = None
        self._is_looking = False

    # The offer

    def list_afresh(self) -> None:
        """Forget what was listed: the same is offered once more."""
        earlier, entries = self._offered, self._entries
        self._offered = OfferedManifest(self._around.memory.spool_of(self._row.now))
        self._entries = None
        self._start(self._discard(earlier, entries))

    def list(self, entries: Sequence[Entry]) -> None:
        """Write the next judged entries."""
        if entries:
            self._start(self._list(entries))

    def check(self, end: EntriesEnd, policy: Policy | None) -> None:
        """Judge a whole manifest, and by a policy if there is one: both may take seconds."""
        self._start(self._check(end, policy))

    # The arrival

    def prepare(self, order: AcceptOrder) -> None:
        """Look for room, make the staging folder, and be sure to find both again."""
        self._start(self._prepare(order))

    def restore(self) -> None:
        """Find again what was here before a stop."""
        self._start(self._restore())

    def settle(self) -> None:
        """Have all that is here flushed and recorded."""
        if self._arrival is not None:
            self._start(self._around.disk.run(self._arrival.settle))

    def look_for_room(self) -> None:
        """Tell Room once the disk takes more."""
        if not self._is_looking:
            self._is_looking = True
            self._start(self._look_for_room())

    def save(self) -> None:
        """Flush, and give everything its final name."""
        self._start(self._save())

    async def let_go(self) -> None:
        """Wait for what is under way. Of what has ended nothing half-written is left behind.

        What goes on after the program's end is flushed and recorded. Raises StorageError.
        """
        if self._last is not None:
            await asyncio.wait({self._last})
        is_over = self._row.now.is_final
        if self._offered is not None:
            await self._around.disk.run(self._offered.discard)
        if self._entries is not None:
            self._entries.close()
        if self._arrival is not None:
            await self._around.disk.run(self._arrival.discard if is_over else self._arrival.suspend)
        if is_over:
            if self._arrival is not None:
                await self._around.memory.forget_staging(self._arrival.staging.path)
            await self._around.memory.forget(self._row.stored)

    def _start(self, work: Coroutine[None, None, object]) -> None:
        self._last = self._around.spawn(self._told(work, self._last))

    async def _told(
        self, work: Coroutine[None, None, object], earlier: "asyncio.Task[None] | None"
    ) -> None:
        """Run a job in its turn; its failure is heard, a bug too, and the bug goes on."""
        if earlier is not None:
            await asyncio.wait({earlier})
        try:
            await work
        except RemoteProtocolError as exc:
            self._put(Lied(exc))
        except ByhandError as exc:
            self._put(DiskRefused(exc))
        except Exception as exc:
            self._put(DiskRefused(LocalProtocolError(str(exc))))
            raise

    async def _discard(self, offered: OfferedManifest | None, entries: Spool[Entry] | None) -> None:
        if offered is not None:
            await self._around.disk.run(offered.discard)
        if entries is not None:
            entries.close()

    async def _list(self, entries: Sequence[Entry]) -> None:
        assert self._offered is not None
        await self._around.disk.run(self._offered.write, entries)

    async def _check(self, end: EntriesEnd, policy: Policy | None) -> None:
        assert self._offered is not None
        facts: ManifestFacts = await self._around.disk.run(self._offered.finish, end)
        self._entries = facts.entries
        if policy is not None:
            accepts = await self._around.disk.run(policy_accepts, policy, facts.entries)
            policy = policy if accepts else None
        self._put(Checked(facts.digest, facts.manifest, facts.is_folder, facts.is_text, policy))

    async def _prepare(self, order: AcceptOrder) -> None:
        row, around = self._row, self._around
        plan = replace(row.plan, chosen=order.chosen, updates=order.updates)
        entries = await self._opened()
        arrival = await around.disk.run(
            begin, row.now, plan, entries, around.journal_writer, self._hear
        )
        self._arrival = arrival
        await self._keep_place(plan, arrival)
        self._put(Prepared(arrival, (), is_new=True))

    async def _restore(self) -> None:
        row, around = self._row, self._around
        entries = await self._opened()
        journal = await around.memory.load_journal(row.id)
        found = await around.disk.run(
            find, row.now, row.plan, entries, journal, around.journal_writer, self._hear
        )
        self._arrival = found.arrival
        await self._keep_place(row.plan, found.arrival)
        self._put(Prepared(found.arrival, found.given_up, is_new=False))

    async def _keep_place(self, plan: IncomingPlan, arrival: Arrival) -> None:
        """Be sure to find the staging folder again, whatever happens from now on."""
        row, path = self._row, arrival.staging.path
        staging = os.fsencode(path)
        if plan.staging == staging:
            return
        await self._around.memory.remember_staging(path, row.id)
        row.replan(replace(plan, staging=staging))
        await row.kept()

    async def _opened(self) -> Spool[Entry]:
        plan = self._row.plan
        assert plan.manifest is not None
        if self._entries is None:
            path = self._around.memory.spool_of(self._row.now)
            self._entries = await self._around.disk.run(Spool.open, path, ENTRIES, plan.manifest)
        return self._entries

    async def _look_for_room(self) -> None:
        try:
            folder = self._row.now.folder
            missing = await self._around.disk.run(missing_bytes, folder, ROOM_BYTES)
            if not missing:
                self._put(Room())
        finally:
            self._is_looking = False

    async def _save(self) -> None:
        assert self._arrival is not None
        self._put(Saved(await self._around.disk.run(self._arrival.save)))
