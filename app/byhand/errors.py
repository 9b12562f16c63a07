"""Every error that Byhand raises on purpose.

ByhandError
├── UsageError                  the user asked for something that cannot be
│   └── FriendOrderError        of a friend
├── ProtocolError
│   ├── LocalProtocolError      we broke the rules: a bug
│   └── RemoteProtocolError     the other side broke them: hang up
│       ├── AuthenticationError a tag or a handshake did not verify
│       │   └── OurselvesError  our own keys came back
│       ├── InviteRefusedError  the other end of an invite does not take us
│       └── UnsupportedMessageError  a message that we had to know and do not
├── IdentityError
│   ├── UnknownFriendError      nobody by that name or id
│   ├── KeyChangedError         a friend's name or key came with another partner
│   ├── CorruptIdentityError    identity.key is damaged; nothing was touched
│   ├── InviteError             an invite link that cannot be used
│   └── BackupError             a file with an identity that cannot be used
├── NetworkError
│   ├── UnreachableError        no address of the friend answered
│   └── ConnectionLostError     it was there and went away
│       └── ServiceGoneError    the Byhand that had the profile
├── TransferError
│   ├── UnsafeNameError         a name that may not be written
│   ├── SourceChangedError      a file changed while it was read
│   ├── SourceMissingError      a file is gone or cannot be read
│   ├── OfferTooLargeError      more files than one offer may hold
│   └── HashMismatchError       bytes that are not what was promised
└── StorageError
    ├── ProfileInUseError       another Byhand owns the profile
    │   └── OtherVersionError   and is of another version
    ├── DiskFullError
    ├── FileTooLargeError       no file that large fits on that file system
    ├── ReadOnlyError
    ├── StagingGoneError        what was received so far is not there any more
    └── CorruptStoreError       a store is damaged; nothing was touched

Exceptions carry data; the sentences people read are in wording/.
"""

from enum import StrEnum
from pathlib import Path


class ByhandError(Exception):
    """Anything that Byhand raises on purpose."""


class UsageError(ByhandError):
    """The user asked for something that cannot be; `args[0]` is the sentence that says so."""


class FriendProblem(StrEnum):
    """Why something that the user says of a friend cannot be."""

    NAME_LENGTH = "name_length"
    NAME_TAKEN = "name_taken"
    NOT_VERIFIED = "not_verified"
    LIMIT = "limit"
    """The largest offer that shall be accepted by itself."""
    MINE = "mine"
    """One of the user's own computers is no other person's."""
    BLOCKED = "blocked"
    IN_DOUBT = "in_doubt"
    """First it must be clear who is who."""
    NOT_BELIEVED = "not_believed"
    """Nobody has compared codes with the one who shall be another computer of a person."""


class FriendOrderError(UsageError):
    """What the user says of a friend cannot be; wording/ has the sentence."""

    def __init__(self, problem: FriendProblem, name: str = "") -> None:
        super().__init__(problem, name)
        self.problem = problem
        self.name = name


class ProtocolError(ByhandError):
    """The wire protocol was broken."""


class LocalProtocolError(ProtocolError):
    """We broke the protocol: a bug in this program."""


class RemoteProtocolError(ProtocolError):
    """The other side broke the protocol; the connection must be closed."""


class AuthenticationError(RemoteProtocolError):
    """A tag, a signature or a handshake did not verify."""


class OurselvesError(AuthenticationError):
    """Our own keys are at the other end: our address, or somebody who reflects what we send."""


class InviteRefusedError(RemoteProtocolError):
    """Who holds the other end of an invite does not take us; `code` as on the wire says why."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class UnsupportedMessageError(RemoteProtocolError):
    """A message came that must not be passed over, of a type that this version does not know."""

    def __init__(self, type_number: int) -> None:
        super().__init__(type_number)
        self.type_number = type_number


class IdentityError(ByhandError):
    """Something about who is who does not hold."""


class UnknownFriendError(IdentityError):
    """No friend, or more than one, fits what was asked for."""

    def __init__(self, asked_for: str, matches: int = 0) -> None:
        super().__init__(asked_for, matches)
        self.asked_for = asked_for
        self.matches = matches


class KeyChangedError(IdentityError):
    """A friend's key came with another partner, or a friend's name with another identity."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class CorruptIdentityError(IdentityError):
    """The identity file is damaged, or open to others; it was not touched.

    `is_mendable` if it is whole and ours, and only has to be closed to others.
    """

    def __init__(self, path: Path, reason: str, is_mendable: bool = False) -> None:
        super().__init__(path, reason, is_mendable)
        self.path = path
        self.reason = reason
        self.is_mendable = is_mendable


class InviteProblem(StrEnum):
    """Why an invite link cannot be used."""

    NOT_AN_INVITE = "not_an_invite"
    DAMAGED = "damaged"
    EXPIRED = "expired"
    OWN = "own"
    REFUSED = "refused"
    USED = "used"


class InviteError(IdentityError):
    """An invite link cannot be used."""

    def __init__(self, problem: InviteProblem) -> None:
        super().__init__(problem)
        self.problem = problem


class BackupProblem(StrEnum):
    """Why a file with an identity cannot be used."""

    UNREADABLE = "unreadable"
    NOT_A_BACKUP = "not_a_backup"
    NEWER = "newer"
    DAMAGED = "damaged"
    NOT_OPENED = "not_opened"
    """By this passphrase; a wrong one and a damaged file cannot be told apart."""
    TOO_SHORT = "too_short"
    """The passphrase that shall protect it."""
    EXISTS = "exists"
    """The file that shall be made."""


class BackupError(IdentityError):
    """A file with an identity cannot be used, or cannot be made."""

    def __init__(self, path: Path, problem: BackupProblem) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem


class NetworkError(ByhandError):
    """The network did not do what was needed."""


class UnreachableError(NetworkError):
    """No address of the other side could be reached.

    `was_refused` if somebody answered at one of them but hung up during the handshake.
    """

    def __init__(self, was_refused: bool = False) -> None:
        super().__init__(was_refused)
        self.was_refused = was_refused


class ConnectionLostError(NetworkError):
    """A connection that was there has gone."""


class ServiceGoneError(ConnectionLostError):
    """The Byhand that has the profile, and did what was ordered, has ended or answers no more."""


class TransferError(ByhandError):
    """A file or folder could not be handed over."""


class UnsafeNameError(TransferError):
    """A name breaks the rules of domain/names.py."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


class SourceChangedError(TransferError):
    """A source file is not what it was when it was offered."""


class SourceMissingError(TransferError):
    """A source file is gone, or `is_there` and cannot be read."""

    def __init__(self, path: Path, is_there: bool = False) -> None:
        super().__init__(path, is_there)
        self.path = path
        self.is_there = is_there


class OfferTooLargeError(TransferError):
    """There are more files and folders than one offer may hold."""


class HashMismatchError(TransferError):
    """Received bytes do not have the promised hash."""


class StorageError(ByhandError):
    """A disk or a file on it did not do what was needed."""

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class ProfileInUseError(StorageError):
    """Another Byhand owns this profile."""


class OtherVersionError(ProfileInUseError):
    """Another Byhand owns this profile, of a version whose orders and events are not ours."""

    def __init__(self, path: Path, version: str) -> None:
        super().__init__(path)
        self.version = version


class DiskFullError(StorageError):
    """There is no room left; `missing_bytes` more are needed where that is known."""

    def __init__(self, path: Path, missing_bytes: int | None = None) -> None:
        super().__init__(path, "full")
        self.missing_bytes = missing_bytes


class FileTooLargeError(StorageError):
    """No file that large fits on the file system of a folder; `limit` is the largest, in bytes."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(path, "it takes no file that large")
        self.limit = limit


class ReadOnlyError(StorageError):
    """The folder cannot be written to."""


class StagingGoneError(StorageError):
    """The folder that a transfer was received into is gone, though the one around it is there."""


class FolderGoneError(StorageError):
    """The folder that a transfer is received into was removed from a disk that is there."""


class CorruptStoreError(StorageError):
    """A file of ours is damaged or was edited by somebody else; it was not touched."""
