"""Texts that are secrets: they go to the clipboard, and into no history of it."""

import sys

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_MARKS = {
    "linux": {"x-kde-passwordManagerHint": b"secret"},
    "win32": {
        # Numbers of 32 bits: 0 forbids. The first is there or not.
        _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\x01\0\0\0",
        _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
        _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
    },
}


def marked_secret(text: str, system: str = sys.platform) -> QMimeData:
    """Return a text as what is copied, with what asks a system's clipboard history to skip it."""
    content = QMimeData()
    content.setText(text)
    for kind, mark in _MARKS.get(system, {}).items():
        content.setData(kind, mark)
    return content


def copy_secret(text: str) -> None:
    """Put a secret on the clipboard."""
    QGuiApplication.clipboard().setMimeData(marked_secret(text))


class SecretField(QLineEdit):
    """Shows a secret, to be copied as one; it cannot be typed into.

    It has no menu: its Copy would leave the secret in the history.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected as a secret."""
        copies = event.matches(QKeySequence.StandardKey.Copy)
        if not copies:
            super().keyPressEvent(event)
        elif self.hasSelectedText():
            copy_secret(self.selectedText())
