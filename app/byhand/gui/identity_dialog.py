"""The dialog that explains an identity that has changed, and lets the user say who is who."""

from enum import Enum, auto

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from byhand import wording
from byhand.domain.friend import Friend
from byhand.domain.text import filled, joined
from byhand.gui.names import computer_name, person_name
from byhand.gui.painting import paint_tile
from byhand.gui.person_row import FriendRow
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import (
    AvatarLabel,
    ElidedLabel,
    IconLabel,
    fit_height,
    push_button,
    text_label,
)


class Verdict(Enum):
    """What the user says of somebody who came by a friend's name; there is no "continue anyway"."""

    SOMEBODY_ELSE = auto()
    ANOTHER_COMPUTER = auto()
    REPLACES = auto()
    BLOCK = auto()
    REMOVE = auto()


NEEDS_CODES = frozenset({Verdict.ANOTHER_COMPUTER, Verdict.REPLACES})
"""What may be said only of a newcomer with whom codes were compared."""


class IdentityDialog(QDialog):
    """Shows both identities and every way out; closed, both stay held."""

    verdict_given = Signal(object)  # Verdict
    verify_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        known: FriendRow,
        newcomer: FriendRow,
        now: float,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("identity-changed")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = filled(translate("Identity", "The identity of {name} has changed"), name=known.name)
        self.setWindowTitle(title)
        self._buttons: dict[Verdict, QPushButton] = {}
        self._doubt = QWidget()
        self._cards = QHBoxLayout()
        self._cards.setSpacing(12)
        for row, role in (
            (known, translate("Identity", "The friend you know")),
            (newcomer, translate("Identity", "The newcomer")),
        ):
            self._cards.addWidget(_IdentityCard(theme, row, role, now), 1)
        self._lay_out(theme, title, known.name, newcomer.name)
        self.show_newcomer(newcomer)

    def show_newcomer(self, newcomer: FriendRow) -> None:
        """Show what may be said of the newcomer as they are now."""
        for verdict in NEEDS_CODES:
            self._buttons[verdict].setEnabled(newcomer.is_verified)
        self._doubt.setVisible(not newcomer.is_verified)
        fit_height(self)

    def _lay_out(self, theme: Theme, title: str, known: str, newcomer: str) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(10)
        heading.addWidget(IconLabel(theme, "shield-alert", "bad", 22), 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(text_label(theme.fonts.heading2, title, wraps=True), 1)
        text = translate(
            "Identity",
            "They may have a new computer — or it is someone else. Nothing is sent to either of"
            " them until you say who is who.",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        layout.addLayout(heading)
        layout.addWidget(text_label(theme.fonts.body, text, "secondary", wraps=True))
        layout.addLayout(self._cards)
        question = filled(translate("Identity", "Who is {name}?"), name=newcomer)
        layout.addSpacing(2)
        layout.addWidget(text_label(theme.fonts.strong, question, wraps=True))
        layout.addLayout(self._ways_out(theme, known))
        self._lay_out_doubt(theme, known)
        layout.addWidget(self._doubt)
        later = push_button(translate("Identity", "Decide later"), "flat")
        later.setObjectName("identity-later")
        later.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(later)
        layout.addLayout(bottom)
        self.setMinimumWidth(round(theme.fonts.body.height * 36))
        later.setFocus()

    def _ways_out(self, theme: Theme, known: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        for number, (title, text, buttons) in enumerate(_ways(known)):
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(text_label(theme.fonts.body, title, wraps=True))
            words.addWidget(text_label(theme.fonts.small, text, "secondary", wraps=True))
            grid.addLayout(words, number, 0)
            verbs = QHBoxLayout()
            verbs.setSpacing(8)
            verbs.addStretch(1)
            for verdict, verb in buttons:
                button = self._buttons[verdict] = push_button(verb)
                button.setObjectName(f"verdict-{verdict.name.lower()}")
                button.setAccessibleDescription(title)
                button.clicked.connect(
                    lambda _=False, given=verdict: self.verdict_given.emit(given)
                )
                verbs.addWidget(button)
            grid.addLayout(verbs, number, 1)
        return grid

    def _lay_out_doubt(self, theme: Theme, known: str) -> None:
        text = translate(
            "Identity", "Compare codes with the newcomer before you believe that this is {name}."
        )
        compare = push_button(translate("Identity", "Compare codes…"), "soft")
        compare.setObjectName("identity-compare")
        compare.clicked.connect(self.verify_requested)
        row = QHBoxLayout(self._doubt)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(theme, "shield-alert", "warn", 16))
        words = text_label(theme.fonts.small, filled(text, name=known), "warning", wraps=True)
        row.addWidget(words, 1)
        row.addWidget(compare)


Way = tuple[str, str, tuple[tuple[Verdict, str], ...]]


def _ways(known: str) -> list[Way]:
    """Return the ways out: title, explanation, and a button for each verdict."""
    return [
        (
            translate("Identity", "Somebody else"),
            filled(
                translate("Identity", "They get a name of their own; {name} is as before."),
                name=known,
            ),
            ((Verdict.SOMEBODY_ELSE, translate("Identity", "Give a name…")),),
        ),
        (
            filled(translate("Identity", "Another computer of {name}"), name=known),
            translate("Identity", "Both are used from now on."),
            ((Verdict.ANOTHER_COMPUTER, translate("Identity", "Keep both")),),
        ),
        (
            filled(translate("Identity", "{name} on a new computer"), name=known),
            translate("Identity", "The old one is forgotten, with what waits for it."),
            ((Verdict.REPLACES, translate("Identity", "Replace the old one…")),),
        ),
        (
            translate("Identity", "Nobody I want to hear of"),
            filled(translate("Identity", "{name} is as before."), name=known),
            (
                (Verdict.REMOVE, translate("Identity", "Remove…")),
                (Verdict.BLOCK, translate("Identity", "Block…")),
            ),
        ),
    ]


class _IdentityCard(QWidget):
    """One of the two identities: what it is called, and what is known of it."""

    def __init__(self, theme: Theme, row: FriendRow, role: str, now: float) -> None:
        super().__init__()
        self._theme = theme
        avatar = AvatarLabel(theme, theme.metrics.avatar_queue)
        name = person_name(row.friend.name)
        avatar.set_person(name, row.friend.id)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(ElidedLabel(theme.fonts.small, role, "secondary"))
        lines.addWidget(ElidedLabel(theme.fonts.strong, name))
        for text in (computer_name(row.friend), _seen_line(row, now), _codes_line(row.friend)):
            lines.addWidget(ElidedLabel(theme.fonts.small, text, "secondary"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 13, 14, 13)
        layout.setSpacing(12)
        layout.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(lines, 1)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        paint_tile(self, radius, colours.surface, colours.border)


def _seen_line(row: FriendRow, now: float) -> str:
    line = wording.last_seen_line(row.presence.last_seen, now, translate)
    introducer = person_name(row.friend.introduced_by)
    if not introducer:
        return line
    text = filled(translate("Identity", "Introduced by {name}"), name=introducer)
    return joined((text, line))


def _codes_line(friend: Friend) -> str:
    if not friend.verified_at:
        return translate("Identity", "Not verified yet")
    day = QDateTime.fromSecsSinceEpoch(int(friend.verified_at)).date()
    date = QLocale().toString(day, QLocale.FormatType.ShortFormat)
    return filled(translate("Identity", "Verified on {date}"), date=date)
