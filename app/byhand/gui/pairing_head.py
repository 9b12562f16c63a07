"""The top of a pairing's dialog: the two people, how sure they are of each other, and words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand.domain.profile import Profile
from byhand.gui.names import person_name
from byhand.gui.pairing_words import Words
from byhand.gui.theme import Theme
from byhand.gui.widgets import AvatarLabel, IconLabel, set_tone, text_label

SIGN = 24


class PairingHead(QWidget):
    """Shows both avatars with a sign between them, a heading and a paragraph."""

    def __init__(self, theme: Theme, me: Profile | None) -> None:
        super().__init__()
        size = theme.metrics.avatar_dialog
        mine = AvatarLabel(theme, size)
        if me is not None:
            mine.set_person(person_name(me.name), me.id)
        self._theirs = AvatarLabel(theme, size)
        self._sign = IconLabel(theme, "lock", "text_secondary", SIGN)
        self._heading = text_label(theme.fonts.heading2, wraps=True)
        self._heading.setObjectName("pairing-heading")
        self._text = text_label(theme.fonts.body, "", "secondary", wraps=True)
        self._text.setObjectName("pairing-text")
        for label in (self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        people = QHBoxLayout()
        people.setSpacing(16)
        people.addStretch(1)
        for part in (mine, self._sign, self._theirs):
            people.addWidget(part)
        people.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(people)
        layout.addSpacing(14)
        layout.addWidget(self._heading)
        layout.addSpacing(8)
        layout.addWidget(self._text)

    def show_person(self, name: str, key: bytes) -> None:
        """Show who the other one is, or says to be."""
        self._theirs.set_person(name, key)

    def show_words(self, words: Words) -> None:
        """Show what is said now."""
        self._heading.setText(words.heading)
        self._text.setText(words.text)
        self._text.setVisible(bool(words.text))
        set_tone(self._text, words.tone)
        self._sign.set_icon(*words.sign)
