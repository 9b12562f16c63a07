"""An incoming offer while its manifest arrives, until it can be answered."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.friend import Policy
from byhand.domain.manifest import Entry
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import Direction, TransferState
from byhand.domain.trust import policy_accepts
from byhand.errors import UnsafeNameError
from byhand.protocol.messages import Entries, EntriesEnd, Offer
from byhand.service.friend_session import FriendSession
from byhand.service.job_queue import JobQueue
from byhand.service.manifest_reader import ManifestReader
from byhand.service.offer_comparing import compare
from byhand.service.offered_manifest import ManifestFacts, OfferedManifest
from byhand.service.once_more import accepted_before
from byhand.service.row import Row
from byhand.service.surroundings import AcceptOrder, Surroundings
from byhand.storage.manifest_spool import Spool

PARTS_UNWRITTEN = 4
"""So many parts of a manifest wait for the disk before no more are read."""


class Checked(Struct, frozen=True):
    """A manifest is whole and what the sender says it is.

    `again`: how to go on with what was accepted before and is offered once more; `policy` is one
    that accepts it.
    """

    manifest: OfferedManifest
    facts: ManifestFacts
    again: AcceptOrder | None
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
        self._unwritten: deque[asyncio.Task[None]] = deque()

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
            compared=None,
            again_of=offer.retry_of,
        )
        if self._row.is_kept:
            self._jobs.start(self._row.kept())  # no stop may find the former one, half replaced

    def read(self, message: Entries, session: FriendSession | None) -> Code:
        """Take a part of the manifest and show how much it is by now; RemoteProtocolError.

        The session it came in waits while too much is not written. Return why all of it is
        refused, or OK.
        """
        if self._reader is None or self._row.state is not TransferState.OFFERED:
            return Code.OK
        assert self._manifest is not None
        try:
            entries = self._reader.read(message)
        except UnsafeNameError:
            return Code.NAME_REFUSED
        if self._reader.is_mixed:
            return Code.UNSUPPORTED
        if entries:
            self._write(self._manifest, entries, session)
        self._row.update(total_files=self._reader.files, total_bytes=self._reader.bytes)
        if message.end is not None:
            self._jobs.start(self._check(self._manifest, message.end))
        return Code.OK

    def checked(self, event: Checked) -> AcceptOrder | None:
        """Let the user answer; return their answer if they gave it before, by a policy too.

        What was replaced meanwhile is passed over.
        """
        facts = event.facts
        if event.manifest is not self._manifest:
            facts.entries.close()
            return None
        self._entries = facts.entries
        self._row.replan(replace(self._row.plan, digest=facts.digest, manifest=facts.manifest))
        self._row.update(is_counted=True, is_folder=facts.is_folder, is_text=facts.is_text)
        if event.again is not None and not self._is_coming_already():
            return event.again
        policy = self._around.policy_of(self._row.now.friend_id)
        if policy is None or event.policy != policy:
            self._around.spawn(self._compare(facts.entries))
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

    def _write(
        self, manifest: OfferedManifest, entries: Sequence[Entry], session: FriendSession | None
    ) -> None:
        work = self._around.disk.run(manifest.write, entries)
        self._unwritten.append(self._jobs.start(work))
        while self._unwritten and self._unwritten[0].done():
            self._unwritten.popleft()
        if session is not None and len(self._unwritten) > PARTS_UNWRITTEN:
            session.wait_for(self._unwritten[0])

    def _is_coming_already(self) -> bool:
        """Say whether another transfer of the friend, accepted already, repeats the same."""
        now = self._row.now
        return any(
            (other.friend_id, other.again_of) == (now.friend_id, now.again_of)
            and other.direction is Direction.INCOMING
            and other.state is not TransferState.OFFERED
            and not other.is_final
            for other in self._around.queue
        )

    async def _compare(self, entries: Spool[Entry]) -> None:
        """Tell what would change in a folder that is here, while nobody has answered yet."""

        def is_wanted() -> bool:
            return self._entries is entries

        compared = await compare(entries, self._row.now, self._around.disk, is_wanted)
        if compared is not None and is_wanted():
            self._row.update(compared=compared)

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
        again = await self._accepted_before(facts.entries)
        if policy is not None:
            accepts = await self._around.disk.run(policy_accepts, policy, facts.entries)
            policy = policy if accepts else None
        self._put(Checked(manifest, facts, again, policy))

    async def _accepted_before(self, entries: Spool[Entry]) -> AcceptOrder | None:
        retry_of = self._row.plan.retry_of
        if retry_of is None:
            return None
        return await accepted_before(entries, retry_of, self._row.now.friend_id, self._around)
