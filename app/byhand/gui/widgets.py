"""Small pieces that the window's parts are put together from."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from byhand.domain.text import ELLIPSIS, EXTENSION_CHARACTERS, joined
from byhand.gui.avatars import draw_avatar, draw_presence
from byhand.gui.fonts import Face
from byhand.gui.key_button import PushButton
from byhand.gui.names import plain_tool_tip
from byhand.gui.reading import align_at_beginning, in_order
from byhand.gui.theme import Theme


def text_label(face: Face, text: str = "", tone: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label that shows text as it is, never as markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setFont(face.font)
    label.setWordWrap(wraps)
    align_at_beginning(label)
    if tone:
        set_tone(label, tone)
    return label


def set_tone(label: QLabel, tone: str) -> None:
    """Give a label one of the style sheet's tones: secondary, tertiary, good, warning, bad."""
    if label.property("tone") != tone:
        label.setProperty("tone", tone)
        label.style().unpolish(label)
        label.style().polish(label)


def push_button(text: str, look: str = "") -> QPushButton:
    """Return a button in one of the style sheet's looks: primary, soft, flat, link, or plain."""
    button = PushButton(text)
    button.setProperty("look", look)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if look == "link":
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


def fit_height(dialog: QWidget) -> None:
    """Make a dialog as high as its wrapped texts need; Qt reckons with lines too short."""
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    width = max(dialog.width() if dialog.isVisible() else 0, layout.totalMinimumSize().width())
    width = max(width, dialog.minimumWidth())
    dialog.resize(width, layout.totalHeightForWidth(width))


def make_room(dialog: QWidget) -> None:
    """Make a dialog higher if its wrapped texts need that."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        needed = layout.totalHeightForWidth(dialog.width())
        dialog.resize(dialog.width(), max(dialog.height(), needed))


class ElidedLabel(QLabel):
    """A line of plain text that is shortened with "…" instead of widening the window."""

    def __init__(self, face: Face, text: str = "", tone: str = "") -> None:
        super().__init__()
        self._face = face
        self._full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(face.font)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        align_at_beginning(self)
        if tone:
            set_tone(self, tone)
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        """Show a line; screen readers get all of it."""
        self._full = text
        self.setAccessibleName(text)
        self._fit()

    def full_text(self) -> str:
        """Return the whole line."""
        return self._full

    def full_width(self) -> int:
        """Return the width that the whole line needs."""
        return self._face.width(self._full) + 2

    def sizeHint(self) -> QSize:
        """Return the size of the whole line."""
        return QSize(self.full_width(), self._face.height)

    def minimumSizeHint(self) -> QSize:
        """Return that it may get as narrow as a word."""
        return QSize(30, self._face.height)

    def resizeEvent(self, event: object) -> None:
        """Shorten anew."""
        self._fit()

    def _fit(self) -> None:
        self.setText(in_order(self._face.elided(self._full, self.width())))


class FoldedLabel(ElidedLabel):
    """A line of plain text that goes on in a second one before anything is left out."""

    def lines(self, width: int) -> tuple[str, ...]:
        """Return the one or two lines that are shown in a width."""
        return self._face.folded(self._full, width)

    def lines_width(self, width: int) -> int:
        """Return what the lines need of a width."""
        return min(width, max(map(self._face.width, self.lines(width))) + 2)

    def lines_height(self, width: int) -> int:
        """Return the height of the lines that are shown in a width."""
        more = len(self.lines(width)) - 1
        return self._face.height + more * self._face.metrics.lineSpacing()

    def _fit(self) -> None:
        self.setText("\n".join(self.lines(self.width())))


class TitleLabel(ElidedLabel):
    """A line that begins with what a file is called: what follows leaves its extension in sight."""

    _title = ""
    _rest = ""

    def set_title(self, title: str, rest: str) -> None:
        """Show what something is called, and what is said of it; either may be ""."""
        self._title, self._rest = title, rest
        self.set_full_text(joined(filter(None, (title, rest))))

    def _fit(self) -> None:
        width = self.width()
        if not self._title or self._face.width(self._full) < width:
            super()._fit()
            return
        # Texts' widths are rounded, each.
        behind = self._face.width(joined(("", self._rest))) + 2 if self._rest else 0
        dot = self._title.rfind(".", -EXTENSION_CHARACTERS)
        # As much is left of the start.
        least = 2 * self._face.width(ELLIPSIS + self._title[dot:]) if dot > 0 else 0
        room = min(width, max(width - behind, width // 2, least))
        # Shortened first and isolated then, an isolate never loses its end.
        title = self._face.elided(self._title, room, keeps_end=True)
        self.setText(self._face.elided(joined(filter(None, (title, self._rest))), width))


class IconLabel(QWidget):
    """An icon that follows the theme; `ink` names one of the palette's colours."""

    def __init__(self, theme: Theme, name: str, ink: str, size: int) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._ink = ink
        self._size = size
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def set_icon(self, name: str, ink: str) -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self.update()

    def set_meaning(self, text: str) -> None:
        """Say in words what the icon stands for, to pointers and screen readers."""
        self.setToolTip(text)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        colour = getattr(self._theme.palette, self._ink)
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._theme.icons.pixmap(self._name, colour, self._size, ratio))
        painter.end()


class AvatarLabel(QWidget):
    """Somebody's avatar; with `is_online` set, their presence too."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme = theme
        self._name = ""
        self._key = b""
        self._is_online: bool | None = None
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def set_person(self, name: str, key: bytes, is_online: bool | None = None) -> None:
        """Show a person."""
        self._name, self._key, self._is_online = name, key, is_online
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the avatar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.fonts.strong.font)
        box = QRectF(self.rect())
        colours = self._theme.palette
        draw_avatar(painter, box, self._name, self._key, colours)
        if self._is_online is not None:
            draw_presence(painter, box, self._is_online, colours, colours.sidebar)
        painter.end()


class IconButton(QToolButton):
    """A tool button with an icon that follows the theme, named for screen readers."""

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        size = theme.metrics.hit_target
        self.setFixedSize(size, size)
        self.setIconSize(QSize(theme.metrics.icon, theme.metrics.icon))
        self.set_name(name)
        theme.changed.connect(self._dress)
        self._dress()

    def place_below(self) -> QPoint:
        """Return where on the screen a menu of it opens."""
        return self.mapToGlobal(self.rect().bottomLeft())

    def set_face(self, icon: str, name: str) -> None:
        """Show another icon and name."""
        if icon != self._icon:
            self._icon = icon
            self._dress()
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what it does now, to pointers and screen readers."""
        self.setToolTip(plain_tool_tip(name))
        self.setAccessibleName(name)

    def _dress(self) -> None:
        ink = self._theme.palette.text_secondary
        self.setIcon(self._theme.icons.icon(self._icon, ink, self._theme.metrics.icon))


class IconPushButton(PushButton):
    """A push button with an icon that follows the theme; `ink` names a colour."""

    def __init__(self, theme: Theme, icon: str, text: str, ink: str, look: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._ink = ink
        self._set_text(text)
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        size = theme.metrics.icon - 2
        self.setIconSize(QSize(size, size))
        theme.changed.connect(self._dress)
        self._dress()

    def set_face(self, icon: str, text: str) -> None:
        """Show another icon and text."""
        self._icon = icon
        self._set_text(text)
        self._dress()

    def _set_text(self, text: str) -> None:
        # Qt leaves next to no room between icon and words.
        self.setText(f" {text}" if text else "")
        self.setAccessibleName(text)

    def _dress(self) -> None:
        colour = getattr(self._theme.palette, self._ink)
        self.setIcon(self._theme.icons.icon(self._icon, colour, self.iconSize().width()))
