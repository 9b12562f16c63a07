"""A push button and the keys that press it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class PushButton(QPushButton):
    """Enter presses it, as Space does, while it has the focus; from a field beside it it does not.

    A key that is still held from elsewhere presses nothing.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (is_enter and is_alone):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
