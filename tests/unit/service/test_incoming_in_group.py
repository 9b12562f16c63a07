"""An incoming transfer that is part of a group: consent, what feeds it, and passing on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.group import LinkKind
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import TransferState
from byhand.engine.arrival import Arrival
from byhand.engine.bandwidth import Bucket
from byhand.engine.exchange import Exchange
from byhand.engine.held_back import HeldBack
from byhand.engine.reports import TellExchange
from byhand.protocol.group_consent import GroupConsent, GroupOffer
from byhand.protocol.member_messages import Group
from byhand.protocol.messages import Answer, Verdict
from byhand.protocol.resume_messages import Phase, Pieces
from byhand.service.membership import FED_SECONDS
from byhand.service.surroundings import AcceptOrder, PauseOrder, ShutdownOrder, Tick
from tests.helpers.group_parts import GROUP_ID
from tests.helpers.incoming_world import HASH, World
from tests.helpers.membership_parts import FakeExchange, row_of
from tests.helpers.transfer_parts import Storage, settled, storage_in

_S = TransferState
OFFER = GroupOffer(GROUP_ID, 2)


class Opened:
    """What was opened to be exchanged."""

    def __init__(self) -> None:
        self.all: list[FakeExchange] = []
        self.arrivals: list[Arrival] = []

    @property
    def last(self) -> FakeExchange:
        return self.all[-1]

    def __call__(
        self, arrival: Arrival, held: HeldBack, up: Bucket, tell: TellExchange
    ) -> Exchange:
        self.all.append(FakeExchange())
        self.arrivals.append(arrival)
        return self.last.real


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    (tmp_path / "profile").mkdir()
    with storage_in(tmp_path / "profile") as storage:
        yield storage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "to").mkdir()
    return tmp_path / "to"


async def accepted(
    storage: Storage, folder: Path, opened: Opened, *, in_group: bool = True
) -> World:
    """Go on to where it was accepted."""
    world = World(storage, folder, group=OFFER, opened=opened)
    await world.step("E")
    await world.hear(AcceptOrder(str(folder), in_group=in_group))
    return world


def plan(world: World) -> IncomingPlan:
    return world.incoming.row.plan


def meet(world: World, *numbers: int, epoch: int = 1) -> None:
    """Let the sender name others."""
    rows = [row_of(number, hints=[], expires_at=600) for number in numbers]
    word = Group(transfer_id=world.id, epoch=epoch, rows=rows)
    world.around.real.memberships.heard(world.session.real, word)


async def leave(world: World) -> None:
    await world.around.real.memberships.close()
    await settled()


async def test_the_user_sees_how_many_others_are_offered_it_before_they_accept(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder, group=OFFER)
    await world.step("E")
    assert world.transfer.others == 2
    assert (plan(world).group_id, plan(world).in_group) == (GROUP_ID, False)
    await world.end()


@pytest.mark.parametrize(
    ("in_group", "consent"), [(True, GroupConsent(LinkKind.WIRED)), (False, None)]
)
async def test_ACCEPT_says_that_we_take_part_only_if_our_user_does(
    storage: Storage, folder: Path, in_group: bool, consent: GroupConsent | None
) -> None:
    opened = Opened()
    world = await accepted(storage, folder, opened, in_group=in_group)
    (answer,) = world.session.posted_of(Answer)
    assert (answer.verdict, answer.group) == (Verdict.ACCEPT, consent)
    assert len(opened.all) == in_group
    await world.end()
    assert all(exchange.is_closed for exchange in opened.all)


async def test_in_what_is_offered_to_nobody_else_there_is_no_part_to_take(
    storage: Storage, folder: Path
) -> None:
    opened = Opened()
    world = World(storage, folder, opened=opened)
    await world.step("E")
    await world.hear(AcceptOrder(str(folder), in_group=True))
    (answer,) = world.session.posted_of(Answer)
    assert (answer.verdict, answer.group) == (Verdict.ACCEPT, None)
    assert opened.all == []
    await world.end()


async def test_an_answer_that_was_lost_is_repeated_with_our_consent(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder, group=OFFER, opened=Opened())
    await world.step("E")
    world.lose_session()
    await settled()
    await world.hear(AcceptOrder(str(folder), in_group=True))
    await world.meet_again(Phase.OFFERED)
    (answer,) = world.session.posted_of(Answer)
    assert answer.group == GroupConsent(LinkKind.WIRED)
    await world.end()


async def test_the_next_run_takes_part_as_this_one_did(storage: Storage, folder: Path) -> None:
    opened = Opened()
    world = await accepted(storage, folder, opened)
    await world.hear(ShutdownOrder())
    await world.run
    assert opened.last.is_closed
    world.close_lane()
    world = World(storage, folder, storage.stored(world.id), opened=opened)
    await settled()
    assert plan(world).in_group
    assert len(opened.all) == 2
    await world.meet_again()
    meet(world, 1)
    assert world.around.real.memberships.ticket(row_of(1).own_tag) is not None
    await world.end()
    assert opened.last.is_closed


async def test_hashes_that_the_sender_tells_reach_the_exchange(
    storage: Storage, folder: Path
) -> None:
    opened = Opened()
    world = await accepted(storage, folder, opened)
    told = Pieces(transfer_id=world.id, entry=PACK_INDEX, first=0, generation=0, hashes=HASH)
    await world.hear(told)
    assert opened.last.told == [(PACK_INDEX, 0, 0, HASH)]
    await world.end()


async def test_while_others_feed_it_no_lane_that_brings_nothing_is_hung_up(
    storage: Storage, folder: Path
) -> None:
    opened = Opened()
    world = await accepted(storage, folder, opened)
    await settled()
    world.around.now = 1000.0
    opened.last.last_received_at = 1000.0
    await world.hear(Tick())
    assert world.session.lanes.looks_for_silence == 0
    world.around.now += FED_SECONDS
    await world.hear(Tick())
    assert world.session.lanes.looks_for_silence == 1
    opened.last.last_received_at = world.around.now
    await world.hear(Tick())
    assert world.session.lanes.looks_for_silence == 1
    await world.end()


async def test_without_the_sender_the_others_go_on_but_not_while_our_user_holds_it(
    storage: Storage, folder: Path
) -> None:
    opened = Opened()
    world = await accepted(storage, folder, opened)
    world.lose_session()
    await settled()
    assert world.state() is _S.STALLED
    before = len(opened.last.holds)
    assert True not in opened.last.holds
    for is_paused in (True, False):
        await world.hear(PauseOrder(is_paused=is_paused))
    assert opened.last.holds[before:] == [True, False]
    await world.end()


async def test_what_is_whole_is_passed_on_after_the_transfer_has_ended(
    storage: Storage, folder: Path
) -> None:
    opened = Opened()
    world = await accepted(storage, folder, opened)
    meet(world, 1)
    await world.step("D", "R")
    await world.end()
    assert world.state() is _S.DONE
    exchange = opened.all.pop()
    assert not exchange.is_closed
    entries = opened.arrivals[-1].accepted.entries
    assert entries[0].components == ("file",), "it is read still"
    await leave(world)
    assert exchange.links == {}
    assert exchange.is_abandoned


async def test_what_is_whole_and_nobody_can_take_is_over_at_once(
    storage: Storage, folder: Path
) -> None:
    opened = Opened()
    world = await accepted(storage, folder, opened)
    await world.step("D", "R")
    await world.end()
    assert world.state() is _S.DONE
    assert opened.last.is_closed


async def test_what_the_sender_withdraws_is_exchanged_no_more(
    storage: Storage, folder: Path
) -> None:
    opened = Opened()
    world = await accepted(storage, folder, opened)
    meet(world, 1)
    await world.step("W")
    await world.end()
    assert opened.last.is_closed
    assert world.around.real.memberships.ticket(row_of(1).own_tag) is None
