"""Dragging what has arrived out of the queue: where its files are is asked before they leave."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from byhand.domain.transfer import Direction, Transfer, TransferId
from byhand.gui.drag_out import drag_files
from byhand.gui.names import plain_tool_tip
from byhand.gui.translation import translate

Drag = Callable[[QWidget, Sequence[str]], None]


class RowDragging(QObject):
    """Watches the pointer on a list's viewport; a press that becomes a drag chooses no other row.

    The press asks by `files_wanted` what is there now; the drag begins once that is known and the
    pointer, still pressed, has moved far enough. Only files that are there leave, as copies.
    """

    files_wanted = Signal(object)  # TransferId

    def __init__(
        self,
        viewport: QWidget,
        transfer_at: Callable[[QPoint], Transfer | None],
        drag: Drag = drag_files,
    ) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._transfer_at = transfer_at
        self._drag = drag
        self._pressed: Transfer | None = None
        self._start = QPoint()
        self._there: tuple[str, ...] | None = None
        self._has_moved = False
        self._is_done = False
        viewport.installEventFilter(self)

    def take(self, located: Mapping[TransferId, tuple[str, ...]]) -> None:
        """Take which saved files are there; of a transfer that nobody knows, nobody knows better.

        What is told of others was asked for something else.
        """
        transfer = self._pressed
        is_answer = transfer is not None and (transfer.id in located or not located)
        if transfer is not None and is_answer and self._there is None:
            self._there = located.get(transfer.id, transfer.saved_paths)
            self._begin_if_ready()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        place = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._press(place)
            case QEvent.Type.MouseMove if self._pressed is not None:
                if not event.buttons() & Qt.MouseButton.LeftButton:
                    self._pressed = None
                    return False
                way = (place - self._start).manhattanLength()
                self._has_moved = self._has_moved or way >= QApplication.startDragDistance()
                self._begin_if_ready()
                return True
            case QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return super().eventFilter(watched, event)

    def _press(self, place: QPoint) -> None:
        transfer = self._transfer_at(place)
        self._pressed = transfer if transfer is not None and _has_files(transfer) else None
        self._start, self._there = place, None
        self._has_moved = self._is_done = False
        if self._pressed is not None:
            self.files_wanted.emit(self._pressed.id)

    def _begin_if_ready(self) -> None:
        is_ready = self._there is not None and self._has_moved and not self._is_done
        if self._pressed is None or not is_ready:
            return
        self._is_done = True
        if self._there:
            self._drag(self._viewport, self._there)
            return
        text = translate("TransferList", "It was moved or deleted")
        QToolTip.showText(self._viewport.mapToGlobal(self._start), plain_tool_tip(text))


def _has_files(transfer: Transfer) -> bool:
    is_saved = transfer.is_final and bool(transfer.saved_paths) and not transfer.is_text
    return is_saved and transfer.direction is Direction.INCOMING
