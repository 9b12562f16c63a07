"""Who is connected: each is served by a task, and sent away at the end."""

import asyncio
from collections.abc import Callable, Coroutine

from byhand.service.guarding import start_guarded

LIMIT = 32

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
"""A connection between two processes of one user, whatever the system makes it of."""
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[None, None, None]]
"""Serves one connection as long as it lasts."""


class Guests:
    """Those who are connected, up to LIMIT."""

    def __init__(self, group: asyncio.TaskGroup, talk: Talk) -> None:
        self._group = group
        self._talk = talk
        self._talking: set[asyncio.Task[None]] = set()

    @property
    def is_full(self) -> bool:
        """Say whether nobody else can be served now."""
        return len(self._talking) >= LIMIT

    def welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve somebody, and close the connection after it."""

        def leave() -> None:
            writer.transport.abort()

        task = start_guarded(self._group, self._talk(reader, writer), at_end=leave)
        self._talking.add(task)
        task.add_done_callback(self._talking.discard)

    def send_away(self) -> None:
        """End every connection."""
        for task in self._talking:
            task.cancel()
