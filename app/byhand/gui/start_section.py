"""The part of the settings that says when Byhand runs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand.domain.profile import Profile
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.switch import Switch
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label


class StartSection(QWidget):
    """At login or not, in the tray or not; what a desktop does not offer says so."""

    at_login_chosen = Signal(bool)
    keeps_running_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._at_login = Switch(theme, translate("Settings", "Start when I log in"))
        self._at_login.setObjectName("start-at-login")
        self._keeps = Switch(theme, translate("Settings", "Keep running in the tray"))
        self._keeps.setObjectName("keep-running")
        self._no_login = text_label(
            theme.fonts.small,
            translate("Settings", "This desktop doesn't let Byhand start when you log in."),
            "secondary",
            wraps=True,
        )
        self._no_login.setObjectName("no-login")
        self._no_tray = text_label(
            theme.fonts.small,
            translate("Settings", "Your desktop has no tray"),
            "secondary",
            wraps=True,
        )
        self._no_tray.setObjectName("no-tray")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for switch, reason in ((self._at_login, self._no_login), (self._keeps, self._no_tray)):
            row = QHBoxLayout()
            row.addWidget(switch)
            row.addStretch(1)
            layout.addLayout(row)
            layout.addWidget(reason)
        self._at_login.clicked.connect(self.at_login_chosen)
        self._keeps.clicked.connect(self.keeps_running_chosen)

    def show_profile(self, profile: Profile) -> None:
        """Show what holds now."""
        self._keeps.setChecked(profile.keeps_running)

    def show_desktop(self, desktop: DesktopOrders) -> None:
        """Show what the desktop offers."""
        at_login = desktop.starts_at_login
        self.show_at_login(bool(at_login))
        self._at_login.setEnabled(at_login is not None)
        self._no_login.setVisible(at_login is None)
        self._keeps.setEnabled(desktop.has_tray)
        self._no_tray.setVisible(not desktop.has_tray)
        # Those who cannot see the line below hear why.
        self._at_login.setAccessibleDescription(self._no_login.text() if at_login is None else "")
        self._keeps.setAccessibleDescription("" if desktop.has_tray else self._no_tray.text())

    def show_at_login(self, is_on: bool) -> None:
        """Show whether it starts at login."""
        self._at_login.setChecked(is_on)
