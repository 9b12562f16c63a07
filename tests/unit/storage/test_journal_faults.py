"""The journal when the program is killed, the power fails or the disk is full."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from byhand.domain.journal import Journal, JournalBatch, PieceRun
from byhand.errors import DiskFullError
from byhand.storage.journal_store import JournalStore
from byhand.storage.openings import mark_opened
from byhand.storage.transfer_store import TransferStore
from tests.helpers.kept import FIRST, copy_as_killed, open_database, run, stored
from tests.helpers.small_disk import fill, small_disk

BATCHES = [
    JournalBatch(FIRST, (run(0, 0, 3), run(1, 0, 2))),
    JournalBatch(FIRST, (run(0, 3, 3),)),
    JournalBatch(FIRST, (run(0, 6, 1),), makes_durable=True),
    JournalBatch(FIRST, (run(0, 0, 2, mark=1),), forgets=(0,)),
    JournalBatch(FIRST, (run(1, 2, 1),), makes_durable=True),
    JournalBatch(FIRST, makes_durable=True),
]


def what_is_known(journal: Journal) -> tuple[tuple[PieceRun, ...], ...]:
    return journal.durable_runs, journal.other_runs


def loaded(path: Path) -> tuple[tuple[PieceRun, ...], ...]:
    """Return what the next run of the program finds."""
    with open_database(path) as database:
        assert database.rows("PRAGMA integrity_check") == [("ok",)]
        return what_is_known(JournalStore(database, mark_opened(database, "boot")).load(FIRST))


def test_a_kill_at_any_statement_leaves_a_state_that_was_recorded(tmp_path: Path) -> None:
    path, copies = tmp_path / "byhand.db", list[tuple[Path, int]]()
    with open_database(path) as database:
        TransferStore(database).save(stored(FIRST))
        journals = JournalStore(database, mark_opened(database, "boot"))
        states = [what_is_known(journals.load(FIRST))]

        def be_killed(_statement: str) -> None:
            copies.append((copy_as_killed(path, tmp_path / f"{len(copies)}"), len(states) - 1))

        for batch in BATCHES:
            database._connection.set_trace_callback(be_killed)
            journals.record(batch)
            database._connection.set_trace_callback(None)
            states.append(what_is_known(journals.load(FIRST)))
    assert len(copies) >= 4 * len(BATCHES)
    for copy, recorded in copies:
        assert loaded(copy) in states[recorded : recorded + 2]


def test_a_power_loss_leaves_a_state_that_was_recorded(tmp_path: Path) -> None:
    """What was not flushed of the log is cut off, at any place."""
    path = tmp_path / "byhand.db"
    with open_database(path) as database:
        TransferStore(database).save(stored(FIRST))
        journals = JournalStore(database, mark_opened(database, "boot"))
        database.run("PRAGMA wal_checkpoint(TRUNCATE)")
        states = [what_is_known(journals.load(FIRST))]
        for batch in BATCHES:
            journals.record(batch)
            states.append(what_is_known(journals.load(FIRST)))
        log = path.with_name("byhand.db-wal").stat().st_size
        found = []
        for number, cut in enumerate([*range(0, log, log // 40), log]):
            copy = copy_as_killed(path, tmp_path / str(number))
            os.truncate(copy.with_name("byhand.db-wal"), cut)
            found.append(states.index(loaded(copy)))
    assert found == sorted(found)
    assert found[0] == 0
    assert len(set(found)) == len(states)


RECORDING = """
import sys
from pathlib import Path
from byhand.domain.journal import JournalBatch
from byhand.storage.profile_database import ProfileDatabase
from tests.helpers.kept import FIRST, run, stored
database = ProfileDatabase.open(Path(sys.argv[1]))
database.transfers.save(stored(FIRST))
for number in range(1_000_000):
    batch = JournalBatch(FIRST, (run(0, number),), makes_durable=number % 8 == 0)
    database.journals.record(batch)
    print(number, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 7, 200])
def test_a_program_that_is_killed_loses_nothing_that_it_said_it_had_recorded(
    tmp_path: Path, lines: int
) -> None:
    path = tmp_path / "byhand.db"
    with subprocess.Popen(
        [sys.executable, "-c", RECORDING, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdout is not None
        last = [int(process.stdout.readline()) for _ in range(lines)][-1]
        process.send_signal(signal.SIGKILL)
        process.wait()
    durable, others = loaded(path)
    known = sum(each.count for each in (*durable, *others))
    assert known > last
    assert (*durable, *others)[0] == run(0, 0, durable[0].count if durable else known)
    if durable:
        assert durable == (run(0, 0, durable[0].count),)
        assert others == (run(0, durable[0].count, known - durable[0].count),)


def test_P8_on_a_full_disk_what_was_recorded_stays_and_recording_goes_on_with_room(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "disk", 2_000_000) as disk:
        path = disk / "byhand.db"
        with open_database(path) as database:
            TransferStore(database).save(stored(FIRST))
            journals = JournalStore(database, mark_opened(database, "boot"))
            journals.record(JournalBatch(FIRST, (run(0, 0, 3),)))
            before = journals.load(FIRST)
            filler = fill(disk)
            for makes_durable in (False, True):
                large = JournalBatch(FIRST, (run(0, 3, 5000),), makes_durable=makes_durable)
                with pytest.raises(DiskFullError):
                    journals.record(large)
                assert journals.load(FIRST) == before
            assert loaded(copy_as_killed(path, tmp_path / "copy")) == what_is_known(before)
            filler.unlink()
            journals.record(JournalBatch(FIRST, (run(0, 3, 5000),)))
            assert journals.load(FIRST).other_runs == (run(0, 0, 5003),)
