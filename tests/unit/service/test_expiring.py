from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.events import Event
from byhand.domain.history_events import HistoryChanged
from byhand.domain.plan import IncomingPlan, SpoolDigest, StoredTransfer
from byhand.domain.retention import DAY_SECONDS, OFFER_SECONDS, PARTIAL_SECONDS, Retention
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.expiring import Expiring
from byhand.service.surroundings import ExpireOrder
from tests.helpers.connection_pair import ALICE
from tests.helpers.transfer_parts import Storage, storage_in

_S = TransferState
NOW = 100.0 * OFFER_SECONDS
MANIFEST = SpoolDigest(1, 1, bytes(32))


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


def transfer(
    number: int,
    state: TransferState,
    age: float,
    direction: Direction = Direction.INCOMING,
) -> Transfer:
    id_ = TransferId(bytes([number]) * 16)
    return Transfer(id_, direction, ALICE.friend_id, "x", state, NOW - age)


async def expired(
    storage: Storage, *transfers: Transfer, retention: Retention = Retention.FOREVER
) -> list[int]:
    """Return which transfers are told that their time is over."""
    told: list[int] = []
    events: list[Event] = []

    def order(transfer_id: TransferId, order: object) -> None:
        assert isinstance(order, ExpireOrder)
        told.append(transfer_id[0])

    await Expiring(transfers, storage.memory, order, events.append, retention, lambda: NOW).look()
    assert events == [HistoryChanged()]
    return told


async def test_an_offer_that_nobody_answers_expires_after_a_week(storage: Storage) -> None:
    assert await expired(
        storage,
        transfer(1, _S.OFFERED, OFFER_SECONDS),
        transfer(2, _S.OFFERED, OFFER_SECONDS - 1),
        transfer(3, _S.ACTIVE, 2 * OFFER_SECONDS),
    ) == [1]


async def test_what_waits_for_a_friend_of_ours_goes_on_waiting(storage: Storage) -> None:
    ours = transfer(1, _S.OFFERED, 2 * OFFER_SECONDS, Direction.OUTGOING)
    assert await expired(storage, ours) == []


async def test_an_arrival_of_which_nothing_comes_expires_after_two_weeks(storage: Storage) -> None:
    for number, age in ((1, PARTIAL_SECONDS), (2, PARTIAL_SECONDS - 1)):
        stalled = transfer(number, _S.STALLED, 2 * PARTIAL_SECONDS)
        stored = StoredTransfer(stalled, IncomingPlan(MANIFEST, staging=b"/x"))
        storage.worker.call(storage.database.transfers.save, stored)
        storage.worker.call(storage.database.stagings.add, f"/{number}", NOW - age, stalled.id)
    assert await expired(storage) == [1]


@pytest.mark.parametrize(
    ("retention", "stays"), [(Retention.FOREVER, True), (Retention.NEVER, False)]
)
async def test_the_history_is_kept_as_long_as_the_user_wants(
    storage: Storage, retention: Retention, stays: bool
) -> None:
    ended = transfer(1, _S.OFFERED, 10.0).ended(
        _S.DECLINED, transfer(1, _S.OFFERED, 0).code, NOW - 1
    )
    stored = StoredTransfer(ended, IncomingPlan(MANIFEST), is_listed=False)
    storage.worker.call(storage.database.transfers.save, stored)
    await expired(storage, retention=retention)
    assert (storage.stored(ended.id) is not None) is stays


async def test_another_wish_holds_from_the_next_look_on(storage: Storage) -> None:
    ended = transfer(1, _S.OFFERED, 10.0).ended(
        _S.DECLINED, transfer(1, _S.OFFERED, 0).code, NOW - 1
    )
    stored = StoredTransfer(ended, IncomingPlan(MANIFEST), is_listed=False)
    storage.worker.call(storage.database.transfers.save, stored)
    now = NOW
    expiring = Expiring(
        (), storage.memory, lambda *_: None, lambda _: None, Retention.FOREVER, lambda: now
    )
    await expiring.look()
    assert not expiring.keep_for(Retention.FOREVER)
    assert expiring.keep_for(Retention.THIRTY_DAYS)
    now = NOW + 30 * DAY_SECONDS - 2
    await expiring.look()
    assert storage.stored(ended.id) is not None
    now += 2
    await expiring.look()
    assert storage.stored(ended.id) is None
