"""What the service tells its observers: changes of state, each a frozen value."""

from dataclasses import dataclass, field
from enum import StrEnum

from byhand.domain.codes import Code
from byhand.domain.friend import Friend, Nearby, Presence
from byhand.domain.history import HistoryPage
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced, IntroductionId
from byhand.domain.pairing import Pairing, PairingWindow
from byhand.domain.profile import Profile
from byhand.domain.transfer import EntryState, Transfer, TransferId
from byhand.errors import ByhandError

CHECKED_PATHS = 100
"""How many files a CheckedAgain names of each kind."""


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

    link: str = field(repr=False)
    expires_at: float


@dataclass(frozen=True, slots=True)
class InviteUsed:
    """Somebody became a friend through an invite of ours."""

    link: str = field(repr=False)
    friend: Friend


@dataclass(frozen=True, slots=True)
class AddingFriend:
    """A link we were given is being used: how far it is."""

    stage: "AddingStage"
    friend: Friend | None = None
    problem: str = ""


class AddingStage(StrEnum):
    """How far the use of an invite link is.

    FAILED carries an InviteProblem, `unreachable`, `key_changed` or `not_saved`.
    """

    CONNECTING = "connecting"
    ADDED = "added"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PairingWindowChanged:
    """People nearby may ask to be paired, or may not any more."""

    window: PairingWindow


@dataclass(frozen=True, slots=True)
class PairingChanged:
    """A pairing has begun, or is at another stage."""

    pairing: Pairing


@dataclass(frozen=True, slots=True)
class IntroductionChanged:
    """A friend introduces somebody to us, or that is at another stage."""

    introduced: Introduced


@dataclass(frozen=True, slots=True)
class IntroductionGone:
    """An introduction needs no place on the screen any more."""

    introduction_id: IntroductionId


@dataclass(frozen=True, slots=True)
class IntroductionAnswered:
    """Of two friends whom we introduced to each other, one has answered."""

    friend: Friend
    other_name: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class BackupWritten:
    """Our identity and friends are in a file."""

    path: str


@dataclass(frozen=True, slots=True)
class BackupRead:
    """A file holds an identity that could be taken over; `friends` counts its friends."""

    path: str
    name: str
    computer: str
    friends: int


@dataclass(frozen=True, slots=True)
class BackupFailed:
    """A backup could not be written or read; the error is a BackupError or a StorageError."""

    path: str
    error: ByhandError


@dataclass(frozen=True, slots=True)
class OrderFailed:
    """Something that the user ordered could not be done, or done and not saved."""

    error: ByhandError


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


@dataclass(frozen=True, slots=True)
class FileRow:
    """One entry of a transfer: its index, its path inside the offer, its bytes, where it stands."""

    index: int
    path: str
    size: int
    is_folder: bool
    state: EntryState
    code: Code = Code.OK


@dataclass(frozen=True, slots=True)
class FilesPage:
    """Some entries of a transfer, from index `first` on, of `total` in all."""

    transfer_id: TransferId
    first: int
    total: int
    rows: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True)
class TextShown:
    """What a text that was received says."""

    transfer_id: TransferId
    text: str


@dataclass(frozen=True, slots=True)
class HistoryTold:
    """Some of what has ended, as it was asked for."""

    page: HistoryPage


@dataclass(frozen=True, slots=True)
class CheckedAgain:
    """Files of a transfer that has ended were compared with what they were then.

    Counts, and the paths, as offered, of at most CHECKED_PATHS files that are missing, or
    changed. `could_be_fetched`: the friend may be asked for those, by `fetch_again`.
    `is_signed_right`: what they were then is what the receiver has signed; None if the
    receiver's key is not known any more.
    """

    transfer_id: TransferId
    right: int
    missing: int = 0
    changed: int = 0
    missing_paths: tuple[str, ...] = ()
    changed_paths: tuple[str, ...] = ()
    could_be_fetched: bool = False
    is_signed_right: bool | None = None


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
    | PairingWindowChanged
    | PairingChanged
    | IntroductionChanged
    | IntroductionGone
    | IntroductionAnswered
    | BackupWritten
    | BackupRead
    | BackupFailed
    | OrderFailed
    | TransferAdded
    | TransferChanged
    | TransferRemoved
    | FilesPage
    | TextShown
    | HistoryTold
    | CheckedAgain
    | TroublesChanged
)
