"""Commands with a profile that another process has: it does what they order."""

import json
import math
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from byhand.cli.orders import (
    AddAddress,
    AddFriend,
    AnswerIntroduction,
    BlockFriend,
    ChangePolicy,
    Introduce,
    Invite,
    ListFriends,
    ListIntroductions,
    LookNearby,
    MarkMine,
    Me,
    Options,
    Order,
    Receive,
    RenameFriend,
    Send,
    ShowPolicy,
)
from byhand.cli.performing import perform
from byhand.cli.starting import start_service
from tests.helpers.gifts import make_file
from tests.helpers.private_network import needs_private_network
from tests.helpers.processes import Byhand, Line, Somebody, become_friends, copied, ran, running
from tests.helpers.trees import snapshot

Capture = pytest.CaptureFixture[str]
pytestmark = needs_private_network()

ORDERS: list[Order] = [
    Me(computer="desk"),
    Me(),
    ListFriends(),
    RenameFriend("Marek", "Marek N."),
    RenameFriend("Marek N.", "Marek"),
    RenameFriend("Marek", "x" * 40),
    RenameFriend("Mar\udcff", "Marek"),
    MarkMine("Marek"),
    MarkMine("Marek", is_mine=False),
    ShowPolicy("Marek"),
    ChangePolicy("Marek", accepts_by_itself=True),
    ChangePolicy("Marek", limit_bytes=5_000_000),
    ChangePolicy("Marek", limit_bytes=1_000_000_000),
    AddAddress("Marek", "127.0.0.1:1"),
    AddAddress("Marek", "no address"),
    BlockFriend("Marek"),
    Send(("/etc/hostname",), ("Marek",)),
    BlockFriend("Marek", is_blocked=False),
    Send(("/etc/hostname",), ("Nobody",)),
    Send(("/etc/hostname",), ("Marek",), wait_seconds=0.0),
    ListIntroductions(),
    AnswerIntroduction("Nobody", agrees=True),
    Introduce("Marek", "Nobody"),
    Invite(hours=math.nan),
    AddFriend("byhand://nonsense"),
    LookNearby(0.0),
    Receive(into="/dev/null"),
]
BESIDE = ("scanning", "queued", "offered", "progress", "closing")
"""What is told of a transfer once or twice, as the friend is found sooner or later."""


@pytest.fixture(scope="module")
def friends(tmp_path_factory: pytest.TempPathFactory) -> tuple[Somebody, Somebody]:
    """Anna and Marek, who are friends already."""
    place = tmp_path_factory.mktemp("friends")
    anna, marek = Somebody("Anna", place / "anna"), Somebody("Marek", place / "marek")
    become_friends(anna, marek)
    return anna, marek


@pytest.fixture
def couple(friends: tuple[Somebody, Somebody], tmp_path: Path) -> tuple[Somebody, Somebody]:
    """The two of them before they have sent anything."""
    return copied(friends, tmp_path / "profiles")


@contextmanager
def receiving(somebody: Somebody, *arguments: str) -> Iterator[Byhand]:
    with running(somebody, "receive", *arguments) as process:
        process.wait_for("ready")
        yield process


@contextmanager
def offered(
    couple: tuple[Somebody, Somebody], inbox: Path, *paths: Path
) -> Iterator[tuple[Byhand, Byhand, Byhand, Line]]:
    """Anna has offered paths to Marek through a process of hers that receives.

    That one, the one that sends, Marek's, and the offer.
    """
    anna, marek = couple
    command = ("send", *map(str, paths), "--to", "Marek", "--wait", "60")
    with (
        receiving(marek, "--into", str(inbox)) as his,
        receiving(anna) as holder,
        running(anna, *command) as sending,
    ):
        yield holder, sending, his, his.wait_for("offer")


OWN = {"offer": "id", "state": "id", "error": "id", "queued": "id"}
"""What differs from one transfer to the next, by event."""


def told_of(orders: Sequence[Order], somebody: Somebody, capsys: Capture) -> list[list[Line]]:
    """Return what each order tells in turn, without the ids of transfers."""
    told = []
    for order in orders:
        perform(order, Options(somebody.profile, is_json=True), start_service)
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        for line in lines:
            line.pop(OWN.get(line["event"], ""), None)
        told.append(lines)
    return told


def test_every_command_says_the_same_through_another_process(
    couple: tuple[Somebody, Somebody], capsys: Capture
) -> None:
    anna, _ = couple
    told_of(ORDERS[:1], anna, capsys)
    alone = told_of(ORDERS, anna, capsys)
    with receiving(anna):
        through = told_of(ORDERS, anna, capsys)
    for order, here, there in zip(ORDERS, alone, through, strict=True):
        assert there == here, order


def test_files_sent_through_another_process_arrive_and_are_told_in_the_same_way(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = couple
    gift = make_file(tmp_path / "gift.bin", 20_000_000)
    command = ("send", str(gift), "--to", "Marek")
    with receiving(marek, "--accept", "friends", "--into", str(tmp_path / "inbox")):
        alone = ran(anna, *command)
        with receiving(anna):
            through = ran(anna, *command)
    assert steps(through) == steps(alone)
    assert snapshot(tmp_path / "inbox").keys() == {"gift.bin", "gift (1).bin"}


def steps(outcome: tuple[int, list[Line]]) -> tuple[int, list[str]]:
    """Return an exit code, and what a transfer went through for longer than a moment."""
    code, lines = outcome
    told = [str(line.get("state", line["event"])) for line in lines]
    return code, [step for step in told if step not in BESIDE]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_who_ordered_may_leave_and_the_transfer_goes_on(
    couple: tuple[Somebody, Somebody], tmp_path: Path, number: signal.Signals
) -> None:
    gift = make_file(tmp_path / "gift.bin", 3_000_000)
    inbox = tmp_path / "inbox"
    with offered(couple, inbox, gift) as (_, sending, his, offer):
        sending.wait_for("state", state="offered")
        sending.signal(number)
        if number is not signal.SIGKILL:
            assert sending.ended() == 1
        his.write(f"accept {offer['id']}")
        his.wait_for("finished", id=offer["id"])
    assert snapshot(inbox) == {"gift.bin": gift.read_bytes()}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_when_who_did_it_ends_the_command_goes_on_by_itself(
    couple: tuple[Somebody, Somebody], tmp_path: Path, number: signal.Signals
) -> None:
    gift = make_file(tmp_path / "gift.bin", 3_000_000)
    inbox = tmp_path / "inbox"
    with offered(couple, inbox, gift) as (holder, sending, his, offer):
        holder.signal(number)
        his.write(f"accept {offer['id']}")
        his.wait_for("finished", id=offer["id"])
        assert sending.ended() == 0
        assert {line["id"] for line in sending.lines if "id" in line} == {offer["id"]}
    assert snapshot(inbox) == {"gift.bin": gift.read_bytes()}


def test_offers_are_answered_through_another_process(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = couple
    gift = make_file(tmp_path / "gift.bin", 1000)
    inbox = tmp_path / "inbox"
    arguments = ("--accept", "friends", "--once", "--into", str(inbox))
    with receiving(marek) as holder, receiving(marek, *arguments) as second:
        code, _ = ran(anna, "send", str(gift), "--to", "Marek")
        assert code == 0
        assert second.ended() == 0
        offer = holder.has_told("offer")
        assert holder.has_told("finished", id=offer["id"])
        assert [line["event"] for line in second.lines].count("finished") == 1
        # What is over is nothing to wait for.
        with receiving(marek, *arguments) as third:
            third.signal(signal.SIGINT)
            assert third.ended() == 1
            assert [line["event"] for line in third.lines] == ["ready", "end"]
    assert snapshot(inbox) == {"gift.bin": gift.read_bytes()}


def test_many_commands_at_once_share_one_profile(couple: tuple[Somebody, Somebody]) -> None:
    anna, _ = couple
    with running(anna, "receive") as one, running(anna, "receive") as other:
        for process in (one, other):
            process.wait_for("ready")
        with running(anna, "me") as me, running(anna, "friends") as friends:
            assert me.ended() == friends.ended() == 0
        for process in (one, other):
            process.signal(signal.SIGINT)
            assert process.ended() == 0
