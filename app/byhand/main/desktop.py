"""The desktop around us, as the window reaches it."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from pathlib import PurePath

from dbus_fast.aio import MessageBus
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from byhand.desktop.colour_scheme import ColourScheme
from byhand.desktop.file_manager import show_in_folder
from byhand.desktop.notifications import Notifications
from byhand.domain.notification import Notification, Reply
from byhand.gui.theme import Theme
from byhand.gui.tray_icon import has_tray
from byhand.main.login import Login


class Desktop:
    """Reaches the desktop around us where there is one."""

    def __init__(self, bus: MessageBus | None, group: asyncio.TaskGroup, login: Login) -> None:
        self._bus = bus
        self._login = login
        self._group = group
        self._tasks: set[asyncio.Task[None]] = set()
        self.replied: Callable[[Notification, Reply, str], None] | None = None
        """Who is told what the user says on a notification."""
        self._notifications = None if bus is None else Notifications(bus, self._tell_reply)
        if self._notifications is not None:
            self._start(self._notifications.run())

    @property
    def has_tray(self) -> bool:
        """Whether the desktop has a tray now."""
        return has_tray()

    @property
    def starts_at_login(self) -> bool | None:
        """Whether Byhand starts when the user logs in; None where it cannot be had, or not yet."""
        return self._login.is_set

    def set_starts_at_login(self, is_wanted: bool, told: Callable[[bool], None]) -> None:
        """Let Byhand start at login, into the tray, or not; `told` hears what holds then."""
        self._start(self._login.set(is_wanted, told))

    def notify(self, notification: Notification) -> None:
        """Show one; it takes the place of an earlier one about the same."""
        if self._notifications is not None:
            self._notifications.show(notification)

    def withdraw_notification(self, about: bytes) -> None:
        """Take one off the screen."""
        if self._notifications is not None:
            self._notifications.withdraw(about)

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

    def _tell_reply(self, notification: Notification, reply: Reply, activation: str) -> None:
        if self.replied is not None:
            self.replied(notification, reply, activation)

    async def _show(self, paths: Sequence[str]) -> None:
        if self._bus is not None and await show_in_folder(self._bus, paths):
            return
        self.open_file(str(PurePath(paths[0]).parent))

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = self._group.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
