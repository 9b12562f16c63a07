"""Where each entry of a manifest is saved below the target, computed when it is asked for."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from byhand.domain.local_names import System, local_name
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.names import DistinctNames, collision_key, numbered

Components = tuple[str, ...]


class LocalPaths(Sequence[Components]):
    """Local paths by entry index, all distinct; only what is saved under a number is kept.

    `folds_case`: the target takes names of equal collision key for one; the later one is
    saved as `name (1)`. Folders come before what they hold. Threads may look at the same time.
    """

    def __init__(self, entries: Sequence[Entry], system: System, folds_case: bool) -> None:
        """`entries` are kept, and read once more for each path."""
        self._entries = entries
        self._system = system
        self._is_plain = system is System.LINUX and not folds_case
        # Ascending entry indices and the number that each is saved under.
        self._indices = array("I")
        self._numbers = array("I")
        self._folders: dict[Components, int] = {}
        self._last: tuple[Components, Components] = ((), ())
        if not self._is_plain:
            self._look_for_equals(collision_key if folds_case else str)

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> Components: ...
    @overload
    def __getitem__(self, index: slice) -> list[Components]: ...
    def __getitem__(self, index: int | slice) -> Components | list[Components]:
        """Return the path of an entry."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        return self._path(index, self._entries[index].components)

    def __iter__(self) -> Iterator[Components]:
        return (self._path(index, entry.components) for index, entry in enumerate(self._entries))

    def _look_for_equals(self, key: Callable[[str], str]) -> None:
        """Find the names that are taken once they are saved as this system can."""
        taken: dict[Components, DistinctNames] = {}
        for index, entry in enumerate(self._entries):
            parent, name = entry.components[:-1], entry.components[-1]
            if parent not in taken:
                taken[parent] = DistinctNames(key)
            number = taken[parent].number_of(local_name(name, self._system))
            if number == 0:
                continue
            self._indices.append(index)
            self._numbers.append(number)
            if entry.kind is EntryKind.FOLDER:
                self._folders[entry.components] = number

    def _path(self, index: int, components: Components) -> Components:
        if self._is_plain:
            return components
        place = bisect_left(self._indices, index)
        is_numbered = place < len(self._indices) and self._indices[place] == index
        number = self._numbers[place] if is_numbered else 0
        return (*self._folder(components[:-1]), self._named(components[-1], number))

    def _folder(self, components: Components) -> Components:
        """Return the local path of a folder."""
        # Files of one folder follow each other.
        travelling, path = self._last
        if components != travelling:
            numbers = (
                self._folders.get(components[: end + 1], 0) for end in range(len(components))
            )
            path = tuple(map(self._named, components, numbers))
            self._last = components, path
        return path

    def _named(self, component: str, number: int) -> str:
        name = local_name(component, self._system)
        return numbered(name, number) if number else name
