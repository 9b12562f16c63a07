"""The part of the settings that says which language the window speaks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.language import LANGUAGES, SYSTEM_LANGUAGE
from byhand.gui.choice_button import Choice, ChoiceButton
from byhand.gui.language import OWN_NAMES
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label


class LanguageSection(QWidget):
    """A button with the language and a list of all; a change holds from the next start on."""

    language_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        first = translate("Settings", "As the system"), SYSTEM_LANGUAGE
        name = translate("Settings", "Language")
        self._button = ChoiceButton(theme, name, first, _languages)
        self._button.setObjectName("language")
        quality = wording.translations_line(translate)
        self._later = text_label(theme.fonts.small, quality, "secondary", wraps=True)
        self._later.setObjectName("language-later")
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self._later)
        self._button.chosen.connect(self._tell)

    def choose(self, language: str) -> None:
        """Show a language as the one that was chosen; one that we do not speak as none."""
        self._button.show_choice(language)

    def _tell(self, language: str) -> None:
        self._later.setText(translate("Settings", "Byhand speaks it when it starts next time."))
        self.language_chosen.emit(language)


def _languages() -> list[Choice]:
    return [(OWN_NAMES[language], language) for language in LANGUAGES]
