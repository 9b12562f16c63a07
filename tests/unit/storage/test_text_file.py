"""What a text is called, and the file of ours that it goes from."""

from pathlib import Path

import pytest

from byhand.storage.text_file import (
    NAME_CHARACTERS,
    TITLE_CHARACTERS,
    keep_text,
    text_path,
    text_title,
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("See you at eight", "See you at eight"),
        ("\n  See you\nat eight", "See you"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        (" \n ", "Text"),
        ("lone \ud800 half", "lone ? half"),
    ],
)
def test_a_text_is_called_by_its_first_words(text: str, title: str) -> None:
    assert text_title(text) == title


def test_a_long_first_line_is_shortened_as_people_see() -> None:
    title = text_title("word " * 100)
    assert len(title) == TITLE_CHARACTERS
    assert title.endswith("…")
    assert text_title("x" * TITLE_CHARACTERS) == "x" * TITLE_CHARACTERS


@pytest.mark.parametrize("text", ["https://example.org/a", "..", "a\x00b", "\ud800", "x" * 999])
def test_every_text_has_a_file_of_its_own_by_a_name_that_can_be(tmp_path: Path, text: str) -> None:
    path, other = text_path(tmp_path, text), text_path(tmp_path, text)
    assert path != other
    assert path.parent.parent == tmp_path
    assert len(path.stem) <= NAME_CHARACTERS
    path.parent.mkdir()
    path.touch()


def test_a_text_is_kept_as_it_is(tmp_path: Path) -> None:
    path = text_path(tmp_path / "texts", "hello")
    keep_text(path, "hello\n")
    assert path.read_bytes() == b"hello\n"


def test_a_text_that_is_half_a_character_is_kept_as_far_as_it_goes(tmp_path: Path) -> None:
    path = text_path(tmp_path / "texts", "half")
    keep_text(path, "half \ud800 a character")
    assert path.read_text("utf-8") == "half ? a character"
