import pytest

from byhand.domain.plan import IncomingPlan, SpoolDigest, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import UsageError
from byhand.service.choosing import picked_entries, picked_ranges
from tests.helpers.connection_pair import ALICE


def offered(count: int | None = 10) -> StoredTransfer:
    transfer = Transfer(
        TransferId(bytes(16)),
        Direction.INCOMING,
        ALICE.friend_id,
        "x",
        TransferState.OFFERED,
        0.0,
    )
    manifest = None if count is None else SpoolDigest(count, 1, bytes(32))
    return StoredTransfer(transfer, IncomingPlan(manifest))


def test_entries_are_picked_in_any_order() -> None:
    assert picked_entries(offered(), [7, 1, 2, 1, 9]) == (1, 2, 7, 1, 9, 1)
    assert picked_entries(offered(), []) == ()


def test_ranges_stay_as_they_are() -> None:
    assert picked_ranges(offered(), [0, 3, 9, 1]) == (0, 3, 9, 1)


@pytest.mark.parametrize("entries", [[10], [-1], [0, 11]])
def test_what_is_not_there_is_not_picked(entries: list[int]) -> None:
    with pytest.raises(UsageError):
        picked_entries(offered(), entries)


@pytest.mark.parametrize("ranges", [[9, 2], [3, 1, 0, 1], [0, 0], [1], [-1, 2]])
def test_what_are_no_ranges_of_it_are_refused(ranges: list[int]) -> None:
    with pytest.raises(UsageError):
        picked_ranges(offered(), ranges)


def test_nothing_is_picked_of_what_is_still_being_counted() -> None:
    with pytest.raises(UsageError):
        picked_entries(offered(None), [0])
