"""Starting when the user logs in: the file that says so, read and written beside the loop."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from byhand.errors import StorageError
from byhand.service.worker import Worker
from byhand.storage.login_start import LoginStart, login_start

Failed = Callable[[StorageError], None]


class Login:
    """Knows whether Byhand starts at login; None where that cannot be had."""

    def __init__(self, start: LoginStart | None, worker: Worker) -> None:
        self.failed: Failed | None = None
        """Who is told that a change was not kept."""
        self.is_set: bool | None = None
        self._start = start
        self._worker = worker

    async def look(self) -> None:
        """Find out."""
        if self._start is not None:
            self.is_set = await self._worker.run(self._start.is_set)

    async def set(self, is_wanted: bool, told: Callable[[bool], None]) -> None:
        """Let it be so, or not; `told` hears what holds then."""
        if self._start is None:
            return
        try:
            await self._worker.run(self._start.set, is_wanted)
        except StorageError as error:
            if self.failed is not None:
                self.failed(error)
        await self.look()
        told(bool(self.is_set))


@asynccontextmanager
async def login_of(profile: Path) -> AsyncIterator[Login]:
    """Return what is known of a profile's start at login; the thread for it ends with the block."""
    worker = Worker("login")
    try:
        login = Login(login_start(profile), worker)
        await login.look()
        yield login
    finally:
        worker.close()
