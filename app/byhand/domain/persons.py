"""Who is one person: which computers belong together, what people are called, whom a text means."""

from collections.abc import Callable, Collection, Iterable, Sequence

from byhand.domain.characters import JOINERS
from byhand.domain.friend import NAME_CHARACTERS, Friend, Presence
from byhand.domain.identity import FriendId
from byhand.domain.names import collision_key
from byhand.domain.person_name import without_controls
from byhand.errors import FriendOrderError, FriendProblem, UnknownFriendError

ID_DIGITS = 8


def computers_of(friend: Friend, friends: Iterable[Friend]) -> tuple[Friend, ...]:
    """Return all computers of a friend's person; one of our own stands for itself."""
    if friend.is_mine:
        return (friend,)
    return tuple(each for each in friends if not each.is_mine and each.name == friend.name)


def called(name: str, friends: Iterable[Friend]) -> tuple[Friend, ...]:
    """Return other people of a name, or of one that a system takes for the same."""
    wanted = collision_key(name)
    return tuple(
        each for each in friends if not each.is_mine and collision_key(each.name) == wanted
    )


def free_name(name: str, friends: Collection[Friend]) -> str:
    """Return a name that nobody else is shown by, not too long: "Anna", "Anna (2)" …"""
    taken = {collision_key(_label(each)) for each in friends}
    candidate, number = name, 1
    while collision_key(candidate) in taken:
        number += 1
        mark = f" ({number})"
        candidate = name[: NAME_CHARACTERS - len(mark)].rstrip(JOINERS).rstrip() + mark
    return candidate


def kept_name(name: str) -> str:
    """Return a name that somebody typed as it would be kept: in one line and without controls."""
    return " ".join(without_controls(" ".join(name.split())).split())


def judged_name(name: str, person: Iterable[Friend], friends: Iterable[Friend]) -> str:
    """Return a person's new name as it will be kept; FriendOrderError if it cannot be theirs."""
    name = kept_name(name)
    if not 0 < len(name) <= NAME_CHARACTERS:
        raise FriendOrderError(FriendProblem.NAME_LENGTH)
    own = {friend.id for friend in person}
    wanted = collision_key(name)
    if any(collision_key(_label(each)) == wanted and each.id not in own for each in friends):
        raise FriendOrderError(FriendProblem.NAME_TAKEN, name)
    return name


def meant(text: str, friends: Sequence[Friend], presence: Callable[[FriendId], Presence]) -> Friend:
    """Return the friend of a name, of "NAME/COMPUTER", or of at least 8 digits of an id.

    One of our own computers goes by its computer's name. Of a person with several computers it
    is the one last used, those who are here first. Raises UnknownFriendError with the number of
    matches unless one is meant.
    """
    wanted = collision_key(text.strip())
    digits = text.strip().lower()
    ways: tuple[Callable[[Friend], bool], ...] = (
        # Together: somebody may call themselves "Anna/laptop", or by the digits of Anna's id.
        lambda friend: (
            wanted in map(collision_key, (_label(friend), f"{friend.name}/{friend.computer}"))
            or (len(digits) >= ID_DIGITS and friend.id.hex().startswith(digits))
        ),
        lambda friend: collision_key(friend.name) == wanted,
    )
    found = next((fits for way in ways if (fits := list(filter(way, friends)))), [])
    is_a_person = bool(found) and collision_key(_label(found[0])) == wanted
    if is_a_person and set(found) == set(computers_of(found[0], friends)):
        return min(found, key=lambda friend: readiness(friend, presence(friend.id)))
    if len(found) != 1:
        raise UnknownFriendError(text, len(found))
    return found[0]


def _label(friend: Friend) -> str:
    """Return what a friend is shown as."""
    return friend.computer if friend.is_mine and friend.computer else friend.name


def readiness(friend: Friend, presence: Presence) -> tuple[bool, bool, float, float, FriendId]:
    """Order a person's computers: the first is who is meant when none is named."""
    return (
        friend.is_held,
        not presence.is_online,
        -(presence.last_used or 0.0),
        -(presence.last_seen or 0.0),
        friend.id,
    )
