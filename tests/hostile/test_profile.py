"""Profiles that were damaged, filled up, opened twice or written by another version, and their log.

P-6, P-7, P-8 and R08: each fault is one clear sentence, and nothing on the disk is touched by it.
"""

import asyncio
import contextlib
import errno
import logging
import os
import queue
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from byhand import wording
from byhand.domain.journal import JournalBatch
from byhand.errors import (
    ByhandError,
    CorruptIdentityError,
    DiskFullError,
    ProfileInUseError,
    StorageError,
)
from byhand.service.stores import open_stores
from byhand.storage.atomic import replace_file
from byhand.storage.database import Database
from byhand.storage.friend_memory import FriendMemory
from byhand.storage.friend_store import BookContents, load_book, save_book
from byhand.storage.identity_store import make_private
from byhand.storage.journal_store import JournalStore
from byhand.storage.log_file import FILE_BYTES, FILES, LogFile
from byhand.storage.schema import MIGRATIONS
from tests.helpers.faulty_disk import FaultyDisk
from tests.helpers.kept import FIRST, SECOND, half_received, run, stored
from tests.helpers.needs import needs_root
from tests.helpers.privileges import NOBODY
from tests.helpers.sample_backups import ANNA, BOOK
from tests.helpers.small_disk import fill, make_read_only, small_disk
from tests.helpers.trees import Tree, open_descriptors, snapshot
from tests.helpers.two_services import Party, party

ENTRY_BYTES = 20_000
"""More than any entry of the log takes."""
HOLD = """
import sys, time
from pathlib import Path
from byhand.service.stores import open_stores
stores = open_stores(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile that has been used: an identity, friends, a database."""
    make_profile(tmp_path / "profile")
    return tmp_path / "profile"


def make_profile(path: Path) -> None:
    stores = open_stores(path)
    save_book(stores.folder.friends, stores.book_key, BOOK)
    stores.database.friends.set_confirmed_timestamp(ANNA.friend.id, 5)
    stores.close()


def identity_in(path: Path) -> bytes:
    stores = open_stores(path)
    stores.close()
    return stores.identity.friend_id


def refused(profile: Path) -> ByhandError:
    """Try to open a profile; it must be refused in one sentence, and nothing be changed."""
    before, descriptors = snapshot(profile), open_descriptors()
    with pytest.raises(ByhandError) as caught:
        open_stores(profile)
    assert open_descriptors() == descriptors
    assert files_of(snapshot(profile)) == files_of(before)
    sentence = wording.error_sentence(caught.value)
    assert str(profile) in sentence
    assert sentence.endswith(".")
    assert ": " in sentence
    assert "\n" not in sentence
    return caught.value


def files_of(tree: Tree) -> Tree:
    """Return what a profile holds, without the bookkeeping of SQLite and the lock."""
    return {
        name: content
        for name, content in tree.items()
        if not name.endswith(("-wal", "-shm", "lock"))
    }


# --- P-6: an identity is never silently made anew


@pytest.mark.parametrize(("length", "reason"), [(0, "empty"), (1, "damaged"), (40, "damaged")])
def test_P6_a_truncated_identity_is_refused(profile: Path, length: int, reason: str) -> None:
    os.truncate(profile / "identity.key", length)
    error = refused(profile)
    assert isinstance(error, CorruptIdentityError)
    assert reason in wording.error_sentence(error)
    assert "put back a good copy" in wording.error_sentence(error)


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o666])
def test_P6_an_identity_that_others_may_read_is_refused_and_can_be_mended(
    profile: Path, mode: int
) -> None:
    before = identity_in(profile)
    key = profile / "identity.key"
    key.chmod(mode)
    error = refused(profile)
    assert isinstance(error, CorruptIdentityError)
    assert error.is_mendable
    assert f"chmod 600 {key}" in wording.error_sentence(error)
    make_private(error.path)
    assert identity_in(profile) == before


@needs_root()
def test_P6_an_identity_that_belongs_to_somebody_else_is_refused(profile: Path) -> None:
    """Who owns it may read it and change it; no change of its mode mends that."""
    key = profile / "identity.key"
    os.chown(key, NOBODY, NOBODY)
    error = refused(profile)
    assert isinstance(error, CorruptIdentityError)
    assert "somebody else" in error.reason
    assert not error.is_mendable
    assert key.stat().st_uid == NOBODY


def test_P6_the_command_in_the_sentence_mends_it(tmp_path: Path) -> None:
    profile = tmp_path / "Mira's profile; rm -rf $HOME"
    make_profile(profile)
    (profile / "identity.key").chmod(0o644)
    sentence = wording.error_sentence(refused_quoted(profile))
    command = sentence.partition(" by ")[2].partition(", and start")[0]
    subprocess.run(["sh", "-c", command], check=True)
    assert identity_in(profile)


def refused_quoted(profile: Path) -> ByhandError:
    with pytest.raises(CorruptIdentityError) as caught:
        open_stores(profile)
    return caught.value


def test_P6_an_identity_that_is_gone_is_not_made_anew_beside_its_friends(profile: Path) -> None:
    (profile / "identity.key").unlink()
    error = refused(profile)
    assert isinstance(error, CorruptIdentityError)
    assert "the friends made with it are there" in wording.error_sentence(error)
    assert not (profile / "identity.key").exists()


def test_P6_friends_of_another_identity_are_refused(profile: Path, tmp_path: Path) -> None:
    make_profile(tmp_path / "other")
    shutil.copy(tmp_path / "other/friends", profile / "friends")
    assert "friends" in wording.error_sentence(refused(profile))


def test_P6_a_second_start_is_refused_and_a_lock_that_was_left_is_not_stale(
    profile: Path,
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(profile)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ProfileInUseError) as caught:
            open_stores(profile)
        assert "close that one first" in wording.error_sentence(caught.value)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert (profile / "lock").exists()
    assert identity_in(profile)


def test_P6_a_profile_on_a_read_only_disk_is_refused(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2_000_000) as disk:
        make_profile(disk / "profile")
        make_read_only(disk)
        assert isinstance(refused(disk / "profile"), StorageError)


# --- P-7: written by an earlier version or a newer one


def newer_identity(profile: Path) -> None:
    replace_file(profile / "identity.key", b"byhand identity 2\n" + bytes(88))


def newer_database(profile: Path) -> None:
    connection = sqlite3.connect(profile / "byhand.db")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()


@pytest.mark.parametrize("write_newer", [newer_identity, newer_database])
def test_P7_what_a_newer_version_wrote_is_refused_and_said_so(
    profile: Path, write_newer: Callable[[Path], None]
) -> None:
    write_newer(profile)
    assert "newer Byhand" in wording.error_sentence(refused(profile))


def test_P7_an_earlier_database_is_copied_and_brought_up_to_date(profile: Path) -> None:
    database = Database(profile / "byhand.db", (*MIGRATIONS, "CREATE TABLE later (x ANY) STRICT;"))
    assert FriendMemory(database).confirmed_timestamp(ANNA.friend.id) == 5
    database.close()
    copy = profile / f"byhand.db.{len(MIGRATIONS)}.bak"
    assert copy.stat().st_mode & 0o777 == 0o600
    # Whoever goes back to the earlier version puts the copy in its place.
    assert "newer Byhand" in wording.error_sentence(refused(profile))
    copy.replace(profile / "byhand.db")
    assert identity_in(profile)


def test_P7_a_profile_of_an_earlier_version_is_taken_over_with_what_was_half_received(
    profile: Path, tmp_path: Path
) -> None:
    partial = half_received(tmp_path / "downloads")
    (profile / "byhand.db").unlink()
    second_version(profile / "byhand.db", bytes(partial))
    stores = open_stores(profile)
    assert stores.timestamps[ANNA.friend.id] == 5
    assert stores.database.transfers.load_all() == ()
    stores.close()
    # That version never went on with what it had half received.
    assert not partial.exists()
    copy = sqlite3.connect(profile / "byhand.db.2.bak")
    assert copy.execute("SELECT path FROM stagings").fetchall() == [(bytes(partial),)]
    copy.close()


def second_version(path: Path, staging: bytes) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(f"BEGIN; {''.join(MIGRATIONS[:2])} PRAGMA user_version = 2; COMMIT;")
    connection.execute("INSERT INTO friends VALUES (?, 5, 6.0, 7.0)", (ANNA.friend.id,))
    connection.execute("INSERT INTO stagings VALUES (?)", (staging,))
    connection.commit()
    connection.close()


def test_P7_transfers_that_only_a_later_version_understands_are_left_to_it(
    profile: Path,
) -> None:
    stores = open_stores(profile)
    stores.database.transfers.save_many([stored(FIRST), stored(SECOND)])
    stores.close()
    connection = sqlite3.connect(profile / "byhand.db")
    (snapshot,) = connection.execute("SELECT snapshot FROM transfers WHERE id = ?", (FIRST,))
    later = msgspec.msgpack.decode(snapshot[0]) | {"state": "teleporting"}
    connection.execute(
        "UPDATE transfers SET snapshot = ? WHERE id = ?", (msgspec.msgpack.encode(later), FIRST)
    )
    connection.commit()
    connection.close()
    for _ in range(2):
        stores = open_stores(profile)
        assert stores.database.transfers.load_all() == (stored(SECOND),)
        assert stores.database.transfers.kept_ids() == {FIRST, SECOND}
        stores.close()


# --- P-8: a full disk


def test_P8_a_full_disk_leaves_friends_and_database_as_they_were(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4_000_000) as disk:
        make_profile(disk / "profile")
        stores = open_stores(disk / "profile")
        (disk / "ballast").write_bytes(bytes(shutil.disk_usage(disk).free))
        friends = stores.folder.friends
        with pytest.raises(DiskFullError) as caught:
            save_book(friends, stores.book_key, BookContents())
        assert "make room" in wording.error_sentence(caught.value)
        with pytest.raises(DiskFullError):
            fill_up(stores.database.friends)
        assert load_book(friends, stores.book_key) == BOOK
        assert stores.database.friends.confirmed_timestamp(ANNA.friend.id) == 5
        stores.close()
        (disk / "ballast").unlink()
        after = open_stores(disk / "profile")
        assert after.book == BOOK
        assert after.timestamps[ANNA.friend.id] == 5
        after.close()


def fill_up(memory: FriendMemory) -> None:
    for number in range(10_000):
        memory.remember_address(ANNA.friend.id, f"tcp://h:{number}", "", 1.0)


def test_P8_a_full_disk_costs_nothing_of_what_was_recorded_of_transfers(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4_000_000) as disk:
        make_profile(disk / "profile")
        stores = open_stores(disk / "profile")
        stores.database.transfers.save(stored(FIRST))
        stores.database.journals.record(JournalBatch(FIRST, (run(0, 0, 3),)))
        filler = fill(disk)
        with pytest.raises(DiskFullError):
            record_much(stores.database.journals)
        with pytest.raises(DiskFullError) as caught:
            stores.database.transfers.save(stored(SECOND, title="x" * 1_000_000))
        assert "make room" in wording.error_sentence(caught.value)
        known = stores.database.journals.load(FIRST).other_runs[0].count
        stores.close()
        filler.unlink()
        after = open_stores(disk / "profile")
        assert after.database.transfers.load_all() == (stored(FIRST),)
        assert after.database.journals.load(FIRST).other_runs == (run(0, 0, known),)
        assert known >= 3
        record_much(after.database.journals, 1)
        after.close()


def record_much(journals: JournalStore, batches: int = 1000) -> None:
    for number in range(batches):
        journals.record(JournalBatch(FIRST, (run(0, 3 + 100 * number, 100),)))


@pytest.mark.parametrize("call", ["open", "write", "sync", "replace"])
def test_P8_no_call_that_fails_costs_a_friend(profile: Path, call: str) -> None:
    stores = open_stores(profile)
    disk = FaultyDisk(1, errno.ENOSPC, [call]).disk
    with pytest.raises(DiskFullError):
        save_book(stores.folder.friends, stores.book_key, BookContents(), disk)
    stores.close()
    after = open_stores(profile)
    assert after.book == BOOK
    after.close()


# --- R08: a log that others can write to


EVIL = "\x1b]0;owned\x07\n2026-01-01T00:00:00.000+00:00 INFO byhand.main: forged \u202e\x00\x9b2J"


def assert_harmless(folder: Path) -> str:
    text = "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())
    assert all(character == "\n" or character.isprintable() for character in text)
    assert sum(path.stat().st_size for path in folder.iterdir()) < FILES * FILE_BYTES + ENTRY_BYTES
    assert len(os.listdir(folder)) <= FILES
    return text


def test_R08_a_flood_of_entries_stays_within_three_files_without_a_raw_byte(
    tmp_path: Path,
) -> None:
    log = LogFile(tmp_path)
    logger = logging.getLogger("byhand.test")
    entries = log._handler.queue
    assert isinstance(entries, queue.Queue)
    with heard_by_nobody_but(log._handler):
        for number in range(5000):
            logger.warning("a friend says %s", EVIL * 20)
            if number % 500 == 0:
                entries.join()  # or most of the flood would be dropped
    log.close()
    text = assert_harmless(tmp_path)
    assert len(os.listdir(tmp_path)) == FILES
    assert not any(line.startswith("2026-01-01") for line in text.splitlines())


@contextlib.contextmanager
def heard_by_nobody_but(handler: logging.Handler) -> Iterator[None]:
    """Keep the tests' own record of the log, which would keep the whole flood, out of it."""
    root = logging.getLogger()
    others = [each for each in root.handlers if each is not handler]
    for each in others:
        root.removeHandler(each)
    try:
        yield
    finally:
        for each in others:
            root.addHandler(each)


async def test_R08_strangers_who_knock_write_one_line_a_minute(tmp_path: Path) -> None:
    async with party(tmp_path / "profile", tmp_path / "downloads") as host:
        for _ in range(3):
            await knock(host, EVIL.encode() * 10)
        for _ in range(200):
            await knock(host, b"")
    text = assert_harmless(tmp_path / "profile/log")
    assert text.count("refused a connection from 127.0.0.1") == 1
    assert "owned" not in text


async def knock(host: Party, content: bytes) -> None:
    """Connect, say something that is no first message, and wait for the end."""
    port = host.service.profile.now().port
    with socket.socket() as sock:
        sock.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_connect(sock, ("127.0.0.1", port))
        await loop.sock_sendall(sock, content)
        sock.shutdown(socket.SHUT_WR)
        try:
            while await loop.sock_recv(sock, 4096):
                pass
        except ConnectionResetError:
            return
