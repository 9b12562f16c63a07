import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from byhand.errors import StorageError
from byhand.network.addresses import Hint
from byhand.service.meeting import SEEN_LIMIT, Meeting

A, B, C = (Hint(f"10.0.0.{number}", 47800) for number in (1, 2, 3))
HANG_SECONDS = 10.0


class Attempts:
    """Notes what is dialled; an attempt ends when it is told to."""

    def __init__(self) -> None:
        self.begun: list[tuple[Hint, ...]] = []
        self.given_up = 0
        self.may_end = asyncio.Event()
        self.error: Exception | None = None
        self._grew = asyncio.Event()

    async def __call__(self, hints: Sequence[Hint]) -> None:
        self.begun.append(tuple(hints))
        self._grew.set()
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        if self.error is not None:
            raise self.error

    async def until(self, count: int) -> None:
        async with asyncio.timeout(HANG_SECONDS):
            while len(self.begun) < count:
                self._grew.clear()
                await self._grew.wait()


@asynccontextmanager
async def meeting(
    *hints: Hint, ours_counts: bool = True, first_pause: float = 0.0
) -> AsyncIterator[tuple[Meeting, Attempts]]:
    attempts = Attempts()
    one = Meeting(hints, attempts, ours_counts=ours_counts, longest_pause=0.0)
    running = asyncio.create_task(one.run(first_pause))
    try:
        yield one, attempts
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def turns() -> None:
    """Let everything run that need not wait."""
    for _ in range(100):
        await asyncio.sleep(0)


async def test_it_dials_again_and_again() -> None:
    async with meeting(A, B) as (_, attempts):
        await attempts.until(1)
        attempts.may_end.set()
        await attempts.until(5)
        assert set(attempts.begun) == {(A, B)}


async def test_what_is_found_is_tried_at_once_and_first() -> None:
    async with meeting(A, first_pause=3600.0) as (one, attempts):
        await turns()
        assert attempts.begun == []
        one.found(B)
        await attempts.until(1)
        one.found(C)
        await attempts.until(2)
        assert attempts.begun == [(B, A), (C, B, A)]
        assert attempts.given_up == 1


async def test_what_is_found_twice_disturbs_nothing() -> None:
    async with meeting(A) as (one, attempts):
        await attempts.until(1)
        one.found(A)
        await turns()
        assert attempts.begun == [(A,)]


async def test_addresses_that_are_made_up_push_out_none_that_were_told() -> None:
    async with meeting(A, first_pause=3600.0) as (one, attempts):
        for number in range(200):
            one.found(Hint("10.0.1.1", 2000 + number))
        await attempts.until(1)
        await turns()
        assert len(attempts.begun) == 1
        assert len(attempts.begun[0]) == SEEN_LIMIT + 1
        assert attempts.begun[0][-1] == A


async def test_an_attempt_that_fails_does_not_end_it(caplog: pytest.LogCaptureFixture) -> None:
    async with meeting(A) as (_, attempts):
        attempts.error = StorageError(Path("here"))
        attempts.may_end.set()
        with caplog.at_level(logging.WARNING):
            await attempts.until(3)
        assert "StorageError" in caplog.text


async def test_after_they_have_met_it_rests() -> None:
    async with meeting(A) as (one, attempts):
        await attempts.until(1)
        assert await one.takes(is_our_call=True)
        attempts.may_end.set()
        await turns()
        assert len(attempts.begun) == 1


@pytest.mark.parametrize("ours_counts", [True, False])
async def test_the_call_that_counts_is_kept_whatever_came_before(ours_counts: bool) -> None:
    one = Meeting((), Attempts(), ours_counts=ours_counts, longest_pause=0.0)
    assert await one.takes(is_our_call=not ours_counts)
    for _ in range(2):
        assert await one.takes(is_our_call=ours_counts)
    assert not await one.takes(is_our_call=not ours_counts)


async def test_the_other_call_waits_for_ours_that_counts() -> None:
    async with meeting(A) as (one, attempts):
        await attempts.until(1)
        theirs = asyncio.create_task(one.takes(is_our_call=False))
        await turns()
        assert not theirs.done()
        assert await one.takes(is_our_call=True)
        assert not await theirs


async def test_the_other_call_is_kept_when_ours_does_not_come_through() -> None:
    async with meeting(A) as (one, attempts):
        await attempts.until(1)
        assert await one.takes(is_our_call=False)


async def test_a_call_of_ours_that_does_not_count_is_waited_for_by_nobody() -> None:
    async with meeting(A, ours_counts=False) as (one, attempts):
        await attempts.until(1)
        assert await one.takes(is_our_call=True)
        assert await one.takes(is_our_call=False)
