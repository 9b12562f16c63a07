"""Where groups stand is told once for each change, and whoever comes later is told it, too."""

from msgspec.structs import replace

from byhand.domain.events import Event
from byhand.domain.group import GroupPart, GroupStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.transfer import TransferId
from byhand.service.groups import Groups

ID, OTHER = TransferId(b"1" * 16), TransferId(b"2" * 16)
GROUP = b"g" * 16
MOVING = GroupStanding(ID, GROUP, GroupPart.MEMBER, total_bytes=9)
LINGERING = replace(MOVING, lingers_until=600.0)


def nothing() -> None:
    raise AssertionError("nobody asked for that")


def test_a_change_is_told_and_what_is_as_before_is_not() -> None:
    told: list[Event] = []
    groups = Groups(told.append)
    for standing in (MOVING, MOVING, LINGERING):
        groups.show(standing, nothing)
    assert told == [GroupChanged(MOVING), GroupChanged(LINGERING)]


def test_who_comes_later_is_told_of_what_there_is() -> None:
    groups = Groups(lambda _: None)
    groups.show(MOVING, nothing)
    groups.show(replace(MOVING, transfer_id=OTHER), nothing)
    groups.show(LINGERING, nothing)
    groups.end(OTHER)
    assert list(groups.present()) == [GroupChanged(LINGERING)]


def test_the_end_of_a_group_is_told_once() -> None:
    told: list[Event] = []
    groups = Groups(told.append)
    groups.show(MOVING, nothing)
    groups.end(ID)
    groups.end(ID)
    assert told[1:] == [GroupOver(ID, GROUP)]


def test_only_what_is_passed_on_can_be_stopped() -> None:
    stopped: list[str] = []
    groups = Groups(lambda _: None)
    groups.stop(ID)
    groups.show(MOVING, lambda: stopped.append("moving"))
    groups.stop(ID)
    groups.show(LINGERING, lambda: stopped.append("lingering"))
    groups.stop(ID)
    assert stopped == ["lingering"]
