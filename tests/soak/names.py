"""Random names by the hundred thousand, and offers as big as may be: refused, or below the root.

packaging/dev soak names [EXAMPLES]
"""

import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from byhand.domain.local_names import System
from byhand.domain.manifest import (
    ENTRY_LIMIT,
    MANIFEST_BYTES_LIMIT,
    Entry,
    EntryKind,
    ManifestDigest,
    totals_of,
)
from byhand.domain.transfer import TransferState
from byhand.protocol.codec import batches
from byhand.protocol.messages import Entries, EntriesEnd, EntryRow
from tests.helpers.odd_names import PATHS, assert_lies_below, is_refused, tree_of
from tests.helpers.scripted_friend import ScriptedFriend, Spoken, fresh_id, offer
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party, party

EXAMPLES = 100_000
PATIENCE_SECONDS = 600.0
LONG_NAME = "x" * 240
PATH_OVERHEAD = 22 + 1
"""What a path of one name takes of a manifest, beside the name."""


def main(examples: int = EXAMPLES) -> None:
    """Run all of it; whatever is not as it must be comes out as it is."""
    random_components(examples)
    asyncio.run(big_offers())


def random_components(examples: int) -> None:
    """Judge and place random lists of components (N20)."""
    ends: Counter[str] = Counter()

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(PATHS, st.sampled_from(System), st.booleans())
    def each(paths: list[tuple[str, ...]], system: System, folds_case: bool) -> None:
        entries = tree_of(paths)
        if is_refused(entries):
            ends["refused"] += 1
            return
        assert_lies_below(entries, system, folds_case)
        ends[f"below the root, {system}"] += 1

    started = time.monotonic()
    each()
    print(f"{examples:9,} lists in {time.monotonic() - started:5.0f} s: {dict(ends)}", flush=True)


async def big_offers() -> None:
    """Offer what is as big as may be, and what is bigger, to a real service (N17)."""
    long_names = MANIFEST_BYTES_LIMIT // (len(LONG_NAME) + 7 + PATH_OVERHEAD)
    cases = {
        "a million files of no size": (small_files(ENTRY_LIMIT), True),
        "one more than a million": (small_files(ENTRY_LIMIT + 1), False),
        "256 MiB of names and one more": (long_files(long_names + 1), False),
        "ten thousand empty folders": (empty_folders(10_000), True),
    }
    for what, (entries, is_fine) in cases.items():
        with tempfile.TemporaryDirectory() as folder:
            started = time.monotonic()
            async with party(Path(folder, "profile"), Path(folder, "in")) as alice:
                was_fine = await is_taken(alice, list(entries))
                if snapshot(alice.folder):
                    sys.exit(f"{what}: something was written before it was accepted")
        if was_fine is not is_fine:
            sys.exit(f"{what}: {'taken' if was_fine else 'refused'}")
        seconds = time.monotonic() - started
        print(f"{what}: {'taken' if was_fine else 'refused'} in {seconds:.0f} s", flush=True)


def small_files(count: int) -> Iterator[Entry]:
    yield Entry(("top",), EntryKind.FOLDER)
    for number in range(count - 1):
        yield Entry(("top", f"{number}"), EntryKind.FILE)


def long_files(count: int) -> Iterator[Entry]:
    return (Entry((f"{LONG_NAME}{number:07}",), EntryKind.FILE) for number in range(count))


def empty_folders(count: int) -> Iterator[Entry]:
    return (Entry((f"{number}",), EntryKind.FOLDER) for number in range(count))


async def is_taken(alice: Party, entries: Sequence[Entry]) -> bool:
    """Say whether an offer of these entries can be answered; else it was hung up on."""
    mallory = await ScriptedFriend.of(alice)
    transfer_id = fresh_id()
    async with mallory.calls() as spoken:
        listening = asyncio.create_task(until_gone(spoken))
        await spoken.say(offer(transfer_id))
        first = 0
        rows = (
            EntryRow(e.components, e.kind, e.size, e.allocated, e.mtime_ns, False) for e in entries
        )
        for batch in batches(rows):
            if listening.done():
                break
            message = Entries(transfer_id=transfer_id, first_index=first, entries=batch)
            await spoken.say_anyway(message)
            first += len(batch)
        await spoken.say_anyway(
            Entries(transfer_id=transfer_id, first_index=min(first, ENTRY_LIMIT), end=end(entries))
        )
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not listening.done():
                transfer = alice.transfers().get(transfer_id)
                if transfer is not None and (transfer.is_counted or transfer.is_final):
                    break
                await asyncio.sleep(0.1)
        listening.cancel()
    transfer = alice.transfers()[transfer_id]
    return transfer.is_counted and transfer.state is TransferState.OFFERED


def end(entries: Sequence[Entry]) -> EntriesEnd:
    digest, totals = ManifestDigest(), totals_of(entries)
    digest.update(entries)
    return EntriesEnd(
        min(totals.files, ENTRY_LIMIT), totals.bytes, totals.allocated, digest.digest()
    )


async def until_gone(spoken: Spoken) -> None:
    while True:
        try:
            if await spoken.hear() is None:
                return
        except TimeoutError:
            continue


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
