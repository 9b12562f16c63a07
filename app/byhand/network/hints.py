"""The keyed hints by which friends recognise each other's announcements (PROTOCOL.md, section 2).

A hint tells nothing to anybody who does not hold the secret, and nothing twice.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from byhand.domain.identity import FriendId

HINT_BYTES = 6
NONCE_BYTES = 8
EPOCH_SECONDS = 30 * 60
LABEL = b"byhand/v1/hint"

USER_OF_A_LINK = FriendId(bytes(32))
"""The announcer of a hint made with a link's secret by whoever uses it: not known to its maker."""

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class HintSecret:
    """What two sides need to recognise each other; `ours` and `theirs` are the announcers' ids."""

    key: bytes = field(repr=False)
    ours: FriendId
    theirs: FriendId


def friend_secret(psk: bytes, own_id: FriendId, friend_id: FriendId) -> HintSecret:
    """Return the secret that we share with a friend."""
    return HintSecret(hint_key(psk), own_id, friend_id)


def invite_secret(psk: bytes, own_id: FriendId, made_by: FriendId | None) -> HintSecret:
    """Return the secret of an invite link made by somebody, or by us (None)."""
    if made_by is None:
        return HintSecret(hint_key(psk), own_id, USER_OF_A_LINK)
    return HintSecret(hint_key(psk), USER_OF_A_LINK, made_by)


def hint_key(psk: bytes) -> bytes:
    """Return the 32-byte key that a pre-shared key's hints are made with."""
    return hashlib.blake2s(LABEL, key=psk).digest()


def keyed_hint(key: bytes, nonce: bytes, announcer: FriendId, epoch: int) -> bytes:
    """Return the 6 bytes that an announcer shows in an announcement with this nonce."""
    message = nonce + announcer + epoch.to_bytes(8, "little")
    return hashlib.blake2s(message, key=key).digest()[:HINT_BYTES]


def epoch_at(now: float) -> int:
    """Return the number of the half hour that a Unix time lies in."""
    return int(now // EPOCH_SECONDS)


def recognised(
    secrets: Mapping[Subject, HintSecret], nonce: bytes, hints: Collection[bytes], epoch: int
) -> tuple[Subject, ...]:
    """Return whose hints are among those announced; clocks may differ by one epoch."""
    return tuple(
        subject
        for subject, secret in secrets.items()
        if any(
            keyed_hint(secret.key, nonce, secret.theirs, near) in hints
            for near in (epoch, epoch - 1, epoch + 1)
            if near >= 0
        )
    )
