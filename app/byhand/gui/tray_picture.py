"""The icon in the tray: the program's own, with a sign of what goes on at its corner."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from byhand.gui.palette import Palette
from byhand.gui.tray_status import TrayState
from byhand.resources import resource_path

SIZES = (16, 22, 24, 32, 48, 64)
SIGN = 0.54
"""How much of the icon's width the sign takes, at its lower corner."""


class TrayPicture:
    """Draws the icon of each state; a sign differs from the others by its shape, too."""

    def __init__(self) -> None:
        self._renderer = QSvgRenderer(str(resource_path("app-icon/byhand.svg")))

    def icon(self, state: TrayState, colours: Palette) -> QIcon:
        """Return the icon of a state, sharp in the sizes that trays use."""
        icon = QIcon()
        for size in SIZES:
            icon.addPixmap(self.pixmap(state, colours, size))
        return icon

    def pixmap(self, state: TrayState, colours: Palette, size: int) -> QPixmap:
        """Return the icon in one size."""
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(0, 0, size, size))
        if state is not TrayState.PLAIN:
            _draw_sign(painter, size, state, colours)
        painter.end()
        return pixmap


def _draw_sign(painter: QPainter, size: int, state: TrayState, colours: Palette) -> None:
    across = max(10.0, round(size * SIGN))
    box = QRectF(size - across, size - across, across, across)
    # On a ground of its own: nobody knows what colour the panel is.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.surface)
    painter.drawEllipse(box)
    edge = max(1.0, round(across * 0.1))
    inner = box.adjusted(edge, edge, -edge, -edge)
    match state:
        case TrayState.REQUEST:
            painter.setBrush(colours.warn_fill)
            painter.drawEllipse(inner)
        case TrayState.RUNNING:
            width = max(2.0, inner.width() * 0.24)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.ok, width))
            painter.drawEllipse(inner.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        case _:
            _draw_bars(painter, box, colours.text_secondary)


def _draw_bars(painter: QPainter, box: QRectF, colour: QColor) -> None:
    width = max(2.0, round(box.width() * 0.18))
    height = round(box.height() * 0.5)
    left = round(box.center().x() - 1.5 * width)
    top = round(box.center().y() - height / 2)
    painter.setBrush(colour)
    for number in range(2):
        painter.drawRect(QRectF(left + 2 * number * width, top, width, height))
