"""A connection with a stranger, from HELLO to BYE: all that may be said on it is pairing (§17)."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.errors import RemoteProtocolError
from byhand.network.addresses import Hint, hint_of
from byhand.network.channel import Channel
from byhand.protocol.connection import Connection
from byhand.protocol.friend_messages import PairMessage
from byhand.protocol.handshake import PairEstablished
from byhand.protocol.messages import Bye, Hello
from byhand.protocol.state import PAIRING_MESSAGES
from byhand.service.ourselves import PROTOCOL_VERSION


@asynccontextmanager
async def open_line(sock: socket.socket, established: PairEstablished) -> AsyncIterator["Line"]:
    """Hold a connection with a stranger until the block ends; ConnectionLostError if it is gone."""
    try:
        connection = Connection(established.session, PAIRING_MESSAGES)
        async with Channel(sock, connection) as channel:
            yield Line(channel, established)
    finally:
        sock.close()


class Line:
    """Carries pairing's messages over a channel."""

    def __init__(self, channel: Channel, established: PairEstablished) -> None:
        self.established = established
        self._channel = channel
        self._messages = channel.messages()
        self._port = 0
        self._is_broken = False

    @property
    def host(self) -> str:
        """The other side's address."""
        return hint_of(self._channel.remote_address).host

    @property
    def listening_at(self) -> Hint | None:
        """Where the other side answers calls; None if it has not said so."""
        if not self._port:
            return None
        return replace(hint_of(self._channel.remote_address), port=self._port)

    def post(self, message: PairMessage | Hello) -> None:
        """Say something; what cannot leave any more is lost with the line."""
        self._channel.post(message)

    async def next(self) -> PairMessage | None:
        """Return what is said next, None when the other side has closed in order.

        Raises ConnectionLostError, RemoteProtocolError.
        """
        try:
            return await self._next()
        except RemoteProtocolError:
            self._is_broken = True
            raise

    async def close(self) -> None:
        """Say goodbye and hang up."""
        await self._channel.close(Code.PROTOCOL if self._is_broken else Code.OK)

    async def _next(self) -> PairMessage | None:
        async for message in self._messages:
            match message:
                case Hello():
                    if PROTOCOL_VERSION not in message.versions:
                        raise RemoteProtocolError("no version in common")
                    self._port = message.port
                case Bye():
                    return None
                case _ if isinstance(message, PairMessage):
                    return message
                case _:
                    pass  # a report for developers
        return None
