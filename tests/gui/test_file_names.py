"""However narrow the place, of a file's name the extension is seen: it says what the file is."""

import pytest

from byhand.domain.text import safe_text
from byhand.gui.theme import Theme

NAMES = [
    "holiday photos of the summer, all of them, the good ones and the others.jpg.exe",
    "x" * 250 + ".exe",
    "photo\u202egpj" + " " * 200 + ".scr",
    "文" * 80 + ".desktop",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("share", [0.9, 0.5, 0.3])
def test_G04_a_name_loses_its_middle_and_never_its_extension(
    theme: Theme, name: str, share: float
) -> None:
    shown = safe_text(name, 120)
    for face in (theme.fonts.strong, theme.fonts.body):
        width = max(round(face.width(shown) * share), 3 * face.width(".desktop…"))
        cut = face.elided(shown, width, keeps_end=True)
        assert cut.endswith("." + name.rpartition(".")[2])
        assert face.width(cut) <= width
        assert face.elided(shown, face.width(shown) + 1, keeps_end=True) == shown


def test_what_is_no_name_loses_its_end(theme: Theme) -> None:
    text = "Waiting for Lea to come back, whenever that is"
    face = theme.fonts.body
    assert face.elided(text, face.width(text) // 2, keeps_end=True) != face.elided(
        text, face.width(text) // 2
    )
    assert face.elided(text, face.width(text) // 2).endswith("…")
