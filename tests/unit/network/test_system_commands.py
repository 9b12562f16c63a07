"""The system's tools are asked without a shell, and not for ever."""

import sys

from byhand.network.system_commands import place_of, run_command


def test_what_a_command_writes_and_how_it_ends_is_told() -> None:
    ran = run_command((sys.executable, "-c", "print('active'); raise SystemExit(3)"))
    assert ran is not None
    assert (ran.code, ran.output) == (3, "active\n")


def test_a_tool_that_is_not_there_is_no_error() -> None:
    assert run_command(("byhand-no-such-tool", "--help")) is None


def test_no_word_is_read_by_a_shell() -> None:
    ran = run_command((sys.executable, "-c", "import sys; print(sys.argv[1])", "$HOME; ls *"))
    assert ran is not None
    assert ran.output == "$HOME; ls *\n"


def test_a_tool_that_asks_something_meets_the_end_of_input() -> None:
    ran = run_command((sys.executable, "-c", "import sys; print(repr(sys.stdin.read()))"))
    assert ran is not None
    assert ran.output == "''\n"


def test_a_tool_answers_in_english() -> None:
    ran = run_command((sys.executable, "-c", "import os; print(os.environ['LC_ALL'])"))
    assert ran is not None
    assert ran.output == "C\n"


def test_a_tool_that_hangs_is_given_up() -> None:
    assert run_command((sys.executable, "-c", "import time; time.sleep(600)")) is None


def test_on_windows_no_tool_is_taken_from_the_folder_that_we_are_in() -> None:
    windows = {"SystemRoot": "D:\\Windows"}
    assert place_of("reg", "win32", windows) == "D:\\Windows\\System32\\reg.exe"
    assert place_of("C:\\Tools\\reg.exe", "win32", windows) == "C:\\Tools\\reg.exe"
    assert place_of("systemctl", "linux", windows) == "systemctl"
