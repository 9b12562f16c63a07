from dataclasses import replace

import pytest

from byhand.protocol.credentials import PinnedFriend
from byhand.service.pending_newcomers import PENDING_SECONDS, Newcomer, PendingNewcomers
from tests.helpers.clock import Clock
from tests.helpers.connection_pair import ALICE, BOB

PSK, OTHER_PSK = bytes(range(32)), bytes(32)
NEWCOMER = Newcomer(ALICE.keys, PSK, "Alice", "laptop", is_mine=True)
KNOWN = PinnedFriend(ALICE.friend_id, ALICE.keys, OTHER_PSK, last_timestamp=7)
KEY = ALICE.keys.x25519


@pytest.fixture
def clock() -> Clock:
    return Clock(0.0)


@pytest.fixture
def pending(clock: Clock) -> PendingNewcomers:
    waiting = PendingNewcomers(clock)
    waiting.keep(NEWCOMER)
    return waiting


def test_a_newcomer_may_call_with_the_key_of_the_pairing(pending: PendingNewcomers) -> None:
    pinned = pending.pinned(KEY, None)
    assert pinned == PinnedFriend(ALICE.friend_id, ALICE.keys, PSK)
    assert pending.get(ALICE.friend_id, PSK) == NEWCOMER


def test_nobody_else_may(pending: PendingNewcomers) -> None:
    assert pending.pinned(BOB.keys.x25519, None) is None
    assert pending.get(BOB.friend_id, PSK) is None
    assert pending.get(ALICE.friend_id, OTHER_PSK) is None


def test_after_ten_minutes_they_are_strangers(pending: PendingNewcomers, clock: Clock) -> None:
    clock.now = PENDING_SECONDS - 0.5
    assert pending.pinned(KEY, None) is not None
    clock.now += 0.5
    assert pending.pinned(KEY, None) is None
    assert pending.get(ALICE.friend_id, PSK) is None


def test_who_has_come_is_waited_for_no_more(pending: PendingNewcomers) -> None:
    pending.drop(ALICE.friend_id)
    pending.drop(ALICE.friend_id)
    assert pending.pinned(KEY, None) is None


def test_a_later_pairing_replaces_an_earlier_one(pending: PendingNewcomers) -> None:
    pending.keep(replace(NEWCOMER, psk=OTHER_PSK))
    assert pending.get(ALICE.friend_id, PSK) is None
    assert pending.get(ALICE.friend_id, OTHER_PSK) is not None


def test_a_friend_who_paired_again_is_taken_by_either_key_in_turn(
    pending: PendingNewcomers,
) -> None:
    """It cannot be told from a first message which of the two they hold."""
    keys = [pinned.psk for _ in range(4) if (pinned := pending.pinned(KEY, KNOWN))]
    assert keys == [PSK, OTHER_PSK, PSK, OTHER_PSK]


def test_replayed_calls_of_a_friend_stay_refused_meanwhile(pending: PendingNewcomers) -> None:
    pinned = pending.pinned(KEY, KNOWN)
    assert pinned is not None
    assert pinned.last_timestamp == KNOWN.last_timestamp


def test_friends_who_are_not_waited_for_are_as_they_were(pending: PendingNewcomers) -> None:
    bob = PinnedFriend(BOB.friend_id, BOB.keys, PSK)
    assert pending.pinned(BOB.keys.x25519, bob) is bob


def test_the_shared_key_is_not_shown() -> None:
    assert repr(PSK)[2:-1] not in repr(NEWCOMER)
