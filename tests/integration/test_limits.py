"""Limits between two whole services: each holds back what it says, and lets go when it is lifted.

At the lowest limit the file would take a quarter of an hour; nobody here waits that long.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from byhand.domain.events import FriendAdded, FriendChanged, ProfileChanged
from byhand.domain.friend import Friend
from byhand.domain.limits import LOWEST_RATE, UNLIMITED, RateLimits, Schedule
from byhand.domain.profile import Profile
from byhand.domain.transfer import TransferId, TransferState
from byhand.errors import UsageError
from tests.helpers.lanes import write_tree
from tests.helpers.trees import snapshot
from tests.helpers.two_services import SECONDS, Party, party, two_services

SIZE = 8_000_000
UP, DOWN = RateLimits(up=LOWEST_RATE), RateLimits(down=LOWEST_RATE)

Limit = Callable[[Party, TransferId, RateLimits], Awaitable[None]]


def profile_of(somebody: Party) -> Profile:
    told = [each.profile for each in somebody.events if isinstance(each, ProfileChanged)]
    return told[-1]


def friend_of(somebody: Party) -> Friend:
    told = [each for each in somebody.events if isinstance(each, (FriendAdded, FriendChanged))]
    return told[-1].friend


async def limit_all(party: Party, transfer_id: TransferId, limits: RateLimits) -> None:
    party.service.profile.set_limits(limits)
    await party.until(lambda: profile_of(party).limits == limits)


async def limit_friend(party: Party, transfer_id: TransferId, limits: RateLimits) -> None:
    party.service.friends.set_limits(party.friend.id, limits)
    await party.until(lambda: friend_of(party).limits == limits)


async def limit_transfer(party: Party, transfer_id: TransferId, limits: RateLimits) -> None:
    party.service.set_transfer_limits(transfer_id, limits)
    await party.until(lambda: party.transfers()[transfer_id].limits == limits)


async def limit_always(party: Party, transfer_id: TransferId, limits: RateLimits) -> None:
    schedule = None if limits == UNLIMITED else Schedule(limits, 0, 0)
    party.service.profile.set_schedule(schedule)
    await party.until(lambda: profile_of(party).schedule == schedule)


async def handed_over(sender: Party, receiver: Party, source: Path) -> None:
    transfer_id = sender.service.send([str(source)], sender.friend.id)
    await receiver.until_offered(transfer_id)
    receiver.service.accept(transfer_id)
    assert (await sender.until_final(transfer_id)).state is TransferState.DONE
    await receiver.until_final(transfer_id)


@pytest.mark.parametrize("limited", [limit_all, limit_friend, limit_transfer, limit_always])
@pytest.mark.parametrize("way", ["up", "down"])
async def test_a_limit_holds_one_way_back_and_lets_it_go_when_it_is_lifted(
    pair: tuple[Party, Party], tmp_path: Path, limited: Limit, way: str
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "film", [SIZE])
    limits, who = (UP, alice) if way == "up" else (DOWN, bob)
    transfer_id = alice.service.send([str(source)], alice.friend.id)
    await bob.until_offered(transfer_id)
    await limited(who, transfer_id, limits)
    bob.service.accept(transfer_id)
    await alice.until_state(transfer_id, TransferState.ACTIVE)
    await bob.until_state(transfer_id, TransferState.ACTIVE)
    await handed_over(bob, alice, write_tree(tmp_path / "other", [SIZE]))
    assert not bob.transfers()[transfer_id].is_final
    assert bob.service.progress()[transfer_id].bytes < SIZE
    await limited(who, transfer_id, UNLIMITED)
    assert (await alice.until_final(transfer_id)).state is TransferState.DONE
    await bob.until_final(transfer_id)
    assert snapshot(bob.folder / source.name) == snapshot(source)


async def test_a_transfer_that_a_limit_holds_back_is_cancelled_like_any_other(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    await limit_all(alice, TransferId(b""), UP)
    transfer_id = alice.service.send([str(write_tree(tmp_path / "film", [SIZE]))], alice.friend.id)
    await bob.until_offered(transfer_id)
    bob.service.accept(transfer_id)
    await alice.until_state(transfer_id, TransferState.ACTIVE)
    bob.service.cancel(transfer_id)
    assert (await alice.until_final(transfer_id)).state is TransferState.CANCELLED
    assert (await bob.until_final(transfer_id)).state is TransferState.CANCELLED
    await limit_all(alice, transfer_id, UNLIMITED)
    await handed_over(alice, bob, write_tree(tmp_path / "next", [10]))


async def test_lanes_with_a_friend_keep_to_their_limit_before_they_know_whose_bytes_come(
    pair: tuple[Party, Party],
) -> None:
    _, bob = pair
    await limit_friend(bob, TransferId(b""), DOWN)
    session = bob.service._people.sessions.get(bob.friend.id)
    assert session is not None
    assert session.lanes.receivers.bucket.rate == LOWEST_RATE


async def test_the_hours_are_followed_by_themselves(pair: tuple[Party, Party]) -> None:
    alice, _ = pair
    control, night = alice.service._handing_over._bandwidth, Schedule(UP, 22 * 60, 6 * 60)
    clock = [datetime(2024, 1, 1, 21, 59)]  # noqa: DTZ001 - the local clock has no zone here
    control._now = lambda: clock[0]
    alice.service.profile.set_schedule(night)
    await alice.until(lambda: profile_of(alice).schedule == night)
    up = control.of_friend(alice.friend.id).up
    assert up.rate is None
    for minutes, rate in ((1, LOWEST_RATE), (8 * 60 + 1, None)):
        clock[0] += timedelta(minutes=minutes)
        async with asyncio.timeout(SECONDS):
            while up.rate != rate:  # noqa: ASYNC110
                await asyncio.sleep(0.01)


async def test_limits_are_still_there_after_a_restart(tmp_path: Path) -> None:
    schedule = Schedule(RateLimits(20_000, 30_000), 22 * 60, 6 * 60)
    async with two_services(tmp_path) as (alice, _):
        await limit_all(alice, TransferId(b""), UP)
        await limit_friend(alice, TransferId(b""), DOWN)
        alice.service.profile.set_schedule(schedule)
        await alice.until(lambda: profile_of(alice).schedule == schedule)
    async with party(tmp_path / "alice", tmp_path / "alice's downloads") as again:
        assert (profile_of(again).limits, profile_of(again).schedule) == (UP, schedule)
        assert friend_of(again).limits == DOWN


async def test_a_limit_that_cannot_be_kept_is_refused_at_once(pair: tuple[Party, Party]) -> None:
    alice, _ = pair
    impossible = RateLimits(up=LOWEST_RATE - 1)
    with pytest.raises(UsageError):
        alice.service.profile.set_limits(impossible)
    with pytest.raises(UsageError):
        alice.service.profile.set_schedule(Schedule(impossible, 0, 0))
    with pytest.raises(UsageError):
        alice.service.friends.set_limits(alice.friend.id, impossible)
    with pytest.raises(UsageError):
        alice.service.set_transfer_limits(TransferId(b""), impossible)
