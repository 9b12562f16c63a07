"""Files on their way out of the window, to a file manager or another program."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDrag, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from byhand.domain.text import filled, safe_text
from byhand.gui.translation import translate

NAME_CHARACTERS = 80
WIDEST = 260
PAD = 12
RADIUS = 8.0
BESIDE_POINTER = QPoint(-12, -10)
_Role = QPalette.ColorRole


def drag_files(view: QWidget, paths: Sequence[str]) -> None:
    """Drag files until the user lets go; they are copied, and stay where they are."""
    files_drag(view, paths).exec(Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)


def files_drag(view: QWidget, paths: Sequence[str]) -> QDrag:
    """Return a drag of files by their absolute paths, not begun yet: `text/uri-list`."""
    mime = QMimeData()
    # Bytes in a name that are no text get to the other program as they are.
    mime.setUrls([QUrl.fromEncoded(Path(path).as_uri().encode()) for path in paths])
    drag = QDrag(view)
    drag.setMimeData(mime)
    drag.setPixmap(_picture(view, _label(paths)))
    drag.setHotSpot(BESIDE_POINTER)
    return drag


def _label(paths: Sequence[str]) -> str:
    """Return what the pointer carries: "notes.txt", "notes.txt and 2 more"."""
    name = safe_text(Path(paths[0]).name, NAME_CHARACTERS)
    others = len(paths) - 1
    if not others:
        return name
    return filled(translate("DragOut", "{name} and %n more", "", others), name=name)


def _picture(view: QWidget, text: str) -> QPixmap:
    metrics, colours = QFontMetrics(view.font()), view.palette()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, WIDEST - 2 * PAD)
    size = QSize(metrics.horizontalAdvance(shown) + 2 * PAD, metrics.height() + PAD)
    ratio = view.devicePixelRatioF()
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colours.color(_Role.Accent))
    painter.setBrush(colours.color(_Role.Base))
    edge = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    painter.drawRoundedRect(edge, RADIUS, RADIUS)
    painter.setFont(view.font())
    painter.setPen(colours.color(_Role.Text))
    painter.drawText(QRect(QPoint(), size), Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return pixmap
