"""Real drags between real windows: into Byhand what other programs have, and out what arrived."""

import filecmp
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.helpers import drop_target
from tests.helpers.drag_source import READY
from tests.helpers.gifts import make_file, make_tree
from tests.helpers.lab import needs_lab
from tests.helpers.needs import needs_tool
from tests.helpers.processes import become_friends, ran
from tests.helpers.screen import TOOLS, wait_until
from tests.helpers.stage import HOLD, WIDTH, Stage
from tests.helpers.window_layout import (
    Spot,
    accept_button,
    first_row,
    friend_row,
    history_button,
    history_row,
)

pytestmark = [*needs_lab(), needs_tool(*TOOLS)]

LONGEST_SECONDS = 100.0
WORDS, ADDRESS = "See you at eight", "https://example.org/harbour"


@pytest.mark.timeout(400)
def test_what_other_programs_have_goes_in_and_what_has_arrived_goes_out(
    stage: Stage, place: Path
) -> None:
    become_friends(stage.anna.somebody, stage.marek.somebody)
    tree = make_tree(place / "sent/Summer", 20)
    drawing = place / "drawing.png"
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    assert picture.save(str(drawing))
    song = make_file(place / "sent/song & name.wav", 1_000_000)
    values: list[Path | str] = [
        tree,
        f"text:{WORDS}",
        f"link:{ADDRESS}",
        f"picture:{drawing}",
        song,
    ]
    with stage.windows() as (left, right):
        stage.wait_for_friend(left)
        for value in values:
            before = arrived(stage)
            with stage.files("Held", value) as held:
                stage.screen.drag(held, HOLD, left, friend_row(), READY)
                stage.wait_for_offer(right)
            stage.screen.click(right, accept_button(WIDTH))
            wait_until(lambda: len(arrived(stage)) > len(before), f"{value} did not arrive")  # noqa: B023
        assert {WORDS, ADDRESS, "Summer", "song & name.wav"} < {*arrived(stage)}
        (shelf := place / "shelf").mkdir()
        with stage.folder("Shelf", shelf) as target:
            stage.screen.drag(
                right, first_row(), target, Spot(120, 60), drop_target.READY, told_by=target
            )
            copy = shelf / song.name
            wait_until(copy.exists, "nothing was dropped", LONGEST_SECONDS)
        (archive := place / "archive").mkdir()
        stage.screen.click(right, history_button(WIDTH))
        stage.wait_for_current(right, history_row())
        with stage.folder("Archive", archive) as target:
            stage.screen.drag(
                right, history_row(), target, Spot(120, 60), drop_target.READY, told_by=target
            )
            old = archive / song.name
            wait_until(old.exists, "nothing was dropped from the history", LONGEST_SECONDS)
    assert filecmp.cmp(song, copy, shallow=False)
    assert filecmp.cmp(song, old, shallow=False)
    assert (stage.marek.downloads / song.name).exists()


def arrived(stage: Stage) -> list[str]:
    """Return what Marek has got so far."""
    code, lines = ran(stage.marek.somebody, "history")
    assert code == 0
    return [str(line["title"]).removesuffix(".txt") for line in lines]
