"""Whole services that block, doubt, believe and accept what their users say of friends."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.events import OrderFailed
from byhand.domain.friend import Policy, Trust
from byhand.domain.transfer import TransferState
from byhand.errors import ByhandError, DiskFullError, FriendOrderError, FriendProblem
from byhand.protocol.resume_messages import HashAsk, Pieces
from tests.helpers.circles import (
    befriend,
    circle,
    friend,
    friends_of_the_first,
    id_of,
    presence,
    seek,
    sends,
    until_offline,
    until_online,
)
from tests.helpers.exchanging import Wire
from tests.helpers.lanes import write_tree
from tests.helpers.small_disk import fill, small_disk
from tests.helpers.two_services import SECONDS, Party, two_services

_S = TransferState


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Party, Party]]:
    async with friends_of_the_first(tmp_path, "Alice", "Bob") as (alice, bob):
        yield alice, bob


async def verify(somebody: Party, other: Party) -> None:
    """Let somebody have compared codes with a friend."""
    await somebody.service._people.book.set_verified(id_of(other))


async def accept_by_itself(receiver: Party, sender: Party, limit: int, folder: str = "") -> None:
    await verify(receiver, sender)
    receiver.service.friends.set_policy(id_of(sender), Policy(True, limit, folder))
    await receiver.until(lambda: friend(receiver, id_of(sender)).policy.accepts_by_itself)


async def test_blocking_ends_everything_and_unblocking_begins_anew(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [1000])
    incoming, outgoing = sends(bob, alice, source), sends(alice, bob, source)
    await alice.until_offered(incoming)
    await bob.until_offered(outgoing)
    alice.service.friends.block(id_of(bob))
    for transfer_id in (incoming, outgoing):
        assert (await alice.until_final(transfer_id)).ended_by_me
        await bob.until_final(transfer_id)
    await until_offline(alice, id_of(bob))
    await until_offline(bob, id_of(alice))
    assert friend(alice, id_of(bob)).trust is Trust.BLOCKED
    with pytest.raises(FriendOrderError) as caught:
        sends(alice, bob, source)
    assert caught.value.problem is FriendProblem.BLOCKED
    waiting = sends(bob, alice, source)
    await bob.until_state(waiting, _S.QUEUED)
    assert waiting not in alice.transfers()
    alice.service.friends.unblock(id_of(bob))
    await until_online(alice, id_of(bob))
    assert friend(alice, id_of(bob)).trust is Trust.UNVERIFIED
    await alice.until_offered(waiting)
    alice.service.accept(waiting)
    assert (await bob.until_final(waiting)).state is _S.DONE


async def test_blocking_breaks_off_what_is_moving(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    transfer_id = sends(bob, alice, write_tree(tmp_path / "from", [50_000_000]))
    await alice.until_offered(transfer_id)
    alice.service.accept(transfer_id)
    await alice.until_state(transfer_id, _S.ACTIVE, _S.DONE)
    alice.service.friends.block(id_of(bob))
    assert (await alice.until_final(transfer_id)).state is _S.CANCELLED
    assert (await bob.until_final(transfer_id)).state in (_S.CANCELLED, _S.FAILED)
    await until_offline(alice, id_of(bob))
    async with asyncio.timeout(SECONDS):
        while alice.service._handing_over.transfers._running.incoming:  # noqa: ASYNC110 - no event tells
            await asyncio.sleep(0.01)
    assert list(alice.folder.iterdir()) == []


async def test_a_namesake_stops_the_queue_until_the_user_says_who_is_who(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [1000])
    async with circle(tmp_path, "Alice", "Bob", "BOB") as (alice, bob, other):
        await befriend(alice, bob)
        await until_online(alice, id_of(bob))
        await befriend(alice, other)
        await until_offline(alice, id_of(bob))
        assert friend(alice, id_of(bob)).trust is Trust.KEY_CHANGED
        newcomer = friend(alice, id_of(other))
        assert (newcomer.name, newcomer.is_held) == ("BOB (2)", True)
        for held in (bob, other):
            await until_offline(held, id_of(alice))
            transfer_id = sends(alice, held, source)
            await alice.until_state(transfer_id, _S.QUEUED)
            refused = sends(held, alice, source)
            await held.until_state(refused, _S.QUEUED)
            assert refused not in alice.transfers()
            assert not presence(alice, id_of(held)).is_online
        queued = [each.id for each in alice.transfers().values()]
        alice.service.friends.keep_apart(id_of(other), "Robert")
        await until_online(alice, id_of(bob))
        await seek(other, alice)
        for receiver, transfer_id in zip((bob, other), queued, strict=True):
            await receiver.until_offered(transfer_id)
            receiver.service.accept(transfer_id)
            assert (await alice.until_final(transfer_id)).state is _S.DONE
        assert friend(alice, id_of(other)).name == "Robert"
        assert friend(alice, id_of(bob)).trust is Trust.UNVERIFIED


async def test_a_verified_newcomer_joins_the_person_and_can_be_named(tmp_path: Path) -> None:
    async with circle(tmp_path, "Alice", "Bob", "Bob") as (alice, bob, laptop):
        await befriend(alice, bob)
        await befriend(alice, laptop)
        orders = alice.service.friends
        with pytest.raises(FriendOrderError) as caught:
            orders.join(id_of(laptop), id_of(bob))
        assert caught.value.problem is FriendProblem.NOT_BELIEVED
        await verify(alice, laptop)
        orders.join(id_of(laptop), id_of(bob))
        await alice.until(lambda: not friend(alice, id_of(laptop)).is_held)
        await seek(bob, alice)
        await seek(laptop, alice)
        assert alice.service.friend_named("bob/computer 2").id == id_of(laptop)
        assert alice.service.friend_named("Bob/computer 1").id == id_of(bob)
        assert alice.service.friend_named("bob").id in (id_of(bob), id_of(laptop))
        source = write_tree(tmp_path / "from", [10])
        transfer_id = sends(alice, laptop, source)
        await laptop.until_offered(transfer_id)
        assert alice.service.friend_named("bob").id == id_of(laptop), "it was used last"
        orders.rename(id_of(bob), "Robert")
        await alice.until(lambda: friend(alice, id_of(laptop)).name == "Robert")
        assert friend(alice, id_of(bob)).name == "Robert"


async def test_removing_the_old_one_lets_the_newcomer_in(tmp_path: Path) -> None:
    async with circle(tmp_path, "Alice", "Bob", "Bob") as (alice, bob, newcomer):
        await befriend(alice, bob)
        await befriend(alice, newcomer)
        alice.service.friends.remove(id_of(bob))
        await alice.until(lambda: not friend(alice, id_of(newcomer)).is_held)
        await seek(newcomer, alice)
        assert friend(alice, id_of(newcomer)).rival is None


async def test_our_own_computer_is_nobodys_rival(tmp_path: Path) -> None:
    async with friends_of_the_first(tmp_path, "Alice", "Bob") as (alice, bob):
        alice.service.friends.set_mine(id_of(bob), True)
        await alice.until(lambda: friend(alice, id_of(bob)).is_mine)
        assert alice.service.friend_named("computer 1").id == id_of(bob)
        namesake = tmp_path / "namesake"
        namesake.mkdir()
        async with circle(namesake, "Bob") as (other,):
            await befriend(alice, other)
            await until_online(alice, id_of(other))
            assert friend(alice, id_of(other)).name == "Bob"
        alice.service.friends.set_mine(id_of(bob), False)
        await alice.until(lambda: not friend(alice, id_of(bob)).is_mine)
        assert friend(alice, id_of(bob)).name == "Bob (2)"


async def test_a_policy_takes_files_unasked_into_its_folder(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    folder = tmp_path / "from bob"
    folder.mkdir()
    with pytest.raises(FriendOrderError):
        alice.service.friends.set_policy(id_of(bob), Policy(True))
    await accept_by_itself(alice, bob, 10_000, str(folder))
    transfer_id = sends(bob, alice, write_tree(tmp_path / "few", [5000, 10]))
    transfer = await alice.until_final(transfer_id)
    assert (transfer.state, transfer.accepted_by_policy) == (_S.DONE, True)
    assert (folder / "few" / "00000").stat().st_size == 5000
    assert presence(alice, id_of(bob)).last_used is not None
    assert presence(bob, id_of(alice)).last_used is not None
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    for source in (program, write_tree(tmp_path / "many", [10_001])):
        asked = sends(bob, alice, source)
        await alice.until_offered(asked)
        assert alice.transfers()[asked].state is _S.OFFERED
        assert alice.transfers()[asked].folder == str(folder)


async def test_what_is_taken_unasked_tells_nobody_what_lies_in_its_folder(
    pair: tuple[Party, Party], tmp_path: Path, wire: Wire
) -> None:
    alice, bob = pair
    folder = tmp_path / "from bob"
    folder.mkdir()
    await accept_by_itself(alice, bob, 1_000_000, str(folder))
    source = write_tree(tmp_path / "few", [600_000])
    shutil.copytree(source, folder / "few")
    transfer_id = sends(bob, alice, source)
    assert (await alice.until_final(transfer_id)).state is _S.DONE
    assert wire.lanes > 600_000
    assert not any(isinstance(said, HashAsk | Pieces) for said in wire.messages)


async def test_what_the_user_accepts_goes_where_the_card_says(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    folder = tmp_path / "from bob"
    folder.mkdir()
    alice.service.friends.set_policy(id_of(bob), Policy(folder=str(folder)))
    await alice.until(lambda: friend(alice, id_of(bob)).policy.folder != "")
    transfer_id = sends(bob, alice, write_tree(tmp_path / "few", [10]))
    await alice.until_offered(transfer_id)
    assert alice.transfers()[transfer_id].folder == str(folder)
    alice.service.accept(transfer_id)
    await alice.until_final(transfer_id)
    assert (folder / "few").is_dir()


async def test_after_a_decline_the_next_offer_waits_and_nobody_spins(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    hers, his = (
        alice.service._handing_over.transfers._around,
        bob.service._handing_over.transfers._around,
    )
    now = 1000.0
    hers.declines._clock = his.refusals._clock = lambda: now
    source = write_tree(tmp_path / "from", [10])
    declined = sends(bob, alice, source)
    await alice.until_offered(declined)
    alice.service.decline(declined)
    await bob.until_final(declined)
    waiting = sends(bob, alice, source)
    await bob.until_state(waiting, _S.QUEUED)
    told = len(bob.events)
    for _ in range(100):
        bob.service._handing_over.transfers.offer_next(id_of(alice))
    assert len(bob.events) == told, "it would be counted and refused again"
    assert waiting not in alice.transfers()
    now += 10.0
    bob.service._handing_over.transfers.offer_next(id_of(alice))
    await alice.until_offered(waiting)
    alice.service.accept(waiting)
    assert (await bob.until_final(waiting)).state is _S.DONE
    assert not hers.declines._now


async def test_when_a_friend_was_used_outlasts_a_restart(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [10])
    async with friends_of_the_first(tmp_path, "Alice", "Bob") as (alice, bob):
        other = id_of(bob)
        transfer_id = sends(alice, bob, source)
        await bob.until_offered(transfer_id)
        used = presence(alice, other).last_used
        assert used is not None
    async with circle(tmp_path, "Alice") as (alice,):
        assert presence(alice, other).last_used == used


async def test_a_full_disk_is_told_and_the_order_holds_once_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 16_000_000) as disk:
        async with two_services(disk) as (alice, bob):
            await alice.until_quiet()
            filler = fill(disk)
            alice.service.friends.block(id_of(bob))
            alice.service.friends.remove(id_of(bob))
            alice.service.profile.set_names("Alice", "another computer")
            alice.service.make_invite()
            await alice.until(lambda: len(refused(alice)) == 4)
            assert all(isinstance(each, DiskFullError) for each in refused(alice))
            assert friend(alice, id_of(bob)).trust is Trust.UNVERIFIED
            filler.unlink()
            alice.service.friends.block(id_of(bob))
            await alice.until(lambda: friend(alice, id_of(bob)).trust is Trust.BLOCKED)


def refused(somebody: Party) -> list[ByhandError]:
    return [each.error for each in somebody.events if isinstance(each, OrderFailed)]
