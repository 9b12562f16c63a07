"""Which pieces the sender sends to which member next (PROTOCOL.md, section 21)."""

from collections.abc import Callable, Hashable, Sequence
from heapq import heappop, heappush
from random import Random

from byhand.domain.ranges import RangeSet
from byhand.swarm.marks import (
    AGED,
    COUNTS_AS_HAD,
    FORGOTTEN,
    HAD,
    IS_HAD,
    IS_NEEDED,
    LACKED,
    LOST,
    SENT,
    WAS_SENT,
    WAS_SENT_OR_HAD,
    mask,
    places,
)
from byhand.swarm.stripes import Stripes, Turn
from byhand.swarm.turns import Turns
from byhand.swarm.unspread import Unspread

RUN_BYTES = 1024 * 1024
RUN_SECONDS = 0.1
"""What is picked at a time is what goes in about this long."""
GRACE_SECONDS = 2.0
LONGEST_GRACE_SECONDS = 30.0
WAIT_SECONDS = 0.05
UNSPREAD_BYTES = 4 * 1024 * 1024
UNSPREAD_SECONDS = 1.0
"""Who holds more, or more than comes in about this long, that nobody took from it gets no news."""
_SAMPLE = 16
_JUDGES = 32
_LOOKED_AT = 16 * 1024


class SenderPicker:
    """Every piece once to somebody; then to each what is rarest of all that it still lacks.

    A byte is kept for each member and number. Not safe between threads; `now` is in seconds of any
    clock that does not go back.
    """

    def __init__(self, lengths: Sequence[int], rng: Random) -> None:
        """Take the bytes of every number."""
        self._lengths = lengths
        self._rng = rng
        self._stripes = Stripes(lengths, rng)
        self._turns = Turns()
        self._unspread = Unspread(lengths, rng)
        self._direct = bytearray(len(lengths))
        self._members: dict[Hashable, _Member] = {}
        self._on_the_way: list[tuple[float, int, _Member, int, int]] = []
        self._runs = 0
        self._held_up = 0
        self.sent_bytes = 0
        """To all members together."""
        self.unique_bytes = 0
        """Of what was sent to anybody at all, each piece counted as often as it had to be new."""

    def join(self, member: Hashable, wanted: RangeSet) -> None:
        """Take a member's complete wish; what was on the way to it counts as not sent to it."""
        known = self._members.get(member)
        if known is None:
            known = self._members[member] = _Member(len(self._lengths), self._stripes.join())
        former = bytes(known.marks)
        known.marks[:] = former.translate(FORGOTTEN)
        self.extend(member, wanted)
        self._put_back(former.translate(WAS_SENT), 0)

    def extend(self, member: Hashable, wanted: RangeSet) -> None:
        """Add to a member's wish, also what it had or was sent before."""
        known = self._members[member]
        for start, end in wanted:
            known.marks[start:end] = bytes([LACKED]) * (end - start)
        known.turn.begin_again()

    def leave(self, member: Hashable) -> None:
        """Forget a member; what nobody else has counts as never sent."""
        known = self._members.pop(member)
        self._stripes.leave(known.turn)
        self._turns.leave(member)
        self._put_back(known.marks.translate(WAS_SENT_OR_HAD), 0)

    def have(self, member: Hashable, numbers: RangeSet) -> None:
        """Take a member's word for what it has; nobody lacks a piece for long if it is not true."""
        marks = self._members[member].marks
        for start, end in numbers:
            marks[start:end] = bytes([HAD]) * (end - start)
            self._stripes.sent(start, end)
            self._unspread.had(member, start, end)

    def direct(self, numbers: RangeSet) -> None:
        """Send these to each member that wants them; no member gives them to another."""
        for start, end in numbers:
            self._direct[start:end] = b"\1" * (end - start)
            self._stripes.sent(start, end)

    def next(self, member: Hashable, now: float) -> tuple[int, int] | float | None:
        """Return what to send to a member now, as (first, end); it counts as sent by this.

        A number of seconds: nothing now, ask again after them. None: it has or was sent all that it
        wants.
        """
        self._age(now)
        known = self._members[member]
        known.handed_over(now)
        self._turns.over(member)
        if known.marks.find(LACKED) < 0:
            return None
        if not self._turns.may_begin(member, len(self._members), now):
            return WAIT_SECONDS
        first, end = self._run(member, known)
        self._turns.begin(member, now)
        self._sent(known, first, end, now)
        return first, end

    def lost(self, member: Hashable, numbers: RangeSet) -> None:
        """Count what was on the way to a member as not sent to it."""
        known = self._members[member]
        for start, end in numbers:
            former = known.marks[start:end]
            known.marks[start:end] = former.translate(LOST)
            self._put_back(former.translate(WAS_SENT), start)
        known.turn.begin_again()

    @property
    def is_everywhere(self) -> bool:
        """Whether each piece that a member still needs is had by another: the sender may go."""
        # Where it was not so the last time is looked at first: to ask often costs little.
        starts = range(0, len(self._lengths), _LOOKED_AT)
        for start in (*starts[self._held_up :], *starts[: self._held_up]):
            if not self._is_everywhere(start, start + _LOOKED_AT):
                self._held_up = start // _LOOKED_AT
                return False
        return True

    def _is_everywhere(self, start: int, end: int) -> bool:
        needed = had = 0
        for known in self._members.values():
            marks = known.marks[start:end]
            needed |= mask(marks.translate(IS_NEEDED))
            had |= mask(marks.translate(IS_HAD))
        return not needed & ~(had & ~mask(self._direct[start:end]))

    def _run(self, member: Hashable, known: "_Member") -> tuple[int, int]:
        """Return what to send to a member that lacks something."""
        is_fond = self._unspread.bytes_of(member) > known.unspread_limit()
        return (
            (is_fond and self._old_run(known))
            or self._new_run(member, known)
            or self._rarest_run(known)
        )

    def _old_run(self, known: "_Member") -> tuple[int, int] | None:
        """Return a run of what has left already, for who passes nothing on."""
        drawn = self._unspread.drawn(_SAMPLE)
        found = [number for number in drawn if known.marks[number] == LACKED]
        return self._rarest_of(known, found) if found else None

    def _new_run(self, member: Hashable, known: "_Member") -> tuple[int, int] | None:
        first = self._stripes.next(known.turn, known.marks)
        if first is None:
            return None
        end = self._run_end(known, first, self._stripes.is_unsent)
        self._unspread.given(member, first, end)
        self.unique_bytes += self._bytes(first, end)
        return first, end

    def _rarest_run(self, known: "_Member") -> tuple[int, int]:
        """Return a run of the rarest among some of all that a member lacks."""
        marks = known.marks
        drawn = [marks.find(LACKED, self._rng.randrange(len(marks))) for _ in range(_SAMPLE)]
        return self._rarest_of(
            known, [place for place in drawn if place >= 0] or [marks.find(LACKED)]
        )

    def _rarest_of(self, known: "_Member", numbers: list[int]) -> tuple[int, int]:
        first = min(numbers, key=self._copies)
        copies = self._copies(first)

        def is_as_rare(number: int) -> bool:
            return not self._stripes.is_unsent(number) and self._copies(number) <= copies

        return first, self._run_end(known, first, is_as_rare)

    def _copies(self, number: int) -> int:
        """Return how many of some members have a piece, or soon will; none counts for direct."""
        if self._direct[number]:
            return -1
        return sum(COUNTS_AS_HAD[marks[number]] for marks in self._judges())

    def _judges(self) -> list[bytearray]:
        members = self._members.values()
        if len(members) <= _JUDGES:
            return [known.marks for known in members]
        return [known.marks for known in self._rng.sample(list(members), _JUDGES)]

    def _run_end(self, known: "_Member", first: int, fits: Callable[[int], bool]) -> int:
        """Return where a run ends that begins with `first`."""
        end = first + 1
        room = known.run_bytes() - self._lengths[first]
        while end < len(self._lengths) and known.marks[end] == LACKED and fits(end):
            room -= self._lengths[end]
            if room < 0:
                break
            end += 1
        return end

    def _sent(self, known: "_Member", first: int, end: int, now: float) -> None:
        byte_count = self._bytes(first, end)
        known.marks[first:end] = bytes([SENT]) * (end - first)
        known.begin(byte_count, now)
        self._stripes.sent(first, end)
        self.sent_bytes += byte_count
        self._runs += 1
        old_at = now + known.grace()
        heappush(self._on_the_way, (old_at, self._runs, known, first, end))

    def _age(self, now: float) -> None:
        """Let what is on the way for too long no longer count as had."""
        while self._on_the_way and self._on_the_way[0][0] <= now:
            _, _, known, first, end = heappop(self._on_the_way)
            known.marks[first:end] = known.marks[first:end].translate(AGED)

    def _put_back(self, given: bytes | bytearray, start: int) -> None:
        """Count as never sent what was `given` to a member and counts as had by nobody."""
        end = start + len(given)
        left = mask(given) & ~mask(self._direct[start:end])
        for known in self._members.values():
            if not left:
                return
            left &= ~mask(known.marks[start:end].translate(COUNTS_AS_HAD))
        self._stripes.put_back(start + place for place in places(left, len(given)))

    def _bytes(self, first: int, end: int) -> int:
        return sum(self._lengths[number] for number in range(first, end))


class _Member:
    """What a member has, lacks and was sent, by number; and how fast it takes."""

    def __init__(self, count: int, turn: Turn) -> None:
        self.marks = bytearray(count)
        self.turn = turn
        self._rate = 0.0
        self._begun_at = 0.0
        self._sending_bytes = 0

    def begin(self, byte_count: int, now: float) -> None:
        """Note that so many bytes are handed to its lane."""
        self._sending_bytes, self._begun_at = byte_count, now

    def handed_over(self, now: float) -> None:
        """Note that the lane took what was begun last; nothing if nothing was."""
        if self._sending_bytes:
            rate = self._sending_bytes / max(now - self._begun_at, 0.001)
            self._rate = (self._rate + rate) / 2 if self._rate else rate
            self._sending_bytes = 0

    def run_bytes(self) -> int:
        """Return how much is picked at a time."""
        return min(int(self._rate * RUN_SECONDS), RUN_BYTES)

    def unspread_limit(self) -> int:
        """Return how much it may hold alone and still gets what is new."""
        return max(int(self._rate * UNSPREAD_SECONDS), UNSPREAD_BYTES)

    def grace(self) -> float:
        """Return for how many seconds what is sent now counts as had."""
        if not self._rate:
            return GRACE_SECONDS
        return min(GRACE_SECONDS + 2 * self._sending_bytes / self._rate, LONGEST_GRACE_SECONDS)
