"""A service that another process runs, ordered over a link: fits `service.orders.Service`."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import Future
from contextlib import asynccontextmanager
from functools import partial
from typing import cast

from byhand.control.link import Link
from byhand.control.order_table import ORDERS, Names, RemoteOrder
from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.errors import ServiceGoneError
from byhand.service.guarding import unwrapped
from byhand.service.orders import Service

Call = Callable[..., object]
"""call(order, *arguments of the order)"""


@asynccontextmanager
async def remote_service(link: Link) -> AsyncIterator[Service]:
    """Order the service at the other end of a link in the block.

    The block is cancelled, and ServiceGoneError raised, when that has ended.
    """
    with unwrapped():
        async with asyncio.TaskGroup() as group:
            watching = group.create_task(_watch(link))
            try:
                yield _service(link)
            except ServiceGoneError:
                await link.lost.wait()  # whoever watches says the same
            else:
                watching.cancel()


async def _watch(link: Link) -> None:
    await link.lost.wait()
    raise ServiceGoneError


def _service(link: Link) -> Service:
    def call(order: RemoteOrder, *args: object, **kwargs: object) -> object:
        return order.returned(link.call(order.name, order.arguments(args, kwargs)))

    own = {"subscribe": link.subscribe, "progress": _Progress(link).latest, "is_elsewhere": True}
    return cast("Service", _group(call, own))


def _group(call: Call, own: Mapping[str, object], path: Names = ()) -> object:
    """Return an object with all orders below a path, and some members of its own."""
    members: dict[str, object] = {}
    for order in ORDERS.values():
        if order.path[: len(path)] != path:
            continue
        name, *deeper = order.path[len(path) :]
        if deeper:
            members[name] = members.get(name) or _group(call, {}, (*path, name))
        elif order.is_property:
            members[name] = property(partial(_got, call, order))
        else:
            members[name] = partial(call, order)
    return type("Remote", (), {**members, **own})()


def _got(call: Call, order: RemoteOrder, _group: object) -> object:
    return call(order)


class _Progress:
    """What the other process said last; each look asks for the next, one at a time."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._asked: Future[object] | None = None
        self._latest: Mapping[TransferId, Progress] = {}

    def latest(self) -> Mapping[TransferId, Progress]:
        """Return how far each moving transfer was a look ago; never waits."""
        order = ORDERS["progress"]
        if self._asked is not None and self._asked.done() and not self._asked.exception():
            self._latest = order.returned(self._asked.result())
        if self._asked is None or self._asked.done():
            self._asked = self._link.ask(order.name, {})
        return self._latest
