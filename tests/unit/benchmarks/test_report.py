"""Figures and tables of a benchmark as text."""

import pytest

from tests.benchmarks.transfer.report import Figure, Report, markdown, number, summary


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.0123, "0.0123"), (1.956, "1.96"), (64.0, "64"), (250.4, "250"), (8e3, "8,000")],
)
def test_a_number_shows_the_digits_that_count(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "is_floor", "met"),
    [(3.0, True, "yes"), (2.9, True, "no"), (3.0, False, "yes"), (3.1, False, "no")],
)
def test_a_goal_is_a_floor_or_a_ceiling(value: float, is_floor: bool, met: str) -> None:
    assert Figure("speed", value, "×", 3.0, is_floor).cells()[-1] == met


def test_columns_of_a_table_are_straight() -> None:
    assert markdown(("what", "s"), [("scp", "12.50")]) == (
        "| what | s     |\n| ---- | ----- |\n| scp  | 12.50 |"
    )


def test_the_summary_tells_what_was_to_be_reached() -> None:
    assert summary([Figure("memory", 72.0, "MiB", 250.0)]).splitlines()[-1] == (
        "| memory | 72 MiB   | ≤ 250 MiB | yes |"
    )


def test_a_report_shows_its_remarks_below_its_table() -> None:
    report = Report("one file", ("who",), [("scp",)], remarks=["rsync is left out."])
    title, table, remark = report.text().split("\n\n")
    assert (title, remark) == ("### one file", "rsync is left out.")
    assert "scp" in table
