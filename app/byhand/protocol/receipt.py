"""The receiver's signed word that files arrived (§12)."""

from collections.abc import Iterable

from blake3 import blake3
from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId
from byhand.errors import AuthenticationError
from byhand.protocol.credentials import LocalIdentity, verify_signature

LABEL = b"byhand/v1/receipt"
TIME_BYTES = 8
RECEIPT_BYTES = TIME_BYTES + 64


class Delivery(Struct, frozen=True):
    """What a receipt speaks of; `files` is the `files_digest` of every finished file."""

    transfer_id: TransferId
    sender: FriendId
    receiver: FriendId
    digest: bytes
    files: bytes


def sign_receipt(identity: LocalIdentity, delivery: Delivery, unix_seconds: int) -> bytes:
    """Return u64 time ‖ Ed25519 signature, 72 bytes."""
    time = unix_seconds.to_bytes(TIME_BYTES, "little")
    return time + identity.sign(_signed(delivery, time))


def check_receipt(ed25519_public: bytes, delivery: Delivery, receipt: bytes) -> int:
    """Return the receipt's time in Unix seconds; AuthenticationError unless it is right."""
    if len(receipt) != RECEIPT_BYTES:
        raise AuthenticationError("a receipt of another length")
    time = receipt[:TIME_BYTES]
    verify_signature(ed25519_public, receipt[TIME_BYTES:], _signed(delivery, time))
    return int.from_bytes(time, "little")


def files_digest(roots: Iterable[tuple[int, bytes]]) -> bytes:
    """Return the 32 bytes over the root of each file, by entry index, ascending."""
    files = blake3()
    for index, root in roots:
        files.update(index.to_bytes(4, "little") + root)
    return files.digest()


def _signed(delivery: Delivery, time: bytes) -> bytes:
    return (
        LABEL
        + delivery.transfer_id
        + delivery.sender
        + delivery.receiver
        + delivery.digest
        + delivery.files
        + time
    )
