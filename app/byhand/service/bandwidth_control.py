"""The limits in force: a bucket for everybody, each friend and each transfer, kept in step."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from msgspec import Struct

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
from byhand.domain.identity import FriendId
from byhand.domain.limits import UNLIMITED, RateLimits, Schedule, limits_at
from byhand.domain.transfer import Transfer, TransferId
from byhand.engine.bandwidth import Bucket


def local_time() -> datetime:
    """Return the time of the local clock, as the user sees it."""
    return datetime.now().astimezone()


class Flow(Struct, frozen=True):
    """The buckets of one party: what is sent to it, and what comes from it."""

    up: Bucket
    down: Bucket

    def below(self) -> "Flow":
        """Return a new flow below both, without limits of its own."""
        return Flow(Bucket(self.up), Bucket(self.down))

    def limit(self, limits: RateLimits) -> None:
        """Set both limits, or lift them; who waits for them goes on by the new ones at once."""
        self.up.limit(limits.up)
        self.down.limit(limits.down)

    def close(self) -> None:
        """Let go of what is above."""
        self.up.close()
        self.down.close()


class BandwidthControl:
    """Hears what is set, like everybody who watches the service, and sets the buckets by it."""

    def __init__(
        self,
        clock: Callable[[], float] = monotonic,
        now: Callable[[], datetime] = local_time,
    ) -> None:
        """`clock` in seconds paces; `now` is the local clock that the schedule goes by."""
        self._now = now
        self.all = Flow(Bucket(clock=clock), Bucket(clock=clock))
        self._friends: dict[FriendId, Flow] = {}
        self._transfers: dict[TransferId, Flow] = {}
        self._limits = UNLIMITED
        self._schedule: Schedule | None = None

    def of_friend(self, friend_id: FriendId) -> Flow:
        """Return the buckets of a friend."""
        flow = self._friends.get(friend_id)
        if flow is None:
            flow = self._friends[friend_id] = self.all.below()
        return flow

    def of_transfer(self, transfer: Transfer) -> Flow:
        """Return the buckets of a transfer that has not ended."""
        flow = self._transfers.get(transfer.id)
        if flow is None:
            flow = self._transfers[transfer.id] = self.of_friend(transfer.friend_id).below()
        return flow

    def hear(self, event: Event) -> None:
        """Take over what an event says about limits."""
        match event:
            case ProfileChanged(profile):
                self._limits, self._schedule = profile.limits, profile.schedule
                self.follow_schedule()
            case FriendAdded(friend) | FriendChanged(friend):
                self.of_friend(friend.id).limit(friend.limits)
            case FriendRemoved(friend_id):
                _close(self._friends.pop(friend_id, None))
            case TransferAdded(transfer) | TransferChanged(transfer) if not transfer.is_final:
                self.of_transfer(transfer).limit(transfer.limits)
            case TransferChanged(transfer):
                _close(self._transfers.pop(transfer.id, None))
            case TransferRemoved(transfer_id):
                _close(self._transfers.pop(transfer_id, None))
            case _:
                pass

    def follow_schedule(self) -> None:
        """Look at the clock which limits hold for everybody; to be called every minute or more."""
        self.all.limit(limits_at(self._limits, self._schedule, self._now()))


def _close(flow: Flow | None) -> None:
    if flow is not None:
        flow.close()
