"""The picture that `--screenshot` asks for."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from byhand.domain.events import Event, FriendAdded, FriendChanged

SETTLING_MS = 800


class Photographer:
    """Saves one picture of the window, once a friend is there."""

    def __init__(self, window: QWidget, path: Path) -> None:
        self._window = window
        self._path = path
        self._is_done = False

    def handle(self, event: Event) -> None:
        """Follow an event."""
        match event:
            case FriendAdded(presence=presence) | FriendChanged(presence=presence):
                if presence.is_online and not self._is_done:
                    self._is_done = True
                    picture, path = self._window.grab, str(self._path)
                    QTimer.singleShot(SETTLING_MS, self._window, lambda: picture().save(path))
            case _:
                pass
