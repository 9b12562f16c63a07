"""The announcements that are remembered: judged, bounded, and matched with whom we know."""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint
from byhand.network.announcement import Heard

SEEN_LIMIT = 512
SEEN_AN_ADDRESS = 8

Key: TypeAlias = tuple[int, str, tuple[Hint, ...]]
"""An interface's index, an instance's name and where it leads: one name may lead to two hosts."""


class Seen(Struct, frozen=True):
    """One announcement: where it leads, what it says, and whose hints are in it."""

    hints: tuple[Hint, ...]
    heard: Heard
    friends: tuple[FriendId, ...] = ()
    invites: tuple[bytes, ...] = ()

    @property
    def is_recognised(self) -> bool:
        """Say whether it holds a hint that only a friend or an invite's user can make."""
        return bool(self.friends or self.invites)


class Sightings:
    """At most 512 announcements, and 8 with one address; of strangers the oldest go first."""

    def __init__(self) -> None:
        self._seen: dict[Key, Seen] = {}
        self._recognised: frozenset[str] | None = None

    def items(self) -> tuple[tuple[Key, Seen], ...]:
        """Return what is remembered, the oldest first."""
        return tuple(self._seen.items())

    def get(self, key: Key) -> Seen | None:
        """Return an announcement, or None."""
        return self._seen.get(key)

    def add(self, key: Key, seen: Seen) -> None:
        """Remember an announcement, or its new content, and forget others for it."""
        self.replace(key, seen)
        for hint in seen.hints:
            sharing = [other for other, each in self._seen.items() if _leads_to(each, hint.host)]
            self._forget_some(sharing, SEEN_AN_ADDRESS)
        self._forget_some(list(self._seen), SEEN_LIMIT)

    def replace(self, key: Key, seen: Seen) -> None:
        """Remember something else about an announcement that is remembered."""
        self._seen[key] = seen
        self._recognised = None

    def remove(self, index: int, instance: str | None = None) -> None:
        """Forget an instance on an interface, or everything that was announced there."""
        for key in list(self._seen):
            if key[0] == index and instance in (None, key[1]):
                del self._seen[key]
        self._recognised = None

    def hints_of(self, friend_id: FriendId) -> tuple[Hint, ...]:
        """Return where a friend is announced now, the latest first."""
        return _unique(
            hint
            for seen in reversed(self._seen.values())
            if friend_id in seen.friends
            for hint in seen.hints
        )

    def recognised_hosts(self) -> frozenset[str]:
        """Return the addresses where friends and invites' users are announced now."""
        if self._recognised is None:  # it is asked for at every connection, also in a flood
            recognised = [seen for seen in self._seen.values() if seen.is_recognised]
            self._recognised = frozenset(hint.host for seen in recognised for hint in seen.hints)
        return self._recognised

    def nearby(self) -> dict[str, Nearby]:
        """Return, by key, who shows themselves and is no friend; a token's first user counts."""
        found: dict[str, Nearby] = {}
        for seen in self._seen.values():
            nickname = seen.heard.nickname
            if nickname is not None and not seen.friends:
                key = nickname.token.hex()
                found.setdefault(key, Nearby(key, nickname.name))
        return found

    def nearby_hints(self, key: str) -> tuple[Hint, ...]:
        """Return where somebody is announced who shows themselves by this key."""
        return _unique(
            hint
            for seen in self._seen.values()
            if not seen.friends and seen.heard.nickname and seen.heard.nickname.token.hex() == key
            for hint in seen.hints
        )

    def _forget_some(self, keys: list[Key], limit: int) -> None:
        """Forget the oldest of these that are beyond the limit, those we recognise last."""
        surplus = len(keys) - limit
        if surplus > 0:
            for key in sorted(keys, key=lambda each: self._seen[each].is_recognised)[:surplus]:
                del self._seen[key]


def _leads_to(seen: Seen, host: str) -> bool:
    return any(hint.host == host for hint in seen.hints)


def _unique(hints: Iterable[Hint]) -> tuple[Hint, ...]:
    return tuple(dict.fromkeys(hints))
