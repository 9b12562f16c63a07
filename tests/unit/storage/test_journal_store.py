import logging
import tempfile
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.journal import (
    EntryOutcome,
    Journal,
    JournalBatch,
    PartStamp,
    PieceRun,
)
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.transfer import EntryState, TransferId, TransferState
from byhand.storage.database import Database
from byhand.storage.journal_store import JournalStore
from byhand.storage.openings import mark_opened, mark_stopped
from byhand.storage.transfer_store import TransferStore
from tests.helpers.kept import FIRST, SECOND, THIRD, open_database, run, stored


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "byhand.db") as database:
        TransferStore(database).save_many([stored(FIRST), stored(SECOND)])
        yield database


def opened(database: Database, boot: str = "boot") -> JournalStore:
    """Return the journals as a program sees them that has just opened the profile."""
    return JournalStore(database, mark_opened(database, boot), lambda: 7)


@pytest.fixture
def journals(database: Database) -> JournalStore:
    return opened(database)


# --- what is recorded is what is loaded


def test_of_what_was_never_recorded_nothing_is_known(journals: JournalStore) -> None:
    assert journals.load(FIRST) == Journal()


def test_a_batch_makes_durable_what_was_recorded_before_it(journals: JournalStore) -> None:
    journals.record(JournalBatch(FIRST, (run(0, 0, 4),)))
    journals.record(JournalBatch(FIRST, (run(0, 4, 4),)))
    journals.record(JournalBatch(SECOND, (run(0, 0, 1),)))
    assert journals.load(FIRST).durable_runs == ()
    journals.record(JournalBatch(FIRST, (run(0, 8, 1),), makes_durable=True))
    journal = journals.load(FIRST)
    assert journal.durable_runs == (run(0, 0, 8),)
    assert journal.other_runs == (run(0, 8, 1),)
    assert journal.recorded_at == 7
    assert journals.load(SECOND).durable_runs == ()
    journals.record(JournalBatch(FIRST, makes_durable=True))
    assert journals.load(FIRST).durable_runs == (run(0, 0, 9),)


def test_what_is_recorded_while_a_flush_runs_is_not_durable_by_it(journals: JournalStore) -> None:
    journals.record(JournalBatch(FIRST, (run(0, 0, 4),), begins_flush=True))
    journals.record(JournalBatch(FIRST, (run(0, 4, 4),)))
    journals.record(JournalBatch(FIRST, (run(0, 8, 1),), makes_durable=True))
    assert journals.load(FIRST).durable_runs == (run(0, 0, 4),)
    assert journals.load(FIRST).other_runs == (run(0, 4, 5),)
    journals.record(JournalBatch(FIRST, begins_flush=True))
    journals.record(JournalBatch(FIRST, makes_durable=True))
    assert journals.load(FIRST).durable_runs == (run(0, 0, 9),)


def test_a_flush_that_was_cut_off_makes_nothing_durable(
    database: Database, journals: JournalStore
) -> None:
    journals.record(JournalBatch(FIRST, (run(0, 0, 4),), begins_flush=True))
    later = opened(database)
    later.record(JournalBatch(FIRST, (run(0, 4, 4),)))
    assert later.load(FIRST).durable_runs == ()
    later.record(JournalBatch(FIRST, begins_flush=True))
    later.record(JournalBatch(FIRST, makes_durable=True))
    assert later.load(FIRST).durable_runs == (run(0, 0, 8),)


def test_what_a_batch_forgets_goes_before_its_own_runs_come(journals: JournalStore) -> None:
    journals.record(JournalBatch(FIRST, (run(0, 0, 4), run(1, 0, 4))))
    journals.record(JournalBatch(FIRST, (run(0, 2, 1, mark=1),), forgets=(0,), makes_durable=True))
    journal = journals.load(FIRST)
    assert journal.durable_runs == (run(1, 0, 4),)
    assert journal.other_runs == (run(0, 2, 1, mark=1),)


def test_parts_and_outcomes_are_the_last_of_each_entry(journals: JournalStore) -> None:
    part, failed = PartStamp(3, 1, 2, 3, 4, 5), EntryOutcome(4, EntryState.FAILED, Code.TIMEOUT)
    journals.record(JournalBatch(FIRST, parts=(part, replace(part, entry=1)), outcomes=(failed,)))
    done = EntryOutcome(2, EntryState.DONE, root=b"r" * 32)
    grown = replace(part, size=99)
    journals.record(JournalBatch(FIRST, parts=(grown,), outcomes=(replace(done, entry=4), done)))
    journal = journals.load(FIRST)
    assert journal.parts == (replace(part, entry=1), grown)
    assert list(journal.outcomes) == [done, replace(done, entry=4)]


def test_packs_come_back_with_their_members(journals: JournalStore) -> None:
    packs = [PieceRun(PACK_INDEX, n, bytes([n]) * 32, bytes([n]) * 64) for n in range(3)]
    journals.record(JournalBatch(FIRST, tuple(packs)))
    (joined,) = journals.load(FIRST).other_runs
    assert joined.hashes == b"".join(pack.hashes for pack in packs)
    assert joined.members == b"".join(pack.members for pack in packs)


def test_many_batches_are_recorded_in_order(journals: JournalStore) -> None:
    journals.record_many(
        [
            JournalBatch(FIRST, (run(0, 0),)),
            JournalBatch(SECOND, (run(5, 5),)),
            JournalBatch(FIRST, (run(0, 0, mark=1),), makes_durable=True),
        ]
    )
    assert journals.load(FIRST).other_runs == (run(0, 0, mark=1),)
    assert journals.load(SECOND).other_runs == (run(5, 5),)


def test_a_batch_of_a_transfer_that_is_not_kept_or_has_ended_is_dropped(
    database: Database, journals: JournalStore
) -> None:
    TransferStore(database).save(stored(FIRST, TransferState.DONE, ended_at=1.0))
    batches = [JournalBatch(each, (run(0, 0),)) for each in (FIRST, SECOND, THIRD)]
    journals.record_many(batches)
    assert [len(journals.load(each).other_runs) for each in (FIRST, SECOND, THIRD)] == [0, 1, 0]
    assert database.value("SELECT count(*) FROM batches") == 1


def test_a_forgotten_journal_begins_anew(journals: JournalStore) -> None:
    journals.record(JournalBatch(FIRST, (run(0, 0, 4),)))
    journals.forget(FIRST)
    assert journals.load(FIRST) == Journal()
    journals.record(JournalBatch(FIRST, (run(0, 1),)))
    assert journals.load(FIRST).other_runs == (run(0, 1),)


def test_a_journal_counts_only_from_where_it_can_be_read(
    database: Database, journals: JournalStore, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(3):
        journals.record(JournalBatch(FIRST, (run(number, 0),), makes_durable=True))
    database.run("UPDATE batches SET content = x'c1' WHERE seq = 2")
    with caplog.at_level(logging.WARNING):
        assert journals.load(FIRST).other_runs == (run(2, 0),)
    assert len(caplog.records) == 1
    assert journals.load(FIRST).durable_runs == ()
    journals.record(JournalBatch(FIRST, (run(3, 0),), makes_durable=True))
    assert journals.load(FIRST).durable_runs == (run(2, 0),)


# --- what is believed of it


@pytest.mark.parametrize(
    ("stops_well", "boot", "expected"),
    [
        (True, "boot", (True, True)),
        (True, "other", (True, False)),
        (False, "boot", (False, True)),
        (False, "other", (False, False)),
    ],
)
def test_a_journal_tells_how_the_program_ended_that_wrote_it(
    database: Database, stops_well: bool, boot: str, expected: tuple[bool, bool]
) -> None:
    opening = mark_opened(database, "boot")
    JournalStore(database, opening).record(JournalBatch(FIRST, (run(0, 0),)))
    if stops_well:
        mark_stopped(database, opening)
    journal = opened(database, boot).load(FIRST)
    assert (journal.was_stopped_well, journal.is_same_boot) == expected


def test_a_crash_is_not_forgotten_by_openings_that_did_not_touch_the_journal(
    database: Database,
) -> None:
    opened(database, "before the power loss").record(JournalBatch(FIRST, (run(0, 0),)))
    for _ in range(3):
        mark_stopped(database, mark_opened(database, "after it"))
    journal = opened(database, "after it").load(FIRST)
    assert (journal.was_stopped_well, journal.is_same_boot) == (False, False)


def test_a_crash_counts_until_everything_recorded_before_it_is_durable(
    database: Database,
) -> None:
    opened(database, "before the power loss").record(JournalBatch(FIRST, (run(0, 0),)))
    opening = mark_opened(database, "after it")
    journals = JournalStore(database, opening)
    journals.record(JournalBatch(FIRST, (run(0, 1),)))
    mark_stopped(database, opening)
    assert not opened(database, "after it").load(FIRST).was_stopped_well
    opening = mark_opened(database, "after it")
    journals = JournalStore(database, opening)
    journals.record(JournalBatch(FIRST, (run(0, 2),), makes_durable=True))
    mark_stopped(database, opening)
    journal = opened(database, "after it").load(FIRST)
    assert (journal.was_stopped_well, journal.is_same_boot) == (True, True)


def test_a_crash_after_everything_was_durable_counts_for_what_came_then(
    database: Database,
) -> None:
    opening = mark_opened(database, "one")
    journals = JournalStore(database, opening)
    journals.record(JournalBatch(FIRST, (run(0, 0),)))
    journals.record(JournalBatch(FIRST, makes_durable=True))
    mark_stopped(database, opening)
    opened(database, "two").record(JournalBatch(FIRST, (run(0, 1),)))
    journal = opened(database, "two").load(FIRST)
    assert (journal.was_stopped_well, journal.is_same_boot) == (False, True)
    assert journal.durable_runs == (run(0, 0),)


# --- against a model


@dataclass
class Model:
    """What a journal is worth, piece by piece."""

    pieces: dict[tuple[int, int], tuple[bytes, bool]] = field(default_factory=dict)
    parts: dict[int, PartStamp] = field(default_factory=dict)
    outcomes: dict[int, EntryOutcome] = field(default_factory=dict)

    def record(self, batch: JournalBatch) -> None:
        if batch.makes_durable:
            self.pieces = {place: (known, True) for place, (known, _) in self.pieces.items()}
        for place in [place for place in self.pieces if place[0] in batch.forgets]:
            del self.pieces[place]
        for each in batch.runs:
            for number in range(each.count):
                hash_ = each.hashes[32 * number :][:32]
                self.pieces[each.entry, each.first + number] = (hash_, False)
        self.parts |= {part.entry: part for part in batch.parts}
        self.outcomes |= {outcome.entry: outcome for outcome in batch.outcomes}

    def check(self, journal: Journal) -> None:
        pieces = {}
        for is_durable, runs in ((True, journal.durable_runs), (False, journal.other_runs)):
            for each in runs:
                for number in range(each.count):
                    hash_ = each.hashes[32 * number :][:32]
                    pieces[each.entry, each.first + number] = (hash_, is_durable)
        assert pieces == self.pieces
        assert journal.parts == tuple(part for _, part in sorted(self.parts.items()))
        assert list(journal.outcomes) == [each for _, each in sorted(self.outcomes.items())]


entries = st.integers(0, 3)
runs = st.builds(run, entries, st.integers(0, 9), st.integers(1, 5), st.integers(0, 99))
batches = st.builds(
    JournalBatch,
    st.sampled_from([FIRST, SECOND]),
    runs=st.lists(runs, max_size=4).map(tuple),
    parts=st.lists(st.builds(PartStamp, entries, *[st.integers(0, 9)] * 5), max_size=2).map(tuple),
    outcomes=st.lists(
        st.builds(
            EntryOutcome,
            entries,
            st.sampled_from(EntryState),
            st.sampled_from(Code),
            st.sampled_from([b"", b"r" * 32]),
        ),
        max_size=2,
    ).map(tuple),
    forgets=st.lists(entries, max_size=1).map(tuple),
    makes_durable=st.booleans(),
)


@settings(max_examples=40)
@given(st.lists(st.lists(batches, min_size=1, max_size=4), max_size=6))
def test_what_is_loaded_after_restarts_is_what_was_recorded(
    recorded: list[list[JournalBatch]],
) -> None:
    models = {FIRST: Model(), SECOND: Model()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "byhand.db"
        with open_database(path) as database:
            TransferStore(database).save_many([stored(FIRST), stored(SECOND)])
        for together in recorded:
            with open_database(path) as database:
                journals = opened(database)
                journals.record_many(together)
                for batch in together:
                    models[batch.transfer_id].record(batch)
                for transfer_id, model in models.items():
                    model.check(journals.load(transfer_id))


# --- what it costs


def work_of(database: Database, journals: JournalStore, batch: JournalBatch) -> tuple[int, int]:
    """Return how many statements recording a batch takes and how many rows it changes."""
    statements: list[str] = []
    database._connection.set_trace_callback(statements.append)
    changes = database._connection.total_changes
    journals.record(batch)
    changes = database._connection.total_changes - changes
    database._connection.set_trace_callback(None)
    return len(statements), changes


@pytest.mark.parametrize("makes_durable", [True, False])
def test_recording_costs_the_same_however_much_was_recorded(
    database: Database, journals: JournalStore, makes_durable: bool
) -> None:
    def batch(transfer_id: TransferId, first: int) -> JournalBatch:
        return JournalBatch(transfer_id, (run(0, first, 250),), makes_durable=makes_durable)

    journals.record(batch(FIRST, 0))
    early = work_of(database, journals, batch(FIRST, 250))
    journals.record_many([JournalBatch(FIRST, (run(0, n * 250, 250),)) for n in range(2, 400)])
    late = work_of(database, journals, batch(FIRST, 100_000))
    assert late == early
    assert early[0] <= 7
    assert early[1] == 2  # the journal's own row, and the batch


def test_only_what_must_be_flushed_is(database: Database, journals: JournalStore) -> None:
    def is_flushed(batch: JournalBatch) -> bool:
        statements: list[str] = []
        database._connection.set_trace_callback(statements.append)
        journals.record(batch)
        database._connection.set_trace_callback(None)
        return "PRAGMA synchronous = NORMAL" not in statements

    assert not is_flushed(JournalBatch(FIRST, (run(0, 0),)))
    assert is_flushed(JournalBatch(FIRST, (run(0, 1),), makes_durable=True))
    # What is written in its place must not be believed to be what was there.
    assert is_flushed(JournalBatch(FIRST, (run(0, 1),), forgets=(0,)))


def test_a_journal_of_100_gigabytes_is_few_rows_and_loads_as_one_run(
    database: Database, journals: JournalStore
) -> None:
    hashes = bytes(32 * 250)
    for number in range(400):
        journals.record(JournalBatch(FIRST, (PieceRun(0, 250 * number, hashes),)))
    assert database.value("SELECT count(*) FROM batches") == 400
    (whole,) = journals.load(FIRST).other_runs
    assert whole.count == 100_000


def test_the_end_of_a_journal_holds_nothing_of_the_hashes_recorded_in_it(
    database: Database, journals: JournalStore
) -> None:
    packs, members = 40, 32 * 1024
    failed = EntryOutcome(5, EntryState.FAILED, Code.SOURCE_GONE)
    for number in range(packs):
        pack = PieceRun(PACK_INDEX, number, bytes(32), bytes(members))
        journals.record(JournalBatch(FIRST, (pack,), outcomes=(failed,)))
    tracemalloc.start()
    try:
        TransferStore(database).save(stored(FIRST, TransferState.PARTLY_DONE))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < packs * members / 4
    assert list(journals.load(FIRST).outcomes) == [failed]
