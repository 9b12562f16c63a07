"""What becomes of the window when it is closed: into the tray, to the task bar, or the end."""

from PySide6.QtCore import QEvent, QObject

from byhand.domain.notification import Notification, Reply
from byhand.domain.profile import Profile
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.main_window import MainWindow
from byhand.gui.translation import translate
from byhand.service.profile_orders import ProfileOrders

ABOUT = b"closing"


class Closing(QObject):
    """Stands before the window's close event; Ctrl+Q and the tray's menu end Byhand at once.

    Without a tray it ends, too, but not in the middle of something: then it gets small and says so.
    """

    def __init__(self, orders: ProfileOrders, window: MainWindow, desktop: DesktopOrders) -> None:
        super().__init__(window)
        self._orders = orders
        self._window = window
        self._desktop = desktop
        self._profile: Profile | None = None
        self.moving = 0
        """How many transfers would stand still, or be passed on no more."""
        window.installEventFilter(self)
        window.put_away_requested.connect(self.put_away)

    def show_profile(self, profile: Profile) -> None:
        """Go by what is set now."""
        self._profile = profile

    def put_away(self) -> None:
        """Let the window go where it comes back from: into the tray, or to the task bar."""
        if self._stays():
            self._window.hide()
            self._tell_of_tray()
        else:
            self._window.showMinimized()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Byhand running where that is wanted and the window can be had back."""
        if event.type() is not QEvent.Type.Close or not (self._stays() or self.moving):
            return False
        event.ignore()
        if self._stays():
            self.put_away()
        else:
            self._window.showMinimized()
            self._tell_of_transfers()
        return True

    def _stays(self) -> bool:
        keeps_running = self._profile is not None and self._profile.keeps_running
        return keeps_running and self._desktop.has_tray

    def _tell_of_tray(self) -> None:
        if self._profile is None or self._profile.knows_tray:
            return
        self._orders.set_knows_tray()
        self._notify(translate("Closing", "Byhand keeps running in the tray"))

    def _tell_of_transfers(self) -> None:
        self._notify(
            translate("Closing", "Byhand keeps running: %n transfer(s) under way", "", self.moving)
        )

    def _notify(self, title: str) -> None:
        open_it, quit_it = translate("Closing", "Open"), translate("Closing", "Quit instead")
        replies = ((Reply.CLICK, open_it), (Reply.QUIT, quit_it))
        self._desktop.notify(Notification(ABOUT, title, replies=replies))
