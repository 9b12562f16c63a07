"""The data connections of one session: announced, echoed, dialled, each index once."""

import asyncio
import socket
from collections.abc import Awaitable, Callable

from byhand.engine.receiving_lane import Receivers, ReceivingLane
from byhand.engine.reports import LaneEnded
from byhand.engine.sending_lane import SendingLane
from byhand.errors import ByhandError, NetworkError, RemoteProtocolError
from byhand.noise.handshake_state import Session
from byhand.protocol.handshake import LaneEstablished, LaneTicket, lane_ticket
from byhand.protocol.messages import Lanes

LANE_LIMIT = 8
OPENING_SECONDS = 10.0

DialLane = Callable[[LaneTicket], Awaitable[tuple[socket.socket, LaneEstablished]]]


class SessionLanes:
    """Opens lanes on demand and ends them with the session.

    The control initiator dials every lane; its announcements use even indices, the other
    side's odd ones (protocol.md, section 1).
    """

    def __init__(
        self,
        session: Session,
        post: Callable[[Lanes], None],
        dial: DialLane,
        ended: Callable[[LaneEnded], None],
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
        self._tickets: dict[bytes, LaneTicket] = {}
        self._sending: dict[int, SendingLane] = {}
        self._receiving: dict[int, ReceivingLane] = {}
        self._opening: dict[int, asyncio.Future[SendingLane]] = {}
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

    def receiving_lane(self, index: int) -> ReceivingLane | None:
        """Return a lane we receive on, None if it has ended."""
        return self._receiving.get(index)

    async def announced(self, lanes: Lanes) -> None:
        """Handle a LANES message: our own, echoed, or the other side's. Raises ByhandError."""
        for index in lanes.indices:
            if index % 2 == self._parity(ours=True):
                await self._echoed(index, lanes.direction)
            else:
                await self._their_lane(index, lanes.direction)

    def ticket(self, tag: bytes) -> LaneTicket | None:
        """Return the ticket of a lane that may be dialled to us; it works once."""
        return self._tickets.pop(tag, None)

    def arrived(self, sock: socket.socket, established: LaneEstablished) -> None:
        """Put a lane that was dialled, by us or to us, into service."""
        index = established.ticket.index
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

    def close(self) -> None:
        """End all lanes and join their threads; called from a worker thread."""
        self._is_closed = True
        for receiving in list(self._receiving.values()):
            receiving.close()
        for sending in list(self._sending.values()):
            sending.close()

    def abandon(self) -> None:
        """Give up lanes that are being opened; called on the loop before `close`."""
        self._is_closed = True
        self._tickets.clear()
        for opening in self._opening.values():
            opening.cancel()

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
            opening.cancel()

    async def _echoed(self, index: int, direction: int) -> None:
        """Our announcement came back: dial, if dialling is ours to do."""
        opening = self._opening.get(index)
        if opening is None or direction != self._direction(ours=True):
            raise RemoteProtocolError("a lane that was not announced")
        if not self._session.is_initiator:
            return
        try:
            self.arrived(*await self._dial(self._make_ticket(index, direction)))
        except ByhandError as exc:
            if not opening.done():
                opening.set_exception(exc)

    async def _their_lane(self, index: int, direction: int) -> None:
        live = len(self._receiving) + len(self._tickets)
        if (
            index in self._their_indices
            or live >= LANE_LIMIT
            or direction == self._direction(ours=True)
        ):
            raise RemoteProtocolError("a lane that may not be opened")
        self._their_indices.add(index)
        ticket = self._make_ticket(index, direction)
        echo = Lanes(indices=[index], direction=direction)
        if not self._session.is_initiator:
            self._tickets[ticket.tag] = ticket
            self._post(echo)
            return
        self._post(echo)
        self.arrived(*await self._dial(ticket))

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
