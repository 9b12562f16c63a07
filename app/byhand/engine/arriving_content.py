"""What is there of an arriving transfer, what is wanted, and what the sender vouches for."""

import threading
from collections.abc import Container, Iterable

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome, PieceRun
from byhand.domain.pieces import PACK_INDEX, file_root
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState
from byhand.engine.acceptance import Acceptance
from byhand.engine.arriving_files import ArrivingFiles
from byhand.engine.arriving_packs import ArrivingPacks, PackHashes
from byhand.engine.entry_states import FINAL, EntryStates
from byhand.engine.held_back import HeldBack, Released
from byhand.engine.old_bytes import OldBytes, Runs
from byhand.engine.piece_hashes import PieceHashes
from byhand.engine.presence import EntryOut, Hear, WantedAgain, pieces_here, tell_whole, unheard
from byhand.engine.recorder import Recorder
from byhand.errors import RemoteProtocolError
from byhand.storage.staging import Staging

GENERATION_LIMIT = 255
"""A source that changes more often than that while it is sent is no file to be sent."""
Missing = tuple[tuple[int, RangeSet], ...]
"""(entry or PACK_INDEX, pieces or packs), as NEED names them."""


class ArrivingContent:
    """Keeps book, in memory and in the journal; nothing here waits for a disk.

    Any thread may ask and tell. Counters are plain integers that anybody may read:
    `present_bytes` of what is wanted are here, `received_bytes` have come and were written.
    """

    def __init__(self, accepted: Acceptance, staging: Staging, recorder: Recorder) -> None:
        self.present_bytes = 0
        self.received_bytes = 0
        self.states = EntryStates(accepted)
        self.files = ArrivingFiles(accepted.columns, staging)
        self._columns = accepted.columns
        self._pack_list = accepted.packs
        self._staging = staging
        self._recorder = recorder
        self.packs = ArrivingPacks(accepted.packs, self.states, recorder)
        self._generations = bytearray(len(accepted.columns))
        # Given up since the last look: something of them may lie on the disk.
        self._leftovers: list[int] = []
        self._allowance = 0
        self._lock = threading.Lock()
        self._heard: Hear = unheard
        self.old = OldBytes(self.files, self.states, self._generations, self._lock)

    # What there is

    def generation(self, entry: int) -> int:
        """Return which version of its source a file is received of."""
        return self._generations[entry]

    def is_untouched(self, entry: int) -> bool:
        """Say whether a file is wanted and nothing of it has come."""
        return self.files.get(entry) is None and self.states.state(entry) is EntryState.WAITING

    def wish(self, held: HeldBack | None = None) -> Missing:
        """Return what is missing, wanted and not held back: packs, files of packs, others."""
        with self._lock:
            packs, entries = range(len(self._pack_list)), self.states.wanted_with_pieces()
            if not held:
                return self._missing_of(packs, entries)
            free = (number for number in packs if not held.holds_pack(number))
            return self._missing_of(free, (entry for entry in entries if entry not in held))

    def wish_of(self, released: Released) -> Missing:
        """Return what is missing and wanted of some packs and files."""
        with self._lock:
            return self._missing_of(released.packs, filter(self.states.is_wanted, released.files))

    def let_hear(self, hear: Hear) -> None:
        """Let somebody hear of all that comes and goes from now on."""
        with self._lock:
            self._heard = hear

    def runs_here(self, entry: int) -> Runs:
        """Return the hashes of what is here of a file that is begun; nothing of any other."""
        with self._lock:
            arriving = self.files.get(entry)
            return [] if arriving is None or self._generations[entry] else arriving.runs_here()

    def take_allowance(self) -> int:
        """Return how many bytes of what is not wanted any more may be on the way, and forget it."""
        with self._lock:
            allowance, self._allowance = self._allowance, 0
            return allowance

    def take_leftovers(self) -> list[int]:
        """Return the files given up whose bytes are to be removed, and forget them."""
        with self._lock:
            leftovers, self._leftovers = self._leftovers, []
            return leftovers

    # What comes

    def missing_of(self, entry: int, first: int, end: int) -> list[tuple[int, int]]:
        """Return which of some pieces of a file are missing; RemoteProtocolError if too many."""
        with self._lock:
            if not self.states.is_wanted(entry):
                return []
            return self.files.begin(entry).missing.within(first, end)

    def note_pieces(
        self, entry: int, generation: int, first: int, hashes: bytes | memoryview, written: int
    ) -> PieceHashes | None:
        """Pieces are checked, of them `written` bytes written; return a whole file's hashes."""
        with self._lock:
            arriving = self.files.get(entry)
            if arriving is None or not self._is_current(entry, generation):
                return None
            self.present_bytes += arriving.note(first, hashes)
            self.received_bytes += written
            self.states.move(entry, EntryState.PARTIAL)
            self._recorder.record(PieceRun(entry, first, bytes(hashes)), written)
            self._heard(pieces_here(entry, first, bytes(hashes)))
            return None if arriving.missing else arriving.hashes

    def note_whole(self, entry: int, generation: int, root: bytes) -> None:
        """A file of several pieces is whole and closed, unless it has come to be wanted anew."""
        with self._lock:
            if self._is_current(entry, generation) and not self.files.missing(entry):
                self._complete(entry, root)
            else:
                self._staging.unfinish_part(entry)

    def note_single(self, entry: int, generation: int, content_hash: bytes) -> None:
        """A small file came by itself and is stored."""
        with self._lock:
            if self._is_current(entry, generation):
                size = self._columns.size(entry)
                self._note_stored(size)
                self._complete(entry, file_root(size, [content_hash]))
                tell_whole(self._heard, entry, self._columns, self._pack_list, self.states)

    def members_wanted(self, number: int) -> list[tuple[int, bool]]:
        """Return the members of a pack in order, each with whether it is taken from the pack."""
        with self._lock:
            members = [] if self.packs.is_here(number) else self._pack_list.members(number)
            return [(entry, self.states.is_wanted_of_pack(entry)) for entry in members]

    def note_pack(self, number: int, hashes: PackHashes, stored: Container[int]) -> None:
        """A pack came, and some of its members are stored."""
        with self._lock:
            byte_count = 0
            for place, entry in enumerate(self._pack_list.members(number)):
                if entry in stored and self.states.is_wanted_of_pack(entry):
                    size = self._columns.size(entry)
                    root = file_root(size, [hashes.members[32 * place : 32 * place + 32]])
                    self.states.complete(entry, root, via_pack=True)
                    byte_count += size
            self._note_stored(byte_count)
            if self.states.is_pack_here(number):
                self._heard(pieces_here(PACK_INDEX, number, hashes.whole))
            self.packs.arrived(number, hashes)

    def note_copied(self, entry: int, root: bytes, state: EntryState) -> None:
        """A file was made of what is here already, and has the root that the sender vouches for."""
        with self._lock:
            if self.states.is_wanted(entry):
                self.files.drop(entry)
                self.states.keep(entry, state, root)
                self.present_bytes += self._columns.size(entry)
                self._recorder.outcome(EntryOutcome(entry, state, root=root))
                tell_whole(self._heard, entry, self._columns, self._pack_list, self.states)

    def want_back(self, entry: int) -> None:
        """A file that was here before is not what it was any more: it has to come after all."""
        with self._lock:
            self.states.want_back(entry)
            self.present_bytes -= self._columns.size(entry)
            self._recorder.outcome(EntryOutcome(entry, EntryState.WAITING))
            self._heard(EntryOut(entry))

    # What the other side says

    def vouch(self, entry: int, pack: int, root: bytes) -> None:
        """The sender vouches for a root; RemoteProtocolError for one of what was not offered."""
        known = len(self._pack_list) if entry == PACK_INDEX else len(self._columns)
        if not 0 <= (pack if entry == PACK_INDEX else entry) < known:
            raise RemoteProtocolError("a root of what was not offered")
        with self._lock:
            if entry == PACK_INDEX:
                self.packs.vouch(pack, root)
            elif self.states.vouch(entry, root):
                self._done(entry)

    def source_changed(self, entry: int, generation: int) -> Runs:
        """The source of a file is another now; return hashes of old bytes that are kept as a base.

        All of it is wanted again. What is final, or known to have changed, does not change.
        """
        if generation > GENERATION_LIMIT:
            raise RemoteProtocolError("a source that changes without end")
        with self._lock:
            if generation <= self._generations[entry] or self.states.state(entry) in FINAL:
                return []
            self._generations[entry] = generation
            return self._start_over(entry, is_changed=True)

    def give_up(self, entry: int, state: EntryState, code: Code) -> bool:
        """Expect nothing more of a file; return whether that is news. What is final stays so."""
        with self._lock:
            if self._columns.is_folder(entry) or self.states.state(entry) in FINAL:
                return False
            present = self._present_bytes(entry)
            self.present_bytes -= present
            self._allowance += self._columns.size(entry) - present
            self._leftovers.append(entry)
            self.files.drop(entry)
            self.states.move(entry, state, code)
            self._heard(EntryOut(entry))
            self._recorder.outcome(EntryOutcome(entry, state, code))
            return True

    def ask_again(self, entry: int) -> None:
        """Want all of a file again that is whole and not what the sender vouched for."""
        with self._lock:
            if self.states.state(entry) is EntryState.COMPLETE:
                number = self._pack_list.pack_of(entry)
                if number is not None and self.states.came_in_pack(entry):
                    self.packs.want_again(number)
                self._start_over(entry, is_changed=False)

    def new_session(self) -> None:
        """Want again that with which a missing root comes: the last piece of a file, or a pack."""
        with self._lock:
            self._allowance = 0
            for number in self.packs.here():
                self.packs.want_again(number)
                self._heard(WantedAgain(PACK_INDEX, RangeSet([(number, number + 1)])))
            for entry in list(self.states.unproven_files()):
                self._want_end_of(entry)
                self._heard(WantedAgain(entry, self.files.missing(entry)))

    def _is_current(self, entry: int, generation: int) -> bool:
        return generation == self._generations[entry] and self.states.is_wanted(entry)

    def _missing_of(self, packs: Iterable[int], entries: Iterable[int]) -> Missing:
        whole, singles = self.states.wanted_packs(packs)
        named = [(PACK_INDEX, whole)] if whole else []
        members = [(entry, RangeSet([(0, 1)])) for entry in singles]
        return (*named, *members, *((entry, self._missing(entry)) for entry in list(entries)))

    def _missing(self, entry: int) -> RangeSet:
        if not self.files.missing(entry):
            self._want_end_of(entry)  # the disk refused when it was whole
        return self.files.missing(entry)

    def _note_stored(self, byte_count: int) -> None:
        self.present_bytes += byte_count
        self.received_bytes += byte_count
        self._recorder.wrote(byte_count)

    def _complete(self, entry: int, root: bytes) -> None:
        if self.states.complete(entry, root):
            self._done(entry)

    def _done(self, entry: int) -> None:
        self.files.drop(entry)
        self._recorder.outcome(EntryOutcome(entry, EntryState.DONE, root=self.states.root(entry)))

    def _present_bytes(self, entry: int) -> int:
        if self.states.state(entry) is EntryState.COMPLETE:
            return self._columns.size(entry)
        arriving = self.files.get(entry)
        return arriving.present_bytes() if arriving is not None else 0

    def _start_over(self, entry: int, *, is_changed: bool) -> Runs:
        self._heard(EntryOut(entry))
        self.present_bytes -= self._present_bytes(entry)
        if is_changed:
            self._allowance += self._columns.size(entry)
            self.states.change(entry)
        else:
            self.states.want_again(entry)
        arriving = self.files.get(entry)
        if arriving is None:
            return []
        self._staging.unfinish_part(entry)
        self._recorder.forget(entry)
        return arriving.start_over(keeps_base=is_changed)

    def _want_end_of(self, entry: int) -> None:
        size = self._columns.size(entry)
        arriving = self.files.get(entry)
        if arriving is None:
            self.present_bytes -= size
            self.states.want_again(entry)
            return
        self.present_bytes -= arriving.want_end()
        self._staging.unfinish_part(entry)
        self.states.want_again(entry, EntryState.PARTIAL)
