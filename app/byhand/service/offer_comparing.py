"""What would change in a folder that is here already, if an offer were saved beside it."""

import logging
import os
from collections.abc import Callable, Generator, Sequence

from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.transfer import Compared, Transfer
from byhand.errors import ByhandError
from byhand.service.finding_here import DATE_GRAIN_NS
from byhand.service.stepping import run_in_steps
from byhand.service.worker import Worker
from byhand.storage.base_folder import open_base
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.existing_files import ExistingFiles, LocalFile
from byhand.storage.saved_names import saved_names

logger = logging.getLogger(__name__)


async def compare(
    entries: Sequence[Entry], transfer: Transfer, disk: Worker, is_wanted: Callable[[], bool]
) -> Compared | None:
    """Compare an offer with a folder of its name where it would be saved; None if there is none.

    Ends early, with None, once it is not wanted any more.
    """
    found: list[Compared] = []

    def take(some: Sequence[Compared | None]) -> None:
        found.extend(each for each in some if each is not None)

    async def goes_on() -> bool:
        return is_wanted()

    try:
        await run_in_steps(disk, _comparing(entries, transfer), take, goes_on)
    except ByhandError as exc:
        logger.info("an offer is not compared with what is here: %s", exc)
    return found[0] if found else None


def _comparing(
    entries: Sequence[Entry], transfer: Transfer
) -> Generator[Compared | None, None, None]:
    """Yield None for each file, and what came of it at last; StorageError."""
    base = open_base(transfer.folder, SYSTEM_DISK, makes=False)
    try:
        paths = saved_names(entries, base.fd)
        existing = ExistingFiles(base.path, base.fd, paths.__getitem__, SYSTEM_DISK)
        try:
            if _is_any_folder_there(entries, existing, is_one_folder=transfer.is_folder):
                yield from _counted(entries, existing)
        finally:
            existing.close()
    finally:
        os.close(base.fd)


def _is_any_folder_there(
    entries: Sequence[Entry], existing: ExistingFiles, *, is_one_folder: bool
) -> bool:
    if is_one_folder:
        return existing.folder(0) is not None
    return any(
        existing.folder(index)
        for index, entry in enumerate(entries)
        if len(entry.components) == 1 and entry.kind is EntryKind.FOLDER
    )


def _counted(
    entries: Sequence[Entry], existing: ExistingFiles
) -> Generator[Compared | None, None, None]:
    new = changed = identical = 0
    for index, entry in enumerate(entries):
        if entry.kind is EntryKind.FOLDER:
            continue
        file = existing.file(index)
        if file is None:
            new += 1
        elif _is_same(entry, file):
            identical += 1
        else:
            changed += 1
        yield None
    yield Compared(new, changed, identical)


def _is_same(entry: Entry, file: LocalFile) -> bool:
    """Say whether a file seems to be the one offered: what it holds is not read for this."""
    is_dated_so = abs(file.stamp.mtime_ns - entry.mtime_ns) < DATE_GRAIN_NS
    return file.stamp.size == entry.size and is_dated_so
