"""Whether the receiver's last word is about what we have handed over (PROTOCOL.md, §11, §12)."""

import asyncio
import threading
from array import array
from collections.abc import Callable, Sequence
from itertools import chain

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.columns import Columns
from byhand.domain.identity import FriendId
from byhand.domain.ranges import RangeSet
from byhand.domain.root_chunks import RootChunks, each_root, in_chunks
from byhand.domain.transfer import TransferId
from byhand.engine.proving import complete
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import AuthenticationError, ByhandError, RemoteProtocolError
from byhand.protocol.messages import Finished
from byhand.protocol.receipt import Delivery, check_receipt, files_digest
from byhand.service.accepted_sources import Opened
from byhand.service.surroundings import Reported, Surroundings, code_of


class ReceiptChecked(Struct, frozen=True):
    """The other side's signed word was compared with what we have read.

    It is right, and its counts are, if the code is OK.
    """

    finished: Finished
    code: Code = Code.OK


class Handed(Struct, frozen=True):
    """What must have arrived: the files that were chosen and not given up."""

    transfer_id: TransferId
    sender: FriendId
    receiver: FriendId
    digest: bytes
    not_chosen: RangeSet
    given_up: frozenset[int]

    def files(self, columns: Columns) -> Sequence[int]:
        """Return the entries, ascending."""
        every = range(len(columns))
        return array("I", (entry for entry in every if self._is_handed(entry, columns)))

    def lost(self, columns: Columns) -> int:
        """Return how many files were chosen and are not among them."""
        every = (entry for entry in self.given_up if entry not in self.not_chosen)
        return sum(not columns.is_folder(entry) for entry in every)

    def _is_handed(self, entry: int, columns: Columns) -> bool:
        is_gone = entry in self.given_up or entry in self.not_chosen
        return not (is_gone or columns.is_folder(entry))


class ReceiptChecking:
    """Checks one receipt on a worker's thread; `put` hears ReceiptChecked, reported by `mark`."""

    def __init__(
        self,
        opened: Opened,
        ed25519_public: bytes,
        around: Surroundings,
        put: Callable[[object], None],
    ) -> None:
        self._opened = opened
        self._ed25519_public = ed25519_public
        self._around = around
        self._put = put
        self._stop = threading.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self, finished: Finished, handed: Handed) -> None:
        """Check a receipt, unless one is being checked."""
        if self._task is None or self._task.done():
            self._task = self._around.spawn(self._run(finished, handed))

    async def stop(self) -> None:
        """Give it up: the receiver will say so again. Returns once nothing is read for it."""
        self._stop.set()
        if self._task is not None:
            await asyncio.wait({self._task})

    async def _run(self, finished: Finished, handed: Handed) -> None:
        key, pieces = self._ed25519_public, self._opened.pieces
        try:
            roots = await self._around.reading.run(
                roots_received, finished, handed, pieces, key, self._stop.is_set
            )
        except AuthenticationError:
            checked = ReceiptChecked(finished, Code.HASH_MISMATCH)
        except ByhandError as exc:
            checked = ReceiptChecked(finished, code_of(exc))
        else:
            await self._around.memory.keep_roots(handed.transfer_id, roots)
            checked = ReceiptChecked(finished)
        if not self._stop.is_set():
            self._put(Reported(self._opened.mark, checked))


def roots_received(
    finished: Finished,
    handed: Handed,
    pieces: SourcePieces,
    ed25519_public: bytes,
    is_stopped: Callable[[], bool],
) -> RootChunks:
    """Return the roots of the files that the receiver's last word is about.

    On a worker's thread. What was read before a stop and not recorded is read again for it.
    Raises StorageError, AuthenticationError unless the receipt is about what we have read, also
    when it is stopped, and RemoteProtocolError for a right receipt beside counts that are not its
    own.
    """
    columns = pieces.offered.columns
    handed_files = handed.files(columns)
    # Nobody else finds out any more what was asked for.
    pieces.asked = bytearray(len(columns))
    # Nothing is sent any more. What was cancelled too late to be left out is proven, too.
    pieces.leave_out(_without(handed_files, len(columns)))
    for _ in complete(pieces):
        if is_stopped():
            break
    roots = tuple(in_chunks(pieces.roots_of(handed_files)))
    files = files_digest(each_root(roots))
    delivery = Delivery(handed.transfer_id, handed.sender, handed.receiver, handed.digest, files)
    check_receipt(ed25519_public, delivery, finished.receipt)
    if (finished.ok, finished.bad) != (len(handed_files), handed.lost(columns)):
        raise RemoteProtocolError("FINISHED with counts of other files than its receipt")
    return roots


def _without(entries: Sequence[int], count: int) -> RangeSet:
    """Return all of so many entries but these, which ascend."""
    gaps = zip(chain((-1,), entries), chain(entries, (count,)), strict=True)
    return RangeSet((before + 1, after) for before, after in gaps if after > before + 1)
