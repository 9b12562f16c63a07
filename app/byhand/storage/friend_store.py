"""Friends and open invites on disk: one file, sealed against edits by a key of the identity."""

import hashlib
import hmac
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId, PublicKeys
from byhand.errors import CorruptStoreError, StorageError
from byhand.storage.atomic import replace_file
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.os_errors import translated

_FAMILY = b"byhand friends "
_MAGIC = _FAMILY + b"1\n"
_SEAL_BYTES = 32


@dataclass(frozen=True, slots=True)
class FriendRecord:
    """A friend with what proves them; `added_at` in Unix seconds."""

    friend: Friend
    keys: PublicKeys
    psk: bytes = field(repr=False)
    added_at: float


@dataclass(frozen=True, slots=True)
class InviteRecord:
    """An invite of ours; `expires_at` in Unix seconds, `used_by` once somebody used it."""

    psk: bytes = field(repr=False)
    expires_at: float
    link: str = field(repr=False)
    used_by: FriendId | None = None


@dataclass(frozen=True, slots=True)
class BookContents:
    """Everything in the file."""

    friends: tuple[FriendRecord, ...] = ()
    invites: tuple[InviteRecord, ...] = ()


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
    if not body.startswith(_MAGIC):
        raise StorageError(path, "it was written by a newer Byhand")
    try:
        return _contents(_DECODER.decode(body[len(_MAGIC) :]))
    except (msgspec.DecodeError, ValueError) as exc:
        raise CorruptStoreError(path, "its content makes no sense") from exc


def save_book(path: Path, key: bytes, contents: BookContents, disk: Disk = SYSTEM_DISK) -> None:
    """Replace the file; raises StorageError, and then the old one is intact."""
    body = _MAGIC + msgspec.msgpack.encode(_book(contents))
    replace_file(path, body + _seal(key, body), disk)


class _FriendRow(msgspec.Struct, frozen=True):
    x25519: bytes
    ed25519: bytes
    psk: bytes
    name: str
    computer: str
    trust: Trust
    added_at: float


class _InviteRow(msgspec.Struct, frozen=True):
    psk: bytes
    expires_at: float
    link: str
    used_by: bytes | None


class _Book(msgspec.Struct, frozen=True):
    friends: list[_FriendRow]
    invites: list[_InviteRow]


_DECODER = msgspec.msgpack.Decoder(_Book)


def _book(contents: BookContents) -> _Book:
    return _Book(
        [
            _FriendRow(
                record.keys.x25519,
                record.keys.ed25519,
                record.psk,
                record.friend.name,
                record.friend.computer,
                record.friend.trust,
                record.added_at,
            )
            for record in contents.friends
        ],
        [
            _InviteRow(invite.psk, invite.expires_at, invite.link, invite.used_by)
            for invite in contents.invites
        ],
    )


def _contents(book: _Book) -> BookContents:
    return BookContents(
        tuple(map(_friend_record, book.friends)), tuple(map(_invite_record, book.invites))
    )


def _friend_record(row: _FriendRow) -> FriendRecord:
    keys = PublicKeys(row.x25519, row.ed25519)
    friend = Friend(keys.friend_id, row.name, row.computer, row.trust)
    return FriendRecord(friend, keys, row.psk, row.added_at)


def _invite_record(row: _InviteRow) -> InviteRecord:
    used_by = None if row.used_by is None else FriendId(row.used_by)
    return InviteRecord(row.psk, row.expires_at, row.link, used_by)


def _seal(key: bytes, body: bytes) -> bytes:
    return hashlib.blake2s(body, key=key, digest_size=_SEAL_BYTES).digest()
