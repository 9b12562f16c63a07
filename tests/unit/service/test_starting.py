import pytest

from byhand.domain.group import GROUP_ID_BYTES, GroupMode
from byhand.domain.identity import FriendId
from byhand.domain.plan import OutgoingPlan, SendOptions
from byhand.service.starting import grouped

TWO = frozenset({FriendId(b"a" * 32), FriendId(b"b" * 32)})


def plan(mode: GroupMode) -> OutgoingPlan:
    return OutgoingPlan((b"/x",), SendOptions(group=mode))


@pytest.mark.parametrize("mode", [GroupMode.AUTO, GroupMode.ON])
def test_what_goes_to_several_is_a_group_of_its_own(mode: GroupMode) -> None:
    first, second = grouped(plan(mode), TWO), grouped(plan(mode), TWO)
    assert len(first.group_id) == len(second.group_id) == GROUP_ID_BYTES
    assert first.group_id != second.group_id
    assert first.as_given == first
    assert first.is_same_as(plan(GroupMode.OFF))


def test_one_friend_is_no_group() -> None:
    assert grouped(plan(GroupMode.ON), {FriendId(b"a" * 32)}) == plan(GroupMode.ON)


def test_what_nobody_may_pass_on_is_no_group() -> None:
    assert grouped(plan(GroupMode.OFF), TWO) == plan(GroupMode.OFF)
