"""Resources are found from the checkout, and are what they are taken for."""

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

from byhand.resources import resource_path
from tests.helpers.checkout import RESOURCES

ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}svg"


def test_checkout_finds_its_own_resources() -> None:
    assert resource_path("icons/send.svg") == RESOURCES / "icons/send.svg"


def test_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/no-such-icon\.svg is missing"):
        resource_path("icons/no-such-icon.svg")


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_icon_can_be_coloured_and_stroked_by_token(icon: Path) -> None:
    drawing = ElementTree.parse(icon).getroot()
    assert drawing.tag == SVG
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke") == "currentColor"
    assert drawing.get("stroke-width") == "2"
    assert len(drawing) > 0


def test_program_icon_has_the_sizes_it_says() -> None:
    assert ElementTree.parse(RESOURCES / "app-icon/byhand.svg").getroot().tag == SVG
    for picture in (RESOURCES / "app-icon").glob("*.png"):
        side = int(picture.stem.removeprefix("byhand-"))
        header = picture.read_bytes()[:24]
        assert header.startswith(b"\x89PNG")
        assert struct.unpack(">II", header[16:]) == (side, side)


@pytest.mark.parametrize("licence", ["fonts/OFL.txt", "icons/LICENSE"])
def test_what_others_made_has_its_licence_beside_it(licence: str) -> None:
    assert "copyright" in resource_path(licence).read_text("utf-8").lower()
