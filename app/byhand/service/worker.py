"""Threads for work that waits on a disk, so that the loop never does."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class Worker:
    """Runs blocking functions in order on one thread, or on several for independent work."""

    def __init__(self, name: str, threads: int = 1) -> None:
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._stop = threading.Event()

    async def run(
        self,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        """Return what the function returns; raise what it raises."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, lambda: function(*args, **kwargs))

    def call(
        self,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        """Do the same for another thread, which waits; never for the loop's."""
        return self._executor.submit(function, *args, **kwargs).result()

    def stop(self) -> None:
        """Ask what may take long to end early."""
        self._stop.set()

    def is_stopping(self) -> bool:
        """Say whether what may take long shall end early; from any thread."""
        return self._stop.is_set()

    def close(self) -> None:
        """Wait for what is under way and end the threads."""
        self._executor.shutdown(wait=True, cancel_futures=True)
