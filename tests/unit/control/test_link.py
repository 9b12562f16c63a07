"""A link to somebody who is not what they should be ends in an error, and never hangs."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from byhand import __version__
from byhand.control.lines import LINE_BYTES, Failure, Hello, Result, Told, line_of
from byhand.control.link import linked
from byhand.control.unix_sockets import listening
from byhand.domain.events import FriendRemoved
from byhand.domain.identity import FriendId
from byhand.errors import OtherVersionError, ServiceGoneError
from tests.helpers.processes import HANG_SECONDS

HELLO = line_of(Hello(__version__, has_window=False))


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "p"
    folder.mkdir(mode=0o700)
    return folder


@asynccontextmanager
async def saying(profile: Path, *lines: bytes, stays: bool = False) -> AsyncIterator[None]:
    """Greet whoever connects; say the next line after each of theirs, and end unless one stays."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first, *others = lines
        writer.write(first)
        for line in others:
            await reader.readline()
            writer.write(line)
        if not stays:
            writer.write_eof()
        await reader.read()

    async with listening(profile, talk):
        yield


async def in_a_thread(work: Callable[[], object]) -> object:
    """Return what is done on a thread, because it waits for what this loop does."""
    return await asyncio.wait_for(asyncio.to_thread(work), HANG_SECONDS)


def asked(profile: Path, patience_seconds: float = HANG_SECONDS) -> object:
    """Return what a link makes of the answer to one request."""

    async def ask() -> object:
        async with linked(profile, patience_seconds) as link:
            assert link is not None
            return link.call("progress", {})

    return asyncio.run(ask())


async def test_nobody_is_there(profile: Path) -> None:
    async with linked(profile) as link:
        assert link is None


@pytest.mark.parametrize(
    "greeting",
    [b"", b"SSH-2.0\r\n", b"\n", b"x" * (LINE_BYTES + 2), line_of(Result(1))],
    ids=["silence", "words", "nothing", "very long", "an answer"],
)
async def test_whoever_greets_in_another_way_is_nobody(profile: Path, greeting: bytes) -> None:
    async with saying(profile, greeting), linked(profile) as link:
        assert link is None


async def test_whoever_never_greets_is_nobody(profile: Path) -> None:
    async with saying(profile, b"", stays=True), linked(profile, 0.05) as link:
        assert link is None


@pytest.mark.parametrize("version", ["0.0", "", "1\n2"])
async def test_another_version_is_told_from_ours(profile: Path, version: str) -> None:
    hello = line_of(Hello(version, has_window=True))
    async with saying(profile, hello):
        with pytest.raises(OtherVersionError) as caught:
            async with linked(profile):
                raise AssertionError("linked")
    assert caught.value.version == version


async def test_a_version_that_says_more_is_another_one_all_the_same(profile: Path) -> None:
    hello = b'{"type":"hello","version":"9","has_window":true,"has_wings":true}\n'
    async with saying(profile, hello):
        with pytest.raises(OtherVersionError):
            async with linked(profile):
                raise AssertionError("linked")


async def test_an_answer_is_returned(profile: Path) -> None:
    async with saying(profile, HELLO, line_of(Result(1, {"a": 1}))):
        assert await in_a_thread(lambda: asked(profile)) == {"a": 1}


@pytest.mark.parametrize(
    "answer",
    [
        b"garbage\n",
        b"x" * (LINE_BYTES + 2),
        b'{"type":"result","id":1',
        HELLO,
        line_of(Result(2)),
        line_of(Failure(0, ServiceGoneError())),
        line_of(Told(1, "FriendRemoved", FriendRemoved(FriendId(b"a")))),
        b'{"type":"failure","id":1,"error":{"error":"SystemExit","of":[]}}\n',
    ],
    ids=lambda line: repr(line[:40]),
)
async def test_what_is_no_answer_ends_it(profile: Path, answer: bytes) -> None:
    async with saying(profile, HELLO, answer):
        with pytest.raises(ServiceGoneError):
            await in_a_thread(lambda: asked(profile))


async def test_an_event_that_there_is_not_ends_it(profile: Path) -> None:
    def subscribe() -> None:
        async def work() -> None:
            async with linked(profile) as link:
                assert link is not None
                link.subscribe(lambda _: None)

        asyncio.run(work())

    async with saying(profile, HELLO, line_of(Told(1, "Nonsense", {}))):
        with pytest.raises(ServiceGoneError):
            await in_a_thread(subscribe)


async def test_whoever_never_answers_is_given_up(profile: Path) -> None:
    async with saying(profile, HELLO, b"", stays=True):
        with pytest.raises(ServiceGoneError):
            await in_a_thread(lambda: asked(profile, 0.5))


async def test_no_thread_is_left(profile: Path) -> None:
    async with saying(profile, HELLO, stays=True):
        async with linked(profile) as link:
            assert link is not None
            assert "control" in {thread.name for thread in threading.enumerate()}
        assert "control" not in {thread.name for thread in threading.enumerate()}


async def test_a_link_that_is_not_waited_for_any_more_is_closed(profile: Path) -> None:
    begun, gone = asyncio.Event(), asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        begun.set()
        await greeted.wait()
        writer.write(HELLO)
        await reader.read()
        gone.set()

    async def link_up() -> None:
        async with linked(profile):
            raise AssertionError("linked")

    greeted = asyncio.Event()
    async with listening(profile, talk), asyncio.timeout(HANG_SECONDS):
        linking = asyncio.create_task(link_up())
        await begun.wait()
        linking.cancel()
        greeted.set()
        await gone.wait()
        with pytest.raises(asyncio.CancelledError):
            await linking
