"""What went wrong and when, in the profile's `log` folder: bounded, private, only judged text."""

import contextlib
import copy
import logging
import os
import queue
import traceback
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path

from byhand.storage.atomic import FILE_MODE

FILE_BYTES = 1024 * 1024
FILES = 3
QUEUED_ENTRIES = 2000
MESSAGE_CHARACTERS = 1000
TRACE_LINES = 60
"""How much of a traceback is written: the last lines, where it broke."""
TRACE_CHARACTERS = 300
TRACE_MARK = "    | "
"""Before each further line of an entry: none of them can pass for an entry of its own."""
_NAME = "byhand.log"
Entries = queue.Queue[logging.LogRecord | None]


class SafeFormatter(logging.Formatter):
    """Writes an entry as plain text, whoever made up what is in it, and never much of it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return time (UTC), level, place and message in a line, and a traceback below it."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        message = escaped(record.getMessage(), MESSAGE_CHARACTERS)
        lines = [f"{at} {record.levelname} {record.name}: {message}"]
        if record.exc_info:
            told = "".join(traceback.format_exception(record.exc_info[1])).splitlines()
            lines += [TRACE_MARK + escaped(line, TRACE_CHARACTERS) for line in told[-TRACE_LINES:]]
        return "\n".join(lines)


def escaped(text: str, limit: int) -> str:
    """Return the beginning of a text, what is no visible character written out as `⟨U+202E⟩`.

    A log can be flooded: `safe_text` takes sixteen times as long.
    """
    start = text[:limit]
    if not start.isprintable():
        shown = (each if each.isprintable() else f"⟨U+{ord(each):04X}⟩" for each in start)
        start = "".join(shown)[:limit]
    return start + "…" if len(text) > limit else start


class LogFile:
    """Keeps what is logged from INFO on until `close`; whoever logs never waits for the disk."""

    def __init__(self, folder: Path) -> None:
        entries: Entries = queue.Queue(QUEUED_ENTRIES)
        self._file = _PrivateFile(folder / _NAME)
        self._handler = _NeverWaiting(entries)
        self._handler.setLevel(logging.INFO)
        self._listener = _Listener(entries, self._file)
        ours = logging.getLogger("byhand")
        ours.setLevel(min(logging.INFO, ours.getEffectiveLevel()))
        self._listener.start()
        logging.getLogger().addHandler(self._handler)

    def close(self) -> None:
        """Write what is left and end."""
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        self._listener.stop()
        self._file.close()


class _NeverWaiting(QueueHandler):
    """Drops what the disk does not keep up with, and says how much that was."""

    def __init__(self, entries: Entries) -> None:
        super().__init__(entries)
        self._dropped = 0

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """Return an entry that is short, whatever it is about; its traceback is read later."""
        short = copy.copy(record)
        short.msg, short.args = record.getMessage()[: MESSAGE_CHARACTERS + 1], None
        if self._dropped:
            short.msg = f"({self._dropped} entries before this one were dropped) {short.msg}"
        return short

    def enqueue(self, record: logging.LogRecord) -> None:
        """Hand an entry to the thread that writes."""
        try:
            self.queue.put_nowait(record)
        except queue.Full:
            self._dropped += 1
        else:
            self._dropped = 0


class _Listener(QueueListener):
    """The thread that writes."""

    def __init__(self, entries: Entries, file: logging.Handler) -> None:
        super().__init__(entries, file)
        self._entries = entries

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """Return an entry as it will be written."""
        record.msg = SafeFormatter().format(record)
        # Other handlers leave a traceback's raw text here.
        record.exc_info = record.exc_text = record.stack_info = None
        return record

    def enqueue_sentinel(self) -> None:
        """Ask the thread to end, once there is room in the queue."""
        self._entries.put(None)


class _PrivateFile(RotatingFileHandler):
    """At most FILES files of FILE_BYTES, mode 0600, made when there is something to write."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8", delay=True
        )
        self.setFormatter(logging.Formatter("%(message)s"))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - logging passes it
        """Go without an entry: a disk that is full must not stop what the log tells of."""
        # What could not be flushed would be kept, and grow, in the stream's own memory.
        stream, self.stream = self.stream, None
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=_opened_privately)


def _opened_privately(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), FILE_MODE)
