import logging
import os
import queue
import re
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.storage.log_file import (
    FILE_BYTES,
    FILES,
    MESSAGE_CHARACTERS,
    QUEUED_ENTRIES,
    TRACE_MARK,
    LogFile,
    SafeFormatter,
)
from tests.helpers.small_disk import small_disk

ENTRY = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00 [A-Z]+ [\w.]+: .*")
LONGEST_ENTRY = 100_000
logger = logging.getLogger("byhand.test")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    assert not any("_NeverWaiting" in repr(each) for each in logging.getLogger().handlers)


def written(folder: Path) -> str:
    return (folder / "byhand.log").read_text(encoding="utf-8")


def test_an_entry_is_a_line_with_time_level_and_place(folder: Path) -> None:
    log = LogFile(folder)
    logger.info("refused a connection from %s", "192.0.2.1")
    log.close()
    (line,) = written(folder).splitlines()
    assert ENTRY.fullmatch(line)
    assert line.endswith(" INFO byhand.test: refused a connection from 192.0.2.1")


def test_nothing_is_made_until_there_is_something_to_write(folder: Path) -> None:
    log = LogFile(folder)
    logger.debug("too small a thing")
    log.close()
    assert os.listdir(folder) == []


def test_what_other_programs_parts_warn_of_is_kept_and_what_they_tell_is_not(
    folder: Path,
) -> None:
    log = LogFile(folder)
    logging.getLogger("zeroconf").info("chatter")
    logging.getLogger("zeroconf").warning("trouble")
    log.close()
    assert [line.rsplit(": ")[-1] for line in written(folder).splitlines()] == ["trouble"]


def test_after_the_end_nothing_is_written(folder: Path) -> None:
    log = LogFile(folder)
    logger.info("one")
    log.close()
    logger.info("two")
    assert written(folder).count("\n") == 1


@pytest.mark.parametrize(
    "evil",
    [
        "\x1b]0;owned\x07",
        "a\n2026-01-01T00:00:00.000+00:00 INFO byhand.main: forged",
        "a\r\x85b\u2028c",
        "photo\u202egpj.exe",
        "a\x00b\x9bc",
        "\ud800",
        "%s %d {0}",
    ],
)
def test_nothing_from_outside_can_forge_an_entry_or_move_a_cursor(folder: Path, evil: str) -> None:
    log = LogFile(folder)
    logger.warning("they said %s", evil)
    try:
        raise ValueError(evil)
    except ValueError:
        logger.exception("a bug")
    log.close()
    text = written(folder)
    entries = [line for line in text.splitlines() if not line.startswith(TRACE_MARK)]
    assert len(entries) == 2
    assert all(ENTRY.fullmatch(line) for line in entries)
    assert all(character == "\n" or character.isprintable() for character in text)
    assert "\u202e" not in text


def test_a_traceback_says_where_it_broke_however_long_it_is(folder: Path) -> None:
    log = LogFile(folder)

    def deep(left: int) -> None:
        if left == 0:
            raise ValueError("x" * 1_000_000 + "\n" * 1_000_000)
        deep(left - 1)

    try:
        deep(100)
    except ValueError:
        logger.exception("a bug")
    log.close()
    text = written(folder)
    assert text.startswith("2")
    assert len(text) < LONGEST_ENTRY


def test_a_long_message_is_cut(folder: Path) -> None:
    log = LogFile(folder)
    logger.info("%s", "x" * 1_000_000)
    log.close()
    assert len(written(folder)) < MESSAGE_CHARACTERS + 100


def test_only_the_owner_may_read_any_of_the_files(folder: Path) -> None:
    old = os.umask(0)
    try:
        log = LogFile(folder)
        for _ in range(FILES * FILE_BYTES // MESSAGE_CHARACTERS):
            logger.info("%s", "x" * MESSAGE_CHARACTERS)
            # Keep to the speed of the disk, or most would be dropped.
            wait_until_written(log)
        log.close()
    finally:
        os.umask(old)
    assert len(os.listdir(folder)) == FILES
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def wait_until_written(log: LogFile) -> None:
    entries = log._handler.queue
    assert isinstance(entries, queue.Queue)
    entries.join()


def test_a_link_in_its_place_is_not_written_through(folder: Path) -> None:
    (folder / "precious").write_bytes(b"x")
    (folder / "byhand.log").symlink_to("precious")
    log = LogFile(folder)
    logger.info("entry")
    log.close()
    assert (folder / "precious").read_bytes() == b"x"


def test_what_the_disk_does_not_keep_up_with_is_dropped_and_counted(folder: Path) -> None:
    log = LogFile(folder)
    blocked = threading.Event()
    started = threading.Event()

    class Blocking(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            started.set()
            blocked.wait(60)

    log._listener.handlers = (Blocking(), *log._listener.handlers)
    logger.info("first")
    started.wait(60)
    for number in range(QUEUED_ENTRIES + 7):
        logger.info("entry %d", number)
    blocked.set()
    wait_until_written(log)
    logger.info("last")
    log.close()
    lines = written(folder).splitlines()
    assert len(lines) == 1 + QUEUED_ENTRIES + 1
    assert lines[-1].endswith(": (7 entries before this one were dropped) last")


def test_P8_on_a_full_disk_whoever_logs_does_not_notice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small_disk(tmp_path / "disk", 20_000) as disk:
        log = LogFile(disk)
        for _ in range(200):
            logger.info("%s", "x" * 900)
        log.close()
    assert capsys.readouterr().err == ""


def test_a_folder_that_is_gone_is_not_noticed_either(folder: Path) -> None:
    log = LogFile(folder / "gone")
    logger.info("entry")
    log.close()
    assert os.listdir(folder) == []


def test_the_formatter_makes_any_stream_safe() -> None:
    record = logging.LogRecord("byhand.x", logging.INFO, "", 0, "say %s", ("\x1b[2J",), None)
    assert SafeFormatter().format(record).endswith("INFO byhand.x: say ⟨U+001B⟩[2J")
