"""The wishes of one receiver, put together from the messages that tell them (PROTOCOL.md, §8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Need, Want

NUMBERS_LIMIT = 1_000_000
"""How many numbers the messages of one wish may hold, beside three for every entry."""


@dataclass(frozen=True, slots=True)
class ToldWish:
    """A whole wish: its rows, None for everything; with `extends` it adds to the one before."""

    epoch: int
    wants: Sequence[Want] | None
    extends: bool


class WishReader:
    """Collects wishes; a higher epoch replaces what was wished before."""

    def __init__(self, entry_count: int) -> None:
        self._limit = NUMBERS_LIMIT + 3 * entry_count
        self._epoch = 0
        self._numbers = 0
        self._wants: list[Want] = []
        self._is_open = False

    def begin(self) -> None:
        """Start afresh: epochs die with their session."""
        self._epoch, self._wants, self._is_open = 0, [], False

    def read(self, need: Need) -> ToldWish | None:
        """Return the wish that this message completes; None for a part, or for an old epoch.

        Raises RemoteProtocolError for one without end.
        """
        if need.epoch < self._epoch or (need.epoch == self._epoch and not self._goes_on(need)):
            return None
        if need.epoch != self._epoch:
            self._epoch, self._numbers, self._wants = need.epoch, 0, []
        rows = need.wants or ()
        self._numbers += 1 + sum(1 + len(row.ranges) for row in rows)
        if self._numbers > self._limit:
            raise RemoteProtocolError("a wish without end")
        self._wants += rows
        self._is_open = need.more
        if need.more:
            return None
        wants, self._wants = self._wants, []
        return ToldWish(need.epoch, None if need.wants is None else wants, need.add)

    def _goes_on(self, need: Need) -> bool:
        return need.add or self._is_open
