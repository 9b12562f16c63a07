"""The history as a page of its own in the main pane."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from byhand.domain.history import EVERYTHING, HistoryItem, HistoryQuery
from byhand.domain.text import filled
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.history_header import HistoryHeader
from byhand.gui.history_model import HistoryModel
from byhand.gui.history_view import HistoryView
from byhand.gui.margins import set_margins
from byhand.gui.names import person_name
from byhand.gui.offer_list import OfferList
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label

PART_GAP = 12
TOP = 18
DAY_LOOK_MS = 60_000
OFFERS_SHARE = 0.4


class HistoryPage(QWidget):
    """Shows header, requests and table, or says why there is none to show."""

    opened = Signal()
    left = Signal()

    def __init__(self, theme: Theme, friends: FriendListModel) -> None:
        super().__init__()
        self._friends = friends
        self._offers: OfferList | None = None
        self._came_from: QWidget | None = None
        self._wants_focus = False
        self.setObjectName("HistoryPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = HistoryHeader(theme, friends)
        self.model = HistoryModel(self._names_of, friends.now, self)
        self.view = HistoryView(theme, self.model)
        self.nothing = _words(theme)
        self._lay_out(theme)
        self.header.back_requested.connect(self.left)
        self.header.query_changed.connect(self.model.look_for)
        self.model.told.connect(self._tell)
        friends.friend_changed.connect(lambda _: self.model.renew())
        self._days = QTimer(self)
        self._days.setInterval(DAY_LOOK_MS)
        self._days.timeout.connect(self.model.tell_days_again)
        self._days.start()
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._escape)

    def open(self, came_from: QWidget | None, offers: OfferList) -> None:
        """Begin with everything; the focus goes back to where it `came_from`."""
        self._came_from = came_from
        self._offers = offers
        self._column.insertWidget(1, offers)
        offers.focus_left.connect(self.take_focus)
        self.header.look_for_everything()
        self.model.look_for(EVERYTHING)
        self._wants_focus = True
        self._fit_offers()

    def give_focus_back(self, otherwise: QWidget) -> None:
        """Give the focus to where it was before, or to what opens the page."""
        if self._offers is not None:
            self._offers.focus_left.disconnect(self.take_focus)
            self._offers = None
        came_from, self._came_from = self._came_from, None
        heir = came_from if came_from is not None and came_from.isVisible() else otherwise
        heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Take the focus to the list, or to what can be done without one."""
        self.main_part().setFocus(Qt.FocusReason.OtherFocusReason)

    def main_part(self) -> QWidget:
        """Return the table, or where the focus is best while there is none."""
        return self.view if self._stack.currentWidget() is self.view else self.header.search

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the table the larger part."""
        super().resizeEvent(event)
        self._fit_offers()

    def showEvent(self, event: QShowEvent) -> None:
        """Say names and days as they are now."""
        super().showEvent(event)
        self.model.renew()

    def _fit_offers(self) -> None:
        if self._offers is not None:
            self._offers.set_room(round(self.height() * OFFERS_SHARE))

    def _escape(self) -> None:
        if self.header.search.hasFocus() and self.header.search.text():
            self.header.search.clear()
        else:
            self.left.emit()

    def _tell(self) -> None:
        """Show the table, or say that nothing is found."""
        total, query = self.model.total, self.model.query
        # What is not seen now is not emptied by a click.
        can_be_cleared = total > 0 and query == EVERYTHING
        self.header.show_count(_count_text(total, query), can_be_cleared=can_be_cleared)
        had_focus = self.view.hasFocus()
        self.nothing.setText(_nothing_text(query))
        self._stack.setCurrentWidget(self.view if total else self.nothing)
        if total:
            self.view.choose_first()
        if had_focus or self._wants_focus:
            self._wants_focus = False
            self.take_focus()

    def _names_of(self, item: HistoryItem) -> tuple[str, str]:
        """Return what a friend is called now, or was, and what beside that."""
        row = self._friends.friend_row(item.transfer.friend_id)
        if row is None:
            name = person_name(item.friend_name)
            return name, name
        return row.name, self._friends.short_names().get(row.friend.id, row.name)

    def _lay_out(self, theme: Theme) -> None:
        margin = theme.metrics.page_margin
        self._stack = QStackedLayout()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.view)
        column = self._column = QVBoxLayout()
        set_margins(column, 0, 0, margin, 0)
        column.setSpacing(PART_GAP)
        column.addWidget(self.header)
        layout = QVBoxLayout(self)
        # Rows reach to the scroll bar, which stands at the window's edge.
        set_margins(layout, margin, TOP, 0, 0)
        layout.setSpacing(PART_GAP)
        layout.addLayout(column)
        layout.addLayout(self._stack, 1)


def _words(theme: Theme) -> QLabel:
    label = text_label(theme.fonts.body, "", "tertiary", wraps=True)
    label.setObjectName("history-nothing")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _nothing_text(query: HistoryQuery) -> str:
    if query == EVERYTHING:
        return translate(
            "History",
            "Nothing yet. Everything you send and receive is listed here, only on this computer.",
        )
    if query.text and query == HistoryQuery(query.text):
        text = translate("History", "Nothing called “{text}” was sent or received")
        return filled(text, text=person_name(query.text))
    return translate("History", "Nothing like that was sent or received")


def _count_text(total: int, query: HistoryQuery) -> str:
    if query == EVERYTHING:
        return translate("History", "%n transfer(s)", "", total) if total else ""
    return translate("History", "%n transfer(s) found", "", total)
