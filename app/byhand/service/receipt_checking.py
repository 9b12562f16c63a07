"""Whether the receiver's signed word is about the bytes that we have read (PROTOCOL.md, §12)."""

from collections.abc import Iterator
from dataclasses import dataclass

from byhand.domain.columns import Columns
from byhand.domain.identity import FriendId
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId
from byhand.engine.proving import complete
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
    """What must have arrived: the files that are neither left out nor given up."""

    transfer_id: TransferId
    sender: FriendId
    receiver: FriendId
    digest: bytes
    left_out: RangeSet
    given_up: frozenset[int]

    def files(self, columns: Columns) -> Iterator[int]:
        """Yield the entries, ascending."""
        for entry in range(len(columns)):
            is_gone = entry in self.left_out or entry in self.given_up
            if not is_gone and not columns.is_folder(entry):
                yield entry


def is_right(
    handed: Handed, columns: Columns, pieces: SourcePieces, ed25519_public: bytes, receipt: bytes
) -> bool:
    """Compare a receipt with the roots of what we have read, on a worker's thread.

    What was read before a stop and not recorded is read again for it.
    """
    for _ in complete(pieces):
        pass
    files = files_digest(pieces.roots_of(handed.files(columns)))
    delivery = Delivery(handed.transfer_id, handed.sender, handed.receiver, handed.digest, files)
    try:
        check_receipt(ed25519_public, delivery, receipt)
    except AuthenticationError:
        return False
    return True
