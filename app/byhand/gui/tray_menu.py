"""The menu of the tray's icon."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from byhand.gui.names import unmarked
from byhand.gui.translation import translate
from byhand.gui.tray_status import TrayStatus

MOST_REQUESTS = 5


class TrayMenu(QMenu):
    """Says what goes on and what can be done about it; entries come and go as they are needed."""

    open_requested = Signal()
    request_chosen = Signal(object)  # the key of a card
    hold_requested = Signal()
    stop_requested = Signal()
    send_requested = Signal(object)  # FriendId
    visible_requested = Signal(bool)
    settings_requested = Signal()
    quit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tray-menu")
        self._requests: list[QAction] = []
        self._status: TrayStatus | None = None
        self._add(translate("Tray", "Open Byhand"), self.open_requested.emit)
        self.addSeparator()
        self._summary = self._add("", self.open_requested.emit)
        self._hold = self._add("", self.hold_requested.emit)
        self._stop = self._add(
            translate("Tray", "Stop passing on to others"), self.stop_requested.emit
        )
        self._line = self.addSeparator()
        self._friends = self.addMenu(translate("Tray", "Send files…"))
        self._friends.setObjectName("tray-friends")
        self._visible = self._add(
            translate("Tray", "People nearby can see me for 10 minutes"), self._say_visible
        )
        self._visible.setCheckable(True)
        self._add(translate("Tray", "Settings…"), self.settings_requested.emit)
        self._quit = self._add("", self.quit_requested.emit)

    def show_status(self, status: TrayStatus) -> None:
        """Say what holds now; what has not changed is left alone, as the menu may be open."""
        before, self._status = self._status, status
        if before is None or before.requests != status.requests:
            self._show_requests(status)
        if before is None or before.friends != status.friends:
            self._show_friends(status)
        self._summary.setText(unmarked(status.summary))
        self._summary.setVisible(bool(status.summary))
        self._hold.setText(unmarked(status.holding))
        self._hold.setVisible(status.may_hold)
        self._stop.setVisible(status.passed_on > 0)
        self._line.setVisible(bool(status.requests or status.summary or status.may_hold))
        self._visible.setChecked(status.is_visible)
        text = translate("Tray", "Quit")
        if status.unfinished:
            text = translate(
                "Tray", "Quit (%n transfer(s) continue next time)", "", status.unfinished
            )
        self._quit.setText(unmarked(text))

    def _show_requests(self, status: TrayStatus) -> None:
        for action in self._requests:
            self.removeAction(action)
            action.deleteLater()
        shown = status.requests[:MOST_REQUESTS]
        self._requests = [self._request(each.question, each.key) for each in shown]
        more = len(status.requests) - len(shown)
        if more:
            text = translate("Tray", "%n more request(s)…", "", more)
            self._requests.append(self._request(text, status.requests[MOST_REQUESTS].key, ""))
        self.insertActions(self._summary, self._requests)

    def _request(self, question: str, key: Hashable, end: str = "…") -> QAction:
        action = QAction(unmarked(question + end), self)
        action.triggered.connect(lambda: self.request_chosen.emit(key))
        return action

    def _show_friends(self, status: TrayStatus) -> None:
        self._friends.clear()
        for friend_id, name in status.friends:
            action = self._friends.addAction(unmarked(name))
            action.triggered.connect(lambda _=False, chosen=friend_id: self._send(chosen))
        self._friends.menuAction().setVisible(bool(status.friends))

    def _send(self, friend_id: object) -> None:
        self.send_requested.emit(friend_id)

    def _say_visible(self) -> None:
        self.visible_requested.emit(self._visible.isChecked())

    def _add(self, text: str, wish: Callable[[], None]) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _=False: wish())
        return action
