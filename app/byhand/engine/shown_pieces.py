"""What a member has for others: pieces that are here, and whose hashes the sender has told."""

from collections.abc import Iterator

from byhand.domain.ranges import RangeSet
from byhand.engine.told_hashes import ToldHashes

Ranges = list[tuple[int, int]]


class ShownPieces:
    """By the numbers of domain/numbering.py; one thread at a time."""

    def __init__(self, told: ToldHashes) -> None:
        self.here = RangeSet()
        self.shown = RangeSet()
        self._told = told
        self._out = RangeSet()
        self._news = RangeSet()

    def came(self, first: int, end: int) -> tuple[RangeSet, RangeSet]:
        """Note pieces that are here; return those that were not, and those to be shown by that."""
        fresh = _without(first, end, self._out, self.here)
        for start, stop in fresh:
            self.here.add(start, stop)
            self._news.add(start, stop)
        known = (run for start, stop in fresh for run in self._told.known(start, stop))
        return fresh, self._show(known)

    def told(self, first: int, end: int) -> tuple[RangeSet, RangeSet]:
        """Note hashes that were told; return what may be asked for, and what is to be shown."""
        lacking = _without(first, end, self._out, self.here)
        return lacking, self._show(self.here.within(first, end))

    def gone(self, first: int, end: int, *, for_good: bool) -> None:
        """Show some pieces no more; `for_good`: they are not what was offered, whatever comes."""
        self.shown.subtract(first, end)
        if for_good:
            self._out.add(first, end)
            self._told.forget(first, end)
            self.here.subtract(first, end)
            self._news.subtract(first, end)

    def wanted_again(self, first: int, end: int) -> None:
        """Count pieces as not here, to the sender; they are shown as before."""
        self.here.subtract(first, end)
        self._news.subtract(first, end)

    def take_news(self) -> RangeSet:
        """Return what has come since the last call."""
        news, self._news = self._news, RangeSet()
        return news

    def _show(self, ranges: Iterator[tuple[int, int]] | Ranges) -> RangeSet:
        found = RangeSet()
        for start, stop in ranges:
            for run in _without(start, stop, self._out, self.shown):
                found.add(*run)
        for start, stop in found:
            self.shown.add(start, stop)
        return found


def _without(first: int, end: int, *others: RangeSet) -> RangeSet:
    """Return the numbers from `first` to before `end` that are in none of some sets."""
    rest = RangeSet([(first, end)])
    for other in others:
        for start, stop in other.within(first, end):
            rest.subtract(start, stop)
    return rest
