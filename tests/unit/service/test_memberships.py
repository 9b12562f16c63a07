"""All groups that we receive in: who is let in by which tag, and what is said before its time."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import cast

import pytest

from byhand.domain.codes import Code
from byhand.domain.events import Event
from byhand.domain.group import LinkKind
from byhand.domain.manifest import Entry
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.engine.arrival import Arrival
from byhand.engine.bandwidth import Bucket
from byhand.engine.exchange import Exchange
from byhand.engine.held_back import HeldBack
from byhand.engine.reports import PeerLied, TellExchange
from byhand.network.addresses import parse_hints
from byhand.protocol.group_consent import GroupConsent
from byhand.protocol.member_messages import Complain, Group, GroupRow
from byhand.service.groups import Groups
from byhand.service.membership import MemberNeeds, Membership
from byhand.service.memberships import EARLY_WORDS, Memberships, at_door
from byhand.storage.manifest_spool import Spool
from tests.helpers.connection_pair import ALICE, EVE
from tests.helpers.group_parts import GROUP_ID, transfer_of
from tests.helpers.members import loopback
from tests.helpers.membership_parts import (
    THEIRS,
    Dialling,
    FakeExchange,
    Tasks,
    Time,
    established,
    row_of,
    ticket_of,
)
from tests.helpers.transfer_parts import (
    Around,
    FakeSession,
    PromptWorker,
    Storage,
    settled,
    storage_in,
)

PLAN = IncomingPlan(group_id=GROUP_ID, in_group=True)


class World:
    """Transfers from Alice, which are numbers from 1 on."""

    def __init__(self, storage: Storage) -> None:
        self.around = Around(storage)
        self.time = Time()
        self.tasks = Tasks()
        self.dialling = Dialling(self.time)
        self.exchanges: list[FakeExchange] = []
        self.tells: list[TellExchange] = []
        self.events: list[Event] = []
        self.session = FakeSession()
        needs = MemberNeeds(
            self.tasks.spawn,
            PromptWorker("prompt"),
            self.dialling,
            lambda _, uris: tuple(parse_hints(uris)),
            Groups(self.events.append),
            Bucket(),
            clock=self.time,
            now=self.time,
            sleep=self.time.sleep,
        )
        self.memberships = Memberships(
            needs, lambda _, group_id: GroupConsent(LinkKind.WIFI, group_id[:8]), self._open
        )

    async def enter(self, number: int, plan: IncomingPlan = PLAN) -> object:
        """Have the part of a transfer in its group, once it is prepared."""
        transfer = Transfer(
            *(transfer_of(number), Direction.INCOMING, ALICE.friend_id, "x"),
            *(TransferState.CHECKING, 0.0),
        )
        row = self.around.row(transfer, plan)
        nothing = cast(Arrival, None), cast(HeldBack, None), cast(Spool[Entry], None)
        return await self.memberships.take_part(row, *nothing)

    async def membership(self, number: int) -> Membership:
        part = await self.enter(number)
        assert isinstance(part, Membership)
        return part

    def say(
        self, number: int, *rows: GroupRow, epoch: int = 1, session: FakeSession | None = None
    ) -> None:
        word = Group(transfer_id=transfer_of(number), epoch=epoch, rows=list(rows))
        self.memberships.heard((session or self.session).real, word)

    def _open(self, arrival: Arrival, held: HeldBack, up: Bucket, tell: TellExchange) -> Exchange:
        self.exchanges.append(FakeExchange())
        self.tells.append(tell)
        return self.exchanges[-1].real


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


@pytest.fixture
async def world(storage: Storage) -> AsyncIterator[World]:
    world = World(storage)
    yield world
    await world.memberships.close()
    await settled()
    assert not world.tasks.running
    assert all(exchange.is_closed for exchange in world.exchanges)
    world.dialling.close()


def tags(membership: Membership) -> set[bytes]:
    return set(membership.others.pairs)


async def test_ACCEPT_says_our_link_only_if_our_user_takes_part(world: World) -> None:
    consent = world.memberships.consent(world.session.real, PLAN)
    assert consent == GroupConsent(LinkKind.WIFI, GROUP_ID[:8])
    not_in = IncomingPlan(group_id=GROUP_ID)
    assert world.memberships.consent(world.session.real, not_in) is None


async def test_who_takes_no_part_opens_nothing(world: World) -> None:
    part = await world.enter(1, IncomingPlan(group_id=GROUP_ID))
    assert not isinstance(part, Membership)
    assert world.exchanges == []


async def test_GROUP_for_a_transfer_without_consent_is_passed_over(world: World) -> None:
    part = await world.enter(1, IncomingPlan(group_id=GROUP_ID))
    world.say(1, row_of(1))
    assert not isinstance(part, Membership)
    assert world.memberships.ticket(row_of(1).own_tag) is None
    assert world.dialling.calls == []


async def test_a_tag_leads_to_the_transfer_it_was_told_for(world: World) -> None:
    await world.membership(1)
    await world.membership(2)
    rows = [row_of(number, THEIRS) for number in (1, 2)]
    for number, row in enumerate(rows, 1):
        world.say(number, row)
    door = at_door(lambda: world.memberships)
    assert door.by_tag(rows[1].own_tag) == ticket_of(rows[1])
    assert door.by_tag(bytes(16)) is None
    assert (door.awaited("127.0.0.1"), door.awaited("10.0.0.1")) == (2, 0)
    near, far = loopback()
    with near, far:
        door.arrived(near, established(rows[1], is_ours=False))
        assert [list(each.links) for each in world.exchanges] == [[], [rows[1].own_tag]]
        await world.memberships.close()


async def test_one_who_calls_by_a_ticket_that_is_gone_is_hung_up_on(world: World) -> None:
    await world.membership(1)
    near, far = socket.socketpair()
    with near, far:
        world.memberships.arrived(near, established(row_of(1, THEIRS), is_ours=False))
        assert near.fileno() < 0


async def test_only_the_sender_is_believed(world: World) -> None:
    membership = await world.membership(1)
    world.say(1, row_of(1), session=FakeSession(EVE.friend_id))
    assert tags(membership) == set()
    world.say(1, row_of(1))
    assert tags(membership) == {row_of(1).own_tag}


async def test_what_is_said_while_we_look_for_what_is_here_counts(world: World) -> None:
    world.say(1, row_of(1), row_of(2))
    world.say(1, row_of(3), epoch=2)
    world.say(2, row_of(4))
    membership = await world.membership(1)
    membership.attach(world.session.real)
    world.say(1, row_of(5), epoch=3)
    assert tags(membership) == {row_of(number).own_tag for number in (1, 2, 3, 5)}
    assert tags(await world.membership(2)) == {row_of(4).own_tag}


async def test_what_was_said_in_a_session_that_is_over_does_not_count(world: World) -> None:
    world.say(1, row_of(1))
    world.session.ended_with = Code.CONNECTION_LOST
    world.session = FakeSession()
    world.say(1, row_of(2))
    assert tags(await world.membership(1)) == {row_of(2).own_tag}


async def test_what_somebody_else_says_early_is_not_believed_later(world: World) -> None:
    world.say(1, row_of(1), session=FakeSession(EVE.friend_id))
    assert tags(await world.membership(1)) == set()


async def test_of_what_is_said_of_transfers_that_there_are_not_little_is_kept(
    world: World,
) -> None:
    eve = FakeSession(EVE.friend_id)
    world.say(1, row_of(1))
    for epoch in range(1, 10 * EARLY_WORDS):
        world.say(9, row_of(2), epoch=epoch, session=eve)
    assert len(world.memberships._early) == EARLY_WORDS + 1
    assert tags(await world.membership(1)) == {row_of(1).own_tag}


async def test_a_transfer_that_is_prepared_again_ends_the_exchange_before(world: World) -> None:
    before = await world.membership(1)
    world.say(1, row_of(1))
    after = await world.membership(1)
    assert world.exchanges[0].is_closed
    world.say(1, row_of(2))
    assert (tags(before), tags(after)) == ({row_of(1).own_tag}, {row_of(2).own_tag})


async def test_what_links_report_in_their_threads_is_heard_on_the_loop(world: World) -> None:
    membership = await world.membership(1)
    membership.attach(world.session.real)
    world.say(1, row_of(1))
    await asyncio.to_thread(world.tells[0], PeerLied(row_of(1).own_tag, 0, 1))
    await settled()
    assert len(world.session.posted_of(Complain)) == 1


async def test_of_a_group_that_is_over_nothing_is_heard(world: World) -> None:
    membership = await world.membership(1)
    await membership.let_go()
    world.say(1, row_of(1))
    assert tags(membership) == set()
    assert world.memberships.ticket(row_of(1).own_tag) is None
