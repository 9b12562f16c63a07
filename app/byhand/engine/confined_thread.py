"""Threads that may write to staging folders and to nothing else.

Who is confined never gets free again: a further folder needs a further thread, started by one
that is not confined.
"""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from typing import TypeVar

from byhand.storage.landlock import confine
from byhand.storage.staging import Staging

Result = TypeVar("Result")


def run_in_thread(work: Callable[[], Result], name: str) -> Result:
    """Do work in a new thread and wait for it; return, or raise, what comes of it."""
    outcome: Future[Result] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as exc:  # noqa: BLE001 - whoever waits gets it
            outcome.set_exception(exc)

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    thread.join()
    return outcome.result()


def confine_to(
    stagings: Iterable[Staging], confine: Callable[[Sequence[int]], object] = confine
) -> None:
    """Confine the calling thread, for ever, to some staging folders; see `landlock.confine`.

    What is closed has no folder to write to. Raises StorageError if it cannot be done where the
    system could do it.
    """
    with ExitStack() as opened:
        folders = []
        for staging in stagings:
            folder = staging.open_folder()
            if folder is not None:
                opened.callback(os.close, folder)
                folders.append(folder)
        confine(folders)
