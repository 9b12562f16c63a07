"""A few pictures that are drawn again and again."""

from collections.abc import Hashable

from PySide6.QtGui import QPixmap

MOST_KEPT = 24


class PixmapCache:
    """Keeps the pictures that were made last."""

    def __init__(self) -> None:
        self._pixmaps: dict[Hashable, QPixmap] = {}

    def get(self, key: Hashable) -> QPixmap | None:
        """Return a picture that was kept."""
        return self._pixmaps.get(key)

    def put(self, key: Hashable, pixmap: QPixmap) -> None:
        """Keep a picture; the oldest one goes when there are too many."""
        if len(self._pixmaps) >= MOST_KEPT:
            del self._pixmaps[next(iter(self._pixmaps))]
        self._pixmaps[key] = pixmap
