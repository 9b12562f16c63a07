"""Our own invitation: a link and its QR code, for how long it is good, and who has used it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from byhand.domain.events import InviteMade, InviteUsed
from byhand.domain.text import filled
from byhand.gui.announcer import announce
from byhand.gui.names import person_name
from byhand.gui.qr_code import QrCode
from byhand.gui.secret_text import SecretField, copy_secret
from byhand.gui.segmented import SegmentedControl
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconPushButton, push_button, set_tone, text_label

QR_SIZE = 220
COPIED_MS = 2000
LOOK_MS = 1000
HOURS = (1.0, 24.0, 7 * 24.0)
USUAL = 1
ADDRESS_CHARACTERS = 300


class OwnInvite(QWidget):
    """Shows an invitation from its making until somebody has used it or its time is over.

    `below` is shown beside the code, too, below what belongs to the invitation.
    """

    invite_requested = Signal(float, list)  # hours, further addresses

    def __init__(self, theme: Theme, now: Callable[[], float], below: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._invite: InviteMade | None = None
        self._links: set[str] = set()
        self._has_address = False
        fonts = theme.fonts
        self._hours = SegmentedControl(
            theme, translate("AddFriend", "How long the link works"), _hour_texts()
        )
        self._hours.choose(USUAL)
        self._code = QrCode(theme, max(QR_SIZE, self._hours.sizeHint().width()))
        self._code.setAccessibleName(translate("AddFriend", "The invitation as a QR code"))
        self._link = SecretField()
        self._copy = IconPushButton(
            theme, "copy", translate("AddFriend", "Copy"), "accent_text", "soft"
        )
        self._state = text_label(fonts.small, "", "secondary", wraps=True)
        self._new = push_button(translate("AddFriend", "Make a new one"), "link")
        self._also = push_button(translate("AddFriend", "Also reachable at…"), "link")
        self._address = QLineEdit()
        self._use = push_button(translate("AddFriend", "Use"))
        self._problem = text_label(fonts.small, "", "bad", wraps=True)
        self._further = QWidget()
        self._name_parts()
        self._lay_out(below)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._connect()
        self._tell_made()

    def make(self) -> None:
        """Ask for an invitation as it is set here; the one there was comes back if it cannot be."""
        self._tell_made()
        address = self._address.text().strip()
        hours = HOURS[self._hours.number()]
        self.invite_requested.emit(hours, [address] if address else [])

    def show_problem(self, sentence: str) -> None:
        """Say why there can be no such invitation."""
        if self._invite is not None:
            self.show_invite(self._invite)
        else:
            text = translate("AddFriend", "There is no invitation yet")
            self._say(text, "secondary", can_renew=True)
        self._show_further(sentence)
        announce(self, sentence)
        if self._has_address:
            self._address.setFocus()

    def show_invite(self, invite: InviteMade) -> None:
        """Show an invitation of ours."""
        self._invite = invite
        self._links.add(invite.link)
        self._link.setText(invite.link)
        self._link.setCursorPosition(0)
        self._code.set_text(invite.link)
        self._copy.setEnabled(True)
        waiting = translate("AddFriend", "Waiting for someone to use this link…")
        self._say(waiting, "secondary", can_renew=False)
        self._looking.start()
        self._look()

    def show_used(self, used: InviteUsed) -> None:
        """Say who used an invitation that was made here."""
        if used.link not in self._links:
            return
        is_shown = self._invite is None or used.link == self._invite.link
        if is_shown:
            self._spend("circle-check", "ok")
            text = translate("AddFriend", "{name} used your link")
        else:
            text = translate("AddFriend", "{name} used an earlier link of yours")
        text = filled(text, name=person_name(used.friend.name))
        announce(self, text)
        self._say(text, "good", can_renew=is_shown)

    # --- how

    def _look(self) -> None:
        """Notice that the time is over."""
        if self._invite is None or self._now() < self._invite.expires_at:
            return
        self._spend("clock", "text_tertiary")
        text = translate("AddFriend", "This invitation has expired")
        announce(self, text)
        self._say(text, "secondary", can_renew=True)

    def _spend(self, icon: str, ink: str) -> None:
        self._invite = None
        self._looking.stop()
        self._code.set_spent(icon, ink)
        self._copy.setEnabled(False)
        self._link.clear()

    def _say(self, text: str, tone: str, *, can_renew: bool) -> None:
        set_tone(self._state, tone)
        self._state.setText(text)
        self._new.setVisible(can_renew)
        self._also.setVisible(not can_renew and not self._has_address)

    def _tell_made(self) -> None:
        self._show_further()
        self._looking.stop()
        self._copy.setEnabled(False)
        self._link.clear()
        self._code.set_text("")
        self._say(translate("AddFriend", "Making an invitation…"), "secondary", can_renew=False)

    def _copy_link(self) -> None:
        copy_secret(self._link.text())
        self._copy.set_face("check", translate("AddFriend", "Copied"))
        announce(self, translate("AddFriend", "Copied"))
        self._copied.start(COPIED_MS)

    def _rest(self) -> None:
        self._copy.set_face("copy", translate("AddFriend", "Copy"))

    def _ask_address(self) -> None:
        self._has_address = True
        self._also.hide()
        self._show_further()
        self._address.setFocus()

    def _forget_problem(self) -> None:
        self._show_further()

    def _show_further(self, problem: str = "") -> None:
        """Show the field for an address if it was asked for, and what is wrong, if anything."""
        self._problem.setText(problem)
        for part, is_shown in (
            (self._address, self._has_address),
            (self._use, self._has_address),
            (self._problem, problem != ""),
            (self._further, self._has_address or problem != ""),
        ):
            part.setVisible(is_shown)

    # --- parts

    def _connect(self) -> None:
        self._copied.timeout.connect(self._rest)
        self._looking.timeout.connect(self._look)
        self._copy.clicked.connect(self._copy_link)
        self._hours.chosen.connect(self.make)
        self._new.clicked.connect(self.make)
        self._also.clicked.connect(self._ask_address)
        self._use.clicked.connect(self.make)
        self._address.returnPressed.connect(self.make)
        self._address.textEdited.connect(self._forget_problem)

    def _name_parts(self) -> None:
        for part, name in (
            (self._code, "invite-code"),
            (self._hours, "invite-hours"),
            (self._link, "own-link"),
            (self._copy, "copy-link"),
            (self._state, "invite-state"),
            (self._new, "new-invite"),
            (self._also, "also-reachable"),
            (self._address, "also-at"),
            (self._use, "use-address"),
            (self._problem, "invite-problem"),
        ):
            part.setObjectName(name)
        self._link.setAccessibleName(translate("AddFriend", "Your invitation link"))
        self._address.setPlaceholderText(translate("AddFriend", "HOST or HOST:PORT"))
        self._address.setMaxLength(ADDRESS_CHARACTERS)
        self._address.setAccessibleName(
            translate("AddFriend", "A further address where you can be reached, HOST or HOST:PORT")
        )
        self._use.setAccessibleName(translate("AddFriend", "Make a link with this address"))

    def _lay_out(self, below: QWidget) -> None:
        self._lay_out_further()
        fonts = self._theme.fonts
        text = translate("AddFriend", "Send this link, or let them scan the code. It works once.")
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self._state, 1)
        state.addWidget(self._new)
        state.addWidget(self._also)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(text_label(fonts.heading2, translate("AddFriend", "Invite someone")))
        column.addSpacing(5)
        column.addWidget(text_label(fonts.small, text, "secondary", wraps=True))
        column.addSpacing(11)
        column.addLayout(beside(self._link, self._copy))
        column.addSpacing(6)
        column.addLayout(state)
        column.addWidget(self._further)
        column.addSpacing(20)
        column.addWidget(below)
        column.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._code)
        left.addWidget(self._hours)
        left.addStretch(1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(28)
        columns.addLayout(left)
        columns.addLayout(column, 1)

    def _lay_out_further(self) -> None:
        layout = QVBoxLayout(self._further)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(beside(self._address, self._use))
        layout.addWidget(self._problem)


def beside(field: QWidget, button: QWidget) -> QHBoxLayout:
    """Return a field with its button at its end."""
    layout = QHBoxLayout()
    layout.setSpacing(8)
    layout.addWidget(field, 1)
    layout.addWidget(button)
    return layout


def _hour_texts() -> list[str]:
    return [
        translate("AddFriend", "1 hour"),
        translate("AddFriend", "24 hours"),
        translate("AddFriend", "7 days"),
    ]
