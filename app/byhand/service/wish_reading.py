"""The wishes of one receiver, put together from the messages that tell them (PROTOCOL.md, §8)."""

from msgspec import Struct

from byhand.engine.offered import Offered
from byhand.engine.wishes import Everything, Rows, Wish
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Need

RANGES_LIMIT = 1_000_000
"""How many ranges one wish may hold, beside two for every entry."""


class ToldWish(Struct, frozen=True):
    """A whole wish; with `extends` it adds to the one before.

    `needs` counts the wishes of this epoch, this one included.
    """

    epoch: int
    needs: int
    wish: Wish
    extends: bool


class WishReader:
    """Collects wishes; a higher epoch replaces what was wished before."""

    def __init__(self, offered: Offered, ranges_limit: int = RANGES_LIMIT) -> None:
        self._offered = offered
        self._limit = ranges_limit + 2 * len(offered.columns)
        self._epoch = self._needs = 0
        self._rows = Rows(offered)
        self._is_open = False

    def begin(self) -> None:
        """Start afresh: epochs die with their session."""
        self._epoch, self._is_open = 0, False

    def read(self, need: Need) -> ToldWish | None:
        """Return the wish that this message completes; None for a part, or for an old epoch.

        Raises RemoteProtocolError for one without end, or for what was not offered.
        """
        goes_on = need.epoch == self._epoch and (need.add or self._is_open)
        if need.epoch <= self._epoch and not goes_on:
            return None
        if not self._is_open or need.epoch != self._epoch:
            self._rows = Rows(self._offered)
        if need.epoch != self._epoch:
            self._needs = 0
        self._epoch, self._is_open = need.epoch, need.more
        self._rows.add(need.wants or ())
        if len(self._rows) > self._limit:
            raise RemoteProtocolError("a wish without end")
        if need.more:
            return None
        wish = Everything(self._offered) if need.wants is None else self._rows
        self._needs += 1
        return ToldWish(need.epoch, self._needs, wish, need.add)
