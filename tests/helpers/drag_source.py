"""A window with something to drag away: `drag_source.py TITLE PATH…` has files, as a file manager.

Instead of paths there may be one `text:WORDS`, as an editor has it, `link:ADDRESS`, as a browser,
or `picture:PATH`, as a program that draws. While it is held over something that takes it, the
window's title is READY.
"""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

WIDTH, HEIGHT = 240, 80
READY = "Let go"


def content_of(*values: str) -> QMimeData:
    """Return what is dragged."""
    mime = QMimeData()
    kind, _, value = values[0].partition(":")
    match kind:
        case "text":
            mime.setText(value)
        case "link":
            mime.setUrls([QUrl(value)])
            mime.setText(value)
        case "picture":
            mime.setImageData(QImage(value))
        case _:
            mime.setUrls([QUrl.fromLocalFile(path) for path in values])
    return mime


class Files(QLabel):
    """Some files, dragged all together."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__("\n".join(path.rpartition("/")[2] for path in paths))
        self._paths = paths
        self._pressed_at = QPoint()
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the hand took hold."""
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the hand has moved far enough."""
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() < QApplication.startDragDistance():
            return
        drag = QDrag(self)
        drag.setMimeData(content_of(*self._paths))
        drag.actionChanged.connect(self._tell_action)
        drag.exec(Qt.DropAction.CopyAction)

    def _tell_action(self, action: Qt.DropAction) -> None:
        is_taken = action is Qt.DropAction.CopyAction
        self.setWindowTitle(READY if is_taken else "Not here")


def main(title: str, *paths: str) -> int:
    """Show the files until the process is ended."""
    application = QApplication([title])
    files = Files(paths)
    files.setWindowTitle(title)
    files.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
