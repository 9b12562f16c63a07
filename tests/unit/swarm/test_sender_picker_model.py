from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from byhand.domain.ranges import RangeSet
from byhand.swarm.sender_picker import LONGEST_GRACE_SECONDS, SenderPicker

COUNT = 20
MEMBERS = st.sampled_from(["alice", "bob", "carol"])
NUMBERS = st.builds(
    lambda pairs: RangeSet((min(pair), max(pair)) for pair in pairs),
    st.lists(st.tuples(st.integers(0, COUNT), st.integers(0, COUNT)), max_size=3),
)


def each(numbers: RangeSet) -> set[int]:
    return {number for start, end in numbers for number in range(start, end)}


class Known:
    """What is known of one member, in plain sets."""

    def __init__(self) -> None:
        self.lacked: set[int] = set()
        self.sent: set[int] = set()
        self.old: set[int] = set()
        self.had: set[int] = set()

    def counted(self) -> set[int]:
        return self.sent | self.had

    def needed(self) -> set[int]:
        return self.lacked | self.sent | self.old

    def drop(self, numbers: set[int]) -> None:
        for kept in (self.lacked, self.sent, self.old, self.had):
            kept.difference_update(numbers)


class Sending(RuleBasedStateMachine):
    """Whatever members say, each is sent exactly what it lacks, and first what nobody has."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths = [1000 + number for number in range(COUNT)]
        self.picker = SenderPicker(self.lengths, Random(1))
        self.now = 0.0
        self.members: dict[str, Known] = {}
        self.left: set[int] = set()
        self.direct: set[int] = set()
        self.sent_bytes = 0

    def put_back(self, numbers: set[int]) -> None:
        counted = {number for known in self.members.values() for number in known.counted()}
        self.left -= numbers - counted - self.direct

    @initialize()
    def begin(self) -> None:
        self.join("alice", RangeSet([(0, COUNT)]))
        self.join("bob", RangeSet([(0, COUNT - 5)]))

    @rule(member=MEMBERS, wanted=NUMBERS)
    def join(self, member: str, wanted: RangeSet) -> None:
        self.picker.join(member, wanted)
        known = self.members.setdefault(member, Known())
        former = known.sent | known.old
        known.drop(known.needed() | each(wanted))
        known.lacked |= each(wanted)
        self.put_back(former)

    @precondition(lambda self: self.members)
    @rule(data=st.data(), wanted=NUMBERS)
    def extend(self, data: st.DataObject, wanted: RangeSet) -> None:
        member = data.draw(st.sampled_from(sorted(self.members)))
        self.picker.extend(member, wanted)
        self.members[member].drop(each(wanted))
        self.members[member].lacked |= each(wanted)

    @precondition(lambda self: self.members)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        member = data.draw(st.sampled_from(sorted(self.members)))
        self.picker.leave(member)
        gone = self.members.pop(member)
        self.put_back(gone.sent | gone.old | gone.had)

    @precondition(lambda self: self.members)
    @rule(data=st.data(), numbers=NUMBERS)
    def have(self, data: st.DataObject, numbers: RangeSet) -> None:
        member = data.draw(st.sampled_from(sorted(self.members)))
        self.picker.have(member, numbers)
        self.members[member].drop(each(numbers))
        self.members[member].had |= each(numbers)
        self.left |= each(numbers)

    @precondition(lambda self: self.members)
    @rule(data=st.data(), numbers=NUMBERS)
    def lost(self, data: st.DataObject, numbers: RangeSet) -> None:
        member = data.draw(st.sampled_from(sorted(self.members)))
        self.picker.lost(member, numbers)
        known = self.members[member]
        lost = (known.sent | known.old) & each(numbers)
        known.drop(lost)
        known.lacked |= lost
        self.put_back(lost)

    @rule(numbers=NUMBERS)
    def send_directly(self, numbers: RangeSet) -> None:
        self.picker.direct(numbers)
        self.direct |= each(numbers)
        self.left |= each(numbers)

    @rule()
    def wait(self) -> None:
        self.now += LONGEST_GRACE_SECONDS + 1
        for known in self.members.values():
            known.old |= known.sent
            known.sent = set()

    @precondition(lambda self: self.members)
    @rule(data=st.data())
    def next(self, data: st.DataObject) -> None:
        self.send(data.draw(st.sampled_from(sorted(self.members))))

    def send(self, member: str) -> bool:
        known = self.members[member]
        picked = self.picker.next(member, self.now)
        assert not isinstance(picked, float)
        if picked is None:
            assert not known.lacked
            return False
        numbers = set(range(*picked))
        assert numbers
        assert numbers <= known.lacked
        new = known.lacked - self.left
        assert numbers <= new or not new
        known.lacked -= numbers
        known.sent |= numbers
        self.left |= numbers
        self.sent_bytes += sum(self.lengths[number] for number in numbers)
        return True

    @invariant()
    def bytes_are_counted(self) -> None:
        assert self.picker.sent_bytes == self.sent_bytes
        assert self.picker.unique_bytes <= self.sent_bytes

    @invariant()
    def the_sender_may_go_when_somebody_has_each_piece_that_is_needed(self) -> None:
        needed = {number for known in self.members.values() for number in known.needed()}
        had = {number for known in self.members.values() for number in known.had}
        # Aging changes nothing here; it is done when the next run is picked.
        assert self.picker.is_everywhere == (needed <= had - self.direct)

    def teardown(self) -> None:
        for member in self.members:
            while self.send(member):
                pass
        assert not any(known.lacked for known in self.members.values())


Sending.TestCase.settings = settings(max_examples=50, deadline=None)
TestSending = Sending.TestCase
