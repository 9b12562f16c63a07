"""Ending when the system asks for it."""

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtGui import QGuiApplication, QSessionManager


@contextmanager
def ended_by_signals(closing: asyncio.Event) -> Iterator[None]:
    """Let SIGINT and SIGTERM set `closing`."""
    loop = asyncio.get_running_loop()
    # Qt sleeps through signals: the byte that Python writes for one is what wakes the loop.
    woken, waking = socket.socketpair()
    for end in (woken, waking):
        end.setblocking(False)

    def close(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(closing.set)

    earlier = {number: signal.signal(number, close) for number in (signal.SIGINT, signal.SIGTERM)}
    earlier_fd = signal.set_wakeup_fd(waking.fileno())
    loop.add_reader(woken, woken.recv, 64)
    try:
        yield
    finally:
        loop.remove_reader(woken)
        signal.set_wakeup_fd(earlier_fd)
        for number, handler in earlier.items():
            signal.signal(number, handler)
        woken.close()
        waking.close()


@contextmanager
def ended_by_session(application: QGuiApplication, closing: asyncio.Event) -> Iterator[None]:
    """Let the end of the desktop's session set `closing`.

    The desktop is told not to start us again by itself: whether it does is the user's to say.
    """

    def end(manager: QSessionManager) -> None:
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        closing.set()

    application.commitDataRequest.connect(end)
    try:
        yield
    finally:
        application.commitDataRequest.disconnect(end)
