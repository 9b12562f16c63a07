"""Case P-4: clocks that jump, stand wrong or slept; times are passed in, nothing is waited for."""

import itertools
from contextlib import suppress
from dataclasses import dataclass, field, replace

import pytest

from byhand.errors import RemoteProtocolError
from byhand.network.channel import LOST_AFTER_SECONDS, PING_AFTER_SECONDS, _KeepAlive
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.handshake import FriendEstablished, answer, call_friend
from tests.helpers.connection_pair import (
    ALICE,
    ALICE_AS_FRIEND,
    BOB,
    BOB_AS_FRIEND,
    NOW_NS,
    FakeDoor,
    run_steps,
)

SECOND = 10**9
HOUR = 3600 * SECOND
DAY = 24 * HOUR
YEAR = 365 * DAY
JUMPS = [0, 10 * SECOND, HOUR, -HOUR, DAY, -DAY, 10 * YEAR, -10 * YEAR]
"""A summer that begins or ends is an hour; a laptop that slept is a jump ahead."""


@dataclass
class Friends:
    """Two friends who keep what they have confirmed, and how wrong the clock of each is."""

    wrong: dict[bool, int] = field(default_factory=lambda: {True: 0, False: 0})
    confirmed: dict[bool, int] = field(default_factory=lambda: {True: 0, False: 0})
    passed: int = 0

    def meet(self) -> bool:
        """Let each dial the other; say whether one of them got through."""
        return any([self._dials(from_alice=True), self._dials(from_alice=False)])

    def _dials(self, *, from_alice: bool) -> bool:
        self.passed += SECOND
        callers = {True: (ALICE, BOB_AS_FRIEND), False: (BOB, ALICE_AS_FRIEND)}
        identity, friend = callers[from_alice]
        known = replace(friend, last_timestamp=self.confirmed[from_alice])
        steps = call_friend(identity, known, self._now(from_alice))
        with suppress(RemoteProtocolError):
            ours, theirs = run_steps(steps, answer(self._door(of_alice=not from_alice)))
            assert isinstance(ours, FriendEstablished)
            assert isinstance(theirs, FriendEstablished)
            for side, established in ((from_alice, ours), (not from_alice, theirs)):
                assert established.timestamp_ns > self.confirmed[side]
                self.confirmed[side] = established.timestamp_ns
            return True
        return False

    def _now(self, of_alice: bool) -> int:
        return NOW_NS + self.passed + self.wrong[of_alice]

    def _door(self, *, of_alice: bool) -> FakeDoor:
        identity: LocalIdentity = ALICE if of_alice else BOB
        friend = BOB_AS_FRIEND if of_alice else ALICE_AS_FRIEND
        pinned = replace(friend, last_timestamp=self.confirmed[of_alice])
        return FakeDoor(identity=identity, friends=[pinned], time_ns=self._now(of_alice))


@pytest.mark.parametrize("first", JUMPS)
@pytest.mark.parametrize("second", JUMPS)
def test_P4_whatever_one_clock_jumps_to_one_of_the_two_gets_through(
    first: int, second: int
) -> None:
    friends = Friends()
    for wrong in (0, first, second, 0):
        friends.wrong[True] = wrong
        assert friends.meet()


@pytest.mark.parametrize(("ours", "theirs"), list(itertools.product(JUMPS, repeat=2)))
def test_P4_clocks_that_were_wrong_at_both_ends_keep_nobody_apart_once_they_are_right(
    ours: int, theirs: int
) -> None:
    friends = Friends()
    assert friends.meet()
    friends.wrong = {True: ours, False: theirs}
    assert friends.meet()
    friends.wrong = {True: 0, False: 0}
    assert friends.meet()
    assert friends.meet()


def test_P4_a_first_message_from_far_ahead_does_not_lock_out_the_true_time() -> None:
    """Once it were confirmed, every right message after it would be of the past."""
    friends = Friends()
    friends.wrong[True] = 10 * YEAR
    assert not friends._dials(from_alice=True)
    assert friends.confirmed[False] == 0


def test_P4_after_a_sleep_a_silent_session_is_given_up_at_once_and_not_before() -> None:
    now = 0.0
    keep_alive = _KeepAlive(PING_AFTER_SECONDS, LOST_AFTER_SECONDS, lambda: now)
    now += 10
    assert not keep_alive.is_lost()
    assert not keep_alive.is_ping_due()
    now += 3600
    assert keep_alive.is_lost()
    assert keep_alive.pause_seconds() == 0
