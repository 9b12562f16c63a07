"""Hostile pairing: who calls at once, and who joins in (X07)."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.pairing import PairingProblem, PairingStage
from byhand.network.addresses import Hint
from tests.helpers.one_room import (
    Side,
    both_are_friends_once,
    both_compare,
    both_open,
    in_one_room,
)

_S = PairingStage
_P = PairingProblem


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Side, Side]]:
    async with in_one_room(tmp_path, "Alice", "Bob") as (alice, bob):
        yield alice, bob


def by_id(*sides: Side) -> list[Side]:
    """The smaller FriendID first."""
    return sorted(sides, key=lambda side: side.id)


async def test_X07_both_pick_each_other_at_once(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    both_open(alice, bob)
    alice.pick("Bob")
    bob.pick("Alice")
    await both_are_friends_once(alice, bob)
    assert list(alice.friends) == [bob.id]
    assert _S.ASKED not in {each.stage for each in alice.seen + bob.seen}
    assert len({each.id for each in alice.seen}) == len({each.id for each in bob.seen}) == 1


@pytest.mark.parametrize("first_is_smaller", [True, False])
async def test_X07_one_picks_the_other_from_the_list_though_a_card_is_there(
    pair: tuple[Side, Side], first_is_smaller: bool
) -> None:
    first, second = by_id(*pair) if first_is_smaller else reversed(by_id(*pair))
    both_open(first, second)
    first.pick(second.name)
    await second.until(_S.ASKED)
    second.pick(first.name)
    await both_are_friends_once(first, second)


@pytest.mark.parametrize("first_is_smaller", [True, False])
async def test_X07_who_is_picked_too_early_is_waited_for_until_they_pick_back(
    pair: tuple[Side, Side], first_is_smaller: bool
) -> None:
    first, second = by_id(*pair) if first_is_smaller else reversed(by_id(*pair))
    second.party.service.profile.set_visible(600)
    first.orders.open()
    first.pick(second.name)
    await first.until(_S.WAITING)
    second.orders.open()
    second.pick(first.name)
    await both_are_friends_once(first, second)
    assert _S.ASKED not in {each.stage for each in first.seen + second.seen}


async def test_X07_a_third_device_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    async with in_one_room(tmp_path, "Alice", "Bob", "Carol") as (alice, bob, carol):
        both_open(alice, bob, carol)
        await both_compare(alice, bob)
        before = alice.now, bob.now
        for asked in ("Alice", "Bob"):
            carol.pick(asked)
            assert (await carol.until(_S.FAILED)).problem is _P.NOT_READY
        assert (alice.now, bob.now) == before
        await both_are_friends_once(alice, bob)
        assert not carol.friends


async def test_X07_a_third_device_that_asks_while_one_is_asked_about_is_refused(
    tmp_path: Path,
) -> None:
    async with in_one_room(tmp_path, "Alice", "Bob", "Carol") as (alice, bob, carol):
        both_open(alice, bob, carol)
        carol.pick("Bob")
        await bob.until(_S.ASKED)
        alice.pick("Bob")
        assert (await alice.until(_S.FAILED)).problem is _P.NOT_READY
        assert bob.now.name == "Carol"
        bob.pick("Alice")  # the user means somebody else than who asks
        await alice.until(_S.ASKED)
        assert (await carol.until(_S.FAILED)).problem is _P.NOT_READY
        alice.accept()
        await both_are_friends_once(alice, bob)


async def test_X07_a_call_that_comes_through_where_ours_does_not_is_asked_about(
    tmp_path: Path,
) -> None:
    """A firewall stands on Bob's side: Alice's user has picked him, but is it him who calls?"""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        nowhere = Hint("127.0.0.1", silent.getsockname()[1])
        async with in_one_room(tmp_path, "Alice", "Bob") as (alice, bob):
            both_open(alice, bob)
            alices = alice.party.service._people.discovery
            alices.places[alice.key_of("Bob")] = (nowhere,)  # type: ignore[attr-defined]
            alice.pick("Bob")
            bob.pick("Alice")
            asked = await alice.until(_S.ASKED)
            assert asked.id == alice.seen[0].id
            assert bob.now.stage is _S.WAITING
            alice.accept()
            await both_are_friends_once(alice, bob)
