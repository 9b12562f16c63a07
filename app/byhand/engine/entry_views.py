"""Views of where files stand, by entry; what they hold changes with the states."""

from collections.abc import Callable, Container, Iterator, Mapping


class Roots(Mapping[int, bytes]):
    """The roots of the files that are whole."""

    def __init__(
        self,
        is_whole: Callable[[int], bool],
        root: Callable[[int], bytes],
        whole: Callable[[], Iterator[int]],
        count: Callable[[], int],
    ) -> None:
        self._is_whole = is_whole
        self._root = root
        self._whole = whole
        self._count = count

    def __getitem__(self, entry: int) -> bytes:
        if entry not in self:
            raise KeyError(entry)
        return self._root(entry)

    def __contains__(self, entry: object) -> bool:
        return isinstance(entry, int) and self._is_whole(entry)

    def __iter__(self) -> Iterator[int]:
        return self._whole()

    def __len__(self) -> int:
        return self._count()


class Where(Container[int]):
    """The files of which something is so."""

    def __init__(self, is_so: Callable[[int], bool]) -> None:
        self._is_so = is_so

    def __contains__(self, entry: object) -> bool:
        return isinstance(entry, int) and self._is_so(entry)
