"""Folders that were there before: what is received is placed in them, file by file."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from byhand.domain.names import numbered
from byhand.domain.plan import Entered
from byhand.domain.ranges import RangeSet
from byhand.errors import StorageError
from byhand.storage.base_folder import identity_of
from byhand.storage.disk import Disk
from byhand.storage.final_names import Top
from byhand.storage.folder_tree import Components, FolderTree, open_own_folder
from byhand.storage.promise_log import NUMBER_LIMIT, Promise, PromiseLog, identity_at
from byhand.storage.replaced_folder import ReplacedFolder
from byhand.storage.staging_folder import StagingFolder
from byhand.storage.unflushed import FEW_FILES

_FILE = "placed"
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)
PROMISED_AT_ONCE = 16_384
"""So many files are recorded together: all of a million would take half a gigabyte."""


class EnteredFolders:
    """What lies there is replaced, and kept beside it, or never touched; no link is followed.

    What is about to be placed is recorded before, so that after any stop each file is placed
    once. One thread; everything raises OSError or StorageError.
    """

    def __init__(
        self, folder: StagingFolder, entered: Iterable[Entered], disk: Disk, *, replaces: bool
    ) -> None:
        self._folder = folder
        self._disk = disk
        self._replaces = replaces
        self._of = {each.top: each for each in entered}
        self._log = PromiseLog(_FILE, folder.top, disk)
        self._changes = 0

    def __bool__(self) -> bool:
        return bool(self._of)

    def __contains__(self, top: str) -> bool:
        return top in self._of

    def name_of(self, top: str) -> str:
        """Return the name of the folder that a top is saved into."""
        return self._of[top].name

    def placed(self, paths: Sequence[Components]) -> RangeSet:
        """Return the entries that were placed: they were about to be, and are here no more.

        `paths` are the local ones of all entries.
        """
        with _opened_tree(self._folder.tree, self._disk) as staged:
            return RangeSet(
                (index, index + 1)
                for index in self._log.promises
                if index < len(paths)
                and _identity_in(staged, paths[index], self._disk) is None
                and identity_at(str(index), self._folder.parts, self._disk) is None
            )

    def may_enter(self, top: str) -> bool:
        """Say whether the folder is the one that was recorded, and everything has a place in it."""
        with contextlib.ExitStack() as opened:
            try:
                target = self._opened(top, opened)
            except (OSError, StorageError) as exc:
                if _says_nothing(exc):
                    raise
                return False
            staged = opened.enter_context(_opened_tree(self._folder.tree, self._disk)).find((top,))
            return self._replaces or staged is None or not self._is_in_the_way(staged, target)

    def promise(self, files: Iterable[tuple[int, Components]]) -> None:
        """Record files that lie in the tree; before any of them is placed."""
        rest = iter(files)
        with _opened_tree(self._folder.tree, self._disk) as tree:
            while some := list(islice(rest, PROMISED_AT_ONCE)):
                self._log.add({index: _promise(tree, path, self._disk) for index, path in some})

    def place(self, top: Top) -> None:
        """Place everything of a top that lies in the tree; its files there were promised."""
        with contextlib.ExitStack() as opened:
            target = self._opened(top.name, opened)
            tree = opened.enter_context(_opened_tree(self._folder.tree, self._disk))
            staged = tree.find((top.name,))
            if staged is None:
                return
            replaced = ReplacedFolder(
                self._folder, top, self.name_of(top.name), self._log, self._disk
            )
            opened.callback(replaced.close)
            self._merge(self._disk.duplicate(staged), target, (), replaced)
            self._flush(replaced)

    def _opened(self, top: str, opened: contextlib.ExitStack) -> int:
        """Open the folder, if it is still the one that was recorded."""
        entered = self._of[top]
        fd = open_own_folder(entered.name, self._folder.base.fd, self._disk)
        opened.callback(os.close, fd)
        # The device may be another after a restart; that it is the base folder's was looked at.
        if identity_of(self._disk.status(fd))[1] != entered.inode:
            raise StorageError(Path(entered.name), "it is not the same folder any more")
        return fd

    def _merge(self, staged: int, target: int, path: Components, replaced: ReplacedFolder) -> None:
        """Move what a folder of the tree holds into one that is there; closes the first."""
        before = self._changes
        try:
            for name in sorted(self._disk.names(staged)):
                if _is_folder(name, staged, self._disk):
                    self._merge_folder(name, staged, target, (*path, name), replaced)
                else:
                    self._place_file(name, staged, target, (*path, name), replaced)
        finally:
            os.close(staged)
        if self._changes > before and self._changes <= FEW_FILES:
            self._disk.sync(target)

    def _merge_folder(
        self, name: str, staged: int, target: int, path: Components, replaced: ReplacedFolder
    ) -> None:
        while True:
            try:
                there = open_own_folder(name, target, self._disk)
            except FileNotFoundError:
                if self._moved(name, name, staged, target):
                    return
                continue
            except (OSError, StorageError) as exc:
                if _says_nothing(exc):
                    raise
                replaced.keep(name, target, path)
                continue
            try:
                inner = open_own_folder(name, staged, self._disk)
                self._merge(inner, there, path, replaced)
            finally:
                os.close(there)
            return

    def _place_file(
        self, name: str, staged: int, target: int, path: Components, replaced: ReplacedFolder
    ) -> None:
        for number in range(NUMBER_LIMIT):
            final = numbered(name, number) if number else name
            taken = identity_at(final, target, self._disk)
            if taken is not None and taken == identity_at(name, staged, self._disk):
                # The same file under both names: killed between link and unlink.
                self._disk.unlink(name, dir_fd=staged)
                return
            if taken is not None and self._replaces:
                replaced.keep(final, target, path)
            if self._moved(name, final, staged, target):
                return
        raise StorageError(Path(*path), "no name is free")

    def _moved(self, name: str, final: str, staged: int, target: int) -> bool:
        """Give a name, unless it is taken; say whether it was free."""
        try:
            self._disk.rename(name, final, staged, target)
        except FileExistsError:
            return False
        self._changes += 1
        return True

    def _is_in_the_way(self, staged: int, target: int) -> bool:
        """Say whether something that is no folder has the name of a folder that is to be placed."""
        for name in self._disk.names(staged):
            if not _is_folder(name, staged, self._disk):
                continue
            with contextlib.ExitStack() as opened:
                try:
                    there = open_own_folder(name, target, self._disk)
                    opened.callback(os.close, there)
                except FileNotFoundError:
                    continue
                except (OSError, StorageError):
                    return True
                inner = open_own_folder(name, staged, self._disk)
                opened.callback(os.close, inner)
                if self._is_in_the_way(inner, there):
                    return True
        return False

    def _flush(self, replaced: ReplacedFolder) -> None:
        if self._changes > FEW_FILES:
            self._disk.sync_file_system(self._folder.tree)
        else:
            replaced.flush()


@contextlib.contextmanager
def _opened_tree(root: int, disk: Disk) -> Iterator[FolderTree]:
    """Open folders as they are now: others may have been moved since they were opened last."""
    tree = FolderTree(root, disk)
    try:
        yield tree
    finally:
        tree.close()


def _promise(tree: FolderTree, path: Components, disk: Disk) -> Promise:
    identity = _identity_in(tree, path, disk)
    if identity is None:
        raise StorageError(Path(*path), "what was received is gone")
    return Promise(0, identity)


def _identity_in(tree: FolderTree, path: Components, disk: Disk) -> tuple[int, int] | None:
    folder = tree.find(path[:-1])
    return identity_at(path[-1], folder, disk) if folder is not None else None


def _is_folder(name: str, folder: int, disk: Disk) -> bool:
    return stat.S_ISDIR(disk.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)


def _says_nothing(error: Exception) -> bool:
    """Say whether a folder that did not open may well be the one that was meant."""
    return isinstance(error, OSError) and error.errno not in _NO_FOLDER
