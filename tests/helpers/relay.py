"""Somebody on the way: hands on what two computers say to each other, or touches it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from byhand.network.addresses import Hint


@dataclass
class Relay:
    """Leads from `through` to `target`; with `flips`, one bit of all that is said is another.

    `rate`: so many bytes a second go each way on each connection at most, None for any number.
    """

    target: Hint
    through: Hint
    flips: bool = False
    rate: int | None = None
    said: bytearray | None = None
    """All that was said either way, if that is kept."""

    _carried: set[asyncio.Task[None]] = field(default_factory=set)

    def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Hand on what is said on one connection, until both sides or the relay have ended it."""
        self._carried.add(asyncio.create_task(self._carry(reader, writer)))

    async def close(self) -> None:
        """Hang up every connection."""
        for each in self._carried:
            each.cancel()
        await asyncio.gather(*self._carried, return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with closing(writer):
            far = await asyncio.open_connection(self.target.host, self.target.port)
            async with closing(far[1]):
                await asyncio.gather(self._pump(reader, far[1]), self._pump(far[0], writer))

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with closing(writer):
            while data := await reader.read(65536):
                touched = data[:-1] + bytes([data[-1] ^ 1])
                writer.write(touched if self.flips else data)
                if self.said is not None:
                    self.said += data
                await writer.drain()
                if self.rate is not None:
                    await asyncio.sleep(len(data) / self.rate)


@asynccontextmanager
async def closing(writer: asyncio.StreamWriter) -> AsyncIterator[None]:
    """Close a connection after the block; it may have been lost before."""
    with suppress(ConnectionError):
        try:
            yield
        finally:
            writer.close()
            await writer.wait_closed()


@asynccontextmanager
async def relay_to(
    target: Hint, rate: int | None = None, said: bytearray | None = None
) -> AsyncIterator[Relay]:
    """Run a relay until the block ends."""
    relay = Relay(target, through=target, rate=rate, said=said)
    server = await asyncio.start_server(relay.carry, "127.0.0.1", 0)
    relay.through = Hint("127.0.0.1", server.sockets[0].getsockname()[1])
    async with server:
        try:
            yield relay
        finally:
            await relay.close()
