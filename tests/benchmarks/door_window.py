"""Byhand's window with a 5 ms timer in it: `python -m tests.benchmarks.door_window PROFILE`.

It speaks as `tests.helpers.door_probe` does and is shown nowhere.
"""

import json
import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from byhand.domain.events import Event, ProfileChanged
from byhand.gui.controller import Controller
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.main_window import MainWindow
from byhand.gui.opening import open_window
from byhand.gui.theme import Theme
from byhand.main import window as composition
from byhand.service.transfer_service import TransferService
from tests.helpers.lateness import Lateness

TICK_MS = 5


def report(event: str, **fields: object) -> None:
    """Write a line."""
    sys.stdout.write(json.dumps({"event": event, **fields}) + "\n")
    sys.stdout.flush()


class Probe(QObject):
    """Notes how late each tick comes."""

    def __init__(self, service: TransferService, window: MainWindow) -> None:
        super().__init__(window)
        self._lateness = Lateness(TICK_MS / 1000)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._lateness.tick)
        self._timer.start(TICK_MS)
        self._is_ready = False
        signal.signal(signal.SIGUSR1, lambda *_: self._lateness.begin())
        signal.signal(signal.SIGUSR2, lambda *_: report("measured", **self._lateness.end()))
        service.subscribe(self._handle)

    def _handle(self, event: Event) -> None:
        if isinstance(event, ProfileChanged) and not self._is_ready:
            self._is_ready = True
            report("ready", port=event.profile.port)


def main(profile: str) -> int:
    """Open the window, measured."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

    def open_measured(
        service: TransferService,
        theme: Theme,
        desktop: DesktopOrders,
        *,
        take_over: Callable[[str, str], None],
    ) -> tuple[MainWindow, Controller]:
        window, controller = open_window(service, theme, desktop, take_over=take_over)
        Probe(service, window)
        return window, controller

    vars(composition)["open_window"] = open_measured
    code = composition.main(["--profile", profile])
    report("end", exit=code)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
