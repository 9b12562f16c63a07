"""A text that is sent, in a file of our own: it goes like any other."""

import contextlib
import os
import secrets
from collections.abc import Container
from pathlib import Path

from byhand.domain.names import cleaned_component, fitted
from byhand.storage.atomic import replace_file
from byhand.storage.folder_tree import FOLDER_MODE
from byhand.storage.os_errors import translated

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
    return folder / secrets.token_hex(8) / fitted(f"{name}.txt", 200)


def keep_text(path: Path, text: str) -> None:
    """Have a text in its file; raises StorageError."""
    with translated(path):
        path.parent.parent.mkdir(FOLDER_MODE, exist_ok=True)
        path.parent.mkdir(FOLDER_MODE, exist_ok=True)
    replace_file(path, text.encode("utf-8", "replace"))


def remove_text(path: Path) -> None:
    """Remove a text and its folder, if it is there; raises StorageError."""
    with translated(path), contextlib.suppress(FileNotFoundError):
        path.unlink()
        os.rmdir(path.parent)


def remove_texts(folder: Path, kept: Container[Path]) -> None:
    """Remove all texts of a folder but those that are kept; raises StorageError."""
    with translated(folder):
        for path in folder.glob("*/*.txt") if folder.is_dir() else ():
            if path not in kept:
                remove_text(path)


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), _NAMELESS)
