"""Which entries of an offer are taken when somebody types numbers of files and folders."""

from collections.abc import Sequence

from byhand.cli.indexes import written
from byhand.domain.events import FileRow
from byhand.domain.ranges import RangeSet
from byhand.errors import UsageError


def entries_chosen(rows: Sequence[FileRow], typed: RangeSet) -> tuple[int, ...] | None:
    """Return what is taken of an offer's entries: ranges [start, count, …], None for all.

    With a folder comes everything in it. Raises UsageError for a number that no entry has.
    """
    unknown = RangeSet(typed)
    folders = set()
    for row in rows:
        unknown.subtract(row.index, row.index + 1)
        if row.is_folder and row.index in typed:
            folders.add(row.path)
    if unknown:
        raise UsageError(f"There is no file {written(unknown)} in it.")
    chosen = RangeSet(typed)
    for row in rows:
        if not folders.isdisjoint(_above(row.path)):
            chosen.add(row.index, row.index + 1)
    return None if chosen.count() == len(rows) else tuple(chosen.encode())


def _above(path: str) -> list[str]:
    """Return the folders that a path inside an offer leads through."""
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]
