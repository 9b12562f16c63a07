import dataclasses
import errno
import os
import stat
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from byhand.domain.identity import PublicKeys
from byhand.errors import BackupError, BackupProblem, DiskFullError, StorageError
from byhand.storage.backup import OUR_COST, Cost, read_backup, write_backup
from byhand.storage.friend_store import BookContents
from tests.helpers.faulty_disk import FaultyDisk
from tests.helpers.sample_backups import (
    ANNA,
    BOOK,
    CHEAP,
    PASSPHRASE,
    sample_backup,
    written_backup,
)
from tests.helpers.trees import open_descriptors, snapshot

MAGIC = b"byhand backup 1\n"
MIB = 1024 * 1024


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mira.byhand"


def problem(path: Path, passphrase: str = PASSPHRASE) -> BackupProblem:
    with pytest.raises(BackupError) as caught:
        read_backup(path, passphrase)
    assert caught.value.path == path
    return caught.value.problem


def test_everything_comes_back_by_the_passphrase(path: Path) -> None:
    backup = sample_backup()
    write_backup(path, PASSPHRASE, backup)
    assert read_backup(path, PASSPHRASE) == backup
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_our_own_files_cost_what_was_decided(path: Path) -> None:
    write_backup(path, PASSPHRASE, sample_backup())
    assert path.read_bytes().startswith(MAGIC + bytes([17, 8, 1]))


def test_nothing_in_the_file_can_be_read_without_the_passphrase(path: Path) -> None:
    backup = written_backup(path)
    content = path.read_bytes()
    for secret in (
        backup.identity.x25519.private,
        backup.identity.ed25519_private,
        ANNA.psk,
        b"Mira",
        b"Anna",
        b"byhand://",
        PASSPHRASE.encode(),
    ):
        assert secret not in content
    other = path.with_name("other")
    write_backup(other, PASSPHRASE, backup, CHEAP)
    assert other.read_bytes()[len(MAGIC) + 3 :] != content[len(MAGIC) + 3 :]


def test_no_secret_is_in_its_repr() -> None:
    backup = sample_backup()
    for secret in (backup.identity.ed25519_private, ANNA.psk):
        assert repr(secret)[2:-1] not in repr(backup)
    assert "byhand://" not in repr(backup)


@pytest.mark.parametrize("passphrase", ["", "correct horse battery", PASSPHRASE + " ", "ä" * 10])
def test_another_passphrase_does_not_open_it(path: Path, passphrase: str) -> None:
    written_backup(path)
    assert problem(path, passphrase) is BackupProblem.NOT_OPENED


def test_a_passphrase_is_the_same_whichever_way_it_was_typed(path: Path) -> None:
    write_backup(path, "u\u0308ber zwo\u0308lf", sample_backup(), CHEAP)
    assert read_backup(path, "\u00fcber zw\u00f6lf").book == BOOK


def test_what_a_terminal_could_not_decode_is_a_passphrase_too(path: Path) -> None:
    write_backup(path, "\udcff" * 10, sample_backup(), CHEAP)
    assert read_backup(path, "\udcff" * 10).book == BOOK


@pytest.mark.parametrize("passphrase", ["", "123456789", "u\u0308" * 9])
def test_a_short_passphrase_is_refused_and_nothing_written(path: Path, passphrase: str) -> None:
    with pytest.raises(BackupError) as caught:
        write_backup(path, passphrase, sample_backup(), CHEAP)
    assert caught.value.problem is BackupProblem.TOO_SHORT
    assert snapshot(path.parent) == {}


def test_no_file_is_ever_overwritten(path: Path) -> None:
    path.write_bytes(b"precious")
    path.with_name("link").symlink_to("nowhere")
    before = snapshot(path.parent)
    for name in (path.name, "link"):
        with pytest.raises(BackupError) as caught:
            write_backup(path.with_name(name), PASSPHRASE, sample_backup(), CHEAP)
        assert caught.value.problem is BackupProblem.EXISTS
    assert snapshot(path.parent) == before


def test_a_file_that_appears_meanwhile_is_not_overwritten_either(path: Path) -> None:
    disk = replace(FaultyDisk().disk, open=_opens_after(path))
    with pytest.raises(BackupError) as caught:
        write_backup(path, PASSPHRASE, sample_backup(), CHEAP, disk)
    assert caught.value.problem is BackupProblem.EXISTS
    assert path.read_bytes() == b"precious"


def _opens_after(path: Path):  # type: ignore[no-untyped-def]  # as os.open
    def opened(*args: object) -> int:
        path.write_bytes(b"precious")
        return os.open(*args)  # type: ignore[arg-type]

    return opened


def test_P8_on_a_full_disk_there_is_no_half_file(path: Path) -> None:
    for call in ("open", "write", "sync"):
        disk = FaultyDisk(1, errno.ENOSPC, [call]).disk
        with pytest.raises(DiskFullError):
            write_backup(path, PASSPHRASE, sample_backup(), CHEAP, disk)
        assert snapshot(path.parent) == {}


def test_a_folder_that_is_not_there_is_a_storage_error(path: Path) -> None:
    with pytest.raises(StorageError):
        write_backup(path / "x", PASSPHRASE, sample_backup(), CHEAP)


def test_any_flipped_bit_is_noticed_and_nothing_else_goes_wrong(path: Path) -> None:
    written_backup(path)
    content = path.read_bytes()
    for bit in range(8 * len(content)):
        damaged = bytearray(content)
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(damaged)
        problem(path)


def test_any_truncation_is_noticed(path: Path) -> None:
    written_backup(path)
    content = path.read_bytes()
    for length in range(len(content)):
        path.write_bytes(content[:length])
        problem(path)
    path.write_bytes(content + b"\0")
    assert problem(path) is BackupProblem.NOT_OPENED


@settings(max_examples=200)
@given(st.binary(max_size=200), st.booleans())
def test_any_content_is_a_backup_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, has_magic: bool
) -> None:
    path = tmp_path_factory.mktemp("any") / "file"
    cheap = MAGIC + bytes([1, 1, 1])
    path.write_bytes(cheap + content if has_magic else content)
    problem(path)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", BackupProblem.NOT_A_BACKUP),
        (b"%PDF-1.7", BackupProblem.NOT_A_BACKUP),
        (b"byhand identity 1\n" + bytes(90), BackupProblem.NOT_A_BACKUP),
        (b"byhand backup 2\n" + bytes(90), BackupProblem.NEWER),
        (MAGIC, BackupProblem.DAMAGED),
        (MAGIC + bytes([17, 8, 1]) + bytes(15), BackupProblem.DAMAGED),
        (MAGIC + bytes([4, 8, 1]) + bytes(16), BackupProblem.NOT_OPENED),
    ],
)
def test_each_wrong_file_is_called_what_it_is(
    path: Path, content: bytes, expected: BackupProblem
) -> None:
    path.write_bytes(content)
    assert problem(path) is expected


def test_what_cannot_be_read_is_said_so_and_never_waited_for(path: Path) -> None:
    assert problem(path) is BackupProblem.UNREADABLE
    path.mkdir()
    assert problem(path) is BackupProblem.UNREADABLE
    os.mkfifo(path.with_name("pipe"))
    assert problem(path.with_name("pipe")) is BackupProblem.UNREADABLE


def test_a_file_of_terabytes_is_not_read(path: Path) -> None:
    path.write_bytes(MAGIC)
    os.truncate(path, 2**42)
    assert problem(path) is BackupProblem.NOT_A_BACKUP


def test_no_file_can_ask_for_more_than_256_mib_or_four_times_our_own_work() -> None:
    for log_n in range(256):
        for r in range(256):
            for p in (0, 1, 2, 4, 5, 255):
                if Cost(log_n, r, p).is_bearable:
                    assert 128 * 2**log_n * r <= 256 * MIB
                    assert 2**log_n * r * p <= 4 * 2**OUR_COST.log_n * OUR_COST.r * OUR_COST.p


@pytest.mark.parametrize(
    "parameters",
    [(0, 8, 1), (17, 0, 1), (17, 8, 0), (16, 1, 1), (18, 16, 1), (17, 8, 5), (63, 255, 255)],
)
def test_unbearable_parameters_are_refused_before_any_work(
    path: Path, parameters: tuple[int, int, int]
) -> None:
    path.write_bytes(MAGIC + bytes(parameters) + bytes(100))
    assert problem(path) is BackupProblem.DAMAGED


@pytest.mark.parametrize("cost", [Cost(1, 1, 1), Cost(15, 1, 1), Cost(1, 255, 255)])
def test_every_bearable_cost_is_one_that_scrypt_knows(path: Path, cost: Cost) -> None:
    assert cost.is_bearable
    write_backup(path, PASSPHRASE, sample_backup(), cost)
    assert read_backup(path, PASSPHRASE).book == BOOK


@pytest.mark.parametrize(
    "book",
    [
        BookContents((dataclasses.replace(ANNA, psk=b"short"),)),
        BookContents((dataclasses.replace(ANNA, keys=PublicKeys(b"", b"e" * 32)),)),
        BookContents((), (dataclasses.replace(BOOK.invites[0], psk=bytes(33)),)),
        BookContents((), (), (dataclasses.replace(BOOK.introductions[0], psk=b""),)),
    ],
)
def test_keys_of_a_wrong_length_are_refused_even_under_the_right_passphrase(
    path: Path, book: BookContents
) -> None:
    written_backup(path, book)
    assert problem(path) is BackupProblem.DAMAGED


def test_names_that_may_not_travel_are_made_to_fit(path: Path) -> None:
    backup = dataclasses.replace(sample_backup(), name="Mi\u202era" + "x" * 100, computer="\n")
    write_backup(path, PASSPHRASE, backup, CHEAP)
    read = read_backup(path, PASSPHRASE)
    assert read.name.startswith("Miraxxx")
    assert len(read.name) == 32
    assert read.computer == ""


def test_nothing_stays_open(path: Path) -> None:
    written_backup(path)
    before = open_descriptors()
    read_backup(path, PASSPHRASE)
    problem(path, "another passphrase")
    path.with_name("folder").mkdir()
    problem(path.with_name("folder"))
    assert open_descriptors() == before


def test_the_header_says_log_n_r_p_and_a_salt(path: Path) -> None:
    written_backup(path)
    log_n, r, p, salt = struct.unpack(">BBB16s", path.read_bytes()[len(MAGIC) :][:19])
    assert Cost(log_n, r, p) == CHEAP
    assert len(set(salt)) > 4
