"""What the user sets about speed reaches the buckets that lanes ask."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from byhand.domain.events import (
    FriendAdded,
    FriendChanged,
    FriendRemoved,
    ProfileChanged,
    TransferAdded,
    TransferChanged,
    TransferRemoved,
    TroublesChanged,
)
from byhand.domain.friend import Presence
from byhand.domain.identity import FriendId
from byhand.domain.limits import UNLIMITED, RateLimits, Schedule
from byhand.domain.profile import Profile
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.bandwidth_control import BandwidthControl
from tests.helpers.clock import Clock
from tests.helpers.people import somebody

MB = 1_000_000
ANNA = somebody("a", "Anna")
MAREK = somebody("m", "Marek")
FILM = Transfer(
    TransferId(bytes(16)), Direction.OUTGOING, ANNA.id, "film", TransferState.ACTIVE, created_at=0.0
)
PROFILE = Profile(FriendId(bytes(32)), "Mira", "laptop", "/home/mira", 47800)
MONDAY = datetime(2024, 1, 1)  # noqa: DTZ001 - the local clock has no zone here


class Wall:
    """A local clock on the wall, Monday at midnight until a test moves it."""

    now = MONDAY

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def control(wall: Wall) -> BandwidthControl:
    return BandwidthControl(Clock(), wall)


def rates(control: BandwidthControl, transfer: Transfer = FILM) -> tuple[int | None, int | None]:
    flow = control.of_transfer(transfer)
    return flow.up.rate, flow.down.rate


def test_without_a_word_nothing_is_limited(control: BandwidthControl) -> None:
    control.hear(ProfileChanged(PROFILE))
    control.hear(FriendAdded(ANNA, Presence()))
    control.hear(TransferAdded(FILM))
    assert rates(control) == (None, None)


def test_limits_of_all_hold_for_everybody_each_way(control: BandwidthControl) -> None:
    control.hear(ProfileChanged(replace(PROFILE, limits=RateLimits(3 * MB, 2 * MB))))
    assert rates(control) == (3 * MB, 2 * MB)
    friend = control.of_friend(MAREK.id)
    assert (friend.up.rate, friend.down.rate) == (3 * MB, 2 * MB)
    control.hear(ProfileChanged(PROFILE))
    assert rates(control) == (None, None)


def test_limits_of_a_friend_hold_for_what_is_theirs(control: BandwidthControl) -> None:
    control.hear(TransferAdded(FILM))
    control.hear(FriendAdded(MAREK, Presence()))
    control.hear(FriendAdded(replace(ANNA, limits=RateLimits(up=MB)), Presence()))
    assert rates(control) == (MB, None)
    assert control.of_friend(MAREK.id).up.rate is None
    control.hear(FriendChanged(replace(ANNA, limits=RateLimits(down=MB)), Presence()))
    assert rates(control) == (None, MB)
    control.hear(FriendChanged(ANNA, Presence()))
    assert rates(control) == (None, None)


def test_limits_of_a_transfer_hold_for_it_alone(control: BandwidthControl) -> None:
    other = replace(FILM, id=TransferId(bytes([1]) * 16))
    control.hear(TransferAdded(replace(FILM, limits=RateLimits(up=MB))))
    control.hear(TransferAdded(other))
    assert rates(control) == (MB, None)
    assert rates(control, other) == (None, None)
    control.hear(TransferChanged(replace(FILM, limits=RateLimits(up=2 * MB, down=MB))))
    assert rates(control) == (2 * MB, MB)


def test_a_lane_keeps_the_bucket_that_it_was_given(control: BandwidthControl) -> None:
    """Whoever asks first: the transfer, the friend, or what is heard of them."""
    flow = control.of_transfer(FILM)
    control.hear(TransferAdded(FILM))
    control.hear(FriendAdded(replace(ANNA, limits=RateLimits(up=MB)), Presence()))
    assert control.of_transfer(FILM) is flow
    assert flow.up.rate == MB


@pytest.mark.parametrize(
    "end",
    [
        TransferChanged(replace(FILM, state=TransferState.DONE)),
        TransferRemoved(FILM.id),
    ],
)
def test_a_transfer_that_has_ended_is_let_go(
    control: BandwidthControl, end: TransferChanged | TransferRemoved
) -> None:
    control.hear(ProfileChanged(replace(PROFILE, limits=RateLimits(up=MB))))
    flow = control.of_transfer(FILM)
    control.hear(end)
    assert flow.up.rate is None
    assert control.of_transfer(FILM) is not flow


def test_transfers_that_have_ended_take_no_room(control: BandwidthControl) -> None:
    control.hear(TransferAdded(replace(FILM, state=TransferState.DONE)))
    control.hear(TransferRemoved(FILM.id))
    assert control.of_friend(ANNA.id).up._below == set()


def test_a_friend_who_is_removed_is_let_go(control: BandwidthControl) -> None:
    control.hear(FriendAdded(replace(ANNA, limits=RateLimits(up=MB)), Presence()))
    flow = control.of_friend(ANNA.id)
    control.hear(FriendRemoved(ANNA.id))
    assert flow.up.rate is None
    assert control.of_friend(ANNA.id).up.rate is None


def test_the_schedule_is_followed_as_the_clock_goes(control: BandwidthControl, wall: Wall) -> None:
    night = Schedule(UNLIMITED, 22 * 60, 6 * 60)
    control.hear(ProfileChanged(replace(PROFILE, limits=RateLimits(up=MB), schedule=night)))
    assert rates(control) == (None, None)
    seen = []
    for hour in (5, 6, 12, 21, 22):
        wall.now = MONDAY + timedelta(hours=hour)
        control.follow_schedule()
        seen.append(rates(control)[0])
    assert seen == [None, MB, MB, MB, None]


def test_other_news_changes_nothing(control: BandwidthControl) -> None:
    control.hear(ProfileChanged(replace(PROFILE, limits=RateLimits(up=MB))))
    control.hear(TroublesChanged(frozenset()))
    assert rates(control) == (MB, None)
