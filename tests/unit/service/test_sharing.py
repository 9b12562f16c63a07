"""What a transfer of ours does for its group: as its receiver comes, goes, and is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.group import LinkKind
from byhand.domain.journal import Journal
from byhand.domain.plan import OutgoingPlan
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.engine.group_source import GroupMember
from byhand.engine.told_numbers import rows_of
from byhand.engine.wishes import Everything
from byhand.errors import RemoteProtocolError
from byhand.network.message_rate import RANGES_A_SECOND
from byhand.protocol.group_consent import GroupConsent
from byhand.protocol.member_messages import Complain, Group, Holding
from byhand.protocol.messages import Want
from byhand.protocol.resume_messages import Pieces
from byhand.service.group_sends import GroupNeeds, GroupSends
from byhand.service.groups import Groups
from byhand.service.ourselves import GROUP
from byhand.service.sharing import Sharing
from tests.helpers.clock import Clock
from tests.helpers.group_parts import GROUP_ID, PIECE, friend_of, offered_sizes, transfer_of
from tests.helpers.outbound import ListRecorder
from tests.helpers.transfer_parts import Around, FakeSession, Storage, storage_in

_S = TransferState
PLAN = OutgoingPlan(
    (b"/x",), digest=b"d" * 32, is_accepted=True, group_id=GROUP_ID, consent=(LinkKind.WIRED, b"")
)
ALL = RangeSet([(0, 4)])
KNOWS_GROUPS = frozenset({GROUP})


class Receiver:
    """One transfer of a group, which is a number, and its receiver's session."""

    def __init__(self, world: "World", number: int, plan: OutgoingPlan = PLAN) -> None:
        self.id = transfer_of(number)
        self.transfer = Transfer(
            self.id, Direction.OUTGOING, friend_of(number), "x", _S.ACTIVE, 0.0
        )
        self.offered = offered_sizes(4 * PIECE)
        self.member = world.sends.take_part(
            *(self.id, plan, self.offered, Journal(), ListRecorder(), lambda _: None)
        )
        row = world.around.row(self.transfer, plan)
        self.sharing = Sharing(row, self.member, world.sends, world.clock)
        self.session = FakeSession(friend_of(number), capabilities=KNOWS_GROUPS)
        self.sharing.attach(self.session.real)

    @property
    def part(self) -> GroupMember:
        assert self.member is not None
        return self.member

    def come_back(self, capabilities: frozenset[str] = KNOWS_GROUPS) -> None:
        self.session = FakeSession(self.session.friend_id, capabilities=capabilities)
        self.sharing.attach(self.session.real)

    def want(self) -> None:
        """Wish for everything."""
        self.part.source.want(self.part, ALL, extends=False)

    def hold(self, start: int, end: int) -> None:
        """Say that pieces are there."""
        (rows,) = rows_of(self.part.source.numbering, RangeSet([(start, end)]))
        self.sharing.heard(Holding(transfer_id=self.id, rows=rows))

    def told(self) -> list[tuple[int, int, int]]:
        """Return of which pieces the hashes were told, as (entry, first, count)."""
        assert self.sharing._telling is not None
        self.sharing._telling.say()
        messages = self.session.posted_of(Pieces)
        return [(each.entry, each.first, len(each.hashes) // 32) for each in messages]

    def end(self, world: "World", state: TransferState, *, is_over: bool = True) -> None:
        world.size -= is_over
        self.sharing.close(
            Transfer(self.id, Direction.OUTGOING, self.session.friend_id, "x", state, 0.0),
            is_over=is_over,
        )


class World:
    def __init__(self, storage: Storage) -> None:
        self.around = Around(storage)
        self.clock = Clock()
        self.size = 2
        needs = GroupNeeds(
            hints_of=lambda _, far: (),  # noqa: ARG005
            link_to=lambda _, group_id: GroupConsent(),  # noqa: ARG005
            size_of=lambda _: self.size,
            progress=dict,
        )
        self.sends = GroupSends(Groups(lambda _: None), needs)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with storage_in(tmp_path) as storage:
        yield World(storage)


async def test_a_transfer_that_is_part_of_no_group_is_served_as_ever(world: World) -> None:
    alone = Receiver(world, 1, OutgoingPlan((b"/x",)))
    wish = Everything(alone.offered)
    assert alone.sharing.wish(wish, extends=False) is wish
    assert not alone.sharing.is_shared
    alone.sharing.hold()
    alone.sharing.detach()
    alone.end(world, _S.DONE)
    assert alone.session.posted == []


@pytest.mark.parametrize(
    "word",
    [
        Holding(transfer_id=transfer_of(1), rows=[Want(0, [0, 1])]),
        Complain(transfer_id=transfer_of(1), tag=bytes(16), entry=0, piece=0),
    ],
)
async def test_a_word_on_a_group_by_one_who_is_in_none_is_a_lie(
    world: World, word: Holding | Complain
) -> None:
    alone = Receiver(world, 1, OutgoingPlan((b"/x",)))
    with pytest.raises(RemoteProtocolError):
        alone.sharing.heard(word)


@pytest.mark.parametrize("want", [Want(0, [3, 2]), Want(7, [0, 1])])
async def test_whoever_has_what_was_not_offered_lies(world: World, want: Want) -> None:
    receiver = Receiver(world, 1)
    with pytest.raises(RemoteProtocolError):
        receiver.sharing.heard(Holding(transfer_id=receiver.id, rows=[want]))


async def test_what_a_receiver_says_it_has_is_not_sent_to_it(world: World) -> None:
    one = Receiver(world, 1)
    one.hold(0, 3)
    one.want()
    assert one.part.source.choose(one.part) == [(0, 3, 4)]
    one.hold(3, 4)
    assert one.part.source.choose(one.part) is None


async def test_S04_who_says_it_again_and_again_is_listened_to_no_more(world: World) -> None:
    one = Receiver(world, 1)
    flood = Holding(transfer_id=one.id, rows=[Want(0, [0, 1, 2, 1])] * 8192)
    for _ in range(RANGES_A_SECOND // 16384):
        one.sharing.heard(flood)
    with pytest.raises(RemoteProtocolError):
        one.sharing.heard(flood)
    one.come_back()
    one.sharing.heard(flood)
    world.clock.now += 1
    one.sharing.heard(flood)


async def test_in_a_new_session_a_receiver_says_anew_what_it_has(world: World) -> None:
    one = Receiver(world, 1)
    one.hold(0, 4)
    one.sharing.detach()
    one.come_back()
    one.want()
    assert one.part.source.choose(one.part) is not None


async def test_who_comes_late_or_back_is_told_all_hashes_that_are_known(world: World) -> None:
    one = Receiver(world, 1)
    one.part.source.hashes.note(0, 0, 1, bytes([1]) * 64)
    late = Receiver(world, 2)
    assert late.told() == [(0, 1, 2)]
    one.sharing.detach()
    one.come_back()
    assert one.told() == [(0, 1, 2)]


async def test_who_does_not_know_of_groups_any_more_is_told_nothing_of_one(world: World) -> None:
    one, other = Receiver(world, 1), Receiver(world, 2)
    one.part.source.hashes.note(0, 0, 1, bytes([1]) * 64)
    one.hold(0, 4)
    one.want()
    one.sharing.detach()
    one.come_back(frozenset())
    one.part.learn((0, 1, bytes(32)))
    assert one.told() == []
    assert one.session.posted == []
    one.want()
    assert one.part.source.choose(one.part) is not None, "it is served as ever"
    assert other.session.posted_of(Group)[-1].rows, "who is away may be back"


async def test_while_a_receiver_is_away_others_are_sent_what_was_meant_for_it(
    world: World,
) -> None:
    one, other = Receiver(world, 1), Receiver(world, 2)
    for each in (one, other):
        each.want()
    one.sharing.detach()
    chosen: list[tuple[int, int, int]] = []
    while isinstance(runs := other.part.source.choose(other.part), list):
        chosen += runs
    assert RangeSet((start, end) for _, start, end in chosen) == ALL
    assert one.part.source.choose(one.part) is None


async def test_to_a_receiver_on_hold_nothing_is_sent_until_it_wishes_again(world: World) -> None:
    one = Receiver(world, 1)
    one.want()
    one.sharing.hold()
    assert one.part.source.choose(one.part) is None
    one.want()
    assert one.part.source.choose(one.part) is not None


async def test_a_complaint_parts_the_two(world: World) -> None:
    one, other = Receiver(world, 1), Receiver(world, 2)
    (word,) = (word for word in one.session.posted_of(Group) if word.rows)
    tag = word.rows[0].own_tag
    one.sharing.heard(Complain(transfer_id=one.id, tag=tag, entry=0, piece=1))
    assert one.session.posted_of(Group)[-1].removed == [tag]
    assert len(other.session.posted_of(Group)[-1].removed) == 1


async def test_who_has_all_stays_with_the_others_but_is_told_nothing_more_of_pieces(
    world: World,
) -> None:
    one, other = Receiver(world, 1), Receiver(world, 2)
    for each in (one, other):
        each.want()
    one.end(world, _S.DONE)
    one.part.learn((0, 0, bytes(32)))
    assert one.told() == []
    assert other.session.posted_of(Group)[-1].removed == []
    assert other.part.source.may_leave, "what it lacks is with one who is there"


@pytest.mark.parametrize("state", [_S.PARTLY_DONE, _S.CANCELLED, _S.FAILED])
async def test_who_has_not_all_is_taken_from_the_others(world: World, state: TransferState) -> None:
    one, other = Receiver(world, 1), Receiver(world, 2)
    for each in (one, other):
        each.want()
    one.hold(0, 4)
    one.end(world, state)
    assert len(other.session.posted_of(Group)[-1].removed) == 1
    assert not other.part.source.may_leave


async def test_the_end_of_the_program_is_no_end_of_the_group(world: World) -> None:
    one, other = Receiver(world, 1), Receiver(world, 2)
    one.end(world, _S.ACTIVE, is_over=False)
    words = other.session.posted_of(Group)
    assert not any(word.removed or word.is_over for word in words)
