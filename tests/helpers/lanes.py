"""A sending and a receiving lane plugged together over a socket pair, with real files."""

import os
import queue
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic_ns

from byhand.domain.codes import Code
from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry
from byhand.domain.pieces import Packs
from byhand.domain.stopwatch import Stopwatch
from byhand.domain.transfer import EntryState, TransferId
from byhand.engine.acceptance import Acceptance
from byhand.engine.arrival import Arrival, begin_arrival
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.engine.bandwidth import Pacer
from byhand.engine.journal_writer import JournalWriter
from byhand.engine.receiving_lane import Receivers, ReceivingLane
from byhand.engine.reports import LaneEnded, ReceivingReport
from byhand.engine.sending_lane import SendingLane
from byhand.network.lane import FrameSender
from byhand.noise.cipher_state import CipherState
from byhand.protocol.data_frame import HEADER_BYTES, FrameHeader, encode_header_into
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.staging import Staging
from tests.helpers.memory_journal import MemoryJournal
from tests.helpers.outbound import SECONDS, Outbound, cipher, scanned, unpaced

__all__ = [
    "Inbound",
    "LanePair",
    "LyingLane",
    "Outbound",
    "accepted",
    "cipher",
    "lane_pair",
    "lying_lane",
    "scanned",
    "unpaced",
]


@dataclass
class Inbound:
    """The receiving side of one transfer, its staging folder and what its lane told."""

    arrival: Arrival
    writer: JournalWriter
    journal: MemoryJournal
    told: "queue.SimpleQueue[ReceivingReport]"

    @classmethod
    def of(cls, entries: Sequence[Entry], folder: Path, disk: Disk = SYSTEM_DISK) -> "Inbound":
        folder.mkdir(exist_ok=True)
        told: queue.SimpleQueue[ReceivingReport] = queue.SimpleQueue()
        journal = MemoryJournal()
        writer = JournalWriter(journal.commit)
        arrival = begin_arrival(accepted(entries), str(folder), writer, told.put, disk=disk)
        writer.start()
        return cls(arrival, writer, journal, told)

    @property
    def pieces(self) -> ArrivingPieces:
        return self.arrival.pieces

    @property
    def content(self) -> ArrivingContent:
        return self.arrival.content

    @property
    def staging(self) -> Staging:
        return self.arrival.staging

    @property
    def roots(self) -> Mapping[int, bytes]:
        return self.content.states.roots()

    def wait_until_complete(self) -> None:
        while not self.pieces.is_complete():
            self.told.get(timeout=SECONDS)
            self.pieces.has_news = False

    def commit(self, failed: Sequence[int] = ()) -> tuple[str, ...]:
        for entry in failed:
            self.content.give_up(entry, EntryState.FAILED, Code.SOURCE_GONE)
        saved = self.arrival.save()
        self.discard()
        return saved

    def discard(self) -> None:
        self.arrival.discard()
        self.writer.close()


def accepted(entries: Sequence[Entry]) -> Acceptance:
    """Return a manifest of which everything was accepted."""
    columns = columns_of(entries)
    return Acceptance(TransferId(bytes(16)), entries, columns, Packs(columns))


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
        self.sender.send_frame(memoryview(frame), header.payload_bytes, Stopwatch(monotonic_ns))

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
