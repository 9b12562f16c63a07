"""The files of one transfer, asked for in pages or by their numbers."""

from collections.abc import Iterator

from byhand.cli.happenings import Happening
from byhand.domain.events import FileRow, FilesPage
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId
from byhand.service.orders import Service

PAGE_ROWS = 1_000


class FilePages:
    """One page after the other; `total` entries in all, as far as is known."""

    def __init__(self, service: Service, transfer_id: TransferId, rows: int = PAGE_ROWS) -> None:
        self.total = 0
        self.is_whole = False
        self._service = service
        self._transfer_id = transfer_id
        self._rows = rows
        self._next = 0

    def ask(self) -> None:
        """Ask for the next page."""
        self._service.queue.request_files(self._transfer_id, self._next, self._rows)

    def take(self, happening: Happening) -> tuple[FileRow, ...] | None:
        """Return the rows of the page that was asked for; None for anything else."""
        match happening:
            case FilesPage(self._transfer_id, self._next, total, rows):
                self.total = total
                self._next += len(rows)
                self.is_whole = not rows or self._next >= total
                return rows
            case _:
                return None


class FileLook:
    """A look at certain entries, as often as wanted."""

    def __init__(self, service: Service, transfer_id: TransferId, indexes: RangeSet) -> None:
        self._service = service
        self._transfer_id = transfer_id
        self._pages = dict(_pages(indexes))
        self._missing: set[int] = set()
        self._rows: dict[int, FileRow] = {}

    def ask(self) -> None:
        """Ask for all of them once more, unless they are still being told."""
        if self._missing:
            return
        self._missing = set(self._pages)
        for first, count in self._pages.items():
            self._service.queue.request_files(self._transfer_id, first, count)

    def take(self, happening: Happening) -> dict[int, FileRow] | None:
        """Return the rows that there are, by index, once all were told; None before."""
        match happening:
            case FilesPage(self._transfer_id, first, _, rows) if first in self._missing:
                self._missing.discard(first)
                count = self._pages[first]
                self._rows |= {row.index: row for row in rows if row.index < first + count}
                return None if self._missing else self._rows
            case _:
                return None


def _pages(indexes: RangeSet) -> Iterator[tuple[int, int]]:
    for start, end in indexes:
        for first in range(start, end, PAGE_ROWS):
            yield first, min(PAGE_ROWS, end - first)
