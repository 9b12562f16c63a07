"""The disk as Windows has it: what `os` takes relative to an open folder, by paths below it.

Names cannot be flushed here: of a folder there is nothing to flush.
"""

import errno
import os
import stat
from collections.abc import Callable

from byhand.storage.disk_calls import EXFAT, FAT, Buffer, Disk, Room
from byhand.storage.windows_calls import (
    ATTRIBUTE_FOLDER,
    ATTRIBUTE_REPARSE_POINT,
    CREATE_ALWAYS,
    CREATE_NEW,
    GENERIC_READ,
    GENERIC_WRITE,
    OPEN_ALWAYS,
    OPEN_ANY_KIND,
    OPEN_EXISTING,
    OPEN_ITSELF,
    READ_ATTRIBUTES,
    SHARE_ALL,
    SHARE_READ_WRITE,
    WRITE_ATTRIBUTES,
    WindowsCalls,
)
from byhand.storage.windows_places import HELD, HELD_OR_DENIED, Places

ZONE_STREAM = ":Zone.Identifier"
ZONE = b"[ZoneTransfer]\r\nZoneId=3\r\n"
"""The mark of the web: zone 3 is the internet. As Chromium writes it."""
_EPOCH = 116_444_736_000_000_000
"""1970 in Windows' time: 100 ns since 1601."""
_WORD = 2**64 - 1
_LACKING = frozenset({errno.ENOTSUP, errno.EINVAL})
_FILE_SYSTEMS = {"FAT": FAT, "FAT32": FAT, "exFAT": EXFAT}
_ACCESS = {
    os.O_RDONLY: GENERIC_READ,
    os.O_WRONLY: GENERIC_WRITE | READ_ATTRIBUTES,
    os.O_RDWR: GENERIC_READ | GENERIC_WRITE,
}


class WindowsDisk:
    """What `Disk` asks for, made of Win32 calls; `sleep` takes seconds."""

    def __init__(self, calls: WindowsCalls, sleep: Callable[[float], None]) -> None:
        self._calls = calls
        self._places = Places(calls, sleep)

    # Opening

    def open(self, name: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if dir_fd is None:
            return os.open(name, flags | getattr(os, "O_NOINHERIT", 0), mode)
        disposition = OPEN_EXISTING
        if flags & os.O_CREAT:
            disposition = CREATE_NEW if flags & os.O_EXCL else OPEN_ALWAYS
        access = _ACCESS[flags & (os.O_RDONLY | os.O_WRONLY | os.O_RDWR)]
        handle = self._places.opened(
            self._places.path(name, dir_fd), access, SHARE_ALL, disposition
        )
        return self._calls.descriptor(handle, flags)

    def open_folder(self, name: str, *, dir_fd: int | None = None) -> int:
        if dir_fd is None:
            # Links above it were resolved by the caller; how its path is spelt is its own affair.
            handle = self._places.created(name, GENERIC_READ, SHARE_READ_WRITE, OPEN_EXISTING)
            self._places.refuse_links(handle, name)
        else:
            path = self._places.path(name, dir_fd)
            handle = self._places.opened(path, GENERIC_READ, SHARE_READ_WRITE, OPEN_EXISTING)
        if self._calls.attributes(handle) & ATTRIBUTE_FOLDER:
            return self._calls.descriptor(handle, os.O_RDONLY)
        self._calls.close_handle(handle)
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), name)

    # Names

    def mkdir(self, name: str, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        if dir_fd is None:
            os.mkdir(name, mode)
        else:
            self._calls.make_folder(self._places.path(name, dir_fd))

    def rmdir(self, name: str, *, dir_fd: int) -> None:
        path = self._places.path(name, dir_fd)
        self._places.patiently(lambda: self._calls.remove_folder(path), HELD_OR_DENIED)

    def unlink(self, name: str, *, dir_fd: int | None = None) -> None:
        if dir_fd is None:
            os.unlink(name)
            return
        path = self._places.path(name, dir_fd)
        self._places.patiently(lambda: self._calls.remove_file(path), HELD_OR_DENIED)

    def remove_tree(self, name: str, *, dir_fd: int) -> None:
        path = self._places.path(name, dir_fd)
        self._places.patiently(lambda: self._calls.remove_tree(path), HELD_OR_DENIED)

    def rename(self, source: str, target: str, source_folder: int, target_folder: int) -> None:
        before, after = (
            self._places.path(source, source_folder),
            self._places.path(target, target_folder),
        )
        self._places.patiently(lambda: self._calls.move(before, after), HELD_OR_DENIED)

    # Content

    def read_at(self, fd: int, views: list[memoryview], offset: int) -> int:
        (view,) = views
        return self._calls.read(self._calls.handle(fd), view, offset)

    def write_at(self, fd: int, content: Buffer, offset: int) -> int:
        return self._calls.write(self._calls.handle(fd), content, offset)

    def allocate(self, fd: int, size: int) -> None:
        handle = self._calls.handle(fd)
        _unless_lacking(lambda: self._calls.make_sparse(handle))
        _unless_lacking(lambda: self._calls.reserve(handle, size))
        self._calls.set_end(handle, size)

    def truncate(self, fd: int, size: int) -> None:
        handle = self._calls.handle(fd)
        if os.fstat(fd).st_size < size:
            _unless_lacking(lambda: self._calls.make_sparse(handle))
        self._calls.set_end(handle, size)

    def sync(self, fd: int) -> None:
        handle = self._calls.handle(fd)
        if self._calls.attributes(handle) & ATTRIBUTE_FOLDER:
            return
        try:
            self._calls.flush(handle)
        except PermissionError:
            # It was opened for reading.
            with self._places.held(self._places.path_of(fd), GENERIC_WRITE) as writable:
                self._calls.flush(writable)

    def sync_below(self, fd: int) -> None:
        """Flush every file below a folder: nobody but an administrator may flush a disk."""
        self._sync_folder(self._places.path_of(fd))

    def _sync_folder(self, path: str) -> None:
        for name in self._calls.names(path):
            place = f"{path}\\{name}"
            with self._places.held(place, GENERIC_WRITE) as handle:
                is_folder = self._calls.attributes(handle) & ATTRIBUTE_FOLDER
                if not is_folder:
                    self._calls.flush(handle)
            if is_folder:
                self._sync_folder(place)

    # Marks and dates

    def utime(
        self,
        file: int | str,
        *,
        ns: tuple[int, int],
        dir_fd: int | None = None,
        follow_symlinks: bool = False,
    ) -> None:
        accessed, modified = (_EPOCH + each // 100 for each in ns)
        if isinstance(file, int):
            self._calls.set_times(self._calls.handle(file), accessed, modified)
            return
        assert dir_fd is not None
        assert not follow_symlinks
        with self._places.held(
            self._places.path(file, dir_fd), WRITE_ATTRIBUTES | READ_ATTRIBUTES
        ) as handle:
            self._calls.set_times(handle, accessed, modified)

    def mark(self, name: str, folder: int) -> None:
        """Write the mark of the web; a file system without streams cannot keep one."""
        path = self._places.path(name, folder)
        _unless_lacking(lambda: self._write_zone(path + ZONE_STREAM))

    def _write_zone(self, path: str) -> None:
        handle = self._places.created(path, GENERIC_WRITE, SHARE_ALL, CREATE_ALWAYS)
        try:
            self._calls.write(handle, ZONE, 0)
        finally:
            self._calls.close_handle(handle)

    # What only looks

    def stat(
        self, name: str, *, dir_fd: int | None = None, follow_symlinks: bool = True
    ) -> os.stat_result:
        path = name if dir_fd is None else self._places.path(name, dir_fd)
        flags = OPEN_ANY_KIND if follow_symlinks else OPEN_ANY_KIND | OPEN_ITSELF
        handle = self._places.patiently(
            lambda: self._calls.create_file(path, READ_ATTRIBUTES, SHARE_ALL, OPEN_EXISTING, flags),
            HELD,
        )
        fd = self._calls.descriptor(handle, os.O_RDONLY)
        try:
            return self.status(fd)
        finally:
            os.close(fd)

    def status(self, fd: int) -> os.stat_result:
        found = os.fstat(fd)
        is_link = self._calls.attributes(self._calls.handle(fd)) & ATTRIBUTE_REPARSE_POINT
        return _as_ours(found, stat.S_IFLNK if is_link else stat.S_IFMT(found.st_mode))

    def names(self, fd: int) -> list[str]:
        return self._calls.names(self._places.path_of(fd))

    def room(self, place: str | int) -> Room:
        return Room(
            *self._calls.room(place if isinstance(place, str) else self._places.path_of(place))
        )

    def file_system(self, fd: int) -> int:
        return _FILE_SYSTEMS.get(self._calls.file_system(self._calls.handle(fd)), 0)


def windows_disk(calls: WindowsCalls, sleep: Callable[[float], None]) -> Disk:
    """Return the calls for receiving; modes, owners and holes are nothing that it can tell."""
    disk = WindowsDisk(calls, sleep)
    return Disk(
        open=disk.open,
        open_folder=disk.open_folder,
        close=os.close,
        mkdir=disk.mkdir,
        rmdir=disk.rmdir,
        remove_tree=disk.remove_tree,
        write=os.write,
        write_at=disk.write_at,
        allocate=disk.allocate,
        truncate=disk.truncate,
        clone=lambda _source, _target: False,
        chmod=lambda *_args, **_kwargs: None,
        utime=disk.utime,
        unlink=disk.unlink,
        sync=disk.sync,
        sync_data=disk.sync,
        sync_file_system=disk.sync_below,
        rename=disk.rename,
        replace=os.replace,
        mark=disk.mark,
        stat=disk.stat,
        status=disk.status,
        names=disk.names,
        duplicate=os.dup,
        read_at=disk.read_at,
        is_hole=lambda _fd, _offset, _length: False,
        is_own=lambda _status: True,
        room=disk.room,
        file_system=disk.file_system,
    )


def _unless_lacking(call: Callable[[], None]) -> None:
    try:
        call()
    except OSError as exc:
        if exc.errno not in _LACKING:
            raise


def _as_ours(found: os.stat_result, kind: int) -> os.stat_result:
    """Return a status with a mode for us alone, and a file's number of 128 bits in 64."""
    inode = found.st_ino & _WORD ^ found.st_ino >> 64
    times = {name: getattr(found, name) for name in ("st_atime_ns", "st_mtime_ns", "st_ctime_ns")}
    mode = kind | stat.S_IMODE(found.st_mode) & 0o700
    return os.stat_result((mode, inode, *found[2:10]), times)
