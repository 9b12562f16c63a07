"""Work on a disk for one transfer: one job after the other, beside its inbox."""

import asyncio
from collections.abc import Callable, Coroutine

from msgspec import Struct

from byhand.errors import ByhandError, LocalProtocolError, RemoteProtocolError


class Lied(Struct, frozen=True):
    """The manifest is not what the sender says it is."""

    error: RemoteProtocolError


class DiskRefused(Struct, frozen=True):
    """The disk did not let us list, prepare or save."""

    error: ByhandError


class JobQueue:
    """Runs jobs in the order in which they come; `put` hears Lied or DiskRefused of a failure."""

    def __init__(
        self,
        spawn: Callable[[Coroutine[None, None, None]], "asyncio.Task[None]"],
        put: Callable[[object], None],
    ) -> None:
        self._spawn = spawn
        self._put = put
        self._last: asyncio.Task[None] | None = None

    def start(self, work: Coroutine[None, None, object]) -> "asyncio.Task[None]":
        """Do something once all that came before is done; return what ends, well, when it is."""
        self._last = self._spawn(self._run(work, self._last))
        return self._last

    async def wait(self) -> None:
        """Return once everything is done."""
        if self._last is not None:
            await asyncio.wait({self._last})

    async def _run(
        self, work: Coroutine[None, None, object], earlier: "asyncio.Task[None] | None"
    ) -> None:
        """Run a job in its turn; its failure is heard, a bug too, and the bug goes on."""
        if earlier is not None:
            await asyncio.wait({earlier})
        try:
            await work
        except RemoteProtocolError as exc:
            self._put(Lied(exc))
        except ByhandError as exc:
            self._put(DiskRefused(exc))
        except Exception as exc:
            self._put(DiskRefused(LocalProtocolError(str(exc))))
            raise
