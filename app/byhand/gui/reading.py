"""Which way a line of text is read, where the window is read from right to left."""

import functools
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

_MARK = "\u200f"
_BEGINNING = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
)


@functools.lru_cache(1024)
def is_read_from_right(text: str) -> bool:
    """Say whether there is any letter in a text that is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(each) in ("R", "AL") for each in text
    )


def in_order(text: str) -> str:
    """Return a line of which the parts follow each other as the window is read.

    Qt takes the direction from the first letter outside of isolates; a line of ours may begin
    with a name, or have none.
    """
    is_ours = QApplication.isRightToLeft() and is_read_from_right(text)
    return _MARK + text if is_ours else text


def align_at_beginning(label: QLabel) -> None:
    """Let a label's text stand where lines begin, in whatever letters it is written."""
    if QApplication.isRightToLeft():
        label.setAlignment(_BEGINNING)
