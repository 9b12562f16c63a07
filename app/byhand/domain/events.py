"""What the service tells its observers: changes of state, each a frozen value."""

from dataclasses import dataclass
from enum import StrEnum

from byhand.domain.friend import Friend, Nearby, Presence, Profile
from byhand.domain.identity import FriendId
from byhand.domain.transfer import Transfer, TransferId


@dataclass(frozen=True, slots=True)
class ProfileChanged:
    """What the user has set about themselves."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class FriendAdded:
    """A friend is there: at the start, or made just now."""

    friend: Friend
    presence: Presence


@dataclass(frozen=True, slots=True)
class FriendChanged:
    """A friend's name, trust or presence is another."""

    friend: Friend
    presence: Presence


@dataclass(frozen=True, slots=True)
class FriendRemoved:
    """A friend is gone from the book."""

    friend_id: FriendId


@dataclass(frozen=True, slots=True)
class NearbyAppeared:
    """Somebody on the network shows themselves, or changed their name."""

    nearby: Nearby


@dataclass(frozen=True, slots=True)
class NearbyGone:
    """Somebody nearby is not seen any more."""

    key: str


@dataclass(frozen=True, slots=True)
class InviteMade:
    """An invite link is open; a secret until it is used. `expires_at` in Unix seconds."""

    link: str
    expires_at: float


@dataclass(frozen=True, slots=True)
class InviteUsed:
    """Somebody became a friend through an invite of ours."""

    link: str
    friend: Friend


@dataclass(frozen=True, slots=True)
class AddingFriend:
    """A link we were given is being used: how far it is."""

    stage: "AddingStage"
    friend: Friend | None = None
    problem: str = ""


class AddingStage(StrEnum):
    """How far the use of an invite link is; FAILED carries an InviteProblem or `unreachable`."""

    CONNECTING = "connecting"
    ADDED = "added"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TransferAdded:
    """A transfer is there."""

    transfer: Transfer


@dataclass(frozen=True, slots=True)
class TransferChanged:
    """A transfer's state or counts are another; progress is asked for, not told."""

    transfer: Transfer


@dataclass(frozen=True, slots=True)
class TransferRemoved:
    """A finished transfer was taken off the list."""

    transfer_id: TransferId


class Trouble(StrEnum):
    """What is wrong with the network here."""

    OFFLINE = "offline"
    NO_DISCOVERY = "no_discovery"
    OTHER_PORT = "other_port"


@dataclass(frozen=True, slots=True)
class TroublesChanged:
    """What is wrong with the network here right now."""

    troubles: frozenset[Trouble]


Event = (
    ProfileChanged
    | FriendAdded
    | FriendChanged
    | FriendRemoved
    | NearbyAppeared
    | NearbyGone
    | InviteMade
    | InviteUsed
    | AddingFriend
    | TransferAdded
    | TransferChanged
    | TransferRemoved
    | TroublesChanged
)
