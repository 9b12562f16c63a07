"""The script `byhand` as the shell sees it: exit codes and streams."""

import json
import os
import subprocess
import sys

BYHAND = [sys.executable, "-m", "byhand"]
NEEDS_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(*arguments: str, without: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in without}
    return subprocess.run(
        [*BYHAND, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=60,
    )


def test_help_names_every_command() -> None:
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for command in ("send", "receive", "friends", "identity", "me", "nearby", "demo"):
        assert f"\n    {command} " in done.stdout


def test_a_wrong_command_is_one_sentence_and_two() -> None:
    done = run("frob")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("byhand: Argument COMMAND: invalid choice: 'frob'")
    assert done.stderr.endswith(": see byhand --help.\n")
    assert done.stderr.count("\n") == 1


def test_a_command_that_is_not_whole_names_its_own_help() -> None:
    done = run("identity")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "byhand: A command is missing: see byhand identity --help.\n"


def test_a_wrong_command_is_told_to_scripts_too() -> None:
    done = run("send", "x", "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (2, "")
    assert [line["event"] for line in lines] == ["error", "end"]
    assert lines[-1]["exit"] == 2


def test_without_a_screen_no_window_opens_and_a_sentence_says_why() -> None:
    done = run(without=NEEDS_SCREEN)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("byhand: There is no screen here")
    assert done.stderr.count("\n") == 1


def test_a_reader_who_has_gone_is_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*BYHAND, "--json", "frob"],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")
