"""Both sides of a comparison of codes in memory, and somebody in between them."""

import random
from collections.abc import Callable

from byhand.domain.identity import FriendId
from byhand.protocol.friend_messages import PairCommit, PairMessage, PairNonce, PairReveal
from byhand.protocol.pairing import (
    DIGITS,
    Comparison,
    ComparisonState,
    commitment,
    comparison_code,
)

HASH = bytes(range(32))
SMALLER, LARGER = FriendId(b"\1" * 32), FriendId(b"\2" * 32)
Random = Callable[[int], bytes]


def comparison(
    own: FriendId = SMALLER,
    other: FriendId = LARGER,
    *,
    handshake_hash: bytes = HASH,
    may_cross: bool = True,
    digits: int = DIGITS,
    source: Random | None = None,
) -> Comparison:
    """One side, with the system's random values unless a source is given."""
    if source is None:
        return Comparison(handshake_hash, own, other, may_cross=may_cross, digits=digits)
    return Comparison(handshake_hash, own, other, may_cross=may_cross, digits=digits, random=source)


def both() -> tuple[Comparison, Comparison]:
    """Two who compare with nobody in between; the smaller FriendID first."""
    return comparison(), comparison(LARGER, SMALLER)


def begin(committer: Comparison, answerer: Comparison) -> None:
    """Bring both to where their users compare."""
    assert answerer.receive(committer.start()) is None
    assert answerer.state is ComparisonState.ASKED
    reveal = committer.receive(answerer.accept())
    assert reveal is not None
    assert answerer.receive(reveal) is None


def compared() -> tuple[Comparison, Comparison]:
    """Two whose users have the codes before them."""
    sides = both()
    begin(*sides)
    return sides


def deliver(message: PairMessage | None, to: Comparison) -> None:
    """Hand on what one side sends; it may need no answer."""
    assert message is not None
    assert to.receive(message) is None


EVE = FriendId(b"\3" * 32)


class Grinder:
    """Eve between Alice, who begins, and Bob: as good an attack as the messages allow.

    She has a handshake with each, hence two hashes, and wants both to see one code.
    """

    def __init__(self, digits: int, seed: int) -> None:
        self._random = random.Random(seed)
        self._digits = digits

    def try_against_the_commitment(self) -> bool:
        """She finishes with Alice, then guesses what Bob will choose and commits to what fits."""
        source = self._random.randbytes
        alice = self._side(SMALLER, source)
        bob = self._side(LARGER, source)
        alice.start()
        reveal = alice.receive(PairNonce(source(32)))
        assert reveal is not None
        guess = source(32)
        mine = next(
            nonce
            for nonce in iter(lambda: source(32), b"")
            if self._code(LARGER, nonce, guess).startswith(alice.shown)
        )
        assert bob.receive(PairCommit(commitment(self._hash(LARGER), mine))) is None
        bob.accept()
        bob.receive(PairReveal(mine))
        return _see_one_code(alice, bob)

    def try_without_a_commitment(self) -> bool:
        """The same between people whose programs say their random values one after the other."""
        source = self._random.randbytes
        alices, bobs = source(32), source(32)
        at_bob = self._code(LARGER, source(32), bobs)
        tries = 30 * 10**self._digits
        return any(self._code(SMALLER, alices, source(32)) == at_bob for _ in range(tries))

    def _side(self, own: FriendId, source: Random) -> Comparison:
        return comparison(
            own, EVE, handshake_hash=self._hash(own), digits=self._digits, source=source
        )

    def _code(self, victim: FriendId, committers: bytes, answerers: bytes) -> str:
        people = victim, EVE
        return comparison_code(self._hash(victim), people, committers, answerers, self._digits)

    @staticmethod
    def _hash(victim: FriendId) -> bytes:
        return victim  # any two that differ


def _see_one_code(alice: Comparison, bob: Comparison) -> bool:
    """Whether each side takes the half that the other reads out."""
    return bool(alice.type_half(bob.shown)) and bool(bob.type_half(alice.shown))
