"""The commands about friends one has: list them, and say things of them."""

from collections.abc import Callable

from msgspec.structs import replace

from byhand.cli.happenings import Inbox
from byhand.cli.names import person_name
from byhand.cli.orders import (
    AddAddress,
    BlockFriend,
    ChangePolicy,
    ConfirmMoved,
    ExitCode,
    FriendChange,
    FriendOrder,
    JoinFriend,
    KeepApart,
    LimitFriend,
    ListFriends,
    MarkMine,
    RemoveFriend,
    RenameFriend,
    ShowPolicy,
)
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.sizes import changed_limits
from byhand.cli.waiting import done, not_done, wait_for
from byhand.domain.friend import Friend, Policy, Trust
from byhand.domain.persons import kept_name
from byhand.service.orders import Service

PRESENCE_SECONDS = 2.0
"""How long `friends list` looks for who is online, at most."""


async def carry_out(service: Service, inbox: Inbox, output: Output, order: FriendOrder) -> ExitCode:
    """Do what is ordered of friends and tell what came of it."""
    match order:
        case ListFriends():
            return await list_friends(service, inbox, output, order)
        case RemoveFriend():
            return await remove_friend(service, inbox, output, order)
        case ShowPolicy():
            output.policy(service.friend_named(order.friend))
            return ExitCode.DONE
        case AddAddress():
            friend = service.friend_named(order.friend)
            service.friends.add_address(friend.id, order.address)
            output.note(f"{person_name(friend.name)} is looked for at that address, too.")
            return ExitCode.DONE
        case _:
            return await change_friend(service, inbox, output, order)


async def list_friends(
    service: Service, inbox: Inbox, output: Output, _order: ListFriends
) -> ExitCode:
    """Tell every friend, after a moment in which those who are there can be found."""

    def are_all_here(now: Present) -> bool:
        is_told = now.profile is not None and inbox.empty()
        return is_told and all(map(now.is_online, now.friends))

    present = await wait_for(service, inbox, PRESENCE_SECONDS, are_all_here)
    for friend in present.friends.values():
        output.friend(friend, present.presences[friend.id])
    if not present.friends:
        output.note("You have no friends here yet: make an invitation by byhand friends invite.")
    return ExitCode.DONE


async def change_friend(
    service: Service,
    inbox: Inbox,
    output: Output,
    order: FriendChange,
) -> ExitCode:
    """Order a change of a friend and tell it once it holds."""
    friend = service.friend_named(order.friend)
    change, is_done = _change(service, friend, order)

    def holds(now: Present) -> bool:
        return friend.id in now.friends and is_done(now.friends[friend.id])

    present = await done(service, inbox, change, holds)
    if present is None:
        return not_done(output)
    if isinstance(order, ChangePolicy):
        output.policy(present.friends[friend.id])
    elif isinstance(order, LimitFriend):
        output.friend_limits(present.friends[friend.id])
    else:
        output.friend(present.friends[friend.id], present.presences[friend.id])
    return ExitCode.DONE


async def remove_friend(
    service: Service, inbox: Inbox, output: Output, order: RemoveFriend
) -> ExitCode:
    """Forget a friend and tell it."""
    friend = service.friend_named(order.friend)
    present = await done(
        service,
        inbox,
        lambda: service.friends.remove(friend.id),
        lambda now: friend.id not in now.friends,
    )
    if present is None:
        return not_done(output)
    output.note(f"{person_name(friend.name)} is not your friend any more.")
    return ExitCode.DONE


def _change(
    service: Service,
    friend: Friend,
    order: FriendChange,
) -> tuple[Callable[[], None], Callable[[Friend], bool]]:
    """Return what to order, and how to see that it holds."""
    friends, friend_id = service.friends, friend.id
    match order:
        case RenameFriend(name=name):
            kept = kept_name(name)
            return lambda: friends.rename(friend_id, name), lambda now: now.name == kept
        case KeepApart(name=name):
            return lambda: friends.keep_apart(friend_id, name), lambda now: now.rival is None
        case BlockFriend(is_blocked=True):
            return lambda: friends.block(friend_id), lambda now: now.trust is Trust.BLOCKED
        case BlockFriend():
            return lambda: friends.unblock(friend_id), lambda now: now.trust is not Trust.BLOCKED
        case MarkMine(is_mine=is_mine):
            return lambda: friends.set_mine(friend_id, is_mine), lambda now: now.is_mine is is_mine
        case JoinFriend(person=name):
            person = service.friend_named(name)
            return lambda: friends.join(friend_id, person.id), lambda now: now.name == person.name
        case ChangePolicy():
            policy = changed_policy(friend.policy, order)
            return lambda: friends.set_policy(friend_id, policy), lambda now: now.policy == policy
        case LimitFriend(up=up, down=down):
            limits = changed_limits(friend.limits, up, down)
            return lambda: friends.set_limits(friend_id, limits), lambda now: now.limits == limits
        case ConfirmMoved():
            return lambda: friends.confirm_moved(friend_id), lambda now: not now.is_copied


def changed_policy(policy: Policy, order: ChangePolicy) -> Policy:
    """Return a policy with what an order says of it."""
    changed = policy
    if order.accepts_by_itself is not None:
        changed = replace(changed, accepts_by_itself=order.accepts_by_itself)
    if order.limit_bytes is not None:
        changed = replace(changed, limit_bytes=order.limit_bytes)
    if order.keeps_modes is not None:
        changed = replace(changed, keeps_modes=order.keeps_modes)
    return changed if order.folder is None else replace(changed, folder=order.folder)
