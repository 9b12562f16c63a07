"""The time in which strangers may ask to be paired: seen by everybody, and closed in time."""

import asyncio
import time
from collections.abc import Callable, Coroutine

from byhand.domain.events import Event, PairingWindowChanged
from byhand.domain.pairing import PairingWindow
from byhand.network.discovery import Discovery
from byhand.service.pairing_limits import PairingLimits

MARGIN_SECONDS = 0.1
"""So that a timer that is a little early finds the time over."""


class Window:
    """Opened by the user; closes after its time, or when too many runs were tried."""

    def __init__(
        self,
        limits: PairingLimits,
        show: Callable[[float], None],
        discovery: Callable[[], Discovery],
        tell: Callable[[Event], None],
        wait: Callable[[Coroutine[None, None, None]], None],
    ) -> None:
        """`show` shows our name to everybody for so many seconds; 0 ends that."""
        self._limits = limits
        self._show_us = show
        self._discovery = discovery
        self._tell = tell
        self._wait = wait
        self._now = PairingWindow()
        self._asked_for = 0.0
        """Until when the user wants to be seen anyway."""
        self._shown_until = 0.0

    @property
    def now(self) -> PairingWindow:
        """What is shown of it."""
        return self._now

    @property
    def is_open(self) -> bool:
        """Say whether strangers may ask now."""
        return self._limits.seconds_left > 0 and self._limits.may_run

    def tokens(self) -> tuple[bytes, ...]:
        """Return the tokens that let a stranger ask; none while nobody may."""
        return self._discovery().tokens() if self.is_open else ()

    def open(self) -> None:
        """Let strangers ask, and be seen meanwhile; after too many runs it stays closed."""
        self._limits.open()
        seconds = self._limits.seconds_left
        if seconds:
            self._be_seen(seconds)
            self._wait(self._close_after(seconds))
        self._show(PairingWindow(time.time() + seconds if seconds else 0.0, not seconds))

    def close(self) -> None:
        """Let nobody ask any more."""
        self._limits.close()
        self._follow()

    def stranger_asks(self) -> bool:
        """Count a stranger who wants to be added; False if that may not be."""
        may_ask = bool(self.tokens()) and self._limits.stranger_asks()
        self._follow()
        return may_ask

    def end_run(self, *, went_well: bool) -> None:
        """Close it if that was the last run that is allowed for now."""
        self._limits.end_run(went_well=went_well)
        self._follow()

    async def _close_after(self, seconds: float) -> None:
        await asyncio.sleep(seconds + MARGIN_SECONDS)
        self._follow()

    def _follow(self) -> None:
        """Show that it is closed, if it is, and be seen no longer than the user wants anyway."""
        if self._limits.seconds_left:
            return
        if self._shown_until and self._discovery().visible_until == self._shown_until:
            self._show_us(max(0.0, self._asked_for - time.time()))
        self._shown_until = 0.0
        self._show(PairingWindow(0.0, self._limits.is_warned))

    def _be_seen(self, seconds: float) -> None:
        seen_until = self._discovery().visible_until
        if seen_until != self._shown_until:
            self._asked_for = seen_until
        if seen_until < time.time() + seconds:
            self._show_us(seconds)
            self._shown_until = self._discovery().visible_until

    def _show(self, window: PairingWindow) -> None:
        if window != self._now:
            self._now = window
            self._tell(PairingWindowChanged(window))
