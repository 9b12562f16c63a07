"""Programs that run beside a test for a while, with a folder of their own."""

import abc
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.helpers.processes import HANG_SECONDS


class Programs(abc.ABC):
    """Started when a `with` block is entered; ended in turn, and the folder deleted, behind it."""

    def __init__(self, prefix: str) -> None:
        self._temporary = tempfile.TemporaryDirectory(prefix=prefix)
        self._folder = Path(self._temporary.name)
        self._processes: list[subprocess.Popen[Any]] = []

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    @abc.abstractmethod
    def _start(self) -> None:
        """Start them, and put each into `_processes`."""

    def _end(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait(HANG_SECONDS)
        self._temporary.cleanup()
