"""Our own keys on disk: made once, never silently replaced."""

import hashlib
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path

from byhand.errors import CorruptIdentityError
from byhand.protocol.credentials import LocalIdentity
from byhand.storage.atomic import FILE_MODE, replace_file
from byhand.storage.disk import FOLDER_FLAGS, SYSTEM_DISK, Disk
from byhand.storage.key_protection import KeyProtection, system_protection
from byhand.storage.locations import FOLDER_MODE
from byhand.storage.os_errors import storage_error, translated
from byhand.storage.target import READ_FLAGS

INSTALLATION_ID_BYTES = 16
_KEY_BYTES = 32
_FAMILY = b"byhand identity "
_MAGIC = _FAMILY + b"1\n"
_PROTECTED = _FAMILY + b"1 protected\n"
"""What follows was sealed by the operating system, and holds what a plain file does."""
_CHECKSUM_BYTES = 8
_FILE_BYTES = len(_MAGIC) + 2 * _KEY_BYTES + INSTALLATION_ID_BYTES + _CHECKSUM_BYTES
_LONGEST_BYTES = 4096
_FLAGS = READ_FLAGS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_SEALED_ELSEWHERE = "it was protected by another account or on another computer"
SYSTEM_PROTECTION = system_protection()


@dataclass(frozen=True, slots=True)
class StoredIdentity:
    """Our keys, and the 16 random bytes that tell two installations of the same keys apart."""

    identity: LocalIdentity = field(repr=False)
    installation_id: bytes

    @staticmethod
    def newly_installed(identity: LocalIdentity) -> "StoredIdentity":
        """Return keys as of an installation that nobody has met yet."""
        return StoredIdentity(identity, secrets.token_bytes(INSTALLATION_ID_BYTES))


def load_or_create_identity(
    path: Path, protection: KeyProtection | None = SYSTEM_PROTECTION
) -> StoredIdentity:
    """Return the identity of a profile, made now if the profile is new.

    Raises CorruptIdentityError, touching nothing, for a file that is damaged, not ours or open
    to others, and for one that is gone while the friends made with it are still there.
    """
    stored = load_identity(path, protection)
    if stored is None:
        stored = StoredIdentity.newly_installed(LocalIdentity.generate())
        save_identity(path, stored, protection)
    return stored


def load_identity(
    path: Path, protection: KeyProtection | None = SYSTEM_PROTECTION
) -> StoredIdentity | None:
    """Return the identity of a profile, None if it is new; raises as load_or_create_identity."""
    content = _read(path)
    if content is None:
        if path.with_name("friends").exists():
            raise CorruptIdentityError(path, "it is gone, but the friends made with it are there")
        return None
    if content.startswith(_PROTECTED):
        return _decoded(path, _opened(path, content.removeprefix(_PROTECTED), protection))
    stored = _decoded(path, content)
    if protection is not None:
        # Made before this system's protection was used.
        save_identity(path, stored, protection)
    return stored


def save_identity(
    path: Path,
    stored: StoredIdentity,
    protection: KeyProtection | None = SYSTEM_PROTECTION,
    disk: Disk = SYSTEM_DISK,
) -> None:
    """Replace the file; raises StorageError, and then the old one is intact."""
    content = _encoded(stored)
    if protection is not None:
        with translated(path):
            content = _PROTECTED + protection.protect(content)
    replace_file(path, content, disk)


def make_private(path: Path) -> None:
    """Close an identity file of ours and its folder to others; a file behind a link is left alone.

    Raises CorruptIdentityError for a file that is not ours or no plain file, StorageError.
    """
    with translated(path):
        # The folder first: then nobody can put another file in the place of the one judged.
        folder = os.open(path.parent, FOLDER_FLAGS & ~os.O_NOFOLLOW)
        try:
            _close_to_others(path, folder)
        finally:
            os.close(folder)


def _close_to_others(path: Path, folder: int) -> None:
    if os.fstat(folder).st_uid != os.geteuid():
        raise CorruptIdentityError(path, "its folder belongs to somebody else")
    os.fchmod(folder, FOLDER_MODE)
    reason = _reason_against_kind(os.stat(path.name, dir_fd=folder, follow_symlinks=False))
    if reason:
        raise CorruptIdentityError(path, reason)
    os.chmod(path.name, FILE_MODE, dir_fd=folder)


def _read(path: Path) -> bytes | None:
    """Return what the file holds; None if there is none."""
    try:
        fd = os.open(path, _FLAGS)
    except FileNotFoundError:
        return None
    except PermissionError as exc:
        raise CorruptIdentityError(path, "it may not be read", _is_ours(path)) from exc
    except OSError as exc:
        raise CorruptIdentityError(path, "it is not a plain file") from exc
    try:
        _judge(path, os.fstat(fd))
        return os.read(fd, _LONGEST_BYTES + 1)
    except OSError as exc:
        raise storage_error(exc, path) from exc
    finally:
        os.close(fd)


def _judge(path: Path, status: os.stat_result) -> None:
    reason = _reason_against_kind(status)
    if reason:
        raise CorruptIdentityError(path, reason)
    if os.name == "posix" and status.st_mode & 0o077:
        raise CorruptIdentityError(path, "others may read or change it", is_mendable=True)


def _reason_against_kind(status: os.stat_result) -> str:
    if not stat.S_ISREG(status.st_mode):
        return "it is not a plain file"
    if os.name == "posix" and status.st_uid != os.geteuid():
        return "it belongs to somebody else"
    return ""


def _is_ours(path: Path) -> bool:
    """Say whether a file that may not be read is one that `make_private` mends."""
    try:
        return not _reason_against_kind(os.lstat(path))
    except OSError:
        # The folder lets nobody look either.
        return False


def _opened(path: Path, content: bytes, protection: KeyProtection | None) -> bytes:
    try:
        if protection is not None:
            return protection.unprotect(content)
    except OSError as exc:
        raise CorruptIdentityError(path, _SEALED_ELSEWHERE) from exc
    raise CorruptIdentityError(path, _SEALED_ELSEWHERE)


def _encoded(stored: StoredIdentity) -> bytes:
    identity = stored.identity
    content = _MAGIC + identity.x25519.private + identity.ed25519_private + stored.installation_id
    return content + _checksum(content)


def _decoded(path: Path, content: bytes) -> StoredIdentity:
    body, checksum = content[:-_CHECKSUM_BYTES], content[-_CHECKSUM_BYTES:]
    if not content:
        raise CorruptIdentityError(path, "it is empty")
    if body.startswith(_FAMILY) and not body.startswith(_MAGIC):
        raise CorruptIdentityError(path, "it was written by a newer Byhand")
    if len(content) != _FILE_BYTES or not body.startswith(_MAGIC) or checksum != _checksum(body):
        raise CorruptIdentityError(path, "it is damaged")
    keys = body[len(_MAGIC) :]
    identity = LocalIdentity.from_private(keys[:_KEY_BYTES], keys[_KEY_BYTES : 2 * _KEY_BYTES])
    return StoredIdentity(identity, keys[2 * _KEY_BYTES :])


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2s(content, digest_size=_CHECKSUM_BYTES).digest()
