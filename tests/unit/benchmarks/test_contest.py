"""Contestants take turns; one that cannot take part is told of."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from tests.benchmarks.transfer.contest import Contestant, Entrant, Lap, contest
from tests.benchmarks.transfer.report import LeftOut


def _entrant(name: str, seconds: list[float], turns: list[str]) -> Entrant:
    @contextmanager
    def ready(source: Path, target: Path) -> Iterator[Contestant]:
        def laps() -> list[Lap]:
            turns.append(name)
            return [Lap(name, seconds[turns.count(name) - 1], 1.0)]

        yield laps

    return ready


def _missing(source: Path, target: Path) -> NoReturn:
    raise LeftOut("rsync is left out: it is not installed")


def test_everybody_takes_turns_and_the_median_counts(tmp_path: Path) -> None:
    turns: list[str] = []
    entrants = [_entrant("a", [1.0, 9.0, 2.0], turns), _entrant("b", [4.0, 4.0, 4.0], turns)]
    standings = contest(entrants, tmp_path, 3)
    assert turns == ["a", "b"] * 3
    assert (standings.seconds("a"), standings.best_seconds("a")) == (2.0, 1.0)
    header, lines = standings.table("a", 8.0, "GB")
    assert header[3] == "GB/s"
    assert [tuple(line) for line in lines] == [
        ("a", "2.00", "1.00", "4", "0.125", "1.00"),
        ("b", "4.00", "4.00", "2", "0.125", "2.00"),
    ]


def test_who_cannot_take_part_is_told_of(tmp_path: Path) -> None:
    standings = contest([_missing, _entrant("a", [1.0], [])], tmp_path, 1)
    assert standings.names() == ["a"]
    assert standings.left_out == ["rsync is left out: it is not installed."]
