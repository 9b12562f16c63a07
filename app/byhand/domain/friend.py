"""A friend: a person at a computer whose keys we hold, and what we know of them right now."""

from dataclasses import dataclass
from enum import StrEnum

from byhand.domain.identity import FriendId

NAME_CHARACTERS = 32


class Trust(StrEnum):
    """How sure we are that a friend is who the name says."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    KEY_CHANGED = "key_changed"
    BLOCKED = "blocked"


class Path(StrEnum):
    """The way a friend is connected to us."""

    SAME_NETWORK = "same_network"
    INTERNET = "internet"


@dataclass(frozen=True, slots=True)
class Friend:
    """A friend as the user knows them; `name` is the user's own name for the person."""

    id: FriendId
    name: str
    computer: str
    trust: Trust = Trust.UNVERIFIED


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether an authenticated session with a friend is live; `last_seen` in Unix seconds."""

    path: Path | None = None
    last_seen: float | None = None

    @property
    def is_online(self) -> bool:
        """Say whether a session is live."""
        return self.path is not None


@dataclass(frozen=True, slots=True)
class Nearby:
    """An app seen on the network that shows itself: never believed, only offered to be added."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What the user has set about themselves; `visible_until` in Unix seconds, 0 when hidden."""

    id: FriendId
    name: str
    computer: str
    downloads: str
    port: int
    visible_until: float = 0.0
