"""The desktop's tray, as Qt reaches it; the only place that does."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

LOOK_MS = 3000
LOOKS_WITHOUT = 4
"""A panel that is started anew is back before it is missed so often."""


def has_tray() -> bool:
    """Say whether the desktop has a tray now."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class TrayIcon(QObject):
    """An icon in the tray as soon as there is one. Its tool tip is of our own words."""

    clicked = Signal()
    lost = Signal()

    def __init__(self, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(menu)
        self._icon.activated.connect(self._activated)
        self._missed = 0
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(lambda: self.look(is_there=has_tray()))
        self._looking.start()

    def show_icon(self, icon: QIcon, tool_tip: str) -> None:
        """Show an icon, and words when it is pointed at."""
        self._icon.setIcon(icon)
        self._icon.setToolTip(tool_tip)
        if has_tray():
            self._icon.show()

    def look(self, *, is_there: bool) -> None:
        """Take note whether there is a tray; `lost` tells once that there is none any more."""
        self._missed = 0 if is_there else self._missed + 1
        if is_there:
            self._icon.show()
        if self._missed == LOOKS_WITHOUT:
            self.lost.emit()

    def close(self) -> None:
        """Take the icon out of the tray."""
        self._looking.stop()
        self._icon.hide()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.clicked.emit()
