import contextlib
import shutil
import sqlite3
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferState
from byhand.errors import CorruptStoreError, DiskFullError, ReadOnlyError, StorageError
from byhand.storage.database import Database
from byhand.storage.exchange_store import ExchangeStore
from byhand.storage.friend_memory import FriendMemory
from byhand.storage.history_store import HistoryStore
from byhand.storage.schema import MIGRATIONS
from byhand.storage.staging_store import StagingStore
from byhand.storage.transfer_store import TransferStore
from tests.helpers.kept import FIRST, stored
from tests.helpers.small_disk import make_read_only, small_disk

LEA, TOM = FriendId(b"l" * 32), FriendId(b"t" * 32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "byhand.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path)
    yield database
    database.close()


def confirm(database: Database, friend_id: FriendId, timestamp_ns: int) -> None:
    FriendMemory(database).set_confirmed_timestamp(friend_id, timestamp_ns)


def confirmed(database: Database, friend_id: FriendId) -> int:
    return FriendMemory(database).confirmed_timestamp(friend_id)


def test_everything_is_there_again_after_a_restart(path: Path) -> None:
    database = Database(path)
    confirm(database, LEA, 5)
    database.close()
    database = Database(path)
    assert confirmed(database, LEA) == 5
    database.close()


def test_a_transaction_is_made_whole_or_not_at_all(database: Database) -> None:
    for is_flushed in (True, False):
        with contextlib.suppress(KeyError), database.transaction(is_flushed=is_flushed):
            confirm(database, LEA, 5)
            raise KeyError
        assert confirmed(database, LEA) == 0
    with database.transaction(is_flushed=False):
        confirm(database, LEA, 5)
    assert confirmed(database, LEA) == 5


@pytest.mark.parametrize("fails", [False, True])
def test_only_the_transactions_that_say_so_are_not_flushed(database: Database, fails: bool) -> None:
    normal, full = 1, 2
    assert database.value("PRAGMA synchronous") == full
    with contextlib.suppress(KeyError), database.transaction(is_flushed=False):
        assert database.value("PRAGMA synchronous") == normal
        if fails:
            raise KeyError
    assert database.value("PRAGMA synchronous") == full


def test_rows_come_one_by_one_or_all_at_once(database: Database) -> None:
    with database.transaction():
        database.run_many("INSERT INTO stagings (path) VALUES (?)", [(b"a",), (b"b",)])
    assert database.rows("SELECT path FROM stagings") == [(b"a",), (b"b",)]
    assert list(database.each("SELECT path FROM stagings")) == [(b"a",), (b"b",)]
    with pytest.raises(StorageError):
        list(database.each("SELECT nothing FROM stagings"))
    with pytest.raises(StorageError):
        database.run_many("INSERT INTO stagings (path) VALUES (?)", [(b"a",)])
    assert database.value("SELECT path FROM stagings WHERE path = x'00'") is None


def test_only_the_owner_may_read_any_of_its_files(path: Path) -> None:
    database = Database(path)
    confirm(database, LEA, 5)
    files = list(path.parent.iterdir())
    assert {file.name for file in files} == {"byhand.db", "byhand.db-wal", "byhand.db-shm"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    database.close()


def test_what_was_committed_survives_kill(path: Path, tmp_path: Path) -> None:
    database = Database(path)
    confirm(database, LEA, 5)
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in (path, path.with_name("byhand.db-wal")):
        (copy / file.name).write_bytes(file.read_bytes())
    database.close()
    after = Database(copy / "byhand.db")
    assert confirmed(after, LEA) == 5
    after.close()


def test_P7_a_database_of_the_first_version_learns_when_friends_were_used(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(f"BEGIN; {MIGRATIONS[0]} PRAGMA user_version = 1; COMMIT;")
    connection.execute("INSERT INTO friends VALUES (?, 5, 6.0)", (LEA,))
    connection.commit()
    connection.close()
    database = Database(path)
    assert confirmed(database, LEA) == 5
    memory = FriendMemory(database)
    assert (memory.last_seen(LEA), memory.last_used(LEA)) == (6.0, None)
    memory.set_last_used(LEA, 7.0)
    assert memory.last_used(LEA) == 7.0
    database.close()


def test_P7_a_database_of_the_second_version_keeps_all_it_has_and_learns_of_transfers(
    path: Path,
) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(f"BEGIN; {''.join(MIGRATIONS[:2])} PRAGMA user_version = 2; COMMIT;")
    connection.execute("INSERT INTO friends VALUES (?, 5, 6.0, 7.0)", (LEA,))
    connection.execute("INSERT INTO addresses VALUES (?, 'tcp://a:1', 'home', 8.0)", (LEA,))
    connection.execute("INSERT INTO stagings VALUES (?)", (b"/d/.byhand-0",))
    connection.commit()
    connection.close()
    database = Database(path)
    memory = FriendMemory(database)
    assert (memory.confirmed_timestamp(LEA), memory.last_seen(LEA)) == (5, 6.0)
    assert [each.hint for each in memory.addresses(LEA)] == ["tcp://a:1"]
    assert StagingStore(database).leftovers() == ("/d/.byhand-0",)
    assert TransferStore(database).load_all() == ()
    database.close()
    assert version(path) == len(MIGRATIONS)
    assert version(path.with_name("byhand.db.2.bak")) == 2


def test_P7_a_database_of_the_third_version_keeps_roots_and_remembers_what_comes_from_now_on(
    path: Path,
) -> None:
    database = Database(path, MIGRATIONS[:3])
    TransferStore(database).save(stored(FIRST, TransferState.DONE, ended_at=2.0))
    database.run("INSERT INTO roots VALUES (?, 0, ?)", FIRST, b"r" * 32)
    database.close()
    database = Database(path)
    history, exchanged = HistoryStore(database), ExchangeStore(database)
    assert history.load_roots(FIRST) == ((0, b"r" * 32),)
    assert exchanged.unremembered() == ()
    history.save_roots(FIRST, [(0, b"r" * 32)])
    assert exchanged.unremembered() == (FIRST,)
    database.close()
    assert version(path) == len(MIGRATIONS)
    assert version(path.with_name("byhand.db.3.bak")) == 3


@pytest.mark.parametrize("content", [b"x" * 5000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_database_is_an_error_and_not_touched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(CorruptStoreError):
        Database(path)
    assert path.read_bytes() == content


def test_P7_a_database_of_a_newer_version_is_refused(path: Path) -> None:
    Database(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        Database(path)
    assert "newer" in caught.value.reason
    assert path.read_bytes() == before


NEWER = (*MIGRATIONS, "CREATE TABLE more (x ANY) STRICT;", "ALTER TABLE more ADD COLUMN y ANY;")
BROKEN = (*MIGRATIONS, "CREATE TABLE more (x ANY) STRICT;", "ALTER TABLE nowhere ADD COLUMN y;")


def older(path: Path) -> None:
    """Leave a database of this version, which is an earlier one to those that know more steps."""
    database = Database(path, MIGRATIONS)
    confirm(database, LEA, 5)
    database.close()


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(number)


def test_P7_a_database_is_copied_before_it_is_changed(path: Path) -> None:
    older(path)
    database = Database(path, NEWER)
    assert confirmed(database, LEA) == 5
    database.close()
    assert version(path) == len(NEWER)
    copy = path.with_name(f"byhand.db.{len(MIGRATIONS)}.bak")
    assert names(path) == ["byhand.db", copy.name]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert version(copy) == len(MIGRATIONS)
    before = Database(copy, MIGRATIONS)
    assert confirmed(before, LEA) == 5
    before.close()


def test_P7_a_new_database_and_one_of_this_version_are_not_copied(path: Path) -> None:
    for _ in range(2):
        Database(path, NEWER).close()
    assert names(path) == ["byhand.db"]


def test_P7_what_is_only_in_the_write_ahead_log_is_in_the_copy(path: Path) -> None:
    older(path)
    writing = Database(path, MIGRATIONS)
    confirm(writing, TOM, 7)
    assert path.with_name("byhand.db-wal").stat().st_size > 0
    Database(path, NEWER).close()
    writing.close()
    before = Database(path.with_name(f"byhand.db.{len(MIGRATIONS)}.bak"), MIGRATIONS)
    assert confirmed(before, TOM) == 7
    before.close()


def test_P7_a_migration_takes_all_its_steps_or_none(path: Path) -> None:
    older(path)
    with pytest.raises(StorageError):
        Database(path, BROKEN)
    assert version(path) == len(MIGRATIONS)
    database = Database(path, NEWER)
    assert confirmed(database, LEA) == 5
    database.close()
    assert version(path) == len(NEWER)


def test_P7_a_crash_between_copy_and_migration_costs_nothing(path: Path) -> None:
    older(path)
    with pytest.raises(StorageError):
        Database(path, BROKEN)
    copy = path.with_name(f"byhand.db.{len(MIGRATIONS)}.bak")
    assert names(path) == ["byhand.db", copy.name]
    database = Database(path, MIGRATIONS)
    confirm(database, LEA, 9)
    database.close()
    Database(path, NEWER).close()
    before = Database(copy, MIGRATIONS)
    assert confirmed(before, LEA) == 9
    before.close()


def test_P7_a_copy_that_was_cut_off_is_no_obstacle(path: Path) -> None:
    older(path)
    draft = path.with_name(f".byhand.db.{len(MIGRATIONS)}.bak.new")
    draft.write_bytes(b"half")
    Database(path, NEWER).close()
    assert names(path) == ["byhand.db", f"byhand.db.{len(MIGRATIONS)}.bak"]


def test_P8_without_room_for_the_copy_nothing_is_changed(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4_000_000) as disk:
        path = disk / "byhand.db"
        older(path)
        database = Database(path)
        add_stagings(database, 300)
        database.close()
        room = shutil.disk_usage(disk).free - path.stat().st_size // 2
        (disk / "ballast").write_bytes(bytes(room))
        with pytest.raises(DiskFullError):
            Database(path, NEWER)
        assert names(path) == ["ballast", "byhand.db"]
        assert version(path) == len(MIGRATIONS)
        database = Database(path)
        assert confirmed(database, LEA) == 5
        database.close()


def test_a_migration_that_was_cut_off_is_done_again(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    database = Database(path)
    assert confirmed(database, LEA) == 0
    database.close()


def test_another_threads_use_is_a_bug_and_not_called_a_disk_error(database: Database) -> None:
    errors: list[Exception] = []

    def use() -> None:
        try:
            database.rows("SELECT 1")
        except sqlite3.ProgrammingError as exc:
            errors.append(exc)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(errors) == 1


def test_P8_on_a_full_disk_what_was_there_stays(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 300_000) as disk:
        database = Database(disk / "byhand.db")
        confirm(database, LEA, 5)
        (disk / "ballast").write_bytes(bytes(100_000))
        with pytest.raises(DiskFullError):
            add_stagings(database, 10_000)
        assert confirmed(database, LEA) == 5
        (disk / "ballast").unlink()
        confirm(database, LEA, 6)
        database.close()
        database = Database(disk / "byhand.db")
        assert confirmed(database, LEA) == 6
        database.close()


def add_stagings(database: Database, count: int) -> None:
    for number in range(count):
        database.run("INSERT INTO stagings (path) VALUES (?)", f"/{number}".encode() * 50)


def test_P6_a_read_only_disk_is_a_read_only_error(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1_000_000) as disk:
        Database(disk / "byhand.db").close()
        make_read_only(disk)
        with pytest.raises(ReadOnlyError):
            Database(disk / "byhand.db")


def test_a_folder_in_its_place_is_a_storage_error(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StorageError):
        Database(path)
