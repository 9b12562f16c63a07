"""Lets the window speak the reader's language: texts, figures, dates and the way it is read."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from byhand.domain.language import SYSTEM_LANGUAGE, spoken_language
from byhand.resources import resource_path

OWN_NAMES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "pl": "Polski",
    "zh_CN": "简体中文",
    "ar": "العربية",
}
"""What each language is called in itself."""


def speak(chosen: str = SYSTEM_LANGUAGE, wanted: tuple[str, ...] | None = None) -> str:
    """Speak a language that was chosen, or else the system's, and return which it is.

    For windows opened later. `wanted` stands in for the languages that the system is set to.
    Raises FileNotFoundError when the installation is incomplete.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    names = tuple(QLocale.system().uiLanguages()) if wanted is None else wanted
    language = spoken_language(chosen, names)
    spoken = application.findChildren(QTranslator)
    if language in (translator.objectName() for translator in spoken):
        return language
    for earlier in spoken:
        application.removeTranslator(earlier)
        earlier.setParent(None)
    own = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (
        own / f"qtbase_{language}.qm",
        resource_path(f"translations/byhand_{language}.qm"),
    ):
        translator = QTranslator(application)
        translator.setObjectName(language)
        # Qt's own texts are few: where they are missing they stay English.
        if translator.load(str(path)):
            application.installTranslator(translator)
    locale = _locale(language)
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    return language


def _locale(language: str) -> QLocale:
    """Return the country's customs where the system speaks the language, else the language's.

    Addresses, times and codes are in European figures: so is everything else.
    """
    system = QLocale.system()
    if system.name().startswith(language) and system.zeroDigit() == "0":
        return system
    # Arabic as of the world has them.
    return QLocale("ar_001" if language == "ar" else language)
