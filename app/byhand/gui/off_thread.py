"""Work that takes too long for the window's thread, and its outcome there."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer

LOOK_MS = 20

_Result = TypeVar("_Result")


class _Piece(Struct, frozen=True):
    """Some work, its outcome, and who is told of that."""

    work: Callable[[], object]
    outcome: Future[Any]
    done: Callable[[Future[Any]], None]


class OffThread(QObject):
    """Does one piece of work after the other; a process that ends waits for none of it.

    The threads know nothing of Qt's objects, which may go before they end.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: deque[_Piece] = deque()
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Say whether anything is under way."""
        return bool(self._pieces)

    def run(self, work: Callable[[], _Result], done: Callable[[Future[_Result]], None]) -> None:
        """Do some work; `done` gets what it returned or raised, on the window's thread."""
        self._pieces.append(_Piece(work, Future(), done))
        if len(self._pieces) == 1:
            self._begin()

    def settle(self) -> None:
        """Wait until everything is done, and tell what came of it."""
        while self._pieces:
            self._pieces[0].outcome.exception()
            self._tell_first()

    def _begin(self) -> None:
        threading.Thread(target=_do, args=(self._pieces[0],), daemon=True).start()
        self._looking.start()

    def _look(self) -> None:
        if self._pieces and self._pieces[0].outcome.done():
            self._tell_first()

    def _tell_first(self) -> None:
        piece = self._pieces.popleft()
        if self._pieces:
            self._begin()
        else:
            self._looking.stop()
        piece.done(piece.outcome)


def _do(piece: _Piece) -> None:
    try:
        piece.outcome.set_result(piece.work())
    except BaseException as exc:  # noqa: BLE001 - whoever waits gets it
        piece.outcome.set_exception(exc)
