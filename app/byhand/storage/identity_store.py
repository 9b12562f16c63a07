"""Our own keys on disk: made once, never silently replaced."""

import hashlib
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path

from byhand.errors import CorruptIdentityError
from byhand.protocol.credentials import LocalIdentity
from byhand.storage.atomic import replace_file
from byhand.storage.os_errors import storage_error
from byhand.storage.target import READ_FLAGS

INSTALLATION_ID_BYTES = 16
_KEY_BYTES = 32
_MAGIC = b"byhand identity 1\n"
_CHECKSUM_BYTES = 8
_FILE_BYTES = len(_MAGIC) + 2 * _KEY_BYTES + INSTALLATION_ID_BYTES + _CHECKSUM_BYTES


@dataclass(frozen=True, slots=True)
class StoredIdentity:
    """Our keys, and the 16 random bytes that tell two installations of the same keys apart."""

    identity: LocalIdentity = field(repr=False)
    installation_id: bytes


def load_or_create_identity(path: Path) -> StoredIdentity:
    """Return the identity of a profile, made now if the profile is new.

    Raises CorruptIdentityError, touching nothing, for a file that is damaged, not ours or open
    to others, and for one that is gone while the friends made with it are still there.
    """
    content = _read(path)
    if content is not None:
        return _decoded(path, content)
    if path.with_name("friends").exists():
        raise CorruptIdentityError(path, "it is gone, but the friends made with it are there")
    created = StoredIdentity(LocalIdentity.generate(), secrets.token_bytes(INSTALLATION_ID_BYTES))
    replace_file(path, _encoded(created))
    return created


def _read(path: Path) -> bytes | None:
    """Return what the file holds; None if there is none."""
    try:
        fd = os.open(path, READ_FLAGS | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    except PermissionError as exc:
        raise CorruptIdentityError(path, "it may not be read") from exc
    except OSError as exc:
        raise CorruptIdentityError(path, "it is not a plain file") from exc
    try:
        reason = _reason_against(os.fstat(fd))
        if reason:
            raise CorruptIdentityError(path, reason)
        return os.read(fd, _FILE_BYTES + 1)
    except OSError as exc:
        raise storage_error(exc, path) from exc
    finally:
        os.close(fd)


def _reason_against(status: os.stat_result) -> str:
    if not stat.S_ISREG(status.st_mode):
        return "it is not a plain file"
    if os.name != "posix":
        return ""
    if status.st_uid != os.geteuid():
        return "it belongs to somebody else"
    if status.st_mode & 0o077:
        return "others may read it; give it mode 600"
    return ""


def _encoded(stored: StoredIdentity) -> bytes:
    identity = stored.identity
    content = _MAGIC + identity.x25519.private + identity.ed25519_private + stored.installation_id
    return content + _checksum(content)


def _decoded(path: Path, content: bytes) -> StoredIdentity:
    body, checksum = content[:-_CHECKSUM_BYTES], content[-_CHECKSUM_BYTES:]
    if not content:
        raise CorruptIdentityError(path, "it is empty")
    if len(content) != _FILE_BYTES or not body.startswith(_MAGIC) or checksum != _checksum(body):
        raise CorruptIdentityError(path, "it is damaged")
    keys = body[len(_MAGIC) :]
    identity = LocalIdentity.from_private(keys[:_KEY_BYTES], keys[_KEY_BYTES : 2 * _KEY_BYTES])
    return StoredIdentity(identity, keys[2 * _KEY_BYTES :])


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2s(content, digest_size=_CHECKSUM_BYTES).digest()
