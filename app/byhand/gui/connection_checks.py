"""Opens the check of the connection wherever it is asked for, and follows it."""

from collections.abc import Callable

from byhand.domain.connection_check import ConnectionReport
from byhand.domain.events import ConnectionChecked, Event
from byhand.domain.identity import FriendId
from byhand.gui.attempts import attempt
from byhand.gui.connection_dialog import ConnectionDialog
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_menu import Wish
from byhand.gui.main_window import MainWindow
from byhand.service.orders import Service


class ConnectionChecks:
    """At most one check is shown at a time; asked for anew, it is about who was asked for last."""

    def __init__(
        self,
        service: Service,
        window: MainWindow,
        friends: FriendListModel,
        show_settings: Callable[[], None],
    ) -> None:
        self._service = service
        self._window = window
        self._friends = friends
        self._show_settings = show_settings
        self._shown: tuple[FriendId | None, ConnectionDialog] | None = None
        window.check_requested.connect(self.check)
        window.sidebar.view.wish_told.connect(self._fulfil)

    def check(self, friend_id: FriendId | None = None) -> None:
        """Show a check with a friend, or with anybody, and begin it."""
        if self._shown is not None:
            self._shown[1].close()
        row = self._friends.friend_row(friend_id) if friend_id is not None else None
        name = row.name if row is not None else ""
        dialog = ConnectionDialog(self._window.theme, name, self._window)
        self._shown = friend_id, dialog
        dialog.again_requested.connect(lambda: self._order(friend_id, dialog))
        dialog.settings_requested.connect(self._show_settings)
        dialog.finished.connect(lambda: self._closed(dialog))
        dialog.open()
        self._order(friend_id, dialog)

    def handle(self, event: Event) -> None:
        """Follow the check that is shown."""
        match event:
            case ConnectionChecked(report):
                self._follow(report)

    def _follow(self, report: ConnectionReport) -> None:
        if self._shown is not None and self._shown[0] == report.friend_id:
            self._shown[1].show_report(report)

    def _order(self, friend_id: FriendId | None, dialog: ConnectionDialog) -> None:
        attempt(self._window.theme, dialog, lambda: self._service.check_connection(friend_id))

    def _fulfil(self, wish: Wish, friend_id: FriendId) -> None:
        if wish is Wish.CHECK:
            self.check(friend_id)

    def _closed(self, dialog: ConnectionDialog) -> None:
        if self._shown is not None and self._shown[1] is dialog:
            self._shown = None
