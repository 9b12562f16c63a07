"""Sessions that have become old are replaced (PROTOCOL.md, section 5)."""

import time
from dataclasses import dataclass

import pytest

from byhand.domain.identity import FriendId
from byhand.protocol.credentials import LocalIdentity
from byhand.service.sessions import RENEWED_AFTER_SECONDS, Sessions
from tests.helpers.connection_pair import ALICE, BOB

SMALLER, LARGER = sorted((ALICE, BOB), key=lambda each: each.friend_id)


@dataclass
class Fake:
    friend_id: FriendId
    started_at: float
    is_adrift: bool = False


def needs_call(us: LocalIdentity, them: LocalIdentity, age: float) -> bool:
    sessions = Sessions.__new__(Sessions)
    sessions._identity = us
    sessions._live = {them.friend_id: Fake(them.friend_id, time.monotonic() - age)}  # type: ignore[dict-item]
    return sessions._needs_call(them.friend_id)


def test_after_a_day_the_smaller_friend_id_calls_again_and_the_larger_does_not() -> None:
    assert needs_call(SMALLER, LARGER, RENEWED_AFTER_SECONDS + 1)
    assert not needs_call(LARGER, SMALLER, RENEWED_AFTER_SECONDS + 1)


@pytest.mark.parametrize(("us", "them"), [(SMALLER, LARGER), (LARGER, SMALLER)])
def test_before_that_a_session_is_enough(us: LocalIdentity, them: LocalIdentity) -> None:
    assert not needs_call(us, them, RENEWED_AFTER_SECONDS - 60)
