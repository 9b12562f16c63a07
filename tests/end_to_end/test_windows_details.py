"""The details of a transfer in two real windows, as somebody with a screen reader uses them."""

from pathlib import Path

import pytest

from tests.helpers import accessibility
from tests.helpers.accessibility import FIELD, ScreenReader
from tests.helpers.drag_source import READY
from tests.helpers.lab import needs_lab
from tests.helpers.needs import needs_tool
from tests.helpers.processes import become_friends
from tests.helpers.screen import TOOLS, wait_until
from tests.helpers.stage import HOLD, WIDTH, Stage
from tests.helpers.window_layout import accept_button, friend_row

pytestmark = [*needs_lab(), needs_tool(*TOOLS, *accessibility.TOOLS)]


@pytest.fixture
def stage(read_stage: Stage) -> Stage:
    become_friends(read_stage.anna.somebody, read_stage.marek.somebody)
    return read_stage


@pytest.mark.timeout(300)
def test_enter_shows_the_files_of_a_transfer_and_esc_leads_back(
    stage: Stage, reader: ScreenReader, place: Path
) -> None:
    box = place / "sent/box"
    box.mkdir(parents=True)
    for name in ("letter.txt", "photo.jpg"):
        (box / name).write_bytes(name.encode())
    with stage.windows() as (left, right):
        stage.wait_for_friend(left)
        with stage.files("box", box) as files:
            stage.screen.drag(files, HOLD, left, friend_row(), READY)
            stage.wait_for_offer(right)
        stage.screen.click(right, accept_button(WIDTH))
        for window, row, state in (
            (left, "^box, to Marek, .*Delivered", "Delivered"),
            (right, "^box, from Anna, .*Saved", "Saved"),
        ):
            stage.screen.click_at(reader.wait_for(window.process, row).middle)
            stage.screen.type_keys("Return")
            for name in ("letter.txt", "photo.jpg"):
                reader.wait_for(window.process, rf"^{name}, \d+ bytes, {state}")
            field = reader.wait_for(window.process, "^Find a file$", FIELD)
            stage.screen.click_at(field.middle)
            stage.screen.type_keys(*"phot")
            _wait_without(reader, window.process, "letter.txt")
            reader.wait_for(window.process, "^photo.jpg, ")
            stage.screen.type_keys("Escape")
            _wait_without(reader, window.process, "photo.jpg")
            reader.wait_for(window.process, row)
            stage.screen.type_keys("Return")  # the focus is on the row again
            reader.wait_for(window.process, "^letter.txt, ")


def _wait_without(reader: ScreenReader, process: int, start: str) -> None:
    """Wait until nothing that is shown is called so."""
    wait_until(
        lambda: not any(name.startswith(start) for name in reader.names(process)),
        f"{start} is still shown",
    )
