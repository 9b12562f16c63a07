"""Which files are not asked for yet: they may be here, or be made of what is here."""

import re
from collections.abc import Iterable, Iterator
from enum import IntFlag

from msgspec import Struct

from byhand.domain.pieces import Packs

_HELD = re.compile(rb"[^\0]")


class Hint(IntFlag):
    """Why a file may be here, or a part of it."""

    ELSEWHERE = 1
    """A file like it was exchanged with this friend."""
    IN_PLACE = 2
    """A file of its size lies where it is to be saved."""
    BASE = 4
    """Another file lies there, of which pieces may be the same."""


class Released(Struct, frozen=True):
    """What may be asked for now: whole packs by number, and files that are in none."""

    packs: tuple[int, ...]
    files: tuple[int, ...]


class HeldBack:
    """Files by entry, one byte each; a pack is held back while any of its members is.

    One thread at a time; another may look at it meanwhile.
    """

    def __init__(self, packs: Packs, hints: bytearray) -> None:
        """`hints`: of each entry those that hold it back, 0 for none; taken over.

        Making one is linear in them, a copy costs next to nothing.
        """
        self._packs = packs
        self._hints = hints
        self._in_packs: dict[int, int] = {}
        self._count = 0
        for entry in self:
            self._count += 1
            number = packs.pack_of(entry)
            if number is not None:
                self._in_packs[number] = self._in_packs.get(number, 0) + 1

    def __len__(self) -> int:
        return self._count

    def __contains__(self, entry: int) -> bool:
        return bool(self._hints[entry])

    def __iter__(self) -> Iterator[int]:
        """Yield the files that are held back, in order; some may be released meanwhile."""
        place = -1
        while (match := _HELD.search(self._hints, place + 1)) is not None:
            place = match.start()
            yield place

    def copy(self) -> "HeldBack":
        """Return what holds back the same, whatever is released later."""
        copied = HeldBack(self._packs, bytearray())
        copied._hints, copied._in_packs = self._hints.copy(), self._in_packs.copy()
        copied._count = self._count
        return copied

    def hint(self, entry: int) -> Hint:
        """Return why a file is held back."""
        return Hint(self._hints[entry])

    def holds_pack(self, number: int) -> bool:
        """Say whether a pack is held back."""
        return number in self._in_packs

    def release(self, entries: Iterable[int]) -> Released:
        """Hold files back no more; return what may be asked for by that, if it is wanted."""
        packs: list[int] = []
        files: list[int] = []
        for entry in entries:
            if not self._hints[entry]:
                continue
            self._hints[entry] = 0
            self._count -= 1
            number = self._packs.pack_of(entry)
            if number is None:
                files.append(entry)
            elif self._is_last_of(number):
                packs.append(number)
        return Released(tuple(packs), tuple(files))

    def _is_last_of(self, number: int) -> bool:
        left = self._in_packs[number] - 1
        if left:
            self._in_packs[number] = left
            return False
        del self._in_packs[number]
        return True


def nothing_held_back(packs: Packs, count: int) -> HeldBack:
    """Return what holds none of so many entries back."""
    return HeldBack(packs, bytearray(count))
