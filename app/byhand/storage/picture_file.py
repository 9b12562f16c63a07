"""The file of our own that a picture is sent from, and the bytes of one that was received."""

import time
from pathlib import Path

from byhand.domain.pictures import PICTURE_BYTES, TOO_LARGE_TO_COPY
from byhand.errors import SourceMissingError, UsageError
from byhand.storage.own_files import own_path
from byhand.storage.source import present_stamp, read_whole


def picture_path(folder: Path, now: float) -> Path:
    """Return where a picture of now, in Unix seconds, is to be kept, as PNG."""
    moment = time.strftime("%Y-%m-%d %H.%M", time.localtime(now))
    return own_path(folder, f"Picture {moment}.png")


def read_picture(path: str) -> bytes:
    """Return what is in a file of at most PICTURE_BYTES; no link is followed.

    Raises SourceMissingError, SourceChangedError, and UsageError for a larger one.
    """
    stamp = present_stamp(path)
    if stamp is None:
        raise SourceMissingError(Path(path))
    if stamp.size > PICTURE_BYTES:
        raise UsageError(TOO_LARGE_TO_COPY)
    content = bytearray(stamp.size)
    read_whole(path, stamp, memoryview(content))
    return bytes(content)
