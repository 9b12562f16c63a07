"""What screen readers are told of how far the current row's transfer is: every quarter, if long."""

from collections.abc import Callable, Mapping

from byhand.domain.progress import Progress
from byhand.domain.text import filled
from byhand.domain.transfer import TransferId
from byhand.gui.translation import translate

LONG_SECONDS = 30.0
QUARTERS = (1, 2, 3)
Say = Callable[[str, bool], None]
"""say(text, is_urgent)"""


class ProgressAnnouncer:
    """Tells 25, 50 and 75 % of what takes more than 30 s in all, and of the current row alone."""

    def __init__(self, say: Say, clock: Callable[[], float]) -> None:
        """`clock` returns seconds that only ever grow."""
        self._say = say
        self._clock = clock
        self._began: dict[TransferId, float] = {}
        self._current: tuple[TransferId, int] | None = None

    def follow(
        self,
        latest: Mapping[TransferId, Progress],
        current: TransferId | None,
        title: str,
    ) -> None:
        """Take how far everything is, and which one's row, by its title, is the current one."""
        now = self._clock()
        self._began = {each: self._began.get(each, now) for each in latest}
        progress = latest.get(current) if current is not None else None
        if current is None or progress is None or progress.total_bytes <= 0:
            self._current = None
            return
        quarter = 4 * progress.bytes // progress.total_bytes
        before = self._current
        self._current = current, quarter
        if before is None or before[0] != current or quarter <= before[1]:
            return
        seconds = now - self._began[current] + (progress.seconds_left or 0.0)
        if quarter in QUARTERS and seconds > LONG_SECONDS:
            text = translate("TransferList", "{title}: {percent} %")
            self._say(filled(text, title=title, percent=25 * quarter), False)
