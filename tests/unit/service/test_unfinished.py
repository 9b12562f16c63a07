import pytest

from byhand.domain.transfer import TransferId
from byhand.errors import RemoteProtocolError
from byhand.protocol.resume_messages import Phase, Role, Sync, SyncRow
from byhand.service.unfinished import ROWS_LIMIT, Unfinished


def row(number: int, data_number: int = 0) -> SyncRow:
    role = Role.SENDER if data_number else Role.RECEIVER
    id_ = TransferId(number.to_bytes(16))
    return SyncRow(id_, role, Phase.OFFERED, b"", data_number, False)


def test_nothing_acts_before_the_last_part() -> None:
    theirs = Unfinished()
    assert theirs.read(Sync(rows=[row(1), row(2)], more=True)) is None
    assert not theirs.is_complete
    assert theirs.read(Sync(rows=[row(3)])) == [row(1), row(2), row(3)]
    assert theirs.is_complete


def test_nothing_at_all_is_complete_too() -> None:
    assert Unfinished().read(Sync()) == []


@pytest.mark.parametrize(
    ("first", "second"), [(row(1), row(1)), (row(1, 5), row(2, 5)), (row(1), row(1, 7))]
)
def test_a_transfer_or_a_number_comes_once(first: SyncRow, second: SyncRow) -> None:
    theirs = Unfinished()
    theirs.read(Sync(rows=[first], more=True))
    with pytest.raises(RemoteProtocolError):
        theirs.read(Sync(rows=[second]))


def test_receivers_have_no_numbers_to_tell_apart() -> None:
    assert Unfinished().read(Sync(rows=[row(1), row(2)])) is not None


def test_there_are_so_many_and_no_more() -> None:
    theirs = Unfinished()
    some = [row(number) for number in range(ROWS_LIMIT)]
    assert theirs.read(Sync(rows=some, more=True)) is None
    with pytest.raises(RemoteProtocolError):
        theirs.read(Sync(rows=[row(ROWS_LIMIT)]))
