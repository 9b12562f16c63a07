"""Shapes and texts that several parts of the window are drawn with."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from byhand.gui.fonts import Face
from byhand.gui.reading import is_read_from_right

STRIPE = 7


def mirrored(direction: Qt.LayoutDirection, bounds: QRect, part: QRect) -> QRect:
    """Return where a part lies in its bounds for a reading direction."""
    return QStyle.visualRect(direction, bounds, part)


def draw_tile(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw a rounded tile; its border lies wholly inside the box."""
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = width / 2 if border is not None else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def paint_tile(
    widget: QWidget,
    radius: float,
    fill: QColor,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw a tile over the whole of a widget; for its paintEvent."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_tile(painter, QRectF(widget.rect()), radius, fill, border, width)
    painter.end()


def draw_dashes(painter: QPainter, box: QRectF, radius: float, colour: QColor) -> None:
    """Draw the dashed outline of a place to drop things."""
    pen = QPen(colour, 1.5)
    pen.setDashPattern([5, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)


def draw_text(
    painter: QPainter,
    box: QRect,
    face: Face,
    colour: QColor,
    text: str,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    keeps_end: bool = False,
) -> None:
    """Draw one line of plain text, shortened with "…" where it does not fit; see Face.elided."""
    painter.setFont(face.font)
    painter.setPen(colour)
    flags = (alignment | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute).value
    if not is_read_from_right(text):
        # "3 files" is not "files 3", whichever way the window is read.
        flags |= Qt.TextFlag.TextForceLeftToRight.value
    painter.drawText(box, flags, face.elided(text, box.width(), keeps_end=keeps_end))


def draw_bar(
    painter: QPainter,
    box: QRectF,
    span: tuple[float, float],
    colour: QColor,
    track: QColor,
    stripes: QColor | None = None,
) -> None:
    """Draw a rounded progress bar filled from span[0] to span[1], both 0 to 1."""
    radius = box.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(track)
    painter.drawRoundedRect(box, radius, radius)
    start, end = span
    if end <= start:
        return
    width = max(box.height(), box.width() * (end - start))
    left = min(box.left() + box.width() * start, box.right() - width)
    filled = QRectF(left, box.top(), width, box.height())
    painter.setBrush(QBrush(colour))
    painter.drawRoundedRect(filled, radius, radius)
    if stripes is not None:
        _draw_stripes(painter, filled, stripes)


def _draw_stripes(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(colour, 2.5))
    x = box.left()
    while x < box.right() + box.height():
        painter.drawLine(QPointF(x - box.height(), box.bottom()), QPointF(x, box.top()))
        x += STRIPE
    painter.restore()
