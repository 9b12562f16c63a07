"""One friend in the settings: who it is, how sure we are, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from byhand.domain.friend import Trust
from byhand.domain.text import filled
from byhand.gui.friend_menu import Wish
from byhand.gui.person_row import FriendRow
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import (
    AvatarLabel,
    ElidedLabel,
    IconButton,
    IconLabel,
    push_button,
    set_tone,
)

SHIELD = 15


class FriendLine(QWidget):
    """Has a button for what is most wanted, and a menu of the rest."""

    wish_told = Signal(object, object)  # Wish, FriendId

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._row: FriendRow | None = None
        self._avatar = AvatarLabel(theme, theme.metrics.avatar_sidebar)
        self._name = ElidedLabel(theme.fonts.strong)
        self._shield = IconLabel(theme, "shield-check", "ok", SHIELD)
        self._shield.set_meaning(translate("Settings", "Verified"))
        self._state = ElidedLabel(theme.fonts.small, "", "secondary")
        self._verify = push_button(translate("Settings", "Compare codes…"), "soft")
        self._verify.setObjectName("verify")
        self._unblock = push_button(translate("Settings", "Unblock"))
        self._unblock.setObjectName("unblock")
        self._more = IconButton(theme, "ellipsis", "")
        self._more.setObjectName("friend-more")
        self._lay_out()
        self._verify.clicked.connect(lambda: self._tell(Wish.VERIFY))
        self._unblock.clicked.connect(lambda: self._tell(Wish.UNBLOCK))
        self._more.clicked.connect(self._open_menu)

    def show_friend(self, row: FriendRow) -> None:
        """Show the friend as they are now."""
        if row == self._row:
            return
        self._row = row
        self._avatar.set_person(row.name, row.friend.id)
        self._name.set_full_text(row.name)
        # The shield stays beside the name, however wide the page is.
        self._name.setMaximumWidth(self._name.full_width())
        self._shield.setVisible(row.is_verified)
        self._state.set_full_text(row.line)
        set_tone(self._state, _tone(row))
        self._verify.setVisible(row.friend.trust is Trust.UNVERIFIED)
        self._verify.setEnabled(row.presence.is_online)
        self._unblock.setVisible(row.friend.trust is Trust.BLOCKED)
        for button, text in (
            (self._verify, translate("Settings", "Compare codes with {name}")),
            (self._unblock, translate("Settings", "Unblock {name}")),
        ):
            button.setAccessibleName(filled(text, name=row.name))
        self._more.set_name(filled(translate("Settings", "More: {name}"), name=row.name))

    def _tell(self, wish: Wish) -> None:
        if self._row is not None:
            self.wish_told.emit(wish, self._row.friend.id)

    def _open_menu(self) -> None:
        row = self._row
        if row is None:
            return
        menu = QMenu(self)
        menu.setObjectName("setting-friend-menu")
        entries = [(Wish.RENAME, translate("Settings", "Rename…"))]
        if row.friend.trust is not Trust.BLOCKED:
            entries.append((Wish.BLOCK, translate("Settings", "Block…")))
        entries.append((Wish.REMOVE, translate("Settings", "Remove…")))
        for wish, text in entries:
            menu.addAction(text).triggered.connect(lambda _=False, each=wish: self._tell(each))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.place_below())

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self._name, 1)
        first.addWidget(self._shield)
        first.addStretch(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addWidget(self._state)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._avatar)
        line.addLayout(words, 1)
        for button in (self._verify, self._unblock, self._more):
            line.addWidget(button)


def _tone(row: FriendRow) -> str:
    if row.friend.trust is Trust.KEY_CHANGED or row.friend.rival is not None:
        return "bad"
    if row.friend.trust is Trust.UNVERIFIED or row.friend.is_copied:
        return "warning"
    return "secondary"
