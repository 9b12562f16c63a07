"""Shift+F10 opens the menu of what has the focus, as the menu key does, on every system."""

from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget


def install_context_key(window: QWidget) -> None:
    """Let the key open menus in a window: Qt knows it on Windows alone."""
    QShortcut(QKeySequence("Shift+F10"), window).activated.connect(lambda: _ask(window))


def _ask(window: QWidget) -> None:
    focused = window.focusWidget() or window
    receiver = focused.viewport() if isinstance(focused, QAbstractScrollArea) else focused
    place = receiver.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, place, receiver.mapToGlobal(place))
    QApplication.sendEvent(receiver, event)
