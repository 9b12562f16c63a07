"""What dropped files and folders hold: the walk over them, one folder's names at a time."""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.manifest import SIZE_LIMIT, TEXT_BYTES_LIMIT, Entry, EntryKind
from byhand.domain.names import DEPTH_LIMIT, PATH_BYTES, DistinctNames, cleaned_component
from byhand.errors import SourceMissingError
from byhand.storage.source import SourceEntry, stamp_of

_BLOCK_BYTES = 512
_EXECUTE = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


class SourceProblem(Struct, frozen=True):
    """Something that is not offered: its path inside the offer and why."""

    path: str
    code: Code


Scanned = SourceEntry | SourceProblem


def scan(
    paths: Sequence[str], is_cancelled: Callable[[], bool], *, follows_links: bool = False
) -> Iterator[Scanned]:
    """Yield what the given files and folders hold, folders before their content, sorted.

    A link given itself is followed; links inside folders if `follows_links`, else they are
    problems, as special files are, and links to a folder above. Ends early once cancelled.
    Raises SourceMissingError before the first entry if a given path is not there.
    """
    for name, path in tops_of(paths):
        yield from Walk(is_cancelled, follows_links).all_of(name, path)


def tops_of(paths: Sequence[str]) -> list[tuple[str, str]]:
    """Return the name that each file or folder given travels under, and where it is.

    Raises SourceMissingError if one is not there.
    """
    given = dict.fromkeys(map(os.path.abspath, paths))
    tops = [(cleaned_component(os.path.basename(path)), _resolved(path)) for path in given]
    names = DistinctNames()
    return [(names.add(name), path) for name, path in tops]


def scan_text(path: str) -> Scanned:
    """Return what a file of ours holds as a text; a problem if that is none, or over 1 MiB."""
    components = (cleaned_component(os.path.basename(path)),)
    found = look_at(components, path)
    if isinstance(found, SourceProblem):
        return found
    if found is None or found.entry.kind is not EntryKind.FILE:
        return SourceProblem(components[0], Code.UNSUPPORTED)
    if found.entry.size > TEXT_BYTES_LIMIT:
        return SourceProblem(components[0], Code.LIMIT)
    try:
        Path(path).read_text("utf-8")
    except OSError as exc:
        return SourceProblem(components[0], _code_of(exc))
    except UnicodeDecodeError:
        return SourceProblem(components[0], Code.UNSUPPORTED)
    entry = replace(found.entry, kind=EntryKind.TEXT, is_executable=False)
    return SourceEntry(entry, path, found.stamp)


@dataclass(slots=True)
class _Folder:
    """A folder on the way down: its names that are still to be looked at."""

    components: tuple[str, ...]
    prefix: str
    path_bytes: int
    identity: tuple[int, int]
    names: Iterator[tuple[str, str]]


class Walk:
    """One way down a tree; holds the names of the folders above and nothing else."""

    def __init__(self, is_cancelled: Callable[[], bool], follows_links: bool) -> None:
        self._is_cancelled = is_cancelled
        self._follows_links = follows_links
        self._above: list[_Folder] = []

    def all_of(self, name: str, path: str) -> Iterator[Scanned]:
        """Yield a file, or a folder and what it holds."""
        self._above = [_Folder((), "", -1, (-1, -1), iter([(path, name)]))]
        yield from self._rest()

    def below(self, above: Sequence[SourceEntry], names: Sequence[str] | None) -> Iterator[Scanned]:
        """Yield what the last of some folders, each in the one before, holds, or of it some names.

        They are not yielded themselves.
        """
        root = _Folder((), "", -1, (-1, -1), iter(()))
        self._above = [root, *(_on_the_way(folder) for folder in above)]
        if names is not None:
            self._above[-1].names = iter([(name, name) for name in names])
        else:
            problem = self._enter(self._above[-2], above[-1])
            if problem is not None:
                yield problem
                return
        yield from self._rest()

    def _rest(self) -> Iterator[Scanned]:
        while self._above:
            folder = self._above[-1]
            for local, travelling in folder.names:
                if self._is_cancelled():
                    return
                found = self._child(folder, local, travelling)
                yield found
                if isinstance(found, SourceEntry) and found.entry.kind is EntryKind.FOLDER:
                    problem = self._enter(folder, found)
                    if problem is None:
                        break
                    yield problem
            else:
                self._above.pop()

    def _child(self, folder: _Folder, local: str, travelling: str) -> Scanned:
        components = (*folder.components, travelling)
        path_bytes = folder.path_bytes + 1 + _byte_count(travelling)
        if len(components) > DEPTH_LIMIT or path_bytes > PATH_BYTES:
            return SourceProblem("/".join(components), Code.PATH_TOO_LONG)
        path = folder.prefix + local
        return look_at(components, path) or self._linked(components, path)

    def _enter(self, above: _Folder, found: SourceEntry) -> SourceProblem | None:
        """Let what is in a folder be looked at next."""
        components = found.entry.components
        try:
            names = os.listdir(found.path)
        except OSError as exc:
            return SourceProblem("/".join(components), _code_of(exc))
        self._above.append(
            _Folder(
                components,
                os.path.join(found.path, ""),
                above.path_bytes + 1 + _byte_count(components[-1]),
                (found.stamp.dev, found.stamp.inode),
                _travelling(names),
            )
        )
        return None

    def _linked(self, components: tuple[str, ...], path: str) -> Scanned:
        """Return what a link leads to, under the link's name, if links are followed."""
        shown = "/".join(components)
        if not self._follows_links:
            return SourceProblem(shown, Code.UNSUPPORTED)
        # A link's own path is of no use: files are opened without following.
        found = look_at(components, os.path.realpath(path))
        if found is None:
            return SourceProblem(shown, Code.UNSUPPORTED)
        if isinstance(found, SourceEntry) and found.entry.kind is EntryKind.FOLDER:
            identity = (found.stamp.dev, found.stamp.inode)
            if any(folder.identity == identity for folder in self._above):
                return SourceProblem(shown, Code.UNSUPPORTED)
        return found


def _on_the_way(folder: SourceEntry) -> _Folder:
    """Return a folder of which nothing more is to be looked at."""
    components, stamp = folder.entry.components, folder.stamp
    path_bytes = sum(map(_byte_count, components)) + len(components) - 1
    prefix = os.path.join(folder.path, "")
    return _Folder(components, prefix, path_bytes, (stamp.dev, stamp.inode), iter(()))


def _resolved(path: str) -> str:
    try:
        resolved = os.path.realpath(path)
    except ValueError as exc:  # a NUL in it
        raise SourceMissingError(Path(path)) from exc
    if not os.path.lexists(resolved):
        raise SourceMissingError(Path(path))
    return resolved


def look_at(components: tuple[str, ...], path: str) -> Scanned | None:
    """Return what lies at a path; None for a link."""
    try:
        status = os.lstat(path)
    except OSError as exc:
        return SourceProblem("/".join(components), _code_of(exc))
    mode = status.st_mode
    stamp = stamp_of(status)
    if stat.S_ISREG(mode):
        size = status.st_size
        if size > SIZE_LIMIT:
            return SourceProblem("/".join(components), Code.LIMIT)
        allocated = min(size, getattr(status, "st_blocks", size) * _BLOCK_BYTES)
        entry = Entry(
            *(components, EntryKind.FILE, size, allocated, stamp.mtime_ns, bool(mode & _EXECUTE))
        )
        return SourceEntry(entry, path, stamp)
    if stat.S_ISDIR(mode):
        folder = Entry(components, EntryKind.FOLDER, mtime_ns=stamp.mtime_ns)
        return SourceEntry(folder, path, stamp)
    if stat.S_ISLNK(mode):
        return None
    return SourceProblem("/".join(components), Code.UNSUPPORTED)


def _travelling(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the names of one folder, sorted, each with the one it travels under."""
    names.sort()
    # Names that may travel as they are are the same objects: a million take no room twice.
    cleaned = list(map(cleaned_component, names))
    if cleaned == names:
        return zip(names, names, strict=True)
    distinct = DistinctNames()
    # Names that may travel as they are keep their form; only the cleaned ones give way.
    unchanged_first = sorted(
        zip(names, cleaned, strict=True), key=lambda pair: (pair[0] != pair[1], pair[0])
    )
    return iter(sorted((local, distinct.add(name)) for local, name in unchanged_first))


def _byte_count(name: str) -> int:
    return len(name) if name.isascii() else len(name.encode())


def _code_of(error: OSError) -> Code:
    if error.errno == errno.ENOENT:
        return Code.SOURCE_GONE
    if error.errno == errno.ENAMETOOLONG:
        return Code.PATH_TOO_LONG
    return Code.SOURCE_UNREADABLE
