"""What a friend may make us take without asking, by saying that we took it before."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.identity import FriendId
from byhand.domain.plan import AS_IT_IS, OutgoingPlan
from byhand.domain.transfer import TransferId, TransferState
from byhand.service import offering
from byhand.service.sought import Find, sought
from byhand.service.starting import plan_of
from byhand.service.surroundings import Surroundings
from tests.helpers.exchanging import offered
from tests.helpers.lanes import write_tree
from tests.helpers.three_services import three_services
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party

_S = TransferState
SIZES = [10, 2000, 30]


@pytest.fixture(autouse=True)
def everything_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let senders offer all that a plan names, whatever it is said to repeat."""

    async def everything(plan: OutgoingPlan, friend_id: FriendId, around: Surroundings) -> Find:
        return await sought(replace(plan, retry_of=None), friend_id, around)

    monkeypatch.setattr(offering, "sought", everything)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "photos", SIZES)


async def first_without(sender: Party, receiver: Party, source: Path, name: str) -> TransferId:
    """Hand over a folder of which one file does not arrive, and leave that file alone in it."""
    transfer_id = await offered(sender, receiver, source)
    content = (source / name).read_bytes()
    (source / name).unlink()
    receiver.service.accept(transfer_id)
    for side in (sender, receiver):
        assert (await side.until_final(transfer_id)).state is _S.PARTLY_DONE
    for path in sorted(source.iterdir()):  # noqa: ASYNC240  # a few files
        path.unlink()
    (source / name).write_bytes(content)
    return transfer_id


def repeated(sender: Party, first: TransferId, *paths: Path) -> TransferId:
    plan = plan_of([str(path) for path in paths], AS_IT_IS)
    key = sender.service._people.book.keys(sender.friend.id).ed25519
    transfers = sender.service._handing_over.transfers
    return transfers.send(replace(plan, retry_of=first), sender.friend.id, key)


async def is_asked(receiver: Party, transfer_id: TransferId) -> bool:
    await receiver.until_state(transfer_id, _S.OFFERED, _S.DONE)
    await receiver.until_offered(transfer_id)
    return receiver.transfers()[transfer_id].state is _S.OFFERED


async def test_what_did_not_arrive_may_come_and_only_once(
    pair: tuple[Party, Party], source: Path
) -> None:
    """Else a friend would fill the disk with `name (1)`, `name (2)`, and so on."""
    alice, bob = pair
    first = await first_without(alice, bob, source, "00001")
    assert (await alice.until_final(repeated(alice, first, source))).state is _S.DONE
    assert await is_asked(bob, repeated(alice, first, source))


async def test_of_many_that_repeat_the_same_at_once_one_comes(
    pair: tuple[Party, Party], source: Path, tmp_path: Path
) -> None:
    alice, bob = pair
    first = await first_without(alice, bob, source, "00001")
    plan = replace(plan_of([str(source)], AS_IT_IS), retry_of=first)
    key = alice.service._people.book.keys(alice.friend.id).ed25519
    transfers = alice.service._handing_over.transfers
    # With a note each they are not the same to the sender.
    notes = [replace(AS_IT_IS, note=str(number)) for number in range(3)]
    ids = [transfers.send(replace(plan, options=note), alice.friend.id, key) for note in notes]
    for each in ids:
        await bob.until_offered(each)
    await bob.until(lambda: any(bob.transfers()[each].is_final for each in ids))
    await bob.until_quiet()
    states = [bob.transfers()[each].state for each in ids]
    assert sorted(states) == sorted([_S.DONE, _S.OFFERED, _S.OFFERED])
    assert sorted(os.listdir(bob.folder / "photos")) == ["00000", "00001", "00002"]


async def test_what_has_arrived_is_asked_about_like_anything_else(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    first = await first_without(alice, bob, source, "00001")
    (source / "00001").rename(source / "00000")
    os.truncate(source / "00000", SIZES[0])
    assert await is_asked(bob, repeated(alice, first, source))


async def test_what_was_not_offered_then_does_not_come_along(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    first = await first_without(alice, bob, source, "00001")
    (source / "extra").write_bytes(b"x")
    assert await is_asked(bob, repeated(alice, first, source))


async def test_what_was_not_chosen_then_is_asked_about(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    first = await offered(alice, bob, source)
    bob.service.accept(first, chosen=[1, 2])
    assert (await alice.until_final(first)).state is _S.DONE
    for name in ("00000", "00001"):
        (source / name).unlink()
    assert await is_asked(bob, repeated(alice, first, source))


async def test_another_friends_transfer_is_not_theirs_to_repeat(
    tmp_path: Path, source: Path
) -> None:
    async with three_services(tmp_path) as (anna, marek, mira):
        first = await first_without(marek, anna, source, "00001")
        assert await is_asked(anna, repeated(mira, first, source))
        assert await is_asked(anna, repeated(mira, TransferId(bytes(16)), source))


async def test_a_link_in_place_of_the_folder_is_not_followed(
    pair: tuple[Party, Party], source: Path, tmp_path: Path
) -> None:
    alice, bob = pair
    first = await first_without(alice, bob, source, "00001")
    (bob.folder / "photos").rename(tmp_path / "elsewhere")
    (bob.folder / "photos").symlink_to(tmp_path / "elsewhere")
    before = snapshot(tmp_path / "elsewhere")
    again = repeated(alice, first, source)
    assert await is_asked(bob, again)
    bob.service.accept(again)
    assert (await alice.until_final(again)).state is _S.DONE
    assert snapshot(tmp_path / "elsewhere") == before
    assert os.listdir(bob.folder / "photos (1)") == ["00001"]


async def test_a_link_that_is_put_there_while_it_comes_is_not_followed_either(
    pair: tuple[Party, Party], source: Path, tmp_path: Path
) -> None:
    alice, bob = pair
    first = await first_without(alice, bob, source, "00001")
    again = repeated(alice, first, source)
    alice.service.queue.pause(again)
    await bob.until_state(again, _S.PAUSED)
    (bob.folder / "photos").rename(tmp_path / "elsewhere")
    (bob.folder / "photos").symlink_to(tmp_path / "elsewhere")
    before = snapshot(tmp_path / "elsewhere")
    alice.service.queue.resume(again)
    assert (await alice.until_final(again)).state is _S.DONE
    assert snapshot(tmp_path / "elsewhere") == before
    assert os.listdir(bob.folder / "photos (1)") == ["00001"]
