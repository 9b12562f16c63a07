"""Bringing the window to the front when Byhand is started once more."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

ACTIVATION = "XDG_ACTIVATION_TOKEN"
"""The variable by which a desktop allows a program that it starts to take the focus."""


def bring_forward(window: QWidget, token: str) -> None:
    """Show a window before all others; `token` is what the desktop gave the other start, or ""."""
    if token:
        os.environ[ACTIVATION] = token  # where Qt looks when it asks for the focus
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    os.environ.pop(ACTIVATION, None)
