"""What is known of the history so far: how long it is, its days, and the pages that were told."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from byhand.domain.history import HistoryDay, HistoryItem, HistoryPage
from byhand.domain.transfer import TransferId

PAGE_ITEMS = 100
PAGES_KEPT = 40


class Heading(Struct, frozen=True):
    """The position of a day's heading in the list."""

    day: HistoryDay


class Change(Struct, frozen=True):
    """Rows that come to, or leave, the list from a position on."""

    first: int
    count: int
    is_insertion: bool


class HistoryPages:
    """Numbers count what has ended, the newest 0; positions count the headings of days, too."""

    def __init__(self) -> None:
        self._days: list[HistoryDay] = []
        self._headings: list[int] = []
        self._items: list[HistoryItem | None] = []
        # Pages that were told, the one wanted longest ago first.
        self._told: dict[int, None] = {}
        self._stale: set[int] = set()
        self._asked: set[int] = set()

    @property
    def total(self) -> int:
        """How many items there are."""
        return len(self._items)

    def __len__(self) -> int:
        """Return how many positions there are."""
        return len(self._items) + len(self._days)

    # --- positions

    def at(self, position: int) -> Heading | HistoryItem | None:
        """Return what stands at a position; None for an item that is not known yet."""
        number = self.number(position)
        if number is None:
            return Heading(self._days[self._day(position)])
        return self._items[number]

    def number(self, position: int) -> int | None:
        """Return the number of the item at a position; None for a heading."""
        day = self._day(position)
        return None if self._headings[day] == position else position - day - 1

    def position(self, number: int) -> int:
        """Return where an item stands."""
        starts = [heading - day for day, heading in enumerate(self._headings)]
        return number + bisect_right(starts, number)

    def items(self) -> Iterator[tuple[int, HistoryItem]]:
        """Yield the number of each item that is known, and the item."""
        for page in self._told:
            for number in self._numbers(page):
                item = self._items[number]
                if item is not None:
                    yield number, item

    def find(self, transfer_id: TransferId) -> int:
        """Return the number of an item; -1 while it is not known."""
        return next((n for n, item in self.items() if item.transfer.id == transfer_id), -1)

    # --- pages

    def wanted(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return which pages have to be asked for, to show these positions: (first, count)."""
        if not self._items:
            return []
        numbers = [self._next_number(position) for position in (first, last)]
        pages = range(numbers[0] // PAGE_ITEMS, numbers[1] // PAGE_ITEMS + 1)
        for page in pages:
            if page in self._told:
                self._told[page] = self._told.pop(page)
        is_good = self._told.keys() - self._stale | self._asked
        missing = [page for page in pages if page not in is_good]
        self._asked.update(missing)
        return [(page * PAGE_ITEMS, PAGE_ITEMS) for page in missing]

    def take(self, told: HistoryPage) -> range | None:
        """Take a page and return the numbers of its items; None if it is out of date."""
        page = told.first // PAGE_ITEMS
        self._asked.discard(page)
        if told.total != self.total:
            return None
        numbers = self._numbers(page)
        # One that cannot be read was left out.
        rest = [None] * (len(numbers) - len(told.items))
        self._items[numbers.start : numbers.stop] = [*told.items, *rest][: len(numbers)]
        self._stale.discard(page)
        self._told.pop(page, None)
        self._told[page] = None
        if len(self._told) > PAGES_KEPT:
            self._forget_oldest()
        return numbers

    def expire(self) -> None:
        """Have every page asked for again; until then it is shown as it was told."""
        self._stale = set(self._told)
        self._asked.clear()

    # --- days

    def reset(self, days: Sequence[HistoryDay]) -> None:
        """Begin anew with other days."""
        for pages in (self._told, self._stale, self._asked):
            pages.clear()
        self._days = list(days)
        self._items = [None] * sum(day.count for day in days)
        self._count_positions()

    def changes(self, days: Sequence[HistoryDay]) -> Iterator[Change]:
        """Yield how the list comes to have these days; each is made when the next is asked for.

        What ended since comes first on its day; what is missed goes from the end of its day, and
        the pages that are asked for then tell the truth.
        """
        counts = {day.day: day.count for day in days}
        for day in [day for day in self._days if day.day not in counts]:
            place = self._days.index(day)
            yield Change(self._headings[place], day.count + 1, is_insertion=False)
            self._cut(place, day.count, day.count)
            del self._days[place]
            self._count_positions()
        for place, day in enumerate(days):
            if place == len(self._days) or self._days[place].day != day.day:
                start = self._headings[place] if place < len(self._days) else len(self)
                yield Change(start, day.count + 1, is_insertion=True)
                self._days.insert(place, HistoryDay(day.day, 0))
                self._count_positions()
                self._add(place, day.count)
            else:
                yield from self._change_day(place, day.count)

    def _change_day(self, place: int, count: int) -> Iterator[Change]:
        now = self._days[place].count
        if count > now:
            yield Change(self._headings[place] + 1, count - now, is_insertion=True)
            self._add(place, count - now)
        elif count < now:
            yield Change(self._headings[place] + 1 + count, now - count, is_insertion=False)
            self._cut(place, now, now - count)

    def _add(self, place: int, count: int) -> None:
        """Put unknown items at the start of a day."""
        start = self._headings[place] - place
        self._items[start:start] = [None] * count
        self._set_count(place, self._days[place].count + count)

    def _cut(self, place: int, before: int, count: int) -> None:
        """Take items from the end of a day."""
        end = self._headings[place] - place + before
        del self._items[end - count : end]
        self._set_count(place, before - count)

    def _set_count(self, place: int, count: int) -> None:
        self._days[place] = HistoryDay(self._days[place].day, count)
        self._count_positions()

    def _count_positions(self) -> None:
        rows = accumulate((day.count + 1 for day in self._days), initial=0)
        self._headings = list(rows)[:-1]

    def _day(self, position: int) -> int:
        return bisect_right(self._headings, position) - 1

    def _next_number(self, position: int) -> int:
        """Return the number of the item at a position, or of the next one."""
        position = max(0, min(position, len(self) - 1))
        number = self.number(position)
        return position - self._day(position) if number is None else number

    def _numbers(self, page: int) -> range:
        return range(page * PAGE_ITEMS, min((page + 1) * PAGE_ITEMS, self.total))

    def _forget_oldest(self) -> None:
        oldest = next(iter(self._told))
        del self._told[oldest]
        self._stale.discard(oldest)
        kept: list[HistoryItem | None] = [None] * self.total
        for page in self._told:
            numbers = slice(page * PAGE_ITEMS, (page + 1) * PAGE_ITEMS)
            kept[numbers] = self._items[numbers]
        self._items = kept
