"""What a text that is sent is called, and the file of our own that it goes from, like any other."""

from pathlib import Path

from byhand.domain.names import cleaned_component, fitted
from byhand.storage.own_files import keep_own, own_path

NAME_CHARACTERS = 40
TITLE_CHARACTERS = 80
_NAMELESS = "Text"


def text_title(text: str) -> str:
    """Return what a text is called: its first words, in one line."""
    line = _first_line(text)
    title = line if len(line) <= TITLE_CHARACTERS else f"{line[: TITLE_CHARACTERS - 1]}…"
    return title.encode("utf-8", "replace").decode()


def text_path(folder: Path, text: str) -> Path:
    """Return where a text is to be kept: in a folder of its own, by a name like its beginning."""
    name = cleaned_component(_first_line(text)[:NAME_CHARACTERS]).strip(". ") or _NAMELESS
    return own_path(folder, fitted(f"{name}.txt", 200))


def keep_text(path: Path, text: str) -> None:
    """Have a text in its file; raises StorageError."""
    keep_own(path, text.encode("utf-8", "replace"))


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), _NAMELESS)
