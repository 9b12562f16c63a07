"""Shows a new user the first page, once, and does what they say there."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog

from byhand.domain.events import Event, ProfileChanged
from byhand.domain.profile import VISIBLE_SECONDS, Profile
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.first_run_dialog import FirstRunDialog
from byhand.gui.main_window import MainWindow
from byhand.gui.notices import show_notice
from byhand.gui.translation import translate
from byhand.service.profile_orders import ProfileOrders


class FirstRun(QObject):
    """Opens the page as soon as the window of a new profile is seen."""

    def __init__(
        self, orders: ProfileOrders, window: MainWindow, desktop: DesktopOrders, home: str
    ) -> None:
        super().__init__(window)
        self._orders = orders
        self._window = window
        self._desktop = desktop
        self._home = home
        self._profile: Profile | None = None
        self._open: FirstRunDialog | None = None
        window.installEventFilter(self)

    def handle(self, event: Event) -> None:
        """Follow an event."""
        if not isinstance(event, ProfileChanged):
            return
        self._profile = event.profile
        if not event.profile.is_new and self._open is not None:
            # Said elsewhere, as on the command line.
            self._open.reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the page once the window is seen: where it is put is known only then."""
        if event.type() is QEvent.Type.Paint and self._open is None and self._is_new():
            QTimer.singleShot(0, self, self._show)
        return False

    def _is_new(self) -> bool:
        return self._profile is not None and self._profile.is_new

    def _show(self) -> None:
        profile = self._profile
        if profile is None or not profile.is_new or self._open is not None:
            return
        dialog = self._open = FirstRunDialog(self._window.theme, profile, self._home, self._window)
        dialog.folder_requested.connect(self._choose_folder)
        dialog.finished.connect(self._finished)
        dialog.open()

    def _choose_folder(self, folder: str) -> None:
        if self._open is not None:
            title = translate("Settings", "Save received files in")
            self._window.choose_folder(title, folder, self._open.set_folder, self._open)

    def _finished(self, result: int) -> None:
        """Do what is said, or keep the defaults; nobody nearby sees who has just closed it."""
        dialog, profile = self._open, self._profile
        self._open = self._profile = None
        if dialog is None or profile is None or not profile.is_new:
            return
        if result == QDialog.DialogCode.Accepted:
            self._begin(dialog, profile)
        else:
            self._orders.set_names(profile.name, profile.computer)
        self._window.pane.take_focus()

    def _begin(self, dialog: FirstRunDialog, profile: Profile) -> None:
        self._orders.set_names(dialog.name, dialog.computer)
        if dialog.folder != profile.downloads:
            self._orders.set_downloads(dialog.folder)
        if dialog.is_visible_wanted:
            self._orders.set_visible(VISIBLE_SECONDS)
        if dialog.is_start_at_login_wanted:
            self._desktop.set_starts_at_login(True, self._told_of_login)

    def _told_of_login(self, is_on: bool) -> None:
        if not is_on:
            text = translate("FirstRun", "This desktop doesn't let Byhand start when you log in.")
            show_notice(self._window, "login", ("circle-alert", "warn"), text)
