"""Lanes on which nothing comes though something is wanted: a path may die without a word."""

from collections.abc import Callable, Mapping
from time import monotonic
from typing import Protocol

from msgspec import Struct

SILENT_SECONDS = 30.0
LOOKED_APART_SECONDS = 5.0
"""After a longer pause silence counts from the beginning: nothing was wanted meanwhile."""


class Listening(Protocol):
    """A lane on which we receive."""

    @property
    def received_bytes(self) -> int:
        """How many bytes have come."""

    @property
    def is_listening(self) -> bool:
        """Say whether it waits for the other side, and for nothing of ours."""


class _Seen(Struct, frozen=True):
    received_bytes: int
    at: float


class Silence:
    """Notes how long each lane of a session has been silent, while somebody looks."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock` in seconds."""
        self._clock = clock
        self._looked_at = clock()
        self._seen: dict[int, _Seen] = {}

    def look(self, lanes: Mapping[int, Listening]) -> list[int]:
        """Return those that have been silent for 30 s; to be called again and again meanwhile."""
        now = self._clock()
        if now - self._looked_at > LOOKED_APART_SECONDS:
            self._seen.clear()
        self._looked_at = now
        before, self._seen = self._seen, {}
        for index, lane in lanes.items():
            seen = before.get(index)
            is_as_before = seen is not None and seen.received_bytes == lane.received_bytes
            if seen is None or not (is_as_before and lane.is_listening):
                seen = _Seen(lane.received_bytes, now)
            self._seen[index] = seen
        return [index for index, seen in self._seen.items() if now - seen.at >= SILENT_SECONDS]
