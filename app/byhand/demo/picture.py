"""Several pictures become one: raw PPM in, PNG out."""

import re
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

_HEADER = re.compile(rb"P6\s+(\d+)\s+(\d+)\s+255\s")
_RGB_BYTES = 3
_WHITE = b"\xff"


class _Pixels(Struct, frozen=True):
    width: int
    rows: tuple[bytes, ...]


def join_side_by_side(pictures: Sequence[Path], joined: Path) -> None:
    """Write a PNG with some PPM pictures next to each other; ValueError for other formats."""
    all_pixels = [_read_ppm(picture) for picture in pictures]
    height = max(len(pixels.rows) for pixels in all_pixels)
    rows = [b"".join(_row(pixels, number) for pixels in all_pixels) for number in range(height)]
    joined.write_bytes(_png(sum(pixels.width for pixels in all_pixels), rows))


def is_whole(picture: Path) -> bool:
    """Say whether a PPM picture is there and has all its pixels."""
    try:
        content = picture.read_bytes()
    except FileNotFoundError:
        return False
    header = _HEADER.match(content)
    return header is not None and len(content) >= header.end() + _pixel_bytes(header)


def _pixel_bytes(header: re.Match[bytes]) -> int:
    return int(header[1]) * int(header[2]) * _RGB_BYTES


def _read_ppm(picture: Path) -> _Pixels:
    content = picture.read_bytes()
    header = _HEADER.match(content)
    if header is None:
        raise ValueError(f"{picture} is no raw PPM picture")
    stride = int(header[1]) * _RGB_BYTES
    starts = range(header.end(), header.end() + int(header[2]) * stride, stride)
    return _Pixels(int(header[1]), tuple(content[start : start + stride] for start in starts))


def _row(pixels: _Pixels, number: int) -> bytes:
    if number < len(pixels.rows):
        return pixels.rows[number]
    return _WHITE * (pixels.width * _RGB_BYTES)


def _png(width: int, rows: Sequence[bytes]) -> bytes:
    # 8 bits a channel, RGB, no interlacing; each row begins with filter type 0
    header = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows))
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
