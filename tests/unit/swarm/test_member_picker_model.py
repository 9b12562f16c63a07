from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from byhand.domain.ranges import RangeSet
from byhand.swarm.member_picker import MemberPicker
from byhand.swarm.peer_requests import LONGEST_REST_SECONDS, STUCK_SECONDS

COUNT = 20
PEERS = st.sampled_from([b"p", b"q", b"r"])
NUMBERS = st.builds(
    lambda pairs: RangeSet((min(pair), max(pair)) for pair in pairs),
    st.lists(st.tuples(st.integers(0, COUNT), st.integers(0, COUNT)), max_size=3),
)


def each(numbers: RangeSet) -> set[int]:
    return {number for start, end in numbers for number in range(start, end)}


class Asking(RuleBasedStateMachine):
    """Asked is what may be asked, of one peer or at most of two, and all of it in the end."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = set(range(2, COUNT))
        self.picker = MemberPicker([1000] * COUNT, RangeSet([(2, COUNT)]), Random(1))
        self.now = 0.0
        self.known: set[int] = set()
        self.here: set[int] = set()
        self.strange: set[int] = {0, 1}
        self.has: dict[bytes, set[int]] = {}
        self.due: dict[bytes, set[tuple[int, int]]] = {}
        """What was asked of each peer and neither answered nor given up."""
        self.given_up: dict[bytes, set[tuple[int, int]]] = {}
        self.judged: dict[int, bytes] = {}
        """What came from whom and is neither here nor spoiled."""

    def missing(self) -> set[int]:
        return self.known - self.here - self.strange

    @initialize()
    def begin(self) -> None:
        self.tell(RangeSet([(0, COUNT - 4)]))
        for peer in (b"p", b"q"):
            self.join(peer)
            self.has[peer] |= set(range(COUNT - 2))
            self.picker.peer_has(peer, RangeSet([(0, COUNT - 2)]))

    @rule(numbers=NUMBERS)
    def tell(self, numbers: RangeSet) -> None:
        self.picker.known(numbers)
        self.known |= each(numbers)

    @rule(peer=PEERS)
    def join(self, peer: bytes) -> None:
        if peer not in self.has:
            self.picker.peer_joined(peer)
            self.has[peer] = set()
            self.due[peer] = set()
            self.given_up[peer] = set()

    @precondition(lambda self: self.has)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        peer = data.draw(st.sampled_from(sorted(self.has)))
        self.picker.peer_left(peer)
        del self.has[peer], self.due[peer], self.given_up[peer]
        self.judged = {number: giver for number, giver in self.judged.items() if giver != peer}

    @precondition(lambda self: self.has)
    @rule(data=st.data(), numbers=NUMBERS)
    def hear(self, data: st.DataObject, numbers: RangeSet) -> None:
        peer = data.draw(st.sampled_from(sorted(self.has)))
        self.picker.peer_has(peer, numbers)
        self.has[peer] |= each(numbers)

    @rule(numbers=NUMBERS)
    def come_from_the_sender(self, numbers: RangeSet) -> None:
        self.come(numbers)

    def come(self, numbers: RangeSet) -> None:
        self.cancel(self.picker.here(numbers))
        self.here |= each(numbers)
        self.strange -= each(numbers)
        for number in each(numbers):
            self.judged.pop(number, None)

    @rule(number=st.integers(0, COUNT - 1))
    def exchange_no_more(self, number: int) -> None:
        self.cancel(self.picker.unwanted(RangeSet([(number, number + 1)])))
        self.strange.add(number)
        self.here.discard(number)
        self.judged.pop(number, None)

    def cancel(self, requests: list[tuple[bytes, int]]) -> None:
        for peer, request_id in requests:
            dropped = {each for each in self.due[peer] if each[0] == request_id}
            assert dropped
            self.due[peer] -= dropped
            self.given_up[peer] |= dropped

    @precondition(lambda self: self.has)
    @rule(data=st.data())
    def ask(self, data: st.DataObject) -> None:
        self.ask_of(data.draw(st.sampled_from(sorted(self.has))))

    def ask_of(self, peer: bytes) -> None:
        for request in self.picker.ask(peer, self.now):
            numbers = set(range(request.first, request.end))
            assert 1 <= len(numbers) <= 4
            assert numbers <= self.missing()
            assert numbers <= self.has[peer]
            assert not numbers & {number for _, number in self.due[peer]}
            assert not numbers & self.judged.keys()
            for number in numbers:
                assert sum(number in self.numbers_due(other) for other in self.due) <= 1
            self.due[peer] |= {(request.request_id, number) for number in numbers}

    def numbers_due(self, peer: bytes) -> set[int]:
        return {number for _, number in self.due[peer]}

    @precondition(lambda self: self.has)
    @rule(
        data=st.data(), outcomes=st.lists(st.sampled_from(["here", "spoiled", "refused", "judged"]))
    )
    def ask_and_hear(self, data: st.DataObject, outcomes: list[str]) -> None:
        self.ask(data)
        for outcome in outcomes:
            awaited = [
                (peer, *answer)
                for due in (self.due, self.given_up)
                for peer, answers in sorted(due.items())
                for answer in sorted(answers)
            ]
            if awaited:
                self.answer_with(*data.draw(st.sampled_from(awaited)), outcome)
                self.ask(data)

    def answer_with(self, peer: bytes, request_id: int, number: int, outcome: str) -> None:
        assert self.picker.may_take(peer, request_id, number)
        if outcome == "refused":
            for due in (self.due, self.given_up):
                due[peer].discard((request_id, number))
            self.picker.refused(peer, request_id, number, self.now)
            self.has[peer].discard(number)
            return
        is_awaited = number in self.judged or any(
            number in self.numbers_due(other) for other in self.due
        )
        for due in (self.due, self.given_up):
            due[peer].discard((request_id, number))
        self.picker.arrived(peer, request_id, number, self.now)
        if number not in self.missing():
            return
        if is_awaited:
            self.judged[number] = peer
        if outcome != "judged":
            self.judge(number, outcome)

    @precondition(lambda self: self.judged)
    @rule(data=st.data(), outcome=st.sampled_from(["here", "spoiled"]))
    def judge_later(self, data: st.DataObject, outcome: str) -> None:
        self.judge(data.draw(st.sampled_from(sorted(self.judged))), outcome)

    def judge(self, number: int, outcome: str) -> None:
        if outcome == "here":
            self.come(RangeSet([(number, number + 1)]))
        else:
            self.judged.pop(number, None)
            self.picker.spoiled(number)

    @precondition(lambda self: self.has)
    @rule(data=st.data())
    def wait_in_vain(self, data: st.DataObject) -> None:
        peer = data.draw(st.sampled_from(sorted(self.has)))
        self.now += STUCK_SECONDS + 1
        given_up = set(self.picker.timed_out(peer, self.now))
        dropped = {each for each in self.due[peer] if each[0] in given_up}
        # Requests of which all else is here stay with the peer that was asked.
        assert dropped >= {each for each in self.due[peer] if each[1] in self.missing()}
        self.due[peer] -= dropped
        self.given_up[peer] |= dropped

    @invariant()
    def only_what_was_asked_may_come(self) -> None:
        for peer in (b"p", b"q", b"r"):
            asked = self.due.get(peer, set()) | self.given_up.get(peer, set())
            assert all(self.picker.may_take(peer, *answer) for answer in asked)
            assert not any(
                self.picker.may_take(peer, request_id, number)
                for request_id in (0, 1, 2, 10**6)
                for number in range(COUNT)
                if (request_id, number) not in asked
            )

    @invariant()
    def what_is_here_is_known(self) -> None:
        assert each(self.picker.have) == self.here
        assert {number for number in range(COUNT) if self.picker.has(number)} == self.here

    def teardown(self) -> None:
        """Everything that somebody has comes in the end."""
        for number in list(self.judged):
            self.judge(number, "spoiled")
        self.now += LONGEST_REST_SECONDS + 1
        for _ in range(COUNT * 4):
            for peer in self.has:
                self.ask_of(peer)
            due = sorted((peer, *answer) for peer in self.due for answer in self.due[peer])
            if not due:
                break
            self.answer_with(*due[0], "here")
        somewhere = {number for has in self.has.values() for number in has}
        assert not self.missing() & somewhere


Asking.TestCase.settings = settings(max_examples=50, deadline=None)
TestAsking = Asking.TestCase
