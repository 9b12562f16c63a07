"""The commands `friends …`: list, invite, add, rename, remove."""

import time

from byhand import wording
from byhand.cli.happenings import Inbox, Stop, Tick, Typed
from byhand.cli.orders import AddFriend, ExitCode, Invite, ListFriends, RemoveFriend, RenameFriend
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.domain.events import (
    AddingFriend,
    AddingStage,
    FriendChanged,
    FriendRemoved,
    InviteMade,
    InviteUsed,
)
from byhand.domain.friend import Friend, Presence
from byhand.domain.text import safe_text
from byhand.errors import InviteProblem
from byhand.service.orders import Service

NAME_CHARACTERS = 64
PRESENCE_SECONDS = 2.0
"""How long `friends list` looks for who is online, at most."""

_WRONG_LINKS = frozenset({InviteProblem.NOT_AN_INVITE, InviteProblem.DAMAGED, InviteProblem.OWN})


async def list_friends(
    service: Service, inbox: Inbox, output: Output, _order: ListFriends
) -> ExitCode:
    """Tell every friend, after a moment in which those who are there can be found."""
    present = Present()
    started_at: float | None = None
    unsubscribe = service.subscribe(inbox.put_nowait)
    while True:
        match await inbox.get():
            case Stop():
                break
            case Tick(now):
                started_at = now if started_at is None else started_at
                if now - started_at >= PRESENCE_SECONDS:
                    break
            case Typed():
                pass
            case event:
                present.take(event)
        if present.profile and inbox.empty() and all(map(present.is_online, present.friends)):
            break
    unsubscribe()
    for friend in present.friends.values():
        output.friend(friend, present.presences[friend.id])
    if not present.friends:
        output.note("You have no friends here yet: make an invitation by byhand friends invite.")
    return ExitCode.DONE


async def invite(service: Service, inbox: Inbox, output: Output, _order: Invite) -> ExitCode:
    """Hand out a link and stay until it is used, has expired, or the user leaves."""
    unsubscribe = service.subscribe(inbox.put_nowait)
    service.make_invite()
    made: InviteMade | None = None
    code: ExitCode | None = None
    while code is None:
        match await inbox.get():
            case Stop():
                output.note("The invitation stays good while Byhand is open on this computer.")
                code = ExitCode.DONE
            case Tick() if made and time.time() >= made.expires_at:
                output.error("expired", "Nobody used this invitation in time: make a new one.")
                code = ExitCode.FAILED
            case InviteMade() as made:
                output.invite(made.link, made.expires_at)
                output.note("Waiting for your friend to use it… (Ctrl+C leaves)")
            case InviteUsed(link, friend) if made and link == made.link:
                output.note(f"{_safe(friend.name)} used your invitation and is your friend now.")
                output.friend(friend, Presence())
                code = ExitCode.DONE
            case _:
                pass
    unsubscribe()
    return code


async def add_friend(service: Service, inbox: Inbox, output: Output, order: AddFriend) -> ExitCode:
    """Use a link and stay until its maker is a friend, or it is clear why not."""
    unsubscribe = service.subscribe(inbox.put_nowait)
    service.add_friend(order.link)
    code: ExitCode | None = None
    while code is None:
        match await inbox.get():
            case Stop():
                code = ExitCode.FAILED
            case AddingFriend(AddingStage.CONNECTING):
                output.note("Connecting to your friend…")
            case AddingFriend(AddingStage.FAILED, problem=problem):
                output.error(problem, wording.invite_sentence(problem))
                code = _exit_code_of(problem)
            case AddingFriend(AddingStage.ADDED, Friend() as friend):
                output.note(f"{_safe(friend.name)} is your friend now.")
                output.friend(friend, Presence())
                code = ExitCode.DONE
            case _:
                pass
    unsubscribe()
    return code


async def rename_friend(
    service: Service, inbox: Inbox, output: Output, order: RenameFriend
) -> ExitCode:
    """Give a friend another name and tell it."""
    friend = service.friend_named(order.friend)
    if friend.name == order.name:
        output.friend(friend, Presence())
        return ExitCode.DONE
    unsubscribe = service.subscribe(inbox.put_nowait)
    service.friends.rename(friend.id, order.name)
    code: ExitCode | None = None
    while code is None:
        match await inbox.get():
            case Stop():
                code = ExitCode.FAILED
            case FriendChanged(changed, presence) if (
                changed.id == friend.id and changed.name != friend.name
            ):
                output.friend(changed, presence)
                code = ExitCode.DONE
            case _:
                pass
    unsubscribe()
    return code


async def remove_friend(
    service: Service, inbox: Inbox, output: Output, order: RemoveFriend
) -> ExitCode:
    """Forget a friend and tell it."""
    friend = service.friend_named(order.friend)
    unsubscribe = service.subscribe(inbox.put_nowait)
    service.friends.remove(friend.id)
    code: ExitCode | None = None
    while code is None:
        match await inbox.get():
            case Stop():
                code = ExitCode.FAILED
            case FriendRemoved(friend.id):
                output.note(f"{_safe(friend.name)} is not your friend any more.")
                code = ExitCode.DONE
            case _:
                pass
    unsubscribe()
    return code


def _exit_code_of(problem: str) -> ExitCode:
    if problem == "unreachable":
        return ExitCode.UNREACHABLE
    return ExitCode.WRONG_USE if problem in _WRONG_LINKS else ExitCode.FAILED


def _safe(name: str) -> str:
    return safe_text(name, NAME_CHARACTERS)
