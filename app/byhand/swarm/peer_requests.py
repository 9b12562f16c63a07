"""What a member has asked of one peer, how fast it comes, and how much more may be asked."""

from msgspec import Struct

MIB = 1024 * 1024
FIRST_WINDOW = MIB // 2
"""Until it is known how fast a peer is."""
SMALLEST_WINDOW = MIB
LARGEST_WINDOW = 8 * MIB
WINDOW_SECONDS = 0.5
STUCK_SECONDS = 20.0
"""A peer that answers nothing for so long is asked no more for a while."""
FIRST_REST_SECONDS = 5.0
LONGEST_REST_SECONDS = 80.0
CANCELLED_KEPT = 64
"""Answers to so many cancelled requests are still taken: they were on the way."""
_MEASURED_SECONDS = 0.25
_MEASURED_BYTES = 2 * MIB
"""A rate is taken over so much time in which something was asked, or over so many bytes."""
_SHORTEST_SECONDS = 0.001


class Request(Struct, frozen=True):
    """Pieces to ask of a peer: the numbers from `first` to before `end`."""

    request_id: int
    first: int
    end: int


class _Asked:
    """A request that is not answered whole: its unanswered numbers with their bytes, since when."""

    __slots__ = ("lengths", "since")

    def __init__(self, lengths: dict[int, int], since: float) -> None:
        self.lengths = lengths
        self.since = since


class PeerRequests:
    """The requests to one peer by their id, which begin at 1."""

    def __init__(self) -> None:
        self._open: dict[int, _Asked] = {}
        self._cancelled: dict[int, _Asked] = {}
        self._last_id = 0
        self._open_bytes = 0
        self._rate = 0.0
        self._measured_from = 0.0
        self._measured_bytes = 0
        self._heard_at = 0.0
        self._rests_until = 0.0
        self._rest = FIRST_REST_SECONDS
        self._is_put_off = False

    def room(self, now: float) -> int:
        """Return how many more bytes may be asked now; none if it is not above 0."""
        if now < self._rests_until:
            return 0
        if not self._rate:
            return FIRST_WINDOW - self._open_bytes
        window = max(int(self._rate * WINDOW_SECONDS), SMALLEST_WINDOW)
        return min(window, LARGEST_WINDOW) - self._open_bytes

    def add(self, lengths: dict[int, int], now: float) -> Request:
        """Note a request of adjoining pieces, given with their bytes."""
        if not self._open:
            self._measured_from += now - self._heard_at
            self._heard_at = now
        self._last_id += 1
        self._open[self._last_id] = _Asked(lengths, now)
        self._open_bytes += sum(lengths.values())
        return Request(self._last_id, min(lengths), max(lengths) + 1)

    def ids(self) -> list[int]:
        """Return the requests that are neither answered whole nor cancelled, oldest first."""
        return list(self._open)

    def left(self, request_id: int) -> list[int]:
        """Return what is unanswered of a request; nothing if it is not open."""
        return list(self._open[request_id].lengths) if request_id in self._open else []

    def since(self, request_id: int) -> float:
        """Return when an open request was made."""
        return self._open[request_id].since

    def is_due(self, request_id: int, number: int) -> bool:
        """Say whether an answer about a piece may come."""
        return any(
            request_id in asked and number in asked[request_id].lengths
            for asked in (self._open, self._cancelled)
        )

    def arrived(self, request_id: int, number: int, now: float) -> float:
        """Note that a piece that was due came; return after how many seconds."""
        requests = self._open if request_id in self._open else self._cancelled
        waited = now - requests[request_id].since
        self._measured_bytes += self._answer(request_id, number, now)
        seconds = now - self._measured_from
        if seconds >= _MEASURED_SECONDS or self._measured_bytes >= _MEASURED_BYTES:
            rate = self._measured_bytes / max(seconds, _SHORTEST_SECONDS)
            self._rate = (self._rate + rate) / 2 if self._rate else rate
            self._measured_from, self._measured_bytes = now, 0
        self._rest = FIRST_REST_SECONDS
        return waited

    def refused(self, request_id: int, number: int, now: float) -> None:
        """Note that a piece that was due will not come."""
        self._answer(request_id, number, now)

    def cancel(self, request_id: int) -> None:
        """Note that the answers to an open request are not needed."""
        asked = self._open.pop(request_id)
        self._open_bytes -= sum(asked.lengths.values())
        self._cancelled[request_id] = asked
        if len(self._cancelled) > CANCELLED_KEPT:
            del self._cancelled[next(iter(self._cancelled))]

    def is_stuck(self, now: float) -> bool:
        """Say whether nothing that was asked has come for long."""
        return bool(self._open) and now - self._heard_at > STUCK_SECONDS

    def rest(self, now: float) -> None:
        """Ask nothing for a while, each time longer until something comes."""
        if now >= self._rests_until:
            self._rests_until = now + self._rest
            self._rest = min(2 * self._rest, LONGEST_REST_SECONDS)
            self._rate = 0.0

    def put_off(self, now: float) -> None:
        """Ask nothing for a while because the peer wants that, or until it says what it has."""
        self.rest(now)
        self._is_put_off = True

    def told(self) -> None:
        """Note that the peer has said what it has."""
        if self._is_put_off:
            self._is_put_off = False
            self._rests_until = 0.0

    def _answer(self, request_id: int, number: int, now: float) -> int:
        self._heard_at = now
        is_open = request_id in self._open
        requests = self._open if is_open else self._cancelled
        lengths = requests[request_id].lengths
        byte_count = lengths.pop(number)
        if is_open:
            self._open_bytes -= byte_count
        if not lengths:
            del requests[request_id]
        return byte_count
