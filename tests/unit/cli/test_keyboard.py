import getpass
import io
import warnings

import pytest

from byhand.cli.keyboard import LINE_CHARACTERS, Keyboard
from byhand.errors import UsageError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def typed(*answers: str) -> Keyboard:
    """Return a terminal at which these are typed, one after the other."""
    waiting = list(answers)
    return Keyboard(Terminal(), lambda _: waiting.pop(0), lambda _: waiting.pop(0))


def test_at_a_terminal_a_passphrase_is_typed_unseen() -> None:
    assert typed(" a passphrase ").passphrase("Passphrase: ") == " a passphrase "


@pytest.mark.parametrize("text", ["one\ntwo\n", "one\r\ntwo", "one"])
def test_a_script_writes_it_in_the_first_line(text: str) -> None:
    assert Keyboard(io.StringIO(text, newline="")).passphrase("Passphrase: ") == "one"


@pytest.mark.parametrize(
    "keyboard", [typed(""), Keyboard(io.StringIO()), Keyboard(io.StringIO("\n"))]
)
def test_none_is_wrong_use(keyboard: Keyboard) -> None:
    with pytest.raises(UsageError):
        keyboard.passphrase("Passphrase: ")


def test_one_too_long_is_never_cut() -> None:
    with pytest.raises(UsageError):
        Keyboard(io.StringIO("x" * LINE_CHARACTERS)).passphrase("Passphrase: ")


def test_bytes_that_are_no_text_are_wrong_use() -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8")
    with pytest.raises(UsageError):
        Keyboard(stream).passphrase("Passphrase: ")


def test_where_it_would_be_seen_it_is_not_typed() -> None:
    def visible(_prompt: str) -> str:
        warnings.warn("Can not control echo on the terminal.", getpass.GetPassWarning, stacklevel=2)
        return "seen"

    with pytest.raises(UsageError) as caught:
        Keyboard(Terminal(), visible).passphrase("Passphrase: ")
    assert "standard input" in str(caught.value)


def ended(_prompt: str) -> str:
    raise EOFError


def test_the_end_of_input_is_no_passphrase_and_no_yes() -> None:
    keyboard = Keyboard(Terminal(), ended, ended)
    with pytest.raises(UsageError):
        keyboard.passphrase("Passphrase: ")
    assert not keyboard.is_agreed("Go on? ")


@pytest.mark.parametrize(
    ("answer", "is_agreed"), [("yes", True), (" Yes ", True), ("y", False), ("", False)]
)
def test_only_a_whole_yes_is_one(answer: str, is_agreed: bool) -> None:
    assert typed(answer).is_agreed("Go on? ") is is_agreed
