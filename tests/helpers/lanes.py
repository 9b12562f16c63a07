"""A sending and a receiving lane plugged together over a socket pair, with real files."""

import os
import queue
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import packs_of
from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.engine.bandwidth import Bucket, Pacer
from byhand.engine.intake import Intake
from byhand.engine.lane_orders import Push
from byhand.engine.receiving_lane import Receivers, ReceivingLane
from byhand.engine.reports import LaneEnded, ReceivingReport, SendingReport
from byhand.engine.sending_lane import SendingLane
from byhand.engine.source_pieces import SourcePieces
from byhand.network.lane import FrameSender
from byhand.noise.cipher_state import CipherState
from byhand.noise.primitives import CIPHERS
from byhand.protocol.data_frame import HEADER_BYTES, FrameHeader, encode_header_into
from byhand.service.wishes import everything
from byhand.storage.source import SourceEntry, scan
from byhand.storage.staging import Staging

SECONDS = 20.0
KEY = bytes(range(32))


def cipher() -> CipherState:
    return CipherState(KEY, CIPHERS["AESGCM"])


def unpaced() -> Intake:
    """No limit for what a FrameReceiver reads."""
    bucket = Bucket()
    return Intake(lambda _: bucket, Pacer())


def scanned(*paths: Path) -> list[SourceEntry]:
    found = list(scan([str(path) for path in paths], lambda: False))
    assert all(isinstance(each, SourceEntry) for each in found)
    return [each for each in found if isinstance(each, SourceEntry)]


@dataclass
class Outbound:
    """The sending side of one transfer and what its lane told."""

    pieces: SourcePieces
    sources: list[SourceEntry]
    told: "queue.SimpleQueue[SendingReport]"

    @classmethod
    def of(cls, number: int, sources: list[SourceEntry]) -> "Outbound":
        told: queue.SimpleQueue[SendingReport] = queue.SimpleQueue()
        packs = packs_of([source.entry for source in sources])
        return cls(SourcePieces(number, sources, packs, told.put), sources, told)

    def push(self, epoch: int = 1) -> Push:
        packs = packs_of([source.entry for source in self.sources])
        return Push(self.pieces, epoch, everything(self.sources, packs))

    def reports_until(self, kind: type[SendingReport]) -> list[SendingReport]:
        """Return what was told up to the first of a kind."""
        reports = [self.told.get(timeout=SECONDS)]
        while not isinstance(reports[-1], kind):
            reports.append(self.told.get(timeout=SECONDS))
        return reports


@dataclass
class Inbound:
    """The receiving side of one transfer, its staging folder and what its lane told."""

    pieces: ArrivingPieces
    staging: Staging
    told: "queue.SimpleQueue[ReceivingReport]"

    @classmethod
    def of(cls, number: int, entries: Sequence[Entry], folder: Path) -> "Inbound":
        folder.mkdir(exist_ok=True)
        told: queue.SimpleQueue[ReceivingReport] = queue.SimpleQueue()
        staging = Staging.create(str(folder), entries)
        staging.make_folders()
        packs = packs_of(entries)
        pieces = ArrivingPieces(number, entries, packs, staging, told.put)
        for index, entry in enumerate(entries):
            if entry.kind is EntryKind.FILE and entry.size == 0:
                pieces.take_empty(index)
        return cls(pieces, staging, told)

    def wait_until_complete(self) -> None:
        while not self.pieces.is_complete():
            self.told.get(timeout=SECONDS)
            self.pieces.has_news = False

    def commit(self, failed: Sequence[int] = ()) -> tuple[str, ...]:
        self.pieces.close()
        self.staging.flush()
        saved = self.staging.commit(set(failed))
        self.staging.discard()
        return saved


@dataclass
class LanePair:
    """Both lanes, and how each ended."""

    sending: SendingLane
    receiving: ReceivingLane
    receivers: Receivers
    ends: "queue.SimpleQueue[LaneEnded]"
    sockets: tuple[socket.socket, socket.socket]


@contextmanager
def lane_pair(
    sending: Pacer | None = None,
    receiving: Pacer | None = None,
    receivers: Receivers | None = None,
    sockets: tuple[socket.socket, socket.socket] | None = None,
) -> Iterator[LanePair]:
    """Both lanes over one connection; index 0 sends, index 1 receives."""
    near, far = sockets or socket.socketpair()
    ends: queue.SimpleQueue[LaneEnded] = queue.SimpleQueue()
    receivers = receivers or Receivers()
    pair = LanePair(
        SendingLane(0, near, cipher(), ends.put, sending),
        ReceivingLane(1, far, cipher(), receivers, ends.put, receiving),
        receivers,
        ends,
        (near, far),
    )
    pair.receiving.start()
    pair.sending.start()
    try:
        yield pair
    finally:
        pair.sending.close()
        pair.receiving.close()


@dataclass
class LyingLane:
    """A receiving lane whose other side sends what it likes."""

    sender: FrameSender
    lane: ReceivingLane
    receivers: Receivers
    socket: socket.socket
    cipher: CipherState
    ends: "queue.SimpleQueue[LaneEnded]" = field(default_factory=queue.SimpleQueue)

    def send(self, header: FrameHeader, *parts: bytes) -> None:
        frame = bytearray(HEADER_BYTES) + b"".join(parts)
        encode_header_into(frame, 0, header)
        self.sender.send_frame(memoryview(frame), header.payload_bytes)

    def end(self) -> LaneEnded:
        return self.ends.get(timeout=SECONDS)


@contextmanager
def lying_lane() -> Iterator[LyingLane]:
    near, far = socket.socketpair()
    ends: queue.SimpleQueue[LaneEnded] = queue.SimpleQueue()
    receivers = Receivers()
    lane = ReceivingLane(1, far, cipher(), receivers, ends.put)
    sealing = cipher()
    lane.start()
    try:
        yield LyingLane(FrameSender(near, sealing), lane, receivers, near, sealing, ends)
    finally:
        near.close()
        lane.close()


def write_tree(folder: Path, sizes: Sequence[int]) -> Path:
    """Write files of these sizes, each of its own bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, size in enumerate(sizes):
        path = folder / f"{number:05}"
        with path.open("wb") as file:
            file.write(os.urandom(min(size, 4096)) * (size // 4096) + os.urandom(size % 4096))
    return folder
