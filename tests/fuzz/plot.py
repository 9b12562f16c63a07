"""What happens in a scene, drawn from its seed alone."""

from random import Random
from typing import NamedTuple, Self


class Plot(NamedTuple):
    """One scene; rates are probabilities: lies a message, lies a frame, extras a message heard."""

    seed: int
    lies: float
    frame_lies: float
    extras: float
    """How often the liar says something that nothing called for."""
    orders: float
    """How often the victim's user does something, an event."""
    gives: int
    """How many gifts the liar hands over."""
    victim_sends: bool
    by_policy: bool
    """Whether the victim accepts by itself."""
    spoils: bool
    """Whether the manifest is one that may not be."""
    changes_a_file: bool
    cuts: bool
    """Whether sessions are cut at random."""
    calls_twice: bool
    is_text: bool

    @property
    def is_honest(self) -> bool:
        """Say whether everything must arrive."""
        return not (self.lies or self.frame_lies or self.extras or self.orders or self.spoils)

    @classmethod
    def of(cls, seed: int) -> Self:
        """Return the scene of a seed."""
        rng = Random(f"{seed} plot")
        is_honest = rng.random() < 0.15
        gives = rng.choice((0, 1, 1, 1, 2))

        def often(probability: float) -> bool:
            return rng.random() < probability

        return cls(
            seed,
            lies=0.0 if is_honest else rng.choice((0.0, 0.05, 0.1, 0.2, 0.4)),
            frame_lies=0.0 if is_honest else rng.choice((0.0, 0.1, 0.3, 0.6)),
            extras=0.0 if is_honest else rng.choice((0.0, 0.05, 0.2)),
            orders=0.0 if is_honest else rng.choice((0.0, 0.05, 0.2)),
            gives=gives,
            victim_sends=not gives or often(0.5),
            by_policy=often(0.4),
            spoils=not is_honest and often(0.25),
            changes_a_file=often(0.15),
            cuts=often(0.3),
            calls_twice=often(0.2),
            is_text=not is_honest and often(0.05),
        )
