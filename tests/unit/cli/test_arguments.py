"""What is typed becomes the right order, and nothing heavy is loaded before it runs."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.cli.arguments import BYHAND, Ways, run
from byhand.cli.command_line import Verb, WrongLineError
from byhand.cli.limit_orders import LimitAll, SetHours, ShowLimits
from byhand.cli.orders import (
    AcceptPolicy,
    AddAddress,
    AddFriend,
    AnswerIntroduction,
    BlockFriend,
    ChangePolicy,
    CheckConnection,
    ConfirmMoved,
    ExportIdentity,
    IdentityOrder,
    ImportIdentity,
    Introduce,
    Invite,
    JoinFriend,
    KeepApart,
    LimitFriend,
    ListFriends,
    ListIntroductions,
    ListNetworks,
    LookNearby,
    MarkMine,
    Me,
    Options,
    Order,
    Pair,
    Receive,
    RemoveFriend,
    RenameFriend,
    Send,
    SendText,
    ShowPolicy,
    TrustNetwork,
    Verify,
)
from byhand.cli.sizes import NO_LIMIT
from byhand.cli.transfer_orders import (
    CancelFiles,
    CancelTransfer,
    CheckAgain,
    ClearHistory,
    ForgetTransfer,
    ListFiles,
    ListHistory,
    ListQueue,
    MoveTransfer,
    PauseTransfers,
    RemoveTransfer,
    RetryTransfer,
)
from byhand.domain.limits import UNLIMITED, RateLimits, Schedule
from byhand.domain.plan import SendOptions
from byhand.domain.profile import Visibility


def followed(line: str) -> tuple[Order | IdentityOrder | str, Options]:
    """Return what a command line leads to."""
    went: list[tuple[Order | IdentityOrder | str, Options]] = []

    def perform(order: Order | IdentityOrder, options: Options) -> int:
        went.append((order, options))
        return 3

    def go(way: str, options: Options) -> int:
        went.append((way, options))
        return 3

    ways = Ways(perform, lambda options: go("window", options), lambda options: go("demo", options))
    assert run(line.split(), ways) == 3
    assert len(went) == 1
    return went[0]


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("", "window"),
        ("demo", "demo"),
        ("send a b --to Anna", Send(("a", "b"), ("Anna",))),
        ("send --to Anna --to Marek a", Send(("a",), ("Anna", "Marek"))),
        ("send a --to Anna --at h:1 --wait 0", Send(("a",), ("Anna",), "h:1", 0.0)),
        ("send --to Anna -- --json", Send(("--json",), ("Anna",))),
        ("-- queue pause -- -x", PauseTransfers(("-x",))),
        ("send --to Anna -- --to", Send(("--to",), ("Anna",))),
        ("send a --to Anna b --wait 0 c", Send(("a", "b", "c"), ("Anna",), wait_seconds=0.0)),
        ("send a --to Anna -- -b", Send(("a", "-b"), ("Anna",))),
        ("send a --to=Anna --note --json", Send(("a",), ("Anna",), options=SendOptions("--json"))),
        ("send a --to Anna --note=", Send(("a",), ("Anna",))),
        ("send a --to Anna --no-wait", Send(("a",), ("Anna",), wait_seconds=None)),
        (
            "send a --to Anna --note hello --follow-links",
            Send(("a",), ("Anna",), options=SendOptions("hello", follows_links=True)),
        ),
        ("send a --to Anna --limit 1.5MB/s", Send(("a",), ("Anna",), limit=1_500_000)),
        ("text hello --to Anna --to Lea", SendText("hello", ("Anna", "Lea"))),
        ("text - --to Anna --at h --wait 1", SendText("-", ("Anna",), "h", 1.0)),
        ("text hello --to Anna --no-wait", SendText("hello", ("Anna",), None, None)),
        ("queue", ListQueue()),
        ("queue list", ListQueue()),
        ("queue list abcd", ListFiles("abcd")),
        ("queue pause abcd Summer", PauseTransfers(("abcd", "Summer"))),
        ("queue pause --all", PauseTransfers()),
        ("queue resume abcd", PauseTransfers(("abcd",), is_paused=False)),
        ("queue resume --all", PauseTransfers(is_paused=False)),
        ("queue cancel abcd", CancelTransfer("abcd")),
        ("queue cancel abcd --file 1 --file 3-7,9", CancelFiles("abcd", ("1", "3-7,9"))),
        ("queue retry abcd", RetryTransfer("abcd")),
        ("queue move abcd --before ef01", MoveTransfer("abcd", "ef01")),
        ("queue move abcd --first", MoveTransfer("abcd", is_first=True)),
        ("queue move abcd --last", MoveTransfer("abcd")),
        ("queue remove abcd", RemoveTransfer("abcd")),
        ("history", ListHistory()),
        ("history --find port --count 3", ListHistory("port", 3)),
        ("history check abcd", CheckAgain("abcd")),
        ("history check abcd --fetch", CheckAgain("abcd", fetches=True)),
        ("history forget abcd", ForgetTransfer("abcd")),
        ("history clear", ClearHistory()),
        ("history clear --yes", ClearHistory(is_sure=True)),
        ("receive", Receive()),
        (
            "receive --into d --accept friends --once",
            Receive("d", AcceptPolicy.FRIENDS, is_once=True),
        ),
        ("receive --update", Receive(updates=True)),
        ("friends", ListFriends()),
        ("friends list", ListFriends()),
        ("friends invite", Invite()),
        ("friends add byhand://add/x", AddFriend("byhand://add/x")),
        ("friends add -", AddFriend("-")),
        ("friends invite --hours 2 --at nas:1 --at h", Invite(2.0, ("nas:1", "h"))),
        ("friends pair", Pair()),
        ("friends pair Anna --mine", Pair("Anna", is_mine=True)),
        ("friends verify Anna", Verify("Anna")),
        ("friends block Anna", BlockFriend("Anna")),
        ("friends unblock Anna", BlockFriend("Anna", is_blocked=False)),
        ("friends mine Anna", MarkMine("Anna")),
        ("friends mine Anna --no", MarkMine("Anna", is_mine=False)),
        ("friends join Anna/desk Lea", JoinFriend("Anna/desk", "Lea")),
        ("friends apart Anna Lea", KeepApart("Anna", "Lea")),
        ("friends policy Anna", ShowPolicy("Anna")),
        ("friends policy Anna --accept --ask", ChangePolicy("Anna", accepts_by_itself=False)),
        ("friends policy Anna --ask", ChangePolicy("Anna", accepts_by_itself=False)),
        (
            "friends policy Anna --accept --limit 1.5GB --into d",
            ChangePolicy("Anna", True, 1_500_000_000, "d"),
        ),
        ("friends policy Anna --keep-modes", ChangePolicy("Anna", keeps_modes=True)),
        ("friends policy Anna --drop-modes", ChangePolicy("Anna", keeps_modes=False)),
        ("friends policy Anna --limit 7k", ChangePolicy("Anna", limit_bytes=7000)),
        ("friends moved Anna", ConfirmMoved("Anna")),
        ("friends address Anna nas:1", AddAddress("Anna", "nas:1")),
        ("friends introduce Anna Lea", Introduce("Anna", "Lea")),
        ("friends introductions", ListIntroductions()),
        ("friends introductions --agree Lea", AnswerIntroduction("Lea", agrees=True)),
        ("friends introductions --decline Lea", AnswerIntroduction("Lea", agrees=False)),
        ("friends rename Anna Lea", RenameFriend("Anna", "Lea")),
        ("friends remove Anna", RemoveFriend("Anna")),
        ("me", Me()),
        ("me --name Mira --computer laptop", Me("Mira", "laptop")),
        ("me --visible-to nobody", Me(visibility=Visibility.NOBODY)),
        ("networks", ListNetworks()),
        ("networks list", ListNetworks()),
        ("networks trust home", TrustNetwork("home")),
        ("networks distrust home", TrustNetwork("home", is_trusted=False)),
        ("limits", ShowLimits()),
        ("limits --friend Anna", ShowLimits("Anna")),
        ("limits --up 10MB", LimitAll(up=10_000_000)),
        ("limits --up none --down 1.5MiB/s", LimitAll(NO_LIMIT, 3 * 2**19)),
        ("limits --friend Anna --down 50kB", LimitFriend("Anna", down=50_000)),
        ("limits --at-once 5", LimitAll(at_once=5)),
        ("limits --up none --at-once 1", LimitAll(NO_LIMIT, at_once=1)),
        ("limits --hours none", SetHours(None)),
        ("limits --hours 22:00-6:05", SetHours(Schedule(UNLIMITED, 1320, 365))),
        (
            "limits --hours 08:00-24:00 --days mon-fri --up 1MB --down none",
            SetHours(Schedule(RateLimits(up=1_000_000), 480, 0, 0b0011111)),
        ),
        ("nearby", LookNearby(5.0)),
        ("doctor", CheckConnection()),
        ("doctor Anna", CheckConnection("Anna")),
        ("identity export f", ExportIdentity("f")),
        ("identity import f", ImportIdentity("f")),
        ("identity import f --yes", ImportIdentity("f", is_sure=True)),
        ("nearby --seconds 1.5", LookNearby(1.5)),
    ],
)
def test_a_line_becomes_its_order(line: str, order: Order | IdentityOrder | str) -> None:
    assert followed(line) == (order, Options())


@pytest.mark.parametrize(
    "line",
    [
        "--json --profile p --debug me",
        "--profile p --debug me --json",
        "--json --profile p --debug me --json",
    ],
)
def test_json_is_accepted_before_and_after_the_command(line: str) -> None:
    assert followed(line) == (Me(), Options(Path("p"), is_json=True, is_debug=True))


@pytest.mark.parametrize(("group", "order"), [("friends", ListFriends()), ("queue", ListQueue())])
@pytest.mark.parametrize("line", ["{} --json", "{} --json list", "{} list --json"])
def test_json_is_accepted_anywhere_in_a_group(line: str, group: str, order: Order) -> None:
    assert followed(line.format(group)) == (order, Options(is_json=True))


@pytest.mark.parametrize(
    "line",
    [
        "frob",
        "send a",
        "send --to Anna",
        "send a --to",
        "send a --to Anna --no",
        "send a --to Anna --json=yes",
        "send a --to Anna --wait nan",
        "send a --profile p --to Anna",
        "queue list abcd ef01",
        *("me -h", "friends rename -- Anna --"),
        "send a --to Anna --wait -1",
        "receive --accept everyone",
        "send a --to Anna --limit fast",
        "text --to Anna",
        "text hello",
        "queue pause",
        "queue pause abcd --all",
        "queue resume",
        "queue cancel",
        "queue move abcd",
        "queue move abcd --first --last",
        "queue move abcd --before ef01 --first",
        "history --count 0",
        "history check",
        "queue frob",
        "friends add",
        "identity export",
        "identity import",
        "nearby --seconds soon",
        *(f"limits --at-once {count}" for count in ("0", "9", "many", "-1", "1.5")),
        *("limits --at-once 2 --friend Anna", "limits --at-once 2 --hours none"),
        "limits --up fast",
        "limits --up 1",
        "limits --days mon",
        "limits --hours 22:00",
        "limits --hours 22:00-06:00 --friend Anna",
        "limits --hours 22:00-06:00 --days someday",
        "limits --hours none --up 10MB",
        "--profile",
    ],
)
def test_a_wrong_line_leads_nowhere(line: str) -> None:
    with pytest.raises(WrongLineError):
        followed(line)


def test_a_wrong_line_says_how_far_it_was_understood() -> None:
    with pytest.raises(WrongLineError, match="“fast” is no speed") as caught:
        followed("--json send a --to Anna --limit fast")
    assert caught.value.command == "byhand send"
    with pytest.raises(WrongLineError, match="Unrecognized arguments: ef01") as caught:
        followed("queue list abcd ef01")
    assert caught.value.command == "byhand queue list"


def every_command(verb: Verb, *names: str) -> Iterator[tuple[str, ...]]:
    yield names
    for name, another in verb.verbs.items():
        yield from every_command(another, *names, name)


@pytest.mark.parametrize("columns", ["20", "100"])
@pytest.mark.parametrize("names", [*every_command(BYHAND)], ids=" ".join)
def test_every_command_has_a_help(
    names: tuple[str, ...],
    columns: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with pytest.raises(SystemExit) as caught:
        followed(" ".join([*names, "--help"]))
    assert caught.value.code == 0
    words = " ".join(capsys.readouterr().out.split())
    assert words.startswith(" ".join(["usage: byhand", *names]))
    verb = BYHAND
    for name in names:
        verb = verb.verbs[name]
    assert verb.help.split("\n\n")[0] in words
    for argument in verb.arguments:
        option = argument.names[0]
        assert (option if option.startswith("--") else argument.settings["metavar"]) in words


HEAVY = ("PySide6", "qasync", "rich", "asyncio", "cryptography", "zeroconf", "byhand.service")


def loaded_after(code: str) -> set[str]:
    script = f"{code}\nimport sys; sys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "line",
    [
        *(["--help"], ["send", "--help"], ["friends", "--help"], ["identity", "--help"]),
        *(["queue", "--help"], ["history", "--help"], ["limits", "--help"]),
    ],
)
def test_help_loads_nothing_heavy(line: list[str]) -> None:
    code = f"""
import sys
from byhand.__main__ import commands
sys.argv = ["byhand", *{line!r}]
try:
    commands()
except SystemExit as done:
    assert done.code == 0, done.code
"""
    assert loaded_after(code).isdisjoint(HEAVY)


def test_no_command_loads_qt() -> None:
    code = "import byhand.cli.performing, byhand.cli.starting, byhand.cli.outputs"
    assert loaded_after(code).isdisjoint({"PySide6", "shiboken6", "qasync"})
