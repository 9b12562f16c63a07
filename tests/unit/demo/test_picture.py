"""Two raw pictures become one PNG."""

import struct
import zlib
from pathlib import Path

import pytest

from byhand.demo.picture import is_whole, join_side_by_side


def ppm(width: int, height: int, colour: bytes) -> bytes:
    return b"P6\n%d %d\n255\n" % (width, height) + colour * (width * height)


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Return width, height and the rows of an unfiltered RGB PNG, its checks made."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place, chunks = 8, {}
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        kind, content = png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        (check,) = struct.unpack_from(">I", png, place + 8 + length)
        assert check == zlib.crc32(kind + content)
        chunks[kind] = content
        place += 12 + length
    width, height = struct.unpack_from(">II", chunks[b"IHDR"])
    return width, height, zlib.decompress(chunks[b"IDAT"])


def test_pictures_stand_next_to_each_other_on_white(tmp_path: Path) -> None:
    red, blue = b"\xff\0\0", b"\0\0\xff"
    left, right, both = tmp_path / "l.ppm", tmp_path / "r.ppm", tmp_path / "both.png"
    left.write_bytes(ppm(2, 2, red))
    right.write_bytes(ppm(1, 1, blue))
    join_side_by_side([left, right], both)
    rows = b"\0" + red * 2 + blue + b"\0" + red * 2 + b"\xff" * 3
    assert pixels(both.read_bytes()) == (3, 2, rows)


def test_a_picture_is_whole_with_its_last_pixel(tmp_path: Path) -> None:
    picture = tmp_path / "p.ppm"
    content = ppm(3, 2, b"\0\0\0")
    assert not is_whole(picture)
    for length in range(len(content)):
        picture.write_bytes(content[:length])
        assert not is_whole(picture)
    picture.write_bytes(content)
    assert is_whole(picture)


def test_another_format_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "p.ppm"
    other.write_bytes(b"GIF89a")
    with pytest.raises(ValueError, match="PPM"):
        join_side_by_side([other], tmp_path / "both.png")
