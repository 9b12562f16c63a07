"""Byhand's window with a 5 ms timer in it: `window_probe.py PROFILE SECONDS ROWS [FILE NAME]`.

With FILE it sends that to the friend of that NAME again and again; it accepts what comes. With
ROWS its queue holds so many more transfers, and is scrolled all the time. After so many seconds in
which something is counted, sent, received or saved it writes one line of JSON and closes:
{"seconds", "bytes", "p50", "p99", "max"}, the last three in milliseconds of lateness.
"""

import json
import os
import signal
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

from byhand.__main__ import leave_what_is_loaded
from byhand.domain.events import Event, FriendAdded, FriendChanged, TransferAdded, TransferChanged
from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.controller import Controller
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.main_window import MainWindow
from byhand.gui.opening import open_window
from byhand.gui.theme import Theme
from byhand.gui.transfer_list_model import TransferListModel
from byhand.main import window as composition
from byhand.service.transfer_service import TransferService

TICK_MS = 5
SCROLL_MS = 50
SCROLL_PIXELS = 240
"""Each time: three rows and more, as fast as a hand turns a wheel."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the window does while it is measured."""

    seconds: float
    rows: int = 0
    file: str | None = None
    receiver: str = ""


class Probe(QObject):
    """Keeps one transfer after the other going, and notes how late each tick comes meanwhile."""

    def __init__(self, service: TransferService, window: MainWindow, plan: Plan) -> None:
        super().__init__(window)
        self._service = service
        self._window = window
        self._plan = plan
        self._friend: FriendId | None = None
        self._accepted: set[bytes] = set()
        self._begun: set[bytes] = set()
        self._busy: set[bytes] = set()
        self._bytes = 0
        self._late: list[float] = []
        self._seconds = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        if plan.rows:
            _fill(window, plan.rows)
            self._scrolling = QTimer(self)
            self._scrolling.timeout.connect(self._scroll)
            self._scrolling.start(SCROLL_MS)
        service.subscribe(self._handle)

    def _handle(self, event: Event) -> None:
        match event:
            case FriendAdded(friend, presence) | FriendChanged(friend, presence):
                is_receiver = friend.name == self._plan.receiver
                if presence.is_online and is_receiver and self._friend is None:
                    self._friend = friend.id
                    self._send()
            case TransferAdded(transfer) | TransferChanged(transfer):
                self._follow(transfer)

    def _follow(self, transfer: Transfer) -> None:
        if transfer.is_final:
            self._busy.discard(transfer.id)
        else:
            self._busy.add(transfer.id)
        is_offer = transfer.direction is Direction.INCOMING and transfer.is_counted
        is_open = is_offer and transfer.state is TransferState.OFFERED
        if is_open and transfer.id not in self._accepted:
            self._accepted.add(transfer.id)
            self._service.accept(transfer.id)
        if not transfer.is_final:
            self._begun.add(transfer.id)
        elif transfer.state is TransferState.DONE and transfer.id in self._begun:
            self._begun.remove(transfer.id)
            self._bytes += transfer.total_bytes
            if transfer.direction is Direction.OUTGOING:
                self._send()

    def _send(self) -> None:
        if self._plan.file is not None and self._friend is not None:
            self._service.send([self._plan.file], self._friend)

    def _tick(self) -> None:
        now = time.perf_counter()
        passed, self._last = now - self._last, now
        if not self._busy:
            return
        self._seconds += passed
        self._late.append(max(0.0, passed * 1000 - TICK_MS))
        if self._seconds >= self._plan.seconds:
            self._timer.stop()
            under_way = sum(moving.bytes for moving in self._service.progress().values())
            total = self._bytes + under_way
            sys.stdout.write(json.dumps(_summary(self._seconds, total, self._late)) + "\n")
            # Closing would leave it running: something is under way.
            os.kill(os.getpid(), signal.SIGTERM)

    def _scroll(self) -> None:
        bar = self._window.pane.view.verticalScrollBar()
        beyond = bar.value() + SCROLL_PIXELS
        bar.setValue(beyond if beyond < bar.maximum() else 0)


def _fill(window: MainWindow, rows: int) -> None:
    """Put transfers that are over into the queue, beside those that the service tells of."""
    model = window.pane.view.model()
    assert isinstance(model, TransferListModel)
    friend = Friend(FriendId(bytes(32)), "Old friend", "computer")
    with model.loading():
        for number in range(rows):
            sample = Transfer(
                TransferId(number.to_bytes(16, "big")),
                Direction.INCOMING,
                friend.id,
                f"picture {number}.jpg",
                TransferState.DONE,
                created_at=float(number),
                ended_at=float(number),
                total_files=1,
                total_bytes=4096,
            )
            model.put(sample, friend, Presence())


def _summary(seconds: float, total_bytes: int, late: list[float]) -> dict[str, float]:
    # Short: nobody reads the pipe before the window has closed.
    cuts = statistics.quantiles(late, n=100)
    figures = {"p50": cuts[49], "p99": cuts[98], "max": max(late)}
    return {"seconds": seconds, "bytes": total_bytes, **figures}


def main(profile: str, seconds: str, rows: str, file: str | None = None, receiver: str = "") -> int:
    """Open the window, measured."""
    plan = Plan(float(seconds), int(rows), file, receiver)

    def open_measured(
        service: TransferService,
        theme: Theme,
        desktop: DesktopOrders,
        *,
        take_over: Callable[[str, str], None],
    ) -> tuple[MainWindow, Controller]:
        window, controller = open_window(service, theme, desktop, take_over=take_over)
        Probe(service, window, plan)
        return window, controller

    vars(composition)["open_window"] = open_measured
    leave_what_is_loaded()
    return composition.main(["--profile", profile])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
