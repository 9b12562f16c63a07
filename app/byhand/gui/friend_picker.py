"""The list that opens at the pointer to pick somebody, or one of somebody's computers."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from byhand.domain.identity import FriendId
from byhand.gui.announcer import announce
from byhand.gui.content import Content
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_list_view import FriendListView
from byhand.gui.group_choice import GroupChoice
from byhand.gui.painting import paint_tile
from byhand.gui.person_row import FriendRow, PersonRow
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button, text_label

MARGIN = 12
MOST_ROWS = 6


class FriendPicker(QFrame):
    """Asks which of some friends gets something; closes by itself when another place is clicked.

    Without `rows` it shows everybody; with `by_computer` each of the friends stands for itself.
    With `takes_several` they can be ticked; a click beside the box picks one alone, as long as
    nobody is ticked.
    """

    picked = Signal(object, object)  # Content or None, FriendIds

    def __init__(
        self,
        theme: Theme,
        friends: FriendListModel,
        parent: QWidget,
        rows: Iterable[FriendRow] | None = None,
        *,
        by_computer: bool = False,
        takes_several: bool = False,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._content: Content | None = None
        self._by_computer = by_computer
        self._takes_several = takes_several
        self._model = FriendListModel(
            friends.now, self, is_whole=False, by_computer=by_computer, has_ticks=takes_several
        )
        for row in friends.friends() if rows is None else rows:
            self._model.put_friend(row.friend, row.presence)
        self.setObjectName("friend-picker")
        self.setAccessibleName(translate("FriendPicker", "Choose a friend"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = text_label(theme.fonts.strong, wraps=True)
        self._search = QLineEdit()
        self._search.setPlaceholderText(translate("FriendPicker", "Find a friend"))
        self._search.setAccessibleName(translate("FriendPicker", "Find a friend"))
        self._view = FriendListView(theme, self._model, has_menu=False)
        self._view.setAcceptDrops(False)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._group = GroupChoice(theme)
        self._group.hide()
        self._send = push_button("", "primary")
        self._send.setObjectName("send-to-ticked")
        self._send.hide()
        self._lay_out()
        self._connect()

    def ask(self, content: Content | None, place: QPoint, title: str = "") -> None:
        """Open at a global place and ask who gets something, or what a title asks."""
        self._content = content
        text = title or _question(content)
        self._title.setText(text)
        self.setAccessibleName(text)
        people = len(self._model.people())
        self._search.setVisible(not self._by_computer)
        rows = min(MOST_ROWS, max(1, people))
        self._view.setFixedHeight(rows * self._view.sizeHintForRow(0) + 4)
        width = self._theme.metrics.sidebar_width
        size = QSize(width, self._layout.heightForWidth(width))
        self.setGeometry(_inside(QRect(place, size), place))
        self._view.choose_first()
        self.show()
        (self._view if self._by_computer else self._search).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off; without a compositor there is no translucency to round them."""
        super().resizeEvent(event)
        radius = self._theme.metrics.radius_row
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while typing in the search."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._view.setFocus()
            self._view.keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the popover."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_row
        paint_tile(self, radius, colours.sidebar, colours.border_strong)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._look_for)
        self._search.returnPressed.connect(self._pick_current)
        self._view.files_requested.connect(self._pick_asked)
        self._view.person_clicked.connect(self._clicked)
        self._model.ticks_changed.connect(self._tell_ticked)
        self._send.clicked.connect(lambda: self._pick(self._model.ticked()))

    def _lay_out(self) -> None:
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN // 2, MARGIN, MARGIN // 2, MARGIN // 2)
        for widget in (self._title, self._search):
            layout.addLayout(_inset(widget))
        layout.addWidget(self._view, 1)
        layout.addLayout(_inset(self._group))
        layout.addWidget(self._send)

    def _look_for(self, text: str) -> None:
        self._model.set_wanted(text)
        self._view.choose_first()

    def _pick_current(self) -> None:
        row = self._model.row_at(self._view.currentIndex())
        if isinstance(row, PersonRow) and not row.is_held:
            self._pick_asked((row.friend.id,))
        elif self._model.ticked():
            self._pick_asked(())

    def _pick_asked(self, friends: tuple[FriendId, ...]) -> None:
        """Pick who is ticked, else those."""
        self._pick(self._model.ticked() or friends)

    def _clicked(self, friend_id: FriendId, is_on_tick: bool) -> None:
        row = self._model.person(friend_id)
        if row is None or row.is_held:
            return
        if self._takes_several and (is_on_tick or self._model.ticked()):
            self._model.toggle(friend_id)
        else:
            self._pick((friend_id,))

    def _tell_ticked(self) -> None:
        """Offer to send to those who are ticked."""
        count = len(self._model.ticked())
        text = translate("FriendPicker", "Send to %n friend(s)", "", count)
        self._send.setText(text)
        self._send.setVisible(count > 0)
        has_files = self._content is not None and bool(self._content.paths)
        self._group.setVisible(count > 1 and has_files)
        height = self._layout.heightForWidth(self.width())
        box = QRect(self.pos(), QSize(self.width(), height))
        self.setGeometry(_inside(box, self.pos()))
        if count:
            announce(self, text)

    def _pick(self, friends: tuple[FriendId, ...]) -> None:
        self.close()
        content = self._content
        if content is not None and not self._group.isHidden():
            content = replace(content, group=self._group.mode)
        self.picked.emit(content, friends)


def _inset(widget: QWidget) -> QVBoxLayout:
    line = QVBoxLayout()
    line.setContentsMargins(MARGIN // 2, 0, MARGIN // 2, 0)
    line.addWidget(widget)
    return line


def _question(content: Content | None) -> str:
    if content is not None and content.picture is not None:
        return translate("FriendPicker", "Send the picture to")
    if content is None or content.text:
        return translate("FriendPicker", "Send the text to")
    return translate("FriendPicker", "Send %n item(s) to", "", len(content.paths))


def _inside(box: QRect, place: QPoint) -> QRect:
    screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
    area = screen.availableGeometry()
    box.moveRight(min(box.right(), area.right() - 8))
    box.moveBottom(min(box.bottom(), area.bottom() - 8))
    return box
