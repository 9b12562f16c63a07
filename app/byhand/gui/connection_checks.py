"""Opens the check of the connection wherever it is asked for, and follows it."""

from collections.abc import Callable

from byhand.domain.connection_check import ConnectionReport
from byhand.domain.events import ConnectionChecked, Event, FriendRemoved
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
            case FriendRemoved(friend_id):
                self._give_up(friend_id)

    def _follow(self, report: ConnectionReport) -> None:
        if self._shown is not None and self._shown[0] == report.friend_id:
            self._shown[1].show_report(report)

    def _give_up(self, friend_id: FriendId) -> None:
        """Check nothing with somebody who is no friend any more."""
        if self._shown is not None and self._shown[0] == friend_id:
            self._shown[1].close()

    def _order(self, friend_id: FriendId | None, dialog: ConnectionDialog) -> None:
        window, service = self._window, self._service
        if not attempt(window.theme, window, lambda: service.check_connection(friend_id)):
            dialog.close()

    def _fulfil(self, wish: Wish, friend_id: FriendId) -> None:
        if wish is Wish.CHECK:
            self.check(friend_id)

    def _closed(self, dialog: ConnectionDialog) -> None:
        if self._shown is not None and self._shown[1] is dialog:
            self._shown = None
