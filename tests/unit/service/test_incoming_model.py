"""M09: of all orders of messages, only those that keep the protocol ever make a file."""

import itertools
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.transfer import TransferState
from byhand.protocol.messages import Finished
from tests.helpers.incoming_world import CONTENT, World
from tests.helpers.transfer_parts import Storage, storage_in


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory, where the system has one."""
    memory = "/dev/shm"
    with tempfile.TemporaryDirectory(dir=memory if os.path.isdir(memory) else None) as folder:
        yield Path(folder)


@pytest.fixture
def storage(quick_folder: Path) -> Iterator[Storage]:
    (quick_folder / "profile").mkdir()
    with storage_in(quick_folder / "profile") as storage:
        yield storage


def makes_a_file(trace: tuple[str, ...]) -> bool:
    """Return what the protocol says of a trace, told apart from how the service is written.

    "S": the session is lost, and the friend comes back; what came and nobody vouched for by then
    has to come again.
    """
    listed = accepted = has_data = has_root = is_wrong = False
    for symbol in trace:
        if ends_it(symbol, listed, accepted):
            return False
        match symbol:
            case "E":
                listed = True
            case "A":
                accepted = accepted or listed
            case "D" | "S":
                has_data = symbol == "D"
            case "R" | "X" if accepted:
                has_root, is_wrong = True, symbol == "X"
        if accepted and has_data and has_root:
            return not is_wrong
    return False


def ends_it(symbol: str, listed: bool, accepted: bool) -> bool:
    """Return whether there is nothing to be accepted, or to be received, after a symbol."""
    after_the_end = symbol == "E" and listed and not accepted
    nobody_accepted = symbol == "D" and not accepted
    half_an_offer = symbol == "S" and not listed
    return symbol in "WN" or after_the_end or nobody_accepted or half_an_offer


@pytest.mark.parametrize("first", "EADRXWNS")
async def test_M09_only_lawful_orders_of_messages_make_a_file(
    storage: Storage, quick_folder: Path, first: str
) -> None:
    seen = 0
    for rest in itertools.product("EADRXWNS", repeat=3):
        trace = (first, *rest)
        folder = quick_folder / "to"
        folder.mkdir()
        world = World(storage, folder)
        for symbol in trace:
            await world.step(symbol)
        await world.end()
        lawful = makes_a_file(trace)
        assert os.listdir(folder) == (["file"] if lawful else []), trace
        assert (world.state() is TransferState.DONE) is lawful, trace
        if lawful:
            assert (folder / "file").read_bytes() == CONTENT
            (folder / "file").unlink()
        assert len(world.session.posted_of(Finished)) <= 1
        folder.rmdir()
        seen += lawful
    assert (seen > 0) is (first == "E")
