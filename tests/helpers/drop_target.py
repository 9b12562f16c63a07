"""A window that takes dropped files as a file manager does: `drop_target.py TITLE FOLDER`.

It copies what is dropped into the folder, and takes nothing that it should move. While something
that it takes is held over it, its title is READY.
"""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

WIDTH, HEIGHT = 240, 120
READY = "Drop it"


class Folder(QLabel):
    """Takes files."""

    def __init__(self, title: str, folder: Path) -> None:
        super().__init__(title)
        self._title = title
        self._folder = folder
        self.setWindowTitle(title)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take copies of files alone."""
        is_copy = bool(event.possibleActions() & Qt.DropAction.CopyAction)
        may_move = bool(event.possibleActions() & Qt.DropAction.MoveAction)
        if event.mimeData().hasUrls() and is_copy and not may_move:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.setWindowTitle(READY)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        self.setWindowTitle(self._title)

    def dropEvent(self, event: QDropEvent) -> None:
        """Copy what was dropped."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        for url in event.mimeData().urls():
            path = Path(url.toLocalFile())
            copy = shutil.copytree if path.is_dir() else shutil.copy
            copy(path, self._folder / path.name)
        self.setWindowTitle(self._title)


def main(title: str, folder: str) -> int:
    """Show the window until the process is ended."""
    application = QApplication([title])
    target = Folder(title, Path(folder))
    target.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
