import pytest
from msgspec.structs import replace

from byhand.domain.friend import Friend, Presence, Trust
from byhand.domain.identity import FriendId
from byhand.domain.obstacle import Obstacle, obstacle_to

ANNA = Friend(FriendId(b"a" * 32), "Anna", "laptop", Trust.VERIFIED)


@pytest.mark.parametrize(
    ("friend", "obstacle"),
    [
        (ANNA, Obstacle.UNREACHABLE),
        (replace(ANNA, trust=Trust.BLOCKED), Obstacle.HELD),
        (replace(ANNA, rival=FriendId(b"b" * 32)), Obstacle.HELD),
        (replace(ANNA, trust=Trust.KEY_CHANGED), Obstacle.NEW_IDENTITY),
    ],
)
def test_what_the_user_must_settle_comes_before_what_the_network_does(
    friend: Friend, obstacle: Obstacle
) -> None:
    assert obstacle_to(friend, Presence(is_unreachable=True)) is obstacle


def test_somebody_who_is_away_has_nothing_in_their_way() -> None:
    assert obstacle_to(ANNA, Presence()) is Obstacle.NONE
