"""One person of the demo: their profile, and the ordinary byhand processes they start."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec import Struct

LINE_BYTES = 1024 * 1024
ENDING_SECONDS = 10.0


class DemoError(Exception):
    """A process of the demo did not do what it should; `args[0]` is a sentence for people."""


class Person(Struct, frozen=True):
    """Somebody with a name, a computer and a throw-away profile."""

    name: str
    computer: str
    profile: Path


class Command:
    """A running `byhand --json`: its lines in order, and its standard input."""

    def __init__(self, process: asyncio.subprocess.Process, what: str) -> None:
        self._process = process
        self._what = what
        self._complaint = ""

    async def wait_for(self, event: str) -> dict[str, object]:
        """Return the next line with this event; DemoError if the process ends before."""
        assert self._process.stdout is not None
        while text := await self._process.stdout.readline():
            line: dict[str, object] = json.loads(text)
            if line["event"] == event:
                return line
            if line["event"] == "error":
                self._complaint = str(line["message"])
        raise DemoError(f"“byhand {self._what}” ended too early. {self._complaint}".strip())

    async def write(self, line: str) -> None:
        """Write a line to the process's standard input."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        await self._process.stdin.drain()

    async def end_well(self) -> None:
        """Wait for the end; DemoError unless the exit code is 0."""
        line = await self.wait_for("end")
        if line["exit"] != 0:
            raise DemoError(f"“byhand {self._what}” failed. {self._complaint}".strip())
        await self._process.wait()

    async def stop(self) -> None:
        """Ask the process to end and see that it does."""
        if self._process.returncode is not None:
            return
        self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), ENDING_SECONDS)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


@asynccontextmanager
async def running(person: Person, *arguments: str) -> AsyncIterator[Command]:
    """Start `byhand ARGUMENTS` as this person; it is stopped at the end."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "byhand", "--json", "--profile", str(person.profile)),
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LINE_BYTES,
    )
    command = Command(process, " ".join(arguments[:2]))
    try:
        yield command
    finally:
        await command.stop()


async def become_friends(inviter: Person, invited: Person) -> None:
    """Name two people and make them friends by an invite link, as anybody would."""
    await asyncio.gather(_introduce(inviter), _introduce(invited))
    async with running(inviter, "friends", "invite") as invite:
        link = (await invite.wait_for("invite"))["link"]
        async with running(invited, "friends", "add", "-") as add:
            await add.write(str(link))
            await add.end_well()
        await invite.end_well()


async def _introduce(person: Person) -> None:
    names = ("--name", person.name, "--computer", person.computer)
    async with running(person, "me", *names) as me:
        await me.end_well()
