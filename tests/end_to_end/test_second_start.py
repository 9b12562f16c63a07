"""Byhand is started with a profile that somebody has already."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers.needs import needs_tool
from tests.helpers.private_network import needs_private_network
from tests.helpers.processes import HANG_SECONDS, Somebody, ran, running
from tests.helpers.screen import TOOLS, Screen, wait_until

pytestmark = needs_private_network()

OPEN = "from byhand.__main__ import window; window()"
TELL = """
import sys
from byhand.main import window as composition
bring_forward = composition.bring_forward

def tell(window, token):
    window.showMinimized()
    bring_forward(window, token)
    print([token, window.isVisible(), window.isMinimized()], flush=True)

vars(composition)["bring_forward"] = tell
sys.exit(composition.main(sys.argv[1:]))
"""


@pytest.fixture
def anna(tmp_path: Path) -> Somebody:
    return Somebody("Anna", tmp_path / "anna")


def started(anna: Somebody, program: str = OPEN, **environment: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, "--profile", str(anna.profile)],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def window(
    anna: Somebody, program: str = OPEN, **environment: str
) -> Iterator["subprocess.Popen[str]"]:
    """Open a window, and close it when the block ends."""
    before = listens_since(anna)
    process = started(anna, program, **environment)
    try:
        wait_until(lambda: listens_since(anna) != before, "nobody listens")
        yield process
        process.terminate()
        assert ended(process)[:2] == (0, "")
    finally:
        process.kill()
        process.communicate()


def listens_since(anna: Somebody) -> int:
    """Return when a socket was made that is there, in nanoseconds, or 0."""
    try:
        return (anna.profile / "control.sock").stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    try:
        out, err = process.communicate(timeout=HANG_SECONDS)
    finally:
        process.kill()
        process.wait()
    return process.returncode, out, err


def test_a_second_window_lets_the_first_one_come_forward_and_ends_well(anna: Somebody) -> None:
    with window(anna, TELL) as first:
        assert first.stdout is not None
        assert ended(started(anna, XDG_ACTIVATION_TOKEN="shell-1/2")) == (0, "", "")
        assert first.stdout.readline() == "['shell-1/2', True, False]\n"
        assert ended(started(anna, f"import sys; sys.argv.append('--hidden'); {OPEN}")) == (
            0,
            "",
            "",
        )
        assert ended(started(anna, "from byhand.__main__ import commands; commands()")) == (
            0,
            "",
            "",
        )
        assert first.stdout.readline() == "['', True, False]\n"


def test_two_windows_started_at_once_are_one(anna: Somebody) -> None:
    both = [started(anna), started(anna)]
    try:
        wait_until(lambda: any(each.poll() is not None for each in both), "both stay")
        (stays,) = (each for each in both if each.poll() is None)
        (leaves,) = (each for each in both if each is not stays)
        assert ended(leaves) == (0, "", "")
        stays.terminate()
        assert ended(stays)[:2] == (0, "")
    finally:
        for each in both:
            each.kill()
            each.communicate()


def test_a_window_beside_a_command_says_who_has_the_profile(anna: Somebody) -> None:
    with running(anna, "receive") as receiving:
        receiving.wait_for("ready")
        second = started(anna)
        assert second.stderr is not None
        lines = iter(second.stderr.readline, "")
        sentence = next(line for line in lines if line.startswith("byhand: "))
        second.terminate()
        assert ended(second)[0] == 1
    assert f"Another Byhand is already using the profile {anna.profile}:" in sentence


def test_a_window_after_one_that_was_killed_opens(anna: Somebody) -> None:
    first = started(anna)
    wait_until(lambda: listens_since(anna), "nobody listens")
    first.kill()
    first.communicate()
    assert "control.sock" in os.listdir(anna.profile)
    with window(anna, TELL) as second:
        assert ended(started(anna)) == (0, "", "")
        assert second.stdout is not None
        assert second.stdout.readline() == "['', True, False]\n"


def test_commands_work_beside_a_window_and_after_it(anna: Somebody) -> None:
    with window(anna):
        assert ran(anna, "me", "--name", "Anna L.")[0] == 0
        (beside,) = ran(anna, "me")[1]
    assert "control.sock" not in os.listdir(anna.profile)
    (after,) = ran(anna, "me")[1]
    assert beside == after
    assert after["name"] == "Anna L."


@needs_tool(*TOOLS)
def test_on_a_screen_it_stands_before_what_hid_it(anna: Somebody, tmp_path: Path) -> None:
    marek = Somebody("Marek", tmp_path / "marek")
    with Screen() as screen:

        def has_focus(process: "subprocess.Popen[str]") -> bool:
            active = screen.xdotool("getactivewindow", "getwindowpid", check=False)
            return active == str(process.pid)

        with window(anna, **screen.environment) as first:
            screen.window_of(first.pid, "^Byhand$")
            with window(marek, **screen.environment) as other:
                screen.window_of(other.pid, "^Byhand$")
                wait_until(lambda: has_focus(other), "the other has no focus")
                assert ended(started(anna, **screen.environment)) == (0, "", "")
                wait_until(lambda: has_focus(first), "it has no focus")
