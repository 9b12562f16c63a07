"""How much of a lane waits in the system to be sent, where it can be held back no more (§3)."""

import socket
from collections.abc import Callable
from time import monotonic

SMALLEST_BYTES = 256 * 1024
LARGEST_BYTES = 2**30
RATE_SECONDS = 0.1
MEASURED_SECONDS = 0.25
_CHANGE = 1.25


class UnsentLimit:
    """Lets 100 ms of the rate wait, 256 KiB at least, where the system can be told so."""

    def __init__(self, sock: socket.socket, clock: Callable[[], float] = monotonic) -> None:
        """`clock` in seconds; used by the thread that sends."""
        self.byte_count = SMALLEST_BYTES
        self._socket = sock
        self._clock = clock
        self._since = clock()
        self._sent = 0
        is_tcp = sock.family in (socket.AF_INET, socket.AF_INET6)
        self._can_be_told = is_tcp and hasattr(socket, "TCP_NOTSENT_LOWAT")
        self._tell()

    def sent(self, byte_count: int) -> None:
        """Take note of what the system has taken, and of how long that took."""
        self._sent += byte_count
        seconds = self._clock() - self._since
        if seconds < MEASURED_SECONDS:
            return
        wanted = int(self._sent / seconds * RATE_SECONDS)
        wanted = min(max(SMALLEST_BYTES, wanted), LARGEST_BYTES)
        self._since, self._sent = self._clock(), 0
        if not self.byte_count / _CHANGE <= wanted <= self.byte_count * _CHANGE:
            self.byte_count = wanted
            self._tell()

    def _tell(self) -> None:
        if self._can_be_told:
            try:
                self._socket.setsockopt(
                    socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, self.byte_count
                )
            except OSError:
                # Sending will tell if the connection has gone; an old system does not know it.
                self._can_be_told = False
