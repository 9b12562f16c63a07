"""Opens the window's dialogs and tells the open ones what the service says."""

from byhand import wording
from byhand.domain.events import Event
from byhand.domain.identity import FriendId
from byhand.domain.profile import Profile
from byhand.domain.text import safe_text
from byhand.domain.transfer import Transfer, TransferId
from byhand.errors import UsageError
from byhand.gui.add_friend_dialog import Way
from byhand.gui.befriending import Befriending
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.introducing import Introducing
from byhand.gui.main_window import MainWindow
from byhand.gui.notices import tell
from byhand.gui.questions import ask, ask_name
from byhand.gui.settings_dialog import SettingsDialog
from byhand.gui.transfer_row import TITLE_CHARACTERS
from byhand.gui.translation import translate
from byhand.service.orders import Service

VISIBLE_SECONDS = 600.0


class Dialogs:
    """At most one dialog of a kind is open at a time."""

    def __init__(
        self, service: Service, window: MainWindow, friends: FriendListModel, home: str
    ) -> None:
        self._service = service
        self._window = window
        self._friends = friends
        self._home = home
        self._profile: Profile | None = None
        self._settings: SettingsDialog | None = None
        self._befriending = Befriending(service, window, friends.now, self.block)
        self._introducing = Introducing(service, window, self.block)
        window.sidebar.add_requested.connect(self.add_friend)
        window.sidebar.view.pair_requested.connect(self._befriending.pair)
        window.sidebar.view.verify_requested.connect(self.compare_codes)
        window.sidebar.view.introduce_requested.connect(self.introduce)
        window.pane.first_friend.nearby_requested.connect(self.add_friend)
        window.pane.first_friend.invite_requested.connect(self._invite)
        window.pane.offers.block_requested.connect(self.block)
        window.sidebar.settings_requested.connect(self.show_settings)
        window.sidebar.view.rename_requested.connect(self.rename)
        window.sidebar.view.removal_requested.connect(self.ask_removal)
        window.pane.offers.folder_requested.connect(self._choose_offer_folder)

    def handle(self, event: Event) -> None:
        """Follow an event."""
        self._befriending.handle(event)
        self._introducing.handle(event)

    def show_profile(self, profile: Profile) -> None:
        """Show what the user has set in the open dialogs."""
        self._profile = profile
        is_visible = profile.visible_until > self._friends.now()
        if self._settings is not None:
            self._settings.visible.setChecked(is_visible)
            self._settings.show_profile(profile)

    def add_friend(self) -> None:
        """Open "Add a friend"."""
        self._befriending.add_friend()

    def compare_codes(self, friend_id: FriendId) -> None:
        """Compare codes with a friend who is there."""
        self._befriending.compare_codes(friend_id)

    def introduce(self, friend_id: FriendId) -> None:
        """Ask to whom a friend shall be introduced."""
        self._introducing.introduce(friend_id)

    def block(self, friend_id: FriendId) -> None:
        """Block a friend at once, and offer to take that back."""
        row = self._friends.friend_row(friend_id)
        if row is None:
            return
        self._service.friends.block(friend_id)
        undo = translate("Notice", "Undo"), lambda: self._service.friends.unblock(friend_id)
        text = translate("Notice", "Blocked {name}")
        tell(self._window, ("blocked", friend_id), ("ban", "bad"), text.format(name=row.name), undo)

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
        dialog.visible_requested.connect(self._set_visible)
        dialog.finished.connect(self._settings_closed)
        self.show_profile(self._profile)
        dialog.open()

    def rename(self, friend_id: FriendId) -> None:
        """Ask for a friend's new name."""
        row = self._friends.friend_row(friend_id)
        if row is None:
            return
        self._ask_name(friend_id, row.name, row.name, "")

    def _ask_name(self, friend_id: FriendId, name: str, typed: str, problem: str) -> None:
        """Ask until the name can be used, saying what was wrong with the last one."""

        def rename(new_name: str) -> None:
            try:
                self._service.friends.rename(friend_id, new_name)
            except UsageError as error:
                sentence = wording.error_sentence(error, translate)
                self._ask_name(friend_id, name, new_name, sentence)

        title = translate("Questions", "Rename {name}").format(name=name)
        ask_name(self._window.theme, self._window, title, problem, typed, rename)

    def ask_removal(self, friend_id: FriendId) -> None:
        """Ask whether a friend shall go."""
        row = self._friends.friend_row(friend_id)
        if row is None:
            return
        title = translate("Questions", "Remove {name}?").format(name=row.name)
        text = translate(
            "Questions",
            "You can't send each other files any more until you invite each other again."
            " Files you already have stay where they are.",
        )
        ask(
            self._window.theme,
            self._window,
            title,
            text,
            translate("Questions", "Remove"),
            lambda: self._service.friends.remove(friend_id),
        )

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

    def _invite(self) -> None:
        self._befriending.add_friend(Way.INVITE)

    def _settings_closed(self) -> None:
        self._settings = None
