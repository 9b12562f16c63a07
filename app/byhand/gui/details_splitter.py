"""The queue above and the details below it; how high these are is remembered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

FIRST_HEIGHT = 280
HANDLE = 5
MOST_SHARE = 0.45
"""In a low window the queue keeps more than half."""


class DetailsSplitter(QSplitter):
    """Closed at first; what the user drags holds the next time it is opened."""

    def __init__(self, queue: QWidget, details: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._details = details
        self._height = FIRST_HEIGHT
        self.setObjectName("details-splitter")
        self.setHandleWidth(HANDLE)
        self.setChildrenCollapsible(False)
        self.addWidget(queue)
        self.addWidget(details)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        details.hide()
        self.splitterMoved.connect(lambda *_: self._remember())

    def open_details(self) -> None:
        """Show the details as high as they were."""
        if not self._details.isVisibleTo(self):
            self._details.show()
            height = min(self._height, round(self.height() * MOST_SHARE))
            self.setSizes([max(1, self.height() - height - HANDLE), height])

    def close_details(self) -> None:
        """Give the queue all the room."""
        self._details.hide()

    def _remember(self) -> None:
        self._height = self.sizes()[1]
