"""Links of a simulated network: who uploads shares it in turns, who is slow holds others up."""

import heapq
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece on its way: pushed if `request_id` is 0."""

    number: int
    size: int
    request_id: int = 0
    is_bad: bool = False


LATENCY = 0.002
WINDOW_QUANTA = 4


class Clock:
    """Simulated seconds, and what happens when."""

    def __init__(self) -> None:
        self.now = 0.0
        self._happenings: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()

    def after(self, seconds: float, happening: Callable[[], None]) -> None:
        heapq.heappush(self._happenings, (self.now + seconds, next(self._order), happening))

    def run(self, until: Callable[[], bool], limit: float) -> None:
        """Let things happen until a condition holds; AssertionError if it never does."""
        while not until():
            assert self._happenings, "nothing happens any more"
            self.now, _, happening = heapq.heappop(self._happenings)
            assert self.now <= limit, f"not over after {limit} simulated seconds"
            happening()


class Port:
    """One computer's link: bytes a second up and down."""

    def __init__(self, clock: Clock, up: float, down: float, quantum: int) -> None:
        self.clock = clock
        self.up = up
        self.down = down
        self.quantum = quantum
        self.sent_bytes = 0
        self.received_bytes = 0
        self._ready: deque[Connection] = deque()
        self._is_sending = False
        self._free_at = 0.0

    def ready(self, connection: "Connection") -> None:
        """Let a connection take its turns from now on."""
        self._queue(connection)
        if not self._is_sending:
            self._send()

    def _queue(self, connection: "Connection") -> None:
        if not connection.is_queued:
            connection.is_queued = True
            self._ready.append(connection)

    def _send(self) -> None:
        self._is_sending = True
        while self._ready:
            connection = self._ready.popleft()
            connection.is_queued = False
            size = connection.take()
            if size:
                self.sent_bytes += size
                self.clock.after(size / self.up, partial(self._sent, connection, size))
                return
        self._is_sending = False

    def _sent(self, connection: "Connection", size: int) -> None:
        self.clock.after(LATENCY, partial(connection.target.receive, connection, size))
        if connection.may_take():
            self._queue(connection)
        self._send()

    def receive(self, connection: "Connection", size: int) -> None:
        """Take what comes in one after the other, at this link's own speed."""
        begins = max(self.clock.now, self._free_at)
        self._free_at = begins + size / self.down
        self.received_bytes += size
        self.clock.after(self._free_at - self.clock.now, partial(connection.arrived, size))


class Connection:
    """One way from a computer to another: pieces, delivered whole and in order.

    At most four quanta are under way, so that a slow receiver holds up only itself.
    """

    def __init__(
        self,
        source: Port,
        target: Port,
        deliver: Callable[[Piece], None],
        drained: Callable[[], None] = lambda: None,
    ) -> None:
        self.source = source
        self.target = target
        self.is_queued = False
        self.is_closed = False
        self._deliver = deliver
        self._drained = drained
        self._waiting: deque[Piece] = deque()
        self._left = 0
        self._under_way: deque[Piece] = deque()
        self._arriving = 0
        self._quanta = 0

    def send(self, piece: Piece) -> None:
        self._waiting.append(piece)
        self.source.ready(self)

    def cancel(self, request_id: int) -> None:
        """Drop what waits of a request and has not begun to go."""
        self._waiting = deque(each for each in self._waiting if each.request_id != request_id)

    def close(self) -> None:
        self.is_closed = True
        self._waiting.clear()
        self._left = 0

    def may_take(self) -> bool:
        has_bytes = self._left > 0 or bool(self._waiting)
        return has_bytes and self._quanta < WINDOW_QUANTA and not self.is_closed

    def take(self) -> int:
        """Return the bytes of the next quantum, 0 if none may go."""
        if not self.may_take():
            return 0
        if not self._left:
            self._under_way.append(self._waiting.popleft())
            self._left = self._under_way[-1].size
        size = min(self._left, self.source.quantum)
        self._left -= size
        self._quanta += 1
        if not self._left and not self._waiting:
            self._drained()
        return size

    def arrived(self, size: int) -> None:
        self._quanta -= 1
        if self.is_closed:
            return
        self._arriving += size
        if self._arriving == self._under_way[0].size:
            self._arriving = 0
            self._deliver(self._under_way.popleft())
        if self.may_take():
            self.source.ready(self)
