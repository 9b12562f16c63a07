"""Opens the window's dialogs and tells the open ones what the service says."""

from collections.abc import Callable

from byhand import wording
from byhand.domain.events import BackupFailed, BackupRead, BackupWritten, Event, OrderFailed
from byhand.domain.identity import FriendId
from byhand.domain.profile import Profile
from byhand.domain.text import filled
from byhand.domain.transfer import TransferId
from byhand.errors import ByhandError, UsageError
from byhand.gui.add_friend_dialog import Way
from byhand.gui.backup_dialogs import BackupDialogs
from byhand.gui.befriending import Befriending
from byhand.gui.connection_checks import ConnectionChecks
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.doubt_dialogs import DoubtDialogs
from byhand.gui.friend_dialogs import FriendDialogs
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.introducing import Introducing
from byhand.gui.main_window import MainWindow
from byhand.gui.notices import show_notice
from byhand.gui.questions import tell
from byhand.gui.setting_up import SettingUp
from byhand.gui.translation import translate
from byhand.service.orders import Service


class Dialogs:
    """At most one dialog of a kind is open at a time."""

    def __init__(
        self,
        service: Service,
        window: MainWindow,
        friends: FriendListModel,
        desktop: DesktopOrders,
        home: str,
        take_over: Callable[[str, str], None],
    ) -> None:
        """`take_over` gets the path and passphrase of an identity to be in place of this one."""
        self._service = service
        self._window = window
        self._friends = friends
        self.take_over = take_over
        self._befriending = Befriending(service, window, friends.now, self.block)
        self._introducing = Introducing(service, window, self.block)
        self._friend_dialogs = FriendDialogs(service.friends, window, friends, home)
        self._doubt_dialogs = DoubtDialogs(service.friends, window, friends, self.add_friend)
        self._backups = BackupDialogs(
            service.profile, window, self.take_over, self._say_of_identity
        )
        self.setting_up = SettingUp(service.profile, window, friends, desktop, home, self._backups)
        self._checks = ConnectionChecks(service, window, friends, self.setting_up.show)
        self._connect()

    def _connect(self) -> None:
        sidebar, pane = self._window.sidebar, self._window.pane
        sidebar.add_requested.connect(self.add_friend)
        sidebar.view.pair_requested.connect(self._befriending.pair)
        sidebar.view.introduce_requested.connect(self._introducing.introduce)
        for verify_requested in (sidebar.view.verify_requested, pane.notice.verify_requested):
            verify_requested.connect(self._befriending.compare_codes)
        pane.first_friend.nearby_requested.connect(self.add_friend)
        pane.first_friend.invite_requested.connect(self._invite)
        pane.banner.settings_requested.connect(self.setting_up.show)
        pane.banner.why_requested.connect(lambda: self._window.check_requested.emit(None))
        pane.offers.block_requested.connect(self.block)
        pane.offers.folder_requested.connect(self._choose_offer_folder)

    def handle(self, event: Event) -> None:
        """Follow an event."""
        self._befriending.handle(event)
        self._introducing.handle(event)
        self._checks.handle(event)
        if isinstance(event, BackupWritten | BackupRead | BackupFailed):
            self._backups.handle(event)
        if isinstance(event, OrderFailed):
            show_notice(self._window, OrderFailed, ("circle-alert", "bad"), _failure(event.error))

    def show_profile(self, profile: Profile) -> None:
        """Show what the user has set in the open dialogs."""
        self.setting_up.show_profile(profile)

    def add_friend(self) -> None:
        """Open "Add a friend"."""
        self._befriending.add_friend()

    def block(self, friend_id: FriendId) -> None:
        """Block a friend at once, and offer to take that back."""
        row = self._friends.friend_row(friend_id)
        if row is None:
            return
        self._service.friends.block(friend_id)
        undo = translate("Notice", "Undo"), lambda: self._service.friends.unblock(friend_id)
        text = filled(translate("Notice", "Blocked {name}"), name=row.name)
        show_notice(self._window, ("blocked", friend_id), ("ban", "bad"), text, undo)

    def _choose_offer_folder(self, transfer_id: TransferId, folder: str) -> None:
        self._window.choose_folder(
            translate("Offer", "Save these files in"),
            folder,
            lambda chosen: self._window.pane.offers.set_folder(transfer_id, chosen),
        )

    def _invite(self) -> None:
        self._befriending.add_friend(Way.INVITE)

    def _say_of_identity(self, sentence: str, tone: str) -> None:
        if self.setting_up.say_of_identity(sentence, tone):
            return
        title = translate("Settings", "Your identity")
        tell(self._window.theme, self._window, title, sentence)


def _failure(error: ByhandError) -> str:
    """Return why an order came to nothing: it could not be, or not be kept."""
    problem = wording.error_sentence(error, translate)
    if isinstance(error, UsageError):
        return problem
    return filled(translate("Notice", "Not saved. {problem}"), problem=problem)
