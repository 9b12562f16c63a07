"""How fast transfers went: the figures, the graph, and the words for both."""

import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.gui.speed_graph import SpeedGraph, SpeedPanel, course, spoken_speeds
from byhand.gui.speed_log import SECONDS_SHOWN, TRANSFERS_KEPT, SpeedLog, Speeds
from byhand.gui.theme import Theme
from tests.gui.parts import text_of
from tests.helpers.clock import Clock

ONE = TransferId(b"one".ljust(16))
MB = 1_000_000
SPEEDS = Speeds(4 * MB, 3 * MB, 8 * MB, (2.0 * MB, 8.0 * MB, 4.0 * MB))


def at(byte_count: int, speed: float) -> dict[TransferId, Progress]:
    return {ONE: Progress(byte_count, 100 * MB, 0, 1, speed)}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(clock: Clock) -> SpeedLog:
    return SpeedLog(clock)


def test_it_notes_once_a_second_however_often_it_is_told(log: SpeedLog, clock: Clock) -> None:
    noted = 0
    for _ in range(40):  # two seconds at 20 Hz
        noted += log.note(at(0, 1.0))
        clock.now += 0.05
    assert noted == 2
    speeds = log.of(ONE)
    assert speeds is not None
    assert len(speeds.recent) == 2


def test_average_and_highest_are_of_what_was_seen(log: SpeedLog, clock: Clock) -> None:
    for byte_count, speed in (
        (10 * MB, 0),
        (12 * MB, 2 * MB),
        (18 * MB, 6 * MB),
        (19 * MB, 1 * MB),
    ):
        log.note(at(byte_count, speed))
        clock.now += 1.0
    assert log.of(ONE) == Speeds(1 * MB, 3 * MB, 6 * MB, (0, 2 * MB, 6 * MB, 1 * MB))


def test_a_pause_does_not_lower_the_average(log: SpeedLog, clock: Clock) -> None:
    for byte_count, speed in ((0, 0), (4 * MB, 4 * MB), (4 * MB, 0), (4 * MB, 0), (8 * MB, 4 * MB)):
        log.note(at(byte_count, speed))
        clock.now += 1.0
    speeds = log.of(ONE)
    assert speeds is not None
    assert speeds.average == 4 * MB


def test_what_has_ended_keeps_its_figures(log: SpeedLog, clock: Clock) -> None:
    log.note(at(1, 5.0))
    for _ in range(3):
        clock.now += 1.0
        log.note({})
    speeds = log.of(ONE)
    assert speeds is not None
    assert speeds.highest == 5.0


def test_it_remembers_the_last_minute_and_a_half_of_the_last_transfers(
    log: SpeedLog, clock: Clock
) -> None:
    for second in range(2 * SECONDS_SHOWN):
        log.note(at(second, float(second)))
        clock.now += 1.0
    speeds = log.of(ONE)
    assert speeds is not None
    assert speeds.recent == tuple(map(float, range(SECONDS_SHOWN, 2 * SECONDS_SHOWN)))
    for number in range(TRANSFERS_KEPT):
        log.note({TransferId(number.to_bytes(16, "big")): Progress(0, 1, 0, 1)})
        clock.now += 1.0
    assert log.of(ONE) is None


def test_of_what_never_moved_there_is_nothing(log: SpeedLog) -> None:
    assert log.of(ONE) is None


# --- as a graph


def test_the_newest_second_is_at_the_end_and_the_highest_at_the_top() -> None:
    points = course(SPEEDS, QRectF(0, 0, SECONDS_SHOWN - 1, 100))
    assert [round(point.x()) for point in points] == [
        *(SECONDS_SHOWN - 3, SECONDS_SHOWN - 2, SECONDS_SHOWN - 1)
    ]
    heights = [100 - point.y() for point in points]
    assert max(heights) == heights[1] < 100
    assert heights[1] == pytest.approx(4 * heights[0])


def test_at_rest_the_line_lies_at_the_bottom() -> None:
    points = course(Speeds(recent=(0.0, 0.0)), QRectF(0, 0, 10, 10))
    assert {point.y() for point in points} == {10.0}


def test_who_does_not_see_the_graph_is_told_the_same(theme: Theme, qtbot: QtBot) -> None:
    graph = SpeedGraph(theme)
    qtbot.addWidget(graph)
    graph.show_speeds(SPEEDS)
    assert graph.accessibleName() == "Speed"
    said = "now 4.0 MB/s, average 3.0 MB/s, highest 8.0 MB/s"
    assert graph.accessibleDescription() == spoken_speeds(SPEEDS) == said


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_line_ends_where_reading_ends(
    theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    graph = SpeedGraph(theme)
    qtbot.addWidget(graph)
    graph.setLayoutDirection(direction)
    graph.resize(200, 60)
    graph.show_speeds(Speeds(1.0, 0.0, 1.0, (1.0,) * 40))
    image = graph.grab().toImage()
    ground = image.pixelColor(100, 1)
    is_drawn = [
        any(image.pixelColor(x, y) != ground for y in range(5, 50)) for x in (4, image.width() - 5)
    ]
    is_mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert is_drawn == [is_mirrored, not is_mirrored]


def test_the_panel_says_what_is_known(theme: Theme, qtbot: QtBot) -> None:
    panel = SpeedPanel(theme)
    qtbot.addWidget(panel)
    panel.show_speeds(SPEEDS, is_moving=True)
    panel.show_reason("Slowed down by the network")
    assert text_of(panel, "speed-now") == "4.0 MB/s"
    assert text_of(panel, "speed-rest") == "average 3.0 MB/s\nhighest 8.0 MB/s"
    assert text_of(panel, "speed-reason") == "Slowed down by the network"
    panel.set_compact(True)
    panel.show_speeds(SPEEDS, is_moving=False)
    panel.show_reason("")
    assert text_of(panel, "speed-now") == ""
    assert text_of(panel, "speed-rest") == "average 3.0 MB/s · highest 8.0 MB/s"
