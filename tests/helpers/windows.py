"""Windows' calls over a real folder, with the rules by which Windows differs."""

import os
import shutil
from pathlib import Path

from byhand.storage import windows_calls as win
from byhand.storage.disk_calls import Buffer, Disk
from byhand.storage.windows_calls import windows_error
from byhand.storage.windows_disk import ZONE_STREAM, windows_disk

PREFIX = "\\\\?\\"
IN_USE, DENIED, EXISTS, NOT_FOUND, INVALID_NAME = 32, 5, 183, 2, 123
_DISPOSITIONS = {
    win.CREATE_NEW: os.O_CREAT | os.O_EXCL,
    win.CREATE_ALWAYS: os.O_CREAT | os.O_TRUNC,
    win.OPEN_EXISTING: 0,
    win.OPEN_ALWAYS: os.O_CREAT,
}
_NUMBERS = {FileNotFoundError: 2, FileExistsError: 183, NotADirectoryError: 3}


class FakeWindows:
    """Handles are descriptors, and paths real ones with the other slash.

    `held` are paths that somebody else has open, and for how many more tries; `lies` are what
    final paths are told wrongly. A folder that is open, or in which anything is, is not moved.
    `streams` are what lies beside files, None where the file system has no streams.
    """

    def __init__(self) -> None:
        self.held: dict[Path, int] = {}
        self.lies: dict[Path, Path] = {}
        self.streams: dict[Path, bytes] | None = {}
        self.sparse: set[int] = set()
        self.reserved: dict[int, int] = {}
        self.paths: list[str] = []
        self.flushed: list[str] = []
        self.slept: list[float] = []
        self.times: dict[str, tuple[int, int]] = {}
        self.error_of: dict[str, int] = {}
        self._stream_of: dict[int, Path] = {}
        self._may_write: set[int] = set()

    def disk(self) -> Disk:
        return windows_disk(self, self.slept.append)

    def create_file(
        self, path: str, access: int, sharing: int, disposition: int, flags: int
    ) -> int:
        self.paths.append(path)
        if path.endswith(ZONE_STREAM):
            return self._stream(self._place(path.removesuffix(ZONE_STREAM)))
        place = self._place(path)
        self._fail("create_file")
        if access & (win.GENERIC_READ | win.GENERIC_WRITE | win.WRITE_ATTRIBUTES):
            self._meet_holder(place)
        way = os.O_RDWR if access & win.GENERIC_WRITE else os.O_RDONLY
        kind = os.O_PATH if flags & win.OPEN_ITSELF and place.is_symlink() else 0
        if place.is_dir():
            assert flags & win.OPEN_ANY_KIND
            way = os.O_RDONLY
        try:
            no_follow = os.O_NOFOLLOW if flags & win.OPEN_ITSELF else 0
            fd = os.open(place, way | kind | no_follow | _DISPOSITIONS[disposition], 0o600)
        except OSError as exc:
            raise windows_error(_NUMBERS[type(exc)], path) from exc
        self._may_write.discard(fd)
        if access & win.GENERIC_WRITE:
            self._may_write.add(fd)
        return fd

    def close_handle(self, handle: int) -> None:
        self._stream_of.pop(handle, None)
        os.close(handle)

    def descriptor(self, handle: int, flags: int) -> int:
        return handle

    def handle(self, fd: int) -> int:
        return fd

    def final_path(self, handle: int) -> str:
        place = Path(os.readlink(f"/proc/self/fd/{handle}"))
        return PREFIX + str(self.lies.get(place, place)).replace("/", "\\")

    def attributes(self, handle: int) -> int:
        place = Path(os.readlink(f"/proc/self/fd/{handle}"))
        if place.is_symlink():
            return win.ATTRIBUTE_REPARSE_POINT
        return win.ATTRIBUTE_FOLDER if place.is_dir() else 0x80

    def file_system(self, handle: int) -> str:
        return "NTFS" if self.streams is not None else "FAT32"

    def move(self, source: str, target: str) -> None:
        before, after = self._place(source), self._place(target)
        self._meet_holder(before)
        if os.path.lexists(after):
            raise windows_error(EXISTS, target)
        self._refuse_open_folder(before)
        before.rename(after)
        for place in [each for each in self.streams or () if each.is_relative_to(before)]:
            assert self.streams is not None
            self.streams[after / place.relative_to(before)] = self.streams.pop(place)

    def make_folder(self, path: str) -> None:
        self.paths.append(path)
        try:
            self._place(path).mkdir()
        except OSError as exc:
            raise windows_error(_NUMBERS[type(exc)], path) from exc

    def remove_folder(self, path: str) -> None:
        self._refuse_open_folder(self._place(path))
        self._place(path).rmdir()

    def remove_file(self, path: str) -> None:
        self._meet_holder(self._place(path))
        try:
            self._place(path).unlink()
        except OSError as exc:
            raise windows_error(_NUMBERS[type(exc)], path) from exc

    def remove_tree(self, path: str) -> None:
        self._refuse_open_folder(self._place(path))
        shutil.rmtree(self._place(path))

    def names(self, path: str) -> list[str]:
        return os.listdir(self._place(path))

    def read(self, handle: int, view: memoryview, offset: int) -> int:
        return os.preadv(handle, [view], offset)

    def write(self, handle: int, content: Buffer, offset: int) -> int:
        self._fail("write")
        if handle in self._stream_of:
            assert self.streams is not None
            self.streams[self._stream_of[handle]] = bytes(content)
            return len(content)
        return os.pwrite(handle, content, offset)

    def flush(self, handle: int) -> None:
        if handle not in self._may_write:
            raise windows_error(DENIED)
        assert not os.path.isdir(f"/proc/self/fd/{handle}")
        self.flushed.append(os.path.basename(os.readlink(f"/proc/self/fd/{handle}")))

    def make_sparse(self, handle: int) -> None:
        self._fail("make_sparse")
        self.sparse.add(handle)

    def reserve(self, handle: int, size: int) -> None:
        self._fail("reserve")
        self.reserved[handle] = size

    def set_end(self, handle: int, size: int) -> None:
        self._fail("set_end")
        os.ftruncate(handle, size)

    def set_times(self, handle: int, accessed: int, modified: int) -> None:
        place = os.readlink(f"/proc/self/fd/{handle}")
        self.times[os.path.basename(place)] = (accessed, modified)

    def room(self, path: str) -> tuple[int, int]:
        found = os.statvfs(self._place(path))
        return found.f_blocks * found.f_frsize, found.f_bavail * found.f_frsize

    def _place(self, path: str) -> Path:
        return Path(path.removeprefix(PREFIX).replace("\\", "/"))

    def _stream(self, file: Path) -> int:
        self._meet_holder(file)
        if self.streams is None:
            raise windows_error(INVALID_NAME)
        self._fail("stream")
        fd = os.open(os.devnull, os.O_WRONLY)
        self._stream_of[fd] = file
        return fd

    def _fail(self, call: str) -> None:
        if call in self.error_of:
            raise windows_error(self.error_of[call])

    def _meet_holder(self, place: Path) -> None:
        if self.held.get(place, 0) > 0:
            self.held[place] -= 1
            raise windows_error(IN_USE, str(place))

    def _refuse_open_folder(self, place: Path) -> None:
        if not place.is_dir():
            return
        for fd in os.listdir("/proc/self/fd"):
            try:
                opened = Path(os.readlink(f"/proc/self/fd/{fd}"))
            except FileNotFoundError:
                continue  # the one by which they were listed
            if opened.is_relative_to(place):
                raise windows_error(DENIED, str(place))
