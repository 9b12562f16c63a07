"""Who is told about changes, and who about what came of an order."""

import logging
from collections.abc import Callable
from contextvars import ContextVar

from byhand.domain.events import (
    AddingFriend,
    BackupFailed,
    BackupRead,
    BackupWritten,
    Event,
    FilesPage,
    InviteMade,
    OrderFailed,
    RoomTold,
    TextShown,
)
from byhand.domain.history_events import (
    CheckedAgain,
    CheckingAgain,
    FilesLocated,
    HistoryOutlined,
    HistoryTold,
)

Observer = Callable[[Event], None]

ANSWERS = (
    *(AddingFriend, BackupFailed, BackupRead, BackupWritten, InviteMade, OrderFailed),
    *(CheckedAgain, CheckingAgain, FilesPage, RoomTold, TextShown),
    *(FilesLocated, HistoryOutlined, HistoryTold),
)
"""What only whoever gave the order is told: another's link or failure would be taken for one's own.
"""
orderer: ContextVar[int] = ContextVar("orderer", default=0)
"""Who gives orders and listens: 0 is the user of this process; others have numbers of their own.

Tasks that an order starts inherit it, and by it their answers find back.
"""

logger = logging.getLogger(__name__)


class Observers:
    """Tells every observer every event, in order, on the loop's thread; but answers see ANSWERS."""

    def __init__(self) -> None:
        self._observers: list[tuple[int, Observer]] = []

    def add(self, observer: Observer) -> Callable[[], None]:
        """Tell an observer from now on; return what ends that."""
        entry = orderer.get(), observer
        self._observers.append(entry)
        return lambda: self._observers.remove(entry)

    def tell(self, event: Event) -> None:
        """Tell everybody whom it concerns; one who fails to listen takes nothing from others."""
        only = orderer.get() if isinstance(event, ANSWERS) else None
        for listener, observer in tuple(self._observers):
            if only not in (None, listener):
                continue
            try:
                observer(event)
            except Exception:
                logger.exception("a bug in an observer")
