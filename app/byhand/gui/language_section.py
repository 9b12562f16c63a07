"""The part of the settings that says which language the window speaks."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.language import LANGUAGES, SYSTEM_LANGUAGE
from byhand.domain.text import joined
from byhand.gui.language import OWN_NAMES
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button, text_label


class LanguageSection(QWidget):
    """A button with the language and a list of all; a change holds from the next start on."""

    language_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._language = SYSTEM_LANGUAGE
        self._button = push_button("")
        self._button.setObjectName("language")
        # The arrow stands where the line ends.
        self._flip()
        self._later = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._later.setObjectName("language-later")
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self._later)
        self._button.clicked.connect(self._open)
        theme.changed.connect(self._colour)
        self._colour()
        self.choose(SYSTEM_LANGUAGE)

    def choose(self, language: str) -> None:
        """Show a language as the one that was chosen; one that we do not speak as none."""
        self._language = language if language in LANGUAGES else SYSTEM_LANGUAGE
        name = _shown(self._language)
        self._button.setText(name)
        self._button.setAccessibleName(joined((translate("Settings", "Language"), name), ": "))
        self._later.setText(wording.translations_line(translate))

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("languages")
        for language in (SYSTEM_LANGUAGE, *LANGUAGES):
            action = menu.addAction(_shown(language))
            action.setCheckable(True)
            action.setChecked(language == self._language)
            action.triggered.connect(lambda _is_on, chosen=language: self._pick(chosen))
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))

    def _pick(self, language: str) -> None:
        self.choose(language)
        self._later.setText(translate("Settings", "Byhand speaks it when it starts next time."))
        self.language_chosen.emit(language)

    def _flip(self) -> None:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sides = Qt.LayoutDirection
        self._button.setLayoutDirection(sides.LeftToRight if is_mirrored else sides.RightToLeft)

    def _colour(self) -> None:
        colour = self._theme.palette.text_secondary
        icon = self._theme.icons.icon("chevron-down", colour, self._theme.metrics.icon)
        self._button.setIcon(icon)


def _shown(language: str) -> str:
    return OWN_NAMES.get(language) or translate("Settings", "As the system")
