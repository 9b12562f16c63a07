"""What keeps a click from hitting something that has only just come under the pointer."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class ClickShield(QWidget):
    """Lies unseen over its parent for a moment and takes the clicks meant for what was there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setObjectName("click-shield")
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._ending.timeout.connect(self.hide)
        self.hide()

    def rise(self) -> None:
        """Cover the parent for as long as the second half of a double click may take."""
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()
        self._ending.start(QApplication.doubleClickInterval())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let nobody else have it."""
        event.accept()
