"""The piece hashes of files that were read whole, the last ones, as many as there is room for."""

from collections import OrderedDict


class RecentHashes:
    """By entry, 32 bytes a piece; what was kept first makes room."""

    def __init__(self, room: int) -> None:
        """`room` is in bytes."""
        self._hashes: OrderedDict[int, bytes] = OrderedDict()
        self._room = room

    def keep(self, entry: int, hashes: bytes) -> None:
        """Keep all hashes of a file of which none are kept."""
        self._hashes[entry] = hashes
        self._room -= len(hashes)
        while self._room < 0:
            self._room += len(self._hashes.popitem(last=False)[1])

    def get(self, entry: int) -> bytes:
        """Return the hashes of a file; none if they are not kept."""
        return self._hashes.get(entry, b"")

    def all(self) -> dict[int, bytes]:
        """Return all that are kept."""
        return dict(self._hashes)

    def forget(self, entry: int) -> None:
        """Keep nothing of a file."""
        self._room += len(self._hashes.pop(entry, b""))
