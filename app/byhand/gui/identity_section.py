"""The part of the settings about one's own identity: a copy of it, and taking one over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button, set_tone, text_label


class IdentitySection(QWidget):
    """Says what the identity is, and leads to the two dialogs about it."""

    save_requested = Signal()
    take_over_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        text = translate(
            "Settings",
            "Your identity is what friends know you by; it exists on this computer only. With a"
            " copy you stay yourself when the computer is lost, or move to another one.",
        )
        save = push_button(translate("Settings", "Save a copy…"))
        save.setObjectName("save-identity")
        take_over = push_button(translate("Settings", "Take over from a file…"))
        take_over.setObjectName("take-over-identity")
        self._outcome = text_label(theme.fonts.small, "", "good", wraps=True)
        self._outcome.setObjectName("identity-outcome")
        self._outcome.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(save)
        buttons.addWidget(take_over)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(text_label(theme.fonts.small, text, "secondary", wraps=True))
        layout.addLayout(buttons)
        layout.addWidget(self._outcome)
        save.clicked.connect(self.save_requested)
        take_over.clicked.connect(self.take_over_requested)

    def say(self, sentence: str, tone: str) -> None:
        """Say what has come of it."""
        set_tone(self._outcome, tone)
        self._outcome.setText(sentence)
        self._outcome.show()
