from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.plan import OutgoingPlan
from byhand.domain.transfer import Direction, FileProblem, Transfer, TransferId, TransferState
from byhand.errors import StorageError
from byhand.service.given_up import GivenUp
from byhand.service.row import SHOWN_PROBLEMS, Row
from tests.helpers.connection_pair import ALICE
from tests.helpers.transfer_parts import Around, Storage, storage_in

BEFORE = (FileProblem("unread", Code.DENIED), FileProblem("told before", Code.SOURCE_GONE))


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


class World:
    def __init__(self, storage: Storage) -> None:
        around = Around(storage)
        transfer = Transfer(
            TransferId(bytes(16)),
            Direction.OUTGOING,
            ALICE.friend_id,
            "x",
            TransferState.ACTIVE,
            0.0,
            failed_files=2,
            problems=BEFORE,
        )
        self.looks: list[int] = []
        self.is_gone = False
        self.row: Row[OutgoingPlan] = around.row(transfer, OutgoingPlan((b"/x",)))
        self.given_up = GivenUp(self.row, around.real.disk, self._components_of, kept=1)

    def _components_of(self, entry: int) -> Sequence[str]:
        if self.is_gone:
            raise StorageError(Path("/gone"))
        self.looks.append(entry)
        return ("folder", str(entry))


async def test_what_failed_is_named_and_what_nobody_wants_is_no_problem(storage: Storage) -> None:
    world = World(storage)
    assert world.given_up.add(3, Code.SOURCE_GONE)
    assert world.given_up.add(4, Code.CANCELLED)
    await world.given_up.tell()
    assert world.row.now.failed_files == 2
    assert world.row.now.problems == (BEFORE[0], FileProblem("folder/3", Code.SOURCE_GONE))
    assert world.given_up.codes == {3: Code.SOURCE_GONE, 4: Code.CANCELLED}


async def test_the_first_reason_stays(storage: Storage) -> None:
    world = World(storage)
    world.given_up.add(3, Code.SOURCE_GONE)
    assert not world.given_up.add(3, Code.CANCELLED)
    await world.given_up.tell()
    await world.given_up.tell()
    assert world.row.now.failed_files == 2


async def test_of_thousands_only_those_that_are_shown_are_looked_at(storage: Storage) -> None:
    world = World(storage)
    for entry in range(12_000):
        world.given_up.add(entry, Code.SOURCE_GONE)
    await world.given_up.tell()
    assert world.row.now.failed_files == 12_001
    assert len(world.row.now.problems) == SHOWN_PROBLEMS
    assert world.looks == list(range(SHOWN_PROBLEMS - 1))
    world.given_up.add(20_000, Code.SOURCE_GONE)
    await world.given_up.tell()
    assert world.row.now.failed_files == 12_002
    assert 20_000 not in world.looks


async def test_what_cannot_be_named_is_counted_all_the_same(storage: Storage) -> None:
    world = World(storage)
    world.is_gone = True
    world.given_up.add(3, Code.SOURCE_GONE)
    await world.given_up.tell()
    assert (world.row.now.failed_files, world.row.now.problems) == (2, BEFORE[:1])
