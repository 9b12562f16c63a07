"""Two whole services: what failed is offered once more, and joins what had arrived."""

from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.transfer import Transfer, TransferId, TransferState
from tests.helpers.exchanging import offered
from tests.helpers.lanes import write_tree
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party

_S = TransferState
BIG = 300_000


class Lacking:
    """A folder of which two files did not arrive; these are back now."""

    def __init__(self, tmp_path: Path) -> None:
        self.folder = write_tree(tmp_path / "photos", [10, 2000, BIG])
        (self.folder / "deep/er").mkdir(parents=True)
        (self.folder / "deep/er/x").write_bytes(b"deep down")
        self.whole = snapshot(self.folder)
        self._lost = (self.folder / "00001", self.folder / "deep/er/x")

    async def arrives(self, sender: Party, receiver: Party, folder: Path | None = None) -> Transfer:
        transfer_id = await offered(sender, receiver, self.folder)
        contents = [path.read_bytes() for path in self._lost]
        for path in self._lost:
            path.unlink()
        receiver.service.accept(transfer_id, str(folder) if folder else None)
        for side in (sender, receiver):
            ended = await side.until_final(transfer_id)
            assert (ended.state, ended.failed_files) == (_S.PARTLY_DONE, 2)
        for path, content in zip(self._lost, contents, strict=True):
            path.write_bytes(content)
        return receiver.transfers()[transfer_id]


@pytest.fixture
def lacking(tmp_path: Path) -> Lacking:
    return Lacking(tmp_path)


def shown(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


async def ended(transfer_id: TransferId, *sides: Party) -> Transfer:
    found = [await side.until_final(transfer_id) for side in sides]
    assert {(each.state, each.code) for each in found} == {(_S.DONE, Code.OK)}
    return found[-1]


async def test_what_failed_comes_to_its_place_without_asking(
    pair: tuple[Party, Party], lacking: Lacking
) -> None:
    alice, bob = pair
    first = await lacking.arrives(alice, bob)
    arrived = bob.folder / "photos"
    inode = (arrived / "00002").stat().st_ino
    (arrived / "mine").write_bytes(b"mine")
    again = alice.service.queue.retry(first.id)
    transfer = await ended(again, alice, bob)
    assert snapshot(arrived) == lacking.whole | {"mine": b"mine"}
    assert (arrived / "00002").stat().st_ino == inode
    assert shown(bob.folder) == ["photos"]
    assert (transfer.total_files, transfer.done_files, transfer.again_of) == (2, 2, first.id)
    assert transfer.accepted_by_policy
    assert transfer.saved_paths == (str(arrived),)


async def test_a_transfer_that_is_only_in_the_history_is_repeated_too(
    pair: tuple[Party, Party], lacking: Lacking
) -> None:
    alice, bob = pair
    first = await lacking.arrives(alice, bob)
    bob.service.remove(first.id)
    await ended(alice.service.queue.retry(first.id), alice, bob)
    assert snapshot(bob.folder / "photos") == lacking.whole


async def test_what_fails_again_can_be_tried_again(
    pair: tuple[Party, Party], lacking: Lacking
) -> None:
    alice, bob = pair
    first = await lacking.arrives(alice, bob)
    content = (lacking.folder / "00001").read_bytes()
    (lacking.folder / "00001").unlink()
    second = await ended(alice.service.queue.retry(first.id), bob)
    assert second.total_files == 1, "what is gone is not offered"
    assert (await alice.until_final(second.id)).state is _S.PARTLY_DONE
    (lacking.folder / "00001").write_bytes(content)
    third = await ended(alice.service.queue.retry(second.id), alice, bob)
    assert (third.total_files, third.again_of) == (1, second.id)
    assert snapshot(bob.folder / "photos") == lacking.whole


async def test_a_file_alone_comes_beside_the_others_that_were_sent_with_it(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [10, 20])
    transfer_id = await offered(alice, bob, source / "00000", source / "00001")
    (source / "00001").rename(tmp_path / "away")
    bob.service.accept(transfer_id)
    assert (await alice.until_final(transfer_id)).state is _S.PARTLY_DONE
    (tmp_path / "away").rename(source / "00001")
    await ended(alice.service.queue.retry(transfer_id), alice, bob)
    assert shown(bob.folder) == shown(source)
    assert (bob.folder / "00001").read_bytes() == (source / "00001").read_bytes()


async def test_of_a_try_of_which_nothing_arrived_the_same_is_tried_again(
    pair: tuple[Party, Party], lacking: Lacking
) -> None:
    alice, bob = pair
    first = await lacking.arrives(alice, bob)
    lacking.folder.rename(lacking.folder.with_name("away"))
    second = alice.service.queue.retry(first.id)
    assert (await alice.until_final(second)).state is _S.FAILED
    lacking.folder.with_name("away").rename(lacking.folder)
    third = await ended(alice.service.queue.retry(second), alice, bob)
    assert (third.total_files, third.again_of) == (2, first.id)
    assert snapshot(bob.folder / "photos") == lacking.whole


async def test_into_another_folder_of_the_name_nothing_comes_without_asking(
    pair: tuple[Party, Party], lacking: Lacking
) -> None:
    alice, bob = pair
    first = await lacking.arrives(alice, bob)
    (bob.folder / "photos").rename(bob.folder / "moved")
    (bob.folder / "photos").mkdir()
    again = alice.service.queue.retry(first.id)
    await bob.until_offered(again)
    bob.service.accept(again)
    await ended(again, alice, bob)
    assert snapshot(bob.folder / "photos") == {}
    assert shown(bob.folder) == ["moved", "photos", "photos (1)"]


async def test_what_has_a_name_already_is_not_sent_again_without_asking(
    pair: tuple[Party, Party], lacking: Lacking
) -> None:
    alice, bob = pair
    first = await lacking.arrives(alice, bob)
    (bob.folder / "photos/00001").write_bytes(b"mine")
    again = alice.service.queue.retry(first.id)
    await bob.until_offered(again)
    assert not bob.transfers()[again].accepted_by_policy
    bob.service.decline(again)
    assert (await alice.until_final(again)).state is _S.DECLINED


async def test_a_file_that_has_another_size_now_is_offered_like_any_other(
    pair: tuple[Party, Party], lacking: Lacking
) -> None:
    alice, bob = pair
    first = await lacking.arrives(alice, bob)
    (lacking.folder / "00001").write_bytes(b"longer than it was before" * 100)
    again = alice.service.queue.retry(first.id)
    await bob.until_offered(again)
    assert not bob.transfers()[again].accepted_by_policy
