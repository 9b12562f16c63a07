"""Somebody at one end of a connection of two members, who says and sends what a test wants."""

import queue
import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic_ns
from typing import TypeVar

from byhand.domain.numbering import Numbering
from byhand.domain.ranges import RangeSet
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.bandwidth import Bucket, Pacer
from byhand.engine.intake import Intake
from byhand.engine.told_numbers import rows_of, told_numbers
from byhand.errors import ByhandError
from byhand.network.member_channel import MemberReceiver, MemberSender
from byhand.noise.handshake_state import Session
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    HASH_BYTES,
    HEADER_BYTES,
    FrameHeader,
    encode_header_into,
)
from byhand.protocol.member_messages import Asked, Bits, Get, Have
from byhand.protocol.message import Message
from byhand.protocol.records import seal

SECONDS = 20.0
"""No test waits longer for what is to come at once."""
Wanted = TypeVar("Wanted")
Place = tuple[int, int]
"""Entry (or PACK_INDEX) and piece."""


class MemberTalk:
    """A thread hears what is said to it; everything else is the test's own, and blocks."""

    def __init__(self, sock: socket.socket, session: Session, numbering: Numbering) -> None:
        bucket = Bucket()
        self.numbering = numbering
        self._sock = sock
        self._session = session
        self._sender = MemberSender(sock, session.sending)
        self._receiver = MemberReceiver(
            sock, session.receiving, Intake(lambda _: bucket, lambda _: None, Pacer())
        )
        self.heard: queue.SimpleQueue[Message | tuple[FrameHeader, bytes] | None] = (
            queue.SimpleQueue()
        )
        self._thread = threading.Thread(target=self._listen)

    def listen(self) -> None:
        """Begin to take what is said to us."""
        self._thread.start()

    def has(self, places: Sequence[Place] | None = None) -> None:
        """Say, at first, that it has some pieces, or all."""
        numbers = RangeSet([(0, len(self.numbering))] if places is None else [])
        for place in places or ():
            number = self.numbering.number(*place)
            numbers.add(number, number + 1)
        parts = rows_of(self.numbering, numbers) or [[]]
        for number, rows in enumerate(parts, 1):
            self.say(Bits(rows=rows, more=number < len(parts)))

    def say(self, message: Message) -> None:
        self._sender.send_message(message)

    def say_sealed(self, *contents: bytes) -> None:
        """Send records with any content; that nobody listens any more shows when something comes.

        Both sides seal in the same order: nothing else is said meanwhile.
        """
        with suppress(OSError):
            self._sock.sendall(b"".join(seal(self._session.sending, each) for each in contents))

    def ask(self, request: int, *places: Place) -> None:
        self.say(Get(request=request, rows=[Asked(*place, 1) for place in places]))

    def send(self, request: int, entry: int, piece: int, content: bytes) -> None:
        frame = _framed(request, entry, piece, content)
        self._sender.send_frame(frame, len(content), Stopwatch(monotonic_ns))

    def trickle(
        self, request: int, entry: int, piece: int, content: bytes, is_over: threading.Event
    ) -> None:
        """Send 1 KB a second until it is over."""
        wire = self._sender._sealed(_framed(request, entry, piece, content))
        for start in range(0, len(wire), 50):
            if is_over.wait(0.05):
                return
            with suppress(OSError):
                self._sock.sendall(wire[start : start + 50])

    def hear(self, kind: type[Wanted]) -> Wanted:
        """Return the next message of a kind, passing over others."""
        while True:
            heard = self.heard.get(timeout=SECONDS)
            assert heard is not None, "the link was closed"
            if isinstance(heard, kind):
                return heard

    def hear_next(self) -> Message | tuple[FrameHeader, bytes] | None:
        """Return what is said next, None for the end."""
        return self.heard.get(timeout=SECONDS)

    def hear_frame(self) -> tuple[FrameHeader, bytes]:
        found: tuple[FrameHeader, bytes] = self.hear(tuple)
        return found

    def hear_piece(self) -> bytes:
        """Return the next piece, in fragments or whole."""
        header, body = self.hear_frame()
        content = body[HASH_BYTES if header.flags & FLAG_HASHES else 0 :]
        while header.flags & FLAG_FRAGMENT and not header.flags & FLAG_LAST:
            header, body = self.hear_frame()
            assert header.offset == len(content)
            content += body
        return content

    def hear_have(self, kind: type[Bits] | type[Have]) -> RangeSet:
        """Return the numbers in the next BITS or HAVE."""
        return told_numbers(self.numbering, self.hear(kind).rows)

    def hear_all(self) -> list[Message | tuple[FrameHeader, bytes]]:
        """Return all that comes until the other side hangs up."""
        heard: list[Message | tuple[FrameHeader, bytes]] = []
        while (each := self.heard.get(timeout=SECONDS)) is not None:
            heard.append(each)
        return heard

    def hang_up(self) -> None:
        """Say and hear nothing more."""
        with suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.hang_up()
        if self._thread.is_alive():
            self._thread.join()
        self._sock.close()

    def _listen(self) -> None:
        with suppress(ByhandError):
            while (received := self._receiver.receive()) is not None:
                if isinstance(received, tuple):
                    self.heard.put((received[0], bytes(received[1])))
                else:
                    self.heard.put(received)
        self.heard.put(None)


def _framed(request: int, entry: int, piece: int, content: bytes) -> memoryview:
    header = FrameHeader(0, 1, 0, entry, piece, 0, len(content), 0, request)
    frame = memoryview(bytearray(HEADER_BYTES) + content)
    encode_header_into(frame, 0, header)
    return frame
