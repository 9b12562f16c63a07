"""The field for an invitation link that was sent to us, and how its use fares."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.events import AddingFriend, AddingStage
from byhand.domain.text import filled
from byhand.errors import InviteProblem
from byhand.gui.announcer import announce
from byhand.gui.names import person_name, plain_tool_tip
from byhand.gui.own_invite import beside
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import make_room, push_button, set_tone, text_label

LINK_CHARACTERS = 4096
UNUSABLE = frozenset(
    {
        InviteProblem.NOT_AN_INVITE,
        InviteProblem.DAMAGED,
        InviteProblem.EXPIRED,
        InviteProblem.REFUSED,
        InviteProblem.USED,
    }
)
"""For these only another link helps."""


class ReceivedLink(QWidget):
    """Takes a link; it stays in its field until somebody has become a friend by it."""

    add_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        fonts = theme.fonts
        self.field = QLineEdit()
        self.field.setObjectName("their-link")
        self.field.setPlaceholderText("byhand://add/…")
        self.field.setMaxLength(LINK_CHARACTERS)
        self.field.setAccessibleName(translate("AddFriend", "The link you were sent"))
        self._add = push_button(translate("AddFriend", "Add"), "primary")
        self._add.setObjectName("add-link")
        self._add.setAccessibleName(translate("AddFriend", "Add whoever sent the link"))
        self._ask = push_button(translate("AddFriend", "Ask for a new one"), "link")
        self._ask.setObjectName("ask-for-link")
        tip = translate("AddFriend", "Copies what you can write to them")
        self._ask.setToolTip(plain_tool_tip(tip))
        self._ask.hide()
        self._outcome = text_label(fonts.small, "", "secondary", wraps=True)
        self._outcome.setObjectName("link-outcome")
        paste = translate("AddFriend", "Paste the link you were sent.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(text_label(fonts.heading2, translate("AddFriend", "Got an invitation?")))
        layout.addSpacing(5)
        layout.addWidget(text_label(fonts.small, paste, "secondary"))
        layout.addSpacing(11)
        layout.addLayout(beside(self.field, self._add))
        layout.addSpacing(6)
        layout.addWidget(self._outcome)
        layout.addWidget(self._ask)
        self._add.clicked.connect(self._say_add)
        self._ask.clicked.connect(self._copy_request)
        self.field.returnPressed.connect(self._say_add)
        self.field.textChanged.connect(self._changed)
        self._changed("")

    def show_adding(self, adding: AddingFriend) -> None:
        """Say how far the use of the link is."""
        is_busy = adding.stage is AddingStage.CONNECTING
        self.field.setEnabled(not is_busy)
        self._add.setEnabled(not is_busy and bool(self.field.text().strip()))
        name = person_name(adding.friend.name) if adding.friend else ""
        self._ask.setVisible(adding.stage is AddingStage.FAILED and adding.problem in UNUSABLE)
        match adding.stage:
            case AddingStage.CONNECTING:
                self._tell(translate("AddFriend", "Connecting…"), "secondary")
            case AddingStage.ADDED:
                text = translate(
                    "AddFriend",
                    "{name} is your friend now. Not verified yet — you can compare codes at any"
                    " time",
                )
                self.field.clear()
                self._tell(filled(text, name=name), "good")
            case AddingStage.FAILED:
                self._tell(wording.invite_sentence(adding.problem, name, translate), "bad")
                self.field.setFocus()

    def _changed(self, text: str) -> None:
        self._add.setEnabled(bool(text.strip()))
        if text.strip():
            self._outcome.clear()
            self._ask.hide()

    def _say_add(self) -> None:
        link = self.field.text().strip()
        if link and self._add.isEnabled():
            self.add_requested.emit(link)

    def _copy_request(self) -> None:
        QGuiApplication.clipboard().setText(wording.invite_request(translate))
        copied = translate("AddFriend", "Copied — paste it where you write to them")
        self._tell(copied, "secondary")

    def _tell(self, text: str, tone: str) -> None:
        set_tone(self._outcome, tone)
        self._outcome.setText(text)
        make_room(self.window())
        announce(self, text, is_urgent=tone == "bad")
