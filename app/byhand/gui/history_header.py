"""The top of the history: the way back, what is looked for, and how the list is emptied."""

import time
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from byhand.domain.history import EVERYTHING, FRIENDS_LOOKED_FOR, HistoryQuery
from byhand.domain.transfer import Direction
from byhand.gui.choice_button import Choice, ChoiceButton
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.segmented import SegmentedControl
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.typing_pause import typing_pause
from byhand.gui.widgets import ElidedLabel, IconButton, push_button, text_label

TEXT_CHARACTERS = 200
GAP = 8
SEARCH_LINES = 7
"""The field is as wide as so many lines are high, or has a line of its own."""
_WAYS = (None, Direction.OUTGOING, Direction.INCOMING)


class HistoryHeader(QWidget):
    """Shows title, search and filters; `query_changed` tells what is looked for."""

    back_requested = Signal()
    clear_requested = Signal()
    query_changed = Signal(object)  # HistoryQuery

    def __init__(self, theme: Theme, friends: FriendListModel) -> None:
        super().__init__()
        self._theme = theme
        self._friends = friends
        self._query = EVERYTHING
        icon = "arrow-right" if QGuiApplication.isRightToLeft() else "arrow-left"
        self.back = IconButton(theme, icon, translate("History", "Back to transfers"))
        self.count = ElidedLabel(theme.fonts.small, "", "secondary")
        self.clear = push_button(translate("History", "Clear…"), "flat")
        self.search = QLineEdit()
        self._icon = QAction(translate("History", "Find in history"), self.search)
        self._wipe = QAction(translate("History", "Show everything again"), self.search)
        self._wipe.setVisible(False)
        self.search.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.search.addAction(self._wipe, QLineEdit.ActionPosition.TrailingPosition)
        texts = [
            translate("History", "All"),
            translate("History", "Sent"),
            translate("History", "Received"),
        ]
        self.way = SegmentedControl(theme, translate("History", "Direction"), texts)
        anyone = translate("History", "Anyone"), ()
        any_time = translate("History", "Any time"), None
        self.person = ChoiceButton(theme, translate("History", "Person"), anyone, self._people)
        self.time = ChoiceButton(theme, translate("History", "Time"), any_time, _times)
        self._typing = typing_pause(self.search, self._look)
        self._name_parts()
        self._lay_out()
        self._connect()

    def show_count(self, text: str, *, can_be_cleared: bool) -> None:
        """Say how much is found, and offer to empty the list while there is anything."""
        self.count.set_full_text(text)
        if self.clear.hasFocus() and not can_be_cleared:
            self.search.setFocus()
        self.clear.setVisible(can_be_cleared)

    def look_for_everything(self) -> None:
        """Take every filter back; nobody is told."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._wipe.setVisible(False)
        self.way.choose(0)
        self.person.reset()
        self.time.reset()
        self._query = EVERYTHING

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the filters a line of their own where there is little room."""
        super().resizeEvent(event)
        row = GAP + sum(part.sizeHint().width() for part in (self.way, self._menus))
        search = SEARCH_LINES * self._theme.fonts.body.height
        width = event.size().width()
        _turn(self._lower, is_row=width >= row + GAP + search)
        _turn(self._filters, is_row=width >= row)

    def _look(self) -> None:
        days = self.time.choice[1]
        people = self.person.choice[1]
        query = HistoryQuery(
            self.search.text().strip(),
            _WAYS[self.way.number()],
            people if isinstance(people, tuple) else (),
            _since(days, self._friends.now()) if isinstance(days, int) else 0.0,
        )
        if query != self._query:
            self._query = query
            self.query_changed.emit(query)

    def _people(self) -> Sequence[Choice]:
        return [
            (person.name, tuple(row.friend.id for row in person.computers)[:FRIENDS_LOOKED_FOR])
            for person in self._friends.people()
        ]

    # --- putting it together

    def _name_parts(self) -> None:
        self.back.setObjectName("history-back")
        self.clear.setObjectName("history-clear")
        self.search.setObjectName("history-find")
        self.person.setObjectName("history-person")
        self.time.setObjectName("history-time")
        self.search.setPlaceholderText(translate("History", "Find…"))
        self.search.setAccessibleName(translate("History", "Find in history"))
        self.search.setMaxLength(TEXT_CHARACTERS)
        names = {self._icon: self.search.accessibleName(), self._wipe: self._wipe.text()}
        for button in self.search.findChildren(QToolButton):
            button.setAccessibleName(names[button.defaultAction()])

    def _lay_out(self) -> None:
        title = text_label(self._theme.fonts.heading1, translate("History", "History"))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(title)
        lines.addWidget(self.count)
        upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addWidget(self.back)
        upper.addLayout(lines, 1)
        upper.addWidget(self.clear)
        self._menus = QWidget()
        menus = QHBoxLayout(self._menus)
        menus.setContentsMargins(0, 0, 0, 0)
        menus.setSpacing(GAP)
        menus.addWidget(self.person)
        menus.addWidget(self.time)
        menus.addStretch(1)
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filters.setSpacing(GAP)
        self._filters.addWidget(self.way)
        self._filters.addWidget(self._menus)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(GAP)
        self._lower.addWidget(self.search, 1)
        self._lower.addLayout(self._filters)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(upper)
        layout.addLayout(self._lower)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.clear.clicked.connect(self.clear_requested)
        self.search.textChanged.connect(lambda text: self._wipe.setVisible(bool(text)))
        self._wipe.triggered.connect(self.search.clear)
        self.search.returnPressed.connect(self._look)
        for chosen in (self.way.chosen, self.person.chosen, self.time.chosen):
            chosen.connect(self._look)
        self._icon.triggered.connect(self.search.setFocus)
        self._theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        colours, size = self._theme.palette, self._theme.metrics.icon - 2
        for action, icon in ((self._icon, "search"), (self._wipe, "x")):
            action.setIcon(self._theme.icons.icon(icon, colours.text_secondary, size))


def _turn(layout: QBoxLayout, *, is_row: bool) -> None:
    direction = QBoxLayout.Direction
    layout.setDirection(direction.LeftToRight if is_row else direction.TopToBottom)


def _times() -> Sequence[Choice]:
    """Return how far back the list may go, in days."""
    return (
        (translate("History", "Today"), 1),
        (translate("History", "Last 7 days"), 7),
        (translate("History", "Last 30 days"), 30),
        (translate("History", "Last 12 months"), 365),
    )


def _since(days: int, now: float) -> float:
    """Return when the first of so many days began, in Unix seconds; the last is today."""
    year, month, day = time.localtime(now)[:3]
    return time.mktime((year, month, day - days + 1, 0, 0, 0, 0, 0, -1))
