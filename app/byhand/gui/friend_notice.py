"""The quiet line above the queue about the chosen friend: what should be settled with them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId
from byhand.domain.text import filled
from byhand.gui.margins import set_margins
from byhand.gui.names import person_name
from byhand.gui.painting import paint_tile
from byhand.gui.person_row import PersonRow, Standing
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconButton, IconLabel, push_button, text_label


class FriendNotice(QWidget):
    """Speaks of a friend's codes not compared or identity in doubt; dismissed, it stays away."""

    verify_requested = Signal(object)  # FriendId
    explain_requested = Signal(object)  # FriendId
    shown_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._about: tuple[FriendId, Standing] | None = None
        self._dismissed: set[tuple[FriendId, Standing]] = set()
        self.setObjectName("friend-notice")
        self._icon = IconLabel(theme, "shield-alert", "warn", 16)
        self._text = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._button = push_button("", "soft")
        self._button.setObjectName("notice-settle")
        self._dismiss = IconButton(theme, "x", translate("FriendNotice", "Not now"))
        self._dismiss.setObjectName("notice-dismiss")
        layout = QHBoxLayout(self)
        set_margins(layout, 14, 6, 6, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._dismiss)
        self._button.clicked.connect(self._settle)
        self._dismiss.clicked.connect(self._put_off)
        theme.changed.connect(self.update)
        self.hide()

    def show_for(self, person: PersonRow | None) -> None:
        """Show what there is to settle with somebody; nothing if nothing is, or for nobody."""
        friend = _concern(person) if person else None
        about = (friend.id, person.standing) if friend and person else None
        self._about = about if about not in self._dismissed else None
        if person and friend and self._about:
            self._text.setText(_sentence(person.standing, friend))
            self.setAccessibleName(self._text.text())
            self._icon.set_icon(
                "shield-alert", "bad" if person.standing is Standing.CHANGED else "warn"
            )
            self._button.setText(_verb(person.standing))
        self._show(self._about is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the notice's tile."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_row
        paint_tile(self, radius, colours.surface, colours.border)

    def _settle(self) -> None:
        if self._about is None:
            return
        friend_id, standing = self._about
        is_unverified = standing is Standing.UNVERIFIED
        (self.verify_requested if is_unverified else self.explain_requested).emit(friend_id)

    def _put_off(self) -> None:
        if self._about is not None:
            self._dismissed.add(self._about)
        self._about = None
        self._show(False)

    def _show(self, is_shown: bool) -> None:
        if self.isHidden() == is_shown:
            self.setVisible(is_shown)
            self.shown_changed.emit(is_shown)


def _concern(person: PersonRow) -> Friend | None:
    """Return the friend there is something to settle with right now."""
    match person.standing:
        case Standing.CHANGED | Standing.COPIED:
            return person.concern
        case Standing.UNVERIFIED:
            there = (row.friend for row in person.open_computers if row.presence.is_online)
            return next((friend for friend in there if friend.trust is Trust.UNVERIFIED), None)
        case _:
            return None


def _sentence(standing: Standing, friend: Friend) -> str:
    if standing is Standing.CHANGED and friend.trust is not Trust.KEY_CHANGED:
        text = translate(
            "FriendNotice",
            "{name} came by a name you know. Nothing is sent until you say who that is.",
        )
        return filled(text, name=person_name(friend.name))
    texts = {
        Standing.UNVERIFIED: translate(
            "FriendNotice", "You have not compared codes with {name} yet."
        ),
        Standing.COPIED: translate(
            "FriendNotice", "The identity of {name} is used on two computers."
        ),
        Standing.CHANGED: translate(
            "FriendNotice",
            "The identity of {name} has changed. Nothing is sent until you say who that is.",
        ),
    }
    return filled(texts[standing], name=person_name(friend.name))


def _verb(standing: Standing) -> str:
    if standing is Standing.UNVERIFIED:
        return translate("FriendNotice", "Compare codes…")
    return translate("FriendNotice", "Look into it…")
