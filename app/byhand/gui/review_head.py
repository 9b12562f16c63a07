"""The top of the review of an offer: who it comes from, how sure we are of them, and of what."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.friend import Trust
from byhand.domain.text import filled, joined
from byhand.domain.transfer import Transfer
from byhand.gui.margins import set_margins
from byhand.gui.offer_words import offer_note
from byhand.gui.painting import paint_tile
from byhand.gui.person_row import FriendRow
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import (
    AvatarLabel,
    ElidedLabel,
    IconLabel,
    push_button,
    set_tone,
    text_label,
)

SHIELD = 18


class ReviewHead(QWidget):
    """Shows a friend and their offer; one who is not verified is warned of, with the way out."""

    verify_requested = Signal()

    def __init__(self, theme: Theme, transfer: Transfer, row: FriendRow) -> None:
        super().__init__()
        self._avatar = AvatarLabel(theme, theme.metrics.avatar_dialog)
        self._name = ElidedLabel(theme.fonts.heading2)
        self._shield = IconLabel(theme, "shield-check", "ok", SHIELD)
        self._line = ElidedLabel(theme.fonts.small, "", "secondary")
        self._line.setObjectName("review-standing")
        self.question = text_label(theme.fonts.body, review_question(transfer), wraps=True)
        self.question.setObjectName("review-question")
        note = offer_note(transfer)
        self._note = text_label(theme.fonts.small, note, "secondary", wraps=True)
        self._note.setVisible(bool(note))
        self._doubt = DoubtBand(theme)
        self._doubt.verify_requested.connect(self.verify_requested)
        self._lay_out()
        self.show_friend(row)

    def show_friend(self, row: FriendRow) -> None:
        """Show the friend as they are now."""
        self._avatar.set_person(row.name, row.friend.id)
        self._name.set_full_text(row.name)
        # The shield stays beside the name, however wide the dialog is.
        self._name.setMaximumWidth(self._name.full_width())
        icon = ("shield-check", "ok") if row.is_verified else ("shield-alert", "warn")
        self._shield.set_icon(*icon)
        self._shield.set_meaning(_standing(row))
        self._line.set_full_text(_line(row))
        set_tone(self._line, "secondary" if row.is_verified else "warning")
        self._doubt.show_friend(row)

    def end(self, sentence: str) -> None:
        """Say why there is nothing to answer any more, in place of the question."""
        self.question.setText(sentence)
        self._note.hide()
        self._doubt.setEnabled(False)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._name, 1)
        first.addWidget(self._shield)
        first.addStretch(0)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._line)
        words.addStretch(1)
        person = QHBoxLayout()
        person.setSpacing(16)
        person.addWidget(self._avatar)
        person.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(person)
        layout.addSpacing(4)
        layout.addWidget(self._doubt)
        layout.addWidget(self.question)
        layout.addWidget(self._note)


class DoubtBand(QWidget):
    """Says that codes were not compared with somebody, and leads there."""

    verify_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("review-doubt")
        self._text = text_label(theme.fonts.small, "", "warning", wraps=True)
        self._compare = push_button(translate("Review", "Compare codes…"))
        self._compare.setObjectName("review-compare")
        self._compare.clicked.connect(self.verify_requested)
        layout = QHBoxLayout(self)
        set_margins(layout, 14, 10, 10, 10)
        layout.setSpacing(12)
        layout.addWidget(IconLabel(theme, "shield-alert", "warn", SHIELD))
        layout.addWidget(self._text, 1)
        layout.addWidget(self._compare)
        theme.changed.connect(self.update)

    def show_friend(self, row: FriendRow) -> None:
        """Be there for a friend who is not verified; codes are compared with one who is here."""
        self.setVisible(row.friend.trust is Trust.UNVERIFIED)
        text = translate(
            "Review",
            "You have not compared codes with {name} yet. It may be someone else.",
        )
        self._text.setText(filled(text, name=row.name))
        self._compare.setEnabled(row.presence.is_online)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_row
        paint_tile(self, radius, colours.warn_soft, colours.warn_fill)


def review_question(transfer: Transfer) -> str:
    """Return what a friend wants, below their name: "wants to send you 6 files (1.9 GB)"."""
    if transfer.total_files == 0:
        return translate("Review", "wants to send you a folder")
    text = translate("Review", "wants to send you %n file(s) ({size})", "", transfer.total_files)
    return filled(text, size=wording.size(transfer.total_bytes, translate))


def _standing(row: FriendRow) -> str:
    if row.is_verified:
        return translate("Review", "Verified friend")
    return translate("Review", "Not verified yet")


def _line(row: FriendRow) -> str:
    standing = _standing(row)
    return standing if row.line == standing else joined((standing, row.line))
