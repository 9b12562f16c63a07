"""What a sending lane is told to do, as frozen values."""

from dataclasses import dataclass

from byhand.engine.source_pieces import SourcePieces

Wish = tuple[tuple[int, tuple[tuple[int, int], ...]], ...]
"""(entry or PACK_INDEX, half-open ranges of pieces or packs), in the order to send."""


@dataclass(frozen=True, slots=True)
class Push:
    """Send what is wanted in an epoch; replaces the transfer's former wish unless it `extends`."""

    pieces: SourcePieces
    epoch: int
    wish: Wish
    extends: bool = False


@dataclass(frozen=True, slots=True)
class Drop:
    """Forget a transfer."""

    number: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Say that nothing more comes, and end."""
