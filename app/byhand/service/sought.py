"""What an offer of ours is made of: everything given, a text, or some of an earlier transfer."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.plan import OutgoingPlan
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.domain.transfer import Direction
from byhand.errors import SourceMissingError
from byhand.service.earlier import Earlier, find_earlier
from byhand.service.surroundings import Surroundings
from byhand.storage.manifest_block import SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.scan import Scanned, scan, scan_text
from byhand.storage.scan_again import IsAsBefore, Repeated, scan_again
from byhand.storage.text_file import keep_text

IsCancelled = Callable[[], bool]
Find = Callable[[IsCancelled], Iterator[Scanned]]
"""Walks over what is sent, on a worker's thread; raises SourceMissingError, StorageError."""


async def sought(plan: OutgoingPlan, friend_id: FriendId, around: Surroundings) -> Find:
    """Return what finds everything that a plan is about.

    Raises StorageError, and SourceMissingError if a friend asks again for what is forgotten.
    """
    paths = [os.fsdecode(path) for path in plan.paths]
    if plan.text:
        return lambda _: _text(paths[0], plan.text)
    if plan.retry_of is not None:
        earlier = await find_earlier(plan.retry_of, friend_id, Direction.OUTGOING, around)
        if earlier is not None:
            return _Again(earlier, paths, plan).find
        if plan.again:
            raise SourceMissingError(Path(paths[0]))
    return lambda is_cancelled: scan(paths, is_cancelled, follows_links=plan.options.follows_links)


def _text(path: str, text: str) -> Iterator[Scanned]:
    keep_text(Path(path), text)
    yield scan_text(path)


class _Again(Struct, frozen=True):
    """What failed of an earlier transfer; or, unchanged, what the friend has lost of it."""

    earlier: Earlier
    paths: Sequence[str]
    plan: OutgoingPlan

    def find(self, is_cancelled: IsCancelled) -> Iterator[Scanned]:
        sources = Spool.open(self.earlier.spool, SOURCES, self.earlier.manifest)
        try:
            repeated = Repeated(
                self.paths,
                sources,
                self._wanted(),
                () if self.plan.again else self._problems(),
                as_before=self._as_before(is_cancelled) if self.plan.again else None,
            )
            follows_links = self.plan.options.follows_links
            yield from scan_again(repeated, is_cancelled, follows_links=follows_links)
        finally:
            sources.close()

    def _wanted(self) -> RangeSet:
        if not self.plan.again:
            return self.earlier.unfinished
        asked = decode_ranges(self.plan.again, self.earlier.manifest.entries)
        return self.earlier.arrived_of(asked)

    def _as_before(self, is_cancelled: IsCancelled) -> IsAsBefore:
        is_same = self.earlier.is_as_handed_over
        return lambda index, source, now: is_same(index, source, now, is_cancelled)

    def _problems(self) -> tuple[str, ...]:
        return tuple(problem.path for problem in self.earlier.stored.transfer.problems)
