"""The dialog that makes friends: an invitation of ours, or the use of somebody else's."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.events import AddingFriend, AddingStage, InviteMade, InviteUsed
from byhand.gui.names import person_name
from byhand.gui.qr_code import QrCode
from byhand.gui.switch import Switch
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconPushButton, push_button, set_tone, text_label

QR_SIZE = 220
COPIED_MS = 2000
LINK_CHARACTERS = 4096


class AddFriendDialog(QDialog):
    """Shows the invitation as link and code, and takes a link that was sent to us."""

    add_requested = Signal(str)
    visible_requested = Signal(bool)

    def __init__(self, theme: Theme, now: Callable[[], float], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._now = now
        self._link = ""
        fonts = theme.fonts
        self.setObjectName("add-friend")
        self.setWindowTitle(translate("AddFriend", "Add a friend"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._code = QrCode(theme, QR_SIZE)
        self._code.setAccessibleName(translate("AddFriend", "The invitation as a QR code"))
        self._validity = text_label(fonts.small, "", "secondary", wraps=True)
        self._own_link = QLineEdit()
        self._own_link.setReadOnly(True)
        self._copy = IconPushButton(
            theme, "copy", translate("AddFriend", "Copy"), "accent_text", "soft"
        )
        self._waiting = text_label(fonts.small, "", "secondary", wraps=True)
        self._their_link = QLineEdit()
        self._their_link.setPlaceholderText("byhand://add/…")
        self._their_link.setMaxLength(LINK_CHARACTERS)
        self._add = push_button(translate("AddFriend", "Add"), "primary")
        self._outcome = text_label(fonts.small, "", "secondary", wraps=True)
        self.visible = Switch(theme, translate("AddFriend", "People nearby can see me for 10 min"))
        self._name_parts()
        self._lay_out(theme)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.timeout.connect(self._rest)
        self._copy.clicked.connect(self._copy_link)
        self._add.clicked.connect(self._add_friend)
        self._their_link.returnPressed.connect(self._add_friend)
        self._their_link.textChanged.connect(self._their_link_changed)
        self.visible.clicked.connect(self.visible_requested)
        self._tell_waiting()
        self._their_link_changed("")
        self._their_link.setFocus()

    # --- what the service tells

    def show_invite(self, invite: InviteMade) -> None:
        """Show an invitation of ours."""
        self._link = invite.link
        self._own_link.setText(invite.link)
        self._own_link.setCursorPosition(0)
        self._code.set_text(invite.link)
        self._copy.setEnabled(True)
        hours = max(1, round((invite.expires_at - self._now()) / 3600))
        text = translate(
            "AddFriend",
            "Send them this link, or let them scan the code. Works once, for %n hour(s).",
            "",
            hours,
        )
        self._validity.setText(text)
        set_tone(self._waiting, "secondary")
        self._waiting.setText(translate("AddFriend", "Waiting for someone to use this link…"))

    def show_used(self, used: InviteUsed) -> None:
        """Say who used an invitation of ours."""
        if used.link != self._link:
            return
        name = person_name(used.friend.name)
        set_tone(self._waiting, "good")
        self._waiting.setText(translate("AddFriend", "{name} used your link").format(name=name))

    def show_adding(self, adding: AddingFriend) -> None:
        """Say how far the use of somebody's link is."""
        is_busy = adding.stage is AddingStage.CONNECTING
        self._their_link.setEnabled(not is_busy)
        self._add.setEnabled(not is_busy)
        match adding.stage:
            case AddingStage.CONNECTING:
                self._tell(translate("AddFriend", "Connecting…"), "secondary")
            case AddingStage.ADDED:
                name = person_name(adding.friend.name) if adding.friend else ""
                text = translate("AddFriend", "{name} is your friend now").format(name=name)
                self._their_link.clear()
                self._tell(text, "good")
            case AddingStage.FAILED:
                name = person_name(adding.friend.name) if adding.friend else ""
                self._tell(wording.invite_sentence(adding.problem, name, translate), "bad")
                self._their_link.setFocus()

    # --- parts

    def _name_parts(self) -> None:
        self._own_link.setObjectName("own-link")
        self._own_link.setAccessibleName(translate("AddFriend", "Your invitation link"))
        self._copy.setObjectName("copy-link")
        self._their_link.setObjectName("their-link")
        self._their_link.setAccessibleName(translate("AddFriend", "The link you were sent"))
        self._add.setObjectName("add-link")
        self.visible.setObjectName("visible-nearby")

    def _lay_out(self, theme: Theme) -> None:
        left = QVBoxLayout()
        left.addWidget(self._code)
        left.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addLayout(left)
        columns.addLayout(self._right_column(theme), 1)
        done = push_button(translate("AddFriend", "Done"))
        done.clicked.connect(self.close)
        bottom = QHBoxLayout()
        bottom.addWidget(self.visible, 1)
        bottom.addWidget(done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 28, 28, 20)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addLayout(bottom)
        self.setMinimumWidth(round(theme.fonts.body.height * 42))

    def _right_column(self, theme: Theme) -> QVBoxLayout:
        fonts = theme.fonts
        paste = translate("AddFriend", "Paste the link you were sent.")
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(text_label(fonts.heading2, translate("AddFriend", "Invite someone")))
        right.addSpacing(5)
        right.addWidget(self._validity)
        right.addSpacing(11)
        right.addLayout(_beside(self._own_link, self._copy))
        right.addSpacing(6)
        right.addWidget(self._waiting)
        right.addSpacing(20)
        right.addWidget(text_label(fonts.heading2, translate("AddFriend", "Got an invitation?")))
        right.addSpacing(5)
        right.addWidget(text_label(fonts.small, paste, "secondary"))
        right.addSpacing(11)
        right.addLayout(_beside(self._their_link, self._add))
        right.addSpacing(6)
        right.addWidget(self._outcome)
        right.addStretch(1)
        return right

    def _tell_waiting(self) -> None:
        self._copy.setEnabled(False)
        self._validity.setText(translate("AddFriend", "Making an invitation…"))

    def _copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self._link)
        self._copy.set_face("check", translate("AddFriend", "Copied"))
        self._copied.start(COPIED_MS)

    def _rest(self) -> None:
        self._copy.set_face("copy", translate("AddFriend", "Copy"))

    def _their_link_changed(self, text: str) -> None:
        self._add.setEnabled(bool(text.strip()))
        if text.strip():
            self._outcome.clear()

    def _add_friend(self) -> None:
        link = self._their_link.text().strip()
        if link and self._add.isEnabled():
            self.add_requested.emit(link)

    def _tell(self, text: str, tone: str) -> None:
        set_tone(self._outcome, tone)
        self._outcome.setText(text)


def _beside(field: QWidget, button: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(8)
    layout.addWidget(field, 1)
    layout.addWidget(button)
    return layout
