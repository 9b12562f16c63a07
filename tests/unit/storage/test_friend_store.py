import errno
import hashlib
import stat
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.domain.friend import Friend, Policy, Trust
from byhand.domain.identity import FriendId, PublicKeys
from byhand.domain.introduction import IntroductionId
from byhand.domain.limits import UNLIMITED, RateLimits
from byhand.errors import CorruptStoreError, DiskFullError, StorageError
from byhand.storage.friend_store import (
    BookContents,
    FriendRecord,
    IntroductionRecord,
    InviteRecord,
    load_book,
    save_book,
)
from tests.helpers.faulty_disk import FaultyDisk

KEY = bytes(range(32))
SECRET = b"\xaa" * 32


def record(
    x25519: bytes, ed25519: bytes, name: str, computer: str, trust: Trust, **more: Any
) -> FriendRecord:
    keys = PublicKeys(x25519, ed25519)
    friend = Friend(keys.friend_id, name, computer, trust, **more)
    return FriendRecord(friend, keys, SECRET, 1.5)


LEA = record(
    b"a" * 32,
    b"b" * 32,
    "Léa 文",
    "laptop",
    Trust.VERIFIED,
    verified_at=7.5,
    is_mine=True,
    policy=Policy(True, 2**40, "/mnt/stick", keeps_modes=True),
    introduced_by="Tom",
    rival=FriendId(b"r" * 32),
    is_copied=True,
    limits=RateLimits(down=20_000),
)
TOM = record(b"c" * 32, b"d" * 32, "Tom", "", Trust.BLOCKED)
BOOK = BookContents(
    (LEA, TOM),
    (
        InviteRecord(SECRET, 99.0, "byhand://add/x", None),
        InviteRecord(bytes(32), 0.0, "", FriendId(b"f" * 32)),
    ),
    (
        IntroductionRecord(
            IntroductionId(bytes(16)),
            LEA.friend.id,
            PublicKeys(b"e" * 32, b"f" * 32),
            "Bea",
            "desk",
            SECRET,
            99.5,
            ("tcp://192.0.2.1:47800",),
            True,
        ),
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


def first_version(trust: str = "unverified") -> bytes:
    """Return a file as version 1 wrote it: one friend and one invite."""
    friend = {
        "x25519": b"a" * 32,
        "ed25519": b"b" * 32,
        "psk": SECRET,
        "name": "Léa",
        "computer": "laptop",
        "trust": trust,
        "added_at": 1.5,
    }
    invite = {"psk": SECRET, "expires_at": 9.0, "link": "byhand://add/x", "used_by": None}
    body = msgspec.msgpack.encode({"friends": [friend], "invites": [invite]})
    return sealed(b"byhand friends 1\n" + body)


def test_P7_a_book_from_before_there_were_limits_has_none(path: Path) -> None:
    body = first_version()[:-32].replace(b"friends 1\n", b"friends 2\n", 1)
    path.write_bytes(sealed(body))
    (friend,) = load_book(path, KEY).friends
    assert friend.friend.limits == UNLIMITED


def test_P7_a_book_of_the_first_version_is_read_and_kept_before_it_is_replaced(path: Path) -> None:
    path.write_bytes(first_version())
    book = load_book(path, KEY)
    (friend,) = book.friends
    assert friend == record(b"a" * 32, b"b" * 32, "Léa", "laptop", Trust.UNVERIFIED)
    assert book.invites == (InviteRecord(SECRET, 9.0, "byhand://add/x"),)
    assert path.read_bytes() == first_version()
    save_book(path, KEY, book)
    assert load_book(path, KEY) == book
    kept = path.with_name("friends.1.bak")
    assert kept.read_bytes() == first_version()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    save_book(path, KEY, BookContents())
    assert kept.read_bytes() == first_version(), "the second book is of this version"


def test_P7_nothing_is_replaced_before_the_old_book_is_kept(path: Path) -> None:
    """Whichever call of the disk fails, the old book is there under one name or the other."""
    fail_at = 0
    while True:
        path.write_bytes(first_version())
        path.with_name("friends.1.bak").unlink(missing_ok=True)
        fail_at += 1
        disk = FaultyDisk(fail_at, errno.ENOSPC)
        try:
            save_book(path, KEY, BOOK, disk.disk)
        except DiskFullError:
            is_kept = path.with_name("friends.1.bak").exists()
            assert path.read_bytes() == first_version() or (
                is_kept and load_book(path, KEY) == BOOK
            )
            continue
        assert not disk.has_failed
        break
    assert fail_at > 8


@pytest.mark.parametrize("body", [b"", b"\xc0", b"\x80", b"\x82\xa7friends\x01\xa7invites\x90"])
def test_sealed_nonsense_is_corrupt(path: Path, body: bytes) -> None:
    for version in (b"1", b"2"):
        path.write_bytes(sealed(b"byhand friends " + version + b"\n" + body))
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
