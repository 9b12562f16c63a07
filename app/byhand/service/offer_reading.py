"""An incoming offer while its manifest arrives, until it can be answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from byhand.domain.friend import Policy
from byhand.domain.manifest import Entry
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import TransferState
from byhand.domain.trust import policy_accepts
from byhand.protocol.messages import Entries, EntriesEnd, Offer
from byhand.service.job_queue import JobQueue
from byhand.service.manifest_reader import ManifestReader
from byhand.service.offered_manifest import ManifestFacts, OfferedManifest
from byhand.service.row import Row
from byhand.service.surroundings import AcceptOrder, Surroundings
from byhand.storage.manifest_spool import Spool


@dataclass(frozen=True, slots=True)
class Checked:
    """A manifest is whole and what the sender says it is; `policy` is one that accepts it."""

    manifest: OfferedManifest
    facts: ManifestFacts
    policy: Policy | None


class OfferReading:
    """Judges and spools the manifest; an offer that comes once more replaces what was read."""

    def __init__(
        self,
        row: Row[IncomingPlan],
        around: Surroundings,
        jobs: JobQueue,
        put: Callable[[object], None],
    ) -> None:
        """`put` hears Checked."""
        self._row = row
        self._around = around
        self._jobs = jobs
        self._put = put
        self._reader: ManifestReader | None = None
        self._manifest: OfferedManifest | None = None
        self._entries: Spool[Entry] | None = None

    def begin(self, offer: Offer) -> None:
        """Take an offer, or the same once more."""
        earlier, entries = self._manifest, self.take_entries()
        self._reader = ManifestReader()
        self._manifest = OfferedManifest(self._around.memory.spool_of(self._row.now))
        self._jobs.start(self._discard(earlier, entries))
        self._row.replan(IncomingPlan(retry_of=offer.retry_of))
        self._row.update(
            title=offer.title,
            note=offer.note or "",
            total_files=0,
            total_bytes=0,
            is_counted=False,
            is_folder=False,
            is_text=False,
            is_put_off=False,
        )
        if self._row.is_kept:
            self._jobs.start(self._row.kept())  # no stop may find the former one, half replaced

    def read(self, message: Entries) -> None:
        """Take a part of the manifest and show how much it is by now.

        Raises RemoteProtocolError, UnsafeNameError.
        """
        if self._reader is None or self._row.state is not TransferState.OFFERED:
            return
        assert self._manifest is not None
        entries = self._reader.read(message)
        if entries:
            self._jobs.start(self._around.disk.run(self._manifest.write, entries))
        self._row.update(total_files=self._reader.files, total_bytes=self._reader.bytes)
        if message.end is not None:
            self._jobs.start(self._check(self._manifest, message.end))

    def checked(self, event: Checked) -> AcceptOrder | None:
        """Let the user answer; return the answer of their policy if that holds still.

        What was replaced meanwhile is passed over.
        """
        facts = event.facts
        if event.manifest is not self._manifest:
            facts.entries.close()
            return None
        self._entries = facts.entries
        self._row.replan(replace(self._row.plan, digest=facts.digest, manifest=facts.manifest))
        self._row.update(is_counted=True, is_folder=facts.is_folder, is_text=facts.is_text)
        policy = self._around.policy_of(self._row.now.friend_id)
        if policy is None or event.policy != policy:
            return None
        return AcceptOrder(policy.folder or self._row.now.folder)

    def take_entries(self) -> Spool[Entry] | None:
        """Return what was offered, if that is open, for whoever calls to close."""
        entries, self._entries = self._entries, None
        return entries

    async def close(self, unheard: Sequence[object]) -> None:
        """Let go of it once no job is under way; `unheard` came too late. StorageError."""
        for event in unheard:
            if isinstance(event, Checked):
                event.facts.entries.close()
        await self._discard(self._manifest, self.take_entries())

    async def _discard(
        self, manifest: OfferedManifest | None, entries: Spool[Entry] | None
    ) -> None:
        if entries is not None:
            entries.close()
        if manifest is not None:
            await self._around.disk.run(manifest.discard)

    async def _check(self, manifest: OfferedManifest, end: EntriesEnd) -> None:
        """Judge a whole manifest, and by the policy if there is one: both may take seconds."""
        policy = self._around.policy_of(self._row.now.friend_id)
        facts = await self._around.disk.run(manifest.finish, end)
        if policy is not None:
            accepts = await self._around.disk.run(policy_accepts, policy, facts.entries)
            policy = policy if accepts else None
        self._put(Checked(manifest, facts, policy))
