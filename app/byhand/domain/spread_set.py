"""A set of numbers that grows without a pause, however many there are."""

from collections.abc import Container

PARTS = 256


class SpreadSet(Container[int]):
    """Numbers whose lowest byte is any as likely as any other.

    A set that grows moves all that is in it: of a million numbers the loop would wait. Here
    a part of them is moved at a time.
    """

    def __init__(self) -> None:
        self._parts: list[set[int]] = [set() for _ in range(PARTS)]
        self._count = 0

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and number in self._parts[number % PARTS]

    def __len__(self) -> int:
        return self._count

    def add(self, number: int) -> None:
        """Add a number that is not in the set."""
        self._parts[number % PARTS].add(number)
        self._count += 1
