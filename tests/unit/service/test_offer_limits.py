from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import pytest

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.back_off import AFTER_DECLINES, BackOff
from byhand.service.offer_limits import (
    OFFERS_A_FRIEND,
    OFFERS_IN_ALL,
    REFUSED_KEPT,
    TRANSFERS_A_FRIEND,
    WITHDRAWN_AT_ONCE,
    OfferLimits,
    may_come_again,
)
from byhand.service.outgoing import Outgoing
from byhand.service.queue import Queue

_S = TransferState
ANNA = FriendId(bytes(32))


def friend(number: int) -> FriendId:
    return FriendId(bytes([number]) * 32)


class World:
    def __init__(self) -> None:
        self.queue = Queue(lambda _: None)
        self.forgotten: list[TransferId] = []
        self.declines = BackOff(lambda: 0.0, AFTER_DECLINES)
        self.limits = OfferLimits(self.queue, self.declines, self.forgotten.append)
        self._count = 0

    def add(
        self,
        state: TransferState,
        friend_id: FriendId = ANNA,
        direction: Direction = Direction.INCOMING,
    ) -> Transfer:
        self._count += 1
        id_ = TransferId(self._count.to_bytes(16))
        transfer = Transfer(id_, direction, friend_id, "x", state, 0.0)
        self.queue.add(transfer)
        return transfer


@pytest.fixture
def world() -> World:
    return World()


@dataclass
class Going:
    """An outgoing transfer of which only this is looked at."""

    is_offering: bool


def offering(count: int) -> list[Outgoing]:
    return [cast(Outgoing, Going(number < count)) for number in range(count + 2)]


def test_so_many_offers_of_a_friend_are_shown(world: World) -> None:
    for _ in range(OFFERS_A_FRIEND):
        assert not world.limits.is_busy(ANNA)
        world.add(_S.OFFERED)
    assert world.limits.is_busy(ANNA)
    assert not world.limits.is_busy(friend(1))


def test_so_many_offers_are_shown_in_all(world: World) -> None:
    for number in range(OFFERS_IN_ALL):
        assert not world.limits.is_busy(friend(99))
        world.add(_S.OFFERED, friend(number))
    assert world.limits.is_busy(friend(99))


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (_S.ACTIVE, True),
        (_S.STALLED, True),
        (_S.BLOCKED, True),
        (_S.PAUSED, False),
        (_S.DONE, False),
    ],
)
def test_what_moves_or_would_like_to_is_limited_and_what_is_held_is_not(
    world: World, state: TransferState, counts: bool
) -> None:
    for _ in range(TRANSFERS_A_FRIEND):
        world.add(state)
    assert world.limits.is_busy(ANNA) is counts


def test_a_friend_whose_offers_are_declined_is_left_alone(world: World) -> None:
    world.declines.refused(ANNA)
    assert world.limits.is_busy(ANNA)


def test_we_offer_no_more_than_a_friend_takes(world: World) -> None:
    assert world.limits.offers_left(ANNA, offering(0)) == OFFERS_A_FRIEND
    assert world.limits.offers_left(ANNA, offering(2)) == OFFERS_A_FRIEND - 2
    for _ in range(TRANSFERS_A_FRIEND - 1):
        world.add(_S.ACTIVE, direction=Direction.OUTGOING)
    assert world.limits.offers_left(ANNA, offering(0)) == 1
    world.add(_S.QUEUED, direction=Direction.OUTGOING)
    assert world.limits.offers_left(ANNA, offering(0)) == 1


def ended(world: World, state: TransferState) -> Transfer:
    return world.add(_S.OFFERED).ended(state, Code.OK, 1.0)


def test_what_was_taken_back_goes_at_once(world: World) -> None:
    taken_back = ended(world, _S.WITHDRAWN)
    world.limits.keep_few(taken_back)
    assert world.forgotten == [taken_back.id]
    assert not world.limits.is_busy(ANNA)


def test_of_what_came_to_nothing_the_newest_stay(world: World) -> None:
    refused = [ended(world, _S.DECLINED) for _ in range(REFUSED_KEPT + 2)]
    for transfer in refused:
        world.limits.keep_few(transfer)
    assert world.forgotten == [refused[0].id, refused[1].id]


def test_who_only_offers_and_takes_back_is_left_alone(world: World) -> None:
    for _ in range(WITHDRAWN_AT_ONCE):
        assert not world.declines.is_waiting(ANNA)
        world.limits.keep_few(ended(world, _S.WITHDRAWN))
    assert world.declines.is_waiting(ANNA)


@pytest.mark.parametrize(
    ("change", "may"),
    [
        (lambda each: each, True),
        (lambda each: each.ended(_S.DECLINED, Code.DECLINED, 1.0), True),
        (lambda each: each.ended(_S.CANCELLED, Code.CANCELLED, 1.0), True),
        (
            lambda each: (
                each.moved_to(_S.CHECKING)
                .moved_to(_S.ACTIVE)
                .moved_to(_S.FINALIZING)
                .ended(_S.DONE, Code.OK, 1.0)
            ),
            False,
        ),
    ],
)
def test_an_id_is_good_for_another_offer_until_something_has_arrived_by_it(
    world: World, change: Callable[[Transfer], Transfer], may: bool
) -> None:
    earlier = change(world.add(_S.OFFERED))
    assert may_come_again(earlier, ANNA) is may
    assert not may_come_again(earlier, friend(1)), "it is not theirs"


def test_an_id_of_ours_is_nobody_elses(world: World) -> None:
    ours = world.add(_S.OFFERED, direction=Direction.OUTGOING)
    assert not may_come_again(ours, ANNA)
