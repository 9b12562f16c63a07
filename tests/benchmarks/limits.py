"""How exactly limits are kept, by lanes over loopback TCP that read and write real files.

What may go in 5 s at a limit is handed over and timed; friends who share a limit are compared;
and a transfer at the lowest limit is dropped while its lane waits.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from byhand.domain.limits import LOWEST_RATE
from byhand.engine.bandwidth import Bucket
from byhand.engine.lane_orders import Drop
from byhand.engine.receiving_lane import Receivers
from byhand.engine.reports import WishServed
from tests.helpers.gifts import make_file
from tests.helpers.lanes import Inbound, LanePair, Outbound, lane_pair, scanned
from tests.helpers.loopback import tcp_pair

MB = 1_000_000
SECONDS = 5
RATES = (LOWEST_RATE, 100_000, MB, 10 * MB, 50 * MB)
FRIENDS_RATE = 20 * MB
GOAL = 0.05
GOAL_MS = 250.0
HANG_SECONDS = 600.0
MEMORY = Path("/dev/shm")


def main() -> None:
    """Print the table."""
    if not MEMORY.is_dir():
        print("limits: left out, this system has no /dev/shm to receive into")
        return
    print(f"what may go in {SECONDS} s at a limit, on {os.cpu_count()} cores with all the rest")
    print(f"{'':34}{'wanted s':>9}{'took s':>9}{'off by':>9}")
    with tempfile.TemporaryDirectory(prefix="byhand-bench-", dir=MEMORY) as folder:
        place = Path(folder)
        for rate in RATES:
            _print(f"sending at {_shown(rate)}", _sending(place, rate))
            _print(f"receiving at {_shown(rate)}", _receiving(place, rate))
        _print(f"lowered from {_shown(50 * MB)} to {_shown(MB)}", _lowered(place))
        _print_shares(_two_friends(place))
        milliseconds = _drop(place)
        verdict = "" if milliseconds <= GOAL_MS else f"   the goal is {GOAL_MS:.0f}"
        print(f"dropped while it waits at {_shown(LOWEST_RATE)}: {milliseconds:.1f} ms{verdict}")


@dataclass(frozen=True)
class _Way:
    """One transfer over a pair of lanes of its own, below limits that others may share."""

    outbound: Outbound
    inbound: Inbound
    pair: LanePair

    def start(self) -> None:
        self.pair.sending.order(self.outbound.push())


@contextmanager
def _way(source: Path, number: int, up: Bucket, down: Bucket) -> Iterator[_Way]:
    near, far = tcp_pair()
    near.setblocking(True)
    far.setblocking(True)
    receivers = Receivers(bucket=down)
    with lane_pair(receivers=receivers, sockets=(near, far)) as pair:
        outbound = Outbound.of(number, scanned(source))
        outbound.pieces.bucket = Bucket(up)
        entries = [each.entry for each in outbound.sources]
        inbound = Inbound.of(entries, source.parent / f"to {number}")
        inbound.pieces.bucket = Bucket(down)
        receivers.admit(number, inbound.pieces)
        yield _Way(outbound, inbound, pair)
        receivers.drop(number)
        inbound.discard()


def _limited(rate: int) -> Bucket:
    bucket = Bucket()
    bucket.limit(rate)
    return bucket


def _sending(place: Path, rate: int) -> float:
    source = make_file(place / "film", rate * SECONDS)
    with _way(source, 1, _limited(rate), Bucket()) as way:
        started = time.monotonic()
        way.start()
        _until_served(way)
        return time.monotonic() - started


def _receiving(place: Path, rate: int) -> float:
    source = make_file(place / "film", rate * SECONDS)
    with _way(source, 1, Bucket(), _limited(rate)) as way:
        started = time.monotonic()
        way.start()
        _until_complete(way)
        return time.monotonic() - started


def _lowered(place: Path) -> float:
    """Return the seconds that what may go in 5 s takes after a limit was lowered."""
    source = make_file(place / "film", 100 * MB)
    with _way(source, 1, _limited(50 * MB), Bucket()) as way:
        way.start()
        time.sleep(1.0)
        way.outbound.pieces.bucket.limit(MB)
        before, started = way.outbound.pieces.sent_bytes, time.monotonic()
        while way.outbound.pieces.sent_bytes - before < SECONDS * MB:
            time.sleep(0.005)
        return time.monotonic() - started


def _two_friends(place: Path) -> tuple[list[int], float]:
    """Return what each of three friends' bytes were that shared a limit, and in how many s."""
    everybody = _limited(FRIENDS_RATE)
    source = make_file(place / "film", FRIENDS_RATE * SECONDS)
    with ExitStack() as stack:
        ways = [
            stack.enter_context(_way(source, number, Bucket(everybody), Bucket()))
            for number in (1, 2, 3)
        ]
        started = time.monotonic()
        for way in ways:
            way.start()
        time.sleep(SECONDS)
        sent = [way.outbound.pieces.sent_bytes for way in ways]
        return sent, time.monotonic() - started


def _drop(place: Path) -> float:
    """Return after how many ms the next transfer is there when the one that waits is dropped."""
    slow, small = make_file(place / "film", 10 * MB), make_file(place / "note", 1000)
    with _way(slow, 1, _limited(LOWEST_RATE), Bucket()) as way:
        way.start()
        time.sleep(1.0)
        following = Outbound.of(2, scanned(small))
        entries = [each.entry for each in following.sources]
        into = Inbound.of(entries, place / "to 2")
        way.pair.receivers.admit(2, into.pieces)
        started = time.monotonic()
        way.pair.sending.order(Drop(1))
        way.pair.sending.order(following.push())
        into.wait_until_complete()
        milliseconds = (time.monotonic() - started) * 1000
        into.commit()
        return milliseconds


def _until_served(way: _Way) -> None:
    while not isinstance(way.outbound.told.get(timeout=HANG_SECONDS), WishServed):
        pass


def _until_complete(way: _Way) -> None:
    while not way.inbound.pieces.is_complete():
        way.inbound.told.get(timeout=HANG_SECONDS)
        way.inbound.pieces.has_news = False


def _print(name: str, seconds: float) -> None:
    off = seconds / SECONDS - 1
    verdict = "" if abs(off) <= GOAL else f"   the goal is {GOAL:.0%}"
    print(f"{name:34}{SECONDS:9.2f}{seconds:9.2f}{off:+9.1%}{verdict}", flush=True)


def _print_shares(measured: tuple[list[int], float]) -> None:
    sent, seconds = measured
    whole = sum(sent)
    shares = " · ".join(f"{each / whole:.1%}" for each in sent)
    off = whole / seconds / FRIENDS_RATE - 1
    print(f"three friends share {_shown(FRIENDS_RATE)}: {shares}, together off by {off:+.1%}")


def _shown(rate: int) -> str:
    return f"{rate / MB:g} MB/s"


if __name__ == "__main__":
    main()
