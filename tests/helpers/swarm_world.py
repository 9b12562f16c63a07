"""A simulated group send: the pickers that Byhand runs, on simulated links."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from random import Random

from byhand.swarm.tickets import Tickets
from tests.helpers.swarm_links import Clock
from tests.helpers.swarm_nodes import Member, Sender
from tests.helpers.swarm_plan import Person, Plan

TICK_SECONDS = 0.1


class World:
    """A sender, members, and who is whose neighbour."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.clock = Clock()
        self.members: dict[int, Member] = {}
        self._random = Random(plan.seed)
        self.sender = Sender(self.clock, plan)
        self._tickets = Tickets(self._random.randbytes, self._may_exchange, self._random)
        self._linked: defaultdict[int, set[int]] = defaultdict(set)

    def run(self, limit: float = 100_000.0) -> "World":
        """Hand everything over; AssertionError if that takes longer than `limit` s."""
        for number, person in enumerate(self.plan.persons):
            self.clock.after(person.joins_at, partial(self._join, number, person))
            if person.leaves_at is not None:
                self.clock.after(person.leaves_at, partial(self._leave, number))
        self._often(self.sender.tick)
        self.clock.run(self._is_over, limit)
        return self

    def seconds(self, number: int) -> float:
        """Return how long a member took that got everything."""
        member = self.members[number]
        return member.finished_at - self.plan.persons[number].joins_at

    @property
    def last(self) -> float:
        """How long the last one took who stayed, as a multiple of T*."""
        return max(map(self.seconds, self.plan.staying)) / self.plan.bound

    @property
    def sent(self) -> float:
        """What the sender uploaded, as a multiple of the size."""
        return self.sender.port.sent_bytes / self.plan.size

    def _is_over(self) -> bool:
        return not self.sender.unfinished

    def _join(self, number: int, person: Person) -> None:
        self._tickets.add(number)
        self.members[number] = Member(self.clock, self.plan, number, self.sender)
        self._relink()
        self.sender.join(self.members[number])
        first = self._random.uniform(0, TICK_SECONDS)
        self.clock.after(first, partial(self._often, self.members[number].tick))

    def _leave(self, number: int) -> None:
        self._tickets.remove(number)
        self.sender.leave(number)
        self.members[number].is_gone = True
        self._relink()

    def _relink(self) -> None:
        """Let every member have the neighbours that the sender gives it."""
        for number, member in self.members.items():
            meant = {pair.other for pair in self._tickets.pairs_of(number)}
            for other in self._linked[number] - meant:
                member.unlink(self.members[other].tag)
            for other in meant - self._linked[number]:
                member.link(self.members[other])
            self._linked[number] = meant

    def _may_exchange(self, one: int, other: int) -> bool:
        persons = self.plan.persons
        return persons[one].network == persons[other].network

    def _often(self, act: Callable[[], None]) -> None:
        act()
        self.clock.after(TICK_SECONDS, partial(self._often, act))
