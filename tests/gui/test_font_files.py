"""The window's font files give two weights of one family, and figures of equal width."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont

from byhand.resources import resource_path


@pytest.fixture(autouse=True)
def _inter(qapp: object) -> None:
    for path in resource_path("fonts").glob("*.ttf"):
        assert "Inter" in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(path))
        )


def test_the_two_weights_differ() -> None:
    assert _width("Hamburgefonts", 400) < _width("Hamburgefonts", 600)


def test_figures_can_be_of_equal_width() -> None:
    assert _width("1111", 400) < _width("8888", 400)
    assert _width("1111", 400, tabular=True) == _width("8888", 400, tabular=True)


def test_names_in_latin_greek_and_cyrillic_need_no_other_font() -> None:
    font = QRawFont.fromFont(_font(400))
    assert font.familyName() == "Inter"
    assert [sign for sign in "éłőşñṇảΩάЖїқ–’…→€" if not font.supportsCharacter(ord(sign))] == []


def test_an_arrow_of_two_signs_stays_two_signs() -> None:
    assert _width("->", 400) == pytest.approx(_width("-", 400) + _width(">", 400), abs=2)


def _font(weight: int, tabular: bool = False) -> QFont:
    font = QFont("Inter")
    font.setPixelSize(32)
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _width(text: str, weight: int, tabular: bool = False) -> float:
    return QFontMetricsF(_font(weight, tabular)).horizontalAdvance(text)
