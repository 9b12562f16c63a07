import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from byhand.errors import ProfileInUseError, StorageError
from byhand.storage.locations import (
    ProfileFolder,
    default_downloads_folder,
    default_profile_folder,
)
from tests.helpers.small_disk import make_read_only, small_disk
from tests.helpers.trees import snapshot

HOLD = """
import sys, time
from pathlib import Path
from byhand.storage.locations import ProfileFolder
folder = ProfileFolder.open(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_profile_is_closed_to_others(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        folder = ProfileFolder.open(tmp_path / "some/profile")
    finally:
        os.umask(old)
    assert mode(folder.path) == mode(folder.log) == 0o700
    assert mode(folder.path / "lock") == 0o600
    assert {path.name for path in folder.path.iterdir()} == {"lock", "log"}
    folder.close()


def test_everything_lies_in_the_profile(tmp_path: Path) -> None:
    folder = ProfileFolder.open(tmp_path)
    places = [folder.identity, folder.friends, folder.settings, folder.database, folder.log]
    assert [place.name for place in places] == [
        *("identity.key", "friends", "settings.json", "byhand.db", "log")
    ]
    assert {place.parent for place in places} == {tmp_path}
    folder.close()


def test_a_relative_profile_does_not_move_with_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = ProfileFolder.open(Path("p"))
    assert folder.path == tmp_path / "p"
    folder.close()


def test_an_empty_folder_that_becomes_a_profile_is_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir(mode=0o755)
    ProfileFolder.open(tmp_path / "p").close()
    assert mode(tmp_path / "p") == 0o700


def test_a_folder_that_holds_other_things_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p").chmod(0o755)
    (tmp_path / "p/letter.txt").write_bytes(b"x")
    ProfileFolder.open(tmp_path / "p").close()
    assert mode(tmp_path / "p") == 0o755


def test_P6_a_profile_belongs_to_one_at_a_time(tmp_path: Path) -> None:
    first = ProfileFolder.open(tmp_path)
    with pytest.raises(ProfileInUseError) as caught:
        ProfileFolder.open(tmp_path)
    assert caught.value.path == tmp_path
    first.close()
    ProfileFolder.open(tmp_path).close()


def test_P6_a_killed_process_leaves_no_stale_lock(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ProfileInUseError):
            ProfileFolder.open(tmp_path)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    ProfileFolder.open(tmp_path).close()


def test_P6_a_profile_on_a_read_only_disk_is_a_storage_error(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1_000_000) as disk:
        make_read_only(disk)
        with pytest.raises(StorageError):
            ProfileFolder.open(disk / "profile")
        assert snapshot(disk) == {}


def test_a_profile_that_is_a_file_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(b"x")
    with pytest.raises(StorageError):
        ProfileFolder.open(tmp_path / "p")


def test_the_lock_does_not_follow_a_link(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p/lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageError):
        ProfileFolder.open(tmp_path / "p")
    assert not (tmp_path / "elsewhere").exists()


def test_defaults_lie_in_the_users_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_profile_folder() == tmp_path / "data/byhand"
    assert default_downloads_folder().is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []
