"""What the command line of the benchmark asks for."""

import pytest

from tests.benchmarks.transfer.plan import ROUNDS, Case, Row, plan
from tests.benchmarks.transfer.report import Report


def _measure(case: Case) -> Report:
    return Report("nothing")


ROWS = {"file": Row("one file", 10, 1000, _measure), "small": Row("many", 2, 200, _measure)}


def test_without_arguments_every_row_is_a_quick_look() -> None:
    assert plan([], ROWS) == [("file", Case(10, ROUNDS)), ("small", Case(2, ROUNDS))]


def test_full_takes_the_sizes_of_the_goals() -> None:
    assert plan(["small", "--full"], ROWS) == [("small", Case(200, ROUNDS))]


def test_a_size_of_ones_own_goes_before_both() -> None:
    asked = plan(["file", "--full", "--size", "77", "--rounds", "2"], ROWS)
    assert asked == [("file", Case(77, 2))]


@pytest.mark.parametrize("wrong", [["nothing"], ["--size", "0"], ["--rounds", "-1"], ["--fast"]])
def test_what_cannot_be_measured_is_wrong_use(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        plan(wrong, ROWS)
    assert ended.value.code == 2
    assert "usage: packaging/dev bench transfer" in capsys.readouterr().err
