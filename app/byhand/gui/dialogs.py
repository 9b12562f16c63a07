"""Opens the window's dialogs and tells the open ones what the service says."""

from collections.abc import Callable

from byhand import wording
from byhand.domain.events import (
    AddingFriend,
    BackupFailed,
    BackupRead,
    BackupWritten,
    Event,
    InviteMade,
    InviteUsed,
)
from byhand.domain.identity import FriendId
from byhand.domain.profile import Profile
from byhand.domain.text import safe_text
from byhand.domain.transfer import Transfer, TransferId
from byhand.gui.add_friend_dialog import AddFriendDialog
from byhand.gui.attempts import attempt
from byhand.gui.backup_dialogs import BackupDialogs
from byhand.gui.doubt_dialogs import DoubtDialogs
from byhand.gui.friend_dialogs import FriendDialogs
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.main_window import MainWindow
from byhand.gui.questions import ask, tell
from byhand.gui.settings_dialog import SettingsDialog
from byhand.gui.transfer_row import TITLE_CHARACTERS
from byhand.gui.translation import translate
from byhand.service.orders import Service

VISIBLE_SECONDS = 600.0


class Dialogs:
    """At most one "Add a friend" and one "Settings" are open at a time."""

    def __init__(
        self,
        service: Service,
        window: MainWindow,
        friends: FriendListModel,
        home: str,
        take_over: Callable[[str, str], None],
    ) -> None:
        """`take_over` gets the path and passphrase of an identity to be in place of this one."""
        self._service = service
        self._window = window
        self._friends = friends
        self._home = home
        self.take_over = take_over
        self._profile: Profile | None = None
        self._adding: AddFriendDialog | None = None
        self._settings: SettingsDialog | None = None
        window.sidebar.add_requested.connect(self.add_friend)
        window.pane.first_friend.add_requested.connect(self.add_friend)
        window.sidebar.settings_requested.connect(self.show_settings)
        self._friend_dialogs = FriendDialogs(service.friends, window, friends, home)
        self._doubt_dialogs = DoubtDialogs(service.friends, window, friends, self.add_friend)
        self._backups = BackupDialogs(
            service.profile, window, self.take_over, self._say_of_identity
        )
        view, notice = window.sidebar.view, window.pane.notice
        view.pair_requested.connect(self.pair)
        view.introduce_requested.connect(self.introduce)
        for verify_requested in (view.verify_requested, notice.verify_requested):
            verify_requested.connect(self.compare_codes)
        friends.friend_changed.connect(self._friend_changed)
        window.pane.offers.folder_requested.connect(self._choose_offer_folder)

    def handle(self, event: Event) -> None:
        """Tell the open dialog how an invitation, or a copy of our identity, fares."""
        match event:
            case BackupWritten() | BackupRead() | BackupFailed():
                self._backups.handle(event)
            case InviteMade() if self._adding is not None:
                self._adding.show_invite(event)
            case InviteUsed() if self._adding is not None:
                self._adding.show_used(event)
            case AddingFriend() if self._adding is not None:
                self._adding.show_adding(event)
            case _:
                pass

    def show_profile(self, profile: Profile) -> None:
        """Show what the user has set in the open dialogs."""
        self._profile = profile
        is_visible = profile.visible_until > self._friends.now()
        for dialog in (self._adding, self._settings):
            if dialog is not None:
                dialog.visible.setChecked(is_visible)
        if self._settings is not None:
            self._settings.show_profile(profile)

    def add_friend(self) -> None:
        """Open "Add a friend" with a new invitation."""
        if self._adding is not None:
            self._adding.activateWindow()
            return
        dialog = AddFriendDialog(self._window.theme, self._friends.now, self._window)
        self._adding = dialog
        dialog.add_requested.connect(self._service.add_friend)
        dialog.visible_requested.connect(self._set_visible)
        dialog.finished.connect(self._adding_closed)
        if self._profile is not None:
            self.show_profile(self._profile)
        dialog.open()
        self._service.make_invite()

    def show_settings(self) -> None:
        """Open "Settings"."""
        if self._profile is None or self._settings is not None:
            return
        dialog = SettingsDialog(
            self._window.theme,
            self._profile,
            self._service.profile.appearance,
            self._home,
            self._window,
        )
        self._settings = dialog
        dialog.names_changed.connect(self._service.profile.set_names)
        dialog.folder_requested.connect(self._choose_downloads)
        dialog.appearance_changed.connect(self._set_appearance)
        self._connect_sections(dialog)
        dialog.finished.connect(self._settings_closed)
        self.show_profile(self._profile)
        dialog.show_friends(self._friends.friends())
        dialog.open()

    def _connect_sections(self, dialog: SettingsDialog) -> None:
        orders = self._service.profile
        dialog.visibility.visible_requested.connect(self._set_visible)
        dialog.visibility.visibility_chosen.connect(orders.set_visibility)
        dialog.visibility.trusted_chosen.connect(orders.set_trusted)
        dialog.identity.save_requested.connect(self._backups.save_copy)
        dialog.identity.take_over_requested.connect(self._backups.take_over)
        dialog.blocked.unblock_requested.connect(self._service.friends.unblock)

    def pair(self, nearby_key: str) -> None:
        """Pair with somebody nearby."""
        self._service.pairing.pair(nearby_key)

    def compare_codes(self, friend_id: FriendId) -> None:
        """Compare codes with a friend who is there."""
        order = self._service.pairing.compare_codes
        attempt(self._window.theme, self._window, lambda: order(friend_id))

    def introduce(self, friend_id: FriendId) -> None:
        """Ask to whom a friend shall be introduced, and do it."""
        row = self._friends.friend_row(friend_id)
        if row is None:
            return
        others = [
            other
            for person in self._friends.people()
            for other in person.open_computers
            if other.presence.is_online and not person.has(friend_id)
        ]
        title = translate("Questions", "Introduce {name} to").format(name=row.name)
        if not others:
            text = translate("Questions", "Nobody else is there right now.")
            tell(self._window.theme, self._window, title, text)
            return
        order = self._service.introductions.introduce
        picker = FriendPicker(self._window.theme, self._friends, self._window, others)
        picker.picked.connect(
            lambda _, other: attempt(
                self._window.theme, self._window, lambda: order(friend_id, other)
            )
        )
        picker.ask([], self._window.sidebar.view.place_of_current(), title)

    def ask_cancel(self, transfer: Transfer, moved_bytes: int) -> None:
        """Ask whether a transfer that has come far shall end."""
        name = safe_text(transfer.title, TITLE_CHARACTERS)
        title = translate("Questions", "Cancel {title}?").format(title=name)
        text = translate("Questions", "{amount} have been handed over already and will be dropped.")
        ask(
            self._window.theme,
            self._window,
            title,
            text.format(amount=wording.size(moved_bytes)),
            translate("Questions", "Cancel it"),
            lambda: self._service.cancel(transfer.id),
        )

    def _choose_offer_folder(self, transfer_id: TransferId, folder: str) -> None:
        self._window.choose_folder(
            translate("Offer", "Save these files in"),
            folder,
            lambda chosen: self._window.pane.offers.set_folder(transfer_id, chosen),
        )

    def _choose_downloads(self) -> None:
        start = self._profile.downloads if self._profile else ""
        title = translate("Settings", "Save received files in")
        self._window.choose_folder(title, start, self._service.profile.set_downloads)

    def _set_visible(self, is_wanted: bool) -> None:
        self._service.profile.set_visible(VISIBLE_SECONDS if is_wanted else 0.0)

    def _set_appearance(self, appearance: str) -> None:
        self._window.theme.set_appearance(appearance)
        self._service.profile.set_appearance(appearance)

    def _adding_closed(self) -> None:
        self._adding = None

    def _settings_closed(self) -> None:
        self._settings = None

    def _friend_changed(self) -> None:
        if self._settings is not None:
            self._settings.show_friends(self._friends.friends())

    def _say_of_identity(self, sentence: str, tone: str) -> None:
        if self._settings is not None:
            self._settings.identity.say(sentence, tone)
            return
        title = translate("Settings", "Your identity")
        tell(self._window.theme, self._window, title, sentence)
