"""How much a receiving lane may read now: as long as a limit is in debt, the socket is not read.

What is not read fills the other side's window, and slows it down by itself. To which transfer a
frame belongs only its header says: until the next one comes, what is read counts as the last
one's. So a limit on receiving one transfer holds up whatever comes behind its frames on the same
lane; only the sender could pass it over. The limits of friends and of all do no such harm, as all
that comes on a lane is one friend's.
"""

from collections.abc import Callable
from time import monotonic_ns

from byhand.domain.bottleneck import Activity
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.bandwidth import Bucket, Pacer
from byhand.engine.payload_aim import FRAME_SECONDS

SMALLEST_READ = 1024


class Intake:
    """Fits `network.lane.Pace` for one receiving lane, and belongs to its thread but for `stop`."""

    def __init__(
        self,
        bucket_of: Callable[[int | None], Bucket],
        watch_of: Callable[[int], Stopwatch | None],
        pacer: Pacer,
    ) -> None:
        """`bucket_of` returns a transfer's bucket, its friend's for None and for unknown ones.

        `watch_of` returns a transfer's stopwatch, None for unknown ones.
        """
        self._bucket_of = bucket_of
        self._watch_of = watch_of
        self._pacer = pacer
        self._number: int | None = None
        self._is_stopped = False
        self._nobodys = self._watch = Stopwatch(monotonic_ns)

    def begin(self, transfer_number: int) -> None:
        """Take note of whose frame has begun."""
        self._number = transfer_number
        watch = self._watch_of(transfer_number) or self._nobodys
        if watch is not self._watch:
            self._watch.switch(Activity.IDLE)
            self._watch = watch
            watch.switch(Activity.COMPUTING)

    def room(self) -> int:
        """Wait until bytes may be read; return how many, 0 for as many as there are."""
        while not self._is_stopped:
            bucket = self._bucket_of(self._number)
            wait = self._pacer.seconds_to_turn(bucket)
            if not wait:
                self._watch.switch(Activity.WIRE)
                rate = bucket.rate
                return 0 if rate is None else max(SMALLEST_READ, int(rate * FRAME_SECONDS))
            self._watch.switch(Activity.LIMIT)
            self._pacer.wait(wait)
        return 0

    def received(self, byte_count: int) -> None:
        """Take note of what was read."""
        self._watch.switch(Activity.COMPUTING)
        self._pacer.charge(self._bucket_of(self._number), byte_count)

    def stop(self) -> None:
        """Hold nothing back any more: the lane is about to end."""
        self._is_stopped = True
        self._pacer.wake()
