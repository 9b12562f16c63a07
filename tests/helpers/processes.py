"""Real byhand processes for tests: started, talked to by JSON lines, always ended by their id."""

import json
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

HANG_SECONDS = 40.0
"""Longer than anything a test waits for; a test fails after it instead of hanging."""

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Somebody:
    """A profile, and what must stand before a command that acts as it (a namespace, say)."""

    name: str
    profile: Path
    prefix: Sequence[str] = ()


class Byhand:
    """A running `byhand --json`; every line it writes is kept in `lines`.

    A line that is waited for must come within `patience_seconds`.
    """

    def __init__(self, command: Sequence[str], options: Mapping[str, Any]):
        self.patience_seconds = HANG_SECONDS
        self.lines: list[Line] = []
        self.errors = ""
        self._times: list[float] = []
        self._arrived: queue.SimpleQueue[Line | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )
        self._threads = [
            threading.Thread(target=self._read_lines, args=(self._process.stdout,)),
            threading.Thread(target=self._read_errors, args=(self._process.stderr,)),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """Whether the process is over."""
        return self._process.poll() is not None

    def wait_for(self, event: str, **fields: Any) -> Line:
        """Return the next line with this event and these fields; AssertionError at the end."""
        while (line := self._next()) is not None:
            if line["event"] == event and fields.items() <= line.items():
                return line
        self.close()
        raise AssertionError(f"no {event} {fields}: {self.lines} {self.errors}")

    def has_told(self, event: str, **fields: Any) -> Line:
        """Return the first line with this event and these fields, come already or still to come."""
        for line in tuple(self.lines):
            if line["event"] == event and fields.items() <= line.items():
                return line
        return self.wait_for(event, **fields)

    def told_at(self, line: Line) -> float:
        """Return when one of `lines` came, on the monotonic clock."""
        return next(at for each, at in zip(self.lines, self._times, strict=False) if each is line)

    def write(self, line: str) -> None:
        """Write a line to standard input."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process."""
        self._process.send_signal(number)

    def kill(self) -> None:
        """End the process at once, as a loss of power ends it, and let go of it."""
        self._process.kill()
        self.close()

    def ended(self) -> int:
        """Wait for the end and return the exit code, which the last line must tell too."""
        while self._next() is not None:
            pass
        code = self._process.wait(HANG_SECONDS)
        for thread in self._threads:
            thread.join(HANG_SECONDS)
        assert self.lines, self.errors
        assert all(line["code"] != "internal" for line in self.complaints()), self.errors
        assert self.lines[-1] == {"event": "end", "exit": code}, (self.lines, self.errors)
        return code

    def complaints(self) -> list[Line]:
        """Return the error lines so far."""
        return [line for line in self.lines if line["event"] == "error"]

    def close(self) -> None:
        """End the process if it still runs, and what belongs to it."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(HANG_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert stream is not None
            try:
                stream.close()
            except BrokenPipeError:
                continue

    def _next(self) -> Line | None:
        try:
            line = self._arrived.get(timeout=self.patience_seconds)
        except queue.Empty:
            self.close()
            raise AssertionError(f"nothing came: {self.lines} {self.errors}") from None
        if line is None:
            self._arrived.put(None)
        return line

    def _read_lines(self, stream: IO[str]) -> None:
        for text in stream:
            line = json.loads(text)
            self._times.append(time.monotonic())
            self.lines.append(line)
            self._arrived.put(line)
        self._arrived.put(None)

    def _read_errors(self, stream: IO[str]) -> None:
        self.errors = stream.read()


def command_of(somebody: Somebody, *arguments: str) -> list[str]:
    """Return what runs `byhand ARGUMENTS` as somebody."""
    command = [sys.executable, "-m", "byhand", "--json", "--debug"]
    command += ["--profile", str(somebody.profile), *arguments]
    return [*somebody.prefix, *command]


@contextmanager
def running(somebody: Somebody, *arguments: str, **options: Any) -> Iterator[Byhand]:
    """Run `byhand ARGUMENTS` as somebody; `options` go to Popen. Ended when the block ends."""
    with talking(command_of(somebody, *arguments), **options) as process:
        yield process


@contextmanager
def talking(command: Sequence[str], **options: Any) -> Iterator[Byhand]:
    """Run a command that writes lines as byhand does; ended when the block ends."""
    process = Byhand(command, options)
    try:
        yield process
    finally:
        process.close()


def ran(somebody: Somebody, *arguments: str, **options: Any) -> tuple[int, list[Line]]:
    """Run `byhand ARGUMENTS` to its end; return the exit code and all lines but the last."""
    with running(somebody, *arguments, **options) as process:
        code = process.ended()
        return code, process.lines[:-1]


def become_friends(inviter: Somebody, invited: Somebody) -> None:
    """Name two people and make them friends by an invite link."""
    for somebody in (inviter, invited):
        code, lines = ran(somebody, "me", "--name", somebody.name, "--computer", "computer")
        assert code == 0, lines
    with running(inviter, "friends", "invite") as invite:
        link = invite.wait_for("invite")["link"]
        with running(invited, "friends", "add", "-") as add:
            add.write(link)
            assert add.wait_for("friend")["name"] == inviter.name
            assert add.ended() == 0
        assert invite.wait_for("friend")["name"] == invited.name
        assert invite.ended() == 0


def copied(couple: Sequence[Somebody], place: Path) -> tuple[Somebody, Somebody]:
    """Return two people as they are now; what they do from now on the originals never learn.

    What one test leaves unfinished would go on by itself in the next.
    """
    for each in couple:
        shutil.copytree(each.profile, place / each.profile.name)
    one, other = (replace(each, profile=place / each.profile.name) for each in couple)
    return one, other
