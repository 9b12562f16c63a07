"""Whether the run before this one came to its end by itself."""

import logging
from collections.abc import Iterable

from byhand.domain.events import ClosedUnexpectedly
from byhand.domain.transfer import Transfer
from byhand.service.stores import Stores

logger = logging.getLogger(__name__)


def crash_before(stores: Stores, unfinished: Iterable[Transfer]) -> ClosedUnexpectedly | None:
    """Return that the run before was cut off, by a crash, a kill or a loss of power; else None.

    `unfinished` is what goes on now.
    """
    if stores.database.opening.was_stopped_well:
        return None
    logger.warning("the run before did not come to its end by itself")
    going_on = sum(not transfer.is_final for transfer in unfinished)
    return ClosedUnexpectedly(going_on, str(stores.folder.log))
