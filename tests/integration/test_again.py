"""The same things sent once more, between two whole services: what is read, what travels."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.transfer import TransferId, TransferState
from byhand.storage.hash_store import HashStore
from byhand.storage.source import FileStamp, present_stamp
from tests.helpers.lanes import write_tree
from tests.helpers.two_services import Party, two_services

_S = TransferState


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Party, Party]]:
    async with two_services(tmp_path) as both:
        yield both


async def handed_over(sender: Party, receiver: Party, *paths: Path) -> TransferId:
    transfer_id = sender.service.send([str(path) for path in paths], sender.friend.id)
    await receiver.until_offered(transfer_id)
    receiver.service.accept(transfer_id)
    for side in (sender, receiver):
        assert (await side.until_final(transfer_id)).state is _S.DONE
    return transfer_id


def stamps(folder: Path) -> dict[str, FileStamp]:
    found = {path.name: present_stamp(str(path)) for path in sorted(folder.rglob("*"))}
    return {name: stamp for name, stamp in found.items() if stamp is not None}


async def known(party: Party, folder: Path) -> set[str]:
    """Return the names of the files of a folder whose hashes a service has kept."""
    memory = party.service._handing_over.memory
    await memory.hashes.save()
    store: HashStore = memory._stores.database.hashes
    looked_at = stamps(folder)
    found = await memory._storage.run(store.lookup_many, tuple(looked_at.values()))
    return {name for name, each in zip(looked_at, found, strict=True) if each is not None}


async def test_what_was_read_to_be_sent_need_not_be_read_again(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [10, 300_000, 0, 700_000])
    await handed_over(alice, bob, source)
    assert await known(alice, source) == set(), "they were changed just before"
    alice.service._handing_over.memory.hashes.cache.clock = lambda: 2**62
    await handed_over(alice, bob, source)
    assert await known(alice, source) == {"00000", "00001", "00003"}
