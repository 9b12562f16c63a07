"""Our part in a group that we receive in: what the sender is told, when it is over, who lied."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import Event
from byhand.domain.group import GroupPart, GroupStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.manifest import Entry
from byhand.domain.plan import IncomingPlan
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.engine.bandwidth import Bucket
from byhand.engine.exchange import LinkStanding
from byhand.engine.held_back import Released
from byhand.engine.reports import ExchangeReport, LinkEnded, PeerLied
from byhand.engine.told_numbers import told_numbers
from byhand.errors import RemoteProtocolError
from byhand.network.addresses import parse_hints
from byhand.protocol.member_messages import TICKETS_LIMIT, Complain, Group, GroupRow, Holding
from byhand.protocol.resume_messages import Pieces
from byhand.service.groups import Groups
from byhand.service.membership import (
    FED_SECONDS,
    LINGER_SECONDS,
    TICKET_SECONDS,
    TOLD_NUMBERS,
    Given,
    MemberNeeds,
    Membership,
)
from byhand.service.row import Row
from byhand.storage.manifest_spool import Spool
from tests.helpers.connection_pair import ALICE
from tests.helpers.group_parts import GROUP_ID, transfer_of
from tests.helpers.membership_parts import Dialling, FakeExchange, Tasks, Time, numbering_of, row_of
from tests.helpers.transfer_parts import FakeSession, PromptWorker, settled

_S = TransferState
ID = transfer_of(1)


class FakeEntries:
    """A spool that is only closed."""

    is_closed = False

    def close(self) -> None:
        self.is_closed = True


@dataclass
class FakeRow:
    """A row that a test moves."""

    now: Transfer

    @property
    def id(self) -> TransferId:
        return self.now.id


class World:
    """A membership of a transfer from Alice, in a session with her."""

    def __init__(self) -> None:
        self.time = Time()
        self.tasks = Tasks()
        self.dialling = Dialling(self.time)
        self.exchange = FakeExchange()
        self.undialable: set[str] = set()
        self.entries = FakeEntries()
        self.events: list[Event] = []
        self.over: list[Membership] = []
        self.session = FakeSession()
        self.reports: asyncio.Queue[ExchangeReport] = asyncio.Queue()
        self.row = FakeRow(Transfer(ID, Direction.INCOMING, ALICE.friend_id, "x", _S.CHECKING, 0.0))
        self.groups = Groups(self.events.append)
        needs = MemberNeeds(
            self.tasks.spawn,
            PromptWorker("prompt"),
            self.dialling,
            lambda _, uris: tuple(parse_hints(uri for uri in uris if uri not in self.undialable)),
            self.groups,
            Bucket(),
            clock=self.time,
            now=self.time,
            sleep=self.time.sleep,
        )
        entries = cast(Spool[Entry], self.entries)
        row = cast(Row[IncomingPlan], self.row)
        given = Given(row, GROUP_ID, entries, self.exchange.real)
        self.membership = Membership(given, self.reports, needs, self.over.append)
        self.membership.attach(self.session.real)

    def say(
        self,
        *rows: GroupRow,
        epoch: int = 1,
        removed: Sequence[GroupRow] = (),
        is_over: bool = False,
    ) -> None:
        """Let the sender say GROUP."""
        gone = [row.own_tag for row in removed]
        word = Group(transfer_id=ID, epoch=epoch, rows=list(rows), removed=gone, is_over=is_over)
        self.membership.heard(self.session.real, word)

    def told(self) -> RangeSet:
        """Return the numbers that the sender was told of since the last question."""
        rows = [row for each in self.session.posted_of(Holding) for row in each.rows]
        self.session.posted.clear()
        return told_numbers(self.exchange.numbering, rows)

    def tags(self) -> set[bytes]:
        return set(self.membership.others.pairs)

    async def link(self, row: GroupRow) -> None:
        """Be linked to another member."""
        self.dialling.answers = [None]
        self.say(row)
        await self.time.move(0)
        assert self.exchange.is_open(row.own_tag)

    async def end(self, state: TransferState = _S.DONE) -> bool:
        self.row.now = replace(self.row.now, state=state)
        return await self.membership.close(self.row.now)

    def is_over(self) -> bool:
        shown = [type(each) for each in self.events]
        assert (GroupOver, GroupOver) not in pairwise(shown), "that it is over is told once"
        return self.exchange.is_closed and self.over == [self.membership]

    def standing(self) -> GroupStanding:
        return [each.standing for each in self.events if isinstance(each, GroupChanged)][-1]


@pytest.fixture
async def world() -> AsyncIterator[World]:
    world = World()
    yield world
    await world.membership.let_go()
    await settled()
    assert not world.tasks.running
    world.dialling.close()


# What the sender is told


async def test_the_first_word_of_a_session_tells_all_that_is_here(world: World) -> None:
    world.exchange.come(0, 3)
    world.membership.attach(world.session.real)
    world.exchange.come(5, 6)
    await world.time.move(0.1)
    assert world.told() == RangeSet([(0, 3), (5, 6)])


async def test_later_words_tell_only_what_has_come_since(world: World) -> None:
    world.exchange.come(0, 3)
    await world.time.move(0.1)
    assert world.told() == RangeSet([(0, 3)])
    world.exchange.come(4, 5)
    await world.time.move(0.1)
    assert world.told() == RangeSet([(4, 5)])


async def test_nothing_new_is_not_told(world: World) -> None:
    world.exchange.come(0, 3)
    await world.time.move(0.1)
    world.told()
    await world.time.jump(10)
    assert world.session.posted == []


async def test_what_came_while_the_sender_was_away_is_told_in_the_next_session(
    world: World,
) -> None:
    world.exchange.come(0, 1)
    await world.time.move(0.1)
    world.membership.detach()
    world.exchange.come(1, 2)
    await world.time.move(1)
    old, world.session = world.session, FakeSession()
    assert len(old.posted_of(Holding)) == 1
    world.membership.attach(world.session.real)
    await world.time.move(0.1)
    assert world.told() == RangeSet([(0, 2)])


async def test_nothing_is_told_of_a_transfer_that_has_ended(world: World) -> None:
    world.say(row_of(1))
    world.row.now = replace(world.row.now, state=_S.DONE)
    world.exchange.come(0, 3)
    await world.time.move(1)
    assert await world.end()
    await world.time.move(5)
    assert world.session.posted == []


# Whom it may exchange with


async def test_the_first_word_is_all_that_holds_and_later_ones_add_and_take_back(
    world: World,
) -> None:
    one, two, three, four = map(row_of, range(1, 5))
    world.say(one, two)
    world.say(three, epoch=2, removed=[two])
    assert world.tags() == {one.own_tag, three.own_tag}
    world.session = FakeSession()
    world.membership.attach(world.session.real)
    world.say(three, four)
    assert world.tags() == {three.own_tag, four.own_tag}


async def test_a_word_that_was_heard_already_changes_nothing(world: World) -> None:
    one, two = row_of(1), row_of(2)
    world.say(one)
    world.say(epoch=2, removed=[one])
    for epoch in (2, 1):
        world.say(two, epoch=epoch)
    assert world.tags() == set()


async def test_a_link_outlives_the_session_if_its_ticket_is_told_again(world: World) -> None:
    await world.link(row_of(1))
    world.membership.detach()
    world.session = FakeSession()
    world.membership.attach(world.session.real)
    world.say(row_of(1), row_of(2))
    assert world.exchange.dropped == []
    assert len(world.dialling.calls) == 1


async def test_what_was_said_before_we_went_on_in_a_session_counts_in_it(world: World) -> None:
    world.session = FakeSession()
    world.say(row_of(1), row_of(2))
    world.membership.attach(world.session.real)
    world.say(row_of(3), epoch=2)
    assert world.tags() == {row_of(number).own_tag for number in (1, 2, 3)}


async def test_before_we_go_on_in_a_session_nothing_is_told_in_it(world: World) -> None:
    world.membership.detach()
    world.session = FakeSession()
    world.say(row_of(1))
    world.exchange.come(0, 3)
    await world.time.move(1)
    assert world.session.posted == []


async def test_while_the_sender_is_away_the_tickets_go_on(world: World) -> None:
    await world.link(row_of(1))
    world.membership.detach()
    await world.time.jump(100)
    assert world.exchange.is_open(row_of(1).own_tag)


async def test_more_tickets_than_there_may_be_are_the_senders_fault(world: World) -> None:
    world.say(*map(row_of, range(TICKETS_LIMIT)))
    with pytest.raises(RemoteProtocolError):
        world.say(row_of(TICKETS_LIMIT), epoch=2)


async def test_S09_a_ticket_is_over_when_it_says_so_and_after_a_day_whatever_it_says(
    world: World,
) -> None:
    start = int(world.time.now)
    soon = row_of(1, expires_at=start + 60)
    late = row_of(2, expires_at=start + 9 * TICKET_SECONDS)
    expired = row_of(3, expires_at=start)
    world.say(soon, late, expired)
    assert world.tags() == {soon.own_tag, late.own_tag}
    await world.time.jump(61)
    assert world.tags() == {late.own_tag}
    world.time.now += TICKET_SECONDS
    await world.time.move(1)
    assert world.tags() == set()
    assert not world.is_over(), "the sender may have others for us"


async def test_only_addresses_that_may_be_dialled_are(world: World) -> None:
    world.undialable.add("tcp://203.0.113.5:47800")
    world.say(row_of(1, hints=["tcp://203.0.113.5:47800", "tcp://10.0.0.7:47800"]))
    await world.time.move(0)
    assert [hint.host for hint in world.dialling.calls[0][1]] == ["10.0.0.7"]


async def test_however_much_is_here_the_loop_tells_only_so_much_of_it_at_a_time(
    world: World,
) -> None:
    count = 2 * TOLD_NUMBERS + 2
    world.exchange.numbering = numbering_of(2 * count)
    for number in range(count):
        world.exchange.here.add(2 * number, 2 * number + 1)
    world.membership.attach(world.session.real)
    told: list[int] = []
    for _ in range(4):
        await world.time.move(0.1)
        told.append(world.told().count())
    assert told == [TOLD_NUMBERS, TOLD_NUMBERS, 2, 0]


# Who lied


async def test_S01_the_sender_is_told_who_lied_and_they_are_called_no_more(world: World) -> None:
    row = row_of(1)
    await world.link(row)
    world.exchange.links.clear()
    world.reports.put_nowait(PeerLied(row.own_tag, 0, 5))
    world.reports.put_nowait(LinkEnded(row.own_tag, None))
    await world.time.jump(100)
    (complaint,) = world.session.posted_of(Complain)
    assert (complaint.tag, complaint.entry, complaint.piece) == (row.own_tag, 0, 5)
    assert len(world.dialling.calls) == 1


async def test_a_link_that_broke_is_made_again(world: World) -> None:
    row = row_of(1)
    await world.link(row)
    world.exchange.links.clear()
    world.dialling.answers = [None]
    world.reports.put_nowait(LinkEnded(row.own_tag, None))
    await world.time.move(2)
    assert world.exchange.is_open(row.own_tag)
    assert world.session.posted_of(Complain) == []


async def test_of_a_liar_a_sender_who_is_away_hears_nothing(world: World) -> None:
    await world.link(row_of(1))
    world.membership.detach()
    world.reports.put_nowait(PeerLied(row_of(1).own_tag, 0, 5))
    await settled()
    assert world.session.posted_of(Complain) == []


# Whether others feed us


async def test_as_long_as_others_give_us_something_no_lane_need_bring_anything(
    world: World,
) -> None:
    world.exchange.last_received_at = world.time.now
    world.time.now += FED_SECONDS - 0.1
    assert world.membership.is_fed
    world.time.now += 0.1
    assert not world.membership.is_fed


async def test_what_the_transfer_tells_reaches_the_exchange(world: World) -> None:
    world.membership.hashes_told(
        Pieces(transfer_id=ID, entry=0, first=2, generation=0, hashes=bytes(32))
    )
    world.membership.hold(is_held=True)
    released = Released((1,), (2,))
    world.membership.released(released)
    assert world.exchange.told == [(0, 2, 0, bytes(32))]
    assert world.exchange.holds == [True]
    assert world.exchange.releases == [released]


# The end, and what comes after it


@pytest.mark.parametrize("state", [_S.CANCELLED, _S.FAILED, _S.PARTLY_DONE, _S.ACTIVE])
async def test_what_did_not_come_whole_is_not_passed_on(world: World, state: TransferState) -> None:
    await world.link(row_of(1))
    assert not await world.end(state)
    assert world.is_over()
    assert world.exchange.dropped == [row_of(1).own_tag]
    assert not world.entries.is_closed, "whoever ends the transfer closes them"


async def test_what_nobody_could_take_is_not_passed_on(world: World) -> None:
    world.say(epoch=1)
    world.session.ended_with = Code.CONNECTION_LOST
    assert not await world.end()
    assert world.is_over()


async def test_who_is_told_of_only_later_is_waited_for_while_the_sender_is_here(
    world: World,
) -> None:
    world.say(epoch=1)
    assert await world.end()
    await world.time.move(5)
    assert world.events == [], "there is nobody to be shown"
    world.say(row_of(1), epoch=2)
    await world.time.move(0.5)
    assert world.standing().is_passing_on
    world.say(epoch=3, removed=[row_of(1)])
    await world.time.move(5)
    assert not world.is_over()
    world.session.ended_with = Code.CONNECTION_LOST
    await world.time.move(0.5)
    assert world.is_over()


async def test_what_is_whole_is_passed_on_for_ten_minutes(world: World) -> None:
    await world.link(row_of(1))
    world.membership.hold(is_held=True)
    assert await world.end()
    assert world.exchange.holds[-1] is False
    await world.time.jump(LINGER_SECONDS - 1)
    assert not world.is_over()
    assert world.standing().lingers_until == 1000 + LINGER_SECONDS
    await world.time.move(1.5)  # it looks every half a second
    assert world.is_over()
    assert world.entries.is_closed
    assert world.exchange.dropped == [row_of(1).own_tag]


async def test_passing_on_ends_when_the_sender_says_that_all_have_all(world: World) -> None:
    await world.link(row_of(1))
    assert await world.end()
    world.say(epoch=2, is_over=True)
    await settled()
    assert world.is_over()
    assert isinstance(world.events[-1], GroupOver)


async def test_passing_on_ends_when_our_user_stops_it(world: World) -> None:
    await world.link(row_of(1))
    assert await world.end()
    await world.time.move(0.5)
    world.groups.stop(ID)
    await settled()
    assert world.is_over()
    assert world.entries.is_closed


async def test_without_the_sender_passing_on_ends_when_the_last_ticket_does(world: World) -> None:
    await world.link(row_of(1, expires_at=1060))
    assert await world.end()
    world.session.ended_with = Code.CONNECTION_LOST
    await world.time.jump(59)
    assert not world.is_over()
    await world.time.move(2)
    assert world.is_over()


async def test_while_it_is_passed_on_the_sender_may_come_back_and_name_others(
    world: World,
) -> None:
    await world.link(row_of(1))
    assert await world.end()
    world.membership.detach()
    world.session = FakeSession()
    world.say(row_of(1), row_of(2))
    world.say(row_of(3), epoch=2)
    assert world.tags() == {row_of(number).own_tag for number in (1, 2, 3)}


async def test_after_the_end_nothing_the_sender_says_begins_it_again(world: World) -> None:
    await world.link(row_of(1))
    assert not await world.end(_S.CANCELLED)
    calls = len(world.dialling.calls)
    world.say(row_of(2), epoch=2)
    world.membership.stop()
    await world.time.jump(100)
    assert len(world.dialling.calls) == calls
    assert world.is_over()


async def test_a_sender_who_ends_it_before_all_is_here_only_ends_the_exchange(
    world: World,
) -> None:
    await world.link(row_of(1))
    world.say(epoch=2, is_over=True)
    await settled()
    assert world.is_over()
    assert not world.entries.is_closed
    assert not await world.end()


# What is shown


async def test_it_is_shown_who_gives_what_without_telling_who_they_are(world: World) -> None:
    one, two = row_of(1), row_of(2)
    world.exchange.standings = {one.own_tag: LinkStanding(one.own_tag, 7, 5, is_open=True)}
    world.exchange.sender_bytes = 11
    world.row.now = replace(world.row.now, total_bytes=99)  # what was chosen of it
    world.say(one, two)
    await world.time.move(0.5)
    standing = world.standing()
    assert standing.part is GroupPart.MEMBER
    assert (standing.total_bytes, standing.from_sender_bytes) == (99, 11)
    shown = [(each.is_linked, each.taken_bytes, each.given_bytes) for each in standing.members]
    assert shown == [(True, 7, 5), (False, 0, 0)]
    assert [each.friend_id for each in standing.members] == [None, None]


async def test_with_nobody_to_exchange_with_nothing_is_shown(world: World) -> None:
    await world.time.move(5)
    assert world.events == []


async def test_who_is_there_is_shown_as_soon_as_the_sender_says_so(world: World) -> None:
    world.say(row_of(1), row_of(2))
    assert len(world.standing().members) == 2
    world.say(epoch=2, removed=[row_of(1)])
    assert len(world.standing().members) == 1


async def test_that_it_is_passed_on_is_shown_and_may_be_stopped_at_once(world: World) -> None:
    await world.link(row_of(1))
    assert await world.end()
    assert world.standing().lingers_until == 1000 + LINGER_SECONDS
    world.groups.stop(ID)
    await settled()
    assert world.is_over()


@pytest.mark.parametrize("is_said", [True, False])
async def test_when_the_last_of_the_others_is_gone_the_group_is_not_shown_any_more(
    world: World, is_said: bool
) -> None:
    world.say(row_of(1, expires_at=1060))
    if is_said:
        world.say(epoch=2, removed=[row_of(1)])
    else:
        await world.time.move(61)
    assert isinstance(world.events[-1], GroupOver)
    assert list(world.groups.present()) == []
    assert not world.is_over(), "the sender may name others"
    world.say(row_of(2), epoch=3)
    assert isinstance(world.events[-1], GroupChanged)
