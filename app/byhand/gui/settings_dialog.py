"""The dialog of what the user can set, one page in sections; every change holds at once."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from byhand.domain.profile import Profile
from byhand.gui.about_section import AboutSection
from byhand.gui.choice_section import retention_section, telling_section
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.friends_section import FriendsSection
from byhand.gui.identity_section import IdentitySection
from byhand.gui.language_section import LanguageSection
from byhand.gui.look_section import LookSection
from byhand.gui.margins import set_margins
from byhand.gui.person_row import FriendRow
from byhand.gui.port_section import PortSection
from byhand.gui.receiving_section import ReceivingSection
from byhand.gui.scroll_bar import scroll_area
from byhand.gui.speed_section import SpeedSection
from byhand.gui.start_section import StartSection
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.visibility_section import VisibilitySection
from byhand.gui.widgets import push_button, text_label
from byhand.gui.you_section import YouSection

TALLEST = 46
"""In lines of the body's font."""
Sections = tuple[tuple[str, tuple[QWidget, ...]], ...]


class SettingsDialog(QDialog):
    """Holds the sections; each tells what the user wants by signals of its own."""

    def __init__(
        self,
        theme: Theme,
        profile: Profile,
        appearance: str,
        home: str,
        report: Callable[[], str],
        parent: QWidget | None,
    ) -> None:
        """`report` returns what may be copied for somebody who mends this program."""
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("settings")
        self.setWindowTitle(translate("Settings", "Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.you = YouSection(theme)
        self.receiving = ReceivingSection(theme, home)
        self.visibility = VisibilitySection(theme)
        self.visible = self.visibility.visible
        self.speed = SpeedSection(theme)
        self.port = PortSection(theme)
        self.look = LookSection(theme, appearance)
        self.language = LanguageSection(theme)
        self.start = StartSection(theme)
        self.telling = telling_section(theme)
        self.retention = retention_section(theme)
        self.friends = FriendsSection(theme)
        self.identity = IdentitySection(theme)
        self.about = AboutSection(theme, report)
        self._lay_out()
        self.show_profile(profile)

    def show_profile(self, profile: Profile) -> None:
        """Show what holds now; fields being typed in are left alone."""
        for section in (
            *(self.you, self.receiving, self.visibility, self.speed, self.port, self.start),
        ):
            section.show_profile(profile)
        self.telling.show_choice(profile.telling)
        self.retention.show_choice(profile.retention)

    def show_desktop(self, desktop: DesktopOrders) -> None:
        """Show what the desktop offers."""
        self.start.show_desktop(desktop)

    def show_friends(self, friends: Iterable[FriendRow]) -> None:
        """Show what holds of friends now."""
        self.friends.show_friends(friends)

    def _sections(self) -> Sections:
        return (
            (translate("Settings", "You"), (self.you,)),
            (translate("Settings", "Receiving"), (self.receiving,)),
            (translate("Settings", "Who can see me"), (self.visibility,)),
            (translate("Settings", "Network"), (self.speed, self.port)),
            (translate("Settings", "Look"), (self.look,)),
            (translate("Settings", "Language"), (self.language,)),
            (translate("Settings", "Start"), (self.start,)),
            (translate("Settings", "Notifications"), (self.telling,)),
            (translate("Settings", "Privacy"), (self.retention,)),
            (translate("Settings", "Friends"), (self.friends,)),
            (translate("Settings", "Your identity"), (self.identity,)),
            (translate("Settings", "About"), (self.about,)),
        )

    def _lay_out(self) -> None:
        fonts = self._theme.fonts
        content = QWidget()
        content.setObjectName("ScrollContent")
        page = QVBoxLayout(content)
        set_margins(page, 28, 4, 20, 8)
        page.setSpacing(10)
        for title, parts in self._sections():
            page.addWidget(text_label(fonts.strong, title))
            for part in parts:
                page.addWidget(part)
            parts[0].setAccessibleName(parts[0].accessibleName() or title)
            page.addSpacing(18)
        page.addStretch(1)
        area = scroll_area(content)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        heading = text_label(fonts.heading2, translate("Settings", "Settings"))
        heading.setContentsMargins(28, 0, 28, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 24, 0, 20)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(area, 1)
        layout.addLayout(self._bottom())
        # Some languages need more room than ours.
        own = content.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(round(fonts.body.height * 38), own))
        wanted = content.sizeHint().height() + heading.sizeHint().height() + 110
        self.resize(self.minimumWidth(), min(TALLEST * fonts.body.height, wanted))

    def _bottom(self) -> QHBoxLayout:
        done = push_button(translate("Settings", "Done"))
        done.clicked.connect(self.close)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(28, 8, 28, 0)
        bottom.addStretch(1)
        bottom.addWidget(done)
        return bottom
