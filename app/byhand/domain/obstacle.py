"""Why nothing goes to a friend until the user has done something about it."""

from enum import Enum, auto

from byhand.domain.friend import Friend, Presence, Trust


class Obstacle(Enum):
    """What is in the way; that somebody is away is none."""

    NONE = auto()
    HELD = auto()
    """The user has not said yet who that is, or has blocked them."""
    NEW_IDENTITY = auto()
    """Somebody came by their name with another identity."""
    UNREACHABLE = auto()
    """They are announced on this network and do not answer our calls."""


NO_OBSTACLE = Obstacle.NONE


def obstacle_to(friend: Friend, presence: Presence) -> Obstacle:
    """Return what is in the way between us and a friend."""
    if friend.trust is Trust.KEY_CHANGED:
        return Obstacle.NEW_IDENTITY
    if friend.is_held:
        return Obstacle.HELD
    return Obstacle.UNREACHABLE if presence.is_unreachable else Obstacle.NONE
