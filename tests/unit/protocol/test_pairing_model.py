"""Two comparisons, their users and the wires between them, against a model of what may come."""

from collections import deque

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from byhand.domain.codes import Code
from byhand.protocol.friend_messages import PairMessage, PairNo, PairNonce, PairOk, PairReveal
from byhand.protocol.pairing import Comparison, ComparisonState
from tests.helpers.comparisons import both

_S = ComparisonState
sides = st.sampled_from([0, 1])
MAY_SETTLE = {_S.COMPARING, _S.SETTLED_THERE}
ENDS = {_S.AGREED, _S.OVER}


class TwoUsers(RuleBasedStateMachine):
    """Nobody lies here: whatever both users do, and however late things arrive, is lawful."""

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Comparison, Comparison] = both()
        self.wires: tuple[deque[PairMessage], deque[PairMessage]] = (deque(), deque())
        self.sent: tuple[list[PairMessage], list[PairMessage]] = ([], [])

    def send(self, side: int, message: PairMessage | None) -> None:
        if message is not None:
            self.wires[1 - side].append(message)
            self.sent[side].append(message)

    @rule(side=sides)
    def pick(self, side: int) -> None:
        me = self.people[side]
        if me.state is _S.READY:
            self.send(side, me.start())
        elif me.state is _S.ASKED:
            self.send(side, me.accept())

    @rule(side=sides, is_right=st.booleans())
    def type_it(self, side: int, is_right: bool) -> None:
        me, other = self.people[side], self.people[1 - side]
        if me.state not in MAY_SETTLE:
            return
        shown = other.shown if is_right and other.shown else me.shown
        self.send(side, me.type_half(shown))

    @rule(side=sides)
    def put_off(self, side: int) -> None:
        if self.people[side].state in MAY_SETTLE:
            self.send(side, self.people[side].put_off())

    @rule(side=sides)
    def refuse(self, side: int) -> None:
        me = self.people[side]
        if me.state not in {*ENDS, _S.READY}:
            self.send(side, me.refuse(Code.CANCELLED))

    @precondition(lambda self: any(self.wires))
    @rule(side=sides)
    def deliver(self, side: int) -> None:
        if not self.wires[side]:
            return
        message = self.wires[side].popleft()
        me = self.people[side]
        if me.state in ENDS or (me.state is _S.READY and isinstance(message, PairNo)):
            return  # it has crossed our own end
        self.send(side, me.receive(message))

    @invariant()
    def a_random_value_is_sent_once(self) -> None:
        for sent in self.sent:
            assert sum(isinstance(each, PairNonce | PairReveal) for each in sent) <= 1

    @invariant()
    def both_sides_agree_on_the_code(self) -> None:
        alice, bob = self.people
        if alice.shown and bob.shown:
            assert alice._expected == bob.shown
            assert bob._expected == alice.shown

    @invariant()
    def verified_means_that_both_have_typed(self) -> None:
        for me, other in ((0, 1), (1, 0)):
            if self.people[me].is_verified:
                assert PairOk() in self.sent[me]
                assert PairOk() in self.sent[other]


TwoUsers.TestCase.settings = settings(max_examples=80, stateful_step_count=20, deadline=None)
TestTwoUsers = TwoUsers.TestCase
