"""How groups stand, and how those stood last that are over: it is looked at afterwards, too."""

from msgspec.structs import replace

from byhand.domain.events import Event, TransferRemoved
from byhand.domain.group import GroupStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.transfer import TransferId


class LastStandings:
    """Remembered until the transfer is off the list."""

    def __init__(self) -> None:
        self._last: dict[TransferId, GroupStanding] = {}

    def of(self, transfer_id: TransferId) -> GroupStanding | None:
        """Return how a transfer's group stands, or stood last; None if it was in none."""
        return self._last.get(transfer_id)

    def follow(self, event: Event) -> TransferId | None:
        """Take note of what an event tells; return of which transfer anything is another now."""
        match event:
            case GroupChanged(standing):
                self._last[standing.transfer_id] = standing
                return standing.transfer_id
            case GroupOver(transfer_id) if transfer_id in self._last:
                over = replace(self._last[transfer_id], lingers_until=0.0, may_leave=False)
                self._last[transfer_id] = over
                return transfer_id
            case TransferRemoved(transfer_id):
                self._last.pop(transfer_id, None)
            case _:
                pass
        return None
