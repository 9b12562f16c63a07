"""A real window of a profile that was just made, under a window manager, by keys alone."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers.needs import needs_tool
from tests.helpers.private_network import needs_private_network
from tests.helpers.processes import HANG_SECONDS
from tests.helpers.screen import TOOLS, Screen, Window, wait_until

pytestmark = [needs_private_network(), *(needs_tool(tool) for tool in TOOLS)]

OPEN = "from byhand.__main__ import window; window()"
WELCOME = "^Welcome to Byhand"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@contextmanager
def window_of(profile: Path, screen: Screen) -> Iterator[Window]:
    """Open the window, and close it when the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN, "--profile", str(profile)],
        env={**os.environ, **screen.environment, "HOME": str(profile.parent)},
    )
    try:
        yield screen.window_of(process.pid, "^Byhand$")
        process.terminate()
        assert process.wait(HANG_SECONDS) == 0
    finally:
        process.kill()
        process.wait()


def settings_of(profile: Path) -> dict[str, object]:
    content = json.loads((profile / "settings.json").read_bytes())
    assert isinstance(content, dict)
    return content


def is_new(profile: Path) -> bool:
    return settings_of(profile).get("is_new", False) is True


def test_a_new_user_types_a_name_and_presses_enter_and_is_asked_once(profile: Path) -> None:
    with Screen() as screen:
        with window_of(profile, screen) as window:
            page = screen.window_of(window.process, WELCOME)
            assert is_new(profile)
            screen.xdotool("windowactivate", "--sync", page.id)
            screen.xdotool("type", "Ada")
            screen.type_keys("Return")
            wait_until(lambda: not is_new(profile), "the page does nothing")
        assert settings_of(profile)["name"] == "Ada"
        with window_of(profile, screen) as window:
            # Keys reach the card for the first friend, not a page above it.
            screen.xdotool("windowactivate", "--sync", window.id)
            screen.type_keys("ctrl+n")
            screen.window_of(window.process, "^Add a friend")
            words = ("--onlyvisible", "--all", "--pid", str(window.process), "--name", WELCOME)
            found = screen.xdotool("search", *words, check=False)
            assert found == ""


def test_a_window_that_is_killed_before_start_is_pressed_asks_again(profile: Path) -> None:
    with Screen() as screen:
        for _ in range(2):
            with window_of(profile, screen) as window:
                screen.window_of(window.process, WELCOME)
            assert is_new(profile)
