import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from byhand.errors import (
    BackupError,
    CorruptStoreError,
    DiskFullError,
    ProfileInUseError,
    UsageError,
)
from byhand.service.moving import export_profile, import_profile, take_over
from byhand.service.stores import Stores, book_key, open_stores
from byhand.storage.backup import Backup, read_backup
from byhand.storage.friend_store import BookContents, save_book
from byhand.storage.identity_store import load_or_create_identity
from byhand.storage.locations import ProfileFolder
from tests.helpers.faulty_disk import DyingDisk, FaultyDisk, Killed
from tests.helpers.sample_backups import (
    BOOK,
    MAREK,
    PASSPHRASE,
    sample_backup,
    written_backup,
)
from tests.helpers.trees import open_descriptors, snapshot

OLD_BOOK = BookContents((MAREK,))


def somebody(profile: Path) -> None:
    """Make a profile with an identity that has a friend."""
    folder = ProfileFolder.open(profile)
    stored = load_or_create_identity(folder.identity)
    save_book(folder.friends, book_key(stored.identity), OLD_BOOK)
    folder.settings.write_text('{"name": "Old Me", "port": 5000, "future": 1}')
    folder.close()


def opened(profile: Path) -> Stores:
    stores = open_stores(profile)
    stores.close()
    return stores


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    somebody(tmp_path / "profile")
    return tmp_path / "profile"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mira.byhand"


def test_an_identity_moves_with_friends_and_names(profile: Path, file: Path) -> None:
    backup = written_backup(file)
    import_profile(profile, file, PASSPHRASE)
    stores = opened(profile)
    assert stores.identity == backup.identity
    assert stores.book == BOOK
    assert (stores.settings.name, stores.settings.computer) == ("Mira Kohl", "Mira's laptop")


def test_what_else_is_set_stays_as_it_was(profile: Path, file: Path) -> None:
    written_backup(file)
    import_profile(profile, file, PASSPHRASE)
    assert opened(profile).settings.port == 5000
    assert '"future": 1' in (profile / "settings.json").read_text()


def test_every_import_is_another_installation(tmp_path: Path, file: Path) -> None:
    written_backup(file)
    ids = set()
    for name in ("one", "two", "two"):
        import_profile(tmp_path / name, file, PASSPHRASE)
        ids.add(opened(tmp_path / name).installation_id)
    assert len(ids) == 3


def test_who_was_there_before_is_kept_whole(profile: Path, file: Path, tmp_path: Path) -> None:
    before = snapshot(profile)
    written_backup(file)
    import_profile(profile, file, PASSPHRASE)
    restored = tmp_path / "restored"
    restored.mkdir()
    for name in ("identity.key", "friends", "settings.json"):
        kept = (profile / f"{name}.before-import").read_bytes()
        assert kept == before[name]
        (restored / name).write_bytes(kept)
        (restored / name).chmod(0o600)
    assert opened(restored).book == OLD_BOOK


def test_a_profile_whose_identity_is_damaged_can_be_given_another(
    profile: Path, file: Path
) -> None:
    (profile / "identity.key").write_bytes(b"")
    backup = written_backup(file)
    import_profile(profile, file, PASSPHRASE)
    assert opened(profile).identity == backup.identity


def test_a_wrong_passphrase_changes_nothing(profile: Path, file: Path) -> None:
    written_backup(file)
    before = snapshot(profile)
    with pytest.raises(BackupError):
        import_profile(profile, file, "another passphrase")
    assert snapshot(profile) == before


def test_P6_a_profile_in_use_is_left_alone(profile: Path, file: Path) -> None:
    written_backup(file)
    folder = ProfileFolder.open(profile)
    before = snapshot(profile)
    with pytest.raises(ProfileInUseError):
        import_profile(profile, file, PASSPHRASE)
    assert snapshot(profile) == before
    folder.close()


def test_settings_that_are_damaged_stop_it_before_anything_is_changed(
    profile: Path, file: Path
) -> None:
    written_backup(file)
    (profile / "settings.json").write_bytes(b"{")
    before = snapshot(profile)
    with pytest.raises(CorruptStoreError):
        import_profile(profile, file, PASSPHRASE)
    assert snapshot(profile) == before


def outcome(profile: Path, backup: Backup) -> str:
    """Say who a profile is at its next start; friends must be those of the identity."""
    stores = opened(profile)
    if stores.identity == backup.identity:
        assert stores.book == BOOK
        assert stores.settings.name == "Mira Kohl"
        return "new"
    assert stores.book == OLD_BOOK
    assert stores.settings.name == "Old Me"
    return "old"


def test_P3_killed_at_any_call_it_is_the_old_identity_with_its_friends_or_the_new(
    tmp_path: Path,
) -> None:
    backup = sample_backup()
    outcomes = ""
    dies_at = 0
    while True:
        dies_at += 1
        profile = tmp_path / str(dies_at)
        somebody(profile)
        folder = ProfileFolder.open(profile)
        try:
            take_over(folder, backup, DyingDisk(dies_at).disk)
        except Killed:
            folder.close()
            outcomes += outcome(profile, backup)[0]
        else:
            folder.close()
            break
    assert outcomes.lstrip("o").strip("n") == ""
    assert outcomes.count("o") > 20
    assert outcomes.count("n") > 5
    assert outcome(profile, backup) == "new"


KILL = """
import os, signal, sys
from pathlib import Path
from byhand.service.moving import take_over
from byhand.storage.backup import read_backup
from byhand.storage.locations import ProfileFolder
from tests.helpers.faulty_disk import DyingDisk, Killed
folder = ProfileFolder.open(Path(sys.argv[1]))
backup = read_backup(Path(sys.argv[2]), sys.argv[3])
try:
    take_over(folder, backup, DyingDisk(int(sys.argv[4])).disk)
except Killed:
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(("dies_at", "expected"), [(20, "old"), (30, "new"), (34, "new")])
def test_P3_a_process_that_is_really_killed_leaves_one_of_the_two(
    profile: Path, file: Path, dies_at: int, expected: str
) -> None:
    backup = written_backup(file)
    done = subprocess.run(
        [sys.executable, "-c", KILL, str(profile), str(file), PASSPHRASE, str(dies_at)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL
    assert outcome(profile, backup) == expected


def test_P8_a_full_disk_leaves_the_old_identity(profile: Path) -> None:
    backup = sample_backup()
    folder = ProfileFolder.open(profile)
    for write in range(1, 5):
        with pytest.raises(DiskFullError):
            take_over(folder, backup, FaultyDisk(write, only=["write"]).disk)
    folder.close()
    assert outcome(profile, backup) == "old"


def test_what_is_exported_is_what_is_imported(profile: Path, file: Path, tmp_path: Path) -> None:
    before = opened(profile)
    folder = ProfileFolder.open(profile)
    exported = export_profile(folder, file, PASSPHRASE)
    folder.close()
    assert read_backup(file, PASSPHRASE) == exported
    import_profile(tmp_path / "elsewhere", file, PASSPHRASE)
    after = opened(tmp_path / "elsewhere")
    assert (after.identity, after.book) == (before.identity, before.book)
    assert after.settings.name == "Old Me"
    assert after.installation_id != before.installation_id


def test_a_profile_that_has_no_identity_yet_cannot_be_exported(tmp_path: Path, file: Path) -> None:
    folder = ProfileFolder.open(tmp_path / "new")
    with pytest.raises(UsageError):
        export_profile(folder, file, PASSPHRASE)
    folder.close()
    assert not file.exists()
    assert not (tmp_path / "new/identity.key").exists()


def test_nothing_stays_open(profile: Path, file: Path) -> None:
    written_backup(file)
    before = open_descriptors()
    import_profile(profile, file, PASSPHRASE)
    with pytest.raises(BackupError):
        import_profile(profile, file, "another passphrase")
    assert open_descriptors() == before
