"""Whether the receiver's signed word is about the bytes that we have read (PROTOCOL.md, §12)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from byhand.domain.columns import Columns
from byhand.domain.identity import FriendId
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId
from byhand.engine.proving import complete
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import AuthenticationError, ByhandError
from byhand.protocol.messages import Finished
from byhand.protocol.receipt import Delivery, check_receipt, files_digest
from byhand.service.surroundings import Surroundings


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


class ReceiptChecking:
    """Compares a receipt with what was read of one transfer."""

    def __init__(self, columns: Columns, pieces: SourcePieces, ed25519_public: bytes) -> None:
        self._columns = columns
        self._pieces = pieces
        self._ed25519_public = ed25519_public

    async def check(
        self,
        handed: Handed,
        finished: Finished,
        around: Surroundings,
        put: Callable[[object], None],
    ) -> None:
        """Tell ReceiptChecked; what has arrived by a right one is kept for a later check."""
        # Nobody else finds out any more what was asked for.
        self._pieces.asked = RangeSet()
        try:
            right = await around.disk.run(self._is_right, handed, finished.receipt)
        except ByhandError:
            right = False
        if right:
            roots = self._pieces.roots_of(handed.files(self._columns))
            await around.memory.keep_roots(handed.transfer_id, roots)
        put(ReceiptChecked(finished, right))

    def _is_right(self, handed: Handed, receipt: bytes) -> bool:
        """Compare on a worker's thread; what is known no more is read again for it."""
        for _ in complete(self._pieces):
            pass
        files = files_digest(self._pieces.roots_of(handed.files(self._columns)))
        delivery = Delivery(
            handed.transfer_id, handed.sender, handed.receiver, handed.digest, files
        )
        try:
            check_receipt(self._ed25519_public, delivery, receipt)
        except AuthenticationError:
            return False
        return True
