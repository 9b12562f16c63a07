"""The readable side of one outgoing transfer: what of it is known, changed, failed, left out."""

import threading
from collections.abc import Iterable, Iterator
from time import monotonic_ns
from typing import Protocol

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome, Journal, PieceRun
from byhand.domain.pieces import PACK_INDEX, span
from byhand.domain.ranges import RangeSet
from byhand.domain.stopwatch import Stopwatch
from byhand.domain.transfer import EntryState
from byhand.engine.bandwidth import Bucket
from byhand.engine.expected_pieces import ExpectedPieces
from byhand.engine.hash_cache import HashCache
from byhand.engine.offered import Offered
from byhand.engine.reports import RootKnown, SourceChanged, SourceFailed, TellSender
from byhand.engine.restored_hashes import restored
from byhand.engine.source_hashes import SourceHashes
from byhand.errors import SourceChangedError, SourceMissingError
from byhand.storage.source import FileStamp, present_stamp

NO_CACHE = HashCache()


class SourceRecorder(Protocol):
    """Where what was read is written down, so that it need not be read again."""

    def record(self, run: PieceRun, byte_count: int) -> None:
        """Pieces were read; `byte_count` is what they hold."""

    def outcome(self, outcome: EntryOutcome) -> None:
        """Something has become of an entry for good."""

    def forget(self, entry: int) -> None:
        """What was recorded of an entry counts no more."""


class SourcePieces:
    """The readable side of one transfer, for lanes and worker threads.

    A failed or changed entry is reported once. `bucket` limits how fast it is sent; whoever owns
    the transfer may put another one there. `watch` tells what its lane does. Making one is
    linear in entries and journal.
    """

    def __init__(
        self,
        number: int,
        offered: Offered,
        tell: TellSender,
        recorder: SourceRecorder,
        known: Journal | None = None,
        cache: HashCache = NO_CACHE,
        hashes: SourceHashes | None = None,
    ) -> None:
        """`number` names it in frames; `known` was recorded before the program stopped.

        `hashes` are those of a group, which know that already.
        """
        self.number = number
        self.offered = offered
        self.tell = tell
        self.recorder = recorder
        self.cache = cache
        self.bucket = Bucket()
        self.watch = Stopwatch(monotonic_ns)
        self.sent_bytes = 0
        self.hashes = hashes if hashes is not None else restored(offered, known)
        self.expected = ExpectedPieces(offered.columns)
        self.left_out = RangeSet()
        self.asked = bytearray(len(offered.columns))
        """1 for each of which somebody else finds out the root."""
        self.epoch = 0
        # With what stamps files of generation 1 are read, until their roots are known.
        self._stamps: dict[int, FileStamp] = {}
        # Bytes that went out: by entry, of packs by their number counted down from -1.
        self._sent: dict[int, int] = {}
        # In which epoch of this session files were found changed.
        self._changed_in: dict[int, int] = {}
        self._lock = threading.Lock()

    def start_session(self, number: int) -> None:
        """Go on under another number; no lane of the former session sends any more.

        What the receiver has of old it tells again, and of the changes it is told again.
        """
        self.number = number
        self.epoch = 0
        self.asked = bytearray(len(self.offered.columns))
        self._changed_in.clear()
        self.expected = ExpectedPieces(self.offered.columns)

    def leave_out(self, entries: RangeSet) -> None:
        """Read these entries no more: they were not chosen, or cancelled. Not changed later."""
        self.left_out = entries

    def skips(self, entry: int) -> bool:
        """Say whether an entry is not to be read: left out, or given up."""
        return self.hashes.is_failed(entry) or entry in self.left_out

    def awaits_wish(self, entry: int) -> bool:
        """Say whether a file has changed since the present wish was told.

        Of what it is now only that is sent which is asked for after SOURCE.
        """
        return self._changed_in.get(entry, -1) >= self.epoch

    def size(self, entry: int) -> int:
        """Return a file's size in bytes."""
        return self.offered.columns.size(entry)

    def note_sent(self, entry: int, first: int, byte_count: int) -> None:
        """Take note that bytes of a file, or with PACK_INDEX of pack `first`, went out."""
        self.sent_bytes += byte_count
        key = _pack_key(first) if entry == PACK_INDEX else entry
        self._sent[key] = self._sent.get(key, 0) + byte_count

    def sent_of(self, entry: int) -> int:
        """Return how many bytes of a file went out since the start, as it is now; any thread."""
        size, number = self.size(entry), self.offered.packs.pack_of(entry)
        if number is not None and self._sent.get(_pack_key(number), 0) >= self.offered.packs.size(
            number
        ):
            return size
        return min(size, self._sent.get(entry, 0))

    def roots_of(self, entries: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """Yield (entry, root) of those files that were read whole; for the receipt."""
        return self.hashes.roots_of(entries)

    def known_roots(self) -> Iterator[RootKnown]:
        """Yield every root that is known, for ROOTS in a new session."""
        return self.hashes.known_roots()

    def known_troubles(self) -> Iterator[SourceChanged | SourceFailed]:
        """Yield what has changed or failed, for SOURCE in a new session; before the roots."""
        return self.hashes.troubles()

    def missing_hashes(self) -> Iterator[int]:
        """Yield the entries of which the root is not known; not those left out, or asked for."""
        left_out, asked = self.left_out, self.asked
        unsettled = self.hashes.unsettled()
        return (each for each in unsettled if each not in left_out and not asked[each])

    def expect(self, entry: int, first: int, generation: int, hashes: bytes) -> None:
        """Take note of what the receiver has of old, told to be compared with a generation.

        Raises RemoteProtocolError for pieces that were not offered.
        """
        is_known = entry < len(self.offered.columns)
        if not is_known or self.hashes.generation(entry) == generation:
            self.expected.add(entry, first, hashes)

    def stamp(self, entry: int, generation: int) -> FileStamp:
        """Return what a file must look like; SourceChangedError if it cannot any more.

        In generation 1 that is as it was first found then.
        """
        offered = self.offered.sources[entry]
        if generation == 0:
            return offered.stamp
        with self._lock:
            stamp = self._stamps.get(entry) or present_stamp(offered.path)
            if stamp is None:
                return offered.stamp  # opening it tells why
            if stamp.size != offered.stamp.size:
                raise SourceChangedError(offered.path)
            self._stamps[entry] = stamp
            return stamp

    def fail(self, entry: int, error: SourceChangedError | SourceMissingError) -> None:
        """Give an entry up and say so, once."""
        code = Code.SOURCE_CHANGED
        if isinstance(error, SourceMissingError):
            code = Code.SOURCE_UNREADABLE if error.is_there else Code.SOURCE_GONE
        if self.hashes.fail(entry, code):
            self.recorder.outcome(EntryOutcome(entry, EntryState.FAILED, code))
            self.tell(SourceFailed(entry, code))

    def changed(self, entry: int, generation: int, error: SourceChangedError) -> bool:
        """Say whether a file that is not what it was in a generation may be read once more.

        Reports the change; the second one, one of size, or of what may not change, is a failure.
        """
        if self.hashes.generation(entry) > generation:
            return not self.hashes.is_failed(entry)
        offered = self.offered.sources[entry]
        stamp = present_stamp(offered.path)
        is_hopeless = stamp is not None and stamp.size != offered.stamp.size
        if generation or is_hopeless or not self.offered.may_change:
            self.fail(entry, error)
            return False
        self.await_wish(entry)
        if self.hashes.start_again(entry):
            mark = EntryOutcome(entry, EntryState.PARTIAL, Code.SOURCE_CHANGED)
            self.recorder.forget(entry)
            self.recorder.outcome(mark)
            self.tell(SourceChanged(entry, 1))
        return not self.hashes.is_failed(entry)

    def await_wish(self, entry: int) -> None:
        """Send nothing of a file that has changed before it is wished for anew."""
        self._changed_in.setdefault(entry, self.epoch)
        self.expected.forget(entry)
        self._sent.pop(entry, None)

    def know(
        self, entry: int, generation: int, first: int, hashes: bytes, *, is_hole: bool = False
    ) -> bytes | None:
        """Remember and record hashes; return all of the file's if it is whole with them.

        Then `vouch` is due. Raises SourceChangedError if they do not fit what is known.
        """
        whole = self.hashes.note(entry, generation, first, hashes)
        run = PieceRun(entry, first, hashes, is_hole=is_hole)
        self.recorder.record(run, span(self.size(entry), first, run.count))
        return whole

    def vouch_alone(self, entry: int) -> None:
        """Report the root of a file of which all was read with its pack."""
        known = self.hashes.settle_alone(entry)
        if known is not None:
            self.tell(known)

    def vouch(self, entry: int, generation: int, hashes: bytes) -> None:
        """Report the root of a file of which all was read, if it has not changed meanwhile."""
        known = self.hashes.settle(entry, generation, hashes)
        if known is None:
            return
        if generation:
            outcome = EntryOutcome(entry, EntryState.COMPLETE, Code.SOURCE_CHANGED, known.root)
            self.recorder.outcome(outcome)
            self._stamps.pop(entry, None)
        self.tell(known)


def _pack_key(number: int) -> int:
    return -1 - number
