"""Which pieces a member asks of which of its peers (PROTOCOL.md, section 22)."""

from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from byhand.domain.ranges import RangeSet
from byhand.swarm.availability import Availability
from byhand.swarm.peer_requests import PeerRequests, Request

MIB = 1024 * 1024
REQUEST_PIECES = 4
REQUEST_BYTES = MIB
DUPLICATE_BYTES = 16 * MIB
"""So much may be asked of two peers at once."""
LATE_SECONDS = 3.0
LATE_TIMES = 3.0
"""What was asked of one peer so long ago, and so many times as long as answers usually take, may be
asked of another that has nothing else to give."""
SERVED_SHARE = 1.5
SERVED_BYTES = 64 * MIB
_LOOKED_AT = 64


class MemberPicker:
    """The rarest of what a peer has, is lacking, has a known hash and was not asked of another.

    A peer is known by a tag. Not safe between threads; `now` is in seconds of any clock that does
    not go back.
    """

    def __init__(self, lengths: Sequence[int], wanted: RangeSet, rng: Random) -> None:
        """Take the bytes of every number, and which numbers shall come."""
        self._lengths = lengths
        self._pieces = Availability(len(lengths), wanted, rng)
        self._peers: dict[bytes, PeerRequests] = {}
        self._served: dict[bytes, int] = {}
        self._most_served = int(SERVED_SHARE * sum(lengths)) + SERVED_BYTES
        self._asked: dict[int, list[tuple[bytes, int]]] = {}
        self._doubled: set[int] = set()
        self._judged: dict[int, bytes] = {}
        self._usual_seconds = 0.0

    def known(self, numbers: RangeSet) -> None:
        """Count pieces as such whose hash the sender has told."""
        self._pieces.told(numbers)

    def here(self, numbers: RangeSet) -> list[tuple[bytes, int]]:
        """Count pieces as here, from whoever; return what is to cancel, by peer and request id."""
        for start, end in numbers:
            self._pieces.came(start, end)
        return self._given_up(numbers)

    def unwanted(self, numbers: RangeSet) -> list[tuple[bytes, int]]:
        """Exchange some pieces no more; return what is to cancel, by peer and request id."""
        for start, end in numbers:
            self._pieces.excluded(start, end)
        return self._given_up(numbers)

    def has(self, number: int) -> bool:
        """Say whether a piece is here and may be given to others."""
        return self._pieces.is_here(number)

    @property
    def have(self) -> RangeSet:
        """All pieces that are here and may be given to others."""
        return self._pieces.here()

    def peer_joined(self, peer: bytes) -> None:
        """Count a peer in; it has nothing until it says so."""
        self._pieces.join(peer)
        self._peers[peer] = PeerRequests()

    def peer_left(self, peer: bytes) -> None:
        """Forget a peer; what was asked of it is free again, also what came and was not judged."""
        self._release(peer)
        del self._peers[peer]
        self._pieces.leave(peer)
        for number in [number for number, giver in self._judged.items() if giver == peer]:
            self.spoiled(number)

    def peer_has(self, peer: bytes, numbers: RangeSet) -> None:
        """Take a peer's word for what it has."""
        self._pieces.has(peer, numbers)
        self._peers[peer].told()

    def ask(self, peer: bytes, now: float) -> list[Request]:
        """Return what to ask of a peer now; it counts as asked by this."""
        return list(self._requests(peer, now))

    def may_take(self, peer: bytes, request_id: int, number: int) -> bool:
        """Say whether a piece answers what was asked of a peer, also if it was cancelled since."""
        return peer in self._peers and self._peers[peer].is_due(request_id, number)

    def arrived(self, peer: bytes, request_id: int, number: int, now: float) -> None:
        """Note that a piece that may be taken came; `here` or `spoiled` follows."""
        if not self.may_take(peer, request_id, number):
            return
        seconds = self._peers[peer].arrived(request_id, number, now)
        self._usual_seconds += (seconds - self._usual_seconds) / 16
        if self._pieces.is_asked(number):
            self._judged[number] = peer
        self._drop(peer, request_id, number)

    def spoiled(self, number: int) -> None:
        """Note that a piece that arrived could not be kept: it may be asked again."""
        self._judged.pop(number, None)
        self._free(number)

    def refused(self, peer: bytes, request_id: int, number: int, now: float) -> None:
        """Note that a peer will not give a piece; it has it no more until it says so again."""
        if self.may_take(peer, request_id, number):
            self._pieces.has_not(peer, number)
            self._unanswered(peer, request_id, number, now)

    def put_off(self, peer: bytes, request_id: int, number: int, now: float) -> None:
        """Note that a peer gives nothing now; it is asked again later, or when it says anything."""
        if self.may_take(peer, request_id, number):
            self._peers[peer].put_off(now)
            self._unanswered(peer, request_id, number, now)

    def timed_out(self, peer: bytes, now: float) -> list[int]:
        """Give up what was asked of a peer if nothing comes; return the requests to cancel there.

        To be called about once a second for each peer.
        """
        if not self._peers[peer].is_stuck(now):
            return []
        self._peers[peer].rest(now)
        return self._release(peer)

    def served(self, peer: bytes, byte_count: int) -> None:
        """Note what was given to a peer."""
        self._served[peer] = self._served.get(peer, 0) + byte_count

    def may_serve(self, peer: bytes, byte_count: int) -> bool:
        """Say whether a peer may be given so much more; there is a cap for everybody."""
        return self._served.get(peer, 0) + byte_count <= self._most_served

    def _requests(self, peer: bytes, now: float) -> Iterator[Request]:
        requests = self._peers[peer]
        while (room := requests.room(now)) > 0:
            run = self._pieces.rarest(peer, REQUEST_PIECES) or self._late(peer, now)
            if not run:
                return
            lengths = self._within(run, min(room, REQUEST_BYTES))
            request = requests.add(lengths, now)
            for number in lengths:
                self._note(peer, request.request_id, number)
            self._pieces.asked(request.first, request.end)
            yield request

    def _within(self, run: range, most: int) -> dict[int, int]:
        """Return the bytes of the first pieces of a run, of all that fit, and of one at least."""
        lengths: dict[int, int] = {}
        for number in run:
            most -= self._lengths[number]
            if lengths and most < 0:
                break
            lengths[number] = self._lengths[number]
        return lengths

    def _late(self, peer: bytes, now: float) -> range:
        """Return a piece that was asked of another peer and may be asked of this one as well.

        Near the end that is any of the oldest, before it what is late.
        """
        room = DUPLICATE_BYTES - sum(self._lengths[number] for number in self._doubled)
        is_end = self._pieces.is_all_asked()
        late = max(LATE_SECONDS, LATE_TIMES * self._usual_seconds)
        for number, askings in islice(self._asked.items(), _LOOKED_AT):
            other, request_id = askings[0]
            is_late = is_end or now - self._peers[other].since(request_id) > late
            if not is_late:
                break
            is_fit = len(askings) == 1 and other != peer and number not in self._judged
            if is_fit and self._lengths[number] <= room and self._pieces.is_had(peer, number):
                return range(number, number + 1)
        return range(0)

    def _unanswered(self, peer: bytes, request_id: int, number: int, now: float) -> None:
        self._peers[peer].refused(request_id, number, now)
        self._drop(peer, request_id, number)

    def _note(self, peer: bytes, request_id: int, number: int) -> None:
        askings = self._asked.setdefault(number, [])
        askings.append((peer, request_id))
        if len(askings) > 1:
            self._doubled.add(number)

    def _drop(self, peer: bytes, request_id: int, number: int) -> None:
        """Note that a piece is no longer asked of a peer."""
        askings = self._asked.get(number, [])
        if (peer, request_id) in askings:
            askings.remove((peer, request_id))
        if len(askings) < 2:
            self._doubled.discard(number)
        if not askings:
            self._asked.pop(number, None)
        self._free(number)

    def _free(self, number: int) -> None:
        if number not in self._asked and number not in self._judged:
            self._pieces.free(number)

    def _release(self, peer: bytes) -> list[int]:
        """Give up all that was asked of a peer."""
        requests = self._peers[peer]
        ids = requests.ids()
        for request_id in ids:
            numbers = requests.left(request_id)
            requests.cancel(request_id)
            for number in numbers:
                self._drop(peer, request_id, number)
        return ids

    def _given_up(self, numbers: RangeSet) -> list[tuple[bytes, int]]:
        """Forget that pieces were asked for; return the requests of which nothing else is left."""
        over: list[tuple[bytes, int]] = []
        for number in list(self._met(numbers)):
            self._judged.pop(number, None)
            self._doubled.discard(number)
            for peer, request_id in self._asked.pop(number, []):
                left = self._peers[peer].left(request_id)
                if left and not any(self._pieces.is_asked(each) for each in left):
                    self._peers[peer].cancel(request_id)
                    over.append((peer, request_id))
        return over

    def _met(self, numbers: RangeSet) -> Iterator[int]:
        """Yield those of some numbers that were asked for or are being judged."""
        if numbers.count() <= len(self._asked) + len(self._judged):
            yield from (number for start, end in numbers for number in range(start, end))
            return
        yield from (number for number in {*self._asked, *self._judged} if number in numbers)
