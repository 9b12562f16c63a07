"""Friends of one name as one person: who is there, and how sure we are of them."""

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from byhand.domain.friend import Friend, Path, Presence, Trust
from byhand.domain.identity import FriendId
from byhand.domain.persons import readiness
from byhand.domain.text import filled, joined
from byhand.gui.names import computer_name, shown_name
from byhand.gui.transfer_row import Tone
from byhand.gui.translation import translate

_NEAREST_FIRST = (Path.SAME_NETWORK, Path.INTERNET, None)


class Standing(Enum):
    """How sure we are of a person."""

    VERIFIED = 0
    UNVERIFIED = 1
    COPIED = 2
    """An identity of theirs is used on two computers."""
    CHANGED = 3
    """Somebody came by their name with another identity."""
    BLOCKED = 4


class FriendRow(Struct, frozen=True):
    """One computer of a person; `waiting` transfers start when it is back."""

    friend: Friend
    presence: Presence
    name: str
    line: str
    waiting: int = 0

    @property
    def is_verified(self) -> bool:
        """Say whether codes were compared."""
        return self.friend.trust is Trust.VERIFIED

    @property
    def computer(self) -> str:
        """Return what tells this one from the person's others."""
        return computer_name(self.friend)


class PersonRow(Struct, frozen=True):
    """A person as the list shows them, or one of my own computers.

    `key` stays the same while one or the other computer is used. `computers` begins with the one
    that is there, or was used last. `warning` says that the name could be taken for another one.
    `is_computer`: shown for itself, not as a person.
    """

    key: FriendId
    computers: tuple[FriendRow, ...]
    name: str
    line: str
    standing: Standing
    presence: Presence
    warning: str = ""
    is_computer: bool = False

    @property
    def friend(self) -> Friend:
        """The computer that stands for the person."""
        return self.computers[0].friend

    @property
    def concern(self) -> Friend:
        """The computer that the user has most to think about."""
        friends = [row.friend for row in self.computers]
        doubtful = [f for f in friends if is_changed(f)] or [f for f in friends if f.is_copied]
        return (doubtful or friends)[0]

    @property
    def waiting(self) -> int:
        """How many transfers wait for them."""
        return sum(row.waiting for row in self.computers)

    @property
    def open_computers(self) -> tuple[FriendRow, ...]:
        """Those that something may be sent to."""
        return tuple(row for row in self.computers if not row.friend.is_held)

    @property
    def is_held(self) -> bool:
        """Say whether nothing may be sent to them."""
        return not self.open_computers

    @property
    def is_verified(self) -> bool:
        """Say whether codes were compared with every computer that is in use."""
        return not self.is_held and all(row.is_verified for row in self.open_computers)

    @property
    def is_unverified(self) -> bool:
        """Say whether there is a computer with which codes were not compared."""
        return any(row.friend.trust is Trust.UNVERIFIED for row in self.open_computers)

    @property
    def places(self) -> tuple[str, ...]:
        """Return the names of the computers, where there are several."""
        return tuple(row.computer for row in self.computers) if len(self.computers) > 1 else ()

    @property
    def tone(self) -> Tone:
        """The colour that the line speaks in."""
        if self.standing in (Standing.CHANGED, Standing.BLOCKED):
            return Tone.BAD if self.standing is Standing.CHANGED else Tone.IDLE
        if self.warning or self.standing is Standing.COPIED:
            return Tone.WARNING
        if not self.presence.is_online:
            return Tone.IDLE
        return Tone.WARNING if self.standing is Standing.UNVERIFIED else Tone.PLAIN

    @property
    def icon(self) -> str:
        """The sign before the line; "" where words are enough."""
        if self.warning:
            return "triangle-alert"
        return {
            Standing.CHANGED: "shield-alert",
            Standing.COPIED: "triangle-alert",
            Standing.BLOCKED: "ban",
        }.get(self.standing, "")

    def has(self, friend_id: FriendId) -> bool:
        """Say whether a friend is one of the computers."""
        return any(row.friend.id == friend_id for row in self.computers)


def person_key(friend: Friend) -> str | FriendId:
    """Return what the computers of one person share; my own ones stand each for itself."""
    return friend.id if friend.is_mine else friend.name


def person_row(computers: Sequence[FriendRow], *, resembles: bool = False) -> PersonRow:
    """Return how the computers of one person, at least one, are shown together."""
    ordered = tuple(sorted(computers, key=lambda row: readiness(row.friend, row.presence)))
    standing = _standing(ordered)
    return PersonRow(
        min(row.friend.id for row in ordered),
        ordered,
        shown_name(ordered[0].friend),
        _line(ordered, standing),
        standing,
        _presence(ordered),
        _warning(standing) if resembles else "",
        ordered[0].friend.is_mine,
    )


def computer_row(row: FriendRow) -> PersonRow:
    """Return how one computer of a person is shown beside the person's others."""
    standing = _standing((row,))
    key = row.friend.id
    return PersonRow(key, (row,), row.computer, row.line, standing, row.presence, is_computer=True)


def rank(row: PersonRow) -> tuple[bool, bool, float, str, FriendId]:
    """Order people: who is there first, then who was seen last; who is blocked at the end."""
    is_online = row.presence.is_online
    age = 0.0 if is_online else -(row.presence.last_seen or 0.0)
    return row.standing is Standing.BLOCKED, not is_online, age, row.name.casefold(), row.key


def use_rank(row: PersonRow) -> tuple[bool, float, bool, str, FriendId]:
    """Order a person's computers: what was used last first."""
    last_used = row.presence.last_used or 0.0
    return row.is_held, -last_used, not row.presence.is_online, row.name.casefold(), row.key


def is_changed(friend: Friend) -> bool:
    """Say whether the user must first say who a friend is."""
    return friend.trust is not Trust.BLOCKED and friend.is_held


def _standing(computers: Sequence[FriendRow]) -> Standing:
    friends = [row.friend for row in computers]
    if any(map(is_changed, friends)):
        return Standing.CHANGED
    in_use = [friend for friend in friends if not friend.is_held]
    if not in_use:
        return Standing.BLOCKED
    if any(friend.is_copied for friend in in_use):
        return Standing.COPIED
    if any(friend.trust is Trust.UNVERIFIED for friend in in_use):
        return Standing.UNVERIFIED
    return Standing.VERIFIED


def _line(ordered: Sequence[FriendRow], standing: Standing) -> str:
    """Return the line of the computer that tells most of the person."""
    match standing:
        case Standing.CHANGED:
            return next(row.line for row in ordered if is_changed(row.friend))
        case Standing.COPIED:
            return next(row.line for row in ordered if row.friend.is_copied)
        case Standing.UNVERIFIED if ordered[0].presence.is_online:
            return _unverified_line(ordered)
        case _ if ordered[0].presence.is_online:
            return ordered[0].line
        case _:
            return max(_in_use(ordered), key=lambda row: row.presence.last_seen or 0.0).line


def _unverified_line(ordered: Sequence[FriendRow]) -> str:
    in_use = _in_use(ordered)
    doubtful = [row.computer for row in in_use if not row.is_verified]
    if len(doubtful) == len(in_use):
        return translate("FriendList", "Not verified yet")
    text = translate("FriendList", "{computer} not verified yet")
    return filled(text, computer=joined(doubtful, ", "))


def _in_use(ordered: Sequence[FriendRow]) -> Sequence[FriendRow]:
    return [row for row in ordered if not row.friend.is_held] or ordered


def _warning(standing: Standing) -> str:
    """Return the words for a name like another one, unless something graver is said."""
    if standing in (Standing.CHANGED, Standing.BLOCKED):
        return ""
    return translate("FriendList", "Looks like another name")


def _presence(ordered: Sequence[FriendRow]) -> Presence:
    presences = [row.presence for row in ordered]
    seen = [each.last_seen for each in presences if each.last_seen is not None]
    used = [each.last_used for each in presences if each.last_used is not None]
    paths = {each.path for each in presences}
    return Presence(
        next(path for path in _NEAREST_FIRST if path in paths),
        max(seen, default=None),
        max(used, default=None),
    )
