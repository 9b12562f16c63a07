"""The transfers that run, each as a task of its own, by id and by friend."""

import asyncio
from collections.abc import Callable, Coroutine

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId, TransferState
from byhand.service.incoming import Incoming
from byhand.service.outgoing import Outgoing
from byhand.service.surroundings import ShutdownOrder


class RunningTransfers:
    """Starts transfers, finds them, and stops them with the program."""

    def __init__(
        self, spawn: Callable[[Coroutine[None, None, None]], "asyncio.Task[None]"]
    ) -> None:
        self.outgoing: dict[TransferId, Outgoing] = {}
        self.incoming: dict[TransferId, Incoming] = {}
        self.is_closing = False
        self._spawn = spawn
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, running: Incoming | Outgoing) -> None:
        """Run a transfer."""
        if isinstance(running, Outgoing):
            self.outgoing[running.row.id] = running
        else:
            self.incoming[running.row.id] = running
        task = self._spawn(self._to_its_end(running))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def get(self, transfer_id: TransferId) -> Incoming | Outgoing | None:
        """Return one that runs."""
        return self.incoming.get(transfer_id) or self.outgoing.get(transfer_id)

    def pop(self, transfer_id: TransferId) -> Incoming | Outgoing | None:
        """Forget one that has come to its end, and return it."""
        return self.outgoing.pop(transfer_id, None) or self.incoming.pop(transfer_id, None)

    def all(self) -> list[Incoming | Outgoing]:
        """Return all of them."""
        return [*self.incoming.values(), *self.outgoing.values()]

    def with_friend(self, friend_id: FriendId) -> list[Incoming | Outgoing]:
        """Return those with a friend that are not over."""
        return [each for each in self.all() if _is_with(each, friend_id)]

    def going_to(self, friend_id: FriendId) -> list[Outgoing]:
        """Return those that go to a friend and are not over."""
        return [each for each in self.outgoing.values() if _is_with(each, friend_id)]

    async def close(self) -> None:
        """Stop everything that runs so that the next run goes on."""
        self.is_closing = True
        for running in self.all():
            running.put(ShutdownOrder())
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _to_its_end(self, running: Incoming | Outgoing) -> None:
        """Run a transfer; a bug in one ends that one only, and is seen."""
        try:
            await running.run()
        finally:
            if not (running.row.now.is_final or self.is_closing):
                running.row.end(TransferState.FAILED, Code.INTERNAL)


def _is_with(running: Incoming | Outgoing, friend_id: FriendId) -> bool:
    return running.friend_id == friend_id and not running.row.now.is_final
