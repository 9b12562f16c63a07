"""A disk that records the order of writing, flushing, recording and naming, and checks it."""

import os
import stat
from collections.abc import Callable

from byhand.domain.journal import JournalBatch
from byhand.storage.disk import SYSTEM_DISK
from tests.helpers.faulty_disk import Inode, disk_of, inode_of


class RecordingDisk:
    """Makes a `Disk` that knows which files and folders would not survive a power loss now.

    `calls` are the names of all calls made, and "commit" for each of the journal.
    `on_rename` is called before each rename with the descriptors of both folders.
    """

    def __init__(
        self, on_rename: Callable[["RecordingDisk", str, int, int], None] = lambda *_: None
    ) -> None:
        self.unflushed: set[Inode] = set()
        self.calls: list[str] = []
        self._on_rename = on_rename
        self._before_flush: set[Inode] = set()
        self.disk = disk_of(self._wrapped)

    def committed(self, batches: tuple[JournalBatch, ...]) -> None:
        """Check a commit: what it makes durable has been flushed since the flush began."""
        self.calls.append("commit")
        for batch in batches:
            if batch.makes_durable:
                assert not self._before_flush & self.unflushed
            if batch.begins_flush:
                self._before_flush = set(self.unflushed)

    def _wrapped(self, name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(SYSTEM_DISK, name)
        note: Callable[..., None] = getattr(self, f"_note_{name}", self._note_nothing)

        def call(*args: object, **kwargs: object) -> object:
            self.calls.append(name)
            if name == "rename":
                self._before_rename(*args)
            if name == "rmdir":
                self._before_rmdir(*args, **kwargs)
            result = real(*args, **kwargs)
            note(*args, **kwargs)
            return result

        return call

    def _before_rename(self, *args: object) -> None:
        source, _, source_folder, target_folder = args
        assert isinstance(source, str)
        assert isinstance(source_folder, int)
        assert isinstance(target_folder, int)
        self._on_rename(self, source, source_folder, target_folder)

    def _before_rmdir(self, path: object, dir_fd: object = None) -> None:
        # Its inode may be that of another file or folder next.
        assert isinstance(path, str)
        assert isinstance(dir_fd, int)
        self.unflushed.discard(inode_of(path, dir_fd))

    def _note_nothing(self, *_args: object, **_kwargs: object) -> None:
        """Reading and closing leave nothing to flush."""

    def _note_open(self, _path: str, flags: int, _mode: int = 0, dir_fd: int | None = None) -> None:
        if flags & os.O_CREAT and dir_fd is not None:
            self.unflushed.add(inode_of(dir_fd))

    def _note_mkdir(self, path: str, _mode: int, dir_fd: int | None = None) -> None:
        if dir_fd is not None:
            self.unflushed |= {inode_of(dir_fd), inode_of(path, dir_fd)}

    def _note_write(self, fd: int, *_args: object) -> None:
        self.unflushed.add(inode_of(fd))

    _note_write_at = _note_allocate = _note_truncate = _note_write

    def _note_chmod(
        self, file: int | str, *_args: object, dir_fd: int | None = None, **_kwargs: object
    ) -> None:
        self.unflushed.add(inode_of(file, dir_fd))

    _note_utime = _note_chmod

    def _note_unlink(self, _path: str, dir_fd: int) -> None:
        self.unflushed.add(inode_of(dir_fd))

    _note_rmdir = _note_unlink

    def _note_rename(self, _source: str, _target: str, from_folder: int, to_folder: int) -> None:
        self.unflushed |= {inode_of(from_folder), inode_of(to_folder)}

    def _note_sync(self, fd: int) -> None:
        self.unflushed.discard(inode_of(fd))

    _note_sync_data = _note_sync

    def _note_sync_file_system(self, _fd: int) -> None:
        self.unflushed.clear()


def inodes_below(name: str, folder: int) -> set[Inode]:
    """Return device and inode of a file or folder and of everything in it."""
    found = {inode_of(name, folder)}
    if stat.S_ISDIR(os.stat(name, dir_fd=folder).st_mode):
        for _, folders, files, fd in os.fwalk(name, dir_fd=folder):
            found |= {inode_of(inner, fd) for inner in [*folders, *files]}
    return found
