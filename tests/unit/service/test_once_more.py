import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.identity import FriendId
from byhand.domain.manifest import Entry
from byhand.domain.plan import Entered, IncomingPlan, StoredTransfer
from byhand.domain.root_chunks import in_chunks
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.earlier import DAYS_REPEATED
from byhand.service.lost_files import Lost
from byhand.service.once_more import accepted_before
from byhand.service.surroundings import AcceptOrder
from byhand.storage.manifest_block import ENTRIES
from byhand.storage.spool_writer import SpoolWriter
from tests.helpers.connection_pair import ALICE, EVE
from tests.helpers.transfer_parts import Around, Storage, storage_in
from tests.helpers.trees import Tree, entries_of

FIRST, SECOND = TransferId(b"1" * 16), TransferId(b"2" * 16)
TREE: Tree = {"top": None, "top/a": b"a" * 10, "top/b": b"b" * 20, "top/c": b"c" * 30, "x": b"x"}
TOP, A, B, C, X = range(5)


class World:
    """A folder in which a and x of a transfer have arrived, and b and c have not."""

    def __init__(self, storage: Storage, base: Path) -> None:
        self.around = Around(storage)
        self.base = base
        self.entries = entries_of(TREE)
        (base / "top (1)").mkdir(parents=True)
        (base / "top (1)/a").write_bytes(b"a" * 10)
        (base / "x").write_bytes(b"x")
        self.top = self._place("top", "top (1)")
        self.x = self._place("x", "x")

    async def keep(
        self,
        transfer_id: TransferId = FIRST,
        arrived: Sequence[int] = (A, X),
        plan: IncomingPlan | None = None,
        **changes: object,
    ) -> None:
        """Keep a transfer as it has ended."""
        transfer = Transfer(
            *(transfer_id, Direction.INCOMING, ALICE.friend_id, "top", TransferState.PARTLY_DONE),
            created_at=0.0,
            ended_at=time.time(),
            folder=str(self.base),
            done_files=len(arrived),
        )
        transfer = replace(transfer, **changes)
        memory = self.around.storage.memory
        memory.spool_of(transfer).parent.mkdir(exist_ok=True)
        writer = SpoolWriter.create(memory.spool_of(transfer), ENTRIES)
        writer.append(self.entries)
        writer.rows.close()
        plan = replace(plan or IncomingPlan(saved=(self.top, self.x)), manifest=writer.finish())
        stored = StoredTransfer(transfer, plan, receipt=bytes(72))
        await self.around.keeping.kept(replace(stored, transfer=transfer))
        roots = in_chunks((entry, bytes([entry + 1]) * 32) for entry in arrived)
        await memory.keep_roots(transfer_id, list(roots))

    async def order(
        self,
        offered: Sequence[int | Entry],
        retry_of: TransferId = FIRST,
        friend_id: FriendId = ALICE.friend_id,
    ) -> AcceptOrder | None:
        entries = [self.entries[each] if isinstance(each, int) else each for each in offered]
        return await accepted_before(entries, retry_of, friend_id, self.around.real)

    def _place(self, top: str, name: str) -> Entered:
        status = (self.base / name).stat()
        return Entered(top, name, status.st_dev, status.st_ino)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with storage_in(tmp_path) as storage:
        yield World(storage, tmp_path / "base")


async def test_what_has_not_arrived_goes_to_the_folder_of_then(world: World) -> None:
    await world.keep()
    order = AcceptOrder(str(world.base), entered=(world.top,))
    assert await world.order([TOP, B, C]) == order
    assert await world.order([TOP, C]) == order


@pytest.mark.parametrize(
    "offered",
    [[TOP, A], [TOP, A, B], [X], [TOP, C, B], [TOP, B, B]],
    ids=["arrived", "some arrived", "a file alone", "in another order", "twice"],
)
async def test_anything_else_is_asked_about(world: World, offered: list[int]) -> None:
    await world.keep()
    assert await world.order(offered) is None


async def test_so_is_what_is_not_the_same(world: World) -> None:
    await world.keep()
    b = world.entries[B]
    assert await world.order([TOP, replace(b, mtime_ns=1, is_executable=True)]) is not None
    assert await world.order([TOP, replace(b, size=21)]) is None
    assert await world.order([TOP, replace(b, components=("top", "d"))]) is None


async def test_so_is_what_was_not_chosen_or_was_cancelled(world: World) -> None:
    chosen = IncomingPlan(chosen=(A, 2, X, 1), cancelled=(B, 1), saved=(world.top,))
    await world.keep(plan=chosen)
    assert await world.order([TOP, B]) is None
    assert await world.order([TOP, C]) is None


async def test_so_is_what_repeats_a_transfer_that_is_not_known_so(world: World) -> None:
    assert await world.order([TOP, B]) is None
    await world.keep(done_files=3)  # the disk had no room for the roots
    assert await world.order([TOP, B]) is None
    await world.keep(ended_at=time.time() - (DAYS_REPEATED + 1) * 86_400)
    assert await world.order([TOP, B]) is None
    await world.keep()
    assert await world.order([TOP, B], friend_id=EVE.friend_id) is None


async def test_so_is_what_would_come_into_another_folder(world: World) -> None:
    await world.keep()
    (world.base / "top (1)").rename(world.base / "moved")
    assert await world.order([TOP, B]) is None
    (world.base / "top (1)").mkdir()
    assert await world.order([TOP, B]) is None
    (world.base / "top (1)").rmdir()
    (world.base / "top (1)").symlink_to(world.base / "moved")
    assert await world.order([TOP, B]) is None
    os.rename(world.base, world.base.with_name("away"))
    assert await world.order([TOP, B]) is None


async def test_so_is_what_has_no_free_name(world: World) -> None:
    await world.keep(arrived=[A])
    (world.base / "top (1)/c").symlink_to("nowhere")
    assert await world.order([TOP, B]) is not None
    assert await world.order([TOP, C]) is None
    assert await world.order([X]) is None
    (world.base / "x").unlink()
    assert await world.order([X]) == AcceptOrder(str(world.base))


async def test_what_failed_twice_is_looked_for_in_the_first(world: World) -> None:
    await world.keep()
    await world.keep(SECOND, arrived=(), plan=IncomingPlan(retry_of=FIRST))
    assert await world.order([TOP, B], SECOND) == AcceptOrder(str(world.base), entered=(world.top,))
    assert await world.order([TOP, A], SECOND) is None


async def test_what_has_come_the_second_time_does_not_come_again(world: World) -> None:
    await world.keep()
    await world.keep(SECOND, arrived=(B,), plan=IncomingPlan(retry_of=FIRST))
    assert not (world.base / "top (1)/b").exists(), "our user has moved it away"
    assert await world.order([TOP, B], SECOND) is None
    assert await world.order([TOP, C], SECOND) is not None


async def test_transfers_that_repeat_each_other_have_an_end(world: World) -> None:
    await world.keep(plan=IncomingPlan(retry_of=SECOND, saved=(world.top,)))
    await world.keep(SECOND, plan=IncomingPlan(retry_of=FIRST))
    assert await world.order([TOP, B]) is not None


async def test_what_our_user_wants_back_replaces_what_is_there_and_once(world: World) -> None:
    await world.keep()
    world.around.lost.want(Lost(FIRST, ALICE.friend_id, [A, 1, X, 1]))
    assert await world.order([TOP, B, X]) is None
    order = AcceptOrder(str(world.base), updates=True, entered=(world.top, world.x))
    assert await world.order([TOP, A, X]) == order
    assert await world.order([TOP, A, X]) is None


async def test_what_is_wanted_back_of_one_friend_is_taken_of_no_other(world: World) -> None:
    await world.keep()
    world.around.lost.want(Lost(FIRST, EVE.friend_id, [A, 1]))
    assert await world.order([TOP, A]) is None


async def test_where_the_folder_is_gone_it_comes_beside_what_is_there(world: World) -> None:
    await world.keep()
    (world.base / "top (1)").rename(world.base / "moved")
    world.around.lost.want(Lost(FIRST, ALICE.friend_id, [A, 1]))
    assert await world.order([TOP, A]) == AcceptOrder(str(world.base))
