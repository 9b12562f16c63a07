"""What the service tells its observers: changes of state, each a frozen value."""

from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.connection_check import ConnectionReport
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.friend import Friend, Nearby, Presence
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.history_events import (
    CheckedAgain,
    CheckingAgain,
    FilesLocated,
    HistoryChanged,
    HistoryOutlined,
    HistoryTold,
)
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced, IntroductionId
from byhand.domain.local_names import Caution
from byhand.domain.pairing import Pairing, PairingWindow
from byhand.domain.profile import Profile
from byhand.domain.transfer import EntryState, Transfer, TransferId
from byhand.errors import ByhandError

UNKNOWN_SIZE = -1
"""The size of a file of which only the path is known."""


class ProfileChanged(Struct, frozen=True):
    """What the user has set about themselves."""

    profile: Profile


class FriendAdded(Struct, frozen=True):
    """A friend is there: at the start, or made just now."""

    friend: Friend
    presence: Presence


class FriendChanged(Struct, frozen=True):
    """A friend's name, trust or presence is another."""

    friend: Friend
    presence: Presence


class FriendRemoved(Struct, frozen=True):
    """A friend is gone from the book."""

    friend_id: FriendId


class NearbyAppeared(Struct, frozen=True):
    """Somebody on the network shows themselves, or changed their name."""

    nearby: Nearby


class NearbyGone(Struct, frozen=True):
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


class AddingFriend(Struct, frozen=True):
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


class PairingWindowChanged(Struct, frozen=True):
    """People nearby may ask to be paired, or may not any more."""

    window: PairingWindow


class PairingChanged(Struct, frozen=True):
    """A pairing has begun, or is at another stage."""

    pairing: Pairing


class IntroductionChanged(Struct, frozen=True):
    """A friend introduces somebody to us, or that is at another stage."""

    introduced: Introduced


class IntroductionGone(Struct, frozen=True):
    """An introduction needs no place on the screen any more."""

    introduction_id: IntroductionId


class IntroductionAnswered(Struct, frozen=True):
    """Of two friends whom we introduced to each other, one has answered."""

    friend: Friend
    other_name: str
    agrees: bool


class BackupWritten(Struct, frozen=True):
    """Our identity and friends are in a file."""

    path: str


class BackupRead(Struct, frozen=True):
    """A file holds an identity that could be taken over; `friends` counts its friends."""

    path: str
    name: str
    computer: str
    friends: int


class BackupFailed(Struct, frozen=True):
    """A backup could not be written or read; the error is a BackupError or a StorageError."""

    path: str
    error: ByhandError


class OrderFailed(Struct, frozen=True):
    """Something that the user ordered could not be done, or done and not saved."""

    error: ByhandError


class TransferAdded(Struct, frozen=True):
    """A transfer is there."""

    transfer: Transfer


class TransferChanged(Struct, frozen=True):
    """A transfer's state or counts are another; progress is asked for, not told."""

    transfer: Transfer


class TransferRemoved(Struct, frozen=True):
    """A finished transfer was taken off the list."""

    transfer_id: TransferId


class FileRow(Struct, frozen=True):
    """One entry of a transfer: its index, its path inside the offer, its bytes, where it stands.

    Of what is received: whether there is anything to be said of it, and the name it is saved
    under where that is another, "" else. `here`: about how many of its bytes are there while it
    is PARTIAL. Of a transfer that came to nothing its size is UNKNOWN_SIZE.
    """

    index: int
    path: str
    size: int
    is_folder: bool
    state: EntryState
    code: Code = Code.OK
    caution: Caution | None = None
    saved_as: str = ""
    here: int = 0


class FilesPage(Struct, frozen=True):
    """Some entries of a transfer that fit a query, from the one numbered `first` on, of `total`.

    `digest` is that of the list of files, the same at both ends; empty while it is counted.
    """

    transfer_id: TransferId
    first: int
    total: int
    rows: tuple[FileRow, ...]
    query: FileQuery = EVERY_FILE
    digest: bytes = b""


class RoomTold(Struct, frozen=True):
    """How many bytes may be received into a folder; None where nobody can tell."""

    folder: str
    free: int | None


class TextShown(Struct, frozen=True):
    """What a text that was received says."""

    transfer_id: TransferId
    text: str


class ConnectionChecked(Struct, frozen=True):
    """What a check of the connection has found so far."""

    report: ConnectionReport


class Trouble(StrEnum):
    """What is wrong with the network here."""

    OFFLINE = "offline"
    NO_DISCOVERY = "no_discovery"
    OTHER_PORT = "other_port"


class TroublesChanged(Struct, frozen=True):
    """What is wrong with the network here right now."""

    troubles: frozenset[Trouble]


class ClosedUnexpectedly(Struct, frozen=True):
    """The run before this one was cut off; so many transfers go on, and a folder has its log."""

    going_on: int
    report: str


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
    | GroupChanged
    | GroupOver
    | FilesPage
    | RoomTold
    | TextShown
    | HistoryTold
    | HistoryOutlined
    | HistoryChanged
    | FilesLocated
    | CheckingAgain
    | CheckedAgain
    | ConnectionChecked
    | TroublesChanged
    | ClosedUnexpectedly
)
