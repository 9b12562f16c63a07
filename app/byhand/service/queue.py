"""The list of transfers: their snapshots, their order, and how fast they move."""

import time
from collections.abc import Callable, Iterator

from msgspec import Struct

from byhand.domain.bottleneck import Bottleneck
from byhand.domain.events import Event, TransferAdded, TransferChanged, TransferRemoved
from byhand.domain.identity import FriendId
from byhand.domain.progress import Progress, Speedometer
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.slowing import Measured, Slowing

Moved = Callable[[], tuple[int, int, int]]
"""Returns the bytes and the files of a transfer that are done, from plain counters.

And how many of these bytes were carried since this began: what was kept from before is no speed.
"""


class Moving(Struct, frozen=True):
    """What is known of a transfer that moves: how far it is, how fast, and what slows it down."""

    moved: Moved
    meter: Speedometer
    measured: Measured
    slowing: Slowing


class Queue:
    """Owns every transfer's snapshot; whoever runs a transfer reports its changes here."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell
        self._transfers: dict[TransferId, Transfer] = {}
        self._moving: dict[TransferId, Moving] = {}

    def __iter__(self) -> Iterator[Transfer]:
        """Yield the transfers, oldest first."""
        return iter(tuple(self._transfers.values()))

    def get(self, transfer_id: TransferId) -> Transfer | None:
        """Return a transfer's snapshot."""
        return self._transfers.get(transfer_id)

    def add(self, transfer: Transfer) -> None:
        """Put a transfer on the list; one of the same id that has ended makes room."""
        self.remove(transfer.id)
        self._transfers[transfer.id] = transfer
        self._tell(TransferAdded(transfer))

    def next_place(self) -> float:
        """Return the place behind all others."""
        return max((each.place for each in self._transfers.values()), default=0.0) + 1.0

    def place_before(self, transfer_id: TransferId, before: TransferId | None) -> float | None:
        """Return the place of a transfer that is put before another one, or last.

        None where it is already, or is not on the list.
        """
        transfer = self._transfers.get(transfer_id)
        if transfer is None or transfer_id == before:
            return None
        target = self._transfers.get(before) if before is not None else None
        if target is None:
            return self.next_place()
        lower = [
            each.place
            for each in self._transfers.values()
            if each.place < target.place and each is not transfer
        ]
        return (max(lower) + target.place) / 2 if lower else target.place - 1.0

    def remove(self, transfer_id: TransferId) -> None:
        """Take a transfer off the list, if it has ended."""
        transfer = self._transfers.get(transfer_id)
        if transfer is not None and transfer.is_final:
            del self._transfers[transfer_id]
            self._tell(TransferRemoved(transfer_id))

    def update(self, transfer: Transfer) -> None:
        """Take over a newer snapshot."""
        if transfer != self._transfers[transfer.id]:
            self._transfers[transfer.id] = transfer
            self._tell(TransferChanged(transfer))

    def end(self, transfer: Transfer) -> None:
        """Take over the last snapshot of a transfer."""
        self._moving.pop(transfer.id, None)
        self.update(transfer)

    def start_moving(
        self, transfer_id: TransferId, moved: Moved, measured: Measured, slowing: Slowing
    ) -> None:
        """Measure a transfer's progress from now on, and what slows it down."""
        meter = Speedometer(time.monotonic())
        self._moving[transfer_id] = Moving(moved, meter, measured, slowing)

    def sample(self) -> None:
        """Note how far everything is, and what it is busy with; called twice a second."""
        now = time.monotonic()
        for transfer_id, moving in self._moving.items():
            moving.meter.record(now, moving.moved()[2])
            if self._transfers[transfer_id].is_moving:
                moving.slowing.look(now, moving.measured)

    def progress(self) -> dict[TransferId, Progress]:
        """Return how far each moving transfer is, right now."""
        now = time.monotonic()
        return {
            transfer_id: _look(self._transfers[transfer_id], moving, now)
            for transfer_id, moving in self._moving.items()
        }

    def open_offers(self, friend_id: FriendId | None = None) -> int:
        """Return how many incoming offers wait for an answer, of one friend or of all."""
        return sum(
            transfer.state is TransferState.OFFERED
            and transfer.direction is Direction.INCOMING
            and friend_id in (None, transfer.friend_id)
            for transfer in self._transfers.values()
        )

    def under_way(self, friend_id: FriendId, direction: Direction) -> int:
        """Return how many transfers with a friend are neither waiting, nor held, nor ended."""
        return sum(
            transfer.friend_id == friend_id
            and transfer.direction is direction
            and transfer.state not in (TransferState.QUEUED, TransferState.PAUSED)
            and not transfer.is_final
            for transfer in self._transfers.values()
        )


def _look(transfer: Transfer, moving: Moving, now: float) -> Progress:
    done_bytes, done_files, _ = moving.moved()
    done_bytes = min(done_bytes, transfer.total_bytes)
    found = moving.slowing.bottleneck()
    return Progress(
        done_bytes,
        transfer.total_bytes,
        done_files,
        transfer.total_files,
        moving.meter.bytes_per_second(),
        moving.meter.seconds_left(transfer.total_bytes - done_bytes),
        moving.meter.idle_seconds(now),
        found,
        moving.measured.bucket.rate if found is Bottleneck.LIMIT_HERE else None,
    )
