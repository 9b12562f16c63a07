"""The part of the settings that says who the user is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from byhand.domain.friend import NAME_CHARACTERS
from byhand.domain.person_name import fitting_name
from byhand.domain.profile import Profile
from byhand.gui.names import person_name
from byhand.gui.setting_form import SettingForm
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import AvatarLabel


class YouSection(QWidget):
    """Name and computer, as friends see them; a field left empty goes back to what holds."""

    names_changed = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._profile: Profile | None = None
        self._avatar = AvatarLabel(theme, theme.metrics.avatar_dialog)
        self._name, self._computer = _field("my-name"), _field("my-computer")
        form = SettingForm(theme)
        form.add(translate("Settings", "Your name"), self._name)
        form.add(translate("Settings", "This computer"), self._computer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        layout.addWidget(form, 1)
        layout.addWidget(self._avatar)
        for field in (self._name, self._computer):
            field.editingFinished.connect(self._say_names)

    def show_profile(self, profile: Profile) -> None:
        """Show what holds now; fields being typed in are left alone."""
        self._profile = profile
        self._avatar.set_person(person_name(profile.name), profile.id)
        for field, text in ((self._name, profile.name), (self._computer, profile.computer)):
            if not field.hasFocus():
                field.setText(text)

    def _say_names(self) -> None:
        now = self._profile
        if now is None:
            return
        name = fitting_name(self._name.text()) or now.name
        computer = fitting_name(self._computer.text()) or now.computer
        for field, text in ((self._name, name), (self._computer, computer)):
            field.setText(text)
        if (name, computer) != (now.name, now.computer):
            self.names_changed.emit(name, computer)


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setMaxLength(NAME_CHARACTERS)
    return field
