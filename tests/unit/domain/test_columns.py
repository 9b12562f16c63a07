from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.columns import Columns, columns_of, is_executable, kind_of, mark_of
from byhand.domain.manifest import Entry, EntryKind, totals_of

SIZES = st.integers(0, 2**56)
ENTRIES = st.lists(
    st.one_of(
        st.just(Entry(("d",), EntryKind.FOLDER)),
        st.builds(
            lambda kind, size, more, executable: Entry(
                ("f",), kind, size + more, size, 0, executable
            ),
            st.sampled_from([EntryKind.FILE, EntryKind.TEXT]),
            SIZES,
            st.sampled_from([0, 1, 2**40]),
            st.booleans(),
        ),
    ),
    max_size=20,
)


@given(ENTRIES, st.integers(0, 20))
def test_columns_say_what_the_entries_say(entries: list[Entry], cut: int) -> None:
    columns = Columns()
    for part in (entries[:cut], entries[cut:]):
        columns.extend(
            bytes(map(mark_of, part)),
            [entry.size for entry in part],
            [entry.allocated for entry in part],
        )
    assert len(columns) == len(entries)
    assert list(columns.sizes()) == [entry.size for entry in entries]
    assert columns.totals == totals_of(entries) == columns_of(entries).totals
    for index, entry in enumerate(entries):
        assert columns.kind(index) is entry.kind
        assert columns.is_folder(index) is (entry.kind is EntryKind.FOLDER)
        assert columns.size(index) == entry.size
        assert columns.is_sparse(index) is (entry.allocated < entry.size)


@given(ENTRIES)
def test_a_mark_keeps_kind_and_executable_bit(entries: list[Entry]) -> None:
    for entry in entries:
        assert kind_of(mark_of(entry)) is entry.kind
        assert is_executable(mark_of(entry)) is entry.is_executable
