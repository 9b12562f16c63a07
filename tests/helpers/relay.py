"""Somebody on the way: hands on what two computers say to each other, or touches it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

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

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(self.target.host, self.target.port)
        await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                touched = data[:-1] + bytes([data[-1] ^ 1])
                writer.write(touched if self.flips else data)
                await writer.drain()
                if self.rate is not None:
                    await asyncio.sleep(len(data) / self.rate)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


@asynccontextmanager
async def relay_to(target: Hint, rate: int | None = None) -> AsyncIterator[Relay]:
    """Run a relay until the block ends."""
    relay = Relay(target, through=target, rate=rate)
    server = await asyncio.start_server(relay.carry, "127.0.0.1", 0)
    relay.through = Hint("127.0.0.1", server.sockets[0].getsockname()[1])
    async with server:
        yield relay
