"""What the service has told so far, kept as the present state."""

import time
from dataclasses import dataclass, field

from byhand.domain.events import (
    Event,
    FriendAdded,
    FriendChanged,
    FriendRemoved,
    ProfileChanged,
    TransferAdded,
    TransferChanged,
    TransferRemoved,
)
from byhand.domain.friend import Friend, Presence
from byhand.domain.group import GroupStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.identity import FriendId, short_id
from byhand.domain.profile import Profile
from byhand.domain.transfer import Transfer, TransferId
from byhand.service.orders import Service


@dataclass(slots=True)
class Present:
    """Friends, presences and transfers as the last events left them."""

    profile: Profile | None = None
    friends: dict[FriendId, Friend] = field(default_factory=dict)
    presences: dict[FriendId, Presence] = field(default_factory=dict)
    transfers: dict[TransferId, Transfer] = field(default_factory=dict)
    groups: dict[TransferId, GroupStanding] = field(default_factory=dict)

    @classmethod
    def of(cls, service: Service) -> "Present":
        """Return what a service tells of the present."""
        present = cls()
        service.subscribe(present.take)()
        return present

    def take(self, event: Event) -> None:
        """Bring the state up to date with an event."""
        match event:
            case ProfileChanged(profile):
                self.profile = profile
            case FriendAdded(friend, presence) | FriendChanged(friend, presence):
                self.friends[friend.id] = friend
                self.presences[friend.id] = presence
            case FriendRemoved(friend_id):
                self.friends.pop(friend_id, None)
                self.presences.pop(friend_id, None)
            case TransferAdded(transfer) | TransferChanged(transfer):
                self.transfers[transfer.id] = transfer
            case TransferRemoved(transfer_id):
                self.transfers.pop(transfer_id, None)
            case GroupChanged(standing):
                self.groups[standing.transfer_id] = standing
            case GroupOver(transfer_id):
                self.groups.pop(transfer_id, None)
            case _:
                pass

    def is_online(self, friend_id: FriendId) -> bool:
        """Say whether a session with a friend is live."""
        return self.presences.get(friend_id, Presence()).is_online

    def friend_name(self, friend_id: FriendId) -> str:
        """Return a friend's name, or the id of somebody who is none any more."""
        friend = self.friends.get(friend_id)
        return friend.name if friend else short_id(friend_id)

    def names(self) -> dict[FriendId, str]:
        """Return what every friend is called."""
        return {friend_id: friend.name for friend_id, friend in self.friends.items()}


def just_met() -> Presence:
    """Return the presence of somebody who was there a moment ago, when they became a friend."""
    return Presence(last_seen=time.time())
