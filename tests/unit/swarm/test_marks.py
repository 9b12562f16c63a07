from hypothesis import given
from hypothesis import strategies as st

from byhand.swarm import marks
from byhand.swarm.marks import HAD, LACKED, NOTHING, OLD, SENT, mask, places

EVERY = bytes([NOTHING, LACKED, SENT, OLD, HAD])


def test_tables_say_what_each_mark_is_and_becomes() -> None:
    tables = {
        marks.COUNTS_AS_HAD: [0, 0, 1, 0, 1],
        marks.IS_HAD: [0, 0, 0, 0, 1],
        marks.IS_NEEDED: [0, 1, 1, 1, 0],
        marks.WAS_SENT: [0, 0, 1, 1, 0],
        marks.WAS_SENT_OR_HAD: [0, 0, 1, 1, 1],
        marks.FORGOTTEN: [NOTHING, NOTHING, NOTHING, NOTHING, HAD],
        marks.AGED: [NOTHING, LACKED, OLD, OLD, HAD],
        marks.LOST: [NOTHING, LACKED, LACKED, LACKED, HAD],
    }
    for table, expected in tables.items():
        assert list(EVERY.translate(table)) == expected


@given(st.lists(st.booleans()))
def test_places_are_where_a_mask_has_ones(ones: list[bool]) -> None:
    assert list(places(mask(bytes(ones)), len(ones))) == [
        place for place, is_one in enumerate(ones) if is_one
    ]
