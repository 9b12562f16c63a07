"""The data connections of one session: announced, echoed, dialled, each index once."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from time import monotonic

from byhand.engine.receiving_lane import Receivers, ReceivingLane
from byhand.engine.reports import LaneEnded
from byhand.engine.sending_lane import SendingLane
from byhand.errors import ByhandError, NetworkError, RemoteProtocolError
from byhand.noise.handshake_state import Session
from byhand.protocol.handshake import LaneEstablished, LaneTicket, lane_ticket
from byhand.protocol.messages import Lanes
from byhand.service.silence import Silence

LANE_LIMIT = 8
THEIR_LANES_LIMIT = 10_000
OPENING_SECONDS = 10.0

CIPHER_NAMES = {1: "ChaCha20-Poly1305", 2: "AES-256-GCM"}
DialLane = Callable[[LaneTicket], Awaitable[tuple[socket.socket, LaneEstablished]]]


class SessionLanes:
    """Opens lanes on demand and ends them with the session.

    The control initiator dials every lane; its announcements use even indices, the other
    side's odd ones (PROTOCOL.md, section 7).
    """

    def __init__(
        self,
        session: Session,
        post: Callable[[Lanes], None],
        dial: DialLane,
        ended: Callable[[LaneEnded], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.receivers = Receivers()
        self.cipher = 1
        self._session = session
        self._post = post
        self._dial = dial
        self._ended = ended
        self._loop = asyncio.get_running_loop()
        self._next_index = 0 if session.is_initiator else 1
        self._their_indices: set[int] = set()
        # Announced by the other side and not here yet, the oldest first.
        self._awaited: dict[int, LaneTicket] = {}
        self._dialling: set[asyncio.Task[None]] = set()
        self._tickets: dict[bytes, LaneTicket] = {}
        self._sending: dict[int, SendingLane] = {}
        self._receiving: dict[int, ReceivingLane] = {}
        self._opening: dict[int, asyncio.Future[SendingLane]] = {}
        self._silence = Silence(clock)
        self._is_closed = False

    async def sending_lane(self) -> SendingLane:
        """Return a lane to send on, opened now if there is none; raise NetworkError."""
        if self._is_closed:
            raise NetworkError("the session has ended")
        for lane in self._sending.values():
            return lane
        for opening in self._opening.values():
            return await asyncio.shield(opening)
        return await self._open()

    @property
    def cipher_name(self) -> str:
        """What the cipher that files are sealed with is called."""
        return CIPHER_NAMES[self.cipher]

    @property
    def awaited(self) -> int:
        """How many lanes may still be dialled to us."""
        return len(self._tickets)

    def is_open(self, lane: SendingLane) -> bool:
        """Say whether a lane we send on has not ended."""
        return self._sending.get(lane.index) is lane

    def has_delivered(self, index: int, frames: int) -> bool:
        """Say whether a lane we receive on has delivered so many frames, or will none any more."""
        lane = self._receiving.get(index)
        return self.has_ended(index) if lane is None else lane.frames_taken >= frames

    def has_ended(self, index: int) -> bool:
        """Say whether a lane on which we receive will deliver nothing more."""
        return index not in self._receiving and index not in self._awaited

    def announced(self, lanes: Lanes) -> None:
        """Handle a LANES message: our own, echoed, or the other side's; RemoteProtocolError."""
        for index in lanes.indices:
            if index % 2 == self._parity(ours=True):
                self._echoed(index, lanes.direction)
            else:
                self._their_lane(index, lanes.direction)

    def ticket(self, tag: bytes) -> LaneTicket | None:
        """Return the ticket of a lane that may be dialled to us; it works once."""
        return self._tickets.pop(tag, None)

    def arrived(self, sock: socket.socket, established: LaneEstablished) -> None:
        """Put a lane that was dialled, by us or to us, into service."""
        index = established.ticket.index
        self._awaited.pop(index, None)
        sock.setblocking(True)
        if self._is_closed:
            sock.close()
            return
        if established.ticket.direction == self._direction(ours=True):
            sending = SendingLane(index, sock, established.session.sending, self._lane_ended)
            self._sending[index] = sending
            sending.start()
            opening = self._opening.pop(index, None)
            if opening is not None and not opening.done():
                opening.set_result(sending)
            return
        receiving = ReceivingLane(
            index, sock, established.session.receiving, self.receivers, self._lane_ended
        )
        self._receiving[index] = receiving
        receiving.start()

    def hang_up_silent(self) -> None:
        """End lanes on which nothing has come for long; called often while something is wanted.

        The other side announces another one if it has something to send.
        """
        for index in self._silence.look(self._receiving):
            self._receiving[index].interrupt()

    def close(self) -> None:
        """Join the threads of all lanes; called from a worker thread after `abandon`."""
        for receiving in list(self._receiving.values()):
            receiving.close()
        for sending in list(self._sending.values()):
            sending.close()

    def abandon(self) -> None:
        """Hang up all lanes, at once, and open no more; called on the loop before `close`."""
        self._is_closed = True
        self._tickets.clear()
        self._awaited.clear()
        for dialling in self._dialling:
            dialling.cancel()
        for opening in self._opening.values():
            _fail(opening, NetworkError("the session has ended"))
        for receiving in self._receiving.values():
            receiving.interrupt()
        for sending in self._sending.values():
            sending.interrupt()

    async def _open(self) -> SendingLane:
        index, self._next_index = self._next_index, self._next_index + 2
        opening: asyncio.Future[SendingLane] = self._loop.create_future()
        self._opening[index] = opening
        ticket = self._make_ticket(index, self._direction(ours=True))
        if not self._session.is_initiator:
            self._tickets[ticket.tag] = ticket
        self._post(Lanes(indices=[index], direction=ticket.direction))
        try:
            async with asyncio.timeout(OPENING_SECONDS):
                return await asyncio.shield(opening)
        except TimeoutError as exc:
            raise NetworkError("the lane was not opened in time") from exc
        finally:
            self._opening.pop(index, None)
            self._tickets.pop(ticket.tag, None)
            # Others may wait for it too: they must hear that it did not come.
            _fail(opening, NetworkError("the lane was not opened in time"))

    def _echoed(self, index: int, direction: int) -> None:
        """Our announcement came back: dial, if dialling is ours to do and not too late."""
        if index >= self._next_index or direction != self._direction(ours=True):
            raise RemoteProtocolError("a lane that was not announced")
        if index in self._opening and self._session.is_initiator:
            self._start_dialling(self._make_ticket(index, direction))

    def _their_lane(self, index: int, direction: int) -> None:
        if (
            index in self._their_indices
            or len(self._their_indices) >= THEIR_LANES_LIMIT
            or len(self._receiving) >= LANE_LIMIT
            or direction == self._direction(ours=True)
        ):
            raise RemoteProtocolError("a lane that may not be opened")
        self._their_indices.add(index)
        self._forget_oldest_awaited()
        ticket = self._awaited[index] = self._make_ticket(index, direction)
        self._post(Lanes(indices=[index], direction=direction))
        if self._session.is_initiator:
            self._start_dialling(ticket)
        else:
            self._tickets[ticket.tag] = ticket

    def _forget_oldest_awaited(self) -> None:
        """Make room: what was announced before and never came takes no place."""
        while self._awaited and len(self._receiving) + len(self._awaited) >= LANE_LIMIT:
            ticket = self._awaited.pop(next(iter(self._awaited)))
            self._tickets.pop(ticket.tag, None)

    def _start_dialling(self, ticket: LaneTicket) -> None:
        """Dial beside the control channel, which must not wait for it."""
        if len(self._dialling) >= LANE_LIMIT:
            raise RemoteProtocolError("too many lanes at once")
        dialling = self._loop.create_task(self._dial_one(ticket))
        self._dialling.add(dialling)
        dialling.add_done_callback(self._dialling.discard)

    async def _dial_one(self, ticket: LaneTicket) -> None:
        try:
            self.arrived(*await self._dial(ticket))
        except ByhandError as exc:
            self._awaited.pop(ticket.index, None)
            if ticket.index in self._opening:
                _fail(self._opening[ticket.index], exc)

    def _make_ticket(self, index: int, direction: int) -> LaneTicket:
        return lane_ticket(self._session, index, direction, self.cipher)

    def _parity(self, *, ours: bool) -> int:
        return 0 if self._session.is_initiator == ours else 1

    def _direction(self, *, ours: bool) -> int:
        """Return the direction of data that flows from us, or to us (0: from the initiator)."""
        return 0 if self._session.is_initiator == ours else 1

    def _lane_ended(self, report: LaneEnded) -> None:
        """Pass on, from the lane's thread, that it has ended."""
        self._loop.call_soon_threadsafe(self._forget, report)

    def _forget(self, report: LaneEnded) -> None:
        self._sending.pop(report.lane_index, None)
        self._receiving.pop(report.lane_index, None)
        self._ended(report)


def _fail(opening: asyncio.Future[SendingLane], error: ByhandError) -> None:
    if not opening.done():
        opening.set_exception(error)
        opening.exception()  # it may be that nobody waits any more
