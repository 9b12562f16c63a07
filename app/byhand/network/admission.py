"""Who may begin a handshake right now (PROTOCOL.md, section 13); no sockets, a clock passed in."""

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from byhand.network.token_bucket import TokenBucket

HALF_OPEN_LIMIT = 64
HALF_OPEN_A_SOURCE = 4
NEW_A_SECOND = 100
# A quarter of both is kept for addresses where a friend was met or is announced.
KEPT_FOR_FRIENDS = 0.25
NEW_A_MINUTE_A_SOURCE = 20
BURST_A_SOURCE = 5
SOURCES_REMEMBERED = 4096


@dataclass(slots=True, eq=False)
class Newcomer:
    """A connection that has not shown who it is; `hang_up` ends it."""

    source: str
    hang_up: Callable[[], None] = field(repr=False)
    is_half_open: bool = True


class Admission:
    """Counts connections that have not authenticated, in all and by IPv4 address or IPv6 /64."""

    def __init__(self) -> None:
        self._half_open: dict[Newcomer, None] = {}  # in order of arrival
        self._sources: OrderedDict[str, TokenBucket] = OrderedDict()
        strangers_a_second = NEW_A_SECOND * (1 - KEPT_FOR_FRIENDS)
        self._strangers = TokenBucket(strangers_a_second, strangers_a_second)
        self._known = TokenBucket(NEW_A_SECOND, NEW_A_SECOND)

    def admit(
        self, host: str, hang_up: Callable[[], None], *, is_known: bool, now: float
    ) -> Newcomer | None:
        """Let a connection begin, or return None.

        When all places are taken the oldest connection that is still silent is hung up on.
        """
        source = source_of(host)
        if sum(other.source == source for other in self._half_open) >= HALF_OPEN_A_SOURCE:
            return None
        if not self._take_tokens(source, is_known, now):
            return None
        limit = HALF_OPEN_LIMIT if is_known else int(HALF_OPEN_LIMIT * (1 - KEPT_FOR_FRIENDS))
        if len(self._half_open) >= limit:
            oldest = next(iter(self._half_open))
            self.heard(oldest)
            oldest.hang_up()
        newcomer = Newcomer(source, hang_up)
        self._half_open[newcomer] = None
        return newcomer

    def heard(self, newcomer: Newcomer) -> None:
        """Free the place of one that sent a good first message, or that is gone."""
        newcomer.is_half_open = False
        self._half_open.pop(newcomer, None)

    def authenticated(self, newcomer: Newcomer) -> None:
        """Give its token back to the source of one that has shown who it is."""
        self.heard(newcomer)
        if newcomer.source in self._sources:
            self._sources[newcomer.source].give_back()

    def _take_tokens(self, source: str, is_known: bool, now: float) -> bool:
        bucket = self._sources.get(source)
        if bucket is None:
            bucket = TokenBucket(NEW_A_MINUTE_A_SOURCE / 60, BURST_A_SOURCE)
            self._sources[source] = bucket
        self._sources.move_to_end(source)
        if len(self._sources) > SOURCES_REMEMBERED:
            self._sources.popitem(last=False)
        if not bucket.take(now):
            return False
        return (self._known if is_known else self._strangers).take(now)


def source_of(host: str) -> str:
    """Return what one outsider can hardly have many of: an IPv4 address or an IPv6 /64."""
    address = ipaddress.ip_address(host.partition("%")[0])
    if address.version == 4:
        return host
    return str(ipaddress.ip_network((address, 64), strict=False))
