"""Byhand's window, which says when it is seen: `window_rest_probe.py --profile PROFILE`.

It writes one line: when it has painted itself for the first time, on the monotonic clock. All else
is as its script does it.
"""

import sys
import time

from byhand import __main__ as script

leave_what_is_loaded = script.leave_what_is_loaded


def tell_first_paint() -> None:
    """Let the window that is about to be opened tell when it is painted."""
    from PySide6.QtCore import QEvent, QObject  # noqa: PLC0415 - the script loads in its own order

    from byhand.main import window as composition  # noqa: PLC0415 - as above

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                watched.removeEventFilter(self)
                sys.stdout.write(f"{time.monotonic()}\n")
                sys.stdout.flush()
            return False

    def open_seen(*args: object, **kwargs: object) -> object:
        window, controller = open_window(*args, **kwargs)
        window.installEventFilter(FirstPaint(window))
        return window, controller

    open_window = vars(composition)["open_window"]
    vars(composition)["open_window"] = open_seen
    leave_what_is_loaded()


if __name__ == "__main__":
    vars(script)["leave_what_is_loaded"] = tell_first_paint
    script.window()
