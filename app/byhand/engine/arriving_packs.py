"""Packs that are here and not vouched for, or vouched for and not here."""

from msgspec import Struct

from byhand.domain.journal import EntryOutcome, PieceRun
from byhand.domain.pieces import PACK_INDEX, Packs, file_root
from byhand.domain.transfer import EntryState
from byhand.engine.entry_states import EntryStates
from byhand.engine.recorder import Recorder


class PackHashes(Struct, frozen=True):
    """The hash of a pack's content and, joined in order, those of all its members' contents."""

    whole: bytes
    members: bytes


class ArrivingPacks:
    """Nothing of a pack is recorded before the sender has vouched for it; one thread at a time.

    Only then is it sure which of its members could be read.
    """

    def __init__(self, packs: Packs, states: EntryStates, recorder: Recorder) -> None:
        self._packs = packs
        self._states = states
        self._recorder = recorder
        self._here: dict[int, PackHashes] = {}
        self._theirs: dict[int, bytes] = {}
        self._is_proven = bytearray(len(packs))

    @property
    def unproven(self) -> int:
        """How many packs of the manifest the sender has not vouched for, here or not."""
        return self._is_proven.count(0)

    def is_here(self, number: int) -> bool:
        """Say whether a pack has come and waits to be vouched for."""
        return number in self._here

    def arrived(self, number: int, hashes: PackHashes) -> None:
        """A pack is here, and the members wanted of it are stored."""
        self._here[number] = hashes
        self._compare(number)

    def vouch(self, number: int, root: bytes) -> None:
        """The sender vouches for the root of a pack."""
        if not self._is_proven[number]:
            self._theirs[number] = root
            self._compare(number)

    def want_again(self, number: int) -> None:
        """Forget that a pack is here; what was vouched for still is."""
        self._here.pop(number, None)

    def here(self) -> list[int]:
        """Return the packs that are here and not vouched for."""
        return list(self._here)

    def keep(self, number: int) -> None:
        """Take note that a pack was here and vouched for before a stop."""
        self._is_proven[number] = 1

    def _compare(self, number: int) -> None:
        hashes, theirs = self._here.get(number), self._theirs.get(number)
        if hashes is None or theirs is None:
            return
        members = self._packs.members(number)
        if file_root(self._packs.size(number), [hashes.whole]) != theirs:
            for entry in members:
                if self._states.came_in_pack(entry):
                    self._states.refuse(entry)
            return
        del self._here[number], self._theirs[number]
        self._is_proven[number] = 1
        done = [entry for entry in members if self._states.vouch_for_member(entry)]
        if len(done) == len(members):
            self._recorder.record(PieceRun(PACK_INDEX, number, hashes.whole, hashes.members), 0)
            return
        for entry in done:
            root = self._states.root(entry)
            self._recorder.outcome(EntryOutcome(entry, EntryState.DONE, root=root))
