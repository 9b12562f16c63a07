"""An arriving transfer with a sender in the same thread, that can be stopped in any way."""

import queue
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.columns import columns_of
from byhand.domain.journal import Journal
from byhand.domain.manifest import Entry
from byhand.domain.pieces import (
    PACK_INDEX,
    Packs,
    file_root,
    piece_count,
    piece_size,
)
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState, TransferId
from byhand.engine.acceptance import Acceptance
from byhand.engine.arrival import Arrival, begin_arrival, resume_arrival
from byhand.engine.fragments import Fragments
from byhand.engine.journal_writer import JournalWriter
from byhand.engine.recorded import JournalPace
from byhand.engine.reports import ReceivingReport
from byhand.engine.trust import Trust
from byhand.protocol.data_frame import FLAG_HASHES, FLAG_SAME, FLAG_ZERO, FrameHeader
from byhand.storage.disk import SYSTEM_DISK, Disk
from tests.helpers.clock import Clock
from tests.helpers.memory_journal import MemoryJournal
from tests.helpers.trees import Tree, entries_of

NUMBER = 1


@dataclass
class Sender:
    """Serves wishes from memory, and vouches for what is whole."""

    contents: list[bytes | None]
    packs: Packs
    generations: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Tree, packs: Packs) -> "Sender":
        return cls(list(tree.values()), packs)

    def content(self, entry: int) -> bytes:
        content = self.contents[entry]
        assert content is not None
        return content

    def piece(self, entry: int, piece: int) -> bytes:
        content = self.content(entry)
        size = piece_size(len(content))
        return content[piece * size : (piece + 1) * size]

    def pack(self, number: int) -> bytes:
        return b"".join(self.content(entry) for entry in self.packs.members(number))

    def root(self, entry: int) -> bytes:
        content = self.content(entry)
        pieces = (self.piece(entry, piece) for piece in range(piece_count(len(content))))
        return file_root(len(content), [blake3(piece).digest() for piece in pieces])

    def send_piece(self, arrival: Arrival, entry: int, piece: int) -> None:
        """Send a piece, or a pack if the entry is PACK_INDEX."""
        content = self.pack(piece) if entry == PACK_INDEX else self.piece(entry, piece)
        header = FrameHeader(
            FLAG_HASHES, 1, NUMBER, entry, piece, 0, len(content), self.generations.get(entry, 0), 0
        )
        body = blake3(content).digest() + content
        arrival.pieces.take(header, memoryview(body), Fragments())

    def send_flag(self, arrival: Arrival, flag: int, entry: int, first: int, count: int) -> None:
        """Send pieces as zeros, or as the same as before."""
        assert flag in (FLAG_ZERO, FLAG_SAME)
        generation = self.generations.get(entry, 0)
        header = FrameHeader(flag, count, NUMBER, entry, first, 0, 0, generation, 0)
        arrival.pieces.take(header, memoryview(b""), Fragments())

    def vouch(self, arrival: Arrival, entry: int, number: int = -1) -> None:
        """Say a root, as ROOTS does."""
        if entry == PACK_INDEX:
            pack = self.pack(number)
            arrival.content.vouch(entry, number, file_root(len(pack), [blake3(pack).digest()]))
        else:
            arrival.content.vouch(entry, -1, self.root(entry))

    def serve(self, arrival: Arrival, limit: int = 10**9) -> int:
        """Serve the wish, and vouch for what is whole by that; return the bytes sent."""
        sent = 0
        for entry, ranges in arrival.content.wish():
            for piece in (each for start, end in ranges for each in range(start, end)):
                if limit == 0:
                    return sent
                limit -= 1
                self.send_piece(arrival, entry, piece)
                is_pack = entry == PACK_INDEX
                sent += len(self.pack(piece) if is_pack else self.piece(entry, piece))
                if is_pack:
                    self.vouch(arrival, entry, piece)
            if entry != PACK_INDEX:
                self.vouch(arrival, entry)
        return sent


@dataclass
class Receiver:
    """One incoming transfer on a disk, over several lives of the program."""

    base: Path
    tree: Tree
    disk: Disk = SYSTEM_DISK
    chosen: RangeSet | None = None
    pace: JournalPace = field(default_factory=JournalPace)

    def __post_init__(self) -> None:
        self.base.mkdir(exist_ok=True)
        self.entries: Sequence[Entry] = entries_of(self.tree)
        columns = columns_of(self.entries)
        self.accepted = Acceptance(
            TransferId(bytes(16)), self.entries, columns, Packs(columns), self.chosen
        )
        self.sender = Sender.of(self.tree, self.accepted.packs)
        self.journal = MemoryJournal()
        self.clock = Clock()
        self.told: queue.SimpleQueue[ReceivingReport] = queue.SimpleQueue()
        self.is_stopped: Callable[[], bool] = lambda: False
        # Its clock stands still: it does by itself only what somebody waits for.
        self.writer = JournalWriter(self.journal.commit, self.pace, self.clock, lambda run: run())

    def __enter__(self) -> "Receiver":
        self.writer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.writer.close()

    def begin(self, stale: Journal | None = None) -> Arrival:
        """Accept it; nothing is recorded but by `record` and `settle`."""
        return begin_arrival(
            self.accepted, str(self.base), self.writer, self.told.put, stale, self.disk
        )

    def resume(self, path: str, **stop: object) -> Arrival:
        """Go on with it; `stop` says how the program ended."""
        is_in_doubt = bool(stop.pop("is_in_doubt", False))
        trust = Trust(self.journal.journal(**stop), is_in_doubt)
        return resume_arrival(
            *(self.accepted, path, trust, self.writer, self.told.put),
            disk=self.disk,
            is_stopped=self.is_stopped,
        )

    def record(self) -> None:
        """Let the journal be recorded, and not be flushed."""
        self.journal.recorded_at = time.time_ns()
        self.clock.now += self.pace.commit_seconds
        self.writer.work()

    def flush(self, arrival: Arrival) -> None:
        """Let everything be recorded, flushed, and recorded as durable."""
        self.journal.recorded_at = time.time_ns()
        arrival.settle()

    def kill(self, arrival: Arrival) -> str:
        """End as kill -9 does: what is noted and not recorded is lost; return the staging path."""
        arrival.recorder.close()
        arrival.pieces.close()
        arrival.staging.close()
        return arrival.staging.path

    def stop(self, arrival: Arrival) -> str:
        """End in order; return the staging path."""
        self.flush(arrival)
        return self.kill(arrival)

    def save(self, arrival: Arrival) -> tuple[str, ...]:
        """Save what has come, and leave no staging folder."""
        saved = arrival.save()
        arrival.discard()
        return saved


def give_up(arrival: Arrival, entries: Iterable[int]) -> None:
    """Do what SOURCE does for files that are gone."""
    for entry in entries:
        arrival.content.give_up(entry, EntryState.FAILED, Code.SOURCE_GONE)
