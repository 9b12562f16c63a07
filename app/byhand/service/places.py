"""Where friends have answered or say that they are, and where others may try to reach us."""

import ipaddress
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping

from byhand.domain.identity import FriendId
from byhand.network.addresses import (
    Hint,
    is_dialable_for_friend,
    own_hints,
    own_interfaces,
    parse_hint,
)
from byhand.protocol.friend_messages import INTRODUCED_HINTS

LINK_ADDRESSES = 15
SEEN_AS_LIMIT = 2


class Places:
    """Addresses that sessions have shown; nothing here is believed, it is only tried."""

    def __init__(
        self, remembered: Mapping[FriendId, tuple[str, ...]], own_port: Callable[[], int]
    ) -> None:
        self._own_port = own_port
        self._known: dict[FriendId, OrderedDict[Hint, None]] = {}
        self._seen_as: dict[FriendId, str] = {}
        for friend_id, uris in remembered.items():
            self._keep(friend_id, _parsed(uris))

    def met(self, friend_id: FriendId, hint: Hint) -> None:
        """Take note that a friend answers here."""
        self._keep(friend_id, [hint])

    def told(self, friend_id: FriendId, uris: Iterable[str]) -> tuple[Hint, ...]:
        """Take the addresses that a friend says they have; return those that may be dialled."""
        hints = self.dialable(uris)
        self._keep(friend_id, hints)
        return hints

    def saw_us_as(self, friend_id: FriendId, host: str) -> None:
        """Take the address that a friend sees us come from; the public ones are of use."""
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return
        if address.is_global and not address.is_multicast:
            self._seen_as[friend_id] = str(address)

    def forget(self, friend_id: FriendId) -> None:
        """Know nothing more of somebody who is no friend any more."""
        self._known.pop(friend_id, None)
        self._seen_as.pop(friend_id, None)

    def of(self, friend_id: FriendId) -> tuple[str, ...]:
        """Return where a friend may be reached by others too, the latest first; at most 16."""
        hints = (hint for hint in reversed(self._known.get(friend_id, ())) if _leads_there(hint))
        return tuple(map(str, hints))[:INTRODUCED_HINTS]

    def dialable(self, uris: Iterable[str]) -> tuple[Hint, ...]:
        """Return which of the addresses that a friend has told may be dialled."""
        interfaces, port = own_interfaces(), self._own_port()
        return tuple(
            hint for hint in _parsed(uris) if is_dialable_for_friend(hint, interfaces, port)
        )

    def ours(self) -> tuple[str, ...]:
        """Return all our addresses, then public ones under which friends see us.

        That the latter lead to our port is a guess: routers forward the same number as a rule.
        """
        port = self._own_port()
        seen = (str(Hint(host, port)) for host, _ in Counter(self._seen_as.values()).most_common())
        own = own_hints(port, own_interfaces(), limit=LINK_ADDRESSES)
        return tuple(dict.fromkeys([*own, *list(seen)[:SEEN_AS_LIMIT]]))

    def on_this_computer(self) -> str:
        """Return our address for another profile on this same computer."""
        return str(Hint("127.0.0.1", self._own_port()))

    def _keep(self, friend_id: FriendId, hints: Iterable[Hint]) -> None:
        known = self._known.setdefault(friend_id, OrderedDict())
        for hint in reversed(tuple(hints)):
            known[hint] = None
            known.move_to_end(hint)
        while len(known) > INTRODUCED_HINTS:
            known.popitem(last=False)


def _parsed(uris: Iterable[str]) -> list[Hint]:
    return [hint for uri in uris if (hint := parse_hint(uri)) is not None]


def _leads_there(hint: Hint) -> bool:
    """Say whether an address means the same on another computer: no name, not this machine's."""
    address = hint.address
    return address is not None and not address.is_loopback and not hint.scope
