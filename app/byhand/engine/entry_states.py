"""Where every file of an arriving transfer stands, in arrays: 35 bytes an entry."""

import re
from array import array
from collections.abc import Container, Iterable, Iterator, Mapping

from byhand.domain.codes import Code
from byhand.domain.outcomes import ROOT_BYTES
from byhand.domain.pieces import is_packed
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState
from byhand.engine.acceptance import Acceptance
from byhand.engine.entry_views import Roots, Where

FINAL = frozenset(
    {
        *(EntryState.DONE, EntryState.SKIPPED, EntryState.NOT_CHOSEN),
        *(EntryState.FAILED, EntryState.CANCELLED),
    }
)
_HELD = (EntryState.COMPLETE, EntryState.DONE, EntryState.SKIPPED)
_GIVEN_UP = (EntryState.FAILED, EntryState.CANCELLED)
TOLD = (EntryState.DONE, EntryState.SKIPPED)
_WANTED = re.compile(b"[%c%c]" % (EntryState.WAITING, EntryState.PARTIAL))
_COMPLETE = re.compile(b"%c" % EntryState.COMPLETE)
_WITH_ROOT = re.compile(b"[%c%c%c]" % _HELD)

# What else is known of an entry.
_THEIRS = 1
"""The root kept is the one that the sender vouches for."""
_WRONG = 2
"""It is not the root of what came."""
_VIA_PACK = 4
"""It came in its pack: the pack's root vouches for it."""
_CHANGED = 8
"""Its source changed: what packs hold of it is not believed any more."""


class EntryStates:
    """States, codes, roots and who vouches for them; one thread at a time may change anything."""

    def __init__(self, accepted: Acceptance) -> None:
        columns, packs = accepted.columns, accepted.packs
        self._columns = columns
        self._packs = packs
        self._states = bytearray(len(columns))
        self._codes = bytearray(len(columns))
        self._marks = bytearray(len(columns))
        self._roots = bytearray(ROOT_BYTES * len(columns))
        self._counts = [0] * len(EntryState)
        self._wrong = 0
        # Only grows, for lanes add while others look: those before `_looked_at` were taken.
        self._done = array("I")
        self._looked_at = 0
        for entry in range(len(columns)):
            state = EntryState.WAITING
            if columns.is_folder(entry) or not accepted.is_chosen(entry):
                state = EntryState.NOT_CHOSEN
            elif entry in accepted.cancelled:
                state = EntryState.CANCELLED
            self._states[entry] = state
            self._counts[state] += not columns.is_folder(entry)
        self._waiting = array("H", bytes(2 * len(packs)))
        self._is_split = bytearray(len(packs))
        for number in range(len(packs)):
            members = packs.members(number)
            self._waiting[number] = sum(self._is_waiting(each) for each in members)

    # Counters that anybody may read

    @property
    def missing(self) -> int:
        """How many files are wanted of which something is missing."""
        return self._counts[EntryState.WAITING] + self._counts[EntryState.PARTIAL]

    @property
    def unproven(self) -> int:
        """How many whole files the sender has not vouched for yet."""
        return self._counts[EntryState.COMPLETE] - self._wrong

    def count(self, state: EntryState) -> int:
        """Return how many files are in a state."""
        return self._counts[state]

    def state(self, entry: int) -> EntryState:
        """Return the state of a file."""
        return EntryState(self._states[entry])

    def is_in(self, entry: int, states: Container[EntryState]) -> bool:
        """Say whether a file is in one of some states."""
        return self._states[entry] in states

    def code(self, entry: int) -> Code:
        """Return why a file failed."""
        return Code(self._codes[entry])

    def is_wanted(self, entry: int) -> bool:
        """Say whether something of a file is wanted and missing."""
        return self._states[entry] <= EntryState.PARTIAL

    def is_whole(self, entry: int) -> bool:
        """Say whether a file is here whole."""
        return self._states[entry] in _HELD

    def is_as_offered(self, entry: int) -> bool:
        """Say whether a file is here whole, and its source never changed."""
        return self.is_whole(entry) and not self._marks[entry] & _CHANGED

    def is_out(self, entry: int) -> bool:
        """Say whether a file was given up, or its source has changed."""
        return self._states[entry] in _GIVEN_UP or bool(self._marks[entry] & _CHANGED)

    def is_pack_here(self, number: int) -> bool:
        """Say whether all files of a pack are here as they were offered."""
        if self._waiting[number] or self._is_split[number]:
            return False
        return all(map(self.is_as_offered, self._packs.members(number)))

    # Changes

    def move(self, entry: int, state: EntryState, code: Code = Code.OK) -> None:
        """Set the state of a file; what was vouched for is not touched."""
        before = self._states[entry]
        if before == state:
            return
        self._counts[before] -= 1
        self._counts[state] += 1
        if self._marks[entry] & _WRONG and before == EntryState.COMPLETE:
            self._marks[entry] &= ~_WRONG
            self._wrong -= 1
        self._states[entry] = state
        self._codes[entry] = code
        if state in TOLD:
            self._done.append(entry)
        number = self._packs.pack_of(entry)
        if number is not None:
            waiting = EntryState.WAITING
            self._waiting[number] += (state == waiting) - (before == waiting)

    def want_again(self, entry: int, state: EntryState = EntryState.WAITING) -> None:
        """A file that was whole, or in parts, is wanted again; its root is still vouched for."""
        self.move(entry, state)
        self._marks[entry] &= ~_VIA_PACK

    def want_back(self, entry: int) -> None:
        """A file that was here before is here no more; its root is still vouched for."""
        self.want_again(entry)
        self._marks[entry] |= _THEIRS

    def change(self, entry: int) -> None:
        """The source of a file is another now: it is wanted again, and singly."""
        self.want_again(entry)
        self._marks[entry] = _CHANGED
        number = self._packs.pack_of(entry)
        if number is not None:
            self._is_split[number] = 1

    def refuse(self, entry: int) -> None:
        """A file that is whole is not what the sender vouched for."""
        if self._states[entry] == EntryState.COMPLETE and not self._marks[entry] & _WRONG:
            self._marks[entry] |= _WRONG
            self._wrong += 1

    def complete(self, entry: int, root: bytes, *, via_pack: bool = False) -> bool:
        """A file is whole; return whether the sender has vouched for it: it is DONE then."""
        self.move(entry, EntryState.COMPLETE)
        if via_pack:
            self._marks[entry] |= _VIA_PACK
            self._set_root(entry, root)
            return False
        self._marks[entry] &= ~_VIA_PACK
        if self._marks[entry] & _THEIRS:
            return self._compared(entry, self.root(entry), root)
        self._set_root(entry, root)
        return False

    def vouch(self, entry: int, root: bytes) -> bool:
        """The sender vouches for a root; return whether that makes the file DONE."""
        if self._states[entry] in FINAL or self._marks[entry] & _VIA_PACK:
            return False
        if self._states[entry] == EntryState.COMPLETE and not self._marks[entry] & _WRONG:
            return self._compared(entry, root, self.root(entry))
        self._marks[entry] |= _THEIRS
        self._set_root(entry, root)
        return False

    def vouch_for_member(self, entry: int) -> bool:
        """The sender vouches for the pack of a file; return whether that makes it DONE."""
        if self._states[entry] != EntryState.COMPLETE or not self._marks[entry] & _VIA_PACK:
            return False
        self.move(entry, EntryState.DONE)
        return True

    def keep(self, entry: int, state: EntryState, root: bytes) -> None:
        """Set the state and root of a file that was whole before a stop."""
        self.move(entry, state)
        self._set_root(entry, root)

    def take_done(self, limit: int) -> "array[int]":
        """Return the next files, at most so many, that are DONE or SKIPPED since the last look."""
        done = self._done[self._looked_at : self._looked_at + limit]
        self._looked_at += len(done)
        return done

    # What is where

    def is_wanted_of_pack(self, entry: int) -> bool:
        """Say whether a file is wanted, and may come in its pack."""
        return self.is_wanted(entry) and not self._marks[entry] & _CHANGED

    def came_in_pack(self, entry: int) -> bool:
        """Say whether a file that is whole came in its pack."""
        return bool(self._marks[entry] & _VIA_PACK)

    def root(self, entry: int) -> bytes:
        """Return the root kept of a file."""
        return bytes(self._roots[entry * ROOT_BYTES : (entry + 1) * ROOT_BYTES])

    def roots(self) -> Mapping[int, bytes]:
        """Return a view of the roots of the files that are whole and not given up, by entry."""
        return Roots(self.is_whole, self.root, self.whole, self._count_whole)

    def wrong(self) -> list[int]:
        """Return the files that are whole and not what the sender vouched for."""
        if not self._wrong:
            return []
        return [entry for entry in self._found(_COMPLETE) if self._marks[entry] & _WRONG]

    def unproven_files(self) -> Iterator[int]:
        """Yield the whole files that the sender has not vouched for."""
        complete = self._found(_COMPLETE)
        return (entry for entry in complete if not self._marks[entry] & _WRONG)

    def wanted(self) -> Iterator[int]:
        """Yield the files of which something is missing, in order."""
        return self._found(_WANTED)

    def wanted_with_pieces(self) -> Iterator[int]:
        """Yield those of them that are in no pack."""
        return (entry for entry in self.wanted() if not is_packed(self._columns.size(entry)))

    def wanted_packs(self, numbers: Iterable[int]) -> tuple[RangeSet, list[int]]:
        """Return those of some packs that are wanted whole, and the members wanted of others."""
        whole = RangeSet()
        singles: list[int] = []
        for number in numbers:
            waiting = self._waiting[number]
            if not waiting:
                continue
            members = self._packs.members(number)
            if waiting == len(members) and not self._is_split[number]:
                whole.add(number, number + 1)
            else:
                singles += filter(self._is_waiting, members)
        return whole, singles

    def whole(self) -> Iterator[int]:
        """Yield the files that are whole, or were here before, in order."""
        return self._found(_WITH_ROOT)

    def given_up(self) -> Container[int]:
        """Return a view of the files that failed or were cancelled."""
        return Where(lambda entry: self._states[entry] in _GIVEN_UP)

    def _compared(self, entry: int, theirs: bytes, ours: bytes) -> bool:
        self._set_root(entry, theirs)
        if theirs == ours:
            self.move(entry, EntryState.DONE)
            return True
        self._marks[entry] |= _THEIRS
        self.refuse(entry)
        return False

    def _count_whole(self) -> int:
        return sum(self.count(state) for state in _HELD)

    def _is_waiting(self, entry: int) -> bool:
        return self._states[entry] == EntryState.WAITING

    def _set_root(self, entry: int, root: bytes) -> None:
        self._roots[entry * ROOT_BYTES : (entry + 1) * ROOT_BYTES] = root

    def _found(self, pattern: re.Pattern[bytes]) -> Iterator[int]:
        """Yield the files whose state fits; states may change while they are looked at."""
        place = -1
        while (match := pattern.search(self._states, place + 1)) is not None:
            place = match.start()
            yield place
