"""The card of somebody who asks for something other than to send files: a yes must be meant."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from byhand.gui.block_menu import below, open_block_menu
from byhand.gui.margins import set_margins
from byhand.gui.offer_card import ARMING_MS
from byhand.gui.painting import paint_tile
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import AvatarLabel, IconButton, push_button, text_label

TEXT_CHARACTERS = 34
"""The text gets room for so many letters beside the buttons, or they go below it."""


class RequestCard(QWidget):
    """Shows who asks for what; the yes is asleep at first, so that no stray click hits it."""

    agreed = Signal()
    declined = Signal()
    block_requested = Signal()

    def __init__(self, theme: Theme, yes: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("request")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._avatar = AvatarLabel(theme, theme.metrics.avatar_queue)
        self._question = text_label(theme.fonts.strong, wraps=True)
        self._details = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._more = IconButton(theme, "ellipsis", translate("Request", "More"))
        self._more.setObjectName("request-more")
        self._more.hide()
        self._no = push_button(translate("Request", "Not now"), "flat")
        self._no.setObjectName("request-no")
        self._yes = push_button(yes, "primary")
        self._yes.setObjectName("request-yes")
        self._yes.setEnabled(False)
        self._buttons = QHBoxLayout()
        self._lay_out()
        self._no.clicked.connect(self.declined)
        self._yes.clicked.connect(self.agreed)
        shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._yes.click)
        arming = QTimer(self)
        arming.setSingleShot(True)
        arming.timeout.connect(lambda: self._yes.setEnabled(True))
        arming.start(ARMING_MS)
        theme.changed.connect(self.update)

    def show_request(self, name: str, key: bytes, question: str, details: str) -> None:
        """Show who asks, and for what."""
        self._avatar.set_person(name, key)
        self._question.setText(question)
        self._details.setText(details)
        self._details.setVisible(bool(details))
        self._no.setAccessibleName(f"{self._no.text()}: {question}")
        self._yes.setAccessibleName(f"{self._yes.text()}: {question}")
        self.setAccessibleName(question)
        self.setAccessibleDescription(details)

    def offer_block(self, name: str) -> None:
        """Have somebody blocked from here, too."""
        ask = self.block_requested.emit
        self._more.clicked.connect(lambda: open_block_menu(self, below(self._more), name, ask))
        self._more.show()

    def heightForWidth(self, width: int) -> int:
        """Return the height in a width; in little of it the buttons go below the text."""
        self._arrange(width)
        return super().heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Return that it may get as narrow as its buttons."""
        margins = self._row.contentsMargins()
        width = self._buttons.sizeHint().width() + margins.left() + margins.right()
        return QSize(width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the focus or the state is another."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card; with a wider line while it has the focus."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        width = 2.0 if self.hasFocus() else 1.0
        paint_tile(self, radius, colours.surface, colours.accent, width)

    def _arrange(self, width: int) -> None:
        text = self._theme.fonts.strong.width("n") * TEXT_CHARACTERS
        needed = self.minimumSizeHint().width() + self._avatar.width() + text
        is_wide = width >= needed
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if is_wide else direction.TopToBottom
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(3)
        lines.addStretch(1)
        lines.addWidget(self._question)
        lines.addWidget(self._details)
        lines.addStretch(1)
        person = QHBoxLayout()
        person.setSpacing(14)
        person.addWidget(self._avatar)
        person.addLayout(lines, 1)
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._more)
        self._buttons.addWidget(self._no)
        self._buttons.addWidget(self._yes)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        set_margins(self._row, 17, 13, 14, 13)
        self._row.setSpacing(8)
        self._row.addLayout(person, 1)
        self._row.addLayout(self._buttons)
