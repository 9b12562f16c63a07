"""The dialog of what the user can set, one page in sections; every change holds at once."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from byhand.domain.friend import NAME_CHARACTERS
from byhand.domain.profile import Profile
from byhand.gui.blocked_section import BlockedSection
from byhand.gui.identity_section import IdentitySection
from byhand.gui.language_section import LanguageSection
from byhand.gui.names import folder_name, plain_tool_tip
from byhand.gui.person_row import FriendRow
from byhand.gui.scroll_bar import scroll_area
from byhand.gui.segmented import SegmentedControl
from byhand.gui.speed_section import SpeedSection
from byhand.gui.theme import APPEARANCES, Theme
from byhand.gui.translation import translate
from byhand.gui.visibility_section import VisibilitySection
from byhand.gui.widgets import ElidedLabel, push_button, text_label

TALLEST = 40
"""In lines of the body's font."""


class SettingsDialog(QDialog):
    """Name, computer, folder, look, visibility, speed, one's own identity, who is blocked."""

    names_changed = Signal(str, str)
    folder_requested = Signal()
    appearance_changed = Signal(str)

    def __init__(
        self, theme: Theme, profile: Profile, appearance: str, home: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._home = home
        self.setObjectName("settings")
        self.setWindowTitle(translate("Settings", "Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = QLineEdit(profile.name)
        self._computer = QLineEdit(profile.computer)
        self._folder = ElidedLabel(theme.fonts.body)
        self._change = push_button(translate("Settings", "Change…"))
        looks = [
            translate("Settings", "System"),
            translate("Settings", "Light"),
            translate("Settings", "Dark"),
        ]
        self._looks = SegmentedControl(theme, translate("Settings", "Look"), looks)
        self._looks.choose(APPEARANCES.index(appearance))
        self.visibility = VisibilitySection(theme)
        self.visible = self.visibility.visible
        self.speed = SpeedSection(theme)
        self.language = LanguageSection(theme)
        self.identity = IdentitySection(theme)
        self.blocked = BlockedSection(theme)
        self._name_parts()
        self._lay_out()
        for field in (self._name, self._computer):
            field.setMaxLength(NAME_CHARACTERS)
            field.editingFinished.connect(self._say_names)
        self._change.clicked.connect(self.folder_requested)
        self._looks.chosen.connect(lambda n: self.appearance_changed.emit(APPEARANCES[n]))
        self.show_profile(profile)

    def show_profile(self, profile: Profile) -> None:
        """Show what holds now; fields being typed in are left alone."""
        for field, text in ((self._name, profile.name), (self._computer, profile.computer)):
            if not field.hasFocus():
                field.setText(text)
        self._folder.set_full_text(folder_name(profile.downloads, self._home))
        self._folder.setToolTip(plain_tool_tip(profile.downloads))
        self.visibility.show_profile(profile)
        self.speed.show_profile(profile)

    def show_friends(self, friends: Iterable[FriendRow]) -> None:
        """Show what holds of friends now."""
        self.blocked.show_friends(friends)

    def _say_names(self) -> None:
        name, computer = self._name.text().strip(), self._computer.text().strip()
        if name and computer:
            self.names_changed.emit(name, computer)

    def _name_parts(self) -> None:
        self._name.setObjectName("my-name")
        self._computer.setObjectName("my-computer")
        self._change.setObjectName("change-downloads")
        self._change.setAccessibleName(
            translate("Settings", "Change the folder for received files")
        )

    def _lay_out(self) -> None:
        fonts = self._theme.fonts
        content = QWidget()
        content.setObjectName("ScrollContent")
        page = QVBoxLayout(content)
        page.setContentsMargins(28, 4, 20, 8)
        page.setSpacing(10)
        page.addLayout(self._you())
        for heading, section in (
            (translate("Settings", "Who can see me"), self.visibility),
            (translate("Settings", "Speed"), self.speed),
            (translate("Settings", "Language"), self.language),
            (translate("Settings", "Your identity"), self.identity),
            (translate("Settings", "Blocked friends"), self.blocked),
        ):
            page.addSpacing(14)
            page.addWidget(text_label(fonts.strong, heading))
            page.addWidget(section)
        page.addStretch(1)
        area = scroll_area(content)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        title = text_label(fonts.heading2, translate("Settings", "Settings"))
        title.setContentsMargins(28, 0, 28, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 24, 0, 20)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(area, 1)
        layout.addLayout(self._bottom())
        self.setMinimumWidth(round(fonts.body.height * 34))
        wanted = content.sizeHint().height() + title.sizeHint().height() + 110
        self.resize(self.minimumWidth(), min(TALLEST * fonts.body.height, wanted))

    def _bottom(self) -> QHBoxLayout:
        done = push_button(translate("Settings", "Done"))
        done.clicked.connect(self.close)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(28, 8, 28, 0)
        bottom.addStretch(1)
        bottom.addWidget(done)
        return bottom

    def _you(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self.speed.label_width())
        folder = QHBoxLayout()
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._change)
        look = QHBoxLayout()
        look.addWidget(self._looks)
        look.addStretch(1)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (translate("Settings", "Your name"), self._name),
            (translate("Settings", "This computer"), self._computer),
            (translate("Settings", "Save files in"), folder),
            (translate("Settings", "Look"), look),
        )
        for number, (text, part) in enumerate(rows):
            label: QLabel = text_label(self._theme.fonts.body, text, "secondary")
            grid.addWidget(label, number, 0)
            if isinstance(part, QWidget):
                label.setBuddy(part)
                grid.addWidget(part, number, 1)
            else:
                grid.addLayout(part, number, 1)
        return grid
