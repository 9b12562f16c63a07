"""Turns what the user wants of the history into orders, and shows what comes of them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from byhand import wording
from byhand.domain.events import Event, OrderFailed, TextShown
from byhand.domain.history import HistoryItem
from byhand.domain.history_events import (
    CheckedAgain,
    CheckingAgain,
    FilesLocated,
    HistoryChanged,
    HistoryOutlined,
    HistoryTold,
)
from byhand.domain.text import filled
from byhand.domain.transfer import Direction, TransferId
from byhand.gui.announcer import announce
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.history_actions import HistoryAction
from byhand.gui.main_window import MainWindow
from byhand.gui.notices import show_notice
from byhand.gui.questions import ask
from byhand.gui.text_dialog import show_text
from byhand.gui.transfer_row import shown_title
from byhand.gui.translation import translate
from byhand.service.orders import Service

CHANGES_MS = 300
"""Changes that follow each other so closely are looked at once."""


class HistoryOrders(QObject):
    """Stands between the history's page and the service."""

    def __init__(self, service: Service, window: MainWindow, desktop: DesktopOrders) -> None:
        super().__init__(window)
        self._service = service
        self._window = window
        self._desktop = desktop
        self._page = window.history
        self._model = window.history.model
        self._to_show: dict[TransferId, str] = {}
        self._checking: set[TransferId] = set()
        self._changes = QTimer(self)
        self._changes.setSingleShot(True)
        self._changes.setInterval(CHANGES_MS)
        self._changes.timeout.connect(self._outline)
        orders = service.history
        self._model.outline_wanted.connect(self._outline)
        self._model.page_wanted.connect(
            lambda first, count: orders.request(first, count, self._model.query)
        )
        self._model.files_wanted.connect(orders.locate)
        self._page.view.action_requested.connect(self._act)
        self._page.header.clear_requested.connect(self._clear)

    def handle(self, event: Event) -> None:
        """Follow an event."""
        match event:
            case HistoryOutlined(query, days):
                self._model.set_days(query, days)
            case HistoryTold():
                self._model.take(event)
            case HistoryChanged() if self._page.isVisible() and not self._changes.isActive():
                self._changes.start()
            case FilesLocated(located):
                self._model.set_there(located)
            case CheckingAgain(transfer_id) | CheckedAgain(transfer_id):
                self._follow_check(transfer_id, event)
            case OrderFailed():
                self._give_checks_up()
            case TextShown(transfer_id, text) if transfer_id in self._to_show:
                title = self._to_show.pop(transfer_id)
                show_text(self._window.theme, self._window, title, text)
            case _:
                pass

    def _outline(self) -> None:
        self._service.history.outline(self._model.query)

    def _act(self, action: HistoryAction, item: HistoryItem) -> None:
        history, transfer = self._service.history, item.transfer
        orders: dict[HistoryAction, Callable[[], object]] = {
            HistoryAction.FETCH_AGAIN: lambda: self._fetch(item),
            HistoryAction.OPEN: lambda: self._desktop.open_file(transfer.saved_paths[0]),
            HistoryAction.SHOW_IN_FOLDER: lambda: self._desktop.show_in_folder(
                transfer.saved_paths
            ),
            HistoryAction.SHOW_TEXT: lambda: self._ask_text(item),
            HistoryAction.OFFER_AGAIN: lambda: self._offer(item),
            HistoryAction.CHECK_AGAIN: lambda: self._check(item),
            HistoryAction.FORGET: lambda: history.forget(transfer.id),
        }
        orders[action]()

    def _check(self, item: HistoryItem) -> None:
        transfer = item.transfer
        self._checking.add(transfer.id)
        self._model.set_check(transfer.id, CheckingAgain(transfer.id, 0, transfer.total_bytes))
        self._service.history.check_again(transfer.id)

    def _follow_check(self, transfer_id: TransferId, event: CheckingAgain | CheckedAgain) -> None:
        if transfer_id not in self._checking:
            return
        self._model.set_check(transfer_id, event)
        if isinstance(event, CheckedAgain):
            self._checking.discard(transfer_id)
            item = self._model.item(transfer_id)
            is_incoming = item is None or item.transfer.direction is Direction.INCOMING
            result = wording.check_result(event, is_incoming=is_incoming, translate=translate)
            announce(self._window, result)

    def _give_checks_up(self) -> None:
        """Say no more that something is being checked: it may be that order which failed."""
        for transfer_id in self._checking:
            self._model.set_check(transfer_id, None)

    def _fetch(self, item: HistoryItem) -> None:
        self._model.set_check(item.transfer.id, None)
        self._service.history.fetch_again(item.transfer.id)
        text = translate("History", "{name} is asked for what is missing")
        self._say_of_new("rotate-cw", filled(text, name=self._model.names_of(item)[0]))

    def _offer(self, item: HistoryItem) -> None:
        self._service.history.send_again(item.transfer.id)
        text = translate("History", "Offered to {name} again")
        self._say_of_new("send", filled(text, name=self._model.names_of(item)[0]))

    def _say_of_new(self, icon: str, text: str) -> None:
        """Say that something is in the queue now, with the way there."""
        way = translate("History", "Show transfers"), self._window.show_queue
        show_notice(self._window, HistoryOrders, (icon, "text_secondary"), text, way)

    def _ask_text(self, item: HistoryItem) -> None:
        self._to_show[item.transfer.id] = shown_title(item.transfer)
        self._service.queue.show_text(item.transfer.id)

    def _clear(self) -> None:
        ask(
            self._window.theme,
            self._window,
            translate("History", "Clear the list?"),
            translate("History", "Files stay where they are."),
            translate("History", "Clear"),
            self._service.history.clear,
        )
