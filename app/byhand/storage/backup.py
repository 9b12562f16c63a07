"""One file that holds an identity, its friends and its names, sealed by a passphrase."""

import os
import secrets
import stat
import struct
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from msgspec import Struct

from byhand.domain.person_name import fitting_name
from byhand.domain.profile import PASSPHRASE_CHARACTERS
from byhand.errors import BackupError, BackupProblem, CorruptStoreError, StorageError
from byhand.protocol.credentials import LocalIdentity
from byhand.storage.atomic import make_file
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.friend_store import BookContents, decoded_book, encoded_book
from byhand.storage.os_errors import storage_error

LONGEST_BYTES = 64 * 1024 * 1024
_FAMILY = b"byhand backup "
_MAGIC = _FAMILY + b"1\n"
_PARAMETERS = struct.Struct(">BBB16s")
"""log2 of scrypt's N, its r and p, and the salt."""
_HEADER_BYTES = len(_MAGIC) + _PARAMETERS.size
_WORK_LIMIT = 2**22
"""Of N · r · p: four times what our own files take, which is half a second."""
_ROOM_LIMIT = 2**21
"""Of N · r, of which each takes 128 bytes: 256 MiB."""
_SALT_BYTES = 16
_KEY_BYTES = 32
_NONCE = bytes(12)
"""Each key comes from a salt of its own and seals one file."""


class Cost(Struct, frozen=True):
    """How much work scrypt makes of a passphrase: log2 of its N, its r and p."""

    log_n: int
    r: int
    p: int

    @property
    def is_bearable(self) -> bool:
        """Say whether scrypt knows such parameters, and nobody must wait long for them."""
        if not (1 <= self.log_n < min(64, 16 * self.r) and self.p >= 1):
            return False
        room = (1 << self.log_n) * self.r
        return room <= _ROOM_LIMIT and room * self.p <= _WORK_LIMIT


OUR_COST = Cost(17, 8, 1)


@dataclass(frozen=True, slots=True)
class Backup:
    """What a file holds: who we are, what we call ourselves, and whom we know."""

    identity: LocalIdentity = field(repr=False)
    name: str
    computer: str
    book: BookContents = field(repr=False)


def check_passphrase(path: Path, passphrase: str) -> None:
    """Raise BackupError for a passphrase that is too short to protect a file."""
    if len(_normal(passphrase)) < PASSPHRASE_CHARACTERS:
        raise BackupError(path, BackupProblem.TOO_SHORT)


def write_backup(
    path: Path,
    passphrase: str,
    backup: Backup,
    cost: Cost = OUR_COST,
    disk: Disk = SYSTEM_DISK,
) -> None:
    """Make the file, on the disk when this returns; takes half a second and 128 MiB.

    Raises BackupError if it is there already or the passphrase is too short, StorageError.
    """
    check_passphrase(path, passphrase)
    if os.path.lexists(path):
        raise BackupError(path, BackupProblem.EXISTS)
    salt = secrets.token_bytes(_SALT_BYTES)
    header = _MAGIC + _PARAMETERS.pack(cost.log_n, cost.r, cost.p, salt)
    cipher = ChaCha20Poly1305(_key(passphrase, salt, cost))
    sealed = cipher.encrypt(_NONCE, _encoded(backup), header)
    try:
        make_file(path, header + sealed, disk)
    except FileExistsError as exc:
        raise BackupError(path, BackupProblem.EXISTS) from exc
    except OSError as exc:
        raise storage_error(exc, path) from exc


def read_backup(path: Path, passphrase: str) -> Backup:
    """Return what a file holds; takes at most 256 MiB and four times as long as writing one.

    Raises BackupError, StorageError for a disk that fails. The file is not touched.
    """
    content = _read(path)
    if not content.startswith(_FAMILY):
        raise BackupError(path, BackupProblem.NOT_A_BACKUP)
    if not content.startswith(_MAGIC):
        raise BackupError(path, BackupProblem.NEWER)
    header, sealed = content[:_HEADER_BYTES], content[_HEADER_BYTES:]
    if len(header) != _HEADER_BYTES:
        raise BackupError(path, BackupProblem.DAMAGED)
    log_n, r, p, salt = _PARAMETERS.unpack_from(header, len(_MAGIC))
    cost = Cost(log_n, r, p)
    if not cost.is_bearable:
        raise BackupError(path, BackupProblem.DAMAGED)
    try:
        content = ChaCha20Poly1305(_key(passphrase, salt, cost)).decrypt(_NONCE, sealed, header)
    except InvalidTag as exc:
        raise BackupError(path, BackupProblem.NOT_OPENED) from exc
    return _decoded(path, content)


_Key = Annotated[bytes, msgspec.Meta(min_length=_KEY_BYTES, max_length=_KEY_BYTES)]


class _Content(msgspec.Struct, frozen=True):
    x25519_private: _Key
    ed25519_private: _Key
    name: str
    computer: str
    book: bytes


_DECODER = msgspec.msgpack.Decoder(_Content)


def _read(path: Path) -> bytes:
    try:
        # Without O_NONBLOCK a named pipe would be waited for.
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as exc:
        raise BackupError(path, BackupProblem.UNREADABLE) from exc
    try:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            raise BackupError(path, BackupProblem.UNREADABLE)
        if status.st_size > LONGEST_BYTES:
            raise BackupError(path, BackupProblem.NOT_A_BACKUP)
        with open(fd, "rb", closefd=False) as stream:
            return stream.read(LONGEST_BYTES)
    except OSError as exc:
        raise storage_error(exc, path) from exc
    finally:
        os.close(fd)


def _key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # What a terminal could not decode is a surrogate, and must not be an error.
    secret = _normal(passphrase).encode("utf-8", "surrogatepass")
    scrypt = Scrypt(salt=salt, length=_KEY_BYTES, n=2**cost.log_n, r=cost.r, p=cost.p)
    return scrypt.derive(secret)


def _normal(passphrase: str) -> str:
    """Return the same characters whichever way they were typed."""
    return unicodedata.normalize("NFC", passphrase)


def _encoded(backup: Backup) -> bytes:
    identity = backup.identity
    return msgspec.msgpack.encode(
        _Content(
            identity.x25519.private,
            identity.ed25519_private,
            backup.name,
            backup.computer,
            encoded_book(backup.book),
        )
    )


def _decoded(path: Path, content: bytes) -> Backup:
    try:
        row = _DECODER.decode(content)
        book = decoded_book(path, row.book)
    except (msgspec.DecodeError, CorruptStoreError) as exc:
        raise BackupError(path, BackupProblem.DAMAGED) from exc
    except StorageError as exc:
        raise BackupError(path, BackupProblem.NEWER) from exc
    if not _is_usable(book):
        raise BackupError(path, BackupProblem.DAMAGED)
    identity = LocalIdentity.from_private(row.x25519_private, row.ed25519_private)
    return Backup(identity, fitting_name(row.name), fitting_name(row.computer), book)


def _is_usable(book: BookContents) -> bool:
    """Say whether every key has its length: who has the passphrase may have made the file."""
    psks = [
        *(friend.psk for friend in book.friends),
        *(invite.psk for invite in book.invites),
        *(introduction.psk for introduction in book.introductions),
    ]
    pinned = [
        *(friend.keys for friend in book.friends),
        *(introduction.keys for introduction in book.introductions),
    ]
    public = [key for keys in pinned for key in (keys.x25519, keys.ed25519)]
    return all(len(key) == _KEY_BYTES for key in [*psks, *public])
