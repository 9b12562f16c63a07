"""Drags files over a widget, as the desktop would."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_COPY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def files(*paths: str) -> QMimeData:
    """Return what a file manager puts into a drag or on the clipboard."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return mime


def drag_over(widget: QWidget, place: QPoint, mime: QMimeData) -> QDragMoveEvent:
    """Drag something onto a widget and move there; return the move as it was answered."""
    enter = QDragEnterEvent(place, _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(widget, enter)
    move = QDragMoveEvent(place, _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(widget, move)
    return move


def drop(widget: QWidget, place: QPoint, paths: Sequence[str]) -> QDropEvent:
    """Drag files onto a widget and let go; return the drop as it was answered."""
    mime = files(*paths)
    drag_over(widget, place, mime)
    event = QDropEvent(QPointF(place), _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(widget, event)
    return event
