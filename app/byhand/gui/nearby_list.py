"""People nearby in "Add a friend": a row with a button for each."""

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from byhand.domain.friend import Nearby
from byhand.domain.text import filled
from byhand.gui.names import person_name
from byhand.gui.painting import draw_tile
from byhand.gui.scroll_bar import scroll_area
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, IconLabel, push_button, text_label

SEARCHED_FROM = 8
"""More people than this can be searched by name."""
LIST_MARGIN = 6
MOST_SHOWN = 64
"""A crowd, or a machine that plays one, must not slow the window down."""


class NearbyList(QWidget):
    """Shows who is nearby, by name; or a sentence where nobody is.

    However many come and go at once, the rows are arranged once.
    """

    add_requested = Signal(str)  # key
    check_requested = Signal()
    arranged = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._names: dict[str, str] = {}
        self._rows: dict[str, _Row] = {}
        self.setObjectName("nearby-list")
        self._search = QLineEdit()
        self._search.setObjectName("find-nearby")
        self._search.setPlaceholderText(translate("AddFriend", "Find by name"))
        self._search.setAccessibleName(translate("AddFriend", "Find somebody nearby by name"))
        self._search.textChanged.connect(self._arrange)
        self._arranging = QTimer(self)
        self._arranging.setSingleShot(True)
        self._arranging.timeout.connect(self._arrange)
        self._more = text_label(theme.fonts.small, "", "tertiary", wraps=True)
        self._list, self._column = _scrolling_page()
        self._stack = QStackedLayout()
        self._check = push_button(translate("AddFriend", "Check connection…"), "link")
        self._check.setObjectName("check-nearby")
        self._check.clicked.connect(self.check_requested)
        self._nobody = _nobody(theme, self._check)
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._search)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._more)
        self._arrange()

    def put(self, nearby: Nearby) -> None:
        """Show somebody nearby, or their new name."""
        self._names[nearby.key] = person_name(nearby.name)
        self._arranging.start()

    def remove(self, key: str) -> None:
        """Take somebody off the list."""
        self._names.pop(key, None)
        self._arranging.start()

    def parts(self) -> list[QWidget]:
        """Return what can be used here, from top to bottom."""
        return [self._check, self._search, *sorted(self._rows.values(), key=self._column.indexOf)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card that the list lies on."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF((self._list if self._names else self._nobody).geometry())
        draw_tile(painter, box, radius, colours.surface, colours.border)
        painter.end()

    def _arrange(self) -> None:
        """Bring the rows to what they should be; those that stay keep the focus."""
        found = self._found_keys()
        shown = found[:MOST_SHOWN]
        for key in set(self._rows) - set(shown):
            self._drop(key)
        for place, key in enumerate(shown):
            self._settle(place, key)
        is_searched = self._search.text() != ""
        self._search.setVisible(len(self._names) > SEARCHED_FROM or is_searched)
        hidden = len(found) - len(shown)
        self._more.setText(translate("AddFriend", "and %n more: search by name", "", hidden))
        self._more.setVisible(hidden > 0)
        self._stack.setCurrentWidget(self._list if self._names else self._nobody)
        self.arranged.emit()

    def _found_keys(self) -> list[str]:
        wanted = self._search.text().strip().casefold()
        named = ((name.casefold(), key) for key, name in self._names.items())
        return [key for name, key in sorted(named) if wanted in name]

    def _settle(self, place: int, key: str) -> None:
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = _Row(self._theme)
            row.add.clicked.connect(lambda: self.add_requested.emit(key))
        row.show_name(self._names[key])
        if self._column.indexOf(row) != place:
            self._column.insertWidget(place, row)

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Row(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("nearby-row")
        self._name = ElidedLabel(theme.fonts.strong)
        self.add = push_button(translate("AddFriend", "Add"), "soft")
        self.add.setObjectName("add-nearby")
        self._icon = IconLabel(theme, "laptop", "text_secondary", 16)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(21)
        layout.addSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._name, 1)
        layout.addWidget(self.add)
        theme.changed.connect(self.update)

    def show_name(self, name: str) -> None:
        self._name.set_full_text(name)
        self.add.setAccessibleName(filled(translate("AddFriend", "Add {name}"), name=name))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed ring of somebody not known yet, as in the sidebar."""
        size = self._theme.metrics.avatar_sidebar
        ring = QRect(0, 0, size, size)
        ring.moveCenter(self._icon.geometry().center())
        pen = QPen(self._theme.palette.border_strong, 1.5)
        pen.setDashPattern([3, 2.4])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(ring).adjusted(1, 1, -1, -1))
        painter.end()


def _scrolling_page() -> tuple[QWidget, QVBoxLayout]:
    content = QWidget()
    content.setObjectName("ScrollContent")
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch(1)
    area = scroll_area(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page = QWidget()
    layout = QVBoxLayout(page)
    # Rows are cut off inside the card's line, not on it.
    layout.setContentsMargins(0, LIST_MARGIN, 0, LIST_MARGIN)
    layout.addWidget(area)
    return page, column


def _nobody(theme: Theme, check: QWidget) -> QWidget:
    page = QWidget()
    text = translate(
        "AddFriend", "They need Byhand open on the same network, with “Add a friend” open."
    )
    title = text_label(theme.fonts.strong, translate("AddFriend", "Nobody nearby"))
    explanation = text_label(theme.fonts.small, text, "secondary", wraps=True)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(40, 16, 40, 16)
    layout.setSpacing(4)
    layout.addStretch(1)
    layout.addWidget(IconLabel(theme, "users", "text_tertiary", 28), 0, _MIDDLE)
    layout.addSpacing(4)
    for label in (title, explanation):
        label.setAlignment(_MIDDLE)
        layout.addWidget(label)
    layout.addSpacing(4)
    layout.addWidget(check, 0, _MIDDLE)
    layout.addStretch(1)
    return page


_MIDDLE = Qt.AlignmentFlag.AlignHCenter
