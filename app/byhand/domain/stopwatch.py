"""What the time of one transfer's lane goes to, counted as it goes by."""

from collections.abc import Callable

from byhand.domain.bottleneck import Activity


class Stopwatch:
    """Adds up nanoseconds by activity; the lane's thread switches it, any thread may look.

    Where several lanes carry one transfer, all that counts is what any of them began last.
    """

    __slots__ = ("_activity", "_clock", "_since", "_spent")

    def __init__(self, clock: Callable[[], int]) -> None:
        """`clock` in nanoseconds that only ever grow."""
        self._clock = clock
        self._spent = [0] * len(Activity)
        self._activity = Activity.IDLE
        self._since = clock()

    def switch(self, activity: Activity) -> None:
        """Take note that something else is done from now on."""
        now = self._clock()
        self._spent[self._activity] += now - self._since
        self._since = now
        self._activity = activity

    def spent(self) -> tuple[int, ...]:
        """Return what went to each activity, with what has gone to the present one so far."""
        activity, since, spent = self._activity, self._since, self._spent.copy()
        spent[activity] += max(0, self._clock() - since)
        return tuple(spent)
