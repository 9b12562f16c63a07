"""A friend: a person at a computer whose keys we hold, and what we know of them right now."""

from enum import StrEnum

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.limits import UNLIMITED, RateLimits

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


class Policy(Struct, frozen=True):
    """What happens to a friend's offers; `folder` is "" for where everything goes.

    One that accepts by itself holds for verified friends only, for offers of at most
    `limit_bytes` and without programs. One that `keeps_modes` lets files be executable here that
    the friend marks so.
    """

    accepts_by_itself: bool = False
    limit_bytes: int = 1_000_000_000
    folder: str = ""
    keeps_modes: bool = False


ASK_EVERY_TIME = Policy()


class Friend(Struct, frozen=True):
    """A friend as the user knows them; `name` is the user's own name for the person.

    Friends of one name are the computers of one person. `verified_at` is when codes were compared,
    in Unix seconds, 0 for never. A friend with a `rival` is held, like that one, until the user
    has said who is who: both came by the same name. `is_copied`: the identity was met on two
    installations. `limits` say how fast bytes go to them and come from them.
    """

    id: FriendId
    name: str
    computer: str
    trust: Trust = Trust.UNVERIFIED
    verified_at: float = 0.0
    is_mine: bool = False
    policy: Policy = ASK_EVERY_TIME
    introduced_by: str = ""
    rival: FriendId | None = None
    is_copied: bool = False
    limits: RateLimits = UNLIMITED

    @property
    def is_held(self) -> bool:
        """Say whether nothing may go to them or come from them."""
        return self.rival is not None or self.trust in (Trust.BLOCKED, Trust.KEY_CHANGED)


class Presence(Struct, frozen=True):
    """Whether an authenticated session with a friend is live.

    `last_seen`, and `last_used` for handing something over, are in Unix seconds. `address` is the
    other end's, and `cipher` the one that files are sealed with, while it is live.
    `is_unreachable`: they are announced on this network, and our calls come to nothing.
    """

    path: Path | None = None
    last_seen: float | None = None
    last_used: float | None = None
    address: str = ""
    cipher: str = ""
    is_unreachable: bool = False

    @property
    def is_online(self) -> bool:
        """Say whether a session is live."""
        return self.path is not None


class Nearby(Struct, frozen=True):
    """An app seen on the network that shows itself: never believed, only offered to be added."""

    key: str
    name: str
