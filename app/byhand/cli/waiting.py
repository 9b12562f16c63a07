"""Waiting a while, and no longer, for what a service tells."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from byhand.cli.happenings import Happening, Inbox, Stop, Tick, Typed
from byhand.cli.orders import ExitCode
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.domain.events import OrderFailed
from byhand.service.orders import Service

ANSWER_SECONDS = 10.0
"""How long what was ordered may take to be told."""

_Seen = TypeVar("_Seen")


@contextmanager
def subscribed(service: Service, inbox: Inbox) -> Iterator[None]:
    """Have everything that a service tells put into the inbox, as long as the block runs."""
    unsubscribe = service.subscribe(inbox.put_nowait)
    try:
        yield
    finally:
        unsubscribe()


async def heard(inbox: Inbox) -> Happening:
    """Return what happens next; raise the error by which an order has failed."""
    happening = await inbox.get()
    if isinstance(happening, OrderFailed):
        raise happening.error
    return happening


class Patience:
    """Some seconds, counted from the first Tick on."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends_at: float | None = None

    def has_ended(self, now: float) -> bool:
        """Say whether the time is over; `now` is that of a Tick."""
        if self._ends_at is None:
            self._ends_at = now + self._seconds
        return now >= self._ends_at


async def wait_for(
    service: Service, inbox: Inbox, seconds: float, is_enough: Callable[[Present], bool]
) -> Present:
    """Return what a service tells of the present, once it is enough or nobody waits any more."""
    present, patience = Present(), Patience(seconds)
    with subscribed(service, inbox):
        while not is_enough(present):
            match await inbox.get():
                case Stop():
                    break
                case Tick(now) if patience.has_ended(now):
                    break
                case Tick() | Typed():
                    pass
                case event:
                    present.take(event)
    return present


async def until(
    inbox: Inbox, seconds: float, seen: Callable[[Happening], _Seen | None]
) -> _Seen | None:
    """Return what `seen` first makes of something that happens.

    None if the user, or our patience, has ended. Raises the error by which an order failed.
    """
    patience = Patience(seconds)
    while True:
        happening = await heard(inbox)
        found = seen(happening)
        if found is not None:
            return found
        if isinstance(happening, Stop):
            return None
        if isinstance(happening, Tick) and patience.has_ended(happening.now):
            return None


async def done(
    service: Service,
    inbox: Inbox,
    order: Callable[[], object],
    holds: Callable[[Present], bool],
) -> Present | None:
    """Order something unless it holds already; return the present once it does.

    None and errors as from `until`.
    """
    present = Present.of(service)
    if holds(present):
        return present

    def seen(happening: Happening) -> Present | None:
        if not isinstance(happening, Stop | Tick | Typed):
            present.take(happening)
        return present if holds(present) else None

    with subscribed(service, inbox):
        order()
        return await until(inbox, ANSWER_SECONDS, seen)


def not_done(output: Output) -> ExitCode:
    """Tell that what was ordered has not come to hold."""
    output.error("not_changed", "That could not be kept: look at the log in your profile.")
    return ExitCode.FAILED
