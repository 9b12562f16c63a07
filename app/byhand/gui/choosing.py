"""Opens the review of an offer, feeds it and gives the orders."""

from functools import partial

from PySide6.QtCore import QTimer

from byhand.domain.events import (
    Event,
    FilesPage,
    ProfileChanged,
    RoomTold,
    TransferChanged,
    TransferRemoved,
)
from byhand.domain.identity import FriendId
from byhand.domain.profile import Profile
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.gui.attempts import attempt
from byhand.gui.choose_files_dialog import ChooseFilesDialog
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.main_window import MainWindow
from byhand.gui.offer_list import FADING_MS, TAKEN_BACK
from byhand.gui.offer_words import withdrawn_line
from byhand.gui.person_row import FriendRow
from byhand.gui.save_place import SavePlace
from byhand.gui.translation import translate
from byhand.service.orders import Service


class Choosing:
    """One review is open at a time; it goes when there is nothing to choose from any more."""

    def __init__(
        self, service: Service, window: MainWindow, friends: FriendListModel, home: str
    ) -> None:
        self._service = service
        self._window = window
        self._friends = friends
        self._home = home
        self._profile: Profile | None = None
        self._open: tuple[TransferId, FriendId, ChooseFilesDialog] | None = None
        window.pane.offers.choose_requested.connect(self._choose)
        friends.friend_changed.connect(self._friend_changed)

    def handle(self, event: Event) -> None:
        """Follow an event."""
        if isinstance(event, ProfileChanged):
            self._profile = event.profile
        if self._open is None:
            return
        transfer_id, _, dialog = self._open
        match event:
            case FilesPage() if event.transfer_id == transfer_id:
                dialog.take(event)
            case RoomTold():
                dialog.take_room(event)
            case TransferChanged(transfer) if transfer.id == transfer_id:
                self._changed(transfer, dialog)
            case TransferRemoved() if event.transfer_id == transfer_id:
                dialog.reject()
            case _:
                pass

    def _changed(self, transfer: Transfer, dialog: ChooseFilesDialog) -> None:
        if transfer.state in TAKEN_BACK and not transfer.ended_by_me:
            row = self._friends.friend_row(transfer.friend_id)
            dialog.end(withdrawn_line(transfer, row.name if row is not None else ""))
            QTimer.singleShot(FADING_MS, dialog, dialog.reject)
        elif transfer.state is not TransferState.OFFERED or not transfer.is_counted:
            dialog.reject()
        elif not dialog.is_about(transfer):
            # Another offer than was looked at: it is looked at anew, or not.
            dialog.reject()

    def _choose(self, transfer: Transfer) -> None:
        row = self._friends.friend_row(transfer.friend_id)
        if self._open is not None or row is None:
            return
        dialog = self._dialog(transfer, row)
        self._open = transfer.id, row.friend.id, dialog
        offers = self._window.pane.offers
        dialog.chosen.connect(lambda ranges: self._accept(transfer.id, ranges, dialog))
        dialog.declined.connect(lambda: offers.decline_requested.emit(transfer.id))
        dialog.head.verify_requested.connect(lambda: self._compare(row.friend.id, dialog))
        dialog.finished.connect(self._closed)
        self._show_place(transfer.id)
        dialog.open()

    def _dialog(self, transfer: Transfer, row: FriendRow) -> ChooseFilesDialog:
        window, orders = self._window, self._service.queue
        usual = self._profile.downloads if self._profile is not None else ""
        place = SavePlace(window.theme, self._home, (transfer.folder, usual))
        place.room_requested.connect(orders.request_room)
        place.folder_chosen.connect(lambda folder: self._save_in(transfer.id, folder))
        place.other_requested.connect(lambda folder: self._choose_folder(transfer.id, folder))
        return ChooseFilesDialog(
            window.theme,
            transfer,
            row,
            self._friends.short_names().get(row.friend.id, row.name),
            place,
            partial(orders.request_files, transfer.id),
            window,
        )

    def _choose_folder(self, transfer_id: TransferId, folder: str) -> None:
        if self._open is not None:
            self._window.choose_folder(
                translate("Offer", "Save these files in"),
                folder,
                lambda chosen: self._save_in(transfer_id, chosen),
                self._open[-1],
            )

    def _save_in(self, transfer_id: TransferId, folder: str) -> None:
        """Show on card and dialog that an offer goes to another folder."""
        self._window.pane.offers.set_folder(transfer_id, folder)
        self._show_place(transfer_id)

    def _show_place(self, transfer_id: TransferId) -> None:
        wanted = self._window.pane.offers.acceptance(transfer_id)
        if self._open is not None and self._open[0] == transfer_id and wanted is not None:
            self._open[-1].place.show_folder(wanted.folder, is_update=wanted.updates)
            self._open[-1].taking_part.takes_part = wanted.takes_part

    def _accept(
        self, transfer_id: TransferId, ranges: tuple[int, ...] | None, dialog: ChooseFilesDialog
    ) -> None:
        policy = dialog.always.chosen_policy()
        if policy is not None and self._open is not None:
            friend_id, orders = self._open[1], self._service.friends
            attempt(self._window.theme, self._window, lambda: orders.set_policy(friend_id, policy))
        takes_part = dialog.taking_part.takes_part
        self._window.pane.offers.accept_chosen(transfer_id, ranges, takes_part=takes_part)

    def _compare(self, friend_id: FriendId, dialog: ChooseFilesDialog) -> None:
        """Decide later: what comes of comparing codes may change the answer."""
        dialog.reject()
        self._window.sidebar.view.verify_requested.emit(friend_id)

    def _friend_changed(self) -> None:
        if self._open is None:
            return
        _, friend_id, dialog = self._open
        row = self._friends.friend_row(friend_id)
        if row is not None:
            dialog.show_friend(row)

    def _closed(self) -> None:
        self._open = None
