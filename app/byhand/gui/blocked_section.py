"""The part of the settings that lists whom the user has blocked."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand.domain.friend import Trust
from byhand.domain.identity import FriendId
from byhand.domain.text import filled
from byhand.gui.person_row import FriendRow
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import AvatarLabel, ElidedLabel, push_button, text_label


class BlockedSection(QWidget):
    """Shows blocked friends, each with a way back."""

    unblock_requested = Signal(object)  # FriendId

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: dict[FriendId, QWidget] = {}
        self._nobody = text_label(
            theme.fonts.small, translate("Settings", "You have blocked nobody."), "secondary"
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._nobody)

    def show_friends(self, friends: Iterable[FriendRow]) -> None:
        """Show those of all friends who are blocked now."""
        blocked = {row.friend.id: row for row in friends if row.friend.trust is Trust.BLOCKED}
        for gone in self._rows.keys() - blocked.keys():
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.deleteLater()
        for friend_id in blocked.keys() - self._rows.keys():
            row = self._rows[friend_id] = self._row(blocked[friend_id])
            self._column.addWidget(row)
        self._nobody.setVisible(not blocked)

    def _row(self, row: FriendRow) -> QWidget:
        part = QWidget()
        avatar = AvatarLabel(self._theme, self._theme.metrics.avatar_sidebar)
        avatar.set_person(row.name, row.friend.id)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(self._theme.fonts.strong, row.name))
        words.addWidget(ElidedLabel(self._theme.fonts.small, row.computer, "secondary"))
        unblock = push_button(translate("Settings", "Unblock"))
        unblock.setObjectName("unblock")
        text = filled(translate("Settings", "Unblock {name}"), name=row.name)
        unblock.setAccessibleName(text)
        unblock.clicked.connect(lambda: self.unblock_requested.emit(row.friend.id))
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(avatar)
        line.addLayout(words, 1)
        line.addWidget(unblock)
        return part
