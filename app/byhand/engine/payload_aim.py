"""How much payload a frame takes, so that it takes about 50 ms (PROTOCOL.md, section 9)."""

from byhand.domain.pieces import KIB, MIB
from byhand.engine.bandwidth import Bucket

FRAME_SECONDS = 0.05
FIRST_PAYLOAD = 256 * KIB
SMALLEST_PAYLOAD = 64 * KIB
SMALLEST_LIMITED_PAYLOAD = 2 * KIB
"""Under a low limit a larger frame would be more than 5 % of what may go in 5 s."""
LARGEST_PAYLOAD = MIB


class PayloadAim:
    """Follows the speed that a lane has; for the lane's thread alone."""

    def __init__(self, largest: int = LARGEST_PAYLOAD) -> None:
        self._largest = largest
        self._bytes = min(FIRST_PAYLOAD, largest)

    def took(self, seconds: float) -> None:
        """Take note of how long the last frame took."""
        if seconds > 2 * FRAME_SECONDS:
            self._bytes = max(SMALLEST_PAYLOAD, self._bytes // 2)
        elif seconds < FRAME_SECONDS / 2:
            self._bytes = min(self._largest, self._bytes * 2)

    def bytes_below(self, bucket: Bucket) -> int:
        """Return the payload to aim at, 50 ms of a limit at most where there is one."""
        if bucket.rate is None:
            return self._bytes
        limited = max(SMALLEST_LIMITED_PAYLOAD, int(bucket.rate * FRAME_SECONDS))
        return min(self._bytes, limited)
