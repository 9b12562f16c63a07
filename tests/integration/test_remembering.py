"""Programs that end as soon as a transfer has: what was exchanged is remembered all the same."""

import asyncio
from pathlib import Path

import pytest

from byhand.domain.transfer import TransferId, TransferState
from byhand.storage.source import present_stamp
from tests.helpers.exchanging import Wire, handed_over, memory_of, offered, remembered
from tests.helpers.lanes import write_tree
from tests.helpers.trees import snapshot
from tests.helpers.two_services import SECONDS, Party, party, two_services


async def given_up(side: Party, transfer_id: TransferId) -> None:
    """Wait for an end of which nothing was remembered."""
    assert (await side.until_final(transfer_id)).state is TransferState.DONE
    exchanges = memory_of(side).exchanges
    assert await exchanges.sizes(side.friend.id) == frozenset()


async def until_settled(side: Party) -> None:
    """Wait until nothing is left to be remembered; nobody is told of that."""
    async with asyncio.timeout(SECONDS):
        while await memory_of(side).exchanges.unremembered():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_what_was_given_up_by_a_stop_is_remembered_at_the_next_start_and_not_sent_twice(
    tmp_path: Path, wire: Wire
) -> None:
    source = write_tree(tmp_path / "from", [300_000, 2000])
    async with two_services(tmp_path) as (alice, bob):
        for side in (alice, bob):
            memory_of(side).exchanges.is_stopping = True  # as if they were told to end by now
        first = await offered(alice, bob, source)
        bob.service.accept(first)
        for side in (alice, bob):
            await given_up(side, first)
    async with (
        party(tmp_path / "alice", tmp_path / "alice's downloads") as alice,
        party(tmp_path / "bob", tmp_path / "bob's downloads") as bob,
    ):
        for side in (alice, bob):
            await remembered(side, first)
            await until_settled(side)
        wire.clear()
        port = alice.service._people.port
        bob.service.friends.add_address(bob.friend.id, f"127.0.0.1:{port}")
        await handed_over(alice, bob, source)
        assert wire.lanes == 0
        assert snapshot(bob.folder / "from (1)") == snapshot(source)


@pytest.mark.parametrize("who", ["alice", "bob"])
async def test_a_program_that_ends_at_once_has_its_files_remembered_by_the_next(
    tmp_path: Path, who: str
) -> None:
    source = write_tree(tmp_path / "from", [300_000, 2000, 0] + [1] * 200)
    async with two_services(tmp_path) as (alice, bob):
        transfer_id = await offered(alice, bob, source)
        bob.service.accept(transfer_id)
        await {"alice": alice, "bob": bob}[who].until_final(transfer_id)
    async with party(tmp_path / who, tmp_path / f"{who}'s downloads") as side:
        await until_settled(side)
        stored = await memory_of(side).ended(transfer_id)
        assert stored is not None
        assert stored.transfer.is_final
        files = await memory_of(side).exchanges.of_sizes(side.friend.id, {300_000, 2000, 0, 1})
        assert len(files) == 203
        assert all(present_stamp(file.path) == file.stamp for file in files)
