"""What is typed is looked for once its writer pauses."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

TYPING_MS = 250
"""Nobody looks for each letter of a word among a million names."""


def typing_pause(
    field: QLineEdit, look: Callable[[], None], milliseconds: int = TYPING_MS
) -> QTimer:
    """Call `look` so long after the last change of a field; stop the timer to look at once."""
    timer = QTimer(field)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(look)
    field.textChanged.connect(lambda _: timer.start())
    return timer
