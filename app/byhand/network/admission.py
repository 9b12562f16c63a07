"""Who may begin a handshake right now (PROTOCOL.md, section 13); no sockets, a clock passed in."""

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from byhand.network.token_bucket import TokenBucket
from byhand.network.turns import Rank
from byhand.protocol.handshake_steps import Claim

HALF_OPEN_LIMIT = 64
HALF_OPEN_A_SOURCE = 4
NEW_A_SECOND = 100
# A quarter of both is kept for addresses where a friend was met or is announced.
KEPT_FOR_FRIENDS = 0.25
NEW_A_MINUTE_A_SOURCE = 20
BURST_A_SOURCE = 5
SOURCES_REMEMBERED = 4096
ANSWERED_LIMIT = 128


@dataclass(slots=True, eq=False)
class Newcomer:
    """A connection that has not shown who it is; `hang_up` ends it.

    `lately` says how often its source came. One beyond the rate of all together may still show
    that it knows a secret.
    """

    source: str
    is_known: bool
    hang_up: Callable[[], None] = field(repr=False)
    lately: int
    is_within_rate: bool

    @property
    def rank(self) -> Rank:
        """Where it stands among those for whom we are to compute."""
        return not self.is_known, self.lately


class Admission:
    """Counts connections that have not authenticated, in all and by IPv4 address or IPv6 /64.

    A friend's own address counts by itself, also in a network with others.
    """

    def __init__(self) -> None:
        self._half_open: dict[Newcomer, None] = {}  # in order of arrival, as the next one is
        self._answered: dict[Newcomer, None] = {}
        self._sources: OrderedDict[str, TokenBucket] = OrderedDict()
        self._rate = _Rate()

    def admit(
        self,
        host: str,
        hang_up: Callable[[], None],
        *,
        is_known: bool,
        awaited: int = 0,
        now: float,
    ) -> Newcomer | None:
        """Let a connection begin, or return None.

        `awaited` is how many lanes and members are to be dialled from there: these may come at
        any rate. When all places are taken the oldest that is still silent is hung up on.
        """
        source = host if is_known else source_of(host)
        bucket = self._bucket(source)
        if not bucket.take(now) and not awaited:
            return None
        silent = sum(other.source == source for other in self._half_open)
        if silent >= HALF_OPEN_A_SOURCE + awaited:
            return None
        is_within_rate = self._rate.take(is_known, now)
        newcomer = Newcomer(source, is_known, hang_up, round(bucket.missing), is_within_rate)
        self._make_room(newcomer)
        self._half_open[newcomer] = None
        return newcomer

    def passes(self, newcomer: Newcomer, claim: Claim) -> bool:
        """Free the place of one that sent a good first message; say whether to go on with it."""
        self._half_open.pop(newcomer, None)
        if claim is Claim.PAIR:
            return newcomer.is_within_rate
        if newcomer.is_within_rate:
            self._rate.give_back(newcomer.is_known)
        return True

    def answered(self, newcomer: Newcomer) -> None:
        """Take note that one is answered; of too many the oldest is hung up on."""
        self._answered[newcomer] = None
        if len(self._answered) > ANSWERED_LIMIT:
            oldest = next(iter(self._answered))
            del self._answered[oldest]
            oldest.hang_up()

    def authenticated(self, newcomer: Newcomer) -> None:
        """Give its token back to the source of one that has shown who it is."""
        self.gone(newcomer)
        if newcomer.source in self._sources:
            self._sources[newcomer.source].give_back()

    def gone(self, newcomer: Newcomer) -> None:
        """Free the place of one that is at its end."""
        self._half_open.pop(newcomer, None)
        self._answered.pop(newcomer, None)

    def _bucket(self, source: str) -> TokenBucket:
        bucket = self._sources.get(source)
        if bucket is None:
            bucket = TokenBucket(NEW_A_MINUTE_A_SOURCE / 60, BURST_A_SOURCE)
            self._sources[source] = bucket
        self._sources.move_to_end(source)
        if len(self._sources) > SOURCES_REMEMBERED:
            self._sources.popitem(last=False)
        return bucket

    def _make_room(self, newcomer: Newcomer) -> None:
        """Hang up on the oldest silent one when all places are taken, a stranger if one is."""
        strangers = [each for each in self._half_open if not each.is_known]
        for_strangers = int(HALF_OPEN_LIMIT * (1 - KEPT_FOR_FRIENDS))
        is_full = len(self._half_open) >= HALF_OPEN_LIMIT
        if is_full or (not newcomer.is_known and len(strangers) >= for_strangers):
            oldest = next(iter(strangers or self._half_open))
            del self._half_open[oldest]
            oldest.hang_up()


class _Rate:
    """How many may begin a second in all, of which a part is not for strangers."""

    def __init__(self) -> None:
        self._all = TokenBucket(NEW_A_SECOND, NEW_A_SECOND)
        for_strangers = NEW_A_SECOND * (1 - KEPT_FOR_FRIENDS)
        self._strangers = TokenBucket(for_strangers, for_strangers)

    def take(self, is_known: bool, now: float) -> bool:
        return (is_known or self._strangers.take(now)) and self._all.take(now)

    def give_back(self, is_known: bool) -> None:
        self._all.give_back()
        if not is_known:
            self._strangers.give_back()


@lru_cache(SOURCES_REMEMBERED)
def source_of(host: str) -> str:
    """Return what one outsider can hardly have many of: an IPv4 address or an IPv6 /64."""
    address = ipaddress.ip_address(host.partition("%")[0])
    if address.version == 4:
        return host
    return str(ipaddress.ip_network((address, 64), strict=False))
