"""Looking for whoever holds the same secret: where and when to dial, and whose call counts."""

import asyncio
import contextlib
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Iterable, Sequence

from byhand.network.addresses import Hint
from byhand.network.token_bucket import TokenBucket
from byhand.service.guarding import guarded

FIRST_PAUSE_SECONDS = 2.0
REST_SECONDS = 10.0
CROSSING_SECONDS = 1.0
SEEN_LIMIT = 16
SEEN_A_SECOND = 1 / 60
"""How often another address is tried at once: announcements can be made up, and cost a dial."""

Attempt = Callable[[Sequence[Hint]], Coroutine[None, None, None]]
"""Dials these once and deals with what comes of it."""


class Meeting:
    """Two sides that may both dial; of two calls that both come through, the same one counts.

    `ours_counts`: it is the one that we have dialled.
    """

    def __init__(
        self, hints: Iterable[Hint], attempt: Attempt, *, ours_counts: bool, longest_pause: float
    ) -> None:
        self._told = tuple(hints)
        self._seen: OrderedDict[Hint, None] = OrderedDict()
        self._room = TokenBucket(SEEN_A_SECOND, SEEN_LIMIT)
        self._attempt = attempt
        self._ours_counts = ours_counts
        self._longest_pause = longest_pause
        self._found = asyncio.Event()
        self._through = asyncio.Event()
        self._is_dialling = False
        self._has_met = False

    def found(self, hint: Hint) -> None:
        """Try an address where the other side was seen, at once and before all others."""
        if hint in self._told or hint in self._seen or not self._room.take(time.monotonic()):
            return
        self._seen[hint] = None
        if len(self._seen) > SEEN_LIMIT:
            self._seen.popitem(last=False)
        self._found.set()

    async def takes(self, *, is_our_call: bool) -> bool:
        """Say whether to keep what a call has established.

        The call that counts is kept always, the other one unless that one is through already,
        or comes through while it is waited for.
        """
        self._has_met = True
        if is_our_call == self._ours_counts:
            self._through.set()
        elif self._ours_counts and self._is_dialling:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CROSSING_SECONDS):
                    await self._through.wait()
        return is_our_call == self._ours_counts or not self._through.is_set()

    async def run(self, first_pause: float) -> None:
        """Dial again and again until this is cancelled; pauses grow until somebody is found."""
        pause = first_pause
        while True:
            if await self._is_found_within(pause):
                pause = 0.0
            if self._has_met:  # what was established has its session now, if all went well
                self._has_met, pause = False, REST_SECONDS
                self._found.clear()
                continue
            is_through = await self._try_once()
            longer = min(max(FIRST_PAUSE_SECONDS, 2 * pause), self._longest_pause)
            pause = longer if is_through else 0.0

    async def _is_found_within(self, seconds: float) -> bool:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                return await self._found.wait()
        return False

    async def _try_once(self) -> bool:
        """Dial everywhere, the latest found first; return False when found elsewhere meanwhile."""
        self._found.clear()
        self._through.clear()
        self._is_dialling = True
        attempt = asyncio.create_task(self._dial())
        try:
            return await _ends_before(self._found, attempt)
        finally:
            self._is_dialling = False

    async def _dial(self) -> None:
        await guarded(self._attempt((*reversed(self._seen), *self._told)))


async def _ends_before(event: asyncio.Event, task: "asyncio.Task[None]") -> bool:
    """Wait for a task or an event, whichever comes first; say whether the task has ended."""
    waiting = asyncio.create_task(event.wait())
    try:
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        return task.done()
    finally:
        for each in (task, waiting):
            each.cancel()
        await asyncio.gather(task, waiting, return_exceptions=True)
