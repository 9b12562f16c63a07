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
                    QTimer.singleShot(SETTLING_MS, self._window, self._save)
            case _:
                pass

    def _save(self) -> None:
        self._window.grab().save(str(self._path))
