"""Whether the receipt that was kept of a transfer speaks of what we know of its files."""

from byhand.domain.identity import FriendId
from byhand.domain.plan import StoredTransfer
from byhand.domain.root_chunks import RootChunks, each_root
from byhand.domain.transfer import Direction
from byhand.errors import AuthenticationError
from byhand.protocol.receipt import Delivery, check_receipt, files_digest


def is_signed(
    stored: StoredTransfer,
    roots: RootChunks,
    own_id: FriendId,
    ed25519_public: bytes,
) -> bool:
    """Say whether the receipt of a transfer is the receiver's word on these roots.

    `ed25519_public` is the receiver's key.
    """
    transfer = stored.transfer
    ends = (own_id, transfer.friend_id)
    sender, receiver = ends if transfer.direction is Direction.OUTGOING else reversed(ends)
    files = files_digest(each_root(roots))
    delivery = Delivery(transfer.id, sender, receiver, stored.plan.digest, files)
    try:
        check_receipt(ed25519_public, delivery, stored.receipt)
    except AuthenticationError:
        return False
    return True
