import shutil
import sqlite3
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.identity import FriendId
from byhand.errors import CorruptStoreError, DiskFullError, ReadOnlyError, StorageError
from byhand.storage.database import (
    ADDRESSES_KEPT,
    MIGRATIONS,
    TYPED,
    TYPED_ADDRESSES_KEPT,
    Database,
    RememberedAddress,
)
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


def hints(database: Database, friend_id: FriendId) -> list[str]:
    return [each.hint for each in database.addresses(friend_id)]


def test_everything_is_there_again_after_a_restart(path: Path) -> None:
    database = Database(path)
    database.set_confirmed_timestamp(LEA, 5)
    database.remember_address(LEA, "tcp://192.0.2.1:47800", "home", 10.0)
    database.add_staging("/downloads/.byhand-0")
    database.close()
    database = Database(path)
    assert database.confirmed_timestamp(LEA) == 5
    assert hints(database, LEA) == ["tcp://192.0.2.1:47800"]
    assert database.last_seen(LEA) == 10.0
    assert database.stagings() == ("/downloads/.byhand-0",)
    database.close()


def test_of_a_stranger_nothing_is_known(database: Database) -> None:
    assert database.confirmed_timestamp(LEA) == 0
    assert database.last_seen(LEA) is None
    assert database.addresses(LEA) == ()


def test_a_confirmed_timestamp_never_goes_back(database: Database) -> None:
    for timestamp in (5, 2**62, 7):
        database.set_confirmed_timestamp(LEA, timestamp)
    assert database.confirmed_timestamp(LEA) == 2**62
    assert database.confirmed_timestamp(TOM) == 0


def test_seeing_a_friend_and_confirming_them_are_apart(database: Database) -> None:
    database.set_last_seen(LEA, 3.0)
    assert database.confirmed_timestamp(LEA) == 0
    database.set_confirmed_timestamp(LEA, 9)
    database.set_last_seen(LEA, 4.0)
    database.set_last_used(LEA, 5.0)
    database.set_last_seen(LEA, 6.0)
    assert (database.confirmed_timestamp(LEA), database.last_seen(LEA)) == (9, 6.0)
    assert (database.last_used(LEA), database.last_used(TOM)) == (5.0, None)


def test_addresses_come_newest_first_and_once_a_network(database: Database) -> None:
    for now, (hint, network) in enumerate(
        [("tcp://a:1", "x"), ("tcp://b:1", "x"), ("tcp://a:1", "y"), ("tcp://c:1", "x")]
    ):
        database.remember_address(LEA, hint, network, float(now))
    database.remember_address(TOM, "tcp://t:1", "x", 99.0)
    assert database.addresses(LEA) == (
        RememberedAddress("tcp://c:1", "x"),
        RememberedAddress("tcp://a:1", "y"),
        RememberedAddress("tcp://b:1", "x"),
        RememberedAddress("tcp://a:1", "x"),
    )
    database.remember_address(LEA, "tcp://b:1", "x", 100.0)
    assert hints(database, LEA) == ["tcp://b:1", "tcp://c:1", "tcp://a:1", "tcp://a:1"]


def test_only_the_newest_addresses_are_kept(database: Database) -> None:
    for number in range(3 * ADDRESSES_KEPT):
        database.remember_address(LEA, f"tcp://a:{number}", "", float(number))
    kept = hints(database, LEA)
    assert len(kept) == ADDRESSES_KEPT
    assert kept[0] == f"tcp://a:{3 * ADDRESSES_KEPT - 1}"


def test_typed_addresses_are_pushed_out_by_none_but_typed_ones(database: Database) -> None:
    database.remember_typed_address(LEA, "tcp://typed:0", 0.0)
    for number in range(3 * ADDRESSES_KEPT):
        database.remember_address(LEA, f"tcp://a:{number}", "", float(number))
    assert database.addresses(LEA)[-1] == RememberedAddress("tcp://typed:0", TYPED)
    for number in range(1, 2 * TYPED_ADDRESSES_KEPT):
        database.remember_typed_address(LEA, f"tcp://typed:{number}", 100.0 + number)
    kept = database.addresses(LEA)
    typed = [each.hint for each in kept if each.network == TYPED]
    assert typed == ["tcp://typed:7", "tcp://typed:6", "tcp://typed:5", "tcp://typed:4"]
    assert len(kept) == ADDRESSES_KEPT + TYPED_ADDRESSES_KEPT
    assert database.last_seen(LEA) == 3 * ADDRESSES_KEPT - 1


def test_a_typed_address_where_a_friend_was_reached_is_kept_as_both(database: Database) -> None:
    database.remember_typed_address(LEA, "tcp://a:1", 1.0)
    database.remember_address(LEA, "tcp://a:1", "home", 2.0)
    assert [each.network for each in database.addresses(LEA)] == ["home", TYPED]


def test_a_forgotten_friend_leaves_no_trace(database: Database, path: Path) -> None:
    database.set_confirmed_timestamp(LEA, 5)
    database.remember_address(LEA, "tcp://a:1", "", 1.0)
    database.remember_address(TOM, "tcp://t:1", "", 1.0)
    database.forget_friend(LEA)
    assert database.confirmed_timestamp(LEA) == 0
    assert database.last_seen(LEA) is None
    assert database.addresses(LEA) == ()
    assert hints(database, TOM) == ["tcp://t:1"]


def test_stagings_are_remembered_until_removed(database: Database) -> None:
    for path in ("/a", "/b é\udcff", "/a"):
        database.add_staging(path)
    assert set(database.stagings()) == {"/a", "/b é\udcff"}
    database.remove_staging("/a")
    database.remove_staging("/never there")
    assert database.stagings() == ("/b é\udcff",)


def test_only_the_owner_may_read_any_of_its_files(path: Path) -> None:
    database = Database(path)
    database.add_staging("/a")
    files = list(path.parent.iterdir())
    assert {file.name for file in files} == {"byhand.db", "byhand.db-wal", "byhand.db-shm"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    database.close()


def test_what_was_committed_survives_kill(path: Path, tmp_path: Path) -> None:
    database = Database(path)
    database.set_confirmed_timestamp(LEA, 5)
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in (path, path.with_name("byhand.db-wal")):
        (copy / file.name).write_bytes(file.read_bytes())
    database.close()
    after = Database(copy / "byhand.db")
    assert after.confirmed_timestamp(LEA) == 5
    after.close()


def test_a_change_that_fails_halfway_changes_nothing(database: Database) -> None:
    database.remember_address(LEA, "tcp://a:1", "", 1.0)
    with pytest.raises(StorageError):
        database.remember_address(LEA, "tcp://b:1", "", None)  # type: ignore[arg-type]
    assert hints(database, LEA) == ["tcp://a:1"]
    database.remember_address(LEA, "tcp://c:1", "", 2.0)
    assert hints(database, LEA) == ["tcp://c:1", "tcp://a:1"]


def test_P7_a_database_of_the_first_version_learns_when_friends_were_used(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(f"BEGIN; {MIGRATIONS[0]} PRAGMA user_version = 1; COMMIT;")
    connection.execute("INSERT INTO friends VALUES (?, 5, 6.0)", (LEA,))
    connection.commit()
    connection.close()
    database = Database(path)
    assert database.confirmed_timestamp(LEA) == 5
    assert (database.last_seen(LEA), database.last_used(LEA)) == (6.0, None)
    database.set_last_used(LEA, 7.0)
    assert database.last_used(LEA) == 7.0
    database.close()


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
    database.set_confirmed_timestamp(LEA, 5)
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
    assert database.confirmed_timestamp(LEA) == 5
    database.close()
    assert version(path) == len(NEWER)
    copy = path.with_name(f"byhand.db.{len(MIGRATIONS)}.bak")
    assert names(path) == ["byhand.db", copy.name]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert version(copy) == len(MIGRATIONS)
    before = Database(copy, MIGRATIONS)
    assert before.confirmed_timestamp(LEA) == 5
    before.close()


def test_P7_a_new_database_and_one_of_this_version_are_not_copied(path: Path) -> None:
    for _ in range(2):
        Database(path, NEWER).close()
    assert names(path) == ["byhand.db"]


def test_P7_what_is_only_in_the_write_ahead_log_is_in_the_copy(path: Path) -> None:
    older(path)
    writing = Database(path, MIGRATIONS)
    writing.set_confirmed_timestamp(TOM, 7)
    assert path.with_name("byhand.db-wal").stat().st_size > 0
    Database(path, NEWER).close()
    writing.close()
    before = Database(path.with_name(f"byhand.db.{len(MIGRATIONS)}.bak"), MIGRATIONS)
    assert before.confirmed_timestamp(TOM) == 7
    before.close()


def test_P7_a_migration_takes_all_its_steps_or_none(path: Path) -> None:
    older(path)
    with pytest.raises(StorageError):
        Database(path, BROKEN)
    assert version(path) == len(MIGRATIONS)
    database = Database(path, NEWER)
    assert database.confirmed_timestamp(LEA) == 5
    database.close()
    assert version(path) == len(NEWER)


def test_P7_a_crash_between_copy_and_migration_costs_nothing(path: Path) -> None:
    older(path)
    with pytest.raises(StorageError):
        Database(path, BROKEN)
    copy = path.with_name(f"byhand.db.{len(MIGRATIONS)}.bak")
    assert names(path) == ["byhand.db", copy.name]
    database = Database(path, MIGRATIONS)
    database.set_confirmed_timestamp(LEA, 9)
    database.close()
    Database(path, NEWER).close()
    before = Database(copy, MIGRATIONS)
    assert before.confirmed_timestamp(LEA) == 9
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
        assert database.confirmed_timestamp(LEA) == 5
        database.close()


def test_a_migration_that_was_cut_off_is_done_again(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    database = Database(path)
    assert database.stagings() == ()
    database.close()


def test_another_threads_use_is_a_bug_and_not_called_a_disk_error(database: Database) -> None:
    errors: list[Exception] = []

    def use() -> None:
        try:
            database.stagings()
        except sqlite3.ProgrammingError as exc:
            errors.append(exc)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(errors) == 1


def test_P8_on_a_full_disk_what_was_there_stays(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 300_000) as disk:
        database = Database(disk / "byhand.db")
        database.set_confirmed_timestamp(LEA, 5)
        (disk / "ballast").write_bytes(bytes(100_000))
        with pytest.raises(DiskFullError):
            add_stagings(database, 10_000)
        assert database.confirmed_timestamp(LEA) == 5
        (disk / "ballast").unlink()
        database.set_confirmed_timestamp(LEA, 6)
        database.close()
        database = Database(disk / "byhand.db")
        assert database.confirmed_timestamp(LEA) == 6
        database.close()


def add_stagings(database: Database, count: int) -> None:
    for number in range(count):
        database.add_staging(f"/{number}" * 50)


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
