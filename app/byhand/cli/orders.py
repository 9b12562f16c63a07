"""What a user can order on the command line, as values."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from pathlib import Path

WAIT_SECONDS = 15.0
LOOK_SECONDS = 5.0


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


@dataclass(frozen=True, slots=True)
class Options:
    """What is said before any command; without a profile the user's own is meant."""

    profile: Path | None = None
    is_json: bool = False
    is_debug: bool = False


@dataclass(frozen=True, slots=True)
class Send:
    """Send paths to each of some friends, giving up on one who is away for `wait_seconds`."""

    paths: tuple[str, ...]
    to: tuple[str, ...]
    at: str | None = None
    wait_seconds: float = WAIT_SECONDS


@dataclass(frozen=True, slots=True)
class Receive:
    """Receive until told to stop, or `once`."""

    into: str | None = None
    accept: AcceptPolicy = AcceptPolicy.ASK
    is_once: bool = False


@dataclass(frozen=True, slots=True)
class ListFriends:
    """Show every friend."""


@dataclass(frozen=True, slots=True)
class Invite:
    """Make an invite link and wait until somebody used it."""


@dataclass(frozen=True, slots=True)
class AddFriend:
    """Use somebody's invite link; "-" reads it from standard input."""

    link: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RenameFriend:
    """Call a friend by another name."""

    friend: str
    name: str


@dataclass(frozen=True, slots=True)
class RemoveFriend:
    """Forget a friend."""

    friend: str


@dataclass(frozen=True, slots=True)
class Me:
    """Show, and first change where given, what friends see of us."""

    name: str | None = None
    computer: str | None = None


@dataclass(frozen=True, slots=True)
class LookNearby:
    """Show who is seen nearby within some seconds."""

    seconds: float = LOOK_SECONDS


@dataclass(frozen=True, slots=True)
class ExportIdentity:
    """Save identity and friends to a new file."""

    file: str


@dataclass(frozen=True, slots=True)
class ImportIdentity:
    """Take over the identity of such a file; `is_sure` if nobody needs to be asked."""

    file: str
    is_sure: bool = False


IdentityOrder = ExportIdentity | ImportIdentity
"""What is done while no service runs."""

Order = (
    Send
    | Receive
    | ListFriends
    | Invite
    | AddFriend
    | RenameFriend
    | RemoveFriend
    | Me
    | LookNearby
)
