"""Round pictures of people, made from their initials and their identity."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from byhand.gui.names import initials
from byhand.gui.palette import Palette


def draw_avatar(
    painter: QPainter, box: QRectF, name: str, key: bytes, palette: Palette, opacity: float = 1.0
) -> None:
    """Draw somebody's avatar into a square."""
    draw_disc(painter, box, key, palette, opacity)
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    font = QFont(painter.font())
    font.setPixelSize(round(box.height() * 0.375))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(palette.avatar(key).ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


def draw_disc(
    painter: QPainter, box: QRectF, key: bytes, palette: Palette, opacity: float = 1.0
) -> None:
    """Draw what lies behind the letters of an avatar."""
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.avatar(key).fill)
    painter.drawEllipse(box)
    painter.restore()


def draw_presence(
    painter: QPainter, box: QRectF, is_online: bool, palette: Palette, behind: QColor
) -> None:
    """Draw the dot that tells whether somebody is there: filled, or a hollow ring."""
    size = round(box.height() * 0.30)
    centre = QPointF(box.right() - size * 0.46, box.bottom() - size * 0.46)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(behind)
    painter.drawEllipse(centre, size / 2 + 2, size / 2 + 2)
    if is_online:
        painter.setBrush(palette.presence)
        painter.drawEllipse(centre, size / 2, size / 2)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.idle, 2))
        painter.drawEllipse(centre, size / 2 - 1, size / 2 - 1)
    painter.restore()
