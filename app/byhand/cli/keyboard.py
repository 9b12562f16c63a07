"""What a command asks of whoever started it: at a terminal, or of a script on standard input."""

import getpass
import warnings
from collections.abc import Callable
from typing import TextIO

from msgspec import Struct

from byhand.errors import UsageError

LINE_CHARACTERS = 4096


class Keyboard(Struct, frozen=True):
    """Asks at a terminal; where standard input is none, passphrases are read from its lines."""

    stream: TextIO
    ask_unseen: Callable[[str], str] = getpass.getpass
    ask: Callable[[str], str] = input

    @property
    def is_terminal(self) -> bool:
        """Say whether there is somebody to ask."""
        return self.stream.isatty()

    def passphrase(self, prompt: str) -> str:
        """Return what is typed where nobody sees it, or a line of a script; UsageError."""
        passphrase = self._typed(prompt) if self.is_terminal else self._read()
        if not passphrase:
            raise UsageError("No passphrase came: type it, or write it to standard input.")
        return passphrase

    def is_agreed(self, question: str) -> bool:
        """Say whether somebody at the terminal answers yes in full."""
        try:
            return self.ask(question).strip().casefold() == "yes"
        except EOFError:
            return False

    def _typed(self, prompt: str) -> str:
        with warnings.catch_warnings():
            # Where it cannot hide what is typed, getpass would show it.
            warnings.simplefilter("error", getpass.GetPassWarning)
            try:
                return self.ask_unseen(prompt)
            except EOFError:
                return ""
            except getpass.GetPassWarning as exc:
                raise UsageError(
                    "This terminal can't hide what is typed: write the passphrase to standard"
                    " input."
                ) from exc

    def _read(self) -> str:
        try:
            line = self.stream.readline(LINE_CHARACTERS)
        except UnicodeDecodeError as exc:
            raise UsageError(
                "The passphrase on standard input is no text: write it in UTF-8."
            ) from exc
        if len(line) == LINE_CHARACTERS:
            raise UsageError("The passphrase on standard input is too long: write a shorter one.")
        return line.rstrip("\r\n")
