"""The part of the settings about the port that friends call, and whether it can be reached."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from byhand.domain.profile import HIGHEST_PORT, LOWEST_PORT, Profile
from byhand.domain.text import filled
from byhand.gui.setting_form import SettingForm
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button, set_tone, text_label


class PortSection(QWidget):
    """Says when another program has the port, and when another one will hold."""

    port_chosen = Signal(int)
    check_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._profile: Profile | None = None
        self._port = QLineEdit()
        self._port.setObjectName("port")
        # What is out of range is said below the field, not swallowed by it.
        self._port.setValidator(QIntValidator(0, 999_999, self._port))
        self._port.setFixedWidth(theme.fonts.body.width("65535") + 2 * theme.metrics.page_margin)
        self._hint = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._hint.setObjectName("port-hint")
        check = push_button(translate("Settings", "Check connection…"))
        check.setObjectName("check-connection")
        line = QWidget()
        parts = QHBoxLayout(line)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12)
        parts.addWidget(self._port)
        parts.addWidget(check)
        parts.addStretch(1)
        line.setFocusProxy(self._port)
        name = translate("Settings", "Port")
        self._port.setAccessibleName(name)
        form = SettingForm(theme)
        form.add(name, line)
        form.add_below(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form)
        self._port.editingFinished.connect(self._say_port)
        check.clicked.connect(self.check_requested)

    def show_profile(self, profile: Profile) -> None:
        """Show what holds now; a field being typed in is left alone."""
        is_news = self._profile is None or _told(self._profile) != _told(profile)
        self._profile = profile
        if not self._port.hasFocus():
            self._port.setText(str(profile.wanted_port or profile.port))
        if is_news:
            self._explain(*_line(profile))

    def say_taken(self, port: int) -> None:
        """Say that another program has a port, and go back to the one that holds."""
        text = translate(
            "Settings",
            "Another program uses port {port}; yours is still {old}.",
        )
        old = self._profile.wanted_port if self._profile is not None else 0
        self._port.setText(str(old))
        self._explain(filled(text, port=port, old=old), "bad")

    def _say_port(self) -> None:
        text, now = self._port.text(), self._profile
        if now is None or text == str(now.wanted_port):
            return
        port = int(text) if text.isdecimal() else 0
        if LOWEST_PORT <= port <= HIGHEST_PORT:
            self.port_chosen.emit(port)
            return
        words = translate("Settings", "A port is a number from {least} to {most}.")
        self._explain(filled(words, least=LOWEST_PORT, most=HIGHEST_PORT), "bad")
        self._port.setText(str(now.wanted_port))

    def _explain(self, text: str, tone: str) -> None:
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        set_tone(self._hint, tone)


def _told(profile: Profile) -> tuple[int, int, bool]:
    return profile.port, profile.wanted_port, profile.is_port_taken


def _line(profile: Profile) -> tuple[str, str]:
    if profile.is_port_taken:
        text = translate("Settings", "Another program uses port {port} — using {other} instead")
        return filled(text, port=profile.wanted_port, other=profile.port), "warning"
    if profile.wanted_port and profile.wanted_port != profile.port:
        text = translate("Settings", "Holds from the next start on; until then it is {port}.")
        return filled(text, port=profile.port), "secondary"
    return "", "secondary"
