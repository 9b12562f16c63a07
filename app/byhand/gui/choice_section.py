"""A part of the settings with one choice of a few, and what the one that holds means."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from byhand.domain.notification import Telling
from byhand.domain.retention import Retention
from byhand.gui.segmented import SegmentedControl
from byhand.gui.setting_form import SettingForm
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label

Choice = tuple[object, str, str]
"""A value, what it is called, and what it means."""


class ChoiceSection(QWidget):
    """Shows the choices side by side."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, key: str, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self._control = SegmentedControl(theme, name, [text for _, text, _ in choices])
        self._control.setObjectName(key)
        self._meaning = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._meaning.setObjectName(f"{key}-meaning")
        form = SettingForm(theme)
        form.add(name, self._control, fills=False)
        form.add_below(self._meaning)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form)
        self._control.chosen.connect(lambda n: self.chosen.emit(self._choices[n][0]))

    def show_choice(self, wanted: object) -> None:
        """Show the choice that holds."""
        number = next(n for n, (value, _, _) in enumerate(self._choices) if value == wanted)
        self._control.choose(number)
        self._meaning.setText(self._choices[number][2])


def telling_section(theme: Theme) -> ChoiceSection:
    """Return the section about what notifications say; its choices are Tellings."""
    return ChoiceSection(
        theme,
        "telling",
        translate("Settings", "Notifications"),
        (
            (
                Telling.EVERYTHING,
                translate("Settings", "With names"),
                translate("Settings", "They say who sends what, and what has arrived."),
            ),
            (
                Telling.NO_NAMES,
                translate("Settings", "Without names"),
                translate("Settings", "Nobody who looks over your shoulder learns who it is."),
            ),
            (
                Telling.NOTHING,
                translate("Settings", "Off"),
                translate("Settings", "Requests wait in the window until you look."),
            ),
        ),
    )


def retention_section(theme: Theme) -> ChoiceSection:
    """Return the section about how long the history is kept; its choices are Retentions."""
    return ChoiceSection(
        theme,
        "retention",
        translate("Settings", "Keep history"),
        (
            (
                Retention.FOREVER,
                translate("Settings", "Forever"),
                translate("Settings", "It is on this computer only."),
            ),
            (
                Retention.THIRTY_DAYS,
                translate("Settings", "30 days"),
                translate("Settings", "Older entries go by themselves. Files stay where they are."),
            ),
            (
                Retention.NEVER,
                translate("Settings", "Never"),
                translate("Settings", "What has ended is not listed. Files stay where they are."),
            ),
        ),
    )
