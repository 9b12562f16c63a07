"""What a row has found, as tables in Markdown that a README can show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Cells = Sequence[str]


class LeftOut(Exception):
    """A row, or a peer, that cannot be measured here; its text says why."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value and what it is to be, with an upper or a lower bound."""

    what: str
    value: float
    unit: str
    goal: float
    is_floor: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the value is within its bound."""
        return self.value >= self.goal if self.is_floor else self.value <= self.goal

    def cells(self) -> Cells:
        """Return the line of the table: what, measured, goal, whether it is met."""
        bound = f"{'≥' if self.is_floor else '≤'} {number(self.goal)} {self.unit}"
        return self.what, f"{number(self.value)} {self.unit}", bound, "yes" if self.is_met else "no"


@dataclass(frozen=True, slots=True)
class Report:
    """What a row shows: a table of its own, its figures, and what there is to say."""

    title: str
    header: Cells = ()
    lines: Sequence[Cells] = ()
    figures: Sequence[Figure] = ()
    remarks: Sequence[str] = field(default=())

    def text(self) -> str:
        """Return the row's title, its table and its remarks."""
        parts = [f"### {self.title}"]
        if self.lines:
            parts.append(markdown(self.header, self.lines))
        return "\n\n".join([*parts, *self.remarks])


def summary(figures: Iterable[Figure]) -> str:
    """Return the table of all figures."""
    return markdown(("what", "measured", "goal", "met"), [each.cells() for each in figures])


def markdown(header: Cells, lines: Sequence[Cells]) -> str:
    """Return a table whose columns are also straight in a terminal."""
    rows = [list(header), *map(list, lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    rows.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    )


def number(value: float) -> str:
    """Return a number with about three digits that count: 12,345 or 12.3 or 0.0123."""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"
