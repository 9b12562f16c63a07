import errno
import importlib
import logging
import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from byhand.engine.confined_thread import run_in_thread
from byhand.errors import StorageError
from byhand.storage.landlock import WRITING, Calls, confine, interpreter_places
from byhand.storage.log_file import FILE_BYTES, LogFile
from tests.helpers.needs import needs_landlock
from tests.helpers.trees import open_descriptors, snapshot


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside/file").write_bytes(b"received")
    return tmp_path / "inside"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    (tmp_path / "outside/folder").mkdir(parents=True)
    (tmp_path / "outside/file").write_bytes(b"the user's")
    return tmp_path / "outside"


def confined(folder: Path, work: Callable[[], object]) -> object:
    """Do work in a thread that is confined to a folder."""

    def run() -> object:
        fd = os.open(folder, os.O_RDONLY)
        try:
            assert confine([fd])
        finally:
            os.close(fd)
        return work()

    return run_in_thread(run, "confined")


# With the kernel that there is

REFUSED: dict[str, Callable[[Path], object]] = {
    "creating": lambda at: (at / "new").write_bytes(b"x"),
    "writing": lambda at: os.open(at / "file", os.O_WRONLY),
    "appending": lambda at: os.open(at / "file", os.O_WRONLY | os.O_APPEND),
    "truncating": lambda at: os.truncate(at / "file", 0),
    "renaming": lambda at: (at / "file").rename(at / "other"),
    "unlinking": lambda at: (at / "file").unlink(),
    "making a folder": lambda at: (at / "new").mkdir(),
    "removing a folder": lambda at: (at / "folder").rmdir(),
    "making a link": lambda at: (at / "link").symlink_to("file"),
    "making a pipe": lambda at: os.mkfifo(at / "pipe"),
    "reading": lambda at: (at / "file").read_bytes(),
    "listing": os.listdir,
    "executing": lambda _: subprocess.run(["/bin/true"], check=True),
}


@needs_landlock()
@pytest.mark.parametrize("what", REFUSED)
def test_outside_its_folder_a_confined_thread_is_refused(
    inside: Path, outside: Path, what: str
) -> None:
    before = snapshot(outside)
    with pytest.raises(PermissionError) as refused:
        confined(inside, lambda: REFUSED[what](outside))
    assert refused.value.errno == errno.EACCES
    assert snapshot(outside) == before


@needs_landlock()
@pytest.mark.parametrize(
    ("move", "name"), [(os.replace, "new"), (os.replace, "file"), (os.link, "new")]
)
def test_nothing_leaves_the_folder_or_gets_into_it(
    inside: Path, outside: Path, move: Callable[[Path, Path], None], name: str
) -> None:
    before = snapshot(inside), snapshot(outside)
    for source, target in ((inside, outside), (outside, inside)):
        with pytest.raises(OSError, match=r"denied|cross-device"):
            confined(inside, lambda: move(source / "file", target / name))  # noqa: B023
    assert (snapshot(inside), snapshot(outside)) == before


@needs_landlock()
def test_inside_its_folder_a_confined_thread_does_what_a_lane_has_to_do(inside: Path) -> None:
    def work() -> None:
        (inside / "a/b").mkdir(parents=True)
        (inside / "a/b/new").write_bytes(b"new")
        os.truncate(inside / "a/b/new", 2)
        (inside / "a/b/gone").write_bytes(b"x")
        (inside / "a/b/gone").unlink()
        (inside / "a/b/new").rename(inside / "a/b/renamed")
        assert os.listdir(inside / "a") == ["b"]

    confined(inside, work)
    assert snapshot(inside / "a/b") == {"renamed": b"ne"}


@needs_landlock()
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: os.symlink("/", path)])
def test_not_even_inside_it_makes_what_no_lane_has_to_make(
    inside: Path, make: Callable[[Path], None]
) -> None:
    with pytest.raises(PermissionError):
        confined(inside, lambda: make(inside / "odd"))
    assert snapshot(inside) == {"file": b"received"}


@needs_landlock()
def test_a_folder_that_is_open_is_no_way_around(inside: Path, outside: Path) -> None:
    fd = os.open(outside, os.O_RDONLY)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with pytest.raises(PermissionError):
        confined(inside, lambda: os.open("new", flags, dir_fd=fd))
    os.close(fd)


@needs_landlock()
def test_a_file_that_is_open_goes_on_working(inside: Path, outside: Path) -> None:
    with (outside / "file").open("r+b", buffering=0) as file:

        def work() -> None:
            assert file.read(3) == b"the"
            os.pwrite(file.fileno(), b"THE", 0)
            os.ftruncate(file.fileno(), 3)

        confined(inside, work)
    assert (outside / "file").read_bytes() == b"THE"


@needs_landlock()
def test_other_threads_are_not_confined(inside: Path, outside: Path) -> None:
    is_confined, is_over = threading.Event(), threading.Event()

    def before() -> None:
        assert is_confined.wait(20)
        (outside / "by one that was there").write_bytes(b"x")
        is_over.set()

    def work() -> bool:
        is_confined.set()
        return is_over.wait(20)

    other = threading.Thread(target=before)
    other.start()
    assert confined(inside, work)
    other.join()
    run_in_thread(lambda: (outside / "by a later one").write_bytes(b"x"), "later")
    (outside / "by ours").write_bytes(b"x")
    assert len(snapshot(outside)) == 5


@needs_landlock()
def test_a_thread_that_a_confined_one_starts_is_confined(inside: Path, outside: Path) -> None:
    def work() -> object:
        return run_in_thread(lambda: (outside / "new").write_bytes(b"x"), "inner")

    with pytest.raises(PermissionError):
        confined(inside, work)


@needs_landlock()
def test_what_is_imported_late_is_found(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    importlib.invalidate_caches()
    assert confined(inside, lambda: importlib.import_module("colorsys").rgb_to_hsv(0, 0, 0))


def test_the_current_folder_is_none_that_imports_need(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for place in map(Path, interpreter_places()):
        assert place.is_absolute()
        assert not tmp_path.is_relative_to(place)


@needs_landlock(version=4)
def test_a_confined_thread_connects_to_nobody(inside: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as sock:
        with pytest.raises(PermissionError):
            confined(inside, lambda: sock.connect(server.getsockname()))
        with pytest.raises(PermissionError):
            confined(inside, lambda: sock.bind(("127.0.0.1", 0)))


@needs_landlock()
def test_what_it_logs_is_written_and_the_log_goes_on_into_its_next_file(
    inside: Path, tmp_path: Path
) -> None:
    (tmp_path / "log").mkdir()
    log = LogFile(tmp_path / "log")
    logger = logging.getLogger("byhand.test")
    line, count = "x" * 900, FILE_BYTES // 900 + 50

    def work() -> None:
        for number in range(count):
            logger.info("%d %s", number, line)

    confined(inside, work)
    log.close()
    written = "".join(path.read_text() for path in sorted((tmp_path / "log").iterdir()))
    assert len(list((tmp_path / "log").iterdir())) == 2
    assert written.count(line) == count


# With a kernel of our own

RULESET, RULE = struct.Struct("=QQQ"), struct.Struct("=Qi")


class Kernel:
    """Answers as a kernel would, and keeps what it was asked; `failing` is a call's name."""

    def __init__(self, version: int, failing: str = "", error: int = 0) -> None:
        self.attributes: list[tuple[int, ...]] = []
        self.rules: list[tuple[int, int]] = []
        self.restricted = 0
        self._version = version
        self._failing = failing
        self._error = error
        self.calls = Calls(self._ask, self._create, self._add, self._restrict)

    def _may_fail(self, name: str) -> None:
        if name == self._failing:
            raise OSError(self._error, os.strerror(self._error))

    def _ask(self) -> int:
        self._may_fail("version")
        return self._version

    def _create(self, attributes: bytes) -> int:
        self._may_fail("create_ruleset")
        self.attributes.append(RULESET.unpack(attributes))
        return os.open(os.devnull, os.O_RDONLY)

    def _add(self, ruleset: int, rule: bytes) -> None:
        self._may_fail("add_rule")
        allowed, fd = RULE.unpack(rule)
        self.rules.append((allowed, os.fstat(fd).st_ino))

    def _restrict(self, ruleset: int) -> None:
        self._may_fail("restrict_self")
        os.fstat(ruleset)
        self.restricted += 1


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[int]:
    fd = os.open(tmp_path, os.O_RDONLY)
    yield fd
    os.close(fd)


@pytest.mark.parametrize(
    ("version", "asked"),
    [
        (3, (0x7FFF, 0, 0)),
        (4, (0x7FFF, 3, 0)),
        (5, (0xFFFF, 3, 0)),
        (6, (0xFFFF, 3, 3)),
        (99, (0xFFFF, 3, 3)),
    ],
)
def test_all_is_given_up_that_a_version_knows(
    folder: int, version: int, asked: tuple[int, ...]
) -> None:
    kernel = Kernel(version)
    assert confine([folder], kernel.calls)
    assert kernel.attributes == [asked]
    assert kernel.restricted == 1


def test_only_the_folders_may_be_written_to(folder: int) -> None:
    kernel = Kernel(7)
    confine([folder], kernel.calls)
    written, *read = kernel.rules
    assert written == (WRITING, os.fstat(folder).st_ino)
    assert len(read) >= 2
    assert {allowed for allowed, _ in read} <= {0b0100, 0b1100}


@pytest.mark.parametrize("version", [1, 2])
def test_a_version_that_lets_files_be_truncated_is_as_good_as_none(
    folder: int, version: int
) -> None:
    kernel = Kernel(version)
    assert not confine([folder], kernel.calls)
    assert kernel.attributes == []


LACKING = [errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM, errno.E2BIG]


@pytest.mark.parametrize("error", LACKING)
@pytest.mark.parametrize("call", ["version", "create_ruleset", "restrict_self"])
def test_without_landlock_a_thread_is_not_confined_and_nothing_is_left(
    folder: int, call: str, error: int
) -> None:
    kernel, before = Kernel(7, call, error), open_descriptors()
    assert not confine([folder], kernel.calls)
    assert kernel.restricted == 0
    assert open_descriptors() == before


def test_that_it_is_missing_is_logged_once(folder: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    for _ in range(3):
        assert not confine([folder], Kernel(0).calls)
    (record,) = caplog.records
    assert record.levelno == logging.INFO
    assert "version 0" in record.getMessage()


@pytest.mark.parametrize("call", ["version", "create_ruleset", "add_rule", "restrict_self"])
def test_where_the_system_could_and_fails_it_is_an_error_that_leaves_nothing(
    folder: int, call: str
) -> None:
    kernel, before = Kernel(7, call, errno.EMFILE), open_descriptors()
    with pytest.raises(StorageError):
        confine([folder], kernel.calls)
    assert kernel.restricted == 0
    assert open_descriptors() == before
