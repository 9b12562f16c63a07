"""What a picture is called, and how the file of one that came is read."""

import os
import time
from pathlib import Path

import pytest

from byhand.domain.names import check_component
from byhand.domain.pictures import PICTURE_BYTES, TOO_LARGE_TO_COPY
from byhand.errors import SourceMissingError, UsageError
from byhand.storage.picture_file import picture_path, read_picture

MOMENT = time.mktime((2026, 11, 26, 14, 3, 9, 0, 0, -1))


def test_a_picture_is_called_by_when_it_was_pasted(tmp_path: Path) -> None:
    path = picture_path(tmp_path, MOMENT)
    assert path.name == "Picture 2026-11-26 14.03.png"
    check_component(path.name)
    assert path != picture_path(tmp_path, MOMENT)


@pytest.mark.parametrize("content", [b"", b"whatever it is"])
def test_a_picture_is_read_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    assert read_picture(str(path)) == content


def test_a_file_that_has_grown_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.truncate(PICTURE_BYTES + 1)
    with pytest.raises(UsageError, match=TOO_LARGE_TO_COPY):
        read_picture(str(path))


@pytest.mark.parametrize("kind", ["nothing", "a link", "a FIFO", "a folder"])
def test_what_is_no_file_any_more_is_not_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.png"
    match kind:
        case "a link":
            (tmp_path / "secret").write_bytes(b"secret")
            path.symlink_to(tmp_path / "secret")
        case "a FIFO":
            os.mkfifo(path)
        case "a folder":
            path.mkdir()
    with pytest.raises(SourceMissingError):
        read_picture(str(path))
