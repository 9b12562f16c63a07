"""What the rest of the service does about people: who is met, told, let in and waited for."""

from collections.abc import Callable, Coroutine, Sequence

from msgspec import Struct

from byhand.domain.events import Event
from byhand.domain.identity import FriendId
from byhand.protocol.credentials import Introduction
from byhand.protocol.member_messages import Group
from byhand.protocol.messages import ErrorReport, Offer
from byhand.protocol.resume_messages import Again, SyncRow
from byhand.service.door import NO_MEMBERS, MembersAtDoor
from byhand.service.friend_session import FriendSession


class Concerns(Struct, frozen=True):
    """Whom `People` calls, about what."""

    tell: Callable[[Event], None]
    spawn: Callable[[Coroutine[None, None, None]], object]
    wait: Callable[[Coroutine[None, None, None]], None]
    introduction: Callable[[], Introduction]
    offered: Callable[[FriendSession, Offer | Again | ErrorReport], None]
    synced: Callable[[FriendSession, Sequence[SyncRow]], None]
    ready: Callable[[FriendSession], None]
    grouped: Callable[[FriendSession, Group], None]
    is_wanted: Callable[[FriendId], bool]
    profile_changed: Callable[[], None]
    members: MembersAtDoor = NO_MEMBERS
