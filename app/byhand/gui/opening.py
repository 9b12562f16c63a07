"""Puts window, models and controller together."""

import time
from collections.abc import Callable

from PySide6.QtCore import QDir
from PySide6.QtGui import QIcon

from byhand.gui.context_key import install_context_key
from byhand.gui.controller import Controller
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.language import speak
from byhand.gui.main_window import MainWindow
from byhand.gui.theme import Theme
from byhand.gui.transfer_list_model import TransferListModel
from byhand.resources import resource_path
from byhand.service.picture_orders import WindowService


def open_window(
    service: WindowService,
    theme: Theme,
    desktop: DesktopOrders,
    now: Callable[[], float] = time.time,
    home: str | None = None,
    *,
    take_over: Callable[[str, str], None],
) -> tuple[MainWindow, Controller]:
    """Return a window that shows the service, and what connects the two; it is not shown yet.

    `take_over` gets the path and the passphrase of a saved identity that shall take the place of
    this one; the window is closed for that.
    """
    speak(service.profile.language)
    theme.set_appearance(service.profile.appearance)
    own_home = QDir.homePath() if home is None else home
    friends = FriendListModel(now)
    transfers = TransferListModel()
    icon = QIcon(str(resource_path("app-icon/byhand.svg")))
    window = MainWindow(theme, friends, transfers, icon, own_home)
    install_context_key(window)
    for model in (friends, transfers):
        model.setParent(window)
    controller = Controller(service, window, friends, transfers, desktop, own_home, take_over)
    return window, controller
