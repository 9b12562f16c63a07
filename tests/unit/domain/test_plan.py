import pytest

from byhand.domain.group import GroupMode
from byhand.domain.plan import (
    IncomingPlan,
    OutgoingPlan,
    SendOptions,
    SpoolDigest,
    left_out,
    not_chosen,
)
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId
from byhand.errors import RemoteProtocolError


def test_without_a_choice_everything_is_chosen() -> None:
    assert not_chosen(IncomingPlan(), 5) == RangeSet()
    assert left_out(OutgoingPlan((b"/x",)), 5) == RangeSet()


def test_what_is_not_chosen_or_cancelled_is_left_out() -> None:
    plan = IncomingPlan(chosen=(1, 2, 6, 1), cancelled=(2, 1))
    assert not_chosen(plan, 8) == RangeSet([(0, 1), (3, 6), (7, 8)])
    assert left_out(plan, 8) == RangeSet([(0, 1), (2, 6), (7, 8)])


def test_nothing_can_be_chosen_too() -> None:
    assert not_chosen(OutgoingPlan((b"/x",), chosen=()), 3) == RangeSet([(0, 3)])


def test_a_choice_of_what_is_not_there_is_a_lie() -> None:
    with pytest.raises(RemoteProtocolError):
        not_chosen(IncomingPlan(chosen=(2, 2)), 3)


def test_a_plan_as_given_has_nothing_that_came_of_it() -> None:
    given = OutgoingPlan(
        *((b"/x",), SendOptions("a note", group=GroupMode.ON)),
        retry_of=TransferId(bytes(16)),
        text="t",
        again=(0, 1),
        group_id=bytes(16),
    )
    offered = OutgoingPlan(
        given.paths,
        given.options,
        SpoolDigest(1, 1, bytes(32)),
        bytes(32),
        is_accepted=True,
        chosen=(0, 1),
        cancelled=(0, 1),
        retry_of=given.retry_of,
        text="t",
        unread=3,
        again=(0, 1),
        group_id=bytes(16),
        consent=(2, b"eight by"),
    )
    assert offered.as_given == given


def test_the_same_is_sent_whether_it_is_passed_on_or_not() -> None:
    alone = OutgoingPlan((b"/x",), SendOptions("a note"))
    passed_on = OutgoingPlan((b"/x",), SendOptions("a note", group=GroupMode.ON), group_id=b"g")
    assert alone.is_same_as(passed_on)
    assert not alone.is_same_as(OutgoingPlan((b"/x",)))
