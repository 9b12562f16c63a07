"""Who is told about changes."""

import logging
from collections.abc import Callable

from byhand.domain.events import Event

Observer = Callable[[Event], None]

logger = logging.getLogger(__name__)


class Observers:
    """Tells every observer every event, in order, on the loop's thread."""

    def __init__(self) -> None:
        self._observers: list[Observer] = []

    def add(self, observer: Observer) -> Callable[[], None]:
        """Tell an observer from now on; return what ends that."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def tell(self, event: Event) -> None:
        """Tell everybody; one who fails to listen takes nothing from the others."""
        for observer in tuple(self._observers):
            try:
                observer(event)
            except Exception:
                logger.exception("a bug in an observer")
