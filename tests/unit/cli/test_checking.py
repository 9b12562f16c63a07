"""What cannot be is said before anything is begun."""

import io
import os
from pathlib import Path

import pytest

from byhand.cli.checking import checked
from byhand.cli.orders import AddFriend, Me, Receive, Send
from byhand.errors import UsageError

needs_no_root = pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")


def test_paths_become_whole_and_keep_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").write_text("x")
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    order = checked(Send(("link", "./real"), ("Anna",)))
    assert order == Send((str(tmp_path / "link"), str(tmp_path / "real")), ("Anna",))


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    (tmp_path / "here").write_text("x")
    paths = (str(tmp_path / "here"), str(tmp_path / "go\x1bne"))
    with pytest.raises(UsageError, match="nothing was sent") as caught:
        checked(Send(paths, ("Anna",)))
    assert "\x1b" not in str(caught.value)


@needs_no_root
def test_an_unreadable_path_is_named(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.touch(0o000)
    with pytest.raises(UsageError, match="may not read"):
        checked(Send((str(secret),), ("Anna",)))


@pytest.mark.parametrize(
    "address", ["10.0.0.1:47800", "anna.local:1", "[fe80::1%2]:47800", "[2001:db8::1]:65535"]
)
def test_an_address_has_a_host_and_a_port(address: str, tmp_path: Path) -> None:
    order = Send((str(tmp_path),), ("Anna",), address)
    assert checked(order) == order


@pytest.mark.parametrize("address", ["", ":1", "host:0", "host:65536", "a b:1", "h:1x"])
def test_any_other_address_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="HOST:PORT"):
        checked(Send((str(tmp_path),), ("Anna",), address))


def test_a_missing_folder_is_made_in_one_that_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    assert checked(Receive(into=str(folder))) == Receive(into=str(folder))
    assert folder.is_dir()


def test_no_more_than_one_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="make it first"):
        checked(Receive(into=str(tmp_path / "a" / "b")))
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="not a folder"):
        checked(Receive(into=str(tmp_path / "file")))


def test_a_link_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("  byhand://add/x \nmore\n"))
    assert checked(AddFriend("-")) == AddFriend("byhand://add/x")


def test_no_link_on_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(UsageError):
        checked(AddFriend("-"))


def test_other_orders_stay_as_they_are() -> None:
    assert checked(Me("x")) == Me("x")
