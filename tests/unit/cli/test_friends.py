"""The commands about people: friends, me and nearby."""

import asyncio
import io
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from byhand.cli import friends, meeting, people
from byhand.cli.happenings import Inbox, Stop, Tick
from byhand.cli.json_lines import JsonLines
from byhand.cli.orders import (
    AddAddress,
    AddFriend,
    BlockFriend,
    ChangePolicy,
    ExitCode,
    Invite,
    JoinFriend,
    KeepApart,
    ListFriends,
    ListNetworks,
    LookNearby,
    MarkMine,
    Me,
    RemoveFriend,
    RenameFriend,
    ShowPolicy,
    TrustNetwork,
)
from byhand.cli.waiting import ANSWER_SECONDS
from byhand.domain.events import (
    AddingFriend,
    AddingStage,
    Event,
    FriendChanged,
    FriendRemoved,
    InviteMade,
    InviteUsed,
    NearbyAppeared,
    OrderFailed,
    ProfileChanged,
)
from byhand.domain.friend import Nearby, Policy, Trust
from byhand.domain.profile import Network, Visibility
from byhand.errors import DiskFullError, InviteProblem, UnknownFriendError, UsageError
from tests.helpers.scripted_service import (
    ANNA,
    AWAY,
    HERE,
    MAREK,
    PROFILE,
    ScriptedService,
    lines_of,
    within,
)

LINK = "byhand://add/AAAA"
Command = Callable[..., Coroutine[Any, Any, ExitCode]]


async def run(
    command: Command, service: ScriptedService, order: object, *happenings: Any
) -> tuple[ExitCode, list[dict[str, Any]]]:
    """Let the command start, then let the happenings come."""
    stream = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(command(service, inbox, JsonLines(stream), order))
    await turns_passed()
    for happening in happenings:
        inbox.put_nowait(happening)
    code = await within(5, running)
    assert service.observers == []
    return code, lines_of(stream)


async def turns_passed() -> None:
    """Let everybody who can go on do so."""
    for _ in range(5):
        await asyncio.sleep(0)


def as_line(name: str, computer: str, id_hex: str, online: bool) -> dict[str, Any]:
    return {
        "event": "friend",
        "name": name,
        "computer": computer,
        "id": id_hex,
        "trust": "unverified",
        "online": online,
    }


ANNA_HERE = as_line("Anna Lindqvist", "Anna's laptop", "aa" * 32, online=True)
ANNA_AWAY = ANNA_HERE | {"online": False}


async def test_the_list_is_told_at_once_when_everybody_is_there() -> None:
    code, lines = await run(friends.list_friends, ScriptedService(), ListFriends())
    assert (code, lines) == (ExitCode.DONE, [ANNA_HERE])


async def test_the_list_waits_a_moment_for_friends_to_appear() -> None:
    service = ScriptedService({ANNA: AWAY, MAREK: AWAY})
    ticks = (Tick(10.0), FriendChanged(ANNA, HERE), Tick(10.0 + friends.PRESENCE_SECONDS))
    code, lines = await run(friends.list_friends, service, ListFriends(), *ticks)
    assert code is ExitCode.DONE
    assert [line["online"] for line in lines] == [True, False]


async def test_an_empty_list_is_no_error() -> None:
    assert await run(friends.list_friends, ScriptedService({}), ListFriends()) == (
        ExitCode.DONE,
        [],
    )


async def test_an_invitation_is_told_and_waited_for_until_it_is_used() -> None:
    service = ScriptedService({}, reactions={"make_invite": lambda: [InviteMade(LINK, 2e9)]})
    others = (Tick(0.0), InviteUsed("byhand://add/OTHER", MAREK))
    used = (InviteUsed(LINK, ANNA), FriendChanged(ANNA, HERE))
    code, lines = await run(meeting.invite, service, Invite(), *others, *used)
    assert code is ExitCode.DONE
    assert lines[0] == {"event": "invite", "link": LINK, "expires": 2_000_000_000}
    assert lines[1:] == [ANNA_AWAY]


async def test_an_invitation_that_nobody_used_in_time_fails() -> None:
    past = InviteMade(LINK, time.time() - 1)
    service = ScriptedService({}, reactions={"make_invite": lambda: [past]})
    code, lines = await run(meeting.invite, service, Invite(), Tick(0.0))
    assert code is ExitCode.FAILED
    assert lines[-1]["code"] == "expired"


async def test_leaving_an_open_invitation_is_no_failure() -> None:
    service = ScriptedService({}, reactions={"make_invite": lambda: [InviteMade(LINK, 2e9)]})
    code, _ = await run(meeting.invite, service, Invite(), Stop())
    assert code is ExitCode.DONE


async def test_a_link_makes_a_friend() -> None:
    events = [AddingFriend(AddingStage.CONNECTING), AddingFriend(AddingStage.ADDED, ANNA)]
    service = ScriptedService({}, reactions={"add_friend": lambda _: events})
    added = await run(meeting.add_friend, service, AddFriend(LINK), FriendChanged(ANNA, HERE))
    assert added == (ExitCode.DONE, [ANNA_AWAY])
    assert service.orders == [("add_friend", LINK)]


@pytest.mark.parametrize("last", [FriendChanged(ANNA, HERE), Stop()])
async def test_whoever_has_a_new_friend_stays_until_they_know_it_too(last: Event | Stop) -> None:
    """What was said last may be lost: they call again then, and must find somebody."""
    made, used = InviteMade(LINK, 2e9), InviteUsed(LINK, ANNA)
    service = ScriptedService({}, reactions={"make_invite": lambda: [made]})
    inbox: Inbox = asyncio.Queue()
    command = meeting.invite(service, inbox, JsonLines(io.StringIO()), Invite())
    running = asyncio.create_task(command)
    await turns_passed()
    for event in (used, Tick(0.0), FriendChanged(ANNA, AWAY), FriendChanged(MAREK, HERE)):
        inbox.put_nowait(event)
    await turns_passed()
    assert inbox.empty()
    assert not running.done()
    inbox.put_nowait(last)
    assert await within(5, running) is ExitCode.DONE


async def test_a_new_friend_who_is_never_there_is_not_waited_for_long() -> None:
    service = ScriptedService({}, reactions={"make_invite": lambda: [InviteMade(LINK, 2e9)]})
    ticks = (Tick(1.0), Tick(1.0 + meeting.BOTH_KNOW_SECONDS))
    code, _ = await run(meeting.invite, service, Invite(), InviteUsed(LINK, ANNA), *ticks)
    assert code is ExitCode.DONE


async def test_a_friend_who_is_there_already_is_not_waited_for() -> None:
    service = ScriptedService(
        {ANNA: HERE}, reactions={"add_friend": lambda _: [AddingFriend(AddingStage.ADDED, ANNA)]}
    )
    code, _ = await run(meeting.add_friend, service, AddFriend(LINK))
    assert code is ExitCode.DONE


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (InviteProblem.NOT_AN_INVITE, ExitCode.WRONG_USE),
        (InviteProblem.DAMAGED, ExitCode.WRONG_USE),
        (InviteProblem.OWN, ExitCode.WRONG_USE),
        (InviteProblem.EXPIRED, ExitCode.FAILED),
        (InviteProblem.REFUSED, ExitCode.FAILED),
        ("key_changed", ExitCode.FAILED),
        ("unreachable", ExitCode.UNREACHABLE),
    ],
)
async def test_a_link_that_cannot_be_used_is_a_sentence(problem: str, code: ExitCode) -> None:
    events = [AddingFriend(AddingStage.FAILED, problem=problem)]
    service = ScriptedService({}, reactions={"add_friend": lambda _: events})
    exit_code, lines = await run(meeting.add_friend, service, AddFriend(LINK))
    assert exit_code is code
    assert [line["code"] for line in lines] == [problem]
    assert LINK not in str(lines)


async def test_a_friend_gets_another_name() -> None:
    renamed = replace(ANNA, name="Anna L.")
    service = ScriptedService(
        reactions={"rename_friend": lambda *_: [FriendChanged(renamed, HERE)]}
    )
    order = RenameFriend("anna lindqvist", "Anna L.")
    code, lines = await run(friends.change_friend, service, order)
    assert (code, lines) == (ExitCode.DONE, [ANNA_HERE | {"name": "Anna L."}])
    assert service.orders == [("rename_friend", ANNA.id, "Anna L.")]


@pytest.mark.parametrize(
    "typed", ["Anna  L. ", "Anna\tL.", "An\x1bna \u202eL.", "\u2066Anna L.\udcff"]
)
async def test_N03_a_name_that_is_kept_otherwise_than_it_was_typed_is_no_endless_wait(
    typed: str,
) -> None:
    renamed = replace(ANNA, name="Anna L.")
    service = ScriptedService(
        reactions={"rename_friend": lambda *_: [FriendChanged(renamed, HERE)]}
    )
    order = RenameFriend("anna lindqvist", typed)
    code, lines = await run(friends.change_friend, service, order)
    assert (code, lines) == (ExitCode.DONE, [ANNA_HERE | {"name": "Anna L."}])


async def test_a_friend_who_has_the_name_already_keeps_it() -> None:
    service = ScriptedService()
    order = RenameFriend("anna lindqvist", "Anna Lindqvist")
    code, _ = await run(friends.change_friend, service, order)
    assert (code, service.orders) == (ExitCode.DONE, [])


async def test_a_friend_is_removed() -> None:
    service = ScriptedService(reactions={"remove_friend": lambda _: [FriendRemoved(ANNA.id)]})
    code, _ = await run(friends.remove_friend, service, RemoveFriend("Anna Lindqvist"))
    assert (code, service.orders) == (ExitCode.DONE, [("remove_friend", ANNA.id)])


@pytest.mark.parametrize(
    ("command", "order"),
    [
        (friends.change_friend, RenameFriend("Nobody", "x")),
        (friends.remove_friend, RemoveFriend("Nobody")),
    ],
)
async def test_an_unknown_friend_is_an_error(command: Command, order: object) -> None:
    service = ScriptedService()
    with pytest.raises(UnknownFriendError):
        await run(command, service, order)
    assert service.orders == []


async def test_me_tells_name_computer_and_id() -> None:
    service = ScriptedService()
    code, lines = await run(people.me, service, Me())
    assert code is ExitCode.DONE
    assert lines == [
        {
            "event": "me",
            "name": "Mira Kohl",
            "computer": "Mira's laptop",
            "id": "11" * 32,
            "port": 47800,
            "visible_to": "friends",
        }
    ]
    assert service.orders == []


async def test_me_changes_what_is_given_and_tells_the_result() -> None:
    service = ScriptedService(
        reactions={"set_names": lambda name, _: [ProfileChanged(replace(PROFILE, name=name))]}
    )
    _, lines = await run(people.me, service, Me(name="Mira"))
    assert service.orders == [("set_names", "Mira", "Mira's laptop")]
    assert [line["name"] for line in lines] == ["Mira"]


async def test_nearby_tells_each_name_once_and_ends_in_time() -> None:
    tomas = Nearby("k1", "Tomás's ThinkPad")
    happenings = (
        Tick(5.0),
        NearbyAppeared(tomas),
        NearbyAppeared(tomas),
        NearbyAppeared(replace(tomas, name="Tomás")),
        Tick(9.9),
        Tick(10.0),
    )
    code, lines = await run(people.look_nearby, ScriptedService(), LookNearby(5.0), *happenings)
    assert code is ExitCode.DONE
    assert [line["name"] for line in lines] == ["Tomás's ThinkPad", "Tomás"]


@pytest.mark.parametrize(
    ("order", "name", "arguments", "changes"),
    [
        (BlockFriend("Anna Lindqvist"), "block_friend", (), {"trust": Trust.BLOCKED}),
        (MarkMine("Anna Lindqvist"), "set_mine", (True,), {"is_mine": True}),
        (
            ChangePolicy("Anna Lindqvist", True, 5),
            "set_policy",
            (Policy(True, 5, ""),),
            {"policy": Policy(True, 5, "")},
        ),
        (
            ChangePolicy("Anna Lindqvist", keeps_modes=True),
            "set_policy",
            (Policy(keeps_modes=True),),
            {"policy": Policy(keeps_modes=True)},
        ),
    ],
)
async def test_a_change_is_ordered_and_told_once_it_holds(
    order: Any, name: str, arguments: tuple[object, ...], changes: dict[str, Any]
) -> None:
    changed = replace(ANNA, **changes)
    service = ScriptedService(
        reactions={name: lambda *_: [FriendChanged(ANNA, HERE), FriendChanged(changed, HERE)]}
    )
    code, lines = await run(friends.carry_out, service, order)
    assert (code, len(lines)) == (ExitCode.DONE, 1)
    assert service.orders == [(name, ANNA.id, *arguments)]


async def test_what_holds_already_is_not_ordered() -> None:
    service = ScriptedService({replace(ANNA, trust=Trust.BLOCKED): HERE})
    code, lines = await run(friends.carry_out, service, BlockFriend("Anna Lindqvist"))
    assert (code, service.orders, lines[0]["trust"]) == (ExitCode.DONE, [], "blocked")


async def test_a_change_that_does_not_come_is_no_success() -> None:
    ticks = (Tick(1.0), Tick(1.0 + ANSWER_SECONDS))
    code, lines = await run(
        friends.carry_out, ScriptedService(), BlockFriend("Anna Lindqvist"), *ticks
    )
    assert (code, lines[-1]["code"]) == (ExitCode.FAILED, "not_changed")


async def test_friends_are_joined_and_kept_apart() -> None:
    joined = replace(MAREK, name=ANNA.name)
    service = ScriptedService(
        {ANNA: HERE, MAREK: HERE},
        reactions={"join_friend": lambda *_: [FriendChanged(joined, HERE)]},
    )
    await run(friends.carry_out, service, JoinFriend("Marek Novák", "Anna Lindqvist"))
    assert service.orders == [("join_friend", MAREK.id, ANNA.id)]
    rival = replace(ANNA, name="Anna (2)", rival=MAREK.id)
    service = ScriptedService(
        {rival: HERE},
        reactions={"keep_apart": lambda *_: [FriendChanged(replace(rival, rival=None), HERE)]},
    )
    await run(friends.carry_out, service, KeepApart("Anna (2)", "Anna L."))
    assert service.orders == [("keep_apart", ANNA.id, "Anna L.")]


async def test_a_policy_is_shown_and_an_address_is_added() -> None:
    code, lines = await run(friends.carry_out, ScriptedService(), ShowPolicy("Anna Lindqvist"))
    assert (code, lines[0]["accepts_by_itself"]) == (ExitCode.DONE, False)
    service = ScriptedService()
    await run(friends.carry_out, service, AddAddress("Anna Lindqvist", "nas:1"))
    assert service.orders == [("add_address", ANNA.id, "nas:1")]
    with pytest.raises(UsageError):
        await run(friends.carry_out, service, AddAddress("Anna Lindqvist", "a b"))


HOME = Network("1f" * 16, "192.168.1.0/24 (wlan0)")
TRUSTING = replace(PROFILE, networks=(replace(HOME, is_trusted=True),))


class InANetwork(ScriptedService):
    """A service on a computer that is in a network."""

    def subscribe(self, observer: Any) -> Any:
        observer(ProfileChanged(replace(PROFILE, networks=(HOME,))))
        return super().subscribe(observer)


async def test_networks_are_listed_and_trusted_by_name_or_id() -> None:
    code, lines = await run(people.carry_out, InANetwork(), ListNetworks())
    assert (code, lines) == (
        ExitCode.DONE,
        [{"event": "network", "id": HOME.id, "name": HOME.name, "trusted": False}],
    )
    for wanted in (HOME.id, HOME.name, "192.168.1.0/24"):
        service = InANetwork(reactions={"set_trusted": lambda *_: [ProfileChanged(TRUSTING)]})
        await run(people.carry_out, service, TrustNetwork(wanted))
        assert service.orders == [("set_trusted", HOME.id, True)]
    service = InANetwork()
    await run(people.carry_out, service, TrustNetwork(HOME.id, is_trusted=False))
    assert service.orders == []
    with pytest.raises(UsageError, match="no network"):
        await run(people.carry_out, service, TrustNetwork("elsewhere"))


@pytest.mark.parametrize(
    ("command", "order", "name"),
    [
        (friends.carry_out, BlockFriend("Anna Lindqvist"), "block_friend"),
        (friends.carry_out, RemoveFriend("Anna Lindqvist"), "remove_friend"),
        (meeting.carry_out, Invite(), "make_invite"),
        (people.carry_out, Me(name="Mira"), "set_names"),
        (people.carry_out, TrustNetwork(HOME.id), "set_trusted"),
    ],
)
async def test_what_the_disk_refuses_is_an_error_at_once(
    command: Command, order: object, name: str
) -> None:
    full = DiskFullError(Path("friends"))
    kind = InANetwork if name == "set_trusted" else ScriptedService
    service = kind(reactions={name: lambda *_: [OrderFailed(full)]})
    with pytest.raises(DiskFullError):
        await run(command, service, order)
    assert [each[0] for each in service.orders] == [name]


async def test_no_network_is_no_error() -> None:
    ticks = (Tick(1.0), Tick(1.0 + people.NETWORK_SECONDS))
    assert await run(people.carry_out, ScriptedService(), ListNetworks(), *ticks) == (
        ExitCode.DONE,
        [],
    )


async def test_me_changes_who_may_find_us() -> None:
    hidden = replace(PROFILE, visibility=Visibility.NOBODY)
    service = ScriptedService(reactions={"set_visibility": lambda _: [ProfileChanged(hidden)]})
    code, lines = await run(people.me, service, Me(visibility=Visibility.NOBODY))
    assert (code, lines[0]["visible_to"]) == (ExitCode.DONE, "nobody")
    assert service.orders == [("set_visibility", Visibility.NOBODY)]
