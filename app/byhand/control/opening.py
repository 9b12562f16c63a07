"""A profile's service: here, or where somebody runs it already."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path

from byhand.control.link import Link, linked
from byhand.control.remote_service import remote_service
from byhand.control.server import served
from byhand.errors import ProfileInUseError
from byhand.service.orders import Service
from byhand.service.transfer_service import TransferService, open_service

OpenProfile = Callable[[Path], AbstractAsyncContextManager[TransferService]]

PATIENCE_SECONDS = 5.0
"""How long a profile may be held by somebody who does not answer: who starts, ends, or is brief."""
PAUSE_SECONDS = 0.1


@asynccontextmanager
async def service_of(profile: Path, *, stays: bool) -> AsyncIterator[Service]:
    """Order a profile's service in the block; one that runs here serves others if it `stays`.

    Raises what `open_service` and `opened_or_found` raise, and ServiceGoneError.
    """
    async with AsyncExitStack() as stack:
        found = await opened_or_found(stack, profile)
        if isinstance(found, Link):
            yield await stack.enter_async_context(remote_service(found))
            return
        if stays:
            await stack.enter_async_context(served(found, profile))
        yield found


async def opened_or_found(
    stack: AsyncExitStack,
    profile: Path,
    patience_seconds: float = PATIENCE_SECONDS,
    open_profile: OpenProfile = open_service,
) -> TransferService | Link:
    """Return a profile's service, opened now until the stack ends, or a link to who has it open.

    Raises ProfileInUseError if somebody has it who does not answer, OtherVersionError, and what
    `open_service` raises.
    """
    loop = asyncio.get_running_loop()
    gives_up_at = loop.time() + patience_seconds
    while True:
        try:
            return await stack.enter_async_context(open_profile(profile))
        except ProfileInUseError:
            link = await _found(stack, profile)
            if link is not None:
                return link
            if loop.time() >= gives_up_at:
                raise
        await asyncio.sleep(PAUSE_SECONDS)


async def _found(stack: AsyncExitStack, profile: Path) -> Link | None:
    async with AsyncExitStack() as attempt:
        link = await attempt.enter_async_context(linked(profile))
        if link is not None:
            stack.push_async_exit(attempt.pop_all())
        return link
