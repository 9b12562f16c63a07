import pytest

from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import KIB, PACK_INDEX, Packs
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Want
from byhand.service.wishes import everything, wished

ENTRIES = [
    Entry(("folder",), EntryKind.FOLDER),
    Entry(("folder", "small"), EntryKind.FILE, 10, 10),
    Entry(("folder", "empty"), EntryKind.FILE),
    Entry(("big",), EntryKind.FILE, 600 * KIB, 600 * KIB),
]
COLUMNS = columns_of(ENTRIES)
PACKS = Packs(COLUMNS)


def test_everything_is_all_packs_then_all_other_files_with_bytes() -> None:
    assert everything(COLUMNS, PACKS) == ((PACK_INDEX, ((0, 1),)), (3, ((0, 3),)))


def test_a_wish_for_pieces_and_packs_is_understood() -> None:
    wants = [Want(PACK_INDEX, [0, 1]), Want(3, [0, 1, 2, 1])]
    assert wished(wants, COLUMNS, PACKS) == ((PACK_INDEX, ((0, 1),)), (3, ((0, 1), (2, 3))))


@pytest.mark.parametrize(
    "want",
    [
        Want(4, [0, 1]),
        Want(0, []),
        Want(2, []),
        Want(3, [3, 1]),
        Want(3, [0, 4]),
        Want(3, [1, 1, 0, 1]),
        Want(PACK_INDEX, [1, 1]),
    ],
)
def test_a_wish_for_what_was_not_offered_is_a_lie(want: Want) -> None:
    with pytest.raises(RemoteProtocolError):
        wished([want], COLUMNS, PACKS)
