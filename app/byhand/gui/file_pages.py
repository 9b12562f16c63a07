"""The files of one transfer as far as they were told: asked for in pages, as rows are looked at."""

from collections import OrderedDict
from collections.abc import Callable

from byhand.domain.events import FileRow, FilesPage

PAGE_ROWS = 200
PAGES_KEPT = 100

Request = Callable[[int, int], None]
"""request(first, count): has rows told, by a FilesPage."""


class FilePages:
    """Of a million rows only those looked at last are here."""

    def __init__(self, request: Request) -> None:
        self.total = 0
        """How many rows there are; 0 until the first are known."""
        self._request = request
        self._pages: OrderedDict[int, tuple[FileRow, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def start(self) -> None:
        """Ask for the first rows."""
        self._ask(0)

    def is_awaited(self, page: FilesPage) -> bool:
        """Say whether a page was asked for, and is whole."""
        number, rest = divmod(page.first, PAGE_ROWS)
        is_whole = len(page.rows) == max(0, min(PAGE_ROWS, page.total - page.first))
        return number in self._asked and not rest and is_whole

    def take(self, page: FilesPage) -> tuple[FileRow, ...]:
        """Take a page that is awaited; return the rows that were here in its place."""
        number = page.first // PAGE_ROWS
        self._asked.discard(number)
        self.total = page.total
        before = self._pages.pop(number, ())
        self._pages[number] = page.rows
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return before

    def row(self, number: int) -> FileRow | None:
        """Return a row; None, and have it told, while it is not here."""
        page, place = divmod(number, PAGE_ROWS)
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def known(self, number: int) -> FileRow | None:
        """Return a row if it is here; nothing is asked."""
        page, place = divmod(number, PAGE_ROWS)
        rows = self._pages.get(page, ())
        return rows[place] if place < len(rows) else None

    def renew(self, first: int, last: int) -> None:
        """Have the pages of some rows told again, and forget those that nobody looks at."""
        shown = range(first // PAGE_ROWS, last // PAGE_ROWS + 1)
        for number in [each for each in self._pages if each not in shown]:
            del self._pages[number]
        for number in shown:
            self._ask(number)

    def _ask(self, number: int) -> None:
        if number not in self._asked:
            self._asked.add(number)
            self._request(number * PAGE_ROWS, PAGE_ROWS)
