"""What is here already is not sent: its roots are asked for, and it is copied (§11, §19)."""

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from msgspec import Struct

from byhand.domain.pieces import file_root
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import Transfer
from byhand.engine.arrival import Arrival
from byhand.engine.copying import Copying, Making
from byhand.engine.hash_strings import split_hashes
from byhand.engine.held_back import HeldBack, Hint, Released
from byhand.engine.reports import ReceivingFailed
from byhand.errors import StorageError
from byhand.protocol.codec import RANGES_LIMIT
from byhand.protocol.resume_messages import HashAsk
from byhand.service.friend_session import FriendSession
from byhand.service.ourselves import DELTA, HASH_ASK
from byhand.service.stepping import run_in_steps
from byhand.service.surroundings import Surroundings
from byhand.storage.exchange_store import ExchangedFile
from byhand.storage.existing_files import LocalFile

_ASKED = Hint.ELSEWHERE | Hint.IN_PLACE
_THERE = Hint.IN_PLACE | Hint.BASE
PATIENCE_SECONDS = 30.0
"""How long nothing is answered before what was asked about is wished for."""
FILES_AT_ONCE = 2 * RANGES_LIMIT
"""So many files fit into one question, whichever they are."""
LOOKED_FOR_AT_ONCE = 1_000
"""So many roots are looked for at once: others need the storage thread, too."""


class NotHeldBack(Struct, frozen=True):
    """Of some files it is known whether they are here: `Skipping.release` is to follow."""

    entries: tuple[int, ...]


class _Told(Struct, frozen=True):
    """A file that may be here, and its root; empty if only bytes of another are of use."""

    entry: int
    root: bytes
    hint: Hint


@dataclass(slots=True)
class _Sorted:
    """Some of what is held back: to be asked about, of use as it is, and to be wished for."""

    asked: RangeSet = field(default_factory=RangeSet)
    bases: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)


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
        self._committing = arrival.staging.committing
        self._cache = around.memory.hashes.cache
        self._recorder = arrival.recorder
        self._around = around
        self._put = put
        self._clock = clock
        self._heard_at = 0.0
        self._told: deque[_Told] = deque()
        # What was told, or decided, and is still held back.
        self._in_hand: set[int] = set()
        self._work: asyncio.Task[None] | None = None
        self._session: FriendSession | None = None
        self._questions: set[asyncio.Task[None]] = set()
        self._may_work = asyncio.Event()
        self._is_over = threading.Event()
        self._may_name = False
        self._copying = Copying(arrival, self._cache, self._is_over)

    def ask(self, session: FriendSession) -> None:
        """Ask for the roots of what may be here; hold back no longer what cannot be asked for.

        Of what is certainly another file the old bytes are of use. It goes on beside all else.
        """
        self._session, self._may_name = session, DELTA in session.capabilities
        self._heard_at = self._clock()
        question = self._around.spawn(self._ask(session))
        self._questions.add(question)
        question.add_done_callback(self._questions.discard)

    def told(self, rows: Iterable[tuple[int, bytes]]) -> None:
        """Hear roots that the sender vouches for; an empty one is of a file that it cannot read."""
        unreadable: list[int] = []
        for entry, root in rows:
            if entry not in self.held or entry in self._in_hand:
                continue
            self._heard_at = self._clock()
            if root:
                self._take(_Told(entry, root, self.held.hint(entry)))
            else:
                unreadable.append(entry)
        self._decide(unreadable)
        self._go()

    def release(self, decided: NotHeldBack) -> Released:
        """Hold files back no more; return what may be wished for by that, if it is missing.

        Until then they count as held back, so that nobody else wishes for them, too.
        """
        self._in_hand.difference_update(decided.entries)
        return self.held.release(decided.entries)

    def tick(self) -> None:
        """Wait no longer for answers that do not come."""
        if self.held and self._clock() - self._heard_at > PATIENCE_SECONDS:
            self._decide([entry for entry in self.held if entry not in self._in_hand])

    def hold(self, *, is_held: bool) -> None:
        """Copy nothing while the transfer is held."""
        if is_held:
            self._session = None
            self._may_work.clear()
        else:
            self._may_work.set()

    async def stop(self) -> None:
        """Copy nothing more; return once nothing does."""
        self._is_over.set()
        self._may_work.set()
        self._recorder.nudge()
        under_way = self._questions | ({self._work} if self._work is not None else set())
        if under_way:
            await asyncio.wait(under_way)

    # Asking

    async def _ask(self, session: FriendSession) -> None:
        """Go through what is held back on a worker: it may be everything."""

        def sort(some: Iterable[_Sorted]) -> None:
            for each in some if self._session is session else ():
                self._heard_at = self._clock()
                self._ask_for(each, session)

        async def goes_on() -> bool:
            return self._session is session and not self._is_over.is_set()

        steps = self._sorted(may_ask=HASH_ASK in session.capabilities, may_name=self._may_name)
        await run_in_steps(self._around.disk, steps, sort, goes_on)

    def _sorted(self, *, may_ask: bool, may_name: bool) -> Generator[_Sorted, None, None]:
        """Yield all that nothing was told of, many files at a time."""
        entries = (each for each in self.held if each not in self._in_hand)
        while some := list(islice(entries, FILES_AT_ONCE)):
            found = _Sorted()
            for entry in some:
                is_untouched, hint = self._content.is_untouched(entry), self.held.hint(entry)
                if is_untouched and may_ask and hint & _ASKED:
                    found.asked.add(entry, entry + 1)
                elif is_untouched and may_name and hint & Hint.BASE:
                    found.bases.append(entry)
                else:
                    found.others.append(entry)
            yield found

    def _ask_for(self, found: _Sorted, session: FriendSession) -> None:
        if found.asked:
            ranges = found.asked.encode()
            session.post(HashAsk(transfer_id=self._transfer_id, entries=ranges))
        # Of some may have been told meanwhile.
        for entry in found.bases:
            if entry in self.held and entry not in self._in_hand:
                self._take(_Told(entry, b"", self.held.hint(entry)))
        self._decide([entry for entry in found.others if entry not in self._in_hand])
        self._go()

    # Making

    def _take(self, told: _Told) -> None:
        self._in_hand.add(told.entry)
        self._told.append(told)

    def _go(self) -> None:
        if self._told and self._work is None and not self._is_over.is_set():
            self._work = self._around.spawn(self._look())

    async def _look(self) -> None:
        """Make use of what is here of what was told; the rest is not held back any more."""
        try:
            while self._told and not self._is_over.is_set():
                count = min(len(self._told), LOOKED_FOR_AT_ONCE)
                told = [self._told.popleft() for _ in range(count)]
                roots = {each.root for each in told}
                exchanged = await self._around.memory.exchanges.by_roots(self._friend_id, roots)
                steps = self._made(told, exchanged)
                await run_in_steps(self._around.disk, steps, self._dealt_with, self._goes_on)
        except StorageError as exc:
            self._put(ReceivingFailed(exc))
        finally:
            self._work = None
            self._told.clear()
            self._decide([*self._in_hand])

    async def _goes_on(self) -> bool:
        await self._may_work.wait()
        return not self._is_over.is_set()

    def _made(
        self, told: Sequence[_Told], exchanged: Mapping[bytes, Sequence[ExchangedFile]]
    ) -> Generator[int | None, None, None]:
        """Yield each file once it is made, or cannot be; None while nothing is decided."""
        there = {each.entry: self._existing.file(each.entry) for each in told if each.hint & _THERE}
        found = [file for file in there.values() if file is not None]
        known = dict(zip(found, self._cache.lookup([file.stamp for file in found]), strict=True))
        for each in told:
            in_place = there.get(each.entry)
            elsewhere = [LocalFile(file.path, file.stamp) for file in exchanged.get(each.root, ())]
            if in_place is None:
                yield from self._make_of(each, elsewhere)
            else:
                yield from self._make_in_place(each, in_place, known[in_place], elsewhere)
            yield each.entry

    def _make_of(self, told: _Told, elsewhere: Iterable[LocalFile]) -> Making:
        for source in elsewhere:
            if (yield from self._copying.make(told.entry, told.root, source)):
                return True
        return False

    def _make_in_place(
        self, told: _Told, there: LocalFile, hashes: bytes | None, elsewhere: Iterable[LocalFile]
    ) -> Making:
        """Use what lies where a file is to be saved: the file itself, or bytes of it."""
        is_entered = self._committing.is_entered(told.entry)
        if hashes is None and (is_entered or not told.root):
            hashes = yield from self._copying.hashes_of(there)
        is_it = hashes is not None and _root(there, hashes) == told.root
        if is_it and is_entered:
            return self._copying.leave(told.entry, told.root, there)
        if (yield from self._make_of(told, elsewhere)):
            return True
        if is_it or (hashes is None and told.root):
            make = self._copying.make(told.entry, told.root, there, is_base=self._may_name)
            return (yield from make)
        if hashes is not None and self._may_name:
            yield from self._copying.make_base(told.entry, there, hashes)
        return False

    def _dealt_with(self, entries: Collection[int | None]) -> None:
        self._decide([entry for entry in entries if entry is not None])

    def _decide(self, entries: Sequence[int]) -> None:
        if entries:
            self._in_hand.update(entries)
            self._put(NotHeldBack(tuple(entries)))


def _root(file: LocalFile, hashes: bytes) -> bytes:
    return file_root(file.stamp.size, split_hashes(hashes))
