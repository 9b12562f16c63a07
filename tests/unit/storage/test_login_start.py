"""Starting at login: the file that the desktop reads, what is in it, and who may switch it off."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from byhand.errors import DiskFullError, ReadOnlyError, StorageError
from byhand.storage.locations import default_profile_folder
from byhand.storage.login_start import HIDDEN, LoginStart, exec_line, login_start
from tests.helpers.faulty_disk import FaultyDisk

COMMAND = ["/opt/byhand/bin/byhand-window", HIDDEN]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config/autostart/byhand.desktop"


def test_it_is_not_so_until_it_is_wanted_and_not_any_more_when_it_is_not(path: Path) -> None:
    start = LoginStart(path, COMMAND)
    assert not start.is_set()
    start.set(True)
    assert start.is_set()
    start.set(True)
    assert start.is_set()
    start.set(False)
    assert not start.is_set()
    start.set(False)
    assert os.listdir(path.parent) == []


def test_the_desktop_is_told_to_start_the_window_hidden(path: Path) -> None:
    LoginStart(path, COMMAND).set(True)
    assert path.read_text() == (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=Byhand\n"
        "Icon=byhand\n"
        "Terminal=false\n"
        'Exec="/opt/byhand/bin/byhand-window" "--hidden"\n'
        "X-GNOME-Autostart-enabled=true\n"
    )


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_what_the_desktop_has_switched_off_is_not_set_until_it_is_wanted_again(
    path: Path, line: str
) -> None:
    start = LoginStart(path, COMMAND)
    start.set(True)
    path.write_text(path.read_text().replace("X-GNOME-Autostart-enabled=true", line))
    assert not start.is_set()
    start.set(True)
    assert start.is_set()


def test_what_another_group_of_the_file_says_does_not_count(path: Path) -> None:
    start = LoginStart(path, COMMAND)
    start.set(True)
    with path.open("a") as file:
        file.write("[Desktop Action quit]\nHidden=true\n")
    assert start.is_set()


def test_what_is_no_text_or_cannot_be_read_breaks_nothing(path: Path) -> None:
    start = LoginStart(path, COMMAND)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\x00[" * 50_000)
    assert start.is_set()
    path.unlink()
    path.mkdir()
    assert not start.is_set()


def test_a_disk_that_is_full_leaves_what_was_there(path: Path) -> None:
    LoginStart(path, COMMAND).set(True)
    before = path.read_bytes()
    full = FaultyDisk(1, errno.ENOSPC, {"write"}).disk
    with pytest.raises(DiskFullError):
        LoginStart(path, [*COMMAND, "more"], full).set(True)
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_bytes(b"")
    with pytest.raises(StorageError):
        LoginStart(tmp_path / "config/autostart/byhand.desktop", COMMAND).set(True)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["/usr/bin/a"], '"/usr/bin/a"'),
        (["/opt/my apps/a", "--hidden"], '"/opt/my apps/a" "--hidden"'),
        (["/a%f"], '"/a%%f"'),
        (['/a"b`c$d'], '"/a\\\\"b\\\\`c\\\\$d"'),
        (["/a\\b"], '"/a\\\\\\\\b"'),
        (["/a\nExec=evil"], '"/a\\nExec=evil"'),
    ],
)
def test_no_path_is_more_than_one_word_of_the_command(words: Sequence[str], line: str) -> None:
    assert exec_line(words) == line


def test_the_file_lies_where_the_desktop_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    start = login_start(default_profile_folder(), {}, "linux")
    assert start is not None
    start.set(True)
    assert [each.name for each in (tmp_path / ".config/autostart").iterdir()] == ["byhand.desktop"]
    config = tmp_path / "elsewhere"
    for relative in ("", "relative"):
        assert login_start(default_profile_folder(), {"XDG_CONFIG_HOME": relative}, "linux")
    start = login_start(default_profile_folder(), {"XDG_CONFIG_HOME": str(config)}, "linux")
    assert start is not None
    start.set(True)
    assert (config / "autostart/byhand.desktop").is_file()


def test_another_profile_has_a_file_of_its_own_that_names_it(tmp_path: Path) -> None:
    around = {"XDG_CONFIG_HOME": str(tmp_path)}
    profile = Path("/srv/zweites Profil \udcff")
    other, mine = (
        login_start(each, around, "linux") for each in (profile, default_profile_folder())
    )
    assert other is not None
    assert mine is not None
    other.set(True)
    assert (other.is_set(), mine.is_set()) == (True, False)
    (file,) = (tmp_path / "autostart").iterdir()
    assert b'"--profile" "/srv/zweites Profil \xff"\n' in file.read_bytes()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_it_cannot_be_had(system: str) -> None:
    assert login_start(default_profile_folder(), {}, system) is None


def test_nothing_is_written_where_nothing_may_be(path: Path) -> None:
    refused = FaultyDisk(1, errno.EACCES, {"open"}).disk
    with pytest.raises(ReadOnlyError):
        LoginStart(path, COMMAND, refused).set(True)
    assert not path.exists()
