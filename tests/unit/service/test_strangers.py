"""Whose keys may pair, without a network."""

import pytest

from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId, PublicKeys
from byhand.domain.pairing import PairingProblem
from byhand.service.strangers import problem_with
from tests.helpers.connection_pair import ALICE, BOB, EVE


class Book:
    """Alice as a friend, and Bob."""

    def __init__(self, trust: Trust = Trust.UNVERIFIED) -> None:
        self._keys = {ALICE.friend_id: ALICE.keys, BOB.friend_id: BOB.keys}
        self._trust = trust

    def __iter__(self) -> object:
        return iter(Friend(each, "somebody", "", self._trust) for each in self._keys)

    def keys(self, friend_id: FriendId) -> PublicKeys:
        return self._keys[friend_id]


def test_a_stranger_may_pair() -> None:
    assert problem_with(EVE.keys, Book()) is None  # type: ignore[arg-type]


def test_a_friend_may_pair_again() -> None:
    for trust in (Trust.UNVERIFIED, Trust.VERIFIED, Trust.KEY_CHANGED):
        assert problem_with(ALICE.keys, Book(trust)) is None  # type: ignore[arg-type]


def test_somebody_blocked_may_not() -> None:
    book = Book(Trust.BLOCKED)
    assert problem_with(ALICE.keys, book) is PairingProblem.REFUSED  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "keys",
    [
        PublicKeys(ALICE.keys.x25519, EVE.keys.ed25519),
        PublicKeys(EVE.keys.x25519, ALICE.keys.ed25519),
        PublicKeys(ALICE.keys.x25519, BOB.keys.ed25519),
    ],
)
def test_one_of_a_friends_keys_with_another_partner_is_another_key(keys: PublicKeys) -> None:
    assert problem_with(keys, Book()) is PairingProblem.KEY_CHANGED  # type: ignore[arg-type]
