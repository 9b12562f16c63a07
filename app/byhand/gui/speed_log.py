"""How fast each transfer went in the last minutes, once a second."""

from collections import OrderedDict, deque
from collections.abc import Callable, Mapping

from msgspec import Struct

from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId

SECONDS_SHOWN = 90
SAMPLE_SECONDS = 1.0
TRANSFERS_KEPT = 50


class Speeds(Struct, frozen=True):
    """Bytes a second: now, on average and at most since this window watches; `recent` by seconds.

    The newest of `recent` comes last.
    """

    now: float = 0.0
    average: float = 0.0
    highest: float = 0.0
    recent: tuple[float, ...] = ()


class _Course:
    def __init__(self, now: float, start: int) -> None:
        self.recent: deque[float] = deque(maxlen=SECONDS_SHOWN)
        self.highest = 0.0
        self.seconds = 0.0
        self._start = self.bytes = start
        self._noted_at = now

    def note(self, now: float, progress: Progress) -> None:
        is_moving = progress.bytes != self.bytes or progress.bytes_per_second > 0
        if is_moving:  # a pause is no part of the average
            self.seconds += now - self._noted_at
        self._noted_at, self.bytes = now, progress.bytes
        self.recent.append(progress.bytes_per_second)
        self.highest = max(self.highest, progress.bytes_per_second)

    def speeds(self) -> Speeds:
        moved = max(0, self.bytes - self._start)
        average = moved / self.seconds if self.seconds else 0.0
        return Speeds(self.recent[-1], average, max(self.highest, average), tuple(self.recent))


class SpeedLog:
    """Remembers the last transfers; the clock (monotonic seconds) is passed in."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._courses: OrderedDict[TransferId, _Course] = OrderedDict()
        self._noted_at: float | None = None

    def note(self, latest: Mapping[TransferId, Progress]) -> bool:
        """Take note of how far everything is; return whether a second has passed, so it was."""
        now = self._clock()
        if self._noted_at is not None and now - self._noted_at < SAMPLE_SECONDS:
            return False
        self._noted_at = now
        for transfer_id, progress in latest.items():
            course = self._courses.get(transfer_id)
            if course is None:
                course = self._courses[transfer_id] = _Course(now, progress.bytes)
            self._courses.move_to_end(transfer_id)
            course.note(now, progress)
        while len(self._courses) > max(TRANSFERS_KEPT, len(latest)):
            self._courses.popitem(last=False)
        return True

    def of(self, transfer_id: TransferId) -> Speeds | None:
        """Return how fast a transfer went; None if it was not seen to move."""
        course = self._courses.get(transfer_id)
        return course.speeds() if course is not None and course.recent else None
