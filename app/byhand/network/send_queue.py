"""Bytes that wait to be sent, in order and counted until they have left."""

import asyncio
from collections import deque


class SendQueue:
    """Filled from anywhere on the loop, emptied by one task."""

    def __init__(self) -> None:
        self._chunks: deque[bytes] = deque()
        self._size = 0
        self._is_closed = False
        self._grew = asyncio.Event()
        self._changed = asyncio.Event()

    @property
    def size(self) -> int:
        """How many bytes have not left yet."""
        return self._size

    def append(self, chunk: bytes) -> None:
        """Queue bytes."""
        self._chunks.append(chunk)
        self._size += len(chunk)
        self._grew.set()

    async def take(self, limit: int) -> bytes:
        """Return queued bytes, whole chunks up to about `limit`; wait until there are any."""
        await self._grew.wait()
        taken = [self._chunks.popleft()]
        room = limit - len(taken[0])
        while self._chunks and len(self._chunks[0]) <= room:
            room -= len(self._chunks[0])
            taken.append(self._chunks.popleft())
        if not self._chunks:
            self._grew.clear()
        return b"".join(taken)

    def left(self, count: int) -> None:
        """Say that this many taken bytes have left."""
        self._size -= count
        self._changed.set()

    def close(self) -> None:
        """Stop all waiting: nothing leaves any more."""
        self._is_closed = True
        self._changed.set()

    async def wait_until(self, size: int) -> None:
        """Wait until at most `size` bytes are left, or the queue is closed."""
        while self._size > size and not self._is_closed:
            self._changed.clear()
            await self._changed.wait()
