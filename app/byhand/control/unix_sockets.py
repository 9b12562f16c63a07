"""A socket that only processes of the same user reach."""

import asyncio
import logging
import os
import socket
import stat
import struct
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from byhand.control.guests import Guests, Streams, Talk
from byhand.control.lines import LINE_BYTES
from byhand.control.place import control_path
from byhand.errors import StorageError
from byhand.service.guarding import unwrapped
from byhand.service.worker import Worker
from byhand.storage.atomic import FILE_MODE
from byhand.storage.locations import FOLDER_MODE
from byhand.storage.os_errors import translated

assert sys.platform != "win32"  # there pipes.py does it

BACKLOG = 64
PAUSE_SECONDS = 0.1
_CREDENTIALS = struct.Struct("3i")

logger = logging.getLogger(__name__)


@asynccontextmanager
async def listening(profile: Path, talk: Talk, own_uid: int | None = None) -> AsyncIterator[None]:
    """Let `talk` serve every process of the same user that connects, until the block ends.

    The caller has the profile's lock, so a socket that is there already is a dead one's.
    `own_uid` stands in for that of this process. Raises StorageError if there can be no socket.
    """
    uid = os.geteuid() if own_uid is None else own_uid
    worker = Worker("control")
    try:
        path = await worker.run(_path, profile)
        server = await worker.run(_bound, path)
        try:
            with unwrapped():
                async with asyncio.TaskGroup() as group:
                    guests = Guests(group, talk)
                    accepting = group.create_task(_accept(server, uid, guests))
                    try:
                        yield
                    finally:
                        accepting.cancel()
                        guests.send_away()
        finally:
            server.close()
            await worker.run(_remove, path)
    finally:
        worker.close()


async def connected(profile: Path) -> Streams | None:
    """Return a connection to whoever listens for a profile; None if nobody of this user does."""
    try:
        path = await asyncio.to_thread(_path, profile)
        reader, writer = await asyncio.open_unix_connection(path, limit=LINE_BYTES)
    except (OSError, StorageError):
        return None
    if not is_of(os.geteuid(), writer.get_extra_info("socket")):
        writer.transport.abort()
        return None
    return reader, writer


def is_of(uid: int, sock: socket.socket) -> bool:
    """Say whether a process of this user is at the other end, where the system can tell."""
    if sys.platform != "linux":
        return True  # the modes of socket and folder have kept others out
    credentials = sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _pid, other_uid, _gid = _CREDENTIALS.unpack(credentials)
    return bool(other_uid == uid)


async def _accept(server: socket.socket, uid: int, guests: Guests) -> None:
    loop = asyncio.get_running_loop()
    while True:
        try:
            sock, _ = await loop.sock_accept(server)
            if guests.is_full or not is_of(uid, sock):
                logger.warning("somebody who asks for orders is sent away")
                sock.close()
                continue
            guests.welcome(*await asyncio.open_unix_connection(sock=sock, limit=LINE_BYTES))
        except OSError as exc:  # mostly EMFILE: whoever waits is served a little later
            logger.warning("nobody can connect for orders: %s", exc.strerror)
            await asyncio.sleep(PAUSE_SECONDS)


def _path(profile: Path) -> Path:
    path = control_path(profile, os.environ.get("XDG_RUNTIME_DIR"))
    if path is None:
        raise StorageError(
            profile, "its path is too long for a socket, and XDG_RUNTIME_DIR not set"
        )
    return path


def _bound(path: Path) -> socket.socket:
    """Return a socket that listens at a path, in a folder that is ours alone."""
    with translated(path):
        with suppress(FileExistsError):
            path.parent.mkdir(mode=FOLDER_MODE)
        _check_private(path.parent)
        _remove(path)
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            with suppress(OSError):  # where the system does so, no other mode is ever seen
                os.fchmod(server.fileno(), FILE_MODE)
            server.bind(os.fsencode(path))
            path.chmod(FILE_MODE)
            server.listen(BACKLOG)
        except OSError:
            server.close()
            raise
        server.setblocking(False)
    return server


def _check_private(folder: Path) -> None:
    status = folder.stat(follow_symlinks=False)
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid() or status.st_mode & 0o077:
        raise StorageError(folder, "others could put a socket of theirs there")


def _remove(path: Path) -> None:
    with translated(path), suppress(FileNotFoundError):
        if stat.S_ISSOCK(path.stat(follow_symlinks=False).st_mode):
            path.unlink()
