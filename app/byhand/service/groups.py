"""The groups that transfers are part of: what is told of them, and how passing on is stopped."""

from collections.abc import Callable, Iterator

from byhand.domain.events import Event
from byhand.domain.group import GroupStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.transfer import TransferId


class Groups:
    """Where each stands; whoever subscribes later is told it, too."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell
        self._standings: dict[TransferId, GroupStanding] = {}
        self._stops: dict[TransferId, Callable[[], None]] = {}

    def show(self, standing: GroupStanding, stop: Callable[[], None]) -> None:
        """Tell where a group stands; `stop` ends it for us. What is as before is not told again."""
        self._stops[standing.transfer_id] = stop
        if self._standings.get(standing.transfer_id) != standing:
            self._standings[standing.transfer_id] = standing
            self._tell(GroupChanged(standing))

    def end(self, transfer_id: TransferId) -> None:
        """Tell that a transfer is part of no group any more."""
        self._stops.pop(transfer_id, None)
        standing = self._standings.pop(transfer_id, None)
        if standing is not None:
            self._tell(GroupOver(transfer_id, standing.group_id))

    def stop(self, transfer_id: TransferId) -> None:
        """Pass nothing more on of what is all here; what still arrives is received as before."""
        standing = self._standings.get(transfer_id)
        if standing is not None and standing.is_passing_on:
            self._stops[transfer_id]()

    def present(self) -> Iterator[Event]:
        """Yield where each stands, as events."""
        for standing in self._standings.values():
            yield GroupChanged(standing)
