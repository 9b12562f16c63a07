"""Telling who is nearby without haste: whatever floods the network, few batches a second."""

from collections.abc import Callable

from msgspec.structs import replace

from byhand.domain.friend import Nearby
from byhand.network.recognition import Findings

BATCHES_APART_SECONDS = 0.2


class NearbyBatches:
    """Gathers what changes about people nearby and tells it together, five times a second at most.

    Who came and went in between is not told at all. `clock` never falls; `later` calls a function
    after so many seconds.
    """

    def __init__(
        self,
        findings: Findings,
        clock: Callable[[], float],
        later: Callable[[float, Callable[[], None]], object],
    ) -> None:
        self.findings = replace(findings, on_nearby=self._appear, on_nearby_gone=self._go)
        """Findings to be told instead; everything but people nearby is passed on at once."""
        self._told_to = findings
        self._clock = clock
        self._later = later
        self._now: dict[str, Nearby] = {}
        self._told: dict[str, Nearby] = {}
        self._told_at = -BATCHES_APART_SECONDS
        self._is_due = False

    def _appear(self, nearby: Nearby) -> None:
        self._now[nearby.key] = nearby
        self._tell_in_time()

    def _go(self, key: str) -> None:
        self._now.pop(key, None)
        self._tell_in_time()

    def _tell_in_time(self) -> None:
        if not self._is_due:
            self._is_due = True
            since = self._clock() - self._told_at
            self._later(max(0.0, BATCHES_APART_SECONDS - since), self._tell)

    def _tell(self) -> None:
        self._is_due = False
        self._told_at = self._clock()
        before, self._told = self._told, dict(self._now)
        for key in before.keys() - self._told.keys():
            self._told_to.on_nearby_gone(key)
        for key, nearby in self._told.items():
            if before.get(key) != nearby:
                self._told_to.on_nearby(nearby)
