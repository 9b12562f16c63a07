"""The socket: ours alone, never in the way of the next one, and nobody else is listened to."""

import asyncio
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from byhand.control import guests
from byhand.control.unix_sockets import connected, is_of, listening
from byhand.errors import StorageError
from tests.helpers.processes import HANG_SECONDS

GREETING = b"hello\n"
LISTEN_AND_DIE = """
import os, signal, socket, sys
server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
server.listen()
os.kill(os.getpid(), signal.SIGKILL)
"""


async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(GREETING)
    await reader.read()


async def heard(profile: Path) -> bytes | None:
    """Return what somebody who connects is told; None for nobody there."""
    streams = await connected(profile)
    if streams is None:
        return None
    reader, writer = streams
    try:
        return await asyncio.wait_for(reader.readline(), HANG_SECONDS)
    except ConnectionError:
        return b""
    finally:
        writer.transport.abort()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def leftover(profile: Path) -> Path:
    """The socket of a process that was killed."""
    path = profile / "control.sock"
    subprocess.run([sys.executable, "-c", LISTEN_AND_DIE, path], check=False, timeout=60)
    assert stat.S_ISSOCK(path.stat().st_mode)
    return path


@pytest.fixture
def runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("run")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


def long_profile(place: Path) -> Path:
    profile = place / ("p" * 120)
    profile.mkdir(mode=0o700)
    return profile


async def test_whoever_connects_is_served_and_the_socket_goes_with_the_block(profile: Path) -> None:
    assert await heard(profile) is None
    async with listening(profile, greet):
        both = await asyncio.gather(heard(profile), heard(profile))
        assert tuple(both) == (GREETING, GREETING)
    assert os.listdir(profile) == []
    assert await heard(profile) is None


async def test_nobody_else_can_open_it_whatever_the_umask(profile: Path) -> None:
    old = os.umask(0)
    try:
        async with listening(profile, greet):
            status = (profile / "control.sock").stat()
    finally:
        os.umask(old)
    assert stat.S_IMODE(status.st_mode) == 0o600


@pytest.mark.usefixtures("leftover")
async def test_the_socket_of_somebody_who_was_killed_is_replaced(profile: Path) -> None:
    assert await heard(profile) is None
    async with listening(profile, greet):
        assert await heard(profile) == GREETING


async def test_what_is_no_socket_is_left_alone(profile: Path) -> None:
    (profile / "control.sock").write_text("mine")
    with pytest.raises(StorageError):
        async with listening(profile, greet):
            raise AssertionError("listens")
    assert (profile / "control.sock").read_text() == "mine"
    assert await heard(profile) is None


async def test_a_path_too_long_for_a_socket_has_a_short_one(tmp_path: Path, runtime: Path) -> None:
    profile = long_profile(tmp_path)
    async with listening(profile, greet):
        assert await heard(profile) == GREETING
        assert os.listdir(profile) == []
        assert stat.S_IMODE((runtime / "byhand").stat().st_mode) == 0o700
    assert os.listdir(runtime / "byhand") == []


async def test_no_socket_is_made_where_others_could_replace_it(
    tmp_path: Path, runtime: Path
) -> None:
    (runtime / "byhand").mkdir()
    (runtime / "byhand").chmod(0o777)
    with pytest.raises(StorageError):
        async with listening(long_profile(tmp_path), greet):
            raise AssertionError("listens")


async def test_no_socket_is_made_behind_a_link(tmp_path: Path, runtime: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (runtime / "byhand").symlink_to(elsewhere)
    with pytest.raises(StorageError):
        async with listening(long_profile(tmp_path), greet):
            raise AssertionError("listens")
    assert os.listdir(elsewhere) == []


async def test_without_a_place_for_it_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    profile = long_profile(tmp_path)
    with pytest.raises(StorageError):
        async with listening(profile, greet):
            raise AssertionError("listens")
    assert await heard(profile) is None


async def test_another_user_is_sent_away(profile: Path) -> None:
    async with listening(profile, greet, own_uid=os.geteuid() + 1):
        assert await heard(profile) == b""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who is there")
def test_who_is_at_the_other_end_is_what_the_system_says() -> None:
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        assert is_of(os.geteuid(), one)
        assert not is_of(os.geteuid() + 1, other)


async def test_more_than_can_be_served_are_sent_away_and_then_served_again(profile: Path) -> None:
    async with listening(profile, greet):
        crowd = [await connected(profile) for _ in range(guests.LIMIT)]
        for streams in crowd:
            assert streams is not None
            assert await streams[0].readline() == GREETING
        assert await heard(profile) == b""
        for streams in crowd:
            assert streams is not None
            streams[1].transport.abort()
        async with asyncio.timeout(HANG_SECONDS):
            while await heard(profile) != GREETING:
                pass


async def test_a_bug_ends_one_connection_only(profile: Path) -> None:
    async def fail(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        raise ZeroDivisionError

    async with listening(profile, fail):
        assert [await heard(profile) for _ in range(2)] == [b"", b""]


async def test_what_the_block_raises_comes_as_it_was(profile: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        async with listening(profile, greet):
            raise ZeroDivisionError
    assert os.listdir(profile) == []
