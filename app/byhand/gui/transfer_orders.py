"""Turns what the user wants of transfers into orders to the service."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from byhand import wording
from byhand.domain.events import Event, TextShown
from byhand.domain.history_events import FilesLocated
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits
from byhand.domain.plan import SendOptions
from byhand.domain.text import filled
from byhand.domain.transfer import Transfer, TransferId
from byhand.gui.acceptance import Acceptance
from byhand.gui.announcer import announce
from byhand.gui.attempts import attempt
from byhand.gui.content import Content
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.details import Details
from byhand.gui.friend_menu import Wish
from byhand.gui.main_window import MainWindow
from byhand.gui.picture_transfers import PictureTransfers
from byhand.gui.questions import ask
from byhand.gui.recipients import Friends
from byhand.gui.speed_dialog import open_transfer_speed
from byhand.gui.transfer_actions import Action
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.transfer_row import shown_title
from byhand.gui.translation import translate
from byhand.service.picture_orders import WindowService

UNASKED_BYTES = 10_000_000


class TransferOrders(QObject):
    """Follows the queue's buttons, keys and menus, and the cards; asks where much would be lost."""

    def __init__(
        self,
        service: WindowService,
        window: MainWindow,
        model: TransferListModel,
        desktop: DesktopOrders,
    ) -> None:
        super().__init__(window)
        self._service = service
        self._window = window
        self._model = model
        self._desktop = desktop
        self._pictures = PictureTransfers(service.pictures, window, self._say_copied)
        self.details = Details(service, window, model, desktop, monotonic)
        self._to_copy: set[TransferId] = set()
        pane = window.pane
        window.send_requested.connect(self._send)
        pane.view.action_requested.connect(self._act)
        pane.view.dragging.files_wanted.connect(lambda each: service.history.locate((each,)))
        pane.header.hold_requested.connect(self._hold_all)
        pane.offers.accept_requested.connect(self._accept)
        pane.offers.decline_requested.connect(service.decline)
        pane.offers.later_requested.connect(service.queue.put_off)

    def handle(self, event: Event) -> None:
        """Follow an event."""
        match event:
            case TextShown(transfer_id, text) if transfer_id in self._to_copy:
                self._to_copy.discard(transfer_id)
                self._copy(transfer_id, text)
            case FilesLocated(located):
                self._window.pane.view.dragging.take(
                    {each.transfer_id: each.there for each in located}
                )
            case _:
                pass

    def close(self) -> None:
        """Hand over what the user has pasted so far."""
        self._pictures.close()

    # --- sending and accepting

    def _send(self, content: Content, friends: Friends) -> None:
        if content.paths and len(friends) > 1:
            options, paths = SendOptions(group=content.group), list(content.paths)
            self._attempt(lambda: self._service.send_to_all(paths, friends, options))
            return
        for friend_id in friends:
            self._send_alone(content, friend_id)

    def _send_alone(self, content: Content, friend_id: FriendId) -> None:
        if content.picture is not None:
            self._pictures.send(content.picture, friend_id)
        elif content.text:
            self._attempt(lambda: self._service.send_text(content.text, friend_id))
        else:
            self._attempt(lambda: self._service.send(list(content.paths), friend_id))

    def _accept(self, transfer_id: TransferId, wanted: Acceptance) -> None:
        self._attempt(
            lambda: self._service.accept(
                transfer_id,
                wanted.folder,
                chosen=wanted.chosen,
                updates=wanted.updates,
                in_group=wanted.takes_part,
            )
        )

    # --- what is on the list

    def _act(self, action: Action, transfer: Transfer) -> None:
        service, queue = self._service, self._service.queue
        orders: dict[Action, Callable[[], object]] = {
            Action.PAUSE: lambda: queue.pause(transfer.id),
            Action.RESUME: lambda: queue.resume(transfer.id),
            Action.MOVE_UP: lambda: self._move(transfer, is_up=True),
            Action.MOVE_DOWN: lambda: self._move(transfer, is_up=False),
            Action.LIMIT_SPEED: lambda: self._ask_speed(transfer),
            Action.SHOW_IN_FOLDER: lambda: self._desktop.show_in_folder(_places(transfer)),
            Action.STOP_PASSING_ON: lambda: service.stop_passing_on(transfer.id),
            Action.COPY_TEXT: lambda: self._ask_text(transfer),
            Action.OPEN: lambda: self._desktop.open_file(transfer.saved_paths[0]),
            Action.COPY_PICTURE: lambda: self._pictures.copy(transfer),
            Action.SEND_AGAIN: lambda: service.send_again(transfer.id),
            Action.TRY_AGAIN: lambda: self._try_again(transfer),
            Action.DETAILS: lambda: self.details.open(transfer),
            Action.CHECK_CONNECTION: lambda: self._window.check_requested.emit(transfer.friend_id),
            Action.PAIR_AGAIN: lambda: self._explain(transfer.friend_id),
            Action.ASK_WHO: lambda: self._explain(transfer.friend_id),
            Action.TELL_FRIEND: lambda: self._copy(
                transfer.id, wording.transfer_request(transfer, translate)
            ),
            Action.CANCEL: lambda: self._cancel(transfer),
            Action.REMOVE: lambda: service.remove(transfer.id),
        }
        self._attempt(orders[action])

    def _hold_all(self, is_to_pause: bool) -> None:
        if is_to_pause:
            self._service.queue.pause_all()
        else:
            self._service.queue.resume_all()

    def _move(self, transfer: Transfer, *, is_up: bool) -> None:
        step = self._model.step(transfer.id, is_up=is_up)
        if step is not None:
            self._service.queue.move(transfer.id, step.before)
            self._window.pane.view.show_transfer(transfer.id)

    def _cancel(self, transfer: Transfer) -> None:
        progress = self._service.progress().get(transfer.id)
        if progress is None or progress.bytes <= UNASKED_BYTES:
            self._service.cancel(transfer.id)
            return
        title = filled(translate("Questions", "Cancel {title}?"), title=shown_title(transfer))
        text = translate("Questions", "{amount} have been handed over already and will be dropped.")
        ask(
            self._window.theme,
            self._window,
            title,
            filled(text, amount=wording.size(progress.bytes, translate)),
            translate("Questions", "Cancel it"),
            lambda: self._service.cancel(transfer.id),
        )

    def _try_again(self, transfer: Transfer) -> None:
        """Send what failed, or everything where it cannot be told what that was."""
        if transfer.problems:
            self._service.queue.retry(transfer.id)
        else:
            self._service.send_again(transfer.id)

    def _explain(self, friend_id: FriendId) -> None:
        self._window.sidebar.view.wish_told.emit(Wish.EXPLAIN, friend_id)

    def _ask_text(self, transfer: Transfer) -> None:
        self._to_copy.add(transfer.id)
        self._service.queue.show_text(transfer.id)

    def _ask_speed(self, transfer: Transfer) -> None:
        def limit(limits: RateLimits) -> None:
            self._service.set_transfer_limits(transfer.id, limits)

        open_transfer_speed(self._window.theme, self._window, transfer, limit)

    def _copy(self, transfer_id: TransferId, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._say_copied(transfer_id)

    def _say_copied(self, transfer_id: TransferId) -> None:
        done = translate("TransferList", "Copied")
        QToolTip.showText(self._window.pane.view.place_of(transfer_id), done)
        announce(self._window, done)

    def _attempt(self, order: Callable[[], object]) -> None:
        attempt(self._window.theme, self._window, order)


def _places(transfer: Transfer) -> tuple[str, ...]:
    return transfer.saved_paths or (transfer.folder,)
