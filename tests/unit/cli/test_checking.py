"""What cannot be is said before anything is begun."""

import io
import os
from pathlib import Path

import pytest

from byhand.cli.checking import checked
from byhand.cli.orders import AddFriend, Me, Order, Receive, Send, SendText
from byhand.cli.transfer_orders import CancelFiles, ClearHistory
from byhand.domain.manifest import TEXT_BYTES_LIMIT
from byhand.domain.plan import SendOptions
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


class Input(io.TextIOWrapper):
    """Standard input with some bytes in it."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))


def typed_text(content: bytes, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("sys.stdin", Input(content))
    order = checked(SendText("-", ("Anna",)))
    assert isinstance(order, SendText)
    return order.text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"https://a.example\n", "https://a.example"),
        (b"one\r\ntwo\r\n", "one\r\ntwo"),
        (b"a\n\n", "a\n"),
        ("Sömmer".encode(), "Sömmer"),
        (b"x" * TEXT_BYTES_LIMIT + b"\r\n", "x" * TEXT_BYTES_LIMIT),
    ],
    ids=["link", "lines", "empty line", "letters", "longest"],
)
def test_a_text_is_read_from_standard_input_without_its_last_end_of_line(
    content: bytes, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert typed_text(content, monkeypatch) == text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "There is no text"),
        (b" \n\t", "There is no text"),
        (b"\xff\xfe", "UTF-8"),
        (b"x" * (TEXT_BYTES_LIMIT + 1), "at most 1 MiB"),
        (b"x" * (TEXT_BYTES_LIMIT + 1) + b"\n", "at most 1 MiB"),
        ("é".encode() * TEXT_BYTES_LIMIT, "at most 1 MiB"),
    ],
    ids=["empty", "blank", "bytes", "long", "long line", "cut"],
)
def test_what_is_no_text_to_send_is_refused(
    content: bytes, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match=sentence):
        typed_text(content, monkeypatch)


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        (SendText("", ("Anna",)), "There is no text"),
        (SendText("\udcff", ("Anna",)), "UTF-8"),
        (SendText("é" * TEXT_BYTES_LIMIT, ("Anna",)), "at most 1 MiB"),
        (SendText("a", ("Anna",), "host:0"), "HOST:PORT"),
        (CancelFiles("abcd", ("1", "x")), "no numbers of files"),
        (ClearHistory(), "add --yes"),
        (Send(("/",), ("Anna",), options=SendOptions("x" * 2_001)), "at most 2,000 characters"),
    ],
    ids=["empty", "bytes", "long", "address", "numbers", "unsure", "note"],
)
def test_what_cannot_be_is_said_before_anything_runs(order: Order, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        checked(order)


@pytest.mark.parametrize(
    "order",
    [
        SendText("a\n", ("Anna",)),
        CancelFiles("abcd", ("1", "3-7")),
        ClearHistory(is_sure=True),
        Send(("/",), ("Anna",), options=SendOptions("x" * 2_000)),
    ],
    ids=["text", "numbers", "sure", "note"],
)
def test_what_can_be_stays_as_it_is(order: Order) -> None:
    assert checked(order) == order


def test_other_orders_stay_as_they_are() -> None:
    assert checked(Me("x")) == Me("x")
