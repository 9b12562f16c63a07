"""The page that a new user sees first: who they are, where files go, and one button."""

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
from byhand.domain.person_name import fitting_name
from byhand.domain.profile import Profile
from byhand.gui.check_box import CheckBox
from byhand.gui.folder_field import FolderField
from byhand.gui.names import person_name
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import AvatarLabel, IconLabel, fit_height, push_button, text_label

AVATAR = 64
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class FirstRunDialog(QDialog):
    """Everything has a default; a field that is left empty keeps its own."""

    folder_requested = Signal(str)

    def __init__(self, theme: Theme, profile: Profile, home: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._profile = profile
        self.folder = profile.downloads
        self.setObjectName("first-run")
        self.setWindowTitle(translate("FirstRun", "Welcome to Byhand"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._avatar = AvatarLabel(theme, AVATAR)
        self._name = _field("first-name", profile.name)
        self._computer = _field("first-computer", profile.computer)
        change = translate("Settings", "Change the folder for received files")
        self._folder = FolderField(theme, change, home)
        self._folder.button.setObjectName("first-folder")
        # Enter on it is about the folder, and nowhere else about anything but Start.
        self._folder.button.setAutoDefault(True)
        visible = translate("FirstRun", "People nearby can see me for 10 minutes")
        self._visible = CheckBox(theme, visible)
        self._visible.setObjectName("first-visible")
        self._visible.setChecked(True)
        self._at_login = CheckBox(theme, translate("FirstRun", "Start when I log in"))
        self._at_login.setObjectName("first-at-login")
        self._start = push_button(translate("FirstRun", "Start"), "primary")
        self._start.setObjectName("first-start")
        self._start.setDefault(True)
        self._start.clicked.connect(self.accept)
        self._name.textChanged.connect(self._show_avatar)
        self._folder.change_requested.connect(lambda: self.folder_requested.emit(self.folder))
        self._lay_out()
        self.set_folder(profile.downloads)
        self._show_avatar()
        self._name.setFocus()
        self._name.selectAll()

    @property
    def name(self) -> str:
        """What the user wants to be called."""
        return fitting_name(self._name.text()) or self._profile.name

    @property
    def computer(self) -> str:
        """What the computer shall be called."""
        return fitting_name(self._computer.text()) or self._profile.computer

    @property
    def is_visible_wanted(self) -> bool:
        """Whether people nearby shall see the name for some minutes."""
        return self._visible.isChecked()

    @property
    def is_start_at_login_wanted(self) -> bool:
        """Whether the program shall be started at login."""
        return self._at_login.isChecked()

    def set_folder(self, folder: str) -> None:
        """Show that files will be saved elsewhere."""
        self.folder = folder
        self._folder.show_folder(folder)

    def _show_avatar(self) -> None:
        self._avatar.set_person(person_name(self.name), self._profile.id)

    def _lay_out(self) -> None:
        fonts = self._theme.fonts
        title = text_label(fonts.heading1, self.windowTitle())
        text = translate(
            "FirstRun",
            "Files go straight from your computer to your friend's, encrypted.\n"
            "No account, nothing stored in between.",
        )
        words = text_label(fonts.body, text, "secondary", wraps=True)
        for label in (title, words):
            label.setAlignment(_MIDDLE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 32, 40, 28)
        layout.setSpacing(0)
        layout.addWidget(self._avatar, 0, _MIDDLE)
        layout.addSpacing(16)
        layout.addWidget(title)
        layout.addSpacing(8)
        layout.addWidget(words)
        layout.addSpacing(24)
        layout.addLayout(self._fields())
        layout.addSpacing(18)
        for box in (self._visible, self._at_login):
            layout.addWidget(box, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addSpacing(14)
        layout.addLayout(self._hint())
        layout.addSpacing(22)
        layout.addLayout(self._bottom())
        self.setMinimumWidth(round(fonts.body.height * 30))
        fit_height(self)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (translate("FirstRun", "Your name"), self._name, self._name),
            (translate("FirstRun", "This computer"), self._computer, self._computer),
            (translate("FirstRun", "Save files in"), self._folder, self._folder.button),
        )
        for row, (text, part, buddy) in enumerate(rows):
            label: QLabel = text_label(self._theme.fonts.body, text, "secondary")
            label.setBuddy(buddy)
            buddy.setAccessibleName(buddy.accessibleName() or text)
            grid.addWidget(label, row, 0)
            grid.addWidget(part, row, 1)
        return grid

    def _hint(self) -> QHBoxLayout:
        text = translate("FirstRun", "The firewall may ask once — allow private networks.")
        hint = QHBoxLayout()
        hint.setSpacing(10)
        hint.addWidget(IconLabel(self._theme, "info", "text_secondary", 16))
        hint.addWidget(text_label(self._theme.fonts.small, text, "secondary", wraps=True), 1)
        return hint

    def _bottom(self) -> QHBoxLayout:
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self._start)
        return bottom


def _field(name: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setObjectName(name)
    field.setPlaceholderText(text)
    field.setMaxLength(NAME_CHARACTERS)
    return field
