"""Drops something on the window, and pastes it."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gui.conftest import Opened
from tests.helpers.dragging import drag_over


def drop(widget: QWidget, place: QPoint, mime: QMimeData) -> QDropEvent:
    drag_over(widget, place, mime)
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(place), action, mime, left, Qt.KeyboardModifier.NoModifier)
    QGuiApplication.sendEvent(widget, event)
    return event


def paste(opened: Opened, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(opened.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
