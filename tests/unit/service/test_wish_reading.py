import pytest

from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import KIB, PACK_INDEX, Packs
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId
from byhand.engine.offered import Offered
from byhand.engine.wishes import Run
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Need, Want
from byhand.service.wish_reading import ToldWish, WishReader

ID = TransferId(bytes(16))
SIZES = [1000 * KIB, 2000 * KIB, 10, 20]
ENTRIES = [Entry((f"{number}",), EntryKind.FILE, size, size) for number, size in enumerate(SIZES)]


def reader() -> WishReader:
    columns = columns_of(ENTRIES)
    return WishReader(Offered([], columns, Packs(columns)))


def need(
    epoch: int, *wants: Want, add: bool = False, more: bool = False, all_of_it: bool = False
) -> Need:
    listed = None if all_of_it else list(wants)
    return Need(transfer_id=ID, epoch=epoch, wants=listed, add=add, more=more)


def runs(told: ToldWish | None) -> list[Run]:
    assert told is not None
    return [run for run in told.wish.runs(RangeSet()) if run[1] < run[2]]


def test_a_wish_in_parts_is_one() -> None:
    wishes = reader()
    assert wishes.read(need(1, Want(0, [0, 1]), more=True)) is None
    assert wishes.read(need(1, Want(0, [2, 2]), more=True)) is None
    told = wishes.read(need(1, Want(PACK_INDEX, [0, 1])))
    assert sorted(runs(told)) == [(0, 0, 1), (0, 2, 4), (PACK_INDEX, 0, 1)]
    assert told is not None
    assert (told.epoch, told.extends) == (1, False)


def test_everything_is_wished_for_by_nothing() -> None:
    told = runs(reader().read(need(1, all_of_it=True)))
    assert (PACK_INDEX, 0, 1) in told
    assert {entry for entry, _, _ in told} == {PACK_INDEX, 0, 1}


def test_a_higher_epoch_replaces_what_is_half_told() -> None:
    wishes = reader()
    assert wishes.read(need(1, Want(0, [0, 4]), more=True)) is None
    assert runs(wishes.read(need(3, Want(1, [0, 1])))) == [(1, 0, 1)]


def test_a_wish_of_an_epoch_that_is_over_changes_nothing() -> None:
    wishes = reader()
    wishes.read(need(2, Want(0, [0, 1])))
    assert wishes.read(need(2, Want(0, [1, 1]))) is None
    assert wishes.read(need(1, Want(0, [1, 1]))) is None
    assert wishes.read(need(1, Want(0, [1, 1]), add=True)) is None


def test_what_is_added_is_told_alone() -> None:
    wishes = reader()
    wishes.read(need(2, Want(0, [0, 1])))
    told = wishes.read(need(2, Want(1, [0, 2]), add=True))
    assert runs(told) == [(1, 0, 2)]
    assert told is not None
    assert told.extends


def test_epochs_die_with_their_session() -> None:
    wishes = reader()
    wishes.read(need(7, Want(0, [0, 1]), more=True))
    wishes.begin()
    assert runs(wishes.read(need(1, Want(1, [0, 1])))) == [(1, 0, 1)]


@pytest.mark.parametrize(
    "want", [Want(4, [0, 1]), Want(0, [0, 5]), Want(PACK_INDEX, [1, 1]), Want(2, [1, 1])]
)
def test_what_was_not_offered_cannot_be_wished_for(want: Want) -> None:
    with pytest.raises(RemoteProtocolError):
        reader().read(need(1, want))


def test_a_wish_without_end_is_none() -> None:
    columns = columns_of(ENTRIES)
    wishes = WishReader(Offered([], columns, Packs(columns)), ranges_limit=40)
    part = need(1, *[Want(0, [0, 1])] * 16, more=True)
    for _ in range(3):
        assert wishes.read(part) is None
    with pytest.raises(RemoteProtocolError, match="without end"):
        wishes.read(part)
