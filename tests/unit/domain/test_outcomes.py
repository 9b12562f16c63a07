from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome
from byhand.domain.outcomes import LatestOutcomes, OutcomeColumns, in_columns
from byhand.domain.transfer import EntryState

ROOT = b"r" * 32

outcomes = st.builds(
    EntryOutcome,
    st.integers(0, 12),
    st.sampled_from(EntryState),
    st.sampled_from(Code),
    st.sampled_from([b"", ROOT, b"s" * 32]),
)


@given(st.lists(st.lists(outcomes, max_size=6), max_size=6))
def test_the_last_word_on_each_entry_counts_in_their_order(
    batches: list[list[EntryOutcome]],
) -> None:
    latest, model = LatestOutcomes(), dict[int, EntryOutcome]()
    for batch in batches:
        latest.put(in_columns(batch))
        model |= {outcome.entry: outcome for outcome in batch}
    expected = [outcome for _, outcome in sorted(model.items())]
    assert list(latest) == expected
    assert list(latest.without_root()) == [each for each in expected if not each.root]


def test_outcomes_without_any_root_take_no_room_for_them() -> None:
    columns = in_columns([EntryOutcome(3, EntryState.FAILED, Code.SOURCE_GONE)])
    assert columns == OutcomeColumns((3,), bytes([EntryState.FAILED]), bytes([Code.SOURCE_GONE]))
    assert in_columns(()) == OutcomeColumns()


def test_every_state_and_code_fits_into_its_byte() -> None:
    assert max(EntryState) < 255
    assert max(Code) < 255
