"""The choice, beside a verified friend's offer, to be asked no more."""

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.friend import Policy
from byhand.domain.text import filled
from byhand.gui.check_box import CheckBox
from byhand.gui.person_row import FriendRow
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label


class AlwaysAccept(QWidget):
    """Is seen for a verified friend only; says how far it goes once it is chosen."""

    def __init__(self, theme: Theme, row: FriendRow, name: str) -> None:
        super().__init__()
        self._policy = row.friend.policy
        text = filled(translate("Review", "Always accept from {name}"), name=name)
        self._box = CheckBox(theme, text)
        self._box.setObjectName("review-always")
        self._box.setChecked(self._policy.accepts_by_itself)
        limit = wording.round_size(self._policy.limit_bytes, translate)
        text = translate("Review", "Up to {size} at once. Programs are always asked about.")
        words = filled(text, size=limit)
        self._limit = text_label(theme.fonts.small, words, "secondary", wraps=True)
        self._limit.setObjectName("review-always-limit")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._box)
        layout.addWidget(self._limit)
        self._box.toggled.connect(self._limit.setVisible)
        self._limit.setVisible(self._box.isChecked())
        self.show_friend(row)

    def show_friend(self, row: FriendRow) -> None:
        """Show the friend as they are now."""
        self.setVisible(row.is_verified and not row.friend.is_held)

    def chosen_policy(self) -> Policy | None:
        """Return what shall happen to the friend's offers; None for the same as before."""
        is_always = self._box.isChecked()
        if self.isHidden() or is_always is self._policy.accepts_by_itself:
            return None
        return replace(self._policy, accepts_by_itself=is_always)
