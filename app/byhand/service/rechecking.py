"""Whether what was handed over is still on our disk as it was: every byte read again."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from blake3 import blake3
from msgspec import Struct

from byhand.domain.local_paths import Components
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.names import numbered
from byhand.domain.outcomes import NO_ROOT, ROOT_BYTES
from byhand.domain.pieces import file_root, piece_count, piece_length, piece_size
from byhand.domain.plan import IncomingPlan, StoredTransfer
from byhand.domain.ranges import RangeSet
from byhand.domain.root_chunks import RootChunks
from byhand.errors import SourceChangedError, SourceMissingError, StorageError
from byhand.storage.base_folder import open_base
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.manifest_block import ENTRIES, SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.saved_names import saved_names
from byhand.storage.source import FileStamp, SourceFile, present_stamp

PATHS_TOLD = 100
NAMES_TRIED = 100


class Rechecked(Struct, frozen=True):
    """How many files are as they were, and the paths, as offered, of some that are not.

    `damaged`: ranges [start, count, …] of all entries that are missing or changed.
    """

    right: int
    missing: int
    changed: int
    missing_paths: tuple[str, ...]
    changed_paths: tuple[str, ...]
    damaged: tuple[int, ...] = ()


class HandedFile(Struct, frozen=True, gc=False):
    """A file that was handed over: where it should lie, and its root then.

    `stamp` is what a file that was sent looked like when it was offered.
    """

    entry: int
    path: str
    local_path: str
    size: int
    root: bytes
    stamp: FileStamp | None = None


def handed_files(stored: StoredTransfer, spool: Path, roots: RootChunks) -> Iterator[HandedFile]:
    """Yield the files of a transfer that arrived, on a worker's thread; raises StorageError."""
    plan = stored.plan
    assert plan.manifest is not None
    known = _known_roots(plan.manifest.entries, roots)
    if isinstance(plan, IncomingPlan):
        entries = Spool.open(spool, ENTRIES, plan.manifest)
        try:
            local = _received_paths(entries, stored.transfer.saved_paths)
            yield from _handed(entries, ((path, None) for path in local), known)
        finally:
            entries.close()
        return
    sources = Spool.open(spool, SOURCES, plan.manifest)
    try:
        places = ((source.path, source.stamp) for source in sources)
        yield from _handed((source.entry for source in sources), places, known)
    finally:
        sources.close()


def recheck(
    files: Iterable[HandedFile],
    is_stopped: Callable[[], bool],
    read: Callable[[int], object] = int,
) -> Rechecked | None:
    """Read every file again and compare it with its root; None once `is_stopped`.

    `read` is told how many bytes each piece has that was read. Raises StorageError for the
    manifest.
    """
    right = 0
    missing: list[str] = []
    changed: list[str] = []
    missing_count = changed_count = 0
    damaged = RangeSet()
    for file in files:
        root = _root_of(file, is_stopped, read)
        if is_stopped():
            return None
        if root == file.root:
            right += 1
            continue
        damaged.add(file.entry, file.entry + 1)
        if root is None:
            missing_count += 1
            missing += [file.path] if len(missing) < PATHS_TOLD else []
        else:
            changed_count += 1
            changed += [file.path] if len(changed) < PATHS_TOLD else []
    return Rechecked(
        *(right, missing_count, changed_count, tuple(missing), tuple(changed)),
        tuple(damaged.encode()),
    )


def _handed(
    entries: Iterable[Entry],
    places: Iterable[tuple[str | None, FileStamp | None]],
    roots: bytes,
) -> Iterator[HandedFile]:
    for index, (entry, (path, stamp)) in enumerate(zip(entries, places, strict=True)):
        root = roots[index * ROOT_BYTES : (index + 1) * ROOT_BYTES]
        if entry.kind is not EntryKind.FOLDER and root != NO_ROOT:
            yield HandedFile(index, "/".join(entry.components), path or "", entry.size, root, stamp)


def _received_paths(entries: Sequence[Entry], saved: Sequence[str]) -> Iterator[str | None]:
    """Yield where each entry was saved; None for one of which nothing was, or is to be seen."""
    tops: dict[str, str | None] = {}
    waiting = list(saved)
    for components in _names_beside(saved, entries):
        top = components[0]
        if top not in tops:
            is_next = bool(waiting) and _may_be(os.path.basename(waiting[0]), top)
            tops[top] = waiting.pop(0) if is_next else None
        base = tops[top]
        yield None if base is None else os.path.join(base, *components[1:])


def _names_beside(saved: Sequence[str], entries: Sequence[Entry]) -> Sequence[Components]:
    """Return how entries are named where something was saved; as they are if it is gone."""
    try:
        base = open_base(os.path.dirname(saved[0]) if saved else "", SYSTEM_DISK, makes=False)
    except StorageError:
        return [entry.components for entry in entries]
    try:
        return saved_names(entries, base.fd)
    finally:
        os.close(base.fd)


def _may_be(saved: str, top: str) -> bool:
    numbers = range(1, NAMES_TRIED)
    return saved == top or any(saved == numbered(top, number) for number in numbers)


def _known_roots(count: int, chunks: RootChunks) -> bytes:
    known = bytearray(ROOT_BYTES * count)
    for first, roots in chunks:
        known[first * ROOT_BYTES : first * ROOT_BYTES + len(roots)] = roots
    return bytes(known)


def root_of(
    path: str,
    stamp: FileStamp,
    is_stopped: Callable[[], bool],
    read: Callable[[int], object] = int,
) -> bytes | None:
    """Return the root of a file, read on a worker's thread.

    None if it is not there, empty if it has not this stamp, or not to the end; some other root
    once `is_stopped`.
    """
    try:
        file = SourceFile.open(path, stamp)
        try:
            root = file_root(stamp.size, _hashes(file, stamp.size, is_stopped, read))
            file.check_unchanged()
            return root
        finally:
            file.close()
    except SourceChangedError:
        return b""
    except SourceMissingError:
        return None


def _root_of(
    file: HandedFile, is_stopped: Callable[[], bool], read: Callable[[int], object]
) -> bytes | None:
    """Return the root of a file; None if it is not there, empty for one that is another."""
    stamp = present_stamp(file.local_path)
    if stamp is None or stamp.size != file.size:
        return None if stamp is None else b""
    return root_of(file.local_path, stamp, is_stopped, read)


def _hashes(
    file: SourceFile, size: int, is_stopped: Callable[[], bool], read: Callable[[int], object]
) -> Iterator[bytes]:
    buffer = memoryview(bytearray(min(size, piece_size(size))))
    for piece in range(piece_count(size)):
        if is_stopped():
            return
        content = buffer[: piece_length(size, piece)]
        file.read_into(piece * piece_size(size), content)
        read(len(content))
        yield blake3(content).digest()
