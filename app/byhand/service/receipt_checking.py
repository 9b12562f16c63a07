"""Whether the receiver's signed word is about the bytes that we have read (PROTOCOL.md, §12)."""

from collections.abc import Iterator
from dataclasses import dataclass

from byhand.domain.columns import Columns
from byhand.domain.identity import FriendId
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import AuthenticationError
from byhand.protocol.messages import Finished
from byhand.protocol.receipt import Delivery, check_receipt, files_digest


@dataclass(frozen=True, slots=True)
class ReceiptChecked:
    """The other side's signed word was compared with what we have read."""

    finished: Finished
    is_right: bool


@dataclass(frozen=True, slots=True)
class Handed:
    """What must have arrived: the chosen files (None: all) but those that were given up."""

    transfer_id: TransferId
    sender: FriendId
    receiver: FriendId
    digest: bytes
    chosen: RangeSet | None
    given_up: frozenset[int]

    def files(self, columns: Columns) -> Iterator[int]:
        """Yield the entries, ascending."""
        for entry in range(len(columns)):
            is_chosen = self.chosen is None or entry in self.chosen
            if is_chosen and not columns.is_folder(entry) and entry not in self.given_up:
                yield entry


def is_right(
    handed: Handed, columns: Columns, pieces: SourcePieces, ed25519_public: bytes, receipt: bytes
) -> bool:
    """Compare a receipt with the roots of what we have read, on a worker's thread.

    What was read before a stop and not recorded is read again for it.
    """
    files = files_digest(pieces.roots(handed.files(columns)))
    delivery = Delivery(handed.transfer_id, handed.sender, handed.receiver, handed.digest, files)
    try:
        check_receipt(ed25519_public, delivery, receipt)
    except AuthenticationError:
        return False
    return True
