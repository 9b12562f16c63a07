"""The part of the settings that says where files go, and whether each is asked about."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from byhand.domain.profile import Profile
from byhand.gui.folder_field import FolderField
from byhand.gui.segmented import SegmentedControl
from byhand.gui.setting_form import SettingForm
from byhand.gui.switch import Switch
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label


class ReceivingSection(QWidget):
    """The folder, one for each friend or not, and what happens without being asked."""

    folder_requested = Signal()
    folders_chosen = Signal(bool)
    freedom_chosen = Signal(bool)

    def __init__(self, theme: Theme, home: str) -> None:
        super().__init__()
        change = translate("Settings", "Change the folder for received files")
        self._folder = FolderField(theme, change, home)
        self._folder.button.setObjectName("change-downloads")
        self._folders = Switch(theme, translate("Settings", "One folder per friend"))
        self._folders.setObjectName("folder-per-friend")
        ways = [
            translate("Settings", "Ask every time"),
            translate("Settings", "Accept from verified friends"),
        ]
        coming = translate("Settings", "When files come")
        self._ways = SegmentedControl(theme, coming, ways)
        self._ways.setObjectName("accept-ways")
        self._meaning = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._meaning.setObjectName("accept-meaning")
        both = translate("Settings", "Both are kept: the new one becomes “name (1)”.")
        form = SettingForm(theme)
        form.add(translate("Settings", "Save files in"), self._folder)
        form.add_below(self._folders, fills=False)
        form.add(coming, self._ways, fills=False)
        form.add_below(self._meaning)
        names = text_label(theme.fonts.body, both, wraps=True)
        form.add(translate("Settings", "When a name exists"), names)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form)
        self._folder.change_requested.connect(self.folder_requested)
        self._folders.clicked.connect(self.folders_chosen)
        self._ways.chosen.connect(lambda number: self.freedom_chosen.emit(number == 1))

    def show_profile(self, profile: Profile) -> None:
        """Show what holds now."""
        self._folder.show_folder(profile.downloads)
        self._folders.setChecked(profile.has_folders)
        self._ways.choose(int(profile.accepts_verified))
        if profile.accepts_verified:
            text = translate(
                "Settings",
                "Files of friends you have compared codes with come in by themselves, up to 1 GB at"
                " once unless you say otherwise for a friend. Programs are always asked about.",
            )
        else:
            text = translate(
                "Settings",
                "You are asked before anything comes in, unless you say otherwise for a friend.",
            )
        self._meaning.setText(text)
