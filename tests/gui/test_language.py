"""The window speaks the language that was chosen, or the system's: texts, figures and direction."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from byhand import wording
from byhand.domain.language import LANGUAGES
from byhand.gui.language import OWN_NAMES, speak
from byhand.gui.language_section import LanguageSection
from byhand.gui.opening import open_window
from byhand.gui.reading import in_order
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from tests.gui.conftest import HOME, Opened
from tests.gui.parts import button, part, text_of
from tests.helpers.fake_desktop import FakeDesktop
from tests.helpers.fake_service import FakeService
from tests.helpers.sample_world import NOW, sample_service


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak("en")


def shown(theme: Theme, qtbot: QtBot, service: FakeService) -> QWidget:
    window, controller = open_window(
        service, theme, FakeDesktop(), lambda: NOW, HOME, take_over=lambda _file, _phrase: None
    )
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    controller.close()
    return window


# --- which language it is


@pytest.mark.parametrize(
    ("chosen", "system", "spoken"),
    [
        ("de", ("fr-FR",), "de"),
        ("system", ("fr-Latn-CA", "fr-CA", "fr"), "fr"),
        ("system", ("pt-BR", "pt", "es-419"), "es"),
        ("system", ("zh-Hans-CN",), "zh_CN"),
        ("system", ("zh-Hant-TW", "zh-TW"), "en"),
        ("system", ("tlh",), "en"),
        ("system", (), "en"),
        ("one of a later version", ("pl-PL",), "pl"),
    ],
)
def test_it_is_the_chosen_one_or_the_first_of_the_system_s(
    qapp: QApplication, chosen: str, system: tuple[str, ...], spoken: str
) -> None:
    assert speak(chosen, system) == spoken
    assert QLocale().name().startswith(spoken)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_our_texts_and_qt_s(qapp: QApplication, language: str) -> None:
    speak(language)
    settings = translate("Settings", "Settings")
    cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert (settings == "Settings", cancel == "Cancel") == ((language == "en"),) * 2
    assert language in OWN_NAMES


def test_a_language_takes_the_place_of_the_one_before(qapp: QApplication) -> None:
    for _ in range(3):
        speak("ar")
        assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
        speak("de")
        assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
        assert translate("Settings", "Settings") == "Einstellungen"
    speak("en")
    assert translate("Settings", "Settings") == "Settings"


# --- plurals and figures, by the catalogues that are shipped


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("0 files", "1 file", "2 files", "3 files", "5 files", "11 files", "21 files")),
        ("pl", ("0 plików", "1 plik", "2 pliki", "3 pliki", "5 plików", "11 plików", "21 plików")),
        ("fr", ("0 fichier", "1 fichier", "2 fichiers", "3 fichiers", "5 fichiers")),
        ("zh_CN", ("0 个文件", "1 个文件", "2 个文件")),
        ("ar", ("لا ملفات", "ملف واحد", "ملفان", "3 ملفات", "5 ملفات", "11 ملفًا", "21 ملفًا")),
    ],
)
def test_every_number_has_its_plural(
    qapp: QApplication, language: str, texts: tuple[str, ...]
) -> None:
    speak(language)
    counts = (0, 1, 2, 3, 5, 11, 21)
    said = [wording.count_files(count, translate) for count in counts[: len(texts)]]
    assert said == list(texts)


def test_a_hundred_is_other_than_eleven_and_twenty_one(qapp: QApplication) -> None:
    speak("pl")
    said = [wording.count_files(count, translate) for count in (22, 100, 112, 1204)]
    assert said == ["22 pliki", "100 plików", "112 plików", "1204 pliki"]
    speak("ar")
    said = [wording.count_files(count, translate) for count in (100, 103, 1204)]
    assert said == ["100 ملف", "103 ملفات", "1,204 ملفات"]


@pytest.mark.parametrize(
    ("language", "size", "speed", "count"),
    [
        ("en", "3.4 GB", "41.8 MB/s", "48,000"),
        ("de", "3,4 GB", "41,8 MB/s", "48.000"),
        ("fr", "3,4 Go", "41,8 Mo/s", "48\u202f000"),
        ("pl", "3,4 GB", "41,8 MB/s", "48\u00a0000"),
        ("zh_CN", "3.4 GB", "41.8 MB/s", "48,000"),
        ("ar", "3.4 غ.ب", "41.8 م.ب/ث", "48,000"),
    ],
)
def test_sizes_speeds_and_numbers_are_written_as_in_the_language(
    qapp: QApplication, language: str, size: str, speed: str, count: str
) -> None:
    speak(language)
    said = wording.size(3_400_000_000, translate), wording.speed(41_800_000, translate)
    plain = [text.replace("\u2068", "").replace("\u2069", "") for text in said]
    assert (*plain, wording.number(48_000, translate)) == (size, speed, count)


def test_limits_have_no_needless_decimals(qapp: QApplication) -> None:
    speak("de")
    sizes = [wording.round_size(each, translate) for each in (10**9, 15 * 10**8)]
    assert sizes == ["1 GB", "1,5 GB"]


# --- the window in another language


def test_the_window_opens_in_the_language_of_the_settings(theme: Theme, qtbot: QtBot) -> None:
    service = sample_service()
    service.profile.language = "de"
    window = shown(theme, qtbot, service)
    assert button(window, "open-add-friend").text().strip() == "Freund hinzufügen…"
    assert part(window, QWidget, "find-friend").accessibleName() == "Freund suchen"


def test_in_arabic_everything_is_mirrored(theme: Theme, qtbot: QtBot) -> None:
    service = sample_service()
    service.profile.language = "ar"
    window = shown(theme, qtbot, service)
    sidebar = part(window, QWidget, "Sidebar")
    queue = part(window, QWidget, "queue")
    left = sidebar.mapTo(window, sidebar.rect().topLeft()).x()
    assert left + sidebar.width() == window.width()
    right = queue.mapTo(window, queue.rect().topRight()).x()
    margin = theme.metrics.page_margin
    assert left - right - 1 == margin
    name = part(window, QWidget, "open-settings")
    assert name.mapTo(window, name.rect().center()).x() < left + sidebar.width() / 4


def test_a_line_of_names_alone_is_read_as_the_window_is(qapp: QApplication) -> None:
    line = "\u2068عربي\u2069 · Lea"
    assert in_order(line) == line
    speak("ar")
    assert in_order(line) == "\u200f" + line
    assert in_order("3 files") == "3 files"


# --- choosing


def test_a_language_is_chosen_from_a_list_and_holds_from_the_next_start(opened: Opened) -> None:
    opened.window.sidebar.settings_requested.emit()
    section = part(opened.window, LanguageSection, "")
    chooser = button(section, "language")
    assert (chooser.text().strip(), chooser.accessibleName()) == ("English", "Language: English")
    assert "not yet reviewed" in text_of(section, "language-later")
    chooser.click()
    menu = part(section, QMenu, "choices")
    assert [each.text() for each in menu.actions()] == ["As the system", *OWN_NAMES.values()]
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["English"]
    menu.actions()[2].trigger()
    assert opened.service.orders == [("set_language", "de")]
    assert chooser.text().strip() == "Deutsch"
    assert "next time" in text_of(section, "language-later")
    menu.close()


def test_a_language_of_a_later_version_is_shown_as_the_system_s(theme: Theme, qtbot: QtBot) -> None:
    section = LanguageSection(theme)
    qtbot.addWidget(section)
    section.choose("tlh")
    assert button(section, "language").text().strip() == "As the system"


def test_an_incomplete_installation_says_so(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("byhand.resources._CHECKOUT", tmp_path)
    with pytest.raises(FileNotFoundError, match="incomplete"):
        speak("de")
