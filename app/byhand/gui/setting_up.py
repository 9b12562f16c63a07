"""Opens the settings, keeps them as things are, and gives the orders."""

from PySide6.QtCore import QObject

from byhand.domain.identity import FriendId
from byhand.domain.profile import VISIBLE_SECONDS, Profile
from byhand.errors import UsageError
from byhand.gui.attempts import attempt
from byhand.gui.backup_dialogs import BackupDialogs
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_menu import Wish
from byhand.gui.main_window import MainWindow
from byhand.gui.settings_dialog import SettingsDialog
from byhand.gui.technical_report import technical_report
from byhand.gui.translation import translate
from byhand.service.profile_orders import ProfileOrders


class SettingUp(QObject):
    """At most one dialog is open at a time."""

    def __init__(
        self,
        orders: ProfileOrders,
        window: MainWindow,
        friends: FriendListModel,
        desktop: DesktopOrders,
        home: str,
        backups: BackupDialogs,
    ) -> None:
        super().__init__(window)
        self._orders = orders
        self._backups = backups
        self._window = window
        self._friends = friends
        self._desktop = desktop
        self._home = home
        self._profile: Profile | None = None
        self._open: SettingsDialog | None = None
        window.sidebar.settings_requested.connect(self.show)
        friends.friend_changed.connect(self._friend_changed)

    def show_profile(self, profile: Profile) -> None:
        """Show what the user has set."""
        self._profile = profile
        if self._open is not None:
            self._open.visible.setChecked(profile.is_visible(self._friends.now()))
            self._open.show_profile(profile)

    def say_of_identity(self, sentence: str, tone: str) -> bool:
        """Say beside the identity what has come of it; False where nothing is open."""
        if self._open is None:
            return False
        self._open.identity.say(sentence, tone)
        return True

    def show(self) -> None:
        """Open "Settings"."""
        if self._profile is None or self._open is not None:
            return
        dialog = SettingsDialog(
            self._window.theme,
            self._profile,
            self._orders.appearance,
            self._home,
            self._report,
            self._window,
        )
        self._open = dialog
        self._connect(dialog)
        dialog.finished.connect(self._closed)
        dialog.show_desktop(self._desktop)
        self.show_profile(self._profile)
        self._friend_changed()
        dialog.open()

    def _connect(self, dialog: SettingsDialog) -> None:
        orders = self._orders
        dialog.you.names_changed.connect(orders.set_names)
        dialog.receiving.folder_requested.connect(self._choose_downloads)
        dialog.receiving.folders_chosen.connect(orders.set_has_folders)
        dialog.receiving.freedom_chosen.connect(orders.set_accepts_verified)
        dialog.visibility.visible_requested.connect(self._set_visible)
        dialog.visibility.visibility_chosen.connect(orders.set_visibility)
        dialog.visibility.trusted_chosen.connect(self._set_trusted)
        dialog.speed.limits_chosen.connect(orders.set_limits)
        dialog.speed.schedule_chosen.connect(orders.set_schedule)
        dialog.speed.at_once_chosen.connect(orders.set_at_once)
        dialog.port.port_chosen.connect(self._set_port)
        dialog.port.check_requested.connect(lambda: self._window.check_requested.emit(None))
        dialog.look.appearance_changed.connect(self._set_appearance)
        dialog.language.choose(orders.language)
        dialog.language.language_chosen.connect(orders.set_language)
        dialog.start.at_login_chosen.connect(self._set_starts_at_login)
        dialog.start.keeps_running_chosen.connect(orders.set_keeps_running)
        dialog.telling.chosen.connect(orders.set_telling)
        dialog.retention.chosen.connect(orders.set_retention)
        dialog.friends.wish_told.connect(self._fulfil)
        dialog.identity.save_requested.connect(self._backups.save_copy)
        dialog.identity.take_over_requested.connect(self._backups.take_over)

    def _choose_downloads(self) -> None:
        start = self._profile.downloads if self._profile else ""
        title = translate("Settings", "Save received files in")
        self._window.choose_folder(title, start, self._orders.set_downloads, self._open)

    def _set_visible(self, is_wanted: bool) -> None:
        self._orders.set_visible(VISIBLE_SECONDS if is_wanted else 0.0)

    def _set_trusted(self, network_id: str, is_trusted: bool) -> None:
        window, orders = self._window, self._orders
        attempt(window.theme, window, lambda: orders.set_trusted(network_id, is_trusted))

    def _set_appearance(self, appearance: str) -> None:
        self._window.theme.set_appearance(appearance)
        self._orders.set_appearance(appearance)

    def _set_port(self, port: int) -> None:
        try:
            self._orders.set_port(port)
        except UsageError:
            # Its range was looked at before.
            if self._open is not None:
                self._open.port.say_taken(port)

    def _set_starts_at_login(self, is_wanted: bool) -> None:
        self._desktop.set_starts_at_login(is_wanted, self._told_of_login)

    def _told_of_login(self, is_on: bool) -> None:
        if self._open is not None:
            self._open.start.show_at_login(is_on)

    def _fulfil(self, wish: Wish, friend_id: FriendId) -> None:
        view = self._window.sidebar.view
        if wish is Wish.VERIFY:
            view.verify_requested.emit(friend_id)
        else:
            view.wish_told.emit(wish, friend_id)

    def _friend_changed(self) -> None:
        if self._open is not None:
            self._open.show_friends(self._friends.friends())

    def _report(self) -> str:
        assert self._profile is not None, "the dialog is open"
        return technical_report(self._profile, self._friends.friends())

    def _closed(self) -> None:
        self._open = None
