"""What one call measures: which rows, how much of each, how often."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks.transfer.report import Report

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """How much a row hands over (bytes, files or entries: the row says which), and how often."""

    amount: int
    rounds: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its question, how much is a quick look and how much the figure."""

    question: str
    quick: int
    full: int
    measure: Callable[[Case], Report]


def plan(arguments: Sequence[str], rows: Mapping[str, Row]) -> list[tuple[str, Case]]:
    """Return the rows that the command line asks for, each with its case.

    What is wrong with it is said, and the program exits with 2.
    """
    parser = _parser(rows)
    asked = parser.parse_args(arguments)
    names = asked.rows or list(rows)
    unknown = [name for name in names if name not in rows]
    if unknown:
        parser.error(f"there is no row {unknown[0]}; there are {', '.join(rows)}")
    return [(name, _case(rows[name], asked)) for name in names]


def _case(row: Row, asked: argparse.Namespace) -> Case:
    amount = asked.size or (row.full if asked.full else row.quick)
    return Case(amount, asked.rounds)


def _parser(rows: Mapping[str, Row]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="packaging/dev bench transfer",
        description=__doc__,
        epilog="rows:\n" + "\n".join(f"  {name:16}{row.question}" for name, row in rows.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("rows", nargs="*", metavar="ROW", help="all of them by default")
    parser.add_argument("--rounds", type=_positive, default=ROUNDS, help=f"by default {ROUNDS}")
    parser.add_argument("--size", type=_positive, help="bytes, or files, in place of the row's own")
    parser.add_argument("--full", action="store_true", help="the sizes that the goals are about")
    return parser


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value
