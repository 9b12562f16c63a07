"""What pairing needs of the rest of the service."""

from collections.abc import Callable, Coroutine

from msgspec import Struct

from byhand.domain.events import Event
from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint
from byhand.network.discovery import Discovery
from byhand.protocol.credentials import Introduction
from byhand.protocol.messages import Hello
from byhand.service.friend_session import FriendSession
from byhand.service.sessions import Connected


class PairingNeeds(Struct, frozen=True):
    """The ways by which pairing sees and changes what lies beyond it.

    `wait` runs what is given up when the service ends; `became_friend` takes where a newcomer
    answers calls, if they have said so.
    """

    tell: Callable[[Event], None]
    wait: Callable[[Coroutine[None, None, None]], None]
    set_visible: Callable[[float], None]
    introduction: Callable[[], Introduction]
    hello: Callable[[], Hello]
    discovery: Callable[[], Discovery]
    nearby: Callable[[str], Nearby | None]
    session_with: Callable[[FriendId], FriendSession | None]
    adopt: Callable[[Connected], None]
    became_friend: Callable[[FriendId, Hint | None], None]
