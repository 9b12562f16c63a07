"""Which of two sessions with one friend stays (protocol.md, section 1)."""

import time
from dataclasses import dataclass
from typing import cast

import pytest

from byhand.domain.identity import FriendId
from byhand.protocol.credentials import LocalIdentity
from byhand.service.friend_session import FriendSession
from byhand.service.sessions import SETTLED_SECONDS, Sessions
from tests.helpers.connection_pair import ALICE, BOB

SMALLER, LARGER = sorted((ALICE, BOB), key=lambda each: each.friend_id)


@dataclass
class Fake:
    friend_id: FriendId
    is_initiator: bool
    started_at: float


def stays(
    us: LocalIdentity, them: LocalIdentity, earlier_is_ours: bool, fresh_is_ours: bool, age: float
) -> bool:
    now = time.monotonic()
    sessions = Sessions.__new__(Sessions)
    sessions._identity = us
    earlier = Fake(them.friend_id, earlier_is_ours, now - age)
    fresh = Fake(them.friend_id, fresh_is_ours, now)
    return sessions._stays(cast(FriendSession, earlier), cast(FriendSession, fresh))


@pytest.mark.parametrize("we_dialled_first", [True, False])
def test_of_two_young_sessions_both_sides_keep_the_one_that_the_smaller_dialled(
    we_dialled_first: bool,
) -> None:
    for us, them in ((SMALLER, LARGER), (LARGER, SMALLER)):
        kept_is_ours = (
            we_dialled_first
            if stays(us, them, we_dialled_first, not we_dialled_first, age=0.0)
            else not we_dialled_first
        )
        assert kept_is_ours is (us is SMALLER)


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_second_call_of_the_same_side_replaces_its_first(is_ours: bool) -> None:
    for us, them in ((SMALLER, LARGER), (LARGER, SMALLER)):
        assert not stays(us, them, is_ours, is_ours, age=0.0)


@pytest.mark.parametrize("earlier", [True, False])
@pytest.mark.parametrize("fresh", [True, False])
def test_a_settled_session_gives_way_to_any_new_one(earlier: bool, fresh: bool) -> None:
    for us, them in ((SMALLER, LARGER), (LARGER, SMALLER)):
        assert not stays(us, them, earlier, fresh, age=SETTLED_SECONDS + 1)
