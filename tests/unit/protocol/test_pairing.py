"""A comparison of codes: its formulas, its table, and every order in which messages can come."""

import hashlib
import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.domain.codes import Code
from byhand.domain.pairing import TRIES
from byhand.errors import LocalProtocolError, RemoteProtocolError
from byhand.protocol.friend_messages import (
    PairCommit,
    PairLater,
    PairMessage,
    PairNo,
    PairNonce,
    PairOk,
    PairReveal,
)
from byhand.protocol.pairing import (
    TRANSITIONS,
    Comparison,
    ComparisonState,
    Move,
    commitment,
    comparison_code,
)
from tests.helpers.comparisons import (
    HASH,
    LARGER,
    SMALLER,
    begin,
    both,
    compared,
    comparison,
    deliver,
)

_S = ComparisonState
ENDS = {_S.AGREED, _S.OVER}
A_NONCE, ANOTHER = bytes(range(32)), bytes(range(32, 64))


# What is computed


def test_a_commitment_is_the_hash_of_label_handshake_and_value() -> None:
    expected = hashlib.blake2s(b"byhand/pair-commit/v1" + HASH + A_NONCE).digest()
    assert commitment(HASH, A_NONCE) == expected


@pytest.mark.parametrize("digits", [3, 12])
def test_a_code_is_made_of_everything_both_sides_know(digits: int) -> None:
    content = b"byhand/pair-sas/v1" + HASH + SMALLER + LARGER + A_NONCE + ANOTHER
    number = int.from_bytes(hashlib.blake2s(content).digest()[:10], "little")
    expected = str(number % 10**digits).zfill(digits)
    for people in ((SMALLER, LARGER), (LARGER, SMALLER)):
        assert comparison_code(HASH, people, A_NONCE, ANOTHER, digits) == expected


@given(st.binary(min_size=32, max_size=32))
@settings(max_examples=30)
def test_a_code_has_all_its_digits(nonce: bytes) -> None:
    code = comparison_code(HASH, (SMALLER, LARGER), nonce, ANOTHER)
    assert len(code) == 12
    assert set(code) <= set("0123456789")


def test_each_part_changes_the_code() -> None:
    people = SMALLER, LARGER
    usual = comparison_code(HASH, people, A_NONCE, ANOTHER)
    assert comparison_code(bytes(32), people, A_NONCE, ANOTHER) != usual
    assert comparison_code(HASH, (SMALLER, SMALLER), A_NONCE, ANOTHER) != usual
    assert comparison_code(HASH, people, ANOTHER, A_NONCE) != usual
    assert comparison_code(HASH, people, A_NONCE, HASH[::-1]) != usual


# How it goes


def test_each_side_reads_out_what_the_other_types() -> None:
    alice, bob = compared()
    assert len(alice.shown) == len(bob.shown) == 6
    deliver(alice.type_half(bob.shown), to=bob)
    assert (alice.state, bob.state) == (_S.SETTLED_HERE, _S.SETTLED_THERE)
    deliver(bob.type_half(alice.shown), to=alice)
    assert alice.state is bob.state is _S.AGREED
    assert alice.is_verified
    assert bob.is_verified


def test_the_committer_reads_out_the_first_half() -> None:
    sources = iter([A_NONCE, ANOTHER])
    alice = comparison(source=lambda _: next(sources))
    bob = comparison(LARGER, SMALLER, source=lambda _: next(sources))
    begin(alice, bob)
    assert alice.shown + bob.shown == comparison_code(HASH, (SMALLER, LARGER), A_NONCE, ANOTHER)


def test_nothing_is_shown_before_the_code_is_known() -> None:
    alice, bob = both()
    deliver(alice.start(), to=bob)
    bob.accept()
    assert alice.shown == bob.shown == ""


def test_a_committers_value_is_hidden_until_the_other_has_chosen() -> None:
    alice, bob = both()
    commit = alice.start()
    deliver(commit, to=bob)
    reveal = alice.receive(bob.accept())
    assert isinstance(reveal, PairReveal)
    assert reveal.nonce != commit.commitment
    assert commitment(HASH, reveal.nonce) == commit.commitment


def test_every_comparison_has_fresh_values() -> None:
    commits = {comparison().start().commitment for _ in range(20)}
    assert len(commits) == 20


@pytest.mark.parametrize("puts_off", [(True, False), (False, True), (True, True)])
def test_who_puts_it_off_is_a_friend_all_the_same_but_not_verified(
    puts_off: tuple[bool, bool],
) -> None:
    alice, bob = compared()
    for side, other, later in ((alice, bob, puts_off[0]), (bob, alice, puts_off[1])):
        deliver(side.put_off() if later else side.type_half(other.shown), to=other)
    assert alice.state is bob.state is _S.AGREED
    assert not alice.is_verified
    assert not bob.is_verified
    assert (bob.is_put_off_there, alice.is_put_off_there) == puts_off


@pytest.mark.parametrize("spoken", ["{} {}", " {}-{}\n", "{}, {} !", "no. {}\u00a0{}"])
def test_what_is_no_digit_does_not_count(spoken: str) -> None:
    alice, bob = compared()
    assert alice.type_half(spoken.format(bob.shown[:3], bob.shown[3:])) == PairOk()


def test_digits_of_other_scripts_are_digits() -> None:
    alice, bob = compared()
    arabic = bob.shown.translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
    assert alice.type_half(arabic) == PairOk()


def wrong(digits: str) -> str:
    """Another half of the same length."""
    return str((int(digits) + 1) % 10**6).zfill(6)


def test_a_half_may_be_typed_three_times() -> None:
    alice, bob = compared()
    for left in range(TRIES - 1, 0, -1):
        assert alice.type_half(wrong(bob.shown)) is None
        assert alice.tries_left == left
    refusal = alice.type_half(wrong(bob.shown))
    assert refusal == PairNo(Code.AUTHENTICATION)
    deliver(refusal, to=bob)
    assert alice.state is bob.state is _S.OVER
    assert bob.refusal is Code.AUTHENTICATION


def test_the_third_try_counts_if_it_is_right() -> None:
    alice, bob = compared()
    for _ in range(TRIES - 1):
        alice.type_half(wrong(bob.shown))
    assert alice.type_half(bob.shown) == PairOk()


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "six digits"])
def test_what_is_no_half_is_no_try(typed: str) -> None:
    alice, _ = compared()
    assert alice.type_half(typed) is None
    assert alice.tries_left == TRIES
    assert alice.state is _S.COMPARING


def test_ones_own_half_copied_is_wrong() -> None:
    alice, _ = compared()
    assert alice.type_half(alice.shown) is None
    assert alice.tries_left == TRIES - 1


def test_a_refusal_says_why() -> None:
    alice, bob = both()
    deliver(alice.start(), to=bob)
    deliver(bob.refuse(Code.BUSY), to=alice)
    assert alice.refusal is Code.BUSY
    assert bob.refusal is None


# When both begin


def test_both_begin_and_the_smaller_friend_ids_commitment_stands() -> None:
    smaller, larger = both()
    first, second = smaller.start(), larger.start()
    assert smaller.receive(second) is None
    nonce = larger.receive(first)
    assert isinstance(nonce, PairNonce)
    reveal = smaller.receive(nonce)
    assert isinstance(reveal, PairReveal)
    assert larger.receive(reveal) is None
    assert smaller.type_half(larger.shown) == PairOk()
    assert larger.type_half(smaller.shown) == PairOk()


def test_both_begin_and_the_answer_overtakes_nothing() -> None:
    """The other side's vain commitment comes before its nonce: the order of one connection."""
    smaller, larger = both()
    first, second = smaller.start(), larger.start()
    nonce = larger.receive(first)
    assert nonce is not None
    assert smaller.receive(second) is None
    with pytest.raises(RemoteProtocolError):
        smaller.receive(second)  # once is enough


def test_a_value_that_was_committed_to_in_vain_is_not_used() -> None:
    _, larger = both()
    vain = larger.start().commitment
    nonce = larger.receive(comparison().start())
    assert isinstance(nonce, PairNonce)
    assert commitment(HASH, nonce.nonce) != vain


def test_strangers_do_not_both_begin() -> None:
    smaller = comparison(may_cross=False)
    larger = comparison(LARGER, SMALLER, may_cross=False)
    smaller.start()
    with pytest.raises(RemoteProtocolError):
        smaller.receive(larger.start())
    assert smaller.state is _S.OVER


# Reflections and lies


def test_our_own_commitment_reflected_is_refused() -> None:
    alice = comparison()
    with pytest.raises(RemoteProtocolError):
        alice.receive(alice.start())


def test_our_own_value_as_the_answer_is_refused_by_the_committer() -> None:
    alice = comparison(source=lambda _: A_NONCE)
    alice.start()
    with pytest.raises(RemoteProtocolError):
        alice.receive(PairNonce(A_NONCE))
    assert alice.state is _S.OVER
    assert alice.shown == ""


def test_equal_values_are_refused_by_the_answerer() -> None:
    bob = comparison(source=lambda _: A_NONCE)
    bob.receive(PairCommit(commitment(HASH, A_NONCE)))
    bob.accept()
    with pytest.raises(RemoteProtocolError):
        bob.receive(PairReveal(A_NONCE))
    assert bob.shown == ""


@pytest.mark.parametrize(
    "promised", [commitment(HASH, ANOTHER), commitment(bytes(32), A_NONCE), bytes(32), A_NONCE]
)
def test_another_value_than_was_committed_to_is_refused(promised: bytes) -> None:
    bob = comparison()
    bob.receive(PairCommit(promised))
    bob.accept()
    with pytest.raises(RemoteProtocolError):
        bob.receive(PairReveal(A_NONCE))
    assert bob.state is _S.OVER
    assert bob.shown == ""


# Every order


def test_every_state_has_a_row_and_every_end_is_an_end() -> None:
    assert set(TRANSITIONS) == set(_S)
    for state, row in TRANSITIONS.items():
        assert bool(row) != (state in ENDS)
        assert (Move.END in row) != (state in ENDS)


def test_our_own_steps_out_of_turn_are_our_own_fault() -> None:
    orders: dict[Callable[[Comparison], object], set[ComparisonState]] = {
        Comparison.start: {_S.READY},
        Comparison.accept: {_S.ASKED},
        Comparison.put_off: {_S.COMPARING, _S.SETTLED_THERE},
        lambda each: each.type_half("123456"): {_S.COMPARING, _S.SETTLED_THERE},
        lambda each: each.refuse(Code.CANCELLED): set(_S) - ENDS,
    }
    for state in _S:
        for order, lawful in orders.items():
            if state not in lawful:
                with pytest.raises(LocalProtocolError):
                    order(_in(state))


MESSAGES: dict[str, PairMessage] = {
    "commit": PairCommit(commitment(HASH, ANOTHER)),
    "nonce": PairNonce(ANOTHER),
    "reveal": PairReveal(ANOTHER),
    "ok": PairOk(),
    "later": PairLater(),
    "no": PairNo(),
}
LAWFUL_TO_THE_COMMITTER = {
    ("nonce",),
    ("commit", "nonce"),
    *((*head, end) for head in (("nonce",), ("commit", "nonce")) for end in ("ok", "later")),
}
LAWFUL_TO_THE_ANSWERER = {
    ("commit",),
    ("commit", "reveal"),
    ("commit", "reveal", "ok"),
    ("commit", "reveal", "later"),
}


def prefixes(lawful: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """All lawful beginnings, and each of them ended by a refusal."""
    begun = {each[:size] for each in lawful for size in range(len(each) + 1)}
    return begun | {(*each, "no") for each in begun}


@pytest.mark.parametrize("is_committer", [True, False])
def test_M09_of_all_orders_of_up_to_four_messages_only_the_lawful_are_taken(
    is_committer: bool,
) -> None:
    lawful = prefixes(LAWFUL_TO_THE_COMMITTER if is_committer else LAWFUL_TO_THE_ANSWERER)
    taken = set()
    for size in range(5):
        for order in itertools.product(MESSAGES, repeat=size):
            if _takes(order, is_committer):
                taken.add(order)
    assert taken == lawful


def _takes(order: tuple[str, ...], is_committer: bool) -> bool:
    side = comparison()
    if is_committer:
        side.start()
    try:
        for name in order:
            side.receive(MESSAGES[name])
            if side.state is _S.ASKED:
                side.accept()
    except RemoteProtocolError:
        assert side.state is _S.OVER
        return False
    return True


def _in(state: ComparisonState) -> Comparison:
    """A comparison that has come this far."""
    alice, bob = both()
    match state:
        case _S.READY:
            return alice
        case _S.COMMITTED:
            alice.start()
            return alice
        case _S.CROSSED:
            alice.start()
            alice.receive(bob.start())
            return alice
        case _S.ASKED:
            bob.receive(alice.start())
            return bob
        case _S.PROMISED:
            bob.receive(alice.start())
            bob.accept()
            return bob
        case _S.OVER:
            alice.receive(PairNo())
            return alice
    begin(alice, bob)
    if state in (_S.SETTLED_HERE, _S.AGREED):
        alice.put_off()
    if state in (_S.SETTLED_THERE, _S.AGREED):
        alice.receive(PairLater())
    assert alice.state is state
    return alice
