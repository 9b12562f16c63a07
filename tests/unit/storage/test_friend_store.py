import errno
import hashlib
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId, PublicKeys
from byhand.errors import CorruptStoreError, DiskFullError, StorageError
from byhand.storage.friend_store import (
    BookContents,
    FriendRecord,
    InviteRecord,
    load_book,
    save_book,
)
from tests.helpers.faulty_disk import FaultyDisk

KEY = bytes(range(32))
SECRET = b"\xaa" * 32


def record(x25519: bytes, ed25519: bytes, name: str, computer: str, trust: Trust) -> FriendRecord:
    keys = PublicKeys(x25519, ed25519)
    return FriendRecord(Friend(keys.friend_id, name, computer, trust), keys, SECRET, 1.5)


LEA = record(b"a" * 32, b"b" * 32, "Léa 文", "laptop", Trust.VERIFIED)
TOM = record(b"c" * 32, b"d" * 32, "Tom", "", Trust.BLOCKED)
BOOK = BookContents(
    (LEA, TOM),
    (
        InviteRecord(SECRET, 99.0, "byhand://add/x", None),
        InviteRecord(bytes(32), 0.0, "", FriendId(b"f" * 32)),
    ),
)

TEXTS = st.text(st.characters(codec="utf-8"), max_size=10)
KEYS = st.binary(min_size=32, max_size=32)
BOOKS = st.builds(
    BookContents,
    st.lists(st.builds(record, KEYS, KEYS, TEXTS, TEXTS, st.sampled_from(Trust))).map(tuple),
    st.lists(
        st.builds(
            InviteRecord,
            KEYS,
            st.floats(0, 2**40),
            TEXTS,
            st.none() | KEYS.map(FriendId),
        )
    ).map(tuple),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "friends"


def test_without_a_file_there_is_nobody(path: Path) -> None:
    assert load_book(path, KEY) == BookContents()


def test_a_book_comes_back_as_it_was_saved(path: Path) -> None:
    save_book(path, KEY, BOOK)
    assert load_book(path, KEY) == BOOK
    save_book(path, KEY, BookContents())
    assert load_book(path, KEY) == BookContents()


@settings(max_examples=30)
@given(BOOKS)
def test_any_book_comes_back(tmp_path_factory: pytest.TempPathFactory, book: BookContents) -> None:
    path = tmp_path_factory.mktemp("book") / "friends"
    save_book(path, KEY, book)
    assert load_book(path, KEY) == book


def test_any_changed_byte_is_noticed_and_the_file_not_touched(path: Path) -> None:
    save_book(path, KEY, BOOK)
    content = path.read_bytes()
    for place in range(len(content)):
        edited = bytearray(content)
        edited[place] ^= 1
        path.write_bytes(edited)
        with pytest.raises(CorruptStoreError):
            load_book(path, KEY)
        assert path.read_bytes() == edited


@pytest.mark.parametrize("length", [0, 1, 31, 32, 33, 60])
def test_a_cut_file_is_noticed(path: Path, length: int) -> None:
    save_book(path, KEY, BOOK)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(CorruptStoreError):
        load_book(path, KEY)


def test_a_book_of_another_identity_is_refused(path: Path) -> None:
    save_book(path, KEY, BOOK)
    with pytest.raises(CorruptStoreError):
        load_book(path, bytes(32))


def sealed(body: bytes) -> bytes:
    return body + hashlib.blake2s(body, key=KEY, digest_size=32).digest()


def test_P7_a_book_of_a_newer_version_is_refused_but_not_called_damaged(path: Path) -> None:
    path.write_bytes(sealed(b"byhand friends 3\n..."))
    with pytest.raises(StorageError) as caught:
        load_book(path, KEY)
    assert not isinstance(caught.value, CorruptStoreError)
    assert "newer" in caught.value.reason


def test_P7_a_book_of_an_earlier_version_is_kept_before_it_is_replaced(path: Path) -> None:
    earlier = sealed(b"byhand friends 1\n" + b"\x82\xa7friends\x90\xa7invites\x90")
    path.write_bytes(earlier)
    assert load_book(path, KEY) == BookContents()
    assert os.listdir(path.parent) == ["friends"]
    save_book(path, KEY, BOOK)
    save_book(path, KEY, BookContents())
    kept = path.with_name("friends.1.bak")
    assert kept.read_bytes() == earlier
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert sorted(os.listdir(path.parent)) == ["friends", "friends.1.bak"]


def test_P7_without_room_for_the_copy_the_earlier_book_stays(path: Path) -> None:
    earlier = sealed(b"byhand friends 1\n" + b"\x82\xa7friends\x90\xa7invites\x90")
    path.write_bytes(earlier)
    with pytest.raises(DiskFullError):
        save_book(path, KEY, BOOK, FaultyDisk(1, errno.ENOSPC, ["write"]).disk)
    assert path.read_bytes() == earlier


@pytest.mark.parametrize("body", [b"", b"\xc0", b"\x80", b"\x82\xa7friends\x01\xa7invites\x90"])
def test_sealed_nonsense_is_corrupt(path: Path, body: bytes) -> None:
    path.write_bytes(sealed(b"byhand friends 1\n" + body))
    with pytest.raises(CorruptStoreError):
        load_book(path, KEY)


def test_P8_on_a_full_disk_the_old_book_stays(path: Path) -> None:
    save_book(path, KEY, BOOK)
    for call in ("open", "write", "sync", "replace"):
        with pytest.raises(DiskFullError):
            save_book(path, KEY, BookContents(), FaultyDisk(1, errno.ENOSPC, [call]).disk)
        assert load_book(path, KEY) == BOOK


def test_a_folder_in_its_place_is_a_storage_error(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StorageError):
        load_book(path, KEY)


def test_no_secret_is_in_a_repr() -> None:
    shown = repr(BOOK)
    assert repr(SECRET)[2:-1] not in shown
    assert "byhand://" not in shown
