"""Where things are dropped when no friend is chosen yet: a strip, or the whole empty queue."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from byhand.gui.content import content_of, may_be_taken
from byhand.gui.margins import set_margins
from byhand.gui.painting import draw_dashes, draw_tile, paint_tile
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, IconLabel, push_button, text_label


class DropArea(QWidget):
    """A dashed place that takes files, pictures and texts, solid while they are over it."""

    content_dropped = Signal(object, QPoint)  # Content, global place
    choose_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_target = False
        self.setAcceptDrops(True)
        theme.changed.connect(self.update)

    def set_target(self, is_target: bool) -> None:
        """Show whether a drop would be taken here."""
        if self._is_target != is_target:
            self._is_target = is_target
            self.tell_target(is_target)
            self.update()

    def tell_target(self, is_target: bool) -> None:
        """Say in words whether a drop would be taken here."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders, pictures and texts."""
        if may_be_taken(event.mimeData()):
            self.set_target(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        self.set_target(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped, and where."""
        self.set_target(False)
        content = content_of(event.mimeData())
        if content is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.content_dropped.emit(content, self.mapToGlobal(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._is_target:
            draw_tile(painter, box, radius, colours.accent_soft, colours.accent, 2.0)
        else:
            draw_dashes(painter, box, radius, colours.border_strong)
        painter.end()


class DropStrip(DropArea):
    """The narrow place above the queue."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("drop-strip")
        self._first = ElidedLabel(theme.fonts.strong)
        self._second = ElidedLabel(theme.fonts.small, "", "secondary")
        self.choose_button = push_button(translate("DropZone", "Choose files…"), "soft")
        self.choose_button.setObjectName("choose-files")
        self.choose_button.clicked.connect(self.choose_requested)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(self._first)
        lines.addWidget(self._second)
        layout = QHBoxLayout(self)
        set_margins(layout, 21, 11, 14, 12)
        layout.setSpacing(15)
        layout.addWidget(IconLabel(theme, "upload", "accent_text", 20))
        layout.addLayout(lines, 1)
        layout.addWidget(self.choose_button)
        self.tell_target(False)

    def tell_target(self, is_target: bool) -> None:
        """Say what a drop does."""
        if is_target:
            self._first.set_full_text(translate("DropZone", "Drop, then choose a friend"))
        else:
            self._first.set_full_text(translate("DropZone", "Drop files or folders here"))
        self._second.set_full_text(translate("DropZone", "or straight onto a friend on the left"))


class EmptyQueue(DropArea):
    """The whole queue while nothing is in it: a large place to drop things."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("empty-queue")
        self.title = text_label(theme.fonts.heading1)
        self.choose_button = push_button(translate("DropZone", "Choose files…"), "primary")
        self.choose_button.setObjectName("choose-files-empty")
        self.choose_button.clicked.connect(self.choose_requested)
        text = translate(
            "DropZone",
            "They go straight from your computer to your friend's, encrypted.\n"
            "Nothing is stored in between.",
        )
        layout = _centred(self)
        layout.addWidget(IconLabel(theme, "send", "accent_text", 46), 0, _MIDDLE)
        layout.addSpacing(8)
        layout.addWidget(self.title, 0, _MIDDLE)
        layout.addSpacing(8)
        layout.addWidget(_explanation(theme, text))
        layout.addSpacing(16)
        layout.addWidget(self.choose_button, 0, _MIDDLE)
        layout.addStretch(1)
        self.tell_target(False)

    def tell_target(self, is_target: bool) -> None:
        """Say what a drop does."""
        if is_target:
            self.title.setText(translate("DropZone", "Drop, then choose a friend"))
        else:
            self.title.setText(translate("DropZone", "Drop files or folders here"))


class FirstFriendCard(QWidget):
    """What is shown while there is nobody to send to."""

    invite_requested = Signal()
    nearby_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("first-friend")
        self.add_button = push_button(translate("DropZone", "Someone nearby"), "primary")
        self.add_button.setObjectName("add-first-friend")
        self.add_button.clicked.connect(self.nearby_requested)
        self.invite_button = push_button(translate("DropZone", "Invite by link"))
        self.invite_button.setObjectName("invite-first-friend")
        self.invite_button.clicked.connect(self.invite_requested)
        text = translate(
            "DropZone",
            "Find each other in one room, or send them an invitation link.\n"
            "Then drop files on their name: they go straight to their computer.",
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.invite_button)
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)
        layout = _centred(self)
        layout.addWidget(IconLabel(theme, "user-plus", "accent_text", 46), 0, _MIDDLE)
        layout.addSpacing(8)
        title = text_label(theme.fonts.heading1, translate("DropZone", "Add your first friend"))
        layout.addWidget(title, 0, _MIDDLE)
        layout.addSpacing(8)
        layout.addWidget(_explanation(theme, text))
        layout.addSpacing(16)
        layout.addLayout(buttons)
        layout.addStretch(1)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        paint_tile(self, radius, colours.surface, colours.border)


_MIDDLE = Qt.AlignmentFlag.AlignHCenter


def _centred(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(24, 24, 24, 24)
    layout.setSpacing(0)
    layout.addStretch(1)
    return layout


def _explanation(theme: Theme, text: str) -> QLabel:
    label = text_label(theme.fonts.body, text, "secondary", wraps=True)
    label.setAlignment(_MIDDLE)
    return label
