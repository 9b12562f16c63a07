"""Whether the receipt that was kept of a transfer speaks of what we know of its files."""

from collections.abc import Sequence

from byhand.domain.identity import FriendId
from byhand.domain.outcomes import ROOT_BYTES
from byhand.domain.plan import StoredTransfer
from byhand.domain.transfer import Direction
from byhand.errors import AuthenticationError
from byhand.protocol.receipt import Delivery, check_receipt, files_digest


def is_signed(
    stored: StoredTransfer,
    roots: Sequence[tuple[int, bytes]],
    own_id: FriendId,
    ed25519_public: bytes,
) -> bool:
    """Say whether the receipt of a transfer is the receiver's word on these roots, chunks.

    `ed25519_public` is the receiver's key.
    """
    transfer = stored.transfer
    ends = (own_id, transfer.friend_id)
    sender, receiver = ends if transfer.direction is Direction.OUTGOING else reversed(ends)
    files = files_digest(
        (first + place // ROOT_BYTES, some[place : place + ROOT_BYTES])
        for first, some in roots
        for place in range(0, len(some), ROOT_BYTES)
    )
    delivery = Delivery(transfer.id, sender, receiver, stored.plan.digest, files)
    try:
        check_receipt(ed25519_public, delivery, stored.receipt)
    except AuthenticationError:
        return False
    return True
