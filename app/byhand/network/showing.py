"""Where our name is shown, for how long, and by which tokens; no sockets, the clock is passed in.

Nobody sees it unless the user asks for some minutes or trusts a network. A first contact must
carry a token of the announcement, so whoever has not heard us here cannot begin one.
"""

import secrets
from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.profile import Visibility
from byhand.network.announcement import Nickname
from byhand.protocol.pair_handshake import TOKEN_BYTES


class Wishes(Struct, frozen=True):
    """What the user has set: our name, who is told of us otherwise, and ids of trusted networks."""

    name: str = ""
    visibility: Visibility = Visibility.FRIENDS
    trusted: frozenset[str] = frozenset()


class Showing:
    """Decides what each interface may tell; every beginning and every half hour has a new token."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wishes = Wishes()
        self._since = self._until = 0.0
        self._networks: Mapping[int, str] = {}
        self._epoch: int | None = None
        self._tokens: tuple[bytes, ...] = ()
        self._told: tuple[object, ...] = ()
        self._settle()

    @property
    def visible_until(self) -> float:
        """Until when everybody may see our name, in Unix seconds; 0 when that was not asked for."""
        # A clock that was set back does not make the time longer: it ends it.
        return self._until if self._since <= self._clock() < self._until else 0.0

    @property
    def has_run_out(self) -> bool:
        """Say whether the time that was asked for is over and `end` has not been called."""
        return self._until > 0 and not self.visible_until

    @property
    def is_hidden(self) -> bool:
        """Say whether nothing at all may be announced, not even to friends."""
        return self._wishes.visibility is Visibility.NOBODY and not self.visible_until

    def wish(self, wishes: Wishes) -> bool:
        """Go by this from now on; return whether something else is to be told, as all below.

        Who chooses to be seen by nobody is hidden at once.
        """
        if Visibility.NOBODY is wishes.visibility is not self._wishes.visibility:
            self._until = 0.0
        self._wishes = wishes
        return self._settle()

    def show(self, name: str, seconds: float) -> bool:
        """Show a name everywhere for so long, whatever is wished otherwise."""
        self._wishes = replace(self._wishes, name=name)
        self._since = self._clock()
        self._until = self._since + seconds
        return self._settle()

    def end(self) -> bool:
        """Go by the wishes alone."""
        self._until = 0.0
        return self._settle()

    def move(self, networks: Mapping[int, str], *, has_left: bool) -> bool:
        """Take note of the networks around us that can be told from others: interface → id.

        Whoever heard a token in a network that we have left shall not use it any more.
        """
        self._networks = networks
        if has_left:
            self._tokens = ()
        return self._settle()

    def turn(self, epoch: int) -> None:
        """Begin another half hour: a new token; the one before it is good for one more."""
        if self._tokens and self._epoch not in (None, epoch):
            self._tokens = (_new_token(), self._tokens[0])
        self._epoch = epoch

    def nickname_on(self, index: int) -> Nickname | None:
        """Return what may be told to everybody on an interface."""
        places = self._now()
        if places is not None and self._networks.get(index) not in places:
            return None
        return Nickname(self._wishes.name, self._tokens[0])

    def tokens(self) -> tuple[bytes, ...]:
        """Return what a first contact may carry now, the newest first; none when unseen."""
        return self._tokens if self._now() != frozenset() else ()

    def _now(self) -> frozenset[str] | None:
        """Return the ids of the networks that our name is shown on; None for everywhere."""
        if self.visible_until:
            return None
        if self._wishes.visibility is Visibility.NOBODY:
            return frozenset()
        return self._wishes.trusted & set(self._networks.values())

    def _settle(self) -> bool:
        """Have a new token where our name is shown at other places than before."""
        places = self._now()
        if self._told and self._told[0] != places:
            self._tokens = ()
        if not self._tokens and places != frozenset():
            self._tokens = (_new_token(),)
        name = self._wishes.name if self._tokens else ""
        before, self._told = self._told, (places, self.is_hidden, name, self._tokens[:1])
        return self._told != before


def _new_token() -> bytes:
    return secrets.token_bytes(TOKEN_BYTES)
