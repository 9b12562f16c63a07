"""What was exchanged is remembered at the end of a transfer, or at the next start."""

import errno
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
from msgspec.structs import replace

from byhand.domain.plan import StoredTransfer
from byhand.domain.transfer import Direction, TransferId, TransferState
from byhand.errors import DiskFullError, StorageError
from byhand.service.remembering import remember_exchanged, remember_leftovers
from tests.helpers.connection_pair import ALICE
from tests.helpers.handed_trees import HandedTree
from tests.helpers.transfer_parts import Around, PromptWorker, Storage, storage_in

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")
SIZES = [0, 10, 300_000, 20]


class CountedWorker(PromptWorker):
    """Does everything at once; tells somebody before each time."""

    def __init__(self, told: Callable[[], None]) -> None:
        super().__init__("counted")
        self._told = told

    async def run(
        self,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        self._told()
        return await super().run(function, *args, **kwargs)


@dataclass
class World:
    """A profile in which transfers have ended."""

    folder: Path
    storage: Storage

    def __post_init__(self) -> None:
        self.around = Around(self.storage)
        self.exchanges = self.storage.memory.exchanges

    async def ended(self, direction: Direction, number: int = 1) -> HandedTree:
        """Return a transfer that has ended, of which nothing is remembered."""
        tree = HandedTree(self.folder, direction, SIZES, number)
        active = replace(tree.stored.transfer, state=TransferState.ACTIVE, ended_at=0.0)
        self.save(replace(tree.stored, transfer=active))
        await self.storage.memory.keep_roots(active.id, tree.chunks())
        self.save(tree.stored)
        return tree

    def save(self, stored: StoredTransfer) -> None:
        self.storage.worker.call(self.storage.database.transfers.save, stored)

    async def known(self, tree: HandedTree) -> set[str]:
        """Return the names of the files of a tree that are remembered."""
        roots = {root for _, root in tree.roots}
        found = await self.exchanges.by_roots(ALICE.friend_id, roots)
        paths = [Path(file.path) for files in found.values() for file in files]
        return {path.name for path in paths if path.parent == tree.folder}

    async def unremembered(self) -> list[TransferId]:
        return list(await self.exchanges.unremembered())


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with storage_in(tmp_path) as storage:
        yield World(tmp_path, storage)


ALL = {"00000", "00001", "00002", "00003"}


@pytest.mark.parametrize("direction", Direction)
async def test_a_transfer_that_has_ended_is_remembered_once(
    world: World, direction: Direction
) -> None:
    tree = await world.ended(direction)
    assert await world.unremembered() == [tree.stored.transfer.id]
    await remember_exchanged(tree.stored, world.around.real)
    assert await world.known(tree) == ALL
    assert await world.unremembered() == []


@pytest.mark.parametrize("direction", Direction)
async def test_what_was_changed_since_is_not_remembered(world: World, direction: Direction) -> None:
    tree = await world.ended(direction)
    if direction is Direction.INCOMING:
        latest = tree.stored.transfer.ended_at - 120.0  # as if it had ended long before
        tree.stored = replace(tree.stored, transfer=replace(tree.stored.transfer, ended_at=latest))
    (tree.folder / "00001").write_bytes(bytes(10))
    (tree.folder / "00002").unlink()
    (tree.folder / "00003").write_bytes(b"longer than it was before")
    await remember_exchanged(tree.stored, world.around.real)
    found = await world.known(tree)
    assert found == (set() if direction is Direction.INCOMING else {"00000"})
    assert await world.unremembered() == []


@pytest.mark.parametrize("direction", Direction)
async def test_what_earlier_runs_have_left_is_remembered_at_the_start(
    world: World, direction: Direction
) -> None:
    trees = [await world.ended(direction, number) for number in (1, 2)]
    await remember_leftovers(world.around.real)
    assert [await world.known(tree) for tree in trees] == [ALL, ALL]
    assert await world.unremembered() == []


async def test_what_has_not_ended_is_remembered_when_it_does(world: World) -> None:
    """Killed after its roots were kept and before its end was."""
    tree = HandedTree(world.folder, Direction.INCOMING, SIZES)
    transfer = replace(tree.stored.transfer, state=TransferState.FINALIZING, ended_at=0.0)
    world.save(replace(tree.stored, transfer=transfer))
    await world.storage.memory.keep_roots(transfer.id, tree.chunks())
    await remember_leftovers(world.around.real)
    assert await world.known(tree) == set()
    world.save(tree.stored)
    assert await world.unremembered() == [transfer.id]
    await remember_leftovers(world.around.real)
    assert await world.known(tree) == ALL


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("looks", [0, 1, 2, 3])
async def test_a_stop_is_heard_before_each_file_and_all_is_left_to_the_next_start(
    world: World, monkeypatch: pytest.MonkeyPatch, direction: Direction, looks: int
) -> None:
    tree = await world.ended(direction)
    looked_at: list[str] = []
    lstat = os.lstat

    def looking(path: str, **place: int) -> os.stat_result:
        if os.path.basename(path) in ALL:
            looked_at.append(path)
            world.exchanges.is_stopping = len(looked_at) >= looks
        return lstat(path, **place)

    world.exchanges.is_stopping = looks == 0
    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", looking)
        await remember_exchanged(tree.stored, world.around.real)
    assert len(looked_at) == looks
    assert await world.unremembered() == [tree.stored.transfer.id]
    world.exchanges.is_stopping = False
    await remember_leftovers(world.around.real)
    assert await world.known(tree) == ALL
    assert await world.unremembered() == []


async def test_after_a_stop_no_other_transfer_is_begun(world: World) -> None:
    trees = [await world.ended(Direction.OUTGOING, number) for number in (1, 2)]
    given: list[None] = []

    def stop() -> None:
        given.append(None)
        world.exchanges.is_stopping = True

    around = Around(world.storage, disk=CountedWorker(stop))
    await remember_leftovers(around.real)
    assert len(given) == 2, "a step of one transfer, and its end"
    assert await world.unremembered() == [tree.stored.transfer.id for tree in trees]


async def test_of_a_text_nothing_is_left_to_remember(world: World) -> None:
    tree = await world.ended(Direction.INCOMING)
    text = replace(tree.stored, transfer=replace(tree.stored.transfer, is_text=True))
    world.save(text)
    await remember_leftovers(world.around.real)
    assert await world.known(tree) == set()
    assert await world.unremembered() == []


@pytest.mark.parametrize("is_gone", [False, True])
async def test_without_its_manifest_a_transfer_is_given_up_and_no_other(
    world: World, caplog: pytest.LogCaptureFixture, is_gone: bool
) -> None:
    bad, good = [await world.ended(Direction.OUTGOING, number) for number in (1, 2)]
    if is_gone:
        bad.spool.unlink()
    else:
        bad.spool.write_bytes(b"x" * bad.spool.stat().st_size)
    with caplog.at_level(logging.WARNING):
        await remember_leftovers(world.around.real)
    assert len(caplog.records) == (0 if is_gone else 1)
    assert (await world.known(bad), await world.known(good)) == (set(), ALL)
    assert await world.unremembered() == []


async def test_what_the_disk_refuses_is_tried_again_at_the_next_start(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = [await world.ended(Direction.OUTGOING, number) for number in (1, 2)]
    os_open = os.open

    def refusing(path: object, *args: int, **place: int) -> int:
        if path == bad.spool:
            raise OSError(errno.EIO, "Input/output error")
        return os_open(path, *args, **place)  # type: ignore[arg-type]

    with monkeypatch.context() as patch, caplog.at_level(logging.WARNING):
        patch.setattr(os, "open", refusing)
        await remember_leftovers(world.around.real)
    assert len(caplog.records) == 1
    assert await world.known(good) == ALL
    assert await world.unremembered() == [bad.stored.transfer.id]
    await remember_leftovers(world.around.real)
    assert await world.known(bad) == ALL


async def test_a_full_disk_costs_nothing_but_another_try(world: World) -> None:
    tree = await world.ended(Direction.INCOMING)
    world.storage.worker.refusal = DiskFullError(world.folder)
    with pytest.raises(StorageError):
        await remember_exchanged(tree.stored, world.around.real)
    world.storage.worker.refusal = None
    assert await world.unremembered() == [tree.stored.transfer.id]
    await remember_leftovers(world.around.real)
    assert await world.known(tree) == ALL


async def test_a_transfer_that_cannot_be_read_is_passed_over(world: World) -> None:
    bad, good = [await world.ended(Direction.INCOMING, number) for number in (1, 2)]
    database = world.storage.database._database
    world.storage.worker.call(
        database.run, "UPDATE transfers SET plan = x'c1' WHERE id = ?", bad.stored.transfer.id
    )
    await remember_leftovers(world.around.real)
    assert await world.known(good) == ALL
    assert await world.unremembered() == [bad.stored.transfer.id]


async def test_what_leaves_the_history_is_not_remembered_any_more(world: World) -> None:
    tree = await world.ended(Direction.INCOMING)
    await world.storage.memory.delete(tree.stored.transfer.id)
    await remember_leftovers(world.around.real)
    assert await world.known(tree) == set()
