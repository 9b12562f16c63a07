"""The small dialog of what the user can set; every change holds at once."""

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
from byhand.gui.names import folder_name, plain_tool_tip
from byhand.gui.segmented import SegmentedControl
from byhand.gui.switch import Switch
from byhand.gui.theme import APPEARANCES, Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, push_button, text_label


class SettingsDialog(QDialog):
    """Name, computer, folder, look and visibility."""

    names_changed = Signal(str, str)
    folder_requested = Signal()
    appearance_changed = Signal(str)
    visible_requested = Signal(bool)

    def __init__(
        self, theme: Theme, profile: Profile, appearance: str, home: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
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
        self.visible = Switch(theme, translate("Settings", "People nearby can see me for 10 min"))
        self._name_parts()
        self._lay_out(theme)
        for field in (self._name, self._computer):
            field.setMaxLength(NAME_CHARACTERS)
            field.editingFinished.connect(self._say_names)
        self._change.clicked.connect(self.folder_requested)
        self._looks.chosen.connect(lambda n: self.appearance_changed.emit(APPEARANCES[n]))
        self.visible.clicked.connect(self.visible_requested)
        self.show_profile(profile)

    def show_profile(self, profile: Profile) -> None:
        """Show what holds now; fields being typed in are left alone."""
        for field, text in ((self._name, profile.name), (self._computer, profile.computer)):
            if not field.hasFocus():
                field.setText(text)
        self._folder.set_full_text(folder_name(profile.downloads, self._home))
        self._folder.setToolTip(plain_tool_tip(profile.downloads))

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
        self.visible.setObjectName("visible-nearby")

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
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
            label: QLabel = text_label(theme.fonts.body, text, "secondary")
            grid.addWidget(label, number, 0)
            if isinstance(part, QWidget):
                label.setBuddy(part)
                grid.addWidget(part, number, 1)
            else:
                grid.addLayout(part, number, 1)
        done = push_button(translate("Settings", "Done"))
        done.clicked.connect(self.close)
        bottom = QHBoxLayout()
        # No wider than its words: a click beside them must not make anybody visible.
        bottom.addWidget(self.visible)
        bottom.addStretch(1)
        bottom.addWidget(done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(20)
        layout.addWidget(text_label(theme.fonts.heading2, translate("Settings", "Settings")))
        layout.addLayout(grid)
        layout.addLayout(bottom)
        self.setMinimumWidth(round(theme.fonts.body.height * 32))
