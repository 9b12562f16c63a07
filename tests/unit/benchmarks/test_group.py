"""What the benchmark of groups compares with, and how it judges."""

import math

import pytest

from tests.benchmarks.group.bound import bound_seconds
from tests.benchmarks.group.run import SCENES, figures_of
from tests.benchmarks.group.scenes import Outcome, Scene

SIZE, RATE = 1000, 10.0


@pytest.mark.parametrize("count", [1, 2, 8])
def test_among_equals_nobody_can_be_faster_than_the_sender_can_send_it_once(count: int) -> None:
    assert bound_seconds(SIZE, RATE, [RATE] * count) == SIZE / RATE


def test_the_slowest_who_takes_it_bounds_it() -> None:
    assert bound_seconds(SIZE, RATE, [RATE, 1.0]) == SIZE / 1.0


def outcome(seconds: float, uploaded: int, wrong: int = 0) -> Outcome:
    return Outcome(seconds, uploaded, cpu_seconds=1.0, busy_share=0.5, wrong_files=wrong)


SCENE = Scene("two", 2, time_goal=1.15, upload_goal=1.10)


@pytest.mark.parametrize(
    ("what", "met"),
    [
        (outcome(114.0, 1099), [True, True, True]),
        (outcome(116.0, 1099), [False, True, True]),
        (outcome(114.0, 1101), [True, False, True]),
        (outcome(114.0, 1099, wrong=1), [True, True, False]),
        (None, [False, False]),
    ],
)
def test_a_scene_meets_its_goals_by_time_upload_and_right_files(
    what: Outcome | None, met: list[bool]
) -> None:
    assert [figure.is_met for figure in figures_of(SCENE, what, SIZE, RATE)] == met


def test_what_has_come_to_nothing_took_for_ever() -> None:
    assert figures_of(SCENE, None, SIZE, RATE)[0].value == math.inf


def test_every_scene_but_the_one_that_others_are_compared_with_has_a_goal() -> None:
    aimless = [name for name, scene in SCENES.items() if not scene.time_goal]
    assert aimless == ["direct"]
