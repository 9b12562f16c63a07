"""Work that takes too long for the window's thread, and its outcome there."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 20

_Result = TypeVar("_Result")


class OffThread(QObject):
    """Does each piece of work on a thread of its own; a process that ends waits for none of them.

    The threads know nothing of Qt's objects, which may go before they end.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._under_way: list[tuple[Future[Any], Callable[[Future[Any]], None]]] = []
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Say whether anything is under way."""
        return bool(self._under_way)

    def run(self, work: Callable[[], _Result], done: Callable[[Future[_Result]], None]) -> None:
        """Do some work; `done` gets what it returned or raised, on the window's thread."""
        future: Future[_Result] = Future()
        threading.Thread(target=_do, args=(work, future), daemon=True).start()
        self._under_way.append((future, done))
        self._looking.start()

    def settle(self) -> None:
        """Wait for what is under way and hand on what came of it."""
        for future, _ in self._under_way:
            future.exception()
        self._look()

    def _look(self) -> None:
        finished = [each for each in self._under_way if each[0].done()]
        self._under_way = [each for each in self._under_way if each not in finished]
        if not self._under_way:
            self._looking.stop()
        for future, done in finished:
            done(future)


def _do(work: Callable[[], _Result], future: "Future[_Result]") -> None:
    try:
        future.set_result(work())
    except BaseException as exc:  # noqa: BLE001 - whoever waits gets it
        future.set_exception(exc)
