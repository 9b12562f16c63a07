"""A disk that loses its power: what was not flushed is there, in part, or not at all."""

import os
import random
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar

from msgspec.structs import replace

from byhand.storage.disk import SYSTEM_DISK, Buffer
from tests.helpers.faulty_disk import Inode, Killed, inode_of

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


@dataclass
class _Content:
    """What of a file is safe, and what was done to it since."""

    safe: bytes = b""
    since: list[Callable[[bytearray], None]] = field(default_factory=list)


@dataclass
class _Name:
    """A change of names that is not flushed, and how it is undone."""

    folder: Inode
    undo: Callable[[], None]


class LossyDisk:
    """Makes a `Disk` below one folder. `lose` is the moment in which the power fails.

    Written parts of a file that is not flushed are lost or kept one by one, whatever their order;
    so are names in a folder that is not flushed. Inodes stay what they are. Before the n-th call
    of the thread that made it, the process is killed.
    """

    def __init__(self, attic: Path) -> None:
        """`attic` is an empty folder on the same disk, where unlinked files wait."""
        self.left = 10**9
        self._attic = attic
        self._files: dict[Inode, _Content] = {}
        self._names: list[_Name] = []
        self._thread = threading.get_ident()
        self._lock = threading.RLock()
        self.disk = replace(
            SYSTEM_DISK,
            open=self._counted(self._open),
            open_folder=self._counted(SYSTEM_DISK.open_folder),
            mkdir=self._counted(self._mkdir),
            write=self._counted(self._write),
            write_at=self._counted(self._write_at),
            allocate=self._counted(self._truncate),
            truncate=self._counted(self._truncate),
            unlink=self._counted(self._unlink),
            sync=self._counted(self._sync),
            sync_data=self._counted(self._sync),
            sync_file_system=self._counted(self._sync_file_system),
            rename=self._counted(self._rename),
        )

    def lose(self, chance: random.Random) -> None:
        """Let the power fail; all files must be closed."""
        lost_names, lost_writes = chance.choice([0.0, 0.3, 1.0]), chance.choice([0.3, 1.0])
        with self._lock:
            for name in reversed(self._names):
                if chance.random() < lost_names:
                    name.undo()
            self._names.clear()
            for inode, path in self._paths().items():
                content = self._files.get(inode, _Content())
                if not content.since:
                    continue
                kept = bytearray(content.safe)
                changes = [each for each in content.since if chance.random() >= lost_writes]
                chance.shuffle(changes)
                # That a file has its length already is what makes lost writes hard to see.
                if chance.random() < 0.7:
                    changes.insert(0, _resize(path.stat().st_size))
                for change in changes:
                    change(kept)
                path.write_bytes(kept)
                self._files[inode] = _Content(bytes(kept))

    def _paths(self) -> dict[Inode, Path]:
        below = self._attic.parent.rglob("*")
        return {inode_of(str(path)): path for path in below if path.is_file()}

    def _counted(self, call: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
        def counted(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result:
            if threading.get_ident() == self._thread:
                self.left -= 1
                if self.left <= 0:
                    raise Killed
            with self._lock:
                return call(*args, **kwargs)

        return counted

    def _open(self, path: str, flags: int, mode: int = 0o777, dir_fd: int | None = None) -> int:
        is_new = flags & os.O_CREAT and not _exists(path, dir_fd)
        fd = SYSTEM_DISK.open(path, flags, mode, dir_fd=dir_fd)
        if is_new and dir_fd is not None:
            self._files[inode_of(fd)] = _Content()
            self._named(dir_fd, lambda place: place.unlink(missing_ok=True), path)
        return fd

    def _mkdir(self, path: str, mode: int, dir_fd: int | None = None) -> None:
        SYSTEM_DISK.mkdir(path, mode, dir_fd=dir_fd)
        if dir_fd is not None:
            self._named(dir_fd, lambda place: shutil.rmtree(place, ignore_errors=True), path)

    def _write(self, fd: int, data: Buffer) -> int:
        offset = os.lseek(fd, 0, os.SEEK_CUR)
        written = SYSTEM_DISK.write(fd, data)
        self._changed(fd, _patch(offset, bytes(data)[:written]))
        return written

    def _write_at(self, fd: int, data: Buffer, offset: int) -> int:
        written = SYSTEM_DISK.write_at(fd, data, offset)
        self._changed(fd, _patch(offset, bytes(data)[:written]))
        return written

    def _truncate(self, fd: int, size: int) -> None:
        SYSTEM_DISK.truncate(fd, size)
        self._changed(fd, _resize(size))

    def _unlink(self, path: str, dir_fd: int) -> None:
        grave = self._attic / f"{len(self._names)}-{random.getrandbits(64)}"
        folder = _path_of(dir_fd)
        SYSTEM_DISK.rename(path, grave.name, dir_fd, fd := os.open(self._attic, os.O_RDONLY))
        os.close(fd)

        def undo() -> None:
            if folder.is_dir() and not os.path.lexists(folder / path):
                grave.rename(folder / path)

        self._names.append(_Name(inode_of(dir_fd), undo))

    def _rename(self, source: str, target: str, from_fd: int, to_fd: int) -> None:
        SYSTEM_DISK.rename(source, target, from_fd, to_fd)
        before, after = _path_of(from_fd) / source, _path_of(to_fd) / target

        def undo() -> None:
            if before.parent.is_dir() and os.path.lexists(after) and not os.path.lexists(before):
                after.rename(before)

        self._names.append(_Name(inode_of(to_fd), undo))

    def _sync(self, fd: int) -> None:
        inode = inode_of(fd)
        self._names = [name for name in self._names if name.folder != inode]
        self._make_safe(inode)

    def _sync_file_system(self, fd: int) -> None:
        assert inode_of(fd)
        self._names.clear()
        for inode in self._files:
            self._make_safe(inode)

    def _named(self, folder: int, undo: Callable[[Path], None], name: str) -> None:
        place = _path_of(folder) / name
        self._names.append(_Name(inode_of(folder), lambda: undo(place)))

    def _changed(self, fd: int, change: Callable[[bytearray], None]) -> None:
        self._files.setdefault(inode_of(fd), _Content()).since.append(change)

    def _make_safe(self, inode: Inode) -> None:
        content = self._files.get(inode)
        if content is not None and content.since:
            whole = bytearray(content.safe)
            for change in content.since:
                change(whole)
            self._files[inode] = _Content(bytes(whole))


def _patch(offset: int, data: bytes) -> Callable[[bytearray], None]:
    def change(content: bytearray) -> None:
        content.extend(bytes(max(0, offset + len(data) - len(content))))
        content[offset : offset + len(data)] = data

    return change


def _resize(size: int) -> Callable[[bytearray], None]:
    def change(content: bytearray) -> None:
        content.extend(bytes(max(0, size - len(content))))
        del content[size:]

    return change


def _path_of(folder: int) -> Path:
    return Path(os.readlink(f"/proc/self/fd/{folder}"))


def _exists(path: str, folder: int | None) -> bool:
    try:
        os.stat(path, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True
