"""A named pipe, where the system has no sockets with paths; its name is a secret of the profile."""

import asyncio
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from byhand.control.guests import Guests, Streams, Talk
from byhand.control.lines import LINE_BYTES
from byhand.control.place import NAME
from byhand.errors import StorageError
from byhand.service.guarding import unwrapped
from byhand.service.worker import Worker
from byhand.storage.atomic import replace_file
from byhand.storage.os_errors import translated

assert sys.platform == "win32"  # elsewhere unix_sockets.py does it

_PREFIX = "\\\\.\\pipe\\byhand-"


@asynccontextmanager
async def listening(profile: Path, talk: Talk) -> AsyncIterator[None]:
    """Let `talk` serve everybody who knows the pipe's name, until the block ends.

    It is new each time, so nobody else can have made a pipe of that name. Raises StorageError.
    """
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.ProactorEventLoop)
    name, path = _PREFIX + secrets.token_hex(16), profile / NAME
    worker = Worker("control")
    try:
        with unwrapped():
            async with asyncio.TaskGroup() as group:
                guests = Guests(group, talk)
                with translated(path):
                    servers = await loop.start_serving_pipe(lambda: _protocol(guests), name)
                try:
                    await worker.run(replace_file, path, name.encode())
                    yield
                finally:
                    for server in servers:
                        server.close()
                    guests.send_away()
                    await worker.run(_forget, path)
    finally:
        worker.close()


async def connected(profile: Path) -> Streams | None:
    """Return a connection to whoever listens for a profile; None if nobody does."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.ProactorEventLoop)
    reader = asyncio.StreamReader(limit=LINE_BYTES)
    try:
        name = await asyncio.to_thread(_name, profile / NAME)
        transport, protocol = await loop.create_pipe_connection(
            lambda: asyncio.StreamReaderProtocol(reader), name
        )
    except (OSError, StorageError):
        return None
    return reader, asyncio.StreamWriter(transport, protocol, reader, loop)


def _protocol(guests: Guests) -> asyncio.StreamReaderProtocol:
    return asyncio.StreamReaderProtocol(asyncio.StreamReader(limit=LINE_BYTES), guests.welcome)


def _name(path: Path) -> str:
    with translated(path):
        return path.read_text("ascii", errors="replace")


def _forget(path: Path) -> None:
    with translated(path):
        path.unlink(missing_ok=True)
