"""The sending side of one transfer for tests: real files, what is told, what is recorded."""

import queue
import socket
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from blake3 import blake3

from byhand.domain.columns import Columns, columns_of
from byhand.domain.journal import EntryOutcome, Journal, PieceRun
from byhand.domain.pieces import PACK_INDEX, Packs, piece_length
from byhand.engine.bandwidth import Bucket, Pacer
from byhand.engine.hash_cache import HashCache
from byhand.engine.intake import Intake
from byhand.engine.lane_orders import Push, Stop
from byhand.engine.offered import Offered
from byhand.engine.reports import LaneEnded, SendingReport, WishServed
from byhand.engine.sending_lane import SendingLane
from byhand.engine.source_pieces import SourcePieces
from byhand.engine.wishes import Everything, Rows
from byhand.network.lane import FrameReceiver
from byhand.noise.cipher_state import CipherState
from byhand.noise.primitives import CIPHERS
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    FLAG_SAME,
    FLAG_ZERO,
    HASH_BYTES,
    FrameHeader,
)
from byhand.protocol.messages import Want
from byhand.storage.scan import scan
from byhand.storage.source import SourceEntry

SECONDS = 20.0
Report = TypeVar("Report")
KEY = bytes(range(32))


def cipher() -> CipherState:
    return CipherState(KEY, CIPHERS["AESGCM"])


def unpaced() -> Intake:
    """No limit for what a FrameReceiver reads."""
    bucket = Bucket()
    return Intake(lambda _: bucket, lambda _: None, Pacer())


def scanned(*paths: Path) -> list[SourceEntry]:
    found = list(scan([str(path) for path in paths], lambda: False))
    assert all(isinstance(each, SourceEntry) for each in found)
    return [each for each in found if isinstance(each, SourceEntry)]


def offered(sources: Sequence[SourceEntry]) -> Offered:
    columns = columns_of(source.entry for source in sources)
    return Offered(sources, columns, Packs(columns))


class ListRecorder:
    """Keeps in memory what a journal would keep on the disk."""

    def __init__(self) -> None:
        self.runs: list[PieceRun] = []
        self.outcomes: dict[int, EntryOutcome] = {}
        self.recorded_bytes = 0

    def record(self, run: PieceRun, byte_count: int) -> None:
        self.runs.append(run)
        self.recorded_bytes += byte_count

    def outcome(self, outcome: EntryOutcome) -> None:
        self.outcomes[outcome.entry] = outcome

    def forget(self, entry: int) -> None:
        self.runs = [run for run in self.runs if run.entry != entry]

    def journal(self, *, lost_runs: int = 0) -> Journal:
        """Return what is found after a stop; the last runs may not have been recorded."""
        kept = self.runs[: len(self.runs) - lost_runs]
        return Journal(other_runs=tuple(kept), outcomes=tuple(self.outcomes.values()))


@dataclass
class Outbound:
    """The sending side of one transfer, what its lane told, and what was recorded."""

    pieces: SourcePieces
    sources: Sequence[SourceEntry]
    told: "queue.SimpleQueue[SendingReport]"
    recorder: ListRecorder

    @classmethod
    def of(
        cls,
        number: int,
        sources: Sequence[SourceEntry],
        known: Journal | None = None,
        cache: HashCache | None = None,
    ) -> "Outbound":
        told: queue.SimpleQueue[SendingReport] = queue.SimpleQueue()
        recorder = ListRecorder()
        pieces = SourcePieces(
            number, offered(sources), told.put, recorder, known, cache or HashCache()
        )
        return cls(pieces, sources, told, recorder)

    def push(self, epoch: int = 1, *, completes: bool = False) -> Push:
        """Return the order to send everything."""
        wishes = (Everything(self.pieces.offered),)
        return Push(self.pieces, epoch, wishes, completes=completes)

    def push_rows(self, *wants: Want, epoch: int = 1, extends: bool = False) -> Push:
        """Return the order to send what a NEED asks for."""
        rows = Rows(self.pieces.offered)
        rows.add(wants)
        return Push(self.pieces, epoch, (rows,), extends)

    def index(self, name: str) -> int:
        """Return the entry of a file by its own name."""
        names = [source.entry.components[-1] for source in self.sources]
        return names.index(name)

    def reports_until(self, kind: type[SendingReport]) -> list[SendingReport]:
        """Return what was told up to the first of a kind."""
        reports = [self.told.get(timeout=SECONDS)]
        while not isinstance(reports[-1], kind):
            reports.append(self.told.get(timeout=SECONDS))
        return reports


@dataclass
class FrameLog:
    """What came over a lane, put together by a plain reading of PROTOCOL.md, section 9."""

    columns: Columns
    packs: Packs
    headers: list[FrameHeader] = field(default_factory=list)
    pieces: dict[tuple[int, int, int], bytes] = field(default_factory=dict)
    """Content by (entry or PACK_INDEX, generation, piece or pack); of zeros too."""
    same: dict[tuple[int, int, int], bytes] = field(default_factory=dict)
    """Hashes of pieces that the receiver is said to have."""
    _parts: dict[tuple[int, int, int], bytearray] = field(
        default_factory=lambda: defaultdict(bytearray)
    )
    _part_hashes: dict[tuple[int, int, int], bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, outbound: Outbound) -> "FrameLog":
        return cls(outbound.pieces.offered.columns, outbound.pieces.offered.packs)

    def take(self, header: FrameHeader, body: bytes) -> None:
        self.headers.append(header)
        count = header.piece_count if header.flags & FLAG_HASHES else 0
        hashes, payload = body[: count * HASH_BYTES], body[count * HASH_BYTES :]
        assert len(payload) == header.payload_bytes
        if header.flags & FLAG_FRAGMENT:
            self._fragment(header, hashes, payload)
            return
        place = 0
        for number in range(header.piece_count):
            key = (header.entry, header.generation, header.first_piece + number)
            length = self._length(*key)
            piece_hash = hashes[number * HASH_BYTES : (number + 1) * HASH_BYTES]
            if header.flags & FLAG_ZERO:
                self.pieces[key] = bytes(length)
            elif header.flags & FLAG_SAME:
                self.same[key] = piece_hash
            else:
                self._whole(key, piece_hash, payload[place : place + length])
                place += length
        assert place == len(payload)

    def content(self, entry: int, generation: int = 0) -> bytes:
        """Return a file's bytes, singly sent or out of its pack, as far as they came."""
        size = self.columns.size(entry)
        number = self.packs.pack_of(entry)
        alone = [self.pieces[key] for key in sorted(self.pieces) if key[:2] == (entry, generation)]
        if alone or number is None:
            return b"".join(alone)
        members = self.packs.members(number)
        start = sum(self.columns.size(each) for each in members[: members.index(entry)])
        newest = max(key for key in self.pieces if key[0] == PACK_INDEX and key[2] == number)
        return self.pieces[newest][start : start + size]

    def _length(self, entry: int, generation: int, piece: int) -> int:
        if entry == PACK_INDEX:
            return self.packs.size(piece)
        return piece_length(self.columns.size(entry), piece)

    def _fragment(self, header: FrameHeader, hashes: bytes, payload: bytes) -> None:
        key = (header.entry, header.generation, header.first_piece)
        if header.offset == 0:
            self._parts[key] = bytearray()
            self._part_hashes[key] = hashes
        assert header.offset == len(self._parts[key])
        self._parts[key] += payload
        if header.flags & FLAG_LAST:
            self._whole(key, self._part_hashes[key], bytes(self._parts.pop(key)))

    def _whole(self, key: tuple[int, int, int], piece_hash: bytes, content: bytes) -> None:
        assert len(content) == self._length(*key)
        assert blake3(content).digest() == piece_hash
        self.pieces[key] = content


@dataclass
class Listening:
    """A sending lane and who listens at its other end, frame by frame."""

    lane: SendingLane
    receiver: FrameReceiver
    socket: socket.socket
    ends: "queue.SimpleQueue[LaneEnded]"
    reports: list[SendingReport] = field(default_factory=list)

    def told(self, kind: type[Report]) -> list[Report]:
        """Return what was told of a kind until the wish was served."""
        return [report for report in self.reports if isinstance(report, kind)]

    def next_frame(self) -> tuple[FrameHeader, bytes] | None:
        """Return the next frame, None at the lane's end."""
        frame = self.receiver.receive_frame()
        return None if frame is None else (frame[0], bytes(frame[1]))

    def log_until_served(self, outbound: Outbound, log: FrameLog | None = None) -> FrameLog:
        """Return all that comes until a wish is served, and end the lane; see `reports`."""
        log = log or FrameLog.of(outbound)
        reading = threading.Thread(target=self._read, args=(log,), daemon=True)
        reading.start()
        self.reports = outbound.reports_until(WishServed)
        self.lane.order(Stop())
        reading.join(SECONDS)
        assert not reading.is_alive()
        return log

    def take(self, log: FrameLog, count: int = 1) -> None:
        """Take note of so many frames."""
        for _ in range(count):
            frame = self.next_frame()
            assert frame is not None
            log.take(*frame)

    def _read(self, log: FrameLog) -> None:
        while (frame := self.next_frame()) is not None:
            log.take(*frame)


@contextmanager
def listening() -> Iterator[Listening]:
    """A sending lane that runs, over a socket pair."""
    near, far = socket.socketpair()
    ends: queue.SimpleQueue[LaneEnded] = queue.SimpleQueue()
    lane = SendingLane(0, near, cipher(), ends.put)
    lane.start()
    try:
        yield Listening(lane, FrameReceiver(far, cipher(), unpaced()), far, ends)
    finally:
        far.close()
        lane.close()
