"""Counting what is to be sent: the walk over it, spooled and told in batches, and its digest."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from byhand.domain.manifest import ENTRY_LIMIT, ManifestDigest
from byhand.domain.plan import SpoolDigest
from byhand.errors import ByhandError, OfferTooLargeError
from byhand.service.sought import Find
from byhand.storage.manifest_block import SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.scan import SourceProblem
from byhand.storage.source import SourceEntry
from byhand.storage.spool_writer import SpoolWriter

BATCH_SECONDS = 0.2
BATCH_ENTRIES = 2_000


class Counted(Struct, frozen=True):
    """Some of what a scan found lies in the spool; `count` tells a late word of an earlier one."""

    count: int
    sources: Spool[SourceEntry]
    problems: tuple[SourceProblem, ...]


class AllCounted(Struct, frozen=True):
    """All is counted and on the disk: the digest of the manifest, and of the spool."""

    count: int
    digest: bytes
    manifest: SpoolDigest


class NotCounted(Struct, frozen=True):
    """What was to be sent is not there."""

    count: int
    error: ByhandError


class ToCount(Struct, frozen=True):
    """A count: its number, what finds everything, and where the entries are spooled."""

    count: int
    find: Find
    spool: Path


def count_all(
    task: ToCount, stop: threading.Event, tell: Callable[[Counted | AllCounted], None]
) -> None:
    """Walk over paths on a worker's thread and tell what is there.

    Raises SourceMissingError, OfferTooLargeError, StorageError; then, and when it is stopped,
    nothing is left of the spool.
    """
    writer = SpoolWriter.create(task.spool, SOURCES)
    try:
        digest = _walk(task, stop, writer, tell)
        if not stop.is_set():
            tell(AllCounted(task.count, digest, writer.finish()))
            return
    except BaseException:
        writer.discard()
        raise
    writer.discard()


def open_counted(
    spool: Path,
    counted: AllCounted,
    stop: threading.Event,
    tell: Callable[[Counted | AllCounted], None],
) -> None:
    """Tell of what was counted before as if that had been now, on a worker's thread.

    Raises StorageError.
    """
    sources = Spool.open(spool, SOURCES, counted.manifest)
    if stop.is_set():
        sources.close()
        return
    tell(Counted(counted.count, sources, ()))
    tell(counted)


def _walk(
    task: ToCount,
    stop: threading.Event,
    writer: SpoolWriter[SourceEntry],
    tell: Callable[[Counted], None],
) -> bytes:
    """Spool everything, tell of each batch, and return the digest."""
    digest = ManifestDigest()
    sources: list[SourceEntry] = []
    problems: list[SourceProblem] = []
    told_at = time.monotonic()

    def hand_on() -> None:
        writer.append(sources)
        digest.update(source.entry for source in sources)
        tell(Counted(task.count, writer.rows, tuple(problems)))
        sources.clear()
        problems.clear()

    for found in task.find(stop.is_set):
        if isinstance(found, SourceProblem):
            problems.append(found)
        else:
            sources.append(found)
        if len(writer.rows) + len(sources) > ENTRY_LIMIT:
            raise OfferTooLargeError
        if len(sources) >= BATCH_ENTRIES or time.monotonic() - told_at > BATCH_SECONDS:
            hand_on()
            told_at = time.monotonic()
    hand_on()
    return digest.digest()
