"""Which entries of an offer are chosen; of a million of them only some pages are here at once."""

from dataclasses import dataclass

from byhand.domain.events import FileRow, FilesPage
from byhand.domain.ranges import RangeSet
from byhand.gui.file_pages import FilePages, Request


@dataclass(slots=True)
class _Walk:
    """An entry, and a folder's content, on the way to be chosen or left out: where to go on."""

    path: str
    entry: int
    is_chosen: bool


class FileChoice:
    """Begins with everything chosen. With a folder goes what is in it: entries that follow it."""

    def __init__(self, request: Request, total_files: int, total_bytes: int) -> None:
        self._pages = FilePages(request)
        self.total_files = total_files
        """How many of them are files."""
        self._total_bytes = total_bytes
        self._left_out = RangeSet()
        self._left_files = 0
        self._left_bytes = 0
        self._walks: list[_Walk] = []
        self._ends: dict[int, int] = {}

    # --- what is known

    @property
    def total(self) -> int:
        """How many entries there are; 0 until the first are known."""
        return self._pages.total

    def start(self) -> None:
        """Ask for the first entries."""
        self._pages.start()

    def take(self, page: FilesPage) -> None:
        """Take some entries; others than were asked for are passed over."""
        if self._pages.is_awaited(page):
            self._pages.take(page)
            self._walk_on()

    def row(self, entry: int) -> FileRow | None:
        """Return an entry; None, and have it told, while it is not here."""
        return self._pages.row(entry)

    # --- what is chosen

    @property
    def is_settled(self) -> bool:
        """Say whether it is certain what is chosen: no folder's content is still looked up."""
        return self.total > 0 and not self._walks

    @property
    def files(self) -> int:
        """How many files are chosen."""
        return self.total_files - self._left_files

    @property
    def bytes(self) -> int:
        """How many bytes are chosen."""
        return self._total_bytes - self._left_bytes

    @property
    def has_any(self) -> bool:
        """Say whether any entry is chosen, be it an empty folder."""
        return self._left_out.count() < self.total

    @property
    def has_all(self) -> bool:
        """Say whether every entry is chosen."""
        return not self._left_out

    def is_chosen(self, entry: int) -> bool:
        """Say whether an entry is chosen."""
        return entry not in self._left_out

    def is_partly_chosen(self, row: FileRow) -> bool:
        """Say whether a folder's content is not as the folder itself, as far as it is here."""
        if not row.is_folder:
            return False
        begin, end = row.index + 1, self._end_of(row)
        left_out = sum(stop - start for start, stop in self._left_out.within(begin, end))
        return left_out > 0 if self.is_chosen(row.index) else left_out < end - begin

    def choose(self, row: FileRow, *, is_chosen: bool) -> None:
        """Choose an entry or leave it out; what is in a folder follows as it gets known."""
        self._mark(row, is_chosen)
        # A folder that is still gone through may be about this entry, too.
        if row.is_folder or self._walks:
            self._walks.append(_Walk(row.path, row.index, is_chosen))
            self._walk_on()

    def choose_all(self, *, is_chosen: bool) -> None:
        """Choose everything, or nothing."""
        self._walks.clear()
        self._left_out = RangeSet() if is_chosen else RangeSet([(0, self.total)])
        self._left_files = 0 if is_chosen else self.total_files
        self._left_bytes = 0 if is_chosen else self._total_bytes

    def ranges(self) -> tuple[int, ...] | None:
        """Return the chosen entries as ranges [start, count, …]; None for all."""
        if self.has_all:
            return None
        chosen = RangeSet([(0, self.total)])
        for start, end in self._left_out:
            chosen.subtract(start, end)
        return tuple(chosen.encode())

    def _end_of(self, folder: FileRow) -> int:
        """Return the first entry that is not in a folder, or is not here."""
        prefix = f"{folder.path}/"
        # What was seen to be in it once is not looked at again: each drawing of it asks.
        entry = self._ends.get(folder.index, folder.index + 1)
        while entry < self.total:
            row = self._pages.known(entry)
            if row is None or not row.path.startswith(prefix):
                break
            entry += 1
        self._ends[folder.index] = entry
        return entry

    def _walk_on(self) -> None:
        """Go through folders, one after the other: what was said last holds."""
        while self._walks:
            walk = self._walks[0]
            while walk.entry < self.total:
                row = self.row(walk.entry)
                if row is None:
                    return
                if row.path != walk.path and not row.path.startswith(f"{walk.path}/"):
                    break
                self._mark(row, walk.is_chosen)
                walk.entry += 1
            del self._walks[0]

    def _mark(self, row: FileRow, is_chosen: bool) -> None:
        if is_chosen is self.is_chosen(row.index):
            return
        change = self._left_out.subtract if is_chosen else self._left_out.add
        change(row.index, row.index + 1)
        sign = -1 if is_chosen else 1
        self._left_files += 0 if row.is_folder else sign
        self._left_bytes += sign * row.size
