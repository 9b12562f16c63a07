"""A service that somebody else serves: on a thread with a loop of its own, as in another process.

with Elsewhere(FakeService(), profile) as there:
    there.do(service.emit, event)
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from byhand.control.server import RaiseWindow, served
from byhand.service.orders import Service
from tests.helpers.processes import HANG_SECONDS

LOOK_SECONDS = 0.01

_Result = TypeVar("_Result")


class Elsewhere:
    """Serves inside a `with` block, or until `end`."""

    def __init__(
        self, service: Service, profile: Path, raise_window: RaiseWindow | None = None
    ) -> None:
        self._service = service
        self._profile = profile
        self._raise_window = raise_window
        self._serving: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))

    def __enter__(self) -> Self:
        self._profile.mkdir(mode=0o700, exist_ok=True)
        self._thread.start()
        self._serving.result(HANG_SECONDS)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.end()

    def end(self) -> None:
        """Serve nobody any more."""
        loop, ending = self._serving.result(HANG_SECONDS)
        if self._thread.is_alive():
            loop.call_soon_threadsafe(ending.set)
        self._thread.join(HANG_SECONDS)
        assert not self._thread.is_alive()

    def do(self, function: Callable[..., _Result], *arguments: Any) -> _Result:
        """Return what a function returns there."""

        async def work() -> _Result:
            return function(*arguments)

        loop, _ = self._serving.result(HANG_SECONDS)
        return asyncio.run_coroutine_threadsafe(work(), loop).result(HANG_SECONDS)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds there; TimeoutError if it never does."""
        async with asyncio.timeout(HANG_SECONDS):
            while not self.do(holds):  # noqa: ASYNC110 - it is another loop's
                await asyncio.sleep(LOOK_SECONDS)

    async def _serve(self) -> None:
        ending = asyncio.Event()
        async with served(self._service, self._profile, self._raise_window):
            self._serving.set_result((asyncio.get_running_loop(), ending))
            await ending.wait()
