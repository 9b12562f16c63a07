"""The sheet of all pictures."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.gui.contact_sheet import CELL, COLUMNS, GROUND, is_plain, sheet_of


@pytest.mark.parametrize("name", ["main-light", "main-dark", "settings-light-10", "details-dark"])
def test_light_and_dark_are_on_the_sheet(name: str) -> None:
    assert is_plain(name)


@pytest.mark.parametrize("name", ["main-light-14", "main-high-contrast", "choose-rtl", "tray-menu"])
def test_other_looks_are_not(name: str) -> None:
    assert not is_plain(name)


def test_every_picture_is_on_the_sheet(tmp_path: Path) -> None:
    colours = [QColor.fromHsv(40 * number, 255, 255) for number in range(COLUMNS + 2)]
    for number, colour in enumerate(colours):
        picture = QImage(CELL * 2, QImage.Format.Format_RGB32)
        picture.fill(colour)
        assert picture.save(str(tmp_path / f"{number}.png"))
    sheet = sheet_of(sorted(tmp_path.iterdir()))
    spots = range(0, sheet.width(), 40), range(0, sheet.height(), 40)
    seen = {sheet.pixel(x, y) for x in spots[0] for y in spots[1]}
    assert {colour.rgb() for colour in colours} <= seen
    assert GROUND in seen
