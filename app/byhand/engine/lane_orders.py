"""What a sending lane is told to do, as frozen values."""

from msgspec import Struct

from byhand.engine.source_pieces import SourcePieces
from byhand.engine.wishes import Wish


class Push(Struct, frozen=True):
    """Send what is wanted in an epoch; replaces the transfer's former wish unless it `extends`.

    `needs`: how many times its receiver has wished in this epoch. `completes`: the receiver has,
    or was sent, everything else that was chosen; when the wish has left, every root that is
    missing is found out.
    """

    pieces: SourcePieces
    epoch: int
    wishes: tuple[Wish, ...]
    extends: bool = False
    completes: bool = False
    needs: int = 1


class Drop(Struct, frozen=True):
    """Forget a transfer; nothing more of it leaves."""

    number: int


class Hold(Struct, frozen=True):
    """Send nothing of a transfer for now; or go on with it where it was."""

    number: int
    is_held: bool


class Stop(Struct, frozen=True):
    """Say that nothing more comes, and end."""
