"""Friends and open invites on disk: one file, sealed against edits by a key of the identity."""

import hashlib
import hmac
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from msgspec import Struct

from byhand.domain.friend import ASK_EVERY_TIME, Friend, Policy, Trust
from byhand.domain.identity import FriendId, PublicKeys
from byhand.domain.introduction import IntroductionId
from byhand.domain.limits import UNLIMITED, RateLimits
from byhand.errors import CorruptStoreError, StorageError
from byhand.storage.atomic import replace_file
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.os_errors import translated

_FAMILY = b"byhand friends "
_MAGIC = _FAMILY + b"2\n"
_EARLIER = (_FAMILY + b"1\n",)
"""Versions whose rows lack fields that have defaults now."""
_SEAL_BYTES = 32


@dataclass(frozen=True, slots=True)
class FriendRecord:
    """A friend with what proves them; `added_at` in Unix seconds.

    `installation_id` is where the identity was met last, empty before the first time.
    """

    friend: Friend
    keys: PublicKeys
    psk: bytes = field(repr=False)
    added_at: float
    installation_id: bytes = b""


@dataclass(frozen=True, slots=True)
class InviteRecord:
    """An invite of ours; `expires_at` in Unix seconds, `used_by` once somebody used it."""

    psk: bytes = field(repr=False)
    expires_at: float
    link: str = field(repr=False)
    used_by: FriendId | None = None


@dataclass(frozen=True, slots=True)
class IntroductionRecord:
    """Somebody whom a friend introduces to us, until it has come to an end.

    `expires_at` in Unix seconds; `is_agreed` once our user wants it.
    """

    id: IntroductionId
    introducer: FriendId
    keys: PublicKeys
    name: str
    computer: str
    psk: bytes = field(repr=False)
    expires_at: float
    hints: tuple[str, ...]
    is_agreed: bool = False


class BookContents(Struct, frozen=True):
    """Everything in the file."""

    friends: tuple[FriendRecord, ...] = ()
    invites: tuple[InviteRecord, ...] = ()
    introductions: tuple[IntroductionRecord, ...] = ()


def load_book(path: Path, key: bytes) -> BookContents:
    """Return the friends and invites; none if there is no file yet. `key`: 32 bytes.

    Raises CorruptStoreError for a file that is damaged, edited or of another identity,
    StorageError for one that a newer version wrote. The file is not touched.
    """
    try:
        with translated(path):
            content = path.read_bytes()
    except StorageError as exc:
        if isinstance(exc.__cause__, FileNotFoundError):
            return BookContents()
        raise
    body, seal = content[:-_SEAL_BYTES], content[-_SEAL_BYTES:]
    if not hmac.compare_digest(seal, _seal(key, body)):
        raise CorruptStoreError(path, "its seal is broken")
    return decoded_book(path, body)


def save_book(path: Path, key: bytes, contents: BookContents, disk: Disk = SYSTEM_DISK) -> None:
    """Replace the file; raises StorageError, and then the old one is intact.

    One that an earlier version wrote is first copied to `friends.VERSION.bak`.
    """
    body = encoded_book(contents)
    _keep_earlier(path, disk)
    replace_file(path, body + _seal(key, body), disk)


def encoded_book(contents: BookContents) -> bytes:
    """Return the contents as bytes that say their version; not sealed."""
    return _MAGIC + msgspec.msgpack.encode(_book(contents))


def decoded_book(path: Path, body: bytes) -> BookContents:
    """Return the contents that such bytes of a file hold; raises as `load_book` does."""
    version = body[: len(_MAGIC)]
    if version not in (_MAGIC, *_EARLIER):
        raise StorageError(path, "it was written by a newer Byhand")
    try:
        return _contents(_DECODER.decode(body[len(_MAGIC) :]))
    except (msgspec.DecodeError, ValueError) as exc:
        raise CorruptStoreError(path, "its content makes no sense") from exc


class _PolicyRow(msgspec.Struct, frozen=True):
    accepts_by_itself: bool = False
    limit_bytes: int = 0
    folder: str = ""
    # No reason for a version of its own: one that does not know it makes nothing executable.
    keeps_modes: bool = False


class _LimitsRow(msgspec.Struct, frozen=True):
    up: int | None = None
    down: int | None = None


class _FriendRow(msgspec.Struct, frozen=True):
    x25519: bytes
    ed25519: bytes
    psk: bytes
    name: str
    computer: str
    trust: Trust
    added_at: float
    verified_at: float = 0.0
    is_mine: bool = False
    policy: _PolicyRow | None = None
    introduced_by: str = ""
    rival: bytes | None = None
    is_copied: bool = False
    installation_id: bytes = b""
    # No reason for a version of its own: one that does not know it goes on without a limit.
    limits: _LimitsRow | None = None


class _InviteRow(msgspec.Struct, frozen=True):
    psk: bytes
    expires_at: float
    link: str
    used_by: bytes | None


class _IntroductionRow(msgspec.Struct, frozen=True):
    id: bytes
    introducer: bytes
    x25519: bytes
    ed25519: bytes
    name: str
    computer: str
    psk: bytes
    expires_at: float
    hints: list[str]
    is_agreed: bool


class _Book(msgspec.Struct, frozen=True):
    friends: list[_FriendRow]
    invites: list[_InviteRow]
    introductions: list[_IntroductionRow] = msgspec.field(default_factory=list)


_DECODER = msgspec.msgpack.Decoder(_Book)


def _book(contents: BookContents) -> _Book:
    return _Book(
        [_friend_row(record) for record in contents.friends],
        [
            _InviteRow(invite.psk, invite.expires_at, invite.link, invite.used_by)
            for invite in contents.invites
        ],
        [_introduction_row(record) for record in contents.introductions],
    )


def _friend_row(record: FriendRecord) -> _FriendRow:
    friend, policy = record.friend, record.friend.policy
    return _FriendRow(
        x25519=record.keys.x25519,
        ed25519=record.keys.ed25519,
        psk=record.psk,
        name=friend.name,
        computer=friend.computer,
        trust=friend.trust,
        added_at=record.added_at,
        verified_at=friend.verified_at,
        is_mine=friend.is_mine,
        policy=_PolicyRow(*msgspec.structs.astuple(policy)),
        introduced_by=friend.introduced_by,
        rival=friend.rival,
        is_copied=friend.is_copied,
        installation_id=record.installation_id,
        limits=_LimitsRow(friend.limits.up, friend.limits.down),
    )


def _introduction_row(record: IntroductionRecord) -> _IntroductionRow:
    return _IntroductionRow(
        id=record.id,
        introducer=record.introducer,
        x25519=record.keys.x25519,
        ed25519=record.keys.ed25519,
        name=record.name,
        computer=record.computer,
        psk=record.psk,
        expires_at=record.expires_at,
        hints=list(record.hints),
        is_agreed=record.is_agreed,
    )


def _contents(book: _Book) -> BookContents:
    return BookContents(
        tuple(map(_friend_record, book.friends)),
        tuple(map(_invite_record, book.invites)),
        tuple(map(_introduction_record, book.introductions)),
    )


def _friend_record(row: _FriendRow) -> FriendRecord:
    keys = PublicKeys(row.x25519, row.ed25519)
    policy = ASK_EVERY_TIME
    if row.policy is not None:
        policy = Policy(*msgspec.structs.astuple(row.policy))
    friend = Friend(
        id=keys.friend_id,
        name=row.name,
        computer=row.computer,
        trust=row.trust,
        verified_at=row.verified_at,
        is_mine=row.is_mine,
        policy=policy,
        introduced_by=row.introduced_by,
        rival=None if row.rival is None else FriendId(row.rival),
        is_copied=row.is_copied,
        limits=UNLIMITED if row.limits is None else RateLimits(row.limits.up, row.limits.down),
    )
    return FriendRecord(friend, keys, row.psk, row.added_at, row.installation_id)


def _invite_record(row: _InviteRow) -> InviteRecord:
    used_by = None if row.used_by is None else FriendId(row.used_by)
    return InviteRecord(row.psk, row.expires_at, row.link, used_by)


def _introduction_record(row: _IntroductionRow) -> IntroductionRecord:
    return IntroductionRecord(
        id=IntroductionId(row.id),
        introducer=FriendId(row.introducer),
        keys=PublicKeys(row.x25519, row.ed25519),
        name=row.name,
        computer=row.computer,
        psk=row.psk,
        expires_at=row.expires_at,
        hints=tuple(row.hints),
        is_agreed=row.is_agreed,
    )


def _keep_earlier(path: Path, disk: Disk) -> None:
    with translated(path):
        content = path.read_bytes() if path.exists() else b""
    magic = content[: len(_MAGIC)]
    if magic in _EARLIER:
        version = magic.removeprefix(_FAMILY).strip().decode()
        replace_file(path.with_name(f"{path.name}.{version}.bak"), content, disk)


def _seal(key: bytes, body: bytes) -> bytes:
    return hashlib.blake2s(body, key=key, digest_size=_SEAL_BYTES).digest()
