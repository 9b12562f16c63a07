"""An incoming offer while its manifest arrives, until it can be answered."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.friend import Policy
from byhand.domain.manifest import MANY_ENTRIES, Entry
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

PARTS_UNREAD = 4
"""So many parts of a manifest wait to be judged and written before no more are received."""


class Checked(Struct, frozen=True):
    """A manifest is whole and what the sender says it is.

    `again`: how to go on with what was accepted before and is offered once more; `policy` is one
    that accepts it.
    """

    manifest: OfferedManifest
    facts: ManifestFacts
    again: AcceptOrder | None
    policy: Policy | None


class PartRead(Struct, frozen=True):
    """A part of a manifest was judged: it lists so many files, bytes and programs by now.

    Unless the code is OK all of it is refused for that.
    """

    reader: ManifestReader
    files: int
    bytes: int
    programs: int
    code: Code


class OfferReading:
    """Judges and spools the manifest; an offer that comes once more replaces what was read."""

    def __init__(
        self,
        row: Row[IncomingPlan],
        around: Surroundings,
        jobs: JobQueue,
        put: Callable[[object], None],
    ) -> None:
        """`put` hears PartRead and Checked."""
        self._row = row
        self._around = around
        self._jobs = jobs
        self._put = put
        self._reader: ManifestReader | None = None
        self._manifest: OfferedManifest | None = None
        self._entries: Spool[Entry] | None = None
        self._unread: deque[asyncio.Task[None]] = deque()

    def begin(self, offer: Offer) -> None:
        """Take an offer, or the same once more."""
        earlier, entries = self._manifest, self.take_entries()
        keeps_modes = self._around.keeps_modes_of(self._row.now.friend_id)
        self._reader = ManifestReader(keeps_modes=keeps_modes)
        self._manifest = OfferedManifest(self._around.memory.spool_of(self._row.now))
        self._jobs.start(self._discard(earlier, entries))
        group = offer.group
        self._row.replan(
            IncomingPlan(
                retry_of=offer.retry_of,
                keeps_modes=keeps_modes,
                group_id=b"" if group is None else group.id,
            )
        )
        self._row.update(
            title=offer.title,
            note=offer.note or "",
            total_files=0,
            total_bytes=0,
            programs=0,
            is_counted=False,
            is_folder=False,
            is_text=False,
            is_put_off=False,
            has_many_entries=False,
            digest=b"",
            compared=None,
            again_of=offer.retry_of,
            others=0 if group is None else group.members,
        )
        if self._row.is_kept:
            self._jobs.start(self._row.kept())  # no stop may find the former one, half replaced

    def read(self, message: Entries, session: FriendSession | None) -> None:
        """Take a part of the manifest; the session it came in waits while too much is not read."""
        if self._reader is None or self._row.state is not TransferState.OFFERED:
            return
        assert self._manifest is not None
        reading = self._jobs.start(self._read(self._reader, self._manifest, message))
        self._unread.append(reading)
        while self._unread and self._unread[0].done():
            self._unread.popleft()
        if session is not None and len(self._unread) > PARTS_UNREAD:
            session.wait_for(self._unread[0])

    def part_read(self, event: PartRead) -> Code:
        """Show how much it is by now; return why all of it is refused, or OK."""
        if event.reader is not self._reader or self._row.state is not TransferState.OFFERED:
            return Code.OK
        self._row.update(total_files=event.files, total_bytes=event.bytes, programs=event.programs)
        return event.code

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
        self._row.update(
            is_counted=True,
            is_folder=facts.is_folder,
            is_text=facts.is_text,
            has_many_entries=len(facts.entries) > MANY_ENTRIES,
            digest=facts.digest,
        )
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

    async def _read(
        self, reader: ManifestReader, manifest: OfferedManifest, message: Entries
    ) -> None:
        """Judge and write a part on a worker's thread, where nobody waits for its names."""
        if reader.is_refused:
            return
        part = await self._around.disk.run(_part_read, reader, manifest, message)
        self._put(part)
        if message.end is not None and part.code is Code.OK:
            await self._check(manifest, message.end)

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


def _part_read(reader: ManifestReader, manifest: OfferedManifest, message: Entries) -> PartRead:
    """Judge a part and write what it lists; RemoteProtocolError, StorageError."""
    code = _judge(reader, manifest, message)
    return PartRead(reader, reader.files, reader.bytes, reader.programs, code)


def _judge(reader: ManifestReader, manifest: OfferedManifest, message: Entries) -> Code:
    """Write what a part lists; return why it is refused, or OK. Raises RemoteProtocolError."""
    try:
        entries = reader.read(message)
    except UnsafeNameError:
        return Code.NAME_REFUSED
    if reader.is_mixed:
        return Code.UNSUPPORTED
    if entries:
        manifest.write(entries)
    return Code.OK
