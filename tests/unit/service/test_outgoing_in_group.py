"""An outgoing transfer that is part of a group: what it offers, keeps, and leaves to others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.group import GroupMode, LinkKind
from byhand.domain.plan import SendOptions, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.engine.proving import complete
from byhand.protocol.group_consent import GroupConsent, GroupOffer
from byhand.protocol.member_messages import Complain, Group, Holding
from byhand.protocol.message_types import SYNC_TYPE
from byhand.protocol.messages import Answer, ErrorReport, Need, Offer, Verdict, Want
from byhand.service.ourselves import GROUP
from byhand.service.starting import plan_of
from byhand.service.surroundings import ShutdownOrder
from tests.helpers.connection_pair import ALICE
from tests.helpers.group_parts import GROUP_ID
from tests.helpers.lanes import write_tree
from tests.helpers.outgoing_world import ID, World, not_listed, theirs
from tests.helpers.transfer_parts import Storage, settled, storage_in

_S = TransferState
CONSENT = GroupConsent(LinkKind.WIFI, b"8 bytes!")
KNOWS_GROUPS = frozenset({GROUP})


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "from", [10, 20, 0])


def in_group(storage: Storage, source: Path, capabilities: frozenset[str] = KNOWS_GROUPS) -> World:
    """Begin a transfer that goes to Alice and two others."""
    transfer = Transfer(ID, Direction.OUTGOING, ALICE.friend_id, "x", _S.SCANNING, 0.0)
    plan = replace(plan_of([str(source)], SendOptions(group=GroupMode.ON)), group_id=GROUP_ID)
    world = World(storage, source, stored=StoredTransfer(transfer, plan), capabilities=capabilities)
    world.around.group_size = 3
    return world


async def accepted(world: World, consent: GroupConsent | None = CONSENT) -> None:
    await settled()
    world.give_lane(0)
    digest = world.digest()
    await world.hear(
        Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=digest, group=consent),
        Need(transfer_id=ID, epoch=1),
    )
    world.give_turn()
    await settled()
    assert world.state() is _S.ACTIVE


@pytest.mark.parametrize(
    ("capabilities", "offer"), [(KNOWS_GROUPS, GroupOffer(GROUP_ID, 2)), (frozenset(), None)]
)
async def test_the_offer_says_of_the_group_what_the_other_side_understands(
    storage: Storage, source: Path, capabilities: frozenset[str], offer: GroupOffer | None
) -> None:
    world = in_group(storage, source, capabilities)
    await settled()
    (said,) = world.session.posted_of(Offer)
    assert said.group == offer
    await world.close()


async def test_who_consents_is_told_of_the_others_and_who_does_not_is_not(
    storage: Storage, source: Path
) -> None:
    world = in_group(storage, source)
    await accepted(world)
    assert world.plan.consent == (LinkKind.WIFI, b"8 bytes!")
    assert [word.epoch for word in world.session.posted_of(Group)] == [1]
    await world.close()
    alone = in_group(storage, source)
    await accepted(alone, None)
    assert alone.plan.consent is None
    assert alone.session.posted_of(Group) == []
    await alone.close()


async def test_the_next_run_knows_who_takes_part_and_tells_them_of_the_others(
    storage: Storage, source: Path
) -> None:
    world = in_group(storage, source)
    await accepted(world)
    await world.hear(ShutdownOrder())
    await world.run
    assert not any(word.is_over for word in world.session.posted_of(Group))
    world = World(storage, source, stored=storage.stored(ID), capabilities=KNOWS_GROUPS)
    world.around.group_size = 3
    await settled()
    assert world.plan.consent == (LinkKind.WIFI, b"8 bytes!")
    assert world.plan.group_id == GROUP_ID
    await world.meet_again(theirs())
    assert world.state() is _S.ACTIVE
    assert [word.epoch for word in world.session.posted_of(Group)] == [1]
    await world.close()


async def test_what_is_offered_once_more_is_consented_to_anew(
    storage: Storage, source: Path
) -> None:
    world = in_group(storage, source)
    await accepted(world)
    await world.lose_session()
    await world.meet_again(not_listed)
    await world.hear(ErrorReport(about=SYNC_TYPE, transfer_id=ID, code=Code.NOT_FOUND))
    assert world.plan.consent is None
    world.outgoing.promise(world.session.real)
    await settled()
    assert [said.group for said in world.session.posted_of(Offer)] == [GroupOffer(GROUP_ID, 2)]
    await accepted(world, None)
    assert world.session.posted_of(Group) == []
    await world.close()


async def test_consent_is_nothing_to_a_transfer_of_no_group(storage: Storage, source: Path) -> None:
    world = World(storage, source, capabilities=KNOWS_GROUPS)
    await accepted(world)
    assert world.session.posted_of(Group) == []
    await world.close()


@pytest.mark.parametrize("is_in", [True, False])
async def test_what_is_said_of_others_is_heard_from_who_takes_part_only(
    storage: Storage, source: Path, is_in: bool
) -> None:
    world = in_group(storage, source)
    await accepted(world, CONSENT if is_in else None)
    await world.hear(
        Holding(transfer_id=ID, rows=[]),
        Complain(transfer_id=ID, tag=bytes(16), entry=1, piece=0),
    )
    assert bool(world.session.failures) is not is_in
    await world.close()


async def test_whoever_has_what_was_not_offered_lies(storage: Storage, source: Path) -> None:
    world = in_group(storage, source)
    await accepted(world)
    await world.hear(Holding(transfer_id=ID, rows=[Want(77, [0, 1])]))
    assert world.session.failures
    await world.run


async def test_the_last_of_a_group_that_has_all_ends_it(storage: Storage, source: Path) -> None:
    world = in_group(storage, source)
    await accepted(world)
    for _ in complete(world.pieces()):
        pass
    roots = {entry: world.pieces().hashes.root(entry) or b"" for entry in (1, 2, 3)}
    world.around.group_size = 0
    await world.hear(world.receipt(roots))
    await world.run
    assert world.state() is _S.DONE
    assert [word.is_over for word in world.session.posted_of(Group)] == [False, True]
