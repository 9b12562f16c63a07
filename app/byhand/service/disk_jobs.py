"""What an incoming transfer has done on a disk, beside its inbox, which hears what came of it."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from byhand.domain.friend import Policy
from byhand.domain.trust import policy_accepts
from byhand.engine.reports import ReceivingReport
from byhand.errors import ByhandError, LocalProtocolError, RemoteProtocolError
from byhand.protocol.messages import EntriesEnd
from byhand.service.manifest_reader import ManifestReader
from byhand.service.receiving import Accepted, Prepared, Receiving, prepare
from byhand.service.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Checked:
    """The manifest is whole and what the sender says it is; `policy` is one that accepts it."""

    digest: bytes
    is_folder: bool
    policy: Policy | None


@dataclass(frozen=True, slots=True)
class Lied:
    """The manifest is not what the sender says it is."""

    error: RemoteProtocolError


@dataclass(frozen=True, slots=True)
class Saved:
    """Everything is under its final name and on the disk."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DiskRefused:
    """The disk did not let us prepare or save."""

    error: ByhandError


class DiskJobs:
    """Runs one job at a time on a worker's thread and owns what was prepared there."""

    def __init__(self, around: Surroundings, put: Callable[[object], None]) -> None:
        """`put` hears Checked or Lied, Prepared, Saved, or DiskRefused."""
        self._around = around
        self._put = put
        self._prepared: Prepared | None = None
        self._job: asyncio.Task[None] | None = None

    def check(self, manifest: ManifestReader, end: EntriesEnd, policy: Policy | None) -> None:
        """Judge a whole manifest, and by a policy if there is one: both may take seconds."""
        self._start(self._check(manifest, end, policy))

    def prepare(
        self, accepted: Accepted, folder: str, hear: Callable[[ReceivingReport], None]
    ) -> None:
        """Look for room and make the staging folder."""
        self._start(self._prepare(accepted, folder, hear))

    def save(self, receiving: Receiving) -> None:
        """Flush, and give everything its final name."""
        self._start(self._save(receiving))

    async def let_go(self) -> None:
        """Wait for what is under way and leave nothing half-written behind; StorageError."""
        if self._job is not None:
            await self._job
        if self._prepared is not None:
            await self._around.disk.run(self._prepared.let_go)
            await self._around.forget_staging(self._prepared.arrival.staging.path)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        self._job = self._around.spawn(self._told(work))

    async def _told(self, work: Coroutine[None, None, None]) -> None:
        """Run a job; its failure is heard, a bug too, and the bug goes on to be seen."""
        try:
            await work
        except ByhandError as exc:
            self._put(DiskRefused(exc))
        except Exception as exc:
            self._put(DiskRefused(LocalProtocolError(str(exc))))
            raise

    async def _check(
        self, manifest: ManifestReader, end: EntriesEnd, policy: Policy | None
    ) -> None:
        try:
            digest = await self._around.disk.run(manifest.check_end, end)
        except RemoteProtocolError as exc:
            self._put(Lied(exc))
            return
        is_folder = await self._around.disk.run(manifest.is_one_folder)
        if policy is not None:
            accepts = await self._around.disk.run(policy_accepts, policy, manifest.entries)
            policy = policy if accepts else None
        self._put(Checked(digest, is_folder, policy))

    async def _prepare(
        self, accepted: Accepted, folder: str, hear: Callable[[ReceivingReport], None]
    ) -> None:
        prepared = await self._around.disk.run(prepare, accepted, folder, hear)
        try:
            await self._around.remember_staging(prepared.arrival.staging.path)
        except BaseException:
            await self._around.disk.run(prepared.let_go)
            raise
        self._prepared = prepared
        self._put(prepared)

    async def _save(self, receiving: Receiving) -> None:
        self._put(Saved(await self._around.disk.run(receiving.save)))
