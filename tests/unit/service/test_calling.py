"""Calls that come to nothing are told; nothing else is."""

import asyncio
import socket
from types import SimpleNamespace
from typing import cast

from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint
from byhand.protocol.credentials import LocalIdentity
from byhand.service.address_book import AddressBook, Route
from byhand.service.calling import Calls
from byhand.service.friend_book import FriendBook
from tests.helpers.people import keys_of

BOB = keys_of("bob").friend_id
HANG_SECONDS = 20.0


def closed_port() -> int:
    """Return a port of this computer on which nobody listens."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def calls_to(route: Route, told: asyncio.Queue[FriendId]) -> Calls:
    book = SimpleNamespace(pinned=lambda _: SimpleNamespace())
    addresses = SimpleNamespace(route=lambda _: route, see=lambda *_: True)
    return Calls(
        LocalIdentity.generate(),
        cast(FriendBook, book),
        cast(AddressBook, addresses),
        lambda _: True,
        lambda _: False,
        lambda *_: None,
        told.put_nowait,
    )


async def test_a_friend_who_does_not_answer_is_told() -> None:
    told: asyncio.Queue[FriendId] = asyncio.Queue()
    hint = Hint("127.0.0.1", closed_port())
    async with calls_to(Route((hint,), ()), told) as calls:
        calls.look_for(BOB, [hint], afresh=True)
        async with asyncio.timeout(HANG_SECONDS):
            assert await told.get() == BOB
