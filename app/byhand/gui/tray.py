"""Byhand in the desktop's tray: what it shows there, and what is done from there."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from byhand.domain.events import Event, ProfileChanged
from byhand.domain.identity import FriendId
from byhand.domain.profile import VISIBLE_SECONDS, Profile
from byhand.gui.closing import Closing
from byhand.gui.coming_forward import bring_forward
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.main_window import MainWindow
from byhand.gui.queue_summary import moving_count, short_summary
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.transfer_row import Section
from byhand.gui.tray_icon import TrayIcon
from byhand.gui.tray_menu import TrayMenu
from byhand.gui.tray_picture import TrayPicture
from byhand.gui.tray_status import (
    Request,
    TrayState,
    TrayStatus,
    recent_friends,
    tray_state,
)
from byhand.service.orders import Service

TICK_MS = 1000


class Tray(QObject):
    """Looks at the window's models once a second, and only while something changes."""

    def __init__(
        self,
        service: Service,
        window: MainWindow,
        models: tuple[FriendListModel, TransferListModel],
        desktop: DesktopOrders,
        icon_in: Callable[[TrayMenu, QObject], TrayIcon] = TrayIcon,
    ) -> None:
        super().__init__(window)
        self._service = service
        self._window = window
        self._friends, self._transfers = models
        self._profile: Profile | None = None
        self._picture = TrayPicture()
        self._shown: tuple[TrayState, str] | None = None
        self.closing = Closing(service.profile, window, desktop)
        self.menu = TrayMenu()
        self.icon = icon_in(self.menu, self)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self.tick)
        self._connect()
        self._unsubscribe = service.subscribe(self.handle)
        self.tick()

    def handle(self, event: Event) -> None:
        """Look again soon: whatever is told may change what is shown."""
        if isinstance(event, ProfileChanged):
            self._profile = event.profile
            self.closing.show_profile(event.profile)
        if not self._ticking.isActive():
            self._ticking.start()

    def tick(self) -> None:
        """Show what holds now; look again only while something moves."""
        status = self._status()
        self.menu.show_status(status)
        shown = status.state, status.tool_tip
        if shown != self._shown:
            self._shown = shown
            self._show_icon(status)
        if not self.closing.moving:
            self._ticking.stop()

    def close(self) -> None:
        """Listen no more and leave the tray."""
        self._ticking.stop()
        self._unsubscribe()
        self.icon.close()
        self.menu.deleteLater()

    def _connect(self) -> None:
        menu, window = self.menu, self._window
        menu.aboutToShow.connect(self.tick)
        menu.open_requested.connect(self._open)
        menu.request_chosen.connect(self._open_request)
        menu.hold_requested.connect(window.pane.header.hold.click)
        menu.stop_requested.connect(self._stop_passing_on)
        menu.send_requested.connect(self._send)
        menu.visible_requested.connect(self._set_visible)
        menu.settings_requested.connect(self._open_settings)
        menu.quit_requested.connect(window.closed.emit)
        self.icon.clicked.connect(self._toggle)
        self.icon.lost.connect(self._come_back)
        window.theme.changed.connect(self._dress)

    def _status(self) -> TrayStatus:
        in_progress = self._transfers.in_progress()
        requests = tuple(Request(*each) for each in self._window.pane.offers.asking())
        hold = self._window.pane.header.hold
        passed_on = len(self._transfers.groups.passed_on)
        state = tray_state(requests, in_progress, passed_on)
        self.closing.moving = moving_count(in_progress) + passed_on
        profile, now = self._profile, self._friends.now()
        return TrayStatus(
            state,
            requests,
            short_summary(in_progress, self._service.progress(), passed_on),
            sum(self._transfers.count(each) for each in (Section.IN_PROGRESS, Section.WAITING)),
            recent_friends(self._friends.people()),
            profile is not None and profile.is_visible(now),
            hold.accessibleName(),
            hold.isEnabled(),
            passed_on,
        )

    def _show_icon(self, status: TrayStatus) -> None:
        icon = self._picture.icon(status.state, self._window.theme.palette)
        self.icon.show_icon(icon, status.tool_tip)

    def _dress(self) -> None:
        self._shown = None
        self.tick()

    # --- what is wanted

    def _open(self) -> None:
        bring_forward(self._window, "")

    def _toggle(self) -> None:
        window = self._window
        is_shown = window.isVisible() and not window.isMinimized()
        if is_shown and not any(map(_is_open_dialog, window.children())):
            self.closing.put_away()
        else:
            self._open()

    def _come_back(self) -> None:
        """Be seen again when the tray is gone: there would be no way back."""
        if not self._window.isVisible():
            self._window.showMinimized()

    def _open_request(self, key: Hashable) -> None:
        self._open()
        self._window.pane.offers.focus_card(key)

    def _send(self, friend_id: FriendId) -> None:
        self._open()
        self._window.choose_files_for((friend_id,))

    def _stop_passing_on(self) -> None:
        for transfer_id in self._transfers.groups.passed_on:
            self._service.stop_passing_on(transfer_id)

    def _set_visible(self, is_wanted: bool) -> None:
        self._service.profile.set_visible(VISIBLE_SECONDS if is_wanted else 0.0)

    def _open_settings(self) -> None:
        self._open()
        self._window.sidebar.settings_requested.emit()


def _is_open_dialog(child: QObject) -> bool:
    return isinstance(child, QWidget) and child.isWindow() and child.isVisible()
