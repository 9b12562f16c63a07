"""Opens the window: puts the service, the window and the desktop together on one loop."""

import argparse
import asyncio
import os
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath
from types import FrameType
from typing import ParamSpec

import qasync
from dbus_fast.aio import MessageBus
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from byhand import wording
from byhand.control.link import Link
from byhand.control.opening import opened_or_found
from byhand.control.server import served
from byhand.desktop.colour_scheme import ColourScheme
from byhand.desktop.file_manager import show_in_folder
from byhand.desktop.notifications import Notifications
from byhand.desktop.session_bus import session_bus
from byhand.domain.events import Event, FriendAdded, FriendChanged
from byhand.errors import ByhandError, CorruptIdentityError, ProfileInUseError
from byhand.gui.coming_forward import ACTIVATION, bring_forward
from byhand.gui.language import speak
from byhand.gui.news import News
from byhand.gui.opening import open_window
from byhand.gui.problem_box import open_problem_box
from byhand.gui.side_place import SIDES, place_window
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.service.moving import import_profile
from byhand.service.transfer_service import TransferService
from byhand.service.worker import Worker
from byhand.storage.identity_store import make_private
from byhand.storage.locations import default_profile_folder

SWITCH_SECONDS = 0.001
SETTLING_MS = 800

_Arguments = ParamSpec("_Arguments")


@dataclass(frozen=True, slots=True)
class Replacement:
    """A saved identity that shall take the place of this one."""

    path: Path
    passphrase: str = field(repr=False)


Serve = Callable[[], Awaitable[Replacement | None]]
"""Serves until the window is closed; returns what shall take the place of who we are now."""
Report = Callable[[str, str], Awaitable[bool]]
"""Says what is wrong and offers a remedy, or "" for none; returns whether it was chosen."""


def main(arguments: Sequence[str]) -> int:
    """Open the window on a profile, serve until it is closed, and return the exit code."""
    options = _parsed(arguments)
    # A thread that is busy in Python must not hold up the window for long.
    sys.setswitchinterval(SWITCH_SECONDS)
    application = QApplication(["byhand"])
    application.setApplicationName("byhand")
    application.setApplicationDisplayName("Byhand")
    application.setDesktopFileName("byhand")
    application.setQuitOnLastWindowClosed(False)
    speak()
    theme = Theme(application)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(_run(options, theme))


async def _run(options: argparse.Namespace, theme: Theme) -> int:
    async with session_bus() as bus:

        async def serve() -> Replacement | None:
            async with AsyncExitStack() as stack:
                found = await opened_or_found(stack, options.profile)
                if not isinstance(found, Link):
                    return await _serve(found, bus, theme, options)
                await _raise_other(found, options.profile)
                return None

        return await serve_in_turn(options.profile, serve, _report)


async def _raise_other(link: Link, profile: Path) -> None:
    """Let the window that has the profile come to the front; ProfileInUseError if none has it."""
    if not link.has_window:
        raise ProfileInUseError(profile)
    await link.raise_window(os.environ.get(ACTIVATION, ""))


async def serve_in_turn(profile: Path, serve: Serve, report: Report) -> int:
    """Serve a profile, and again after each change of identity; return the exit code."""
    while True:
        try:
            replacement = await serve()
        except ByhandError as error:
            if not await _mend(error, report):
                return 1
        else:
            if replacement is None:
                return 0
            await _attempt(
                report, import_profile, profile, replacement.path, replacement.passphrase
            )


async def _mend(error: ByhandError, report: Report) -> bool:
    """Say why the window cannot open; return whether what the user then chose has mended it."""
    sentence = wording.error_sentence(error, translate)
    if not (isinstance(error, CorruptIdentityError) and error.is_mendable):
        await report(sentence, "")
        return False
    if not await report(sentence, translate("MainWindow", "Make it private")):
        return False
    return await _attempt(report, make_private, error.path)


async def _attempt(
    report: Report,
    work: Callable[_Arguments, None],
    *args: _Arguments.args,
    **kwargs: _Arguments.kwargs,
) -> bool:
    """Work on a profile that is not open, on a thread; say it and return False if that fails."""
    worker = Worker("storage")
    try:
        await worker.run(work, *args, **kwargs)
    except ByhandError as error:
        await report(wording.error_sentence(error, translate), "")
        return False
    finally:
        worker.close()
    return True


async def _serve(
    service: TransferService, bus: MessageBus | None, theme: Theme, options: argparse.Namespace
) -> Replacement | None:
    closing = asyncio.Event()
    replacements: list[Replacement] = []

    def take_over(path: str, passphrase: str) -> None:
        replacements.append(Replacement(Path(path), passphrase))
        closing.set()

    async with asyncio.TaskGroup() as group:
        desktop = _Desktop(bus, group)
        window, controller = open_window(service, theme, desktop, take_over=take_over)
        window.closed.connect(closing.set)
        news = News(window.isActiveWindow, desktop.notify)
        endings = [controller.close, service.subscribe(news.handle), desktop.close]
        desktop.follow_colour_scheme(theme)
        if options.screenshot:
            endings.append(service.subscribe(_Photographer(window, options.screenshot).handle))
        if options.side:
            place_window(window, options.side)
        window.show()
        come_forward = partial(bring_forward, window)
        with ended_by_signals(closing):
            async with served(service, options.profile, come_forward):
                await closing.wait()
        for end in endings:
            end()
        window.hide()
    window.deleteLater()
    return replacements[-1] if replacements else None


class _Desktop:
    """Reaches the desktop around us where there is one."""

    def __init__(self, bus: MessageBus | None, group: asyncio.TaskGroup) -> None:
        self._bus = bus
        self._group = group
        self._tasks: set[asyncio.Task[None]] = set()
        self._notifications = Notifications(bus) if bus is not None else None

    def notify(self, about: bytes, title: str, body: str, category: str) -> None:
        """Show a notification."""
        if self._notifications is not None:
            self._start(self._notifications.show(about, title, body, category))

    def show_in_folder(self, paths: Sequence[str]) -> None:
        """Show files in the file manager, or just open their folder."""
        self._start(self._show(paths))

    def open_file(self, path: str) -> None:
        """Open a file in the program that the user has chosen for its kind."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))

    def follow_colour_scheme(self, theme: Theme) -> None:
        """Keep the theme as light or dark as the desktop wants it."""
        if self._bus is not None:
            self._start(ColourScheme(self._bus, theme.set_system_scheme).watch())

    def close(self) -> None:
        """End what is still under way."""
        for task in self._tasks:
            task.cancel()

    async def _show(self, paths: Sequence[str]) -> None:
        if self._bus is not None and await show_in_folder(self._bus, paths):
            return
        self.open_file(str(PurePath(paths[0]).parent))

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = self._group.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


class _Photographer:
    """Saves one picture of the window, once a friend is there."""

    def __init__(self, window: QWidget, path: Path) -> None:
        self._window = window
        self._path = path
        self._is_done = False

    def handle(self, event: Event) -> None:
        """Follow an event."""
        match event:
            case FriendAdded(presence=presence) | FriendChanged(presence=presence):
                if presence.is_online and not self._is_done:
                    self._is_done = True
                    picture, path = self._window.grab, str(self._path)
                    QTimer.singleShot(SETTLING_MS, self._window, lambda: picture().save(path))
            case _:
                pass


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("byhand-window", description="Byhand's window.")
    parser.add_argument(
        "--profile", type=Path, default=default_profile_folder(), help="where everything is kept"
    )
    parser.add_argument("--side", choices=SIDES, help="open in one half of the screen")
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="FILE",
        help="save one picture of the window (.png, .ppm) once a friend is there",
    )
    return parser.parse_args(arguments)


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


async def _report(sentence: str, remedy: str) -> bool:
    """Say on the terminal and in a box what is wrong; return whether the remedy is wanted."""
    closed = asyncio.Event()
    answers = [False]

    def answer(is_wanted: bool) -> None:
        answers.append(is_wanted)
        closed.set()

    box = open_problem_box(sentence, remedy, answer)
    with ended_by_signals(closed):
        sys.stderr.write(f"byhand: {sentence}\n")
        await closed.wait()
    box.hide()
    return answers[-1]
