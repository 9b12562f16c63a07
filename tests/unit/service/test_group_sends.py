"""Which transfers are one group, what is said of it, what is shown, and when it is over."""

from collections.abc import Callable

import pytest

from byhand.domain.codes import Code
from byhand.domain.events import Event
from byhand.domain.group import GroupMode, GroupStanding, LinkKind
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.journal import Journal
from byhand.domain.plan import OutgoingPlan, SendOptions
from byhand.domain.progress import Progress
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId
from byhand.engine.group_source import GroupMember, GroupSource
from byhand.protocol.group_consent import GroupConsent, GroupOffer
from byhand.protocol.member_messages import Group
from byhand.protocol.preamble import LaneCipher
from byhand.service.friend_session import FriendSession
from byhand.service.group_sends import GroupNeeds, GroupSends
from byhand.service.groups import Groups
from byhand.service.ourselves import GROUP
from tests.helpers.group_parts import (
    GROUP_ID,
    PIECE,
    friend_of,
    member_of,
    offered_sizes,
    source_of,
    transfer_of,
)
from tests.helpers.outbound import ListRecorder
from tests.helpers.transfer_parts import FakeSession

DIGEST, OTHER_DIGEST = b"d" * 32, b"e" * 32
CONSENT = (int(LinkKind.WIRED), b"")
FORCED = SendOptions(group=GroupMode.ON)


class World:
    """Transfers of one group, which are numbers from 1 on."""

    def __init__(self, size: int = 3) -> None:
        self.size = size
        """How many transfers of the group are not over."""
        self.events: list[Event] = []
        self.far: list[bool] = []
        self.on_event: Callable[[], object] = lambda: None
        self.here: dict[TransferId, Progress] = {}
        self.sessions: dict[int, FakeSession] = {}
        self.members: dict[int, GroupMember] = {}
        needs = GroupNeeds(
            hints_of=self._hints_of,
            link_to=lambda _, group_id: GroupConsent(LinkKind.WIRED, group_id[:8]),
            size_of=lambda group_id: self.size if group_id == GROUP_ID else 0,
            progress=lambda: self.here,
        )
        self.sends = GroupSends(Groups(self._tell), needs)

    def plan(
        self,
        digest: bytes = DIGEST,
        consent: tuple[int, bytes] | None = CONSENT,
        options: SendOptions = SendOptions(),  # noqa: B008  # frozen
    ) -> OutgoingPlan:
        return OutgoingPlan(
            (b"/x",), options, digest=digest, is_accepted=True, group_id=GROUP_ID, consent=consent
        )

    def accept(
        self, number: int, plan: OutgoingPlan | None = None, size: int = 4 * PIECE
    ) -> GroupMember | None:
        """Let a receiver accept; they are not here yet."""
        member = self.sends.take_part(
            *(transfer_of(number), plan or self.plan(), offered_sizes(size), Journal()),
            *(ListRecorder(), lambda _: None),
        )
        if member is not None:
            self.members[number] = member
        return member

    def attach(self, number: int, plan: OutgoingPlan | None = None) -> FakeSession:
        """Let a receiver be here, in a new session."""
        session = self.sessions[number] = FakeSession(friend_of(number))
        member = self.members[number]
        self.sends.attached(transfer_of(number), plan or self.plan(), member, session.real)
        return session

    def enter(self, *numbers: int, plan: OutgoingPlan | None = None) -> None:
        for number in numbers:
            self.accept(number, plan)
            self.attach(number, plan)

    def end(self, number: int, *, is_whole: bool) -> None:
        """Let a transfer end, as far as the group is concerned."""
        self.size -= 1
        self.sends.ended(transfer_of(number), self.members[number], is_whole=is_whole)

    def rows(self, number: int) -> int:
        """Return how many tickets a receiver was told of, and not to forget, in its session."""
        words = self.sessions[number].posted_of(Group)
        return sum(len(word.rows) - len(word.removed) for word in words)

    def is_over(self, number: int) -> bool:
        return any(word.is_over for word in self.sessions[number].posted_of(Group))

    def standing(self, number: int) -> GroupStanding:
        return [
            each.standing
            for each in self.events
            if isinstance(each, GroupChanged) and each.standing.transfer_id == transfer_of(number)
        ][-1]

    def _hints_of(self, session: FriendSession, far: bool) -> tuple[str, ...]:
        self.far.append(far)
        return (f"tcp://10.0.0.{session.friend_id[0]}:47800",)

    def _tell(self, event: Event) -> None:
        self.events.append(event)
        self.on_event()


# The offer


@pytest.mark.parametrize(
    ("size", "capabilities", "offer"),
    [
        (3, {GROUP}, GroupOffer(GROUP_ID, 2)),
        (2, {GROUP}, GroupOffer(GROUP_ID, 1)),
        (1, {GROUP}, None),
        (3, set(), None),
    ],
)
def test_an_offer_tells_how_many_others_there_are_to_who_understands_it(
    size: int, capabilities: set[str], offer: GroupOffer | None
) -> None:
    world = World(size)
    session = FakeSession(capabilities=frozenset(capabilities))
    assert world.sends.offer_in(session.real, world.plan()) == offer


def test_an_offer_of_no_group_says_nothing_of_one() -> None:
    session = FakeSession(capabilities=frozenset({GROUP}))
    assert World().sends.offer_in(session.real, OutgoingPlan((b"/x",))) is None


# Who takes part


def test_who_does_not_consent_takes_no_part() -> None:
    world = World()
    assert world.accept(1, world.plan(consent=None)) is None
    assert world.accept(2, OutgoingPlan((b"/x",), consent=CONSENT)) is None


def test_those_who_accept_the_same_are_served_from_one_source() -> None:
    world = World()
    one, other = world.accept(1), world.accept(2)
    assert one is not None
    assert other is not None
    assert one.source is other.source
    assert one is not other


def test_those_who_accept_something_else_exchange_nothing_with_the_others() -> None:
    world = World()
    world.enter(1, 2)
    world.enter(3, plan=world.plan(OTHER_DIGEST))
    assert world.members[3].source is not world.members[1].source
    assert [world.rows(number) for number in (1, 2, 3)] == [1, 1, 0]


def test_where_they_can_be_reached_from_far_away_is_told_only_if_our_user_forces_it() -> None:
    world = World()
    world.enter(1, 2)
    assert world.far == [False, False]
    forced = World()
    forced.enter(1, 2, plan=forced.plan(options=FORCED))
    assert forced.far == [True, True]


def test_at_the_senders_own_access_point_all_exchange() -> None:
    world = World()
    at_home = world.plan(consent=(int(LinkKind.WIFI), GROUP_ID[:8]))
    world.enter(1, 2, plan=at_home)
    assert world.rows(1) == 1
    elsewhere = World()
    elsewhere.enter(1, 2, plan=elsewhere.plan(consent=(int(LinkKind.WIFI), b"the cafe")))
    assert elsewhere.rows(1) == 0


@pytest.mark.parametrize(
    ("ciphers", "cipher"), [((2, 2), LaneCipher.AESGCM), ((2, 1), LaneCipher.CHACHAPOLY)]
)
def test_members_use_AES_if_both_do_so_with_us(
    ciphers: tuple[int, int], cipher: LaneCipher
) -> None:
    world = World()
    for number, ours in enumerate(ciphers, 1):
        world.accept(number)
        session = world.sessions[number] = FakeSession(friend_of(number))
        session.lanes.cipher = ours
        id_, member = transfer_of(number), world.members[number]
        world.sends.attached(id_, world.plan(), member, session.real)
    (word,) = (word for word in world.sessions[2].posted_of(Group) if word.rows)
    assert [row.cipher for row in word.rows] == [cipher]


def test_what_is_no_group_is_passed_over() -> None:
    world = World()
    world.sends.detached(transfer_of(9))
    world.sends.complained(transfer_of(9), b"t" * 16)
    world.sends.ended(transfer_of(9), member_of(source_of(), 9), is_whole=True)
    assert world.events == []


# Away, and back


def test_one_who_is_away_keeps_its_part_and_hears_all_when_it_is_back() -> None:
    world = World()
    world.enter(1, 2)
    world.sends.detached(transfer_of(2))
    world.enter(3)
    assert len(world.sessions[2].posted_of(Group)) == 1
    world.sends.show()
    assert [each.is_linked for each in world.standing(1).members] == [True, False, True]
    world.attach(2)
    assert world.rows(2) == 2
    world.sends.show()
    assert all(each.is_linked for each in world.standing(1).members)


def test_one_who_has_all_and_comes_back_is_told_of_the_others_and_of_the_end() -> None:
    world = World()
    world.enter(1, 2)
    world.end(1, is_whole=True)
    world.sessions[1].ended_with = Code.CONNECTION_LOST
    world.sends.show()
    assert [each.is_linked for each in world.standing(2).members] == [False, True]
    world.enter(3)
    session = world.sessions[1] = FakeSession(friend_of(1))
    world.sends.back(session.real)
    assert world.rows(1) == 2
    world.sends.show()
    assert [each.is_linked for each in world.standing(2).members] == [True, True, True]
    for number in (2, 3):
        world.end(number, is_whole=True)
    assert world.is_over(1)


def test_one_who_has_not_all_is_told_of_the_others_once_the_transfer_goes_on() -> None:
    world = World()
    world.enter(1, 2)
    session = FakeSession(friend_of(1))
    world.sends.back(session.real)
    world.sends.back(FakeSession(friend_of(9)).real)
    assert session.posted == []


def test_a_complaint_parts_two() -> None:
    world = World()
    world.enter(1, 2, 3)
    tag = world.sessions[1].posted_of(Group)[1].rows[0].own_tag
    world.sends.complained(transfer_of(1), tag)
    assert [world.rows(number) for number in (1, 2, 3)] == [1, 1, 2]


# What is shown


def test_each_transfer_shows_all_members_and_the_whole() -> None:
    world = World()
    world.enter(1, 2)
    world.here[transfer_of(1)] = Progress(PIECE, 4 * PIECE, 0, 1)
    world.sends.show()
    for number in (1, 2):
        standing = world.standing(number)
        assert [each.friend_id for each in standing.members] == [friend_of(1), friend_of(2)]
        assert [each.has_bytes for each in standing.members] == [PIECE, 0]
        assert standing.total_bytes == 4 * PIECE
    assert not world.standing(1).may_leave


def test_what_is_shown_is_worked_out_once_for_all_of_a_group(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    asked: list[GroupSource] = []
    world.enter(1, 2, 3)
    monkeypatch.setattr(GroupSource, "may_leave", property(asked.append))
    world.sends.show()
    assert len(asked) == 1
    assert all(world.standing(number) for number in (1, 2, 3))


def test_one_alone_is_no_group_to_be_shown() -> None:
    world = World()
    world.enter(1)
    world.sends.show()
    assert world.events == []


def test_who_takes_part_while_it_is_shown_disturbs_nothing() -> None:
    world = World(size=4)
    world.enter(1, 2)
    world.on_event = lambda: world.members.get(3) or world.accept(3)
    world.sends.show()
    world.on_event = lambda: None
    assert 3 in world.members
    assert world.standing(2)


def test_the_sender_may_leave_once_the_others_have_all_and_know_every_hash() -> None:
    world = World()
    world.enter(1, 2)
    source = world.members[1].source
    everything = RangeSet([(0, 4)])
    for member in world.members.values():
        source.want(member, everything, extends=False)
    source.holds(world.members[1], everything)
    world.members[2].learn((0, 0, bytes(32)))
    world.sends.show()
    assert not world.standing(2).may_leave, "one does not know every hash"
    world.members[2].take_learnt()
    world.sends.show()
    assert world.standing(1).may_leave
    assert world.standing(2).may_leave


# The end


def test_who_has_all_stays_for_the_others_and_who_has_not_goes() -> None:
    world = World()
    world.enter(1, 2, 3)
    world.end(1, is_whole=True)
    assert [world.rows(number) for number in (1, 2, 3)] == [2, 2, 2]
    assert GroupOver(transfer_of(1), GROUP_ID) in world.events
    assert [each.has_bytes for each in world.standing(2).members] == [4 * PIECE, 0, 0]
    world.end(3, is_whole=False)
    assert [world.rows(number) for number in (1, 2, 3)] == [1, 1, 0]
    assert not world.is_over(1)


def test_it_is_over_for_all_who_stayed_once_the_last_one_has_all() -> None:
    world = World()
    world.enter(1, 2, 3)
    for number in (1, 2):
        world.end(number, is_whole=True)
    assert not any(world.is_over(number) for number in (1, 2, 3))
    world.end(3, is_whole=True)
    assert all(world.is_over(number) for number in (1, 2, 3))
    assert sum(isinstance(each, GroupOver) for each in world.events) == 3


def test_it_is_not_over_while_somebody_may_still_accept() -> None:
    world = World()
    world.enter(1, 2)
    for number in (1, 2):
        world.end(number, is_whole=True)
    world.sends.show()
    assert not world.is_over(1)
    world.enter(3)
    assert world.rows(3) == 2, "who accepts late is given what the others have"
    world.end(3, is_whole=True)
    assert world.is_over(1)


def test_it_is_over_once_who_might_have_accepted_has_declined() -> None:
    world = World()
    world.enter(1, 2)
    for number in (1, 2):
        world.end(number, is_whole=True)
    world.size = 0
    world.sends.show()
    assert world.is_over(1)
    assert world.is_over(2)
    posted = len(world.sessions[1].posted)
    world.sends.show()
    assert len(world.sessions[1].posted) == posted, "it is said once"


def test_a_transfer_that_ends_twice_ends_once() -> None:
    world = World()
    world.enter(1, 2, 3)
    world.end(1, is_whole=True)
    world.sends.ended(transfer_of(1), world.members[1], is_whole=False)
    assert world.rows(2) == 2


def test_who_has_accepted_anew_before_the_former_try_ended_takes_part() -> None:
    world = World()
    world.enter(1, 2)
    former = world.members[1]
    world.enter(1)
    world.sends.show()
    world.sends.ended(transfer_of(1), former, is_whole=False)
    assert world.rows(2) == 1
    assert world.rows(1) == 1
    assert not any(isinstance(event, GroupOver) for event in world.events)
    world.sends.show()
    assert len(world.standing(1).members) == 2


def test_who_accepts_something_else_anew_leaves_the_former_group() -> None:
    world = World()
    world.enter(1, 2, 3)
    former = world.members[1]
    world.accept(1, world.plan(OTHER_DIGEST))
    world.sends.ended(transfer_of(1), former, is_whole=False)
    assert (world.rows(2), world.rows(3)) == (1, 1)
    world.attach(1, world.plan(OTHER_DIGEST))
    assert world.rows(1) == 0


def test_a_transfer_that_failed_before_its_receiver_was_here_ends_like_any_other() -> None:
    world = World(2)
    world.accept(1)
    world.enter(2)
    world.end(1, is_whole=False)
    world.end(2, is_whole=False)
    world.accept(3)
    assert world.members[3].source is not world.members[2].source, "that one was over"


def test_nobody_is_shown_who_has_left() -> None:
    world = World()
    world.enter(1, 2, 3)
    world.end(2, is_whole=False)
    assert [each.friend_id for each in world.standing(1).members] == [friend_of(1), friend_of(3)]


def test_what_is_small_is_passed_on_only_if_the_sender_says_so() -> None:
    world = World()
    assert world.accept(1, size=3 * PIECE) is None
    assert world.accept(2, world.plan(options=FORCED), size=3 * PIECE) is not None
