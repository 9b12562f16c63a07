"""The desktop's tray, as Qt reaches it; the only place that does."""

from PySide6.QtWidgets import QSystemTrayIcon


def has_tray() -> bool:
    """Say whether the desktop has a tray now."""
    return QSystemTrayIcon.isSystemTrayAvailable()
