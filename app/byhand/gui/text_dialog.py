"""A text that was sent or received, to be read and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from byhand.domain.text import ELLIPSIS, safe_lines
from byhand.gui.announcer import announce
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, push_button

SHOWN_CHARACTERS = 20_000
"""Much more would hold the window up; what is copied is whole."""


def show_text(theme: Theme, parent: QWidget, title: str, text: str) -> None:
    """Open a text of anybody's; `title` is safe to show."""
    dialog = QDialog(parent)
    dialog.setObjectName("text")
    dialog.setWindowTitle(translate("TextDialog", "Text"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    words = QPlainTextEdit(_shown(text))
    words.setObjectName("text-words")
    words.setAccessibleName(title)
    words.setReadOnly(True)
    words.setTabChangesFocus(True)
    copy = push_button(translate("TextDialog", "Copy"), "soft")
    copy.setObjectName("text-copy")
    copy.clicked.connect(lambda: _copy(dialog, text))
    close = push_button(translate("TextDialog", "Close"), "primary")
    close.setObjectName("text-close")
    close.clicked.connect(dialog.accept)
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    buttons.addWidget(copy)
    buttons.addWidget(close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 22, 24, 18)
    layout.setSpacing(12)
    layout.addWidget(ElidedLabel(theme.fonts.heading2, title))
    layout.addWidget(words, 1)
    layout.addLayout(buttons)
    unit = theme.fonts.body.height
    dialog.resize(unit * 28, unit * 20)
    dialog.open()
    words.setFocus()


def _shown(text: str) -> str:
    shown = "\n".join(safe_lines(text[:SHOWN_CHARACTERS]))
    return shown + ELLIPSIS if len(text) > SHOWN_CHARACTERS else shown


def _copy(dialog: QDialog, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    announce(dialog, translate("TextDialog", "Copied"))
