"""A run between its user and the other side, without a network."""

from collections.abc import Callable

import pytest

from byhand.domain.codes import Code
from byhand.domain.friend import Friend
from byhand.domain.pairing import Pairing, PairingId, PairingProblem, PairingStage
from byhand.protocol.friend_messages import (
    PairCommit,
    PairLater,
    PairMessage,
    PairNo,
    PairNonce,
    PairOk,
    PairReveal,
)
from byhand.service.pairing_run import PairingRun, Talk
from tests.helpers.comparisons import LARGER, SMALLER, comparison

_S = PairingStage
_P = PairingProblem


class Person:
    """One side's run, what it has told and what it has said."""

    def __init__(self, stage: PairingStage, *, is_smaller: bool, may_cross: bool = False) -> None:
        self.told: list[Pairing] = []
        self.said: list[PairMessage] = []
        self.counted = 0
        self.run = PairingRun(
            Pairing(PairingId(1), stage, "somebody"),
            lambda run: self.told.append(run.pairing),
            self._count,
        )
        own, other = (SMALLER, LARGER) if is_smaller else (LARGER, SMALLER)
        self.talk = Talk(other, comparison(own, other, may_cross=may_cross), self.said.append)

    def meet(self) -> None:
        self.run.connect(self.talk, "Somebody", "laptop")

    def _count(self) -> None:
        self.counted += 1

    @property
    def stages(self) -> list[PairingStage]:
        return [each.stage for each in self.told]


@pytest.fixture
def alice() -> Person:
    person = Person(_S.CONNECTING, is_smaller=True)
    person.meet()
    return person


@pytest.fixture
def bob() -> Person:
    person = Person(_S.ASKED, is_smaller=False)
    person.meet()
    return person


def deliver(source: Person, target: Person) -> None:
    """Hand over what is not delivered yet."""
    for message in source.said:
        target.run.hear(message)
    source.said.clear()


def compare(alice: Person, bob: Person) -> None:
    alice.run.begin()
    deliver(alice, bob)
    bob.run.accept(is_mine=False)
    deliver(bob, alice)
    deliver(alice, bob)


def test_a_run_counts_when_our_random_value_leaves(alice: Person, bob: Person) -> None:
    alice.run.begin()
    assert isinstance(alice.said[0], PairCommit)
    deliver(alice, bob)
    assert (alice.counted, bob.counted) == (0, 0)
    bob.run.accept(is_mine=False)
    assert isinstance(bob.said[0], PairNonce)
    assert (alice.counted, bob.counted) == (0, 1)
    deliver(bob, alice)
    assert isinstance(alice.said[0], PairReveal)
    assert (alice.counted, bob.counted) == (1, 1)


def test_what_they_begin_is_answered_only_once_our_user_has_picked_them(
    alice: Person, bob: Person
) -> None:
    alice.run.begin()
    deliver(alice, bob)
    assert not bob.said
    assert bob.run.is_asked
    bob.run.accept(is_mine=True)
    bob.run.accept(is_mine=False)
    assert len(bob.said) == 1
    assert bob.run.is_mine
    assert not bob.run.is_asked


def test_what_they_begin_is_answered_at_once_where_our_user_wants_it_anyway(
    alice: Person,
) -> None:
    bob = Person(_S.CONNECTING, is_smaller=False)
    bob.meet()
    alice.run.begin()
    deliver(alice, bob)
    assert isinstance(bob.said[0], PairNonce)
    assert _S.ASKED not in bob.stages


def test_both_users_settle_and_the_run_is_over_but_not_done(alice: Person, bob: Person) -> None:
    compare(alice, bob)
    alice.run.type_code(bob.run.pairing.shown)
    assert alice.said == [PairOk()]
    assert alice.run.has_settled
    deliver(alice, bob)
    bob.run.put_off()
    assert bob.said == [PairLater()]
    assert bob.run.has_agreed
    assert bob.run.over.is_set()
    assert not bob.run.is_verified
    assert bob.stages[-1] is _S.SETTLED_HERE
    bob.run.finish(Friend(SMALLER, "Alice", "laptop"))
    assert bob.stages[-2:] == [_S.SETTLED_HERE, _S.DONE]
    assert bob.run.pairing.name == "Alice"
    assert bob.run.pairing.shown == ""


def test_what_both_have_settled_cannot_be_ended_any_more(alice: Person, bob: Person) -> None:
    compare(alice, bob)
    alice.run.put_off()
    deliver(alice, bob)
    bob.run.put_off()
    told = len(bob.told)
    bob.run.end(_P.LOST)
    bob.run.end(None, Code.CANCELLED)
    bob.run.hear(PairNo())
    assert len(bob.told) == told
    assert bob.said == [PairLater()]
    bob.run.fail(None)  # but the disk may refuse it
    assert bob.run.pairing.stage is _S.FAILED


def test_an_end_with_a_code_is_said_to_the_other_side(alice: Person, bob: Person) -> None:
    compare(alice, bob)
    alice.run.end(None, Code.CANCELLED)
    assert alice.said == [PairNo(Code.CANCELLED)]
    deliver(alice, bob)
    assert bob.run.pairing.problem is _P.REFUSED
    assert not bob.said
    assert alice.run.over.is_set()
    assert bob.run.over.is_set()


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (Code.CANCELLED, _P.REFUSED),
        (Code.DECLINED, _P.REFUSED),
        (Code.AUTHENTICATION, _P.THEY_DIFFER),
        (Code.BUSY, _P.NOT_READY),
        (Code.LIMIT, _P.TOO_MANY),
        (Code.TIMEOUT, _P.TIMEOUT),
        (Code.PROTOCOL, _P.PROTOCOL),
        (Code.OK, _P.PROTOCOL),
        (Code.INTERNAL, _P.PROTOCOL),
    ],
)
def test_why_the_other_side_ended_it(alice: Person, code: Code, problem: PairingProblem) -> None:
    alice.run.begin()
    alice.run.hear(PairNo(code))
    assert alice.run.pairing.problem is problem


def test_a_message_out_of_turn_ends_it_and_they_are_told(alice: Person) -> None:
    alice.run.begin()
    alice.said.clear()
    alice.run.hear(PairOk())
    assert alice.run.pairing.problem is _P.PROTOCOL
    assert alice.said == [PairNo(Code.PROTOCOL)]


def test_three_wrong_halves_are_said_once(alice: Person, bob: Person) -> None:
    compare(alice, bob)
    for _ in range(4):
        alice.run.type_code(alice.run.pairing.shown or "000000")
    assert alice.said == [PairNo(Code.AUTHENTICATION)]
    assert alice.run.pairing.problem is _P.WRONG_CODE


def test_what_is_no_half_is_shown_again_as_it_was(alice: Person, bob: Person) -> None:
    compare(alice, bob)
    before = alice.told[-1]
    alice.run.type_code("12")
    assert alice.told[-1] == before
    assert len(alice.told) == 3


ORDERS: list[Callable[[PairingRun], None]] = [
    lambda run: run.accept(is_mine=False),
    lambda run: run.type_code("123456"),
    lambda run: run.put_off(),
    lambda run: run.end(None, Code.CANCELLED),
    lambda run: run.hear(PairNo()),
    lambda run: run.begin(),
]


@pytest.mark.parametrize("order", ORDERS)
def test_orders_about_a_run_that_is_over_change_nothing(
    alice: Person, order: Callable[[PairingRun], None]
) -> None:
    alice.run.end(_P.LOST)
    told = list(alice.told)
    order(alice.run)
    assert alice.told == told
    assert not alice.said


@pytest.mark.parametrize("order", ORDERS[:3])
def test_orders_before_anybody_is_reached_change_nothing(
    order: Callable[[PairingRun], None],
) -> None:
    person = Person(_S.CONNECTING, is_smaller=True)
    order(person.run)
    assert not person.told
    assert not person.said


def test_a_run_may_go_on_on_another_connection(alice: Person, bob: Person) -> None:
    alice.run.begin()
    other = Person(_S.CONNECTING, is_smaller=True)
    alice.run.connect(other.talk, "Bob", "desktop")
    theirs = comparison(LARGER, SMALLER, may_cross=False)
    alice.run.hear(theirs.start())
    assert isinstance(other.said[0], PairNonce)
    assert alice.run.pairing.name == "Bob"


def test_those_who_wait_are_woken_in_order(alice: Person, bob: Person) -> None:
    fresh = Person(_S.CONNECTING, is_smaller=True)
    assert not fresh.run.met.is_set()
    assert alice.run.met.is_set()
    assert not alice.run.decided.is_set()
    compare(alice, bob)
    assert alice.run.decided.is_set()
    assert not alice.run.over.is_set()
    fresh.run.end(_P.UNREACHABLE)
    assert fresh.run.met.is_set()
    assert fresh.run.decided.is_set()
