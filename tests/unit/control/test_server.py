"""Whoever speaks to the socket without keeping to the rules changes nothing but their own luck."""

import json
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from byhand import __version__
from byhand.control.lines import LINE_BYTES
from byhand.domain.events import FriendAdded
from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.errors import UsageError
from tests.helpers.elsewhere import Elsewhere
from tests.helpers.fake_orders import TAKEN_NAME
from tests.helpers.fake_service import FakeService
from tests.helpers.processes import HANG_SECONDS
from tests.helpers.screen import wait_until

ANNA = Friend(FriendId(b"\xaa" * 32), "Anna", "laptop")
ANNA_ID = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo="


class Stranger:
    """Speaks to a socket line by line, as anybody may."""

    def __init__(self, profile: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(HANG_SECONDS)
        self._socket.connect(str(profile / "control.sock"))
        self._lines = self._socket.makefile("rb")

    def says(self, line: bytes | dict[str, Any]) -> None:
        self._socket.sendall(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n")

    def hears(self) -> dict[str, Any]:
        line: dict[str, Any] = json.loads(self._lines.readline())
        return line

    def is_hung_up_on(self) -> bool:
        try:
            return self._lines.read() == b""
        except ConnectionError:
            return True

    def close(self) -> None:
        self._lines.close()
        self._socket.close()


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def there(service: FakeService, tmp_path: Path) -> Iterator[Elsewhere]:
    with Elsewhere(service, tmp_path / "p") as there:
        yield there


@pytest.fixture
def stranger(there: Elsewhere, tmp_path: Path) -> Iterator[Stranger]:
    """Somebody who has been greeted."""
    stranger = Stranger(tmp_path / "p")
    assert stranger.hears() == {"type": "hello", "version": __version__, "has_window": False}
    yield stranger
    stranger.close()


def order(name: str, /, **arguments: object) -> dict[str, Any]:
    return {"id": 7, "name": name, "arguments": arguments}


def test_an_order_is_given_and_answered(stranger: Stranger, service: FakeService) -> None:
    stranger.says(order("friends.rename", friend_id=ANNA_ID, name="Ann"))
    assert stranger.hears() == {"type": "result", "id": 7, "value": None}
    assert service.orders == [("rename_friend", ANNA.id, "Ann")]


def test_an_error_is_answered_by_its_class_and_parts(stranger: Stranger) -> None:
    stranger.says(order("friends.rename", friend_id=ANNA_ID, name=TAKEN_NAME))
    failure = stranger.hears()
    assert (failure["type"], failure["id"]) == ("failure", 7)
    sentence = "You already have a friend of that name."
    assert failure["error"] == {"error": UsageError.__name__, "of": [sentence]}


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"garbage\n",
        b"\x00\xff\xfe\n",
        b"GET / HTTP/1.1\r\n",
        b"[]\n",
        b"{}\n",
        b"[" * 100_000 + b"\n",
        b'{"id":"7","name":"progress"}\n',
        b'{"id":7,"name":7}\n',
        b'{"id":7,"name":"progress","arguments":[]}\n',
        b"x" * (LINE_BYTES + 1),
    ],
    ids=lambda line: repr(line[:20]),
)
def test_garbage_is_hung_up_on_and_nobody_else_notices(
    stranger: Stranger, tmp_path: Path, line: bytes
) -> None:
    other = Stranger(tmp_path / "p")
    other.hears()
    with suppress(ConnectionError):  # hung up on in the middle of it
        stranger.says(line)
    assert stranger.is_hung_up_on()
    other.says(order("progress"))
    assert other.hears()["value"] == {}
    other.close()


@pytest.mark.parametrize(
    "wrong",
    [
        order("fly"),
        order(""),
        order("friends"),
        order("friends.__class__"),
        order("friends._record", args=[]),
        order("__init__"),
        order("is_elsewhere"),
        order("subscribe.x"),
        order("unsubscribe"),
        order("unsubscribe", to="x"),
        order("raise"),
        order("raise", token=""),
        order("decline"),
        order("decline", transfer_id="!"),
        order("decline", transfer_id=ANNA_ID, more=1),
        order("friends.rename", friend_id=ANNA_ID, name=None),
        order("friends.set_policy", friend_id=ANNA_ID, policy={"limit_bytes": "much"}),
        order("profile.set_visibility", visibility="everybody"),
        order("profile.appearance", x=1),
    ],
    ids=json.dumps,
)
def test_what_is_no_order_is_refused_and_the_next_one_is_heard(
    stranger: Stranger, service: FakeService, wrong: dict[str, Any]
) -> None:
    stranger.says(wrong)
    failure = stranger.hears()
    assert failure["error"]["error"] == "RemoteProtocolError"
    assert service.orders == []
    stranger.says(order("profile.appearance"))
    assert stranger.hears()["value"] == "system"


def test_a_bug_in_an_order_is_an_error_like_others(
    stranger: Stranger, service: FakeService
) -> None:
    stranger.says(order("friend_named", text="Nobody"))  # the fake raises what is no error of ours
    assert stranger.hears()["error"] == {"error": "ByhandError", "of": []}
    stranger.says(order("progress"))
    assert stranger.hears()["type"] == "result"


def test_what_is_there_is_told_before_the_answer_and_then_every_change(
    stranger: Stranger, service: FakeService, there: Elsewhere
) -> None:
    there.do(service.emit, FriendAdded(ANNA, Presence()))
    stranger.says({"id": 3, "name": "subscribe"})
    told = [stranger.hears() for _ in range(4)]
    assert [line.get("name", line["type"]) for line in told] == [
        "ProfileChanged",
        "FriendAdded",
        "PairingWindowChanged",
        "result",
    ]
    there.do(service.emit, FriendAdded(ANNA, Presence()))
    assert stranger.hears()["to"] == 3
    stranger.says(order("unsubscribe", to=3))
    assert stranger.hears()["id"] == 7
    there.do(service.emit, FriendAdded(ANNA, Presence()))
    stranger.says(order("progress"))
    assert stranger.hears()["type"] == "result"


def test_nobody_subscribes_without_end(stranger: Stranger, service: FakeService) -> None:
    kinds = []
    for number in (*range(20), 0):
        stranger.says({"id": number, "name": "subscribe"})
        while (line := stranger.hears())["type"] == "event":
            pass
        kinds.append(line["type"])
    assert kinds == ["result"] * 16 + ["failure"] * 5


def test_whoever_vanishes_in_the_middle_changes_nothing(
    stranger: Stranger, tmp_path: Path, service: FakeService, there: Elsewhere
) -> None:
    stranger.says({"id": 3, "name": "subscribe"})
    stranger.hears()
    stranger.says(b'{"id": 4, "name": "decl')
    stranger.close()
    wait_until(lambda: there.do(lambda: service.observer_count == 0), "still told")
    there.do(service.emit, FriendAdded(ANNA, Presence()))
    other = Stranger(tmp_path / "p")
    assert other.hears()["type"] == "hello"
    other.close()
    assert service.orders == []


def test_whoever_does_not_read_is_hung_up_on(
    stranger: Stranger, service: FakeService, there: Elsewhere
) -> None:
    stranger.says({"id": 3, "name": "subscribe"})
    big = Friend(FriendId(b"\xbb" * 32), "x" * 1_000_000, "")
    told = 0
    while there.do(lambda: service.observer_count) or not told:
        there.do(service.emit, FriendAdded(big, Presence()))
        told += 1
        assert told < 100, "everything is kept for somebody who never reads"
    assert told > 30


def test_an_event_too_long_for_a_line_is_not_sent(
    stranger: Stranger, service: FakeService, there: Elsewhere
) -> None:
    stranger.says({"id": 3, "name": "subscribe"})
    while stranger.hears()["type"] == "event":
        pass
    there.do(service.emit, FriendAdded(Friend(ANNA.id, "x" * LINE_BYTES, ""), Presence()))
    assert stranger.is_hung_up_on()


def test_a_window_is_raised_with_a_token_that_is_one(tmp_path: Path) -> None:
    raised: list[str] = []
    with Elsewhere(FakeService(), tmp_path / "p", raised.append):
        stranger = Stranger(tmp_path / "p")
        assert stranger.hears()["has_window"] is True
        for token in ("", "kwin-1 2", "a\0b", "é", "x" * 301):
            stranger.says(order("raise", token=token))
            assert stranger.hears()["type"] == "result"
        stranger.close()
    assert raised == ["", "kwin-1 2", "", "", ""]


def test_where_there_can_be_no_socket_the_service_runs_without(tmp_path: Path) -> None:
    profile = tmp_path / "p"
    (profile / "control.sock").mkdir(parents=True)
    profile.chmod(0o700)
    with Elsewhere(FakeService(), profile) as there:
        assert there.do(lambda: "runs") == "runs"
