"""Texts that are longer than the English ones by two fifths are not cut, on any screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from byhand.gui.theme import Theme
from byhand.gui.widgets import ElidedLabel
from tests.gui import (
    befriending_shots,
    shots,
    shots_of_connection,
    shots_of_details,
    shots_of_friends,
    shots_of_history,
    shots_of_settings,
    shots_of_transfers,
)
from tests.gui.parts import settle
from tests.helpers.pseudo_locale import lengthened, pseudo_locale

Screens = Callable[[Theme, Path, str], None]
SCREENS: dict[str, Screens] = {
    "main": shots._shoot_scheme,
    "transfers": shots_of_transfers._shoot_states,
    "offers": shots_of_transfers._shoot_offers,
    "speed": shots_of_transfers._shoot_speed,
    "friends": shots_of_friends._shoot,
    "befriending": befriending_shots.shoot,
    "connection": shots_of_connection._shoot,
    "details": shots_of_details._shoot,
    "history": shots_of_history._shoot_scheme,
    "first run": shots_of_settings._shoot_first_run,
    "settings": shots_of_settings._shoot_settings,
    "review": shots_of_settings._shoot_review,
}
WIDEST = 1120
"""A dialog is no wider than the window's first size."""


@pytest.fixture(autouse=True)
def spoken(qapp: QApplication) -> Iterator[None]:
    before = qapp.topLevelWidgets()
    with pseudo_locale(qapp):
        yield
    # Those who make pictures leave their windows to the end of the program.
    for window in qapp.topLevelWidgets():
        if window not in before and window.parent() is None:
            window.close()
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("name", SCREENS)
def test_longer_texts_are_not_cut(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    cut: list[str] = []
    seen: list[str] = []

    def look_at(screen: QWidget, picture: Path) -> None:
        settle()
        seen.append(picture.name)
        cut.extend(f"{picture.name}: {each}" for each in cut_texts(screen))

    monkeypatch.setattr(shots, "keep", look_at)
    monkeypatch.setattr(shots, "PACE", 0.1)
    SCREENS[name](theme, tmp_path, "light")
    assert seen
    assert cut == []


def test_what_is_filled_in_and_what_has_no_letters_stays() -> None:
    assert lengthened("Save to {folder}…") == "Šàvé tö {folder} ñöçh ñ…"
    assert lengthened("{number} MB/s") == "{number} MB/s"
    assert lengthened("{whole}.{tenth}") == "{whole}.{tenth}"
    assert len(lengthened("%n file(s)")) == 14


def test_a_text_that_is_cut_would_be_found(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("As wide as it need be")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    assert list(cut_texts(label)) == []
    label.resize(label.width() - 3, label.height())
    assert list(cut_texts(label)) == ["QLabel “As wide as it need be”"]


def cut_texts(screen: QWidget) -> Iterator[str]:
    """Yield what has less room than it needs and is no line that may be shortened."""
    if screen.isWindow() and screen.width() > WIDEST:
        yield f"{screen.objectName()} is {screen.width()} wide"
    for area in screen.findChildren(QScrollArea):
        content = area.widget()
        if (
            content is not None
            and content.isVisible()
            and content.width() > area.viewport().width()
        ):
            yield f"{content.objectName()} {content.width()} wide, {area.viewport().width()} shown"
    for part in (screen, *screen.findChildren(QWidget)):
        text = getattr(part, "text", str)()
        if not part.isVisible() or not text or not _is_cut(part):
            continue
        yield f"{type(part).__name__} “{text}”"


def _is_cut(part: QWidget) -> bool:
    if isinstance(part, ElidedLabel | QToolButton):
        return False
    if isinstance(part, QLabel):
        if part.wordWrap():
            return part.height() < part.heightForWidth(part.width())
        return part.width() < part.sizeHint().width()
    is_button = isinstance(part, QAbstractButton)
    return is_button and part.width() < part.sizeHint().width()
