"""Opens the window: puts the service, the window and the desktop together on one loop."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import qasync
from dbus_fast.aio import MessageBus
from PySide6.QtWidgets import QApplication

from byhand.control.link import Link
from byhand.control.opening import opened_or_found
from byhand.control.server import served
from byhand.desktop.session_bus import session_bus
from byhand.domain.events import OrderFailed
from byhand.errors import ProfileInUseError
from byhand.gui.coming_forward import ACTIVATION, bring_forward
from byhand.gui.language import speak
from byhand.gui.news import News
from byhand.gui.notification_replies import NotificationReplies
from byhand.gui.opening import open_window
from byhand.gui.side_place import place_window
from byhand.gui.theme import Theme
from byhand.gui.tray import Tray
from byhand.main.arguments import parsed
from byhand.main.desktop import Desktop
from byhand.main.endings import ended_by_session, ended_by_signals
from byhand.main.login import login_of
from byhand.main.photographer import Photographer
from byhand.main.report import report
from byhand.main.turns import Replacement, serve_in_turn
from byhand.service.transfer_service import TransferService

SWITCH_SECONDS = 0.001


def main(arguments: Sequence[str]) -> int:
    """Open the window on a profile, serve until it is closed, and return the exit code."""
    options = parsed(arguments)
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
                await _raise_other(found, options)
                return None

        return await serve_in_turn(options.profile, serve, report)


async def _raise_other(link: Link, options: argparse.Namespace) -> None:
    """Let the window that has the profile come to the front; ProfileInUseError if none has it."""
    if not link.has_window:
        raise ProfileInUseError(options.profile)
    if not options.hidden:
        await link.raise_window(os.environ.get(ACTIVATION, ""))


async def _serve(
    service: TransferService, bus: MessageBus | None, theme: Theme, options: argparse.Namespace
) -> Replacement | None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    closing = asyncio.Event()
    replacements: list[Replacement] = []

    def take_over(path: str, passphrase: str) -> None:
        replacements.append(Replacement(Path(path), passphrase))
        closing.set()

    async with login_of(options.profile) as login, asyncio.TaskGroup() as group:
        desktop = Desktop(bus, group, login)
        window, controller = open_window(service, theme, desktop, take_over=take_over)
        window.closed.connect(closing.set)
        login.failed = lambda error: controller.handle(OrderFailed(error))
        news = News(window.isActiveWindow, desktop)
        come_forward = partial(bring_forward, window)
        replies = NotificationReplies(service, news, come_forward, closing.set)
        desktop.replied = replies.take
        tray = Tray(service, window, controller.models, desktop)
        endings = [tray.close, controller.close, service.subscribe(news.handle), desktop.close]
        desktop.follow_colour_scheme(theme)
        if options.screenshot:
            endings.append(service.subscribe(Photographer(window, options.screenshot).handle))
        if options.side:
            place_window(window, options.side)
        if not options.hidden:
            window.show()
        with ended_by_signals(closing), ended_by_session(application, closing):
            async with served(service, options.profile, come_forward):
                await closing.wait()
        for end in endings:
            end()
        window.hide()
    window.deleteLater()
    return replacements[-1] if replacements else None
