"""What holds a transfer up: judged from what the lanes at both its ends spend their time on."""

from collections import deque
from collections.abc import Sequence
from enum import IntEnum, StrEnum

WINDOW_SECONDS = 5.0
SETTLING_SECONDS = 3.0
LEAST_BUSY = 0.2
"""Of the window; who is less busy with a transfer cannot say what holds it up."""
MARGIN = 0.1
"""So much of the time something else must take more before the word changes."""


class Activity(IntEnum):
    """What a lane does at a moment; of those but IDLE, also what an end says holds it up.

    The numbers are those of STATUS (PROTOCOL.md, section 8). WIRE is waiting for the other side.
    """

    IDLE = 0
    WIRE = 1
    DISK = 2
    LIMIT = 3
    COMPUTING = 4


OWN = (Activity.DISK, Activity.LIMIT, Activity.COMPUTING)
"""What an end does without waiting for the other one."""

Spent = Sequence[float]
"""Time of any unit by activity."""


class Bottleneck(StrEnum):
    """What a transfer would be faster without, seen from here; a computer is its processor."""

    DISK_HERE = "disk_here"
    DISK_THERE = "disk_there"
    NETWORK = "network"
    LIMIT_HERE = "limit_here"
    LIMIT_THERE = "limit_there"
    COMPUTER_HERE = "computer_here"
    COMPUTER_THERE = "computer_there"


_HERE = {
    Activity.DISK: Bottleneck.DISK_HERE,
    Activity.LIMIT: Bottleneck.LIMIT_HERE,
    Activity.COMPUTING: Bottleneck.COMPUTER_HERE,
}
_THERE = {
    Activity.DISK: Bottleneck.DISK_THERE,
    Activity.LIMIT: Bottleneck.LIMIT_THERE,
    Activity.COMPUTING: Bottleneck.COMPUTER_THERE,
}


def activity_known(number: int) -> Activity:
    """Return what the other side says holds it up; IDLE for what we do not know."""
    try:
        return Activity(number)
    except ValueError:
        return Activity.IDLE


def main_activity(spent: Spent, before: Activity = Activity.IDLE) -> Activity:
    """Return what holds one end up: WIRE if it waits more than it works, else its main work.

    `before` is what it was before: it stays until something else is ahead by a margin. IDLE if
    nothing was done.
    """
    busy = sum(spent[each] for each in Activity if each is not Activity.IDLE)
    if busy <= 0:
        return Activity.IDLE
    share = {each: spent[each] / busy for each in Activity}
    slack = 0.0 if before is Activity.IDLE else MARGIN / 2
    if share[Activity.WIRE] > 0.5 + (-slack if before is Activity.WIRE else slack):
        return Activity.WIRE
    ahead = max(OWN, key=lambda each: share[each])
    is_close = before in OWN and share[ahead] < share[before] + MARGIN
    return before if is_close else ahead


def bottleneck(sender: Activity, receiver: Activity, *, is_sender: bool) -> Bottleneck | None:
    """Return what holds a transfer up, seen by one of its ends; None if that cannot be told.

    Both come to the same answer: the sender's own work goes before the receiver's, and only when
    both wait for each other it is the network between them.
    """
    if sender in OWN:
        return (_HERE if is_sender else _THERE)[sender]
    if receiver in OWN:
        return (_THERE if is_sender else _HERE)[receiver]
    is_between = sender is Activity.WIRE and receiver is Activity.WIRE
    return Bottleneck.NETWORK if is_between else None


class ActivityWindow:
    """What one end spent its time on in the last seconds, and so what holds it up."""

    def __init__(self) -> None:
        self.activity = Activity.IDLE
        """What holds this end up; IDLE while that is not clear."""
        self._looks: deque[tuple[float, Spent]] = deque()

    def record(self, now: float, spent: Spent) -> None:
        """Note what has been spent by `now` (monotonic seconds) since some beginning."""
        self._looks.append((now, spent))
        while len(self._looks) > 2 and self._looks[1][0] <= now - WINDOW_SECONDS:
            self._looks.popleft()
        self.activity = self._judged()

    def clear(self) -> None:
        """Forget what was noted: nothing moves any more."""
        self._looks.clear()
        self.activity = Activity.IDLE

    def _judged(self) -> Activity:
        (begun_at, begun), (now, spent) = self._looks[0], self._looks[-1]
        if now - begun_at < SETTLING_SECONDS:
            return Activity.IDLE
        grown = [after - before for before, after in zip(begun, spent, strict=True)]
        if sum(grown) - grown[Activity.IDLE] < LEAST_BUSY * sum(grown):
            return Activity.IDLE
        return main_activity(grown, self.activity)
