"""What is here already is not sent: its roots are asked for, and it is copied (§11, §19)."""

import asyncio
import threading
import time
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass

from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import Transfer
from byhand.engine.arrival import Arrival
from byhand.engine.copying import Copying
from byhand.engine.held_back import HeldBack, Hint, Released
from byhand.engine.reports import ReceivingFailed
from byhand.errors import StorageError
from byhand.protocol.codec import cut_ranges
from byhand.protocol.resume_messages import HashAsk
from byhand.service.friend_session import HASH_ASK, FriendSession
from byhand.service.stepping import run_in_steps
from byhand.service.surroundings import Surroundings
from byhand.storage.exchange_store import ExchangedFile
from byhand.storage.existing_files import LocalFile

PATIENCE_SECONDS = 30.0
"""How long nothing is answered before what was asked about is wished for."""


@dataclass(frozen=True, slots=True)
class NotHeldBack:
    """Of some files it is known whether they are here; what is not may be wished for."""

    released: Released


@dataclass(frozen=True, slots=True)
class _Told:
    """A file that may be here, and the root that the sender vouches for."""

    entry: int
    root: bytes
    hint: Hint


class Skipping:
    """Holds files back until it is known whether they are here."""

    def __init__(
        self,
        transfer: Transfer,
        arrival: Arrival,
        held: HeldBack,
        around: Surroundings,
        put: Callable[[object], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`put` hears NotHeldBack, and ReceivingFailed of a disk that refuses."""
        self.held = held
        self._transfer_id = transfer.id
        self._friend_id = transfer.friend_id
        self._content = arrival.content
        self._existing = arrival.staging.existing
        self._recorder = arrival.recorder
        self._around = around
        self._put = put
        self._clock = clock
        self._heard_at = 0.0
        self._told: list[_Told] = []
        # What was told, and is not dealt with yet.
        self._in_hand: set[int] = set()
        self._work: asyncio.Task[None] | None = None
        self._may_work = asyncio.Event()
        self._is_over = threading.Event()
        self._copying = Copying(arrival, self._is_over)

    def ask(self, session: FriendSession) -> None:
        """Ask for the roots of what may be here; hold back no longer what cannot be asked for."""
        unknown = [entry for entry in self.held if entry not in self._in_hand]
        asked = RangeSet()
        if HASH_ASK in session.capabilities:
            for entry in filter(self._content.is_untouched, unknown):
                asked.add(entry, entry + 1)
        parts = list(cut_ranges(asked.encode()))
        for number, part in enumerate(parts, 1):
            is_last = number == len(parts)
            session.post(HashAsk(transfer_id=self._transfer_id, entries=part, more=not is_last))
        self._heard_at = self._clock()
        self._release([entry for entry in unknown if entry not in asked])

    def told(self, rows: Iterable[tuple[int, bytes]]) -> None:
        """Hear roots that the sender vouches for; an empty one is of a file that it cannot read."""
        unreadable: list[int] = []
        for entry, root in rows:
            if entry not in self.held or entry in self._in_hand:
                continue
            self._heard_at = self._clock()
            if root:
                self._in_hand.add(entry)
                self._told.append(_Told(entry, root, self.held.hint(entry)))
            else:
                unreadable.append(entry)
        self._release(unreadable)
        if self._told and self._work is None and not self._is_over.is_set():
            self._work = self._around.spawn(self._look())

    def tick(self) -> None:
        """Wait no longer for answers that do not come."""
        if self.held and self._clock() - self._heard_at > PATIENCE_SECONDS:
            self._release([entry for entry in self.held if entry not in self._in_hand])

    def hold(self, *, is_held: bool) -> None:
        """Copy nothing while the transfer is held."""
        if is_held:
            self._may_work.clear()
        else:
            self._may_work.set()

    async def stop(self) -> None:
        """Copy nothing more; return once nothing does."""
        self._is_over.set()
        self._may_work.set()
        self._recorder.nudge()
        if self._work is not None:
            await asyncio.wait({self._work})

    async def _look(self) -> None:
        """Copy what is here of what was told; the rest is not held back any more."""
        try:
            while self._told and not self._is_over.is_set():
                told, self._told = self._told, []
                roots = {each.root for each in told}
                exchanged = await self._around.memory.exchanges.by_roots(self._friend_id, roots)
                steps = self._copied(told, exchanged)
                await run_in_steps(self._around.disk, steps, self._dealt_with, self._goes_on)
        except StorageError as exc:
            self._put(ReceivingFailed(exc))
        finally:
            self._work = None
            self._told.clear()
            self._dealt_with([*self._in_hand])

    async def _goes_on(self) -> bool:
        await self._may_work.wait()
        return not self._is_over.is_set()

    def _copied(
        self, told: Sequence[_Told], exchanged: Mapping[bytes, Sequence[ExchangedFile]]
    ) -> Generator[int | None, None, None]:
        """Yield each file once it is copied, or cannot be; None while nothing is decided."""
        for each in told:
            for source in self._sources(each, exchanged.get(each.root, ())):
                making = self._copying.make(each.entry, each.root, source)
                is_made = yield from making
                if is_made:
                    break
            yield each.entry

    def _sources(
        self, told: _Told, exchanged: Iterable[ExchangedFile]
    ) -> Generator[LocalFile, None, None]:
        for file in exchanged:
            yield LocalFile(file.path, file.stamp)
        if told.hint & Hint.IN_PLACE:
            in_place = self._existing.file(told.entry)
            if in_place is not None:
                yield in_place

    def _dealt_with(self, entries: Collection[int | None]) -> None:
        decided = [entry for entry in entries if entry is not None]
        self._in_hand.difference_update(decided)
        self._release(decided)

    def _release(self, entries: Collection[int]) -> None:
        if entries:
            self._put(NotHeldBack(self.held.release(entries)))
