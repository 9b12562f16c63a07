"""What a real screen reader gets of the running program: everything that can be used has a name."""

import re
from pathlib import Path

import pytest

from tests.helpers import accessibility
from tests.helpers.accessibility import Part, ScreenReader
from tests.helpers.drag_source import READY
from tests.helpers.gifts import make_tree
from tests.helpers.lab import needs_lab
from tests.helpers.needs import needs_tool
from tests.helpers.processes import become_friends, ran
from tests.helpers.screen import TOOLS, Window, wait_until
from tests.helpers.stage import HOLD, Stage
from tests.helpers.window_layout import friend_row

pytestmark = [*needs_lab(), needs_tool(*TOOLS, *accessibility.TOOLS)]


@pytest.fixture
def stage(read_stage: Stage) -> Stage:
    for person in (read_stage.anna, read_stage.marek):
        assert ran(person.somebody, "me", "--name", person.somebody.name)[0] == 0
    return read_stage


@pytest.mark.timeout(300)
def test_no_control_of_the_running_program_is_nameless(
    stage: Stage, reader: ScreenReader, place: Path
) -> None:
    tree = make_tree(place / "sent/Summer", 12)
    become_friends(stage.anna.somebody, stage.marek.somebody)
    with stage.windows() as (left, right):
        stage.wait_for_friend(left)
        check(reader, left, "Friends", "Add a friend…", "Settings", "Choose files…")
        click(stage, reader, left, "^Settings$")
        check(reader, left, "Your name")
        leave(stage, reader, left, "Your name")
        click(stage, reader, left, "^Add a friend…$")
        check(reader, left, "Close")
        leave(stage, reader, left, "Close")
        with stage.files(tree.name, tree) as files:
            stage.screen.drag(files, HOLD, left, friend_row(), READY)
            stage.wait_for_offer(right)
        check(reader, right, "Accept", "Decline")
        click(stage, reader, right, "^(Review|Choose)")
        check(reader, right, "Summer")


def click(stage: Stage, reader: ScreenReader, window: Window, pattern: str) -> None:
    stage.screen.click_at(reader.wait_for(window.process, pattern).middle)


def leave(stage: Stage, reader: ScreenReader, window: Window, name: str) -> None:
    """Close a dialog in which something is called that."""
    stage.screen.type_keys("Escape")
    gone = f"{name!r} is still there"
    wait_until(lambda: not named(reader.controls(window.process), name), gone)


def check(reader: ScreenReader, window: Window, *names: str) -> None:
    """Wait until these are shown, and look at everything that is."""
    for name in names:
        reader.wait_for(window.process, re.escape(name), states=0)
    seen = reader.controls(window.process)
    assert len([part for part in seen if "button" in part.role]) > 1
    assert [f"{part.role} at {part.middle}" for part in seen if not part.name.strip()] == []


def named(parts: list[Part], name: str) -> bool:
    return any(name in part.name for part in parts)
