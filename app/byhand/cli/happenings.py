"""Everything a command waits for, in one queue: events, time, typed lines, signals."""

import asyncio
import os
import signal
import threading
from collections.abc import Iterator

from msgspec import Struct

from byhand.domain.events import Event

LINE_BYTES = 65_536
_READ_BYTES = 4096


class Tick(Struct, frozen=True):
    """Some time has passed; `now` on the loop's clock, in seconds."""

    now: float


class Typed(Struct, frozen=True):
    """A line came in on standard input."""

    line: str


class Stop(Struct, frozen=True):
    """The user, or the system, asked the command to end."""


Happening = Event | Tick | Typed | Stop
Inbox = asyncio.Queue[Happening]


def forget_events(inbox: Inbox) -> None:
    """Take out what has been told; what the user wants stays."""
    for _ in range(inbox.qsize()):
        happening = inbox.get_nowait()
        if isinstance(happening, Typed | Stop):
            inbox.put_nowait(happening)


def watch_clock(inbox: Inbox, seconds: float) -> None:
    """Put a Tick into the inbox now and every some seconds, as long as the loop runs."""
    loop = asyncio.get_running_loop()
    inbox.put_nowait(Tick(loop.time()))
    loop.call_later(seconds, watch_clock, inbox, seconds)


def watch_signals(inbox: Inbox) -> None:
    """Turn the first SIGINT or SIGTERM into a Stop; the second cancels the calling task."""
    task = asyncio.current_task()
    has_stopped = False

    def on_signal() -> None:
        nonlocal has_stopped
        if has_stopped and task is not None:
            task.cancel()
        has_stopped = True
        inbox.put_nowait(Stop())

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, on_signal)


def watch_typing(inbox: Inbox, descriptor: int) -> None:
    """Put each line that arrives at a file descriptor into the inbox, until it ends.

    A line longer than LINE_BYTES is dropped whole.
    """
    loop = asyncio.get_running_loop()

    def read() -> None:
        # os.read, not sys.stdin: its lock, held by a daemon thread, would abort the exit.
        for line in _lines(descriptor):
            try:
                loop.call_soon_threadsafe(inbox.put_nowait, Typed(line))
            except RuntimeError:  # the loop has ended, and with it whoever could answer
                return

    threading.Thread(target=read, name="typing", daemon=True).start()


def _lines(descriptor: int) -> Iterator[str]:
    pending = bytearray()
    is_too_long = False
    while block := _read(descriptor):
        *ended, rest = block.split(b"\n")
        for part in ended:
            line = bytes(pending + part)
            if not is_too_long and len(line) <= LINE_BYTES:
                yield line.decode(errors="replace")
            pending.clear()
            is_too_long = False
        pending += rest
        if len(pending) > LINE_BYTES:
            pending.clear()
            is_too_long = True
    if pending and not is_too_long:
        yield pending.decode(errors="replace")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, _READ_BYTES)
    except OSError:  # a terminal that has hung up: the end of input, too
        return b""
