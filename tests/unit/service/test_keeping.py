import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.plan import IncomingPlan, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import StorageError
from byhand.service.keeping import Keeping
from byhand.service.worker import Worker
from tests.helpers.connection_pair import ALICE
from tests.helpers.transfer_parts import settled

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class SlowDisk(Worker):
    """Does nothing before it is let; each save that was begun is one step."""

    def __init__(self) -> None:
        super().__init__("slow")
        self.saved: dict[TransferId, StoredTransfer] = {}
        self.batches: list[int] = []
        self.is_full = False
        self._waiting: list[asyncio.Future[None]] = []

    async def run(
        self,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        await turn
        return function(*args, **kwargs)

    async def step(self) -> None:
        """Let the save that was begun first come to its end."""
        self._waiting.pop(0).set_result(None)
        await settled()

    def save(self, stored: Sequence[StoredTransfer]) -> None:
        if self.is_full:
            raise StorageError(Path("/full"))
        self.batches.append(len(stored))
        self.saved |= {each.transfer.id: each for each in stored}


class World:
    def __init__(self) -> None:
        self.disk = SlowDisk()
        self.failures: list[StorageError] = []
        self.saved_when_told: list[set[TransferId]] = []
        spawn = asyncio.get_running_loop().create_task
        self.keeping = Keeping(
            self.disk, self.disk.save, spawn, self.failures.append, self._note_end
        )

    def _note_end(self) -> None:
        self.saved_when_told.append(set(self.disk.saved))

    def title(self, number: int = 0) -> str:
        return self.disk.saved[_id(number)].transfer.title


def _id(number: int) -> TransferId:
    return TransferId(bytes([number]) * 16)


def stored(title: str, number: int = 0, *, is_over: bool = False) -> StoredTransfer:
    state = TransferState.OFFERED
    transfer = Transfer(_id(number), Direction.INCOMING, ALICE.friend_id, title, state, 0.0)
    if is_over:
        transfer = transfer.ended(TransferState.DECLINED, Code.DECLINED, 1.0)
    return StoredTransfer(transfer, IncomingPlan())


async def test_many_changes_while_the_disk_is_busy_cost_one_save() -> None:
    world = World()
    world.keeping.keep(stored("first"))
    await settled()
    for number in range(50):
        world.keeping.keep(stored(f"change {number}"))
        world.keeping.keep(stored("other", 1))
    await world.disk.step()
    await world.disk.step()
    assert world.disk.batches == [1, 2]
    assert (world.title(), world.title(1)) == ("change 49", "other")
    await world.keeping.settle()


async def test_what_is_not_saved_yet_is_known() -> None:
    world = World()
    world.keeping.keep(stored("first"))
    await settled()
    assert world.keeping.unsaved(_id(0)) == stored("first")
    await world.disk.step()
    assert world.keeping.unsaved(_id(0)) is None


async def test_an_older_state_that_could_not_be_saved_never_replaces_a_newer_one() -> None:
    world = World()
    world.keeping.keep(stored("old"))
    await settled()
    keeping = asyncio.create_task(world.keeping.kept(stored("new")))
    await settled()
    world.disk.is_full = True
    await world.disk.step()
    world.disk.is_full = False
    await world.disk.step()
    await keeping
    world.keeping.retry()
    await settled()
    assert world.title() == "new"
    assert world.disk.batches == [1], "there is nothing left to be saved"


async def test_a_disk_that_refuses_is_told_once_and_tried_again() -> None:
    world = World()
    world.disk.is_full = True
    for title in ("first", "second"):
        world.keeping.keep(stored(title))
        await settled()
        await world.disk.step()
    assert len(world.failures) == 1
    world.disk.is_full = False
    world.keeping.retry()
    await settled()
    await world.disk.step()
    assert world.title() == "second"
    assert len(world.failures) == 1


async def test_what_somebody_waited_for_in_vain_is_saved_later() -> None:
    world = World()
    world.disk.is_full = True
    keeping = asyncio.create_task(world.keeping.kept(stored("waited for")))
    await settled()
    await world.disk.step()
    with pytest.raises(StorageError):
        await keeping
    world.disk.is_full = False
    world.keeping.retry()
    await settled()
    await world.disk.step()
    assert world.title() == "waited for"


async def test_while_an_end_is_being_saved_no_other_change_takes_its_place() -> None:
    world = World()
    keeping = asyncio.create_task(world.keeping.kept(stored("ended", is_over=True)))
    await settled()
    world.keeping.keep(stored("changed"))
    await world.disk.step()
    await keeping
    world.keeping.retry()
    await settled()
    assert world.title() == "ended"
    again = replace(stored("ended", is_over=True), is_listed=False)
    world.keeping.keep(again)
    await settled()
    await world.disk.step()
    assert world.disk.saved[_id(0)] == again


async def test_an_end_is_told_once_it_is_on_the_disk() -> None:
    world = World()
    world.keeping.keep(stored("goes on"))
    await settled()
    world.keeping.keep(stored("ended", 1, is_over=True))
    await world.disk.step()
    assert world.saved_when_told == []
    await world.disk.step()
    assert world.saved_when_told == [{_id(0), _id(1)}]
    keeping = asyncio.create_task(world.keeping.kept(stored("ended", 2, is_over=True)))
    await settled()
    await world.disk.step()
    await keeping
    assert world.saved_when_told[1:] == [{_id(0), _id(1), _id(2)}]


async def test_settling_ends_though_the_disk_refuses() -> None:
    world = World()
    world.disk.is_full = True
    world.keeping.keep(stored("first"))
    settling = asyncio.create_task(world.keeping.settle())
    await settled()
    await world.disk.step()
    await settling
    assert world.keeping.unsaved(_id(0)) is not None
