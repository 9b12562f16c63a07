"""Typed lines, time and signals arrive in one queue."""

import asyncio
import contextlib
import os
import signal
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.cli.happenings import (
    LINE_BYTES,
    Inbox,
    Stop,
    Tick,
    Typed,
    watch_clock,
    watch_signals,
    watch_typing,
)
from tests.helpers.scripted_service import within


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    yield reading, writing
    with contextlib.suppress(OSError):
        os.close(writing)
    for thread in threading.enumerate():
        if thread.name == "typing":
            thread.join(5)
    os.close(reading)


async def typed(inbox: Inbox, count: int) -> list[str]:
    lines = []
    for _ in range(count):
        happening = await within(5, inbox.get())
        assert isinstance(happening, Typed)
        lines.append(happening.line)
    return lines


async def test_lines_arrive_whole_however_they_are_cut(pipe: tuple[int, int]) -> None:
    inbox: Inbox = asyncio.Queue()
    watch_typing(inbox, pipe[0])
    for part in (b"acc", b"ept 1\ndecline 2\n", b"\xff\n", b"last"):
        os.write(pipe[1], part)
    os.close(pipe[1])
    assert await typed(inbox, 4) == ["accept 1", "decline 2", "\ufffd", "last"]


async def test_a_line_that_is_too_long_is_dropped_whole(pipe: tuple[int, int]) -> None:
    inbox: Inbox = asyncio.Queue()
    watch_typing(inbox, pipe[0])
    os.write(pipe[1], b"x" * (LINE_BYTES * 3) + b"\naccept 1\n" + b"y" * LINE_BYTES + b"\n")
    assert await typed(inbox, 2) == ["accept 1", "y" * LINE_BYTES]


@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))))
def test_every_line_arrives_in_order(lines: list[str]) -> None:
    async def read() -> list[str]:
        reading, writing = os.pipe()
        inbox: Inbox = asyncio.Queue()
        watch_typing(inbox, reading)
        os.write(writing, "".join(line + "\n" for line in lines).encode())
        os.close(writing)
        got = await typed(inbox, len(lines))
        for thread in threading.enumerate():
            if thread.name == "typing":
                thread.join(5)
        os.close(reading)
        return got

    short = [line for line in lines if len(line.encode()) <= LINE_BYTES]
    lines = short[:20]
    assert asyncio.run(read()) == lines


async def test_the_clock_ticks_at_once_and_again() -> None:
    inbox: Inbox = asyncio.Queue()
    watch_clock(inbox, 0.001)
    first, second = await within(5, inbox.get()), await within(5, inbox.get())
    assert isinstance(first, Tick)
    assert isinstance(second, Tick)
    assert second.now > first.now


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_the_first_signal_asks_and_the_second_insists(number: signal.Signals) -> None:
    inbox: Inbox = asyncio.Queue()

    async def command() -> None:
        watch_signals(inbox)
        await asyncio.Event().wait()

    running = asyncio.create_task(command())
    await asyncio.sleep(0)
    try:
        os.kill(os.getpid(), number)
        assert await within(5, inbox.get()) == Stop()
        assert not running.done()
        os.kill(os.getpid(), number)
        with pytest.raises(asyncio.CancelledError):
            await within(5, running)
    finally:
        for each in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().remove_signal_handler(each)
