"""The part of the settings that lists all friends, with what can be done about each."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from byhand.domain.identity import FriendId
from byhand.gui.friend_line import FriendLine
from byhand.gui.person_row import FriendRow
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label


class FriendsSection(QWidget):
    """Shows each in a line of its own, in the order they come in."""

    wish_told = Signal(object, object)  # Wish, FriendId

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: dict[FriendId, FriendLine] = {}
        text = translate("Settings", "You have no friends here yet.")
        self._nobody = text_label(theme.fonts.small, text, "secondary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._nobody)

    def show_friends(self, friends: Iterable[FriendRow]) -> None:
        """Show everybody as they are now; who stays keeps their line, and the focus in it."""
        wanted = {row.friend.id: row for row in friends}
        for gone in self._lines.keys() - wanted.keys():
            line = self._lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for friend_id, row in wanted.items():
            if friend_id not in self._lines:
                self._lines[friend_id] = self._line()
            self._lines[friend_id].show_friend(row)
        self._nobody.setVisible(not wanted)

    def _line(self) -> FriendLine:
        line = FriendLine(self._theme)
        line.wish_told.connect(self.wish_told)
        self._column.addWidget(line)
        return line
