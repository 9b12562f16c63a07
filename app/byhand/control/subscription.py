"""What one observer is told of a service elsewhere, in the order in which it happens."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from byhand.domain.events import Event

Observer = Callable[[Event], None]


class Subscription:
    """Tells one observer on the owner's loop; first, and at once, what is there already."""

    def __init__(self, observer: Observer, owner: asyncio.AbstractEventLoop) -> None:
        self.is_whole = False
        self._observer = observer
        self._owner = owner
        self._present: list[Event] = []
        self._is_open = True

    def take(self, event: Event) -> None:
        """Keep an event until everything that is there is known, or have it told; on the thread."""
        if not self.is_whole:
            self._present.append(event)
            return
        with suppress(RuntimeError):  # the owner's loop has ended already
            self._owner.call_soon_threadsafe(self._tell, event)

    def replay(self) -> None:
        """Tell what is there, now that it is known; on the owner's loop."""
        for event in self._present:
            self._observer(event)
        self._present.clear()

    def end(self) -> None:
        """Tell nothing more."""
        self._is_open = False

    def _tell(self, event: Event) -> None:
        if self._is_open:
            self._observer(event)
