"""When a lane counts as silent (PROTOCOL.md, section 7)."""

from dataclasses import dataclass

from byhand.service.silence import LOOKED_APART_SECONDS, SILENT_SECONDS, Silence
from tests.helpers.clock import Clock


@dataclass
class Lane:
    received_bytes: int = 0
    is_listening: bool = True


def silent(lane: Lane, seconds: float, step: float = 0.5) -> list[int]:
    """Look at a lane for a while; return what was found silent in the end."""
    clock = Clock()
    silence = Silence(clock)
    found = silence.look({1: lane})
    while seconds > 0:
        clock.now += step
        seconds -= step
        found = silence.look({1: lane})
    return found


def test_a_lane_that_brings_nothing_for_half_a_minute_is_silent() -> None:
    assert silent(Lane(), SILENT_SECONDS) == [1]


def test_before_that_it_is_not() -> None:
    assert silent(Lane(), SILENT_SECONDS - 0.5) == []


def test_one_that_waits_for_our_disk_or_our_limit_is_not() -> None:
    assert silent(Lane(is_listening=False), 2 * SILENT_SECONDS) == []


def test_one_byte_begins_the_wait_anew() -> None:
    clock = Clock()
    silence, lane = Silence(clock), Lane()
    for _ in range(10):
        clock.now += SILENT_SECONDS / 12
        assert silence.look({1: lane}) == []
    lane.received_bytes += 1
    for _ in range(11):
        clock.now += SILENT_SECONDS / 12
        assert silence.look({1: lane}) == []


def test_a_time_in_which_nobody_looked_does_not_count() -> None:
    assert silent(Lane(), 10 * SILENT_SECONDS, step=LOOKED_APART_SECONDS + 1) == []


def test_each_lane_has_a_silence_of_its_own() -> None:
    clock = Clock()
    silence = Silence(clock)
    silence.look({1: Lane()})
    found: list[int] = []
    for _ in range(60):
        clock.now += SILENT_SECONDS / 60
        found = silence.look({1: Lane(), 2: Lane(is_listening=False)})
    assert found == [1]
