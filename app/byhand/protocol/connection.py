"""A session's control connection without I/O: messages to bytes and bytes to messages (§8)."""

from typing import Final

from byhand.domain.codes import Code
from byhand.errors import (
    LocalProtocolError,
    ProtocolError,
    RemoteProtocolError,
    UnsupportedMessageError,
)
from byhand.noise.handshake_state import Session
from byhand.noise.primitives import Buffer
from byhand.protocol.codec import HEADER_BYTES, decode_message, encode_message
from byhand.protocol.message import Message
from byhand.protocol.messages import Bye, ErrorReport
from byhand.protocol.records import LENGTH_BYTES, SEAL_BYTES, open_record, seal
from byhand.protocol.state import (
    CONTROL_MESSAGES,
    TRANSITIONS,
    ConnectionState,
    Move,
    receiving,
    sending,
)

SMALLEST_RECORD: Final = SEAL_BYTES + HEADER_BYTES + 1


class Connection:
    """Turns messages into records and back, and sees that both sides keep the order of talk.

    After the first error only `close` works. Truncation shows as bytes that end while the state
    is neither CLOSED_BY_US nor CLOSED_BY_THEM.
    """

    def __init__(
        self, session: Session, allowed: frozenset[type[Message]] = CONTROL_MESSAGES
    ) -> None:
        """`allowed`: what may travel here, either way."""
        self._session = session
        self._allowed = allowed
        self._state = ConnectionState.NEW
        self._received = bytearray()
        self._unsupported: int | None = None

    @property
    def session(self) -> Session:
        """What the handshake gave; its exporter makes the tickets of lanes."""
        return self._session

    @property
    def state(self) -> ConnectionState:
        """Where the connection stands."""
        return self._state

    def send(self, message: Message) -> bytes:
        """Return the bytes to send; LocalProtocolError if this message may not go now."""
        after = self._after(sending(message), message)
        if after is None:
            raise LocalProtocolError(f"a {type(message).__name__} when {self._state.name}")
        record = seal(self._session.sending, encode_message(message))
        self._state = after
        return record

    def close(self, code: Code) -> bytes:
        """Return the last bytes to send, BYE; nothing if either side has closed.

        If the other side sent a message that we had to know and do not, ERROR says so before.
        What still arrives is dropped.
        """
        if Move.SEND_BYE not in TRANSITIONS[self._state]:
            return b""
        report = b""
        if self._unsupported is not None:
            error = ErrorReport(code=Code.UNSUPPORTED, about=self._unsupported)
            report = seal(self._session.sending, encode_message(error))
        self._received.clear()
        return report + self.send(Bye(code))

    def receive_data(self, received: Buffer) -> None:
        """Take bytes as they arrive, in any portions; `next_message` judges them."""
        self._check_alive()
        if self._state is not ConnectionState.CLOSED_BY_US:
            self._received += received

    def next_message(self) -> Message | None:
        """Return the next message, or None when more bytes are needed.

        Raises RemoteProtocolError, then the connection is BROKEN. After BYE nothing may follow.
        """
        self._check_alive()
        try:
            while (record := self._next_record()) is not None:
                message = decode_message(open_record(self._session.receiving, record))
                if message is not None:
                    self._step(message)
                    return message
        except ProtocolError as exc:
            self._break(exc)
            raise
        return None

    def _next_record(self) -> bytes | None:
        if len(self._received) < LENGTH_BYTES:
            return None
        size = int.from_bytes(self._received[:LENGTH_BYTES], "big")
        if size < SMALLEST_RECORD:
            raise RemoteProtocolError(f"a record of {size} bytes")
        end = LENGTH_BYTES + size
        if len(self._received) < end:
            return None
        record = bytes(self._received[LENGTH_BYTES:end])
        del self._received[:end]
        return record

    def _step(self, message: Message) -> None:
        after = self._after(receiving(message), message)
        if after is None:
            raise RemoteProtocolError(f"a {type(message).__name__} when {self._state.name}")
        self._state = after

    def _after(self, move: Move, message: Message) -> ConnectionState | None:
        return TRANSITIONS[self._state].get(move) if type(message) in self._allowed else None

    def _break(self, error: ProtocolError) -> None:
        may_say_so = Move.SEND_OTHER in TRANSITIONS[self._state]
        if isinstance(error, UnsupportedMessageError) and may_say_so:
            self._unsupported = error.type_number
        self._state = ConnectionState.BROKEN
        self._received.clear()

    def _check_alive(self) -> None:
        if self._state is ConnectionState.BROKEN:
            raise LocalProtocolError("a connection that is broken")
