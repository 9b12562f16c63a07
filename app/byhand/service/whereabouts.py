"""Where one friend may be reached: addresses by how we came to know them, each kind bounded.

Whoever can invent addresses of one kind pushes out no others: announcements can be replayed by
anybody on the network, and a friend may say anything.
"""

from collections.abc import Collection, Iterable
from typing import TypeVar

from byhand.network.addresses import Hint
from byhand.protocol.friend_messages import INTRODUCED_HINTS

TYPED_KEPT = 4
MET_KEPT = 16
MET_TRIED = 8
SEEN_KEPT = 8
TOLD_KEPT = 8
SURE_TRIED = 2
LOOPBACK_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)

_Known = TypeVar("_Known")


class Whereabouts:
    """The addresses of one friend: typed by the user, met at, seen announced, told by them."""

    def __init__(self) -> None:
        # The newest comes last in each.
        self._typed: dict[Hint, None] = {}
        self._met: dict[Hint, frozenset[str]] = {}
        self._seen: dict[Hint, None] = {}
        self._told: dict[Hint, None] = {}

    def type(self, hint: Hint) -> None:
        """Take an address from the user; of more than 4 the oldest goes."""
        _keep(self._typed, hint, None, TYPED_KEPT)

    def meet(self, hint: Hint, network: str) -> None:
        """Take note that they have answered here while we were in a network."""
        networks = self._met.get(hint, frozenset()) | {network}
        _keep(self._met, hint, networks, MET_KEPT)

    def see(self, hint: Hint) -> bool:
        """Take an address that they may be at; return whether it is a new one."""
        is_new = not any(hint in known for known in (self._typed, self._met, self._seen))
        _keep(self._seen, hint, None, SEEN_KEPT)
        return is_new

    def tell(self, hints: Iterable[Hint]) -> None:
        """Take what they say of themselves now, in place of what they said before."""
        self._told = dict.fromkeys(list(hints)[:TOLD_KEPT][::-1])

    def sure(self, networks: Collection[str]) -> tuple[Hint, ...]:
        """Return where they answered last when we were in one of these networks."""
        worked = [hint for hint in reversed(self._met) if not self._met[hint].isdisjoint(networks)]
        return tuple(worked[:SURE_TRIED])

    def passed_on(self) -> tuple[Hint, ...]:
        """Return what means the same on another computer, of where they answered or say they are.

        Nothing that the user has typed: a name may be of use here alone.
        """
        every = dict.fromkeys([*reversed(self._told), *reversed(self._met)])
        return tuple(filter(_means_the_same_elsewhere, every))[:INTRODUCED_HINTS]

    def hints(self, networks: Collection[str], own_port: int) -> tuple[Hint, ...]:
        """Return all that is worth trying in these networks, the best of each kind first."""
        met = list(reversed(self._met))
        return tuple(
            dict.fromkeys(
                [
                    *self.sure(networks),
                    *reversed(self._typed),
                    *reversed(self._seen),
                    *met[:MET_TRIED],
                    *reversed(self._told),
                    *_loopback_neighbours(met, own_port),
                ]
            )
        )


def _means_the_same_elsewhere(hint: Hint) -> bool:
    """Say whether an address is no name, not this machine's, and behind no interface of ours."""
    address = hint.address
    return address is not None and not address.is_loopback and not hint.scope


def _keep(known: dict[Hint, _Known], hint: Hint, what: _Known, limit: int) -> None:
    """Put a hint last; forget the oldest beyond the limit."""
    known.pop(hint, None)
    known[hint] = what
    while len(known) > limit:
        del known[next(iter(known))]


def _loopback_neighbours(met: Iterable[Hint], own_port: int) -> list[Hint]:
    """Return where another profile on this computer may listen today.

    Of two that share it, whoever starts first has the usual port, the other the next free one.
    """
    hosts = dict.fromkeys(hint.host for hint in met if hint.address and hint.address.is_loopback)
    ports = [own_port + step for step in LOOPBACK_NEIGHBOURS]
    return [Hint(host, port) for host in hosts for port in ports if 0 < port < 65_536]
