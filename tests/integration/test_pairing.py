"""Two whole services in one room: from "Add a friend" to friends who have compared codes."""

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from byhand.domain.events import Event, PairingChanged, PairingWindowChanged
from byhand.domain.friend import Trust
from byhand.domain.pairing import WINDOW_SECONDS, PairingProblem, PairingStage
from byhand.errors import StorageError, UsageError
from tests.helpers.one_room import (
    Room,
    Side,
    both_are_friends_once,
    both_compare,
    both_open,
    in_one_room,
    paired,
)
from tests.helpers.two_services import party

_S = PairingStage
_P = PairingProblem


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Side, Side]]:
    async with in_one_room(tmp_path, "Alice", "Bob") as (alice, bob):
        yield alice, bob


async def test_two_strangers_become_friends_who_have_compared_codes(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    await paired(alice, bob)
    for me, other in ((alice, bob), (bob, alice)):
        friend = await me.until_friends_with(other)
        assert friend.trust is Trust.VERIFIED
        assert friend.verified_at > 0
        assert (friend.name, friend.computer) == (other.name, f"{other.name}'s computer")
        assert me.now.friend == friend
        assert me.now.problem is None
    stages = [each.stage for each in alice.seen]
    assert stages == sorted(stages, key=list(_S).index)
    assert set(stages) == set(_S) - {_S.ASKED, _S.FAILED}
    assert bob.seen[0].stage is _S.ASKED
    assert (bob.seen[0].name, bob.seen[0].computer) == ("Alice", "Alice's computer")


async def test_what_is_shown_on_the_way(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    await both_compare(alice, bob)
    assert alice.now.nearby_key == alice.key_of("Bob")
    assert len(alice.now.shown) == len(bob.now.shown) == 6
    alice.type(f"{bob.now.shown[:3]}-{bob.now.shown[3:]}")
    await bob.party.until(lambda: bob.now.has_other_settled)
    assert bob.now.stage is _S.COMPARING
    assert alice.now.stage is _S.SETTLED_HERE
    bob.type("12")
    assert bob.now.tries_left == 3
    bob.type(str((int(alice.now.shown) + 1) % 10**6).zfill(6))
    assert bob.now.tries_left == 2
    bob.type(alice.now.shown)
    assert (await alice.until(_S.DONE)).shown == ""


@pytest.mark.parametrize("alice_puts_off", [True, False])
async def test_who_puts_it_off_is_a_friend_not_verified_yet(
    pair: tuple[Side, Side], alice_puts_off: bool
) -> None:
    alice, bob = pair
    await both_compare(alice, bob)
    if alice_puts_off:
        alice.orders.put_off(alice.now.id)
    else:
        alice.type(bob.now.shown)
    bob.orders.put_off(bob.now.id)
    for me, other in ((alice, bob), (bob, alice)):
        friend = await me.until_friends_with(other)
        assert friend.trust is Trust.UNVERIFIED
        assert friend.verified_at == 0
        assert (await me.until(_S.DONE)).friend == friend


async def test_one_of_ones_own_computers(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    both_open(alice, bob)
    alice.pick("Bob", is_mine=True)
    await bob.until(_S.ASKED)
    bob.accept()
    await alice.until(_S.COMPARING)
    await bob.until(_S.COMPARING)
    alice.orders.put_off(alice.now.id)
    bob.orders.put_off(bob.now.id)
    assert (await alice.until_friends_with(bob)).is_mine
    assert not (await bob.until_friends_with(alice)).is_mine


async def test_friends_who_paired_meet_again_without_discovery(tmp_path: Path) -> None:
    async with in_one_room(tmp_path, "Alice", "Bob") as (alice, bob):
        await paired(alice, bob)
        await alice.until_friends_with(bob)
        port = bob.hint.port
    async with AsyncExitStack() as stack:
        again = await stack.enter_async_context(
            party(tmp_path / "alice", tmp_path / "Alice's downloads")
        )
        stored = again.service._people._stores.addresses[again.friend.id]
        remembered = [each.hint for each in stored]
        assert f"tcp://127.0.0.1:{port}" in remembered


# How it comes to nothing


async def nothing_is_kept(*sides: Side) -> None:
    for side in sides:
        await side.until(_S.FAILED)
        assert not side.friends
        assert not list(side.party.service._people.book)


async def test_a_refused_pairing_leaves_nothing(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    both_open(alice, bob)
    alice.pick("Bob")
    await bob.until(_S.ASKED)
    bob.orders.refuse(bob.now.id)
    await nothing_is_kept(alice, bob)
    assert alice.now.problem is _P.REFUSED
    assert bob.now.problem is None


async def test_closing_the_dialog_refuses_what_is_under_way(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    await both_compare(alice, bob)
    bob.orders.close()
    await nothing_is_kept(alice, bob)
    assert alice.now.problem is _P.REFUSED
    assert bob.window.open_until == 0


async def test_a_half_typed_wrong_three_times_ends_it_on_both_sides(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    await both_compare(alice, bob)
    bob.type(alice.now.shown)
    for _ in range(3):
        alice.type(alice.now.shown)
    await nothing_is_kept(alice, bob)
    assert (alice.now.problem, alice.now.tries_left) == (_P.WRONG_CODE, 1)
    assert bob.now.problem is _P.THEY_DIFFER


async def test_somebody_who_has_not_opened_the_window_is_not_ready(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    bob.party.service.profile.set_visible(600)
    alice.pick("Bob")
    await nothing_is_kept(alice)
    assert alice.now.problem is _P.NOT_READY
    assert not bob.seen


async def test_who_is_picked_too_early_and_looks_later_is_asked(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    bob.party.service.profile.set_visible(600)
    alice.orders.open()
    alice.pick("Bob")
    await alice.until(_S.WAITING)
    bob.orders.open()
    await bob.until(_S.ASKED)
    bob.accept()
    await both_are_friends_once(alice, bob)


async def test_nobody_is_waited_for_once_add_a_friend_is_closed(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    bob.party.service.profile.set_visible(600)
    alice.orders.open()
    alice.pick("Bob")
    await alice.until(_S.WAITING)
    alice.orders.close()
    await nothing_is_kept(alice)
    assert alice.now.problem is None
    assert not bob.seen


async def test_somebody_who_is_gone_is_unreachable(tmp_path: Path) -> None:
    async with in_one_room(tmp_path, "Alice") as (alice,):
        async with in_one_room(tmp_path, "Bob", room=Room()) as (bob,):
            gone = bob.hint
        discovery = alice.party.service._people.discovery
        key = discovery.see("Bob", bytes(8), gone)  # type: ignore[attr-defined]
        alice.orders.pair(key)
        assert (await alice.until(_S.FAILED)).problem is _P.UNREACHABLE
        alice.orders.pair("11" * 8)
        assert alice.now.problem is _P.UNREACHABLE


async def test_who_does_not_answer_in_time_has_not_been_there(
    pair: tuple[Side, Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("byhand.service.pairing_desk.PICK_SECONDS", 0.05)
    alice, bob = pair
    both_open(alice, bob)
    alice.pick("Bob")
    await bob.until(_S.ASKED)
    await nothing_is_kept(alice, bob)
    assert {alice.now.problem, bob.now.problem} == {_P.TIMEOUT}


async def test_a_run_has_a_time_limit_of_its_own(
    pair: tuple[Side, Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("byhand.service.pairing_desk.COMPARE_SECONDS", 0.05)
    alice, bob = pair
    both_open(alice, bob)
    alice.pick("Bob")
    await bob.until(_S.ASKED)
    bob.accept()
    await nothing_is_kept(alice, bob)
    assert {alice.now.problem, bob.now.problem} == {_P.TIMEOUT}


async def test_what_the_disk_refuses_is_no_friend(
    pair: tuple[Side, Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = pair
    await both_compare(alice, bob)

    def refuse(*_: object) -> None:
        raise StorageError(alice.party.folder, "the disk is gone")

    monkeypatch.setattr("byhand.service.book_file.save_book", refuse)
    alice.type(bob.now.shown)
    bob.type(alice.now.shown)
    await nothing_is_kept(alice, bob)


async def test_picking_somebody_else_ends_what_was_wanted_before(tmp_path: Path) -> None:
    async with in_one_room(tmp_path, "Alice", "Bob", "Carol") as (alice, bob, carol):
        both_open(alice, bob, carol)
        alice.pick("Bob")
        await bob.until(_S.ASKED)
        alice.pick("Carol")
        await carol.until(_S.ASKED)
        assert (await bob.until(_S.FAILED)).problem is _P.REFUSED
        carol.accept()
        await both_are_friends_once(alice, carol)


# The window


async def test_the_window_is_open_for_120_seconds_in_which_everybody_sees_us(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    assert list(bob.tokens) == []
    bob.orders.open()
    now = time.time()
    assert now < bob.window.open_until <= now + WINDOW_SECONDS
    assert bob.party.service.profile.now().visible_until == pytest.approx(
        bob.window.open_until, abs=5
    )
    assert bob.tokens == (bytes.fromhex(alice.key_of("Bob")),)
    bob.orders.close()
    assert bob.window.open_until == 0
    assert list(bob.tokens) == []
    assert bob.party.service.profile.now().visible_until == 0


async def test_the_window_does_not_end_a_longer_visibility(pair: tuple[Side, Side]) -> None:
    _, bob = pair
    profile = bob.party.service.profile
    profile.set_visible(600)
    wanted = profile.now().visible_until
    bob.orders.open()
    bob.orders.close()
    assert profile.now().visible_until == wanted
    profile.set_visible(60)
    wanted = profile.now().visible_until
    bob.orders.open()
    bob.orders.open()
    assert profile.now().visible_until > wanted
    bob.orders.close()
    assert profile.now().visible_until == pytest.approx(wanted, abs=5)


async def test_what_the_user_asks_for_while_the_window_is_open_stays(
    pair: tuple[Side, Side],
) -> None:
    _, bob = pair
    profile = bob.party.service.profile
    bob.orders.open()
    profile.set_visible(600)
    wanted = profile.now().visible_until
    bob.orders.close()
    assert profile.now().visible_until == wanted


async def test_the_window_closes_by_itself(
    pair: tuple[Side, Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("byhand.service.pairing_limits.WINDOW_SECONDS", 0.05)
    _, bob = pair
    bob.orders.open()
    await bob.party.until(lambda: bob.window.open_until == 0)
    assert not bob.window.is_warned
    assert list(bob.tokens) == []


async def test_a_late_observer_is_told_what_is_there(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    told: list[Event] = []
    bob.party.service.subscribe(told.append)()
    assert not [e for e in told if isinstance(e, PairingWindowChanged | PairingChanged)]
    await both_compare(alice, bob)
    told.clear()
    bob.party.service.subscribe(told.append)()
    assert PairingWindowChanged(bob.window) in told
    assert PairingChanged(bob.now) in told


async def test_orders_about_pairings_that_are_over_change_nothing(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    await paired(alice, bob)
    before = list(alice.seen)
    for order in (alice.orders.accept, alice.orders.put_off, alice.orders.refuse):
        order(alice.now.id)
    alice.type("123456")
    assert alice.seen == before


# Again, and later


def pinned_psk(side: Side, other: Side) -> bytes:
    pinned = side.party.service._people.book.pinned(other.id)
    assert pinned is not None
    return pinned.psk


async def test_pairing_again_replaces_the_shared_key_and_makes_sure(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    await both_compare(alice, bob)
    alice.orders.put_off(alice.now.id)
    bob.orders.put_off(bob.now.id)
    await alice.until_friends_with(bob)
    before = pinned_psk(alice, bob)
    await both_compare(alice, bob)
    alice.type(bob.now.shown)
    bob.type(alice.now.shown)
    await alice.until(_S.DONE)
    await bob.until(_S.DONE)
    assert before != pinned_psk(alice, bob) == pinned_psk(bob, alice)
    assert alice.friends[bob.id].trust is bob.friends[alice.id].trust is Trust.VERIFIED


async def friends_not_verified(alice: Side, bob: Side) -> None:
    await both_compare(alice, bob)
    alice.orders.put_off(alice.now.id)
    bob.orders.put_off(bob.now.id)
    await alice.until_friends_with(bob)
    await bob.until_friends_with(alice)


@pytest.mark.parametrize("how", ["removed", "blocked"])
async def test_whom_the_user_wants_no_more_is_not_paired_with_either(
    pair: tuple[Side, Side], how: str
) -> None:
    alice, bob = pair
    await friends_not_verified(alice, bob)
    await both_compare(alice, bob)
    friends = alice.party.service.friends
    (friends.remove if how == "removed" else friends.block)(bob.id)
    assert (await alice.until(_S.FAILED)).problem is None
    assert (await bob.until(_S.FAILED)).problem is _P.REFUSED


async def test_codes_are_compared_later_in_the_session(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    await friends_not_verified(alice, bob)
    alice.orders.close()
    bob.orders.close()
    alice.orders.compare_codes(bob.id)
    asked = await bob.until(_S.ASKED)
    assert asked.friend == bob.friends[alice.id]
    bob.accept()
    await alice.until(_S.COMPARING)
    await bob.until(_S.COMPARING)
    alice.type(bob.now.shown)
    bob.type(alice.now.shown)
    for me, other in ((alice, bob), (bob, alice)):
        done = await me.until(_S.DONE)
        assert done.friend == me.friends[other.id]
        assert me.friends[other.id].trust is Trust.VERIFIED
        assert me.friends[other.id].verified_at > 0


async def test_both_start_to_compare_at_once(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    await friends_not_verified(alice, bob)
    alice.orders.compare_codes(bob.id)
    bob.orders.compare_codes(alice.id)
    await alice.until(_S.COMPARING)
    await bob.until(_S.COMPARING)
    assert alice.now.shown
    alice.type(bob.now.shown)
    bob.type(alice.now.shown)
    await alice.until(_S.DONE)
    await bob.until(_S.DONE)
    assert alice.friends[bob.id].trust is Trust.VERIFIED


async def test_who_orders_to_compare_while_being_asked_has_said_yes(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    await friends_not_verified(alice, bob)
    alice.orders.compare_codes(bob.id)
    await bob.until(_S.ASKED)
    bob.orders.compare_codes(alice.id)
    await alice.until(_S.COMPARING)


@pytest.mark.parametrize("ending", ["puts off", "differs", "session ends"])
async def test_a_comparison_that_comes_to_nothing_changes_no_trust(
    pair: tuple[Side, Side], ending: str
) -> None:
    alice, bob = pair
    await friends_not_verified(alice, bob)
    alice.orders.compare_codes(bob.id)
    await bob.until(_S.ASKED)
    bob.accept()
    await alice.until(_S.COMPARING)
    await bob.until(_S.COMPARING)
    match ending:
        case "puts off":
            alice.orders.put_off(alice.now.id)
            bob.type(alice.now.shown)
            assert (await bob.until(_S.DONE)).problem is None
        case "differs":
            bob.orders.refuse(bob.now.id, codes_differ=True)
            assert (await alice.until(_S.FAILED)).problem is _P.THEY_DIFFER
        case _:
            session = alice.party.service._people.sessions.get(bob.id)
            assert session is not None
            session._channel.abort()
            assert (await alice.until(_S.FAILED)).problem is _P.LOST
            assert (await bob.until(_S.FAILED)).problem is _P.LOST
    assert alice.friends[bob.id].trust is bob.friends[alice.id].trust is Trust.UNVERIFIED


async def test_a_friend_who_is_not_there_cannot_be_compared_with(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    with pytest.raises(UsageError):
        alice.orders.compare_codes(bob.id)


async def test_a_friend_who_asks_while_another_pairing_is_under_way_is_told_so(
    tmp_path: Path,
) -> None:
    async with in_one_room(tmp_path, "Alice", "Bob", "Carol") as (alice, bob, carol):
        await friends_not_verified(alice, bob)
        alice.orders.close()
        await both_compare(carol, bob)
        alice.orders.compare_codes(bob.id)
        assert (await alice.until(_S.FAILED)).problem is _P.NOT_READY
        assert carol.now.stage is bob.now.stage is _S.COMPARING
