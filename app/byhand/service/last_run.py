"""Whether the run before this one came to its end by itself."""

import logging
from collections.abc import Iterable

from byhand.domain.events import ClosedUnexpectedly
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.service.stores import Stores

logger = logging.getLogger(__name__)


def crash_before(stores: Stores, unfinished: Iterable[Transfer]) -> ClosedUnexpectedly | None:
    """Return that the run before was cut off, by a crash, a kill or a loss of power; else None.

    `unfinished` is what is left of it; how much of that goes on now is told.
    """
    if stores.database.opening.was_stopped_well:
        return None
    logger.warning("the run before did not come to its end by itself")
    going_on = sum(map(_goes_on, unfinished))
    return ClosedUnexpectedly(going_on, str(stores.folder.log))


def _goes_on(transfer: Transfer) -> bool:
    """Say whether a transfer needs nothing of the user to go on."""
    is_asked = transfer.state is TransferState.OFFERED and transfer.direction is Direction.INCOMING
    return not (transfer.is_final or transfer.paused_by_me or is_asked)
