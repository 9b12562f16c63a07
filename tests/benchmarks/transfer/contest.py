"""Several ways of handing the same thing over, in turns, and what came of it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.transfer.memory import memory_folder
from tests.benchmarks.transfer.report import Cells, LeftOut, number


@dataclass(frozen=True, slots=True)
class Lap:
    """One handing over: what it was, seconds, and CPU seconds of both sides together."""

    name: str
    seconds: float
    cpu_seconds: float


Contestant = Callable[[], list[Lap]]
"""Hands the source over once and leaves the target as it was."""

Entrant = Callable[[Path, Path], AbstractContextManager[Contestant]]
"""entrant(source, target) is ready to hand over while its block runs, or raises LeftOut."""


@dataclass(frozen=True, slots=True)
class Standings:
    """All laps, and a sentence for each contestant that could not take part."""

    laps: Sequence[Lap]
    left_out: Sequence[str]

    def names(self) -> list[str]:
        """Return what was measured, in order."""
        return list(dict.fromkeys(lap.name for lap in self.laps))

    def seconds(self, name: str) -> float:
        """Return the median."""
        return median(lap.seconds for lap in self.laps if lap.name == name)

    def best_seconds(self, name: str) -> float:
        """Return the fastest."""
        return min(lap.seconds for lap in self.laps if lap.name == name)

    def cpu_seconds(self, name: str) -> float:
        """Return the median of the CPU seconds of both sides."""
        return median(lap.cpu_seconds for lap in self.laps if lap.name == name)

    def table(self, own: str, amount: float, unit: str) -> tuple[Cells, list[Cells]]:
        """Return header and lines of a table in which every lap has handed over such an amount."""
        header = ("", "median s", "best s", f"{unit}/s", f"CPU-s/{unit}", f"× {own}")
        return header, [
            (
                name,
                f"{self.seconds(name):.2f}",
                f"{self.best_seconds(name):.2f}",
                number(amount / self.seconds(name)),
                number(self.cpu_seconds(name) / amount),
                f"{self.seconds(name) / self.seconds(own):.2f}",
            )
            for name in self.names()
        ]


def contest(entrants: Sequence[Entrant], source: Path, rounds: int) -> Standings:
    """Let them hand the source over in turns: a slow minute of the machine is everybody's."""
    laps: list[Lap] = []
    left_out: list[str] = []
    with ExitStack() as stack:
        contestants: list[Contestant] = []
        for entrant in entrants:
            target = stack.enter_context(memory_folder())
            try:
                contestants.append(stack.enter_context(entrant(source, target)))
            except LeftOut as reason:
                left_out.append(f"{reason}.")
        for _ in range(rounds):
            for contestant in contestants:
                laps += contestant()
    return Standings(laps, left_out)
