"""The part of the settings that says how the window looks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from byhand.domain.appearance import APPEARANCES
from byhand.gui.segmented import SegmentedControl
from byhand.gui.setting_form import SettingForm
from byhand.gui.theme import Theme
from byhand.gui.translation import translate


class LookSection(QWidget):
    """As the system, light, dark, or with high contrast."""

    appearance_changed = Signal(str)

    def __init__(self, theme: Theme, appearance: str) -> None:
        super().__init__()
        texts = [
            translate("Settings", "System"),
            translate("Settings", "Light"),
            translate("Settings", "Dark"),
            translate("Settings", "High contrast"),
        ]
        name = translate("Settings", "Colours")
        self._looks = SegmentedControl(theme, name, texts)
        self._looks.setObjectName("looks")
        self._looks.choose(APPEARANCES.index(appearance))
        form = SettingForm(theme)
        form.add(name, self._looks, fills=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form)
        self._looks.chosen.connect(lambda n: self.appearance_changed.emit(APPEARANCES[n]))
