"""The first line of an offer's card: who wants to send what, and how sure we are of them."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, FoldedLabel, IconLabel

ICON = 15
GAP = 7


class OfferHeadline(QWidget):
    """Lays out a question and a badge; in little room the badge loses its words first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._question = FoldedLabel(theme.fonts.strong)
        self._shield = IconLabel(theme, "shield-check", "ok", ICON)
        self._words = ElidedLabel(theme.fonts.small, "", "warning")
        for part in (self._question, self._shield, self._words):
            part.setParent(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_question(self, question: str, *, is_verified: bool) -> None:
        """Show who wants to send what; a friend who is not verified is pointed out in words."""
        unverified = translate("Offer", "Not verified yet")
        self._question.set_full_text(question)
        self._shield.set_icon(
            *(("shield-check", "ok") if is_verified else ("shield-alert", "warn"))
        )
        self._shield.set_meaning(translate("Offer", "Verified") if is_verified else unverified)
        self._words.set_full_text("" if is_verified else unverified)
        self.updateGeometry()
        self._arrange()

    def question_width(self) -> int:
        """Return the width that the question needs on one line, with its badge as an icon."""
        # The question may still be folded when it fits to the pixel.
        return self._question.full_width() + GAP + ICON + 1

    def sizeHint(self) -> QSize:
        """Return the size of everything on one line."""
        width = self._question.full_width() + GAP + ICON + self._words_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return that it may get as narrow as a word."""
        return QSize(self._question.minimumSizeHint().width() + GAP + ICON, ICON)

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line or two."""
        return max(ICON, self._question.lines_height(_room(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = _room(self.width())
        width = self._question.lines_width(room)
        self._place(self._question, QRect(0, 0, width, self._question.lines_height(room)))
        line = self._question.sizeHint().height()
        left = width + GAP
        self._place(self._shield, QRect(left, (line - ICON) // 2, ICON, ICON))
        has_words = left + ICON + self._words_width() <= self.width()
        self._words.setVisible(has_words and self._words.full_text() != "")
        self._place(self._words, QRect(left + ICON + GAP, 0, self._words.full_width(), line))

    def _words_width(self) -> int:
        return GAP + self._words.full_width() if self._words.full_text() else 0

    def _place(self, part: QWidget, box: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))


def _room(width: int) -> int:
    """Return how much of a width is left for the question."""
    return max(0, width - GAP - ICON)
