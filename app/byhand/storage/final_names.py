"""Which final names a transfer gives: each is recorded before it is given, and given once."""

import contextlib
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from byhand.domain.names import numbered, replaced
from byhand.domain.plan import Entered
from byhand.errors import StorageError
from byhand.storage.disk import Disk
from byhand.storage.promise_log import NUMBER_LIMIT, Promise, PromiseLog, identity_at
from byhand.storage.staging_folder import StagingFolder

_FILE = "names"
NUMBERS_KNOWN = 100
"""A name with a higher number is not recognised as such."""


class Top(Struct, frozen=True, gc=False):
    """An entry at the top, and its local name, under which it lies in the tree."""

    index: int
    name: str


class FinalNames:
    """Gives what lies in the tree of a staging folder its names in the base folder.

    One thread; everything raises OSError or StorageError.
    """

    def __init__(
        self, folder: StagingFolder, disk: Disk, places: Mapping[str, Entered] | None = None
    ) -> None:
        """Read what an earlier run, or try, recorded.

        `places` are names that some files shall have again, by their local ones: what is there
        and recorded gives way, as `name (replaced DATE)`, and nothing else does.
        """
        self._folder = folder
        self._disk = disk
        self._places = places or {}
        self._log = PromiseLog(_FILE, folder.top, disk)

    @property
    def are_any(self) -> bool:
        """Say whether any name was recorded."""
        return bool(self._log.promises)

    def is_promised(self, top: Top) -> bool:
        """Say whether a name was recorded for an entry, given or not."""
        return top.index in self._log.promises

    def is_given(self, top: Top) -> bool:
        """Say whether an entry got its final name before: it has left the tree."""
        is_promised = self.is_promised(top)
        if not is_promised or identity_at(top.name, self._folder.tree, self._disk) is not None:
            return False
        return identity_at(self.name_of(top), self._folder.base.fd, self._disk) is not None

    def give(self, tops: Sequence[Top]) -> None:
        """Give entries their names, unless they have them.

        What exists is never replaced: then it is `name (1)`. Each name is recorded, and the
        record flushed, before it is given.
        """
        pending = [top for top in tops if not self.is_given(top)]
        for top in pending:
            self._set_aside(top)
        while pending:
            self._log.add({top.index: self._free(top) for top in pending})
            pending = [top for top in pending if not self._give(top)]

    def name_of(self, top: Top) -> str:
        """Return the name that was recorded for an entry."""
        number = self._log.promises[top.index].number
        return numbered(top.name, number) if number else top.name

    def _free(self, top: Top) -> Promise:
        """Return a name that is free now, from the one promised last."""
        here = identity_at(top.name, self._folder.tree, self._disk)
        if here is None:
            raise StorageError(Path(self._folder.base.path), "what was received is gone")
        before = self._log.promises.get(top.index)
        for number in range(before.number if before else self._number_of(top), NUMBER_LIMIT):
            name = numbered(top.name, number) if number else top.name
            taken = identity_at(name, self._folder.base.fd, self._disk)
            # The same file under both names: killed between link and unlink.
            if taken is None or taken == here:
                return Promise(number, here)
        raise StorageError(Path(self._folder.base.path), "no name is free")

    def _number_of(self, top: Top) -> int:
        """Return the number under which an entry shall be saved, if its name is free."""
        place = self._places.get(top.name)
        numbers = range(1, NUMBERS_KNOWN)
        is_meant = (n for n in numbers if place and numbered(top.name, n) == place.name)
        return next(is_meant, 0)

    def _set_aside(self, top: Top) -> None:
        """Let the file give way that was saved as this entry before, if it is still there."""
        place, base = self._places.get(top.name), self._folder.base.fd
        if place is None:
            return
        found = identity_at(place.name, base, self._disk)
        # The device may be another after a restart.
        is_it = found is not None and found[1] == place.inode
        if not is_it or found == identity_at(top.name, self._folder.tree, self._disk):
            return
        day = date.fromtimestamp(time.time())  # noqa: DTZ012  # as people see it
        aside = replaced(place.name, day)
        for number in range(NUMBER_LIMIT):
            name = numbered(aside, number) if number else aside
            with contextlib.suppress(FileExistsError):
                self._disk.rename(place.name, name, base, base)
                return

    def _give(self, top: Top) -> bool:
        """Rename an entry to the name promised; False if that has been taken since."""
        name, folder = self.name_of(top), self._folder
        if identity_at(name, folder.base.fd, self._disk) == self._log.promises[top.index].identity:
            self._disk.unlink(top.name, dir_fd=folder.tree)
            return True
        try:
            self._disk.rename(top.name, name, folder.tree, folder.base.fd)
        except FileExistsError:
            return False
        return True
