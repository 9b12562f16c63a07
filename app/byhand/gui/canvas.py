"""A painter on one row: knows the theme, and turns the row round for right-to-left readers."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from byhand.gui.avatars import draw_avatar, draw_disc
from byhand.gui.fonts import Face
from byhand.gui.painting import draw_text, draw_tile
from byhand.gui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight


class Canvas:
    """Draws parts whose boxes are given for left-to-right reading."""

    def __init__(
        self, painter: QPainter, theme: Theme, bounds: QRect, direction: Qt.LayoutDirection
    ) -> None:
        self.painter = painter
        self.bounds = bounds
        self._theme = theme
        self._direction = direction
        self._is_mirrored = direction is Qt.LayoutDirection.RightToLeft
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @classmethod
    def for_row(cls, painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> "Canvas":
        """Return a canvas on a view's row."""
        return cls(painter, theme, option.rect, option.direction)

    @property
    def is_mirrored(self) -> bool:
        """Whether it is read from right to left."""
        return self._is_mirrored

    def place(self, box: QRect) -> QRect:
        """Return where a box lies on the screen."""
        return QStyle.visualRect(self._direction, self.bounds, box)

    def text(
        self, box: QRect, face: Face, colour: QColor, text: str, *, at_end: bool = False
    ) -> None:
        """Draw one line at the start or the end of a box."""
        side = RIGHT if at_end != self._is_mirrored else LEFT
        draw_text(self.painter, self.place(box), face, colour, text, side)

    def file_name(self, box: QRect, face: Face, colour: QColor, name: str) -> None:
        """Draw what a file is called at the start of a box; its extension is always seen."""
        side = RIGHT if self._is_mirrored else LEFT
        draw_text(self.painter, self.place(box), face, colour, name, side, keeps_end=True)

    def centred_text(self, box: QRect, face: Face, colour: QColor, text: str) -> None:
        """Draw one line in the middle of a box."""
        middle = Qt.AlignmentFlag.AlignHCenter
        draw_text(self.painter, self.place(box), face, colour, text, middle)

    def icon(self, name: str, colour: QColor, left: int, middle: int, size: int) -> None:
        """Draw an icon whose left edge and vertical middle are given."""
        box = self.place(QRect(QPoint(left, middle - size // 2), QSize(size, size)))
        pixmap = self._theme.icons.pixmap(name, colour, size, self._theme.ratio())
        self.painter.drawPixmap(box.topLeft(), pixmap)

    def avatar(self, box: QRect, name: str, key: bytes, opacity: float) -> QRectF:
        """Draw somebody's avatar and return where it lies on the screen."""
        place = QRectF(self.place(box))
        draw_avatar(self.painter, place, name, key, self._theme.palette, opacity)
        return place

    def computer(self, box: QRect, key: bytes, opacity: float) -> QRectF:
        """Draw the avatar of a computer of my own and return where it lies on the screen."""
        place = QRectF(self.place(box))
        colours, size = self._theme.palette, self._theme.metrics.icon
        draw_disc(self.painter, place, key, colours, opacity)
        ink = QColor(colours.avatar(key).ink)
        ink.setAlphaF(opacity)
        left = box.left() + (box.width() - size) // 2
        self.icon("monitor", ink, left, box.center().y() + 1, size)
        return place

    def card(self, box: QRect, radius: float, fill: QColor, border: QColor, width: float) -> None:
        """Draw a large rounded tile from a kept picture: drawing it anew costs most of a row."""
        key = (box.width(), box.height(), radius, fill.rgba(), border.rgba(), width)
        ratio = self._theme.ratio()
        pixmap = self._theme.cards.get((*key, ratio))
        if pixmap is None:
            pixmap = _card_pixmap(box.size(), ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_tile(painter, QRectF(QPoint(), box.size()), radius, fill, border, width)
            painter.end()
            self._theme.cards.put((*key, ratio), pixmap)
        self.painter.drawPixmap(self.place(box).topLeft(), pixmap)

    def tile(
        self,
        box: QRect,
        radius: float,
        fill: QColor | None,
        border: QColor | None = None,
        width: float = 1.0,
    ) -> None:
        """Draw a rounded tile."""
        draw_tile(self.painter, QRectF(self.place(box)), radius, fill, border, width)


def _card_pixmap(size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
