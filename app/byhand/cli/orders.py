"""What a user can order on the command line, as values."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from pathlib import Path

from msgspec import Struct

from byhand.cli.limit_orders import LimitOrder
from byhand.cli.transfer_orders import CheckAgain, HistoryOrder, QueueOrder
from byhand.domain.plan import AS_IT_IS, SendOptions
from byhand.domain.profile import Visibility

WAIT_SECONDS = 15.0
LOOK_SECONDS = 5.0
INVITE_HOURS = 24.0


class ExitCode(IntEnum):
    """How a command ended, as the shell sees it."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    DECLINED = 3
    UNREACHABLE = 4


class AcceptPolicy(StrEnum):
    """Whether `receive` asks about each offer or accepts those of every friend."""

    ASK = "ask"
    FRIENDS = "friends"


class Options(Struct, frozen=True):
    """What is said before any command; without a profile the user's own is meant."""

    profile: Path | None = None
    is_json: bool = False
    is_debug: bool = False


class Send(Struct, frozen=True):
    """Send paths to each of some friends, no faster than `limit` bytes a second each.

    One who is away for `wait_seconds` is waited for no longer; with None nobody is.
    """

    paths: tuple[str, ...]
    to: tuple[str, ...]
    at: str | None = None
    wait_seconds: float | None = WAIT_SECONDS
    options: SendOptions = AS_IT_IS
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class SendText:
    """Send a text to each of some friends; "-" reads it from standard input."""

    text: str = field(repr=False)
    to: tuple[str, ...]
    at: str | None = None
    wait_seconds: float | None = WAIT_SECONDS


class Receive(Struct, frozen=True):
    """Receive until told to stop, or `once`; `updates` folders that are here already.

    `takes_part`: what others are offered, too, is passed on to them and comes from them.
    """

    into: str | None = None
    accept: AcceptPolicy = AcceptPolicy.ASK
    is_once: bool = False
    updates: bool = False
    takes_part: bool = True


class ListFriends(Struct, frozen=True):
    """Show every friend."""


class Invite(Struct, frozen=True):
    """Make an invite link, good for some hours, and wait until somebody used it.

    `at` are addresses where we can be reached besides our own.
    """

    hours: float = INVITE_HOURS
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddFriend:
    """Use somebody's invite link; "-" reads it from standard input."""

    link: str = field(repr=False)


class RenameFriend(Struct, frozen=True):
    """Call a friend by another name."""

    friend: str
    name: str


class RemoveFriend(Struct, frozen=True):
    """Forget a friend."""

    friend: str


class Pair(Struct, frozen=True):
    """Become friends with somebody nearby; without a name, show who is there."""

    name: str | None = None
    is_mine: bool = False


class Verify(Struct, frozen=True):
    """Compare codes with a friend."""

    friend: str


class BlockFriend(Struct, frozen=True):
    """Let nothing come from a friend, or take them back."""

    friend: str
    is_blocked: bool = True


class MarkMine(Struct, frozen=True):
    """Keep a friend among the user's own computers, or among other people."""

    friend: str
    is_mine: bool = True


class JoinFriend(Struct, frozen=True):
    """Show a friend as another computer of a person."""

    friend: str
    person: str


class KeepApart(Struct, frozen=True):
    """Say that a newcomer is somebody else than the friend whose name they came by."""

    friend: str
    name: str


class ShowPolicy(Struct, frozen=True):
    """Show what happens to a friend's offers."""

    friend: str


class ChangePolicy(Struct, frozen=True):
    """Say what happens to a friend's offers; what is not said stays as it is."""

    friend: str
    accepts_by_itself: bool | None = None
    limit_bytes: int | None = None
    folder: str | None = None
    keeps_modes: bool | None = None


class LimitFriend(Struct, frozen=True):
    """Say how fast bytes go to a friend and come from them, 0 for no limit; None stays."""

    friend: str
    up: int | None = None
    down: int | None = None


class ConfirmMoved(Struct, frozen=True):
    """Say that a friend's identity has moved to another computer."""

    friend: str


class AddAddress(Struct, frozen=True):
    """Try another address of a friend, too."""

    friend: str
    address: str


class Introduce(Struct, frozen=True):
    """Introduce two friends to each other."""

    friend: str
    other: str


class ListIntroductions(Struct, frozen=True):
    """Show whom friends introduce."""


class AnswerIntroduction(Struct, frozen=True):
    """Agree to become friends with somebody whom a friend introduces, or not."""

    name: str
    agrees: bool


class Me(Struct, frozen=True):
    """Show, and first change where given, what friends see of us."""

    name: str | None = None
    computer: str | None = None
    visibility: Visibility | None = None


class ListNetworks(Struct, frozen=True):
    """Show the networks that this computer is in."""


class TrustNetwork(Struct, frozen=True):
    """Always show our name on a network, or not any more; by its name or id."""

    network: str
    is_trusted: bool = True


class LookNearby(Struct, frozen=True):
    """Show who is seen nearby within some seconds."""

    seconds: float = LOOK_SECONDS


class CheckConnection(Struct, frozen=True):
    """Find out what stands between us and a friend; without a name, anybody."""

    friend: str | None = None


class ExportIdentity(Struct, frozen=True):
    """Save identity and friends to a new file."""

    file: str


class ImportIdentity(Struct, frozen=True):
    """Take over the identity of such a file; `is_sure` if nobody needs to be asked."""

    file: str
    is_sure: bool = False


IdentityOrder = ExportIdentity | ImportIdentity
"""What is done while no service runs."""

FriendChange = (
    RenameFriend
    | BlockFriend
    | MarkMine
    | JoinFriend
    | KeepApart
    | ChangePolicy
    | LimitFriend
    | ConfirmMoved
)
"""What changes something about a friend, and is done once that shows."""
FriendOrder = ListFriends | RemoveFriend | ShowPolicy | AddAddress | FriendChange
"""What is said of friends one has."""
MeetingOrder = (
    Invite | AddFriend | Pair | Verify | Introduce | ListIntroductions | AnswerIntroduction
)
"""What makes friends, and makes sure of them."""
OwnOrder = Me | LookNearby | ListNetworks | TrustNetwork | CheckConnection
"""What is about ourselves and the networks around us."""
SendOrder = Send | SendText
TransferOrder = SendOrder | Receive | QueueOrder | HistoryOrder
Order = TransferOrder | FriendOrder | MeetingOrder | OwnOrder | LimitOrder
StayingOrder = SendOrder | Receive | LookNearby | MeetingOrder | CheckAgain | CheckConnection
"""What waits for other people, or for a disk."""
ResumableOrder = SendOrder | Receive
"""What goes on here when the process that did it has ended."""
