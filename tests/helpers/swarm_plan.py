"""What a simulated group is made of, and the bound that nobody can beat."""

from collections.abc import Sequence
from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB
RATE = 12_500_000.0
"""Bytes a second: 100 Mbit/s."""


@dataclass(frozen=True)
class Person:
    """One member: its rates in bytes a second, when it comes and goes, what it does wrong."""

    up: float = RATE
    down: float = RATE
    joins_at: float = 0.0
    leaves_at: float | None = None
    is_liar: bool = False
    is_silent: bool = False
    """Never says HOLDING."""
    network: int = 0
    """Members reach those of the same network only; the sender reaches everybody."""


@dataclass(frozen=True)
class Plan:
    """What is sent to whom."""

    persons: Sequence[Person]
    pieces: int = 1024
    piece_bytes: int = 256 * KIB
    sender_up: float = RATE
    quantum: int = 64 * KIB
    seed: int = 1

    @property
    def size(self) -> int:
        return self.pieces * self.piece_bytes

    @property
    def staying(self) -> list[int]:
        """The members who do not leave, by number."""
        return [number for number, each in enumerate(self.persons) if each.leaves_at is None]

    @property
    def bound(self) -> float:
        """T*, which nobody can beat, in seconds, of those who stay."""
        staying = [self.persons[number] for number in self.staying]
        ups = self.sender_up + sum(each.up for each in staying)
        slowest = min(each.down for each in staying)
        return max(self.size / self.sender_up, self.size / slowest, len(staying) * self.size / ups)
