"""Counting what is to be sent: the walk over it, told in batches, and the digest at its end."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from byhand.domain.columns import Columns, columns_of
from byhand.domain.manifest import ENTRY_LIMIT, manifest_digest
from byhand.domain.pieces import Packs
from byhand.errors import ByhandError, OfferTooLargeError
from byhand.storage.source import SourceEntry, SourceProblem, scan

BATCH_SECONDS = 0.2
BATCH_ENTRIES = 2_000


@dataclass(frozen=True, slots=True)
class Counted:
    """Some of what a scan found; `count` tells a late word of an earlier one."""

    count: int
    sources: tuple[SourceEntry, ...]
    problems: tuple[SourceProblem, ...]


@dataclass(frozen=True, slots=True)
class AllCounted:
    """All is counted: the digest of the manifest, its columns and packs."""

    count: int
    digest: bytes
    columns: Columns
    packs: Packs


@dataclass(frozen=True, slots=True)
class NotCounted:
    """What was to be sent is not there."""

    count: int
    error: ByhandError


Counting = Counted | AllCounted | NotCounted


def count_all(
    number: int, paths: Sequence[str], stop: threading.Event, tell: Callable[[Counting], None]
) -> None:
    """Walk over paths on a worker's thread and tell what is there.

    Raises SourceMissingError, OfferTooLargeError.
    """
    everything: list[SourceEntry] = []
    sources: list[SourceEntry] = []
    problems: list[SourceProblem] = []
    told_at = time.monotonic()
    for found in scan(paths, stop.is_set):
        if isinstance(found, SourceProblem):
            problems.append(found)
        else:
            sources.append(found)
        if len(everything) + len(sources) > ENTRY_LIMIT:
            raise OfferTooLargeError
        if len(sources) >= BATCH_ENTRIES or time.monotonic() - told_at > BATCH_SECONDS:
            tell(Counted(number, tuple(sources), tuple(problems)))
            everything += sources
            sources, problems, told_at = [], [], time.monotonic()
    if stop.is_set():
        return
    tell(Counted(number, tuple(sources), tuple(problems)))
    everything += sources
    entries = [source.entry for source in everything]
    columns = columns_of(entries)
    tell(AllCounted(number, manifest_digest(entries), columns, Packs(columns)))
