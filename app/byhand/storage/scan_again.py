"""What of an earlier offer is offered once more: looked for where it was found then."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.manifest import EntryKind
from byhand.storage.scan import Scanned, SourceProblem, Walk, look_at, tops_of
from byhand.storage.source import FileStamp, SourceEntry

IsAsBefore = Callable[[int, SourceEntry, FileStamp], bool]
"""Says of a file, by its index, what was found then, and its stamp now, whether it may be sent."""


class Repeated(Struct, frozen=True):
    """What is wanted of an earlier offer.

    `paths` are what was given then, `sources` what was found, in order, and `wanted` the files
    of these. `unread` are paths inside the offer of what was not found, or not read. A file that
    is not `as_before`, if that is asked for, is a problem.
    """

    paths: Sequence[str]
    sources: Sequence[SourceEntry]
    wanted: Container[int]
    unread: Collection[str] = ()
    as_before: IsAsBefore | None = None


def scan_again(
    repeated: Repeated, is_cancelled: Callable[[], bool], *, follows_links: bool = False
) -> Iterator[Scanned]:
    """Yield the files that are wanted as they are now, each after the folders that it lies in.

    In the order of before, under the same names. Ends early once cancelled. Raises
    SourceMissingError, StorageError.
    """
    unlisted, unread = _unlisted_and_unread(repeated)
    walk = Walk(is_cancelled, follows_links)
    above = _Above()
    for index, source in enumerate(repeated.sources):
        if is_cancelled():
            return
        above.reach(source)
        if source.entry.kind is not EntryKind.FOLDER:
            if index in repeated.wanted:
                found = _as_it_is(index, source, repeated.as_before)
                yield from above.before([found])
            continue
        path = _shown(source)
        if path in unlisted:
            yield from above.before(walk.below(above.folders, None))
        elif names := [name for parent, name in map(_split, unread) if parent == path]:
            yield from above.before(walk.below(above.folders, names))
    for name, path in tops_of(repeated.paths) if unread else ():
        if name in unread and not is_cancelled():
            yield from walk.all_of(name, path)


class _Above:
    """The folders that hold what is looked at, and how many of them have been told."""

    def __init__(self) -> None:
        self.folders: list[SourceEntry] = []
        self._told = 0

    def reach(self, source: SourceEntry) -> None:
        """Go on to what comes next in the order of folders before their content."""
        depth = len(source.entry.components) - 1
        del self.folders[depth:]
        self._told = min(self._told, depth)
        if source.entry.kind is EntryKind.FOLDER:
            self.folders.append(source)

    def before(self, content: Iterable[Scanned]) -> Iterator[Scanned]:
        """Yield those that have not been told yet before the first that is there of the content."""
        for found in content:
            if isinstance(found, SourceEntry):
                yield from self.folders[self._told :]
                self._told = len(self.folders)
            yield found


def _unlisted_and_unread(repeated: Repeated) -> tuple[set[str], set[str]]:
    """Return which folders were not listed, and the paths of what was not offered at all.

    A file that was offered is wanted, or not, whatever was said of it.
    """
    unlisted: set[str] = set()
    unread = set(repeated.unread)
    for source in repeated.sources if unread else ():
        path = _shown(source)
        if path in unread:
            unread.remove(path)
            if source.entry.kind is EntryKind.FOLDER:
                unlisted.add(path)
    return unlisted, unread


def _as_it_is(index: int, source: SourceEntry, as_before: IsAsBefore | None) -> Scanned:
    components, path = source.entry.components, _shown(source)
    found = look_at(components, source.path)
    if found is None:
        return SourceProblem(path, Code.UNSUPPORTED)
    if isinstance(found, SourceProblem):
        return found
    is_same = found.entry.kind is source.entry.kind
    if is_same and as_before is not None:
        is_same = as_before(index, source, found.stamp)
    if not is_same:
        return SourceProblem(path, Code.SOURCE_CHANGED)
    return found


def _shown(source: SourceEntry) -> str:
    return "/".join(source.entry.components)


def _split(path: str) -> tuple[str, str]:
    parent, _, name = path.rpartition("/")
    return parent, name
