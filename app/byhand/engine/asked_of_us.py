"""What one peer has asked of us and we have not answered."""

import threading
from collections import deque
from collections.abc import Iterable, Iterator

from byhand.domain.numbering import Numbering
from byhand.domain.pieces import KIB, MIB
from byhand.errors import RemoteProtocolError
from byhand.protocol.member_messages import ASKED_PIECES, Asked, Get

ASKED_LIMIT = 16 * MIB
"""So much may be asked for at a time (PROTOCOL.md, section 13); one piece in any case."""
WAITING_LIMIT = ASKED_LIMIT // KIB
"""And so many pieces: as many as full packs, the smallest, would fit in."""
Place = tuple[int, int]
"""Entry (or PACK_INDEX) and piece."""


class AskedOfUs:
    """Pieces by request, in the order in which they were asked for; any thread."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._waiting: deque[tuple[int, int, int]] = deque()
        self._bytes = 0
        self._last_request = 0
        self._lock = threading.Lock()

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, get: Get) -> list[Place]:
        """Take what is asked for; return what is too much.

        Raises RemoteProtocolError for what is not in the manifest, or a number used before.
        """
        places = list(places_of(get.rows))
        numbers = [self._numbering.number(*place) for place in places]
        refused: list[Place] = []
        with self._lock:
            if get.request <= self._last_request:
                raise RemoteProtocolError("a request with a number that was used before")
            self._last_request = get.request
            for place, number in zip(places, numbers, strict=True):
                length = self._numbering.length(number)
                is_full = len(self._waiting) >= WAITING_LIMIT
                if is_full or (self._bytes and self._bytes + length > ASKED_LIMIT):
                    refused.append(place)
                else:
                    self._bytes += length
                    self._waiting.append((get.request, *place))
        return refused

    def next(self) -> tuple[int, int, int] | None:
        """Return request, entry and piece of what is to be answered next; `answered` follows."""
        with self._lock:
            return self._waiting[0] if self._waiting else None

    def answered(self, asked: tuple[int, int, int]) -> bool:
        """Note that an answer is about to leave; False if it was cancelled since."""
        with self._lock:
            if not self._waiting or self._waiting[0] != asked:
                return False
            self._forget(self._waiting.popleft())
            return True

    def cancel(self, request: int) -> list[Place]:
        """Forget what is left of a request, and return it."""
        with self._lock:
            kept, left = deque[tuple[int, int, int]](), list[Place]()
            for asked in self._waiting:
                if asked[0] == request:
                    self._forget(asked)
                    left.append(asked[1:])
                else:
                    kept.append(asked)
            self._waiting = kept
            return left

    def take_all(self) -> list[tuple[int, Place]]:
        """Forget everything, and return it by request."""
        with self._lock:
            left = [(request, (entry, piece)) for request, entry, piece in self._waiting]
            self._waiting.clear()
            self._bytes = 0
            return left

    def _forget(self, asked: tuple[int, int, int]) -> None:
        self._bytes -= self._numbering.length(self._numbering.number(*asked[1:]))


def places_of(rows: list[Asked]) -> Iterator[Place]:
    """Yield the pieces that rows of a GET, or a NO, name."""
    return ((row.entry, row.first + offset) for row in rows for offset in range(row.count))


def rows_of_places(places: Iterable[Place]) -> Iterator[Asked]:
    """Yield rows that name some pieces, in order; those that follow each other as one."""
    row: Asked | None = None
    for entry, piece in places:
        if row is not None and row.count < ASKED_PIECES and _follows(row, entry, piece):
            row = Asked(entry, row.first, row.count + 1)
            continue
        if row is not None:
            yield row
        row = Asked(entry, piece, 1)
    if row is not None:
        yield row


def _follows(row: Asked, entry: int, piece: int) -> bool:
    return (row.entry, row.first + row.count) == (entry, piece)
