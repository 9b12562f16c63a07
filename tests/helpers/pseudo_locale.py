"""A language that nobody speaks: every text of ours is two fifths longer, and has accents."""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

LONGER = 0.4
ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "àçéîñöšüýžÀÇÉÎÑÖŠÜÝŽ")
_KEPT = re.compile(r"(\{\w+\}|%n|\(s\)|byhand://)")
_UNTOUCHED = re.compile(r"[\W\d]*|\{number\} [kMGT]B(/s)?")
_PADDING = "ñöçh "


def lengthened(text: str) -> str:
    """Return a text in that language; what is filled in, and what has no letters, stays."""
    parts = _KEPT.split(text)
    bare = "".join(part for part in parts if not _KEPT.fullmatch(part))
    if _UNTOUCHED.fullmatch(text) or _UNTOUCHED.fullmatch(bare):
        return text
    accented = "".join(p if _KEPT.fullmatch(p) else p.translate(ACCENTS) for p in parts)
    count = math.ceil(len(text) * LONGER)
    padding = f" {_PADDING * count}"[:count].rstrip()
    body = accented.rstrip("….:?")
    return body + padding + accented[len(body) :]


class PseudoLocale(QTranslator):
    """Translates our texts into that language, and no others."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the longer text; nothing for texts of Qt."""
        del disambiguation, n
        return None if context.startswith("Q") and context != "QueuePane" else lengthened(source)

    def isEmpty(self) -> bool:
        """Say that there is something in it."""
        return False


@contextmanager
def pseudo_locale(application: QApplication) -> Iterator[None]:
    """Speak that language as long as this lasts."""
    translator = PseudoLocale()
    application.installTranslator(translator)
    try:
        yield
    finally:
        application.removeTranslator(translator)
