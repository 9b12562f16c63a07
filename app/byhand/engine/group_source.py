"""What a group is sent by its sender: one set of hashes, one choice of pieces, many receivers."""

import threading
from collections.abc import Callable, Hashable, Iterator
from random import Random
from time import monotonic

from byhand.domain.journal import EntryOutcome, Journal, PieceRun
from byhand.domain.numbering import Numbering
from byhand.domain.pieces import PACK_INDEX, is_packed
from byhand.domain.ranges import RangeSet
from byhand.engine.hash_cache import HashCache
from byhand.engine.hash_strings import known_runs
from byhand.engine.offered import Offered
from byhand.engine.reports import (
    RootKnown,
    SendingReport,
    SourceChanged,
    SourceFailed,
    TellSender,
    WishServed,
)
from byhand.engine.restored_hashes import take_up
from byhand.engine.source_hashes import SourceHashes
from byhand.engine.source_pieces import SourcePieces, SourceRecorder
from byhand.engine.told_roots import ToldRoots
from byhand.engine.wishes import Choice
from byhand.swarm.sender_picker import SenderPicker

Told = tuple[int, int, bytes]
"""(entry or PACK_INDEX, first piece or pack, hashes of it and those that follow)."""


class GroupSource:
    """What the receivers of one manifest are sent; lanes, workers and the loop may use it."""

    def __init__(
        self,
        offered: Offered,
        rng: Random,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`offered` is that of any of them: they are of one digest."""
        self.numbering = Numbering(offered.columns, offered.packs)
        self.hashes = SourceHashes(offered)
        self._offered = offered
        self._columns = offered.columns
        self._packs = offered.packs
        self._picker = SenderPicker(self.numbering.lengths(), rng)
        self._clock = clock
        self._members: dict[Hashable, GroupMember] = {}
        self._lock = threading.Lock()

    @property
    def total_bytes(self) -> int:
        """How many bytes there are in all."""
        return self._columns.totals.bytes

    @property
    def may_leave(self) -> bool:
        """Whether the receivers can do without us: they have it all, and know every hash.

        What one lacks who is away, or wants nothing for now, nobody knows.
        """
        with self._lock:
            is_out = self._picker.is_everywhere
            members = tuple(self._members.values())
        return is_out and all(member.is_served and not member.has_learnt for member in members)

    def add(
        self, key: Hashable, known: Journal, recorder: SourceRecorder, tell: TellSender
    ) -> "GroupMember":
        """Take in a receiver; their transfer records by what is returned, and tells through it.

        `known` was recorded for them before the program stopped. Who was there by the same key is
        sent nothing more.
        """
        member = GroupMember(self, key, recorder, tell)
        take_up(self.hashes, self._offered, known)
        with self._lock:
            for trouble in self.hashes.troubles():
                self._send_alone(trouble.entry)
            if (earlier := self._members.get(key)) is not None:
                self._leave(earlier)
            self._members[key] = member
        return member

    def remove(self, member: "GroupMember") -> None:
        """Let go of a receiver."""
        with self._lock:
            if self._is_there(member):
                del self._members[member.key]
            self._leave(member)

    # For its members

    def may_share(self, entry: int) -> bool:
        """Say whether pieces of an entry, or packs, may come from anybody who has them."""
        if entry == PACK_INDEX:
            return True
        return not is_packed(self._columns.size(entry)) and not self.hashes.travels_alone(entry)

    def want(self, member: "GroupMember", numbers: RangeSet, *, extends: bool) -> None:
        """Take note of what a receiver wants, beside what was wanted before if it `extends`.

        What is asked for again was lost there, whatever was said before.
        """
        with self._lock:
            if not self._is_there(member):
                return
            for start, end in numbers:
                member.wanted.add(start, end)
            for start, end in numbers if member.has_wished else ():
                member.held.subtract(start, end)
            member.has_wished = True
            if extends and member.is_served:
                self._picker.extend(member, numbers)
                return
            self._join(member, numbers)

    def leave(self, member: "GroupMember") -> None:
        """Send a receiver nothing for now."""
        with self._lock:
            self._leave(member)

    def holds(self, member: "GroupMember", numbers: RangeSet) -> None:
        """Take note of what a receiver says it has."""
        with self._lock:
            for start, end in numbers:
                member.held.add(start, end)
            if member.is_served:
                self._picker.have(member, numbers)

    def completed(self, member: "GroupMember") -> None:
        """Take note that a receiver has all it wanted, also what it has not told yet."""
        with self._lock:
            if not self._is_there(member):
                return
            if not member.is_served:
                self._join(member, member.held)
            self._picker.have(member, member.wanted)

    def choose(self, member: "GroupMember") -> Choice:
        """Return what a receiver's lane sends next."""
        with self._lock:
            # Its lane may be about to hear that it is held.
            is_served = member.is_served
            picked = self._picker.next(member, self._clock()) if is_served else None
        if not isinstance(picked, tuple):
            return picked
        rows = self.numbering.rows(RangeSet([picked]))
        return [(entry, start, end) for entry, ranges in rows for start, end in ranges]

    def was_read(self, by: "GroupMember", run: PieceRun) -> None:
        """Let the other receivers know the hashes of what was read for one.

        Not of a hole, which costs less to send than to pass on.
        """
        if not self.may_share(run.entry):
            return
        with self._lock:
            if run.is_hole:
                first = self.numbering.number(run.entry, run.first)
                self._picker.direct(RangeSet([(first, first + run.count)]))
                return
            others = [each for each in self._members.values() if each is not by]
        for member in others:
            member.learn((run.entry, run.first, run.hashes))

    def tell_all(self, by: "GroupMember", report: RootKnown | SourceChanged | SourceFailed) -> None:
        """Tell every other receiver what was found out for one."""
        with self._lock:
            others = [each for each in self._members.values() if each is not by]
            if not isinstance(report, RootKnown):
                self._send_alone(report.entry)
        for member in others:
            member.hear(report)

    def known(self) -> Iterator[Told]:
        """Yield all hashes that are known and may be passed on; a receiver came later."""
        for first, hashes in known_runs(self.hashes.pack_hashes()):
            yield PACK_INDEX, first, hashes
        for entry, known in self.hashes.piece_hashes():
            for first, hashes in known_runs(known):
                yield entry, first, hashes

    def _is_there(self, member: "GroupMember") -> bool:
        """Say whether no other one was taken in by its key since."""
        return self._members.get(member.key) is member

    def _join(self, member: "GroupMember", wanted: RangeSet) -> None:
        member.is_served = True
        self._picker.join(member, wanted)
        self._picker.have(member, member.held)

    def _leave(self, member: "GroupMember") -> None:
        if member.is_served:
            member.is_served = False
            self._picker.leave(member)

    def _send_alone(self, entry: int) -> None:
        number = self._packs.pack_of(entry)
        of_entry = self.numbering.of_entry(entry) if number is None else range(number, number + 1)
        self._picker.direct(RangeSet([(of_entry.start, of_entry.stop)]))


class GroupMember:
    """One receiver of a group: a SourceRecorder, and what is told of the sources they get."""

    def __init__(
        self, source: GroupSource, key: Hashable, recorder: SourceRecorder, tell: TellSender
    ) -> None:
        self.key = key
        self.source = source
        self.held = RangeSet()
        self.wanted = RangeSet()
        """All that was ever wished for; for the source alone."""
        self.is_served = self.has_wished = False
        """Whether something is wished for, or was in this session; for the source alone."""
        self.pieces: SourcePieces | None = None
        self.has_news: Callable[[], None] = lambda: None
        """Called from any thread when there are hashes to be told."""
        self._recorder = recorder
        self._tell = tell
        self._told = ToldRoots()
        self._learnt: list[Told] = []
        self._lock = threading.Lock()

    def start_session(self) -> None:
        """Go on with a receiver who says anew what they have, and wish for."""
        self.held, self.has_wished = RangeSet(), False

    def make_pieces(self, offered: Offered, cache: HashCache) -> SourcePieces:
        """Return what of the group's sources is sent to this receiver."""
        hashes = self.source.hashes
        self.pieces = SourcePieces(0, offered, self.tell, self, None, cache, hashes)
        return self.pieces

    # As the recorder of its transfer

    def record(self, run: PieceRun, byte_count: int) -> None:
        """Pieces were read; `byte_count` is what they hold."""
        self._recorder.record(run, byte_count)
        self.source.was_read(self, run)

    def outcome(self, outcome: EntryOutcome) -> None:
        """Something has become of an entry for good."""
        self._recorder.outcome(outcome)

    def forget(self, entry: int) -> None:
        """What was recorded of an entry counts no more."""
        self._recorder.forget(entry)

    # What is found out

    def tell(self, report: SendingReport) -> None:
        """Tell this receiver's transfer, and those of the others what concerns them."""
        if isinstance(report, WishServed):
            for known in self._told.missed_by(self.source.hashes.known_roots()):
                self._tell(known)
        elif isinstance(report, RootKnown | SourceChanged | SourceFailed):
            self._told.note(report)
            self.source.tell_all(self, report)
        self._tell(report)

    def hear(self, report: RootKnown | SourceChanged | SourceFailed) -> None:
        """Tell this receiver's transfer what was found out for another."""
        if isinstance(report, SourceChanged) and self.pieces is not None:
            self.pieces.await_wish(report.entry)
        self._told.note(report)
        self._tell(report)

    def learn(self, told: Told) -> None:
        """Have hashes told to this receiver."""
        with self._lock:
            is_news = not self._learnt
            self._learnt.append(told)
        if is_news:
            self.has_news()

    @property
    def sent_bytes(self) -> int:
        """How many bytes we have sent to this receiver since the program began."""
        return 0 if self.pieces is None else self.pieces.sent_bytes

    @property
    def has_learnt(self) -> bool:
        """Whether there are hashes that this receiver was not told."""
        return bool(self._learnt)

    def take_learnt(self) -> list[Told]:
        """Return the hashes that are to be told, and forget them."""
        with self._lock:
            learnt, self._learnt = self._learnt, []
            return learnt
