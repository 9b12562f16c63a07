"""Rows of messages and the numbers of pieces are each other's inverse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.numbering import Numbering
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.ranges import RangeSet
from byhand.engine.told_numbers import ToldNumbers, rows_of, told_numbers
from byhand.errors import RemoteProtocolError
from byhand.network.message_rate import RANGES_A_SECOND
from byhand.protocol.codec import encode_message
from byhand.protocol.member_messages import Holding
from byhand.protocol.messages import Want
from tests.helpers.clock import Clock
from tests.helpers.group_parts import PIECE, offered_sizes, transfer_of

OFFERED = offered_sizes(40 * PIECE, 1000, 3 * PIECE + 1, 0, 2000)
NUMBERING = Numbering(OFFERED.columns, OFFERED.packs)


def all_rows(numbers: RangeSet, numbering: Numbering = NUMBERING) -> list[Want]:
    return [row for rows in rows_of(numbering, numbers) for row in rows]


@given(st.sets(st.integers(0, len(NUMBERING) - 1)))
def test_what_rows_name_is_what_they_were_made_of(chosen: set[int]) -> None:
    numbers = RangeSet((number, number + 1) for number in chosen)
    assert told_numbers(NUMBERING, all_rows(numbers)) == numbers


def test_packs_have_a_row_of_their_own_and_small_files_none() -> None:
    everything = RangeSet([(0, len(NUMBERING))])
    assert {row.entry for row in all_rows(everything)} == {PACK_INDEX, 0, 2}


def test_nothing_is_said_of_nothing() -> None:
    assert rows_of(NUMBERING, RangeSet()) == []


def test_each_list_of_rows_fits_into_a_message() -> None:
    offered = offered_sizes(60_000 * PIECE)
    numbering = Numbering(offered.columns, offered.packs)
    every_other = RangeSet((number, number + 1) for number in range(0, 60_000, 2))
    lists = rows_of(numbering, every_other)
    assert len(lists) > 1
    for rows in lists:
        assert len(encode_message(Holding(transfer_id=transfer_of(1), rows=rows))) < 65_000
    assert told_numbers(numbering, [row for rows in lists for row in rows]) == every_other


@pytest.mark.parametrize(
    "row",
    [
        Want(1, [0, 1]),  # it is in a pack
        Want(3, [0, 1]),  # it has no piece
        Want(5, [0, 1]),
        Want(0, [40, 1]),
        Want(0, [39, 2]),
        Want(PACK_INDEX, [1, 1]),
    ],
)
def test_what_has_no_number_was_not_offered(row: Want) -> None:
    with pytest.raises(RemoteProtocolError):
        told_numbers(NUMBERING, [row])


@pytest.mark.parametrize("row", [Want(0, [0, 1]), Want(0, [])])
def test_of_what_is_said_again_and_again_not_more_is_taken_than_anybody_needs(row: Want) -> None:
    told = ToldNumbers(NUMBERING, Clock())
    for _ in range(RANGES_A_SECOND // 4096):
        told.take([row] * 4096)
    with pytest.raises(RemoteProtocolError):
        told.take([row] * 4096)


def test_as_scattered_as_pieces_can_be_all_are_taken_at_once() -> None:
    sizes = [3 * PIECE] * 20_000
    offered = offered_sizes(*sizes)
    numbering = Numbering(offered.columns, offered.packs)
    scattered = RangeSet(
        (number, number + 1) for number in range(len(numbering)) if number % 3 != 1
    )
    told, found = ToldNumbers(numbering, Clock()), RangeSet()
    for rows in rows_of(numbering, scattered):
        for start, end in told.take(rows):
            found.add(start, end)
    assert found == scattered
