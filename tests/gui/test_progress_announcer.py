"""Quarters of long transfers are read aloud, of the current row alone."""

import pytest

from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.gui.progress_announcer import ProgressAnnouncer

SUMMER, WINTER = TransferId(b"s" * 16), TransferId(b"w" * 16)


class Listener:
    """Somebody on a row, at a time."""

    def __init__(self) -> None:
        self.now = 0.0
        self.texts: list[tuple[str, bool]] = []
        self.announcer = ProgressAnnouncer(
            lambda text, is_urgent: self.texts.append((text, is_urgent)), lambda: self.now
        )

    def hear(
        self, percent: int, left: float | None = 100.0, current: TransferId | None = SUMMER
    ) -> None:
        progress = Progress(percent, 100, 0, 1, 1.0, left)
        self.announcer.follow({SUMMER: progress, WINTER: progress}, current, "Summer 2026")
        self.now += 1.0


def test_every_quarter_of_a_long_one_is_said_once() -> None:
    listener = Listener()
    for percent in (0, 10, 24, 25, 26, 49, 51, 74, 80, 99, 100):
        listener.hear(percent)
    assert listener.texts == [
        ("Summer 2026: 25 %", False),
        ("Summer 2026: 50 %", False),
        ("Summer 2026: 75 %", False),
    ]


def test_what_is_over_within_half_a_minute_is_not_said() -> None:
    listener = Listener()
    for percent in (0, 30, 60, 90):
        listener.hear(percent, left=5.0)
    assert listener.texts == []


def test_what_has_taken_longer_by_now_is_long() -> None:
    listener = Listener()
    listener.hear(0, left=None)
    listener.now = 31.0
    listener.hear(30, left=None)
    assert listener.texts == [("Summer 2026: 25 %", False)]


def test_who_comes_to_a_row_is_not_told_what_was_before() -> None:
    listener = Listener()
    listener.hear(10)
    listener.hear(30, current=WINTER)
    listener.hear(60)
    assert listener.texts == []
    listener.hear(80)
    assert listener.texts == [("Summer 2026: 75 %", False)]


@pytest.mark.parametrize("total", [0, 100])
def test_a_row_that_does_not_move_says_nothing(total: int) -> None:
    listener = Listener()
    listener.announcer.follow({WINTER: Progress(0, total, 0, 1)}, SUMMER, "Summer 2026")
    listener.announcer.follow({}, SUMMER, "Summer 2026")
    assert listener.texts == []
