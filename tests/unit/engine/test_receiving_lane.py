"""The threads of a receiving lane: which does what, and how they end."""

import gc
import os
import threading
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from blake3 import blake3
from msgspec.structs import replace

from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import MIB
from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.engine.reports import ReceivingFailed, ReceivingReport
from byhand.errors import StorageError
from byhand.protocol.data_frame import FLAG_HASHES, FrameHeader
from byhand.storage.disk import SYSTEM_DISK
from tests.helpers.lanes import Inbound, LyingLane, lying_lane

SMALL = [Entry(("one",), EntryKind.FILE, 3, 3), Entry(("two",), EntryKind.FILE, 3, 3)]


def send(lane: LyingLane, number: int, entry: int, content: bytes = b"abc") -> None:
    header = FrameHeader(FLAG_HASHES, 1, number, entry, 0, 0, len(content), 0, 0)
    lane.send(header, blake3(content).digest(), content)


def tell_thread(inbound: Inbound) -> list[threading.Thread]:
    """Have it kept in which threads is told what arrives."""
    threads: list[threading.Thread] = []
    told = inbound.pieces.tell

    def tell(report: ReceivingReport) -> None:
        threads.append(threading.current_thread())
        told(report)

    inbound.pieces.tell = tell
    return threads


def lane_threads() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name.startswith("receiving-lane-1")]


def test_a_transfer_that_is_accepted_while_the_lane_runs_gets_a_thread_of_its_own(
    tmp_path: Path,
) -> None:
    first, second = (Inbound.of(SMALL, tmp_path / name) for name in ("to", "elsewhere"))
    threads = tell_thread(first), tell_thread(second)
    first.pieces.is_watched = second.pieces.is_watched = True
    with lying_lane() as lane:
        lane.receivers.admit(1, first.pieces)
        send(lane, 1, 0)
        first.told.get(timeout=20)
        first.pieces.has_news = False
        lane.receivers.admit(2, second.pieces)
        send(lane, 2, 0)
        send(lane, 1, 1)  # the new thread reaches both
        send(lane, 2, 1)
        second.wait_until_complete()
        first.wait_until_complete()
        lane.sender.finish()
        assert lane.end().error is None
        assert lane.lane.frames_taken == 4
    assert len({*threads[0], *threads[1]}) == 2
    assert set(threads[1]) == {threads[0][-1]}
    for inbound in (first, second):
        assert [Path(saved).read_bytes() for saved in inbound.commit()] == [b"abc"] * 2


def test_a_large_frame_in_hand_is_taken_whole_by_the_next_thread(tmp_path: Path) -> None:
    content = os.urandom(MIB)
    whole = [Entry(("big",), EntryKind.FILE, len(content), len(content))]
    inbounds = [Inbound.of(whole, tmp_path / str(number)) for number in range(4)]
    size = 256 * 1024
    pieces = [content[start : start + size] for start in range(0, MIB, size)]
    with lying_lane() as lane:
        for number, inbound in enumerate(inbounds, 1):
            lane.receivers.admit(number, inbound.pieces)
            header = FrameHeader(FLAG_HASHES, 4, number, 0, 0, 0, MIB, 0, 0)
            lane.send(header, *(blake3(piece).digest() for piece in pieces), content)
            inbound.wait_until_complete()
        lane.sender.finish()
        assert lane.end().error is None
    for inbound in inbounds:
        assert [Path(saved).read_bytes() for saved in inbound.commit()] == [content]


def test_closing_joins_all_threads_of_a_lane(tmp_path: Path) -> None:
    inbound = Inbound.of(SMALL, tmp_path / "to")
    with lying_lane() as lane:
        lane.receivers.admit(1, inbound.pieces)
        send(lane, 1, 0)
        send(lane, 1, 1)
        inbound.wait_until_complete()
        assert len(lane_threads()) == 2
        lane.lane.close()
        assert lane_threads() == []
    inbound.discard()


def test_an_idle_lane_keeps_nothing_of_a_transfer_that_is_over(tmp_path: Path) -> None:
    inbound = Inbound.of(SMALL, tmp_path / "to")
    with lying_lane() as lane:
        lane.receivers.admit(1, inbound.pieces)
        send(lane, 1, 0)
        send(lane, 1, 1)
        inbound.wait_until_complete()
        lane.receivers.drop(1)
        inbound.discard()
        pieces = weakref.ref(inbound.pieces)
        del inbound
        gc.collect()
        assert pieces() is None


def test_a_lane_that_cannot_be_confined_ends_and_takes_nothing() -> None:
    def open_folder() -> int:
        raise StorageError(Path("to"), "too many open files")

    told: list[ReceivingReport] = []
    staging = SimpleNamespace(open_folder=open_folder)
    pieces = cast(ArrivingPieces, SimpleNamespace(staging=staging, tell=told.append, watch=None))
    with lying_lane() as lane:
        lane.receivers.wanted[1] = pieces
        send(lane, 1, 0)
        assert isinstance(lane.end().error, StorageError)
        assert lane.lane.frames_taken == 0
        (report,) = told
        assert isinstance(report, ReceivingFailed), "else nobody hears why nothing comes"
        lane.receivers.wanted.clear()


def test_flushing_is_not_confined(tmp_path: Path) -> None:
    """Its thread is begun by the journal's, and that one by the service."""
    threads: list[str] = []

    def sync(fd: int) -> None:
        threads.append(threading.current_thread().name)
        (tmp_path / f"flushed {len(threads)}").write_bytes(b"x")
        SYSTEM_DISK.sync(fd)

    inbound = Inbound.of(SMALL, tmp_path / "to", replace(SYSTEM_DISK, sync=sync))
    with lying_lane() as lane:
        lane.receivers.admit(1, inbound.pieces)
        send(lane, 1, 0)
        send(lane, 1, 1)
        inbound.wait_until_complete()
        inbound.arrival.recorder.settle()
    assert set(threads) == {"journal-flush"}
    assert len(list(tmp_path.glob("flushed *"))) == len(threads)
    inbound.discard()
