"""The dialog that asks to whom a friend shall be introduced."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from byhand.domain.friend import Friend
from byhand.domain.text import filled
from byhand.gui.announcer import announce
from byhand.gui.avatars import draw_avatar
from byhand.gui.names import person_name
from byhand.gui.scroll_bar import ThinScrollBar
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button, text_label

WIDTH_LINES = 26
MOST_ROWS = 6
ROW_GAP = 12


class IntroduceDialog(QDialog):
    """Lists the friends who are there; `picked` tells one, and the caller closes the dialog."""

    picked = Signal(object)  # Friend

    def __init__(
        self, theme: Theme, friend: Friend, others: Sequence[Friend], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._others = sorted(others, key=lambda other: person_name(other.name).casefold())
        name = person_name(friend.name)
        title = filled(translate("Introduction", "Introduce {name} to…"), name=name)
        self.setObjectName("introduce")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = self._filled_list(title)
        self._problem = text_label(theme.fonts.small, "", "bad", wraps=True)
        self._problem.setObjectName("introduce-problem")
        self._problem.hide()
        self._go = push_button(translate("Introduction", "Introduce"), "primary")
        self._go.setObjectName("introduce-go")
        self._cancel = push_button(translate("Introduction", "Cancel"))
        self._cancel.setObjectName("introduce-cancel")
        self._lay_out(title, name)
        self._list.activated.connect(self._pick)
        self._go.clicked.connect(self._pick)
        self._go.setEnabled(bool(self._others))
        self._cancel.clicked.connect(self.reject)
        (self._list if self._others else self._cancel).setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why the two cannot be introduced."""
        self._problem.setText(sentence)
        self._problem.show()
        announce(self, sentence)

    def _pick(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._others):
            self.picked.emit(self._others[row])

    def _filled_list(self, title: str) -> QListWidget:
        size = self._theme.metrics.avatar_sidebar
        people = QListWidget()
        people.setObjectName("introduce-list")
        people.setAccessibleName(title)
        people.setIconSize(QSize(size, size))
        people.setVerticalScrollBar(ThinScrollBar(people))
        for other in self._others:
            item = QListWidgetItem(self._avatar(other, size), person_name(other.name), people)
            item.setSizeHint(QSize(0, size + ROW_GAP))
        people.setCurrentRow(0)
        rows = min(MOST_ROWS, max(1, len(self._others)))
        people.setFixedHeight(rows * (size + ROW_GAP) + 10)
        people.setVisible(bool(self._others))
        return people

    def _avatar(self, friend: Friend, size: int) -> QIcon:
        ratio = self._theme.ratio()
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.fonts.strong.font)
        box = QRectF(0, 0, size, size)
        draw_avatar(painter, box, person_name(friend.name), friend.id, self._theme.palette)
        painter.end()
        icon = QIcon(pixmap)
        # Of itself, Qt tints the picture of a chosen row.
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
        return icon

    def _lay_out(self, title: str, name: str) -> None:
        fonts = self._theme.fonts
        if self._others:
            text = translate(
                "Introduction",
                "Both see the name you use for the other, and become friends if both agree.",
            )
        else:
            text = filled(
                translate(
                    "Introduction",
                    "Nobody else is there right now. To introduce {name} to somebody, both of them"
                    " must be online.",
                ),
                name=name,
            )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._go)
        self._go.setVisible(bool(self._others))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(text_label(fonts.heading2, title, wraps=True))
        layout.addWidget(text_label(fonts.body, text, "secondary", wraps=True))
        layout.addWidget(self._list)
        layout.addWidget(self._problem)
        layout.addSpacing(8)
        layout.addLayout(row)
        self.setMinimumWidth(fonts.body.height * WIDTH_LINES)
