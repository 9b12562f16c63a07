"""Where friends may be reached, and where we may: known in memory, kept by the storage thread."""

import ipaddress
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.network.addresses import (
    Hint,
    is_dialable_for_friend,
    own_hints,
    own_interfaces,
    parse_hint,
    parse_hints,
)
from byhand.network.network_identity import NetworkAround
from byhand.protocol.invite import HINT_LIMIT
from byhand.protocol.messages import Addresses
from byhand.service.whereabouts import Whereabouts
from byhand.service.worker import Worker
from byhand.storage.friend_memory import TYPED, FriendMemory, RememberedAddress

SEEN_AS_LIMIT = 2


class Route(Struct, frozen=True):
    """What to dial for a friend; `sure` is where they answered before in a network of now."""

    hints: tuple[Hint, ...]
    sure: tuple[Hint, ...]


class AddressBook:
    """Addresses of friends and our own; nothing here is believed, it is only tried."""

    def __init__(
        self,
        remembered: Mapping[FriendId, Sequence[RememberedAddress]],
        memory: FriendMemory,
        storage: Worker,
        own_port: Callable[[], int],
    ) -> None:
        """`remembered` holds the newest first."""
        self.networks: tuple[NetworkAround, ...] = ()
        """The networks around us now."""
        self._memory = memory
        self._storage = storage
        self._own_port = own_port
        self._friends: dict[FriendId, Whereabouts] = {}
        self._seen_as: dict[FriendId, str] = {}
        self._met_at: set[str] = set()
        for friend_id, addresses in remembered.items():
            known = self._of(friend_id)
            for each in reversed(addresses):
                hint = parse_hint(each.hint)
                if hint is not None and each.network == TYPED:
                    known.type(hint)
                elif hint is not None:
                    known.meet(hint, each.network)
                    self._met_at.add(hint.host)

    def route(self, friend_id: FriendId) -> Route:
        """Return where to dial a friend, in the order to be tried within each kind of way."""
        known, networks = self._of(friend_id), {network.id for network in self.networks}
        return Route(known.hints(networks, self._own_port()), known.sure(networks))

    def see(self, friend_id: FriendId, hint: Hint) -> bool:
        """Take an address where a friend may be; return whether it is a new one."""
        return self._of(friend_id).see(hint)

    def tell(self, friend_id: FriendId, addresses: Addresses) -> None:
        """Take what a friend says in a session of their addresses, and of ours."""
        self._of(friend_id).tell(self.dialable(addresses.hints))
        self._seen_as.pop(friend_id, None)
        if _is_public(addresses.seen_you_as):
            self._seen_as[friend_id] = addresses.seen_you_as

    def dialable(self, uris: Iterable[str]) -> tuple[Hint, ...]:
        """Return which of the addresses that a friend has told may be dialled."""
        interfaces, port = own_interfaces(), self._own_port()
        return tuple(
            hint for hint in parse_hints(uris) if is_dialable_for_friend(hint, interfaces, port)
        )

    def passed_on(self, friend_id: FriendId) -> tuple[str, ...]:
        """Return where a friend may be reached by others, too."""
        return tuple(map(str, self._of(friend_id).passed_on()))

    async def meet(self, friend_id: FriendId, hint: Hint) -> None:
        """Remember where a friend answers, and in which network of ours."""
        network = self._network_of(hint)
        self._of(friend_id).meet(hint, network)
        self._met_at.add(hint.host)
        await self._storage.run(
            self._memory.remember_address, friend_id, str(hint), network, time.time()
        )

    async def type(self, friend_id: FriendId, hint: Hint) -> None:
        """Remember an address that the user has typed."""
        self._of(friend_id).type(hint)
        await self._storage.run(
            self._memory.remember_typed_address, friend_id, str(hint), time.time()
        )

    def forget(self, friend_id: FriendId) -> None:
        """Know nothing more of somebody who is no friend any more."""
        self._friends.pop(friend_id, None)
        self._seen_as.pop(friend_id, None)

    def move(self, networks: tuple[NetworkAround, ...], here: Collection[FriendId]) -> None:
        """Take note of the networks around us; what only friends said who are not here is old."""
        self.networks = networks
        self._seen_as = {friend: host for friend, host in self._seen_as.items() if friend in here}

    def is_met_at(self, host: str) -> bool:
        """Say whether a friend has answered at an address."""
        return host in self._met_at

    def own_hints(self) -> tuple[str, ...]:
        """Return our addresses, for friends."""
        return own_hints(self._own_port(), own_interfaces())

    def ours(self) -> tuple[str, ...]:
        """Return all our addresses, then public ones under which friends see us."""
        own = own_hints(self._own_port(), own_interfaces(), limit=HINT_LIMIT - 1)
        return tuple(dict.fromkeys([*own, *map(str, self.seen_as())]))

    def on_this_computer(self) -> str:
        """Return our address for another profile on this same computer."""
        return str(Hint("127.0.0.1", self._own_port()))

    def seen_as(self) -> tuple[Hint, ...]:
        """Return public addresses under which friends saw us, at most 2, the newest first.

        Each friend counts once. That they lead to our port, too, is a guess: a router may stand
        between.
        """
        hosts = dict.fromkeys(reversed(self._seen_as.values()))
        return tuple(Hint(host, self._own_port()) for host in hosts)[:SEEN_AS_LIMIT]

    def own_hosts(self) -> frozenset[str]:
        """Return the addresses that are ours now."""
        return frozenset(
            str(own.ip) for network in self.networks for own in network.interface.addresses
        )

    def _of(self, friend_id: FriendId) -> Whereabouts:
        return self._friends.setdefault(friend_id, Whereabouts())

    def _network_of(self, hint: Hint) -> str:
        """Return the network that an address is reached through: its own, else a router's."""
        address = hint.address
        if address is not None and address.is_loopback:
            return ""
        for network in self.networks:
            if hint.scope and hint.scope != network.interface.index:
                continue
            if any(address in own.network for own in network.interface.addresses if address):
                return network.id
        return next((network.id for network in self.networks if network.router), "")


def _is_public(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_global and not address.is_multicast and str(address) == host
