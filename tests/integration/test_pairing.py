"""Two whole services in one room: from "Add a friend" to friends who have compared codes."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.friend import Trust
from byhand.domain.pairing import PairingProblem, PairingStage
from tests.helpers.one_room import Side, in_one_room, paired

_S = PairingStage
_P = PairingProblem


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Side, Side]]:
    async with in_one_room(tmp_path, "Alice", "Bob") as (alice, bob):
        yield alice, bob


async def test_two_strangers_become_friends_who_have_compared_codes(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    await paired(alice, bob)
    for me, other in ((alice, bob), (bob, alice)):
        friend = await me.until_friends_with(other)
        assert friend.trust is Trust.VERIFIED
        assert friend.verified_at > 0
        assert (friend.name, friend.computer) == (other.name, f"{other.name}'s computer")
        assert me.now.friend == friend
    assert [each.stage for each in alice.seen] == [
        _S.CONNECTING,
        _S.WAITING,
        _S.COMPARING,
        *[_S.SETTLED_HERE] * 2,
        _S.DONE,
    ]
    assert bob.seen[0].stage is _S.ASKED
    assert (bob.seen[0].name, bob.seen[0].computer) == ("Alice", "Alice's computer")
