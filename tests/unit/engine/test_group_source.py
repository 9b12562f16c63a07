"""What several receivers of the same are sent together, by what comes out of their lanes."""

import os
import queue
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from byhand.domain.journal import Journal, PieceRun
from byhand.domain.pieces import KIB, MIB, PACK_INDEX
from byhand.domain.ranges import RangeSet
from byhand.engine.group_source import GroupMember, GroupSource, Told
from byhand.engine.hash_cache import HashCache
from byhand.engine.lane_orders import Push
from byhand.engine.reports import RootKnown, SendingReport, SourceChanged, SourceFailed, WishServed
from byhand.engine.shared_wish import SharedWish
from byhand.engine.wishes import Everything, Rows
from byhand.protocol.data_frame import FLAG_ZERO
from byhand.protocol.messages import Want
from byhand.storage.source import SourceEntry
from tests.helpers.changes import overwrite
from tests.helpers.group_parts import member_of, source_of
from tests.helpers.outbound import (
    SECONDS,
    FrameLog,
    ListRecorder,
    Report,
    listening,
    offered,
    scanned,
)

PIECE = 256 * KIB
BIG = 40 * PIECE + 17


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file of 41 pieces, one of 3, and three that travel in a pack."""
    top = tmp_path / "top"
    top.mkdir()
    for name, size in (("big", BIG), ("mid", 3 * PIECE), ("one", 1000), ("three", 3000)):
        (top / name).write_bytes(os.urandom(size))
    return top


@dataclass
class Receiver:
    """One of a group: what was told of what they are sent, and what they learnt of the rest."""

    member: GroupMember
    told: "queue.SimpleQueue[SendingReport]"
    recorder: ListRecorder
    log: FrameLog
    reports: list[SendingReport] = field(default_factory=list)
    learnt: list[Told] = field(default_factory=list)

    def reports_of(self, kind: type[Report]) -> list[Report]:
        while not self.told.empty():
            self.reports.append(self.told.get())
        return [report for report in self.reports if isinstance(report, kind)]

    def takes(self) -> None:
        """Have at once from the others whatever is known of what they were sent."""
        for entry, first, hashes in self.member.take_learnt():
            self.learnt.append((entry, first, hashes))
            numbers = self.member.source.numbering
            start = numbers.number(entry, first)
            self.member.source.holds(self.member, RangeSet([(start, start + len(hashes) // 32)]))


@dataclass
class World:
    source: GroupSource
    sources: list[SourceEntry]
    now: list[float]

    @classmethod
    def of(cls, folder: Path) -> "World":
        now = [0.0]
        sources = scanned(folder)
        return cls(GroupSource(offered(sources), Random(5), lambda: now[0]), sources, now)

    def receiver(self, key: str, known: Journal = Journal()) -> Receiver:  # noqa: B008  # frozen
        told: queue.SimpleQueue[SendingReport] = queue.SimpleQueue()
        recorder = ListRecorder()
        member = self.source.add(key, known, recorder, told.put)
        pieces = member.make_pieces(offered(self.sources), HashCache())
        pieces.number = 1
        log = FrameLog(pieces.offered.columns, pieces.offered.packs)
        return Receiver(member, told, recorder, log)

    def index(self, name: str) -> int:
        return [source.entry.components[-1] for source in self.sources].index(name)

    def content(self, name: str) -> bytes:
        return Path(self.sources[self.index(name)].path).read_bytes()


@contextmanager
def sent_to(
    receiver: Receiver, wish: Everything | Rows | None = None, epoch: int = 1
) -> Iterator[None]:
    """Send to a receiver what they wish, beside what others are sent, until the block ends."""
    pieces = receiver.member.pieces
    assert pieces is not None
    with listening() as at_the_end:

        def read() -> None:
            while (frame := at_the_end.next_frame()) is not None:
                receiver.log.take(*frame)

        reading = threading.Thread(target=read, daemon=True)
        reading.start()
        wanted = SharedWish(receiver.member, wish or Everything(pieces.offered), extends=False)
        at_the_end.lane.order(Push(pieces, epoch, (wanted,), completes=True))
        yield
        at_the_end.lane.close(SECONDS)
        reading.join(SECONDS)


def wait_until_served(*receivers: Receiver, taking: bool = True) -> None:
    """Let the receivers exchange what they know of until all of it has left."""
    waiting = list(receivers)
    while waiting:
        for each in waiting:
            if taking:
                each.takes()
        waiting = [each for each in waiting if not each.reports_of(WishServed)]


def test_no_piece_is_chosen_twice_before_each_was_once(folder: Path) -> None:
    world = World.of(folder)
    members = [world.receiver(name).member for name in ("anna", "marek")]
    numbers = RangeSet([(0, len(world.source.numbering))])
    for member in members:
        world.source.want(member, numbers, extends=False)
    chosen: list[tuple[int, int]] = []
    while len(chosen) < numbers.count():
        runs = world.source.choose(members[len(chosen) % 2])
        assert isinstance(runs, list)
        chosen += [(entry, piece) for entry, start, end in runs for piece in range(start, end)]
    assert len(set(chosen)) == numbers.count()


def test_what_one_is_sent_the_other_need_not_be(folder: Path) -> None:
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    with sent_to(anna), sent_to(marek):
        wait_until_served(anna, marek)
    assert min(anna.member.sent_bytes, marek.member.sent_bytes) > 0
    for name in ("big", "mid"):
        parts = {**anna.log.pieces, **marek.log.pieces}
        entry = world.index(name)
        whole = b"".join(parts[key] for key in sorted(parts) if key[0] == entry)
        assert whole == world.content(name)


def test_both_hear_every_root_whoever_was_sent_the_last_piece(folder: Path) -> None:
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    with sent_to(anna), sent_to(marek):
        wait_until_served(anna, marek)
    roots = [
        {(each.entry, each.root) for each in receiver.reports_of(RootKnown)}
        for receiver in (anna, marek)
    ]
    assert roots[0] == roots[1]
    assert {entry for entry, _ in roots[0]} == {world.index("big"), world.index("mid"), PACK_INDEX}


def test_one_who_hears_nothing_of_the_others_is_sent_everything(folder: Path) -> None:
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    with sent_to(anna), sent_to(marek):
        while not (anna.reports_of(WishServed) and marek.reports_of(WishServed)):
            world.now[0] += 0.5
    for receiver in (anna, marek):
        for name in ("big", "mid", "one"):
            assert receiver.log.content(world.index(name)) == world.content(name)


def test_who_joins_late_knows_what_the_others_were_sent(folder: Path) -> None:
    world = World.of(folder)
    anna = world.receiver("anna")
    with sent_to(anna):
        wait_until_served(anna)
    world.source.holds(anna.member, RangeSet([(0, len(world.source.numbering))]))
    marek = world.receiver("marek")
    for told in world.source.known():
        marek.member.learn(told)
    marek.takes()
    with sent_to(marek):
        wait_until_served(marek)
    assert marek.member.sent_bytes == 0
    assert {entry for entry, _, _ in marek.learnt} == {
        *(PACK_INDEX, world.index("big"), world.index("mid")),
    }


def test_holes_go_to_everybody_and_are_not_passed_on(tmp_path: Path) -> None:
    folder = tmp_path / "top"
    folder.mkdir()
    with open(folder / "sparse", "wb") as file:
        file.write(os.urandom(4 * PIECE))
        file.truncate(40 * PIECE)
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    with sent_to(anna), sent_to(marek):
        wait_until_served(anna, marek)
    for receiver in (anna, marek):
        zeros = [head for head in receiver.log.headers if head.flags & FLAG_ZERO]
        assert sum(head.piece_count for head in zeros) == 36
        assert sum(len(hashes) // 32 for _, _, hashes in receiver.learnt) <= 4


def test_a_file_that_changed_is_sent_to_each_who_asks_for_it_again(folder: Path) -> None:
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    overwrite(folder / "big", 0, b"another")
    with sent_to(anna), sent_to(marek):
        wait_until_served(anna, marek)
    big = world.index("big")
    for receiver in (anna, marek):
        assert receiver.reports_of(SourceChanged) == [SourceChanged(big, 1)]
    with ExitStack() as sending:
        for receiver in (anna, marek):
            receiver.reports.clear()
            pieces = receiver.member.pieces
            assert pieces is not None
            rows = Rows(pieces.offered)
            rows.add([Want(big, [0, 41])])
            sending.enter_context(sent_to(receiver, rows, epoch=2))
        wait_until_served(anna, marek)
    for receiver in (anna, marek):
        assert receiver.log.content(big, 1) == world.content("big")


def test_a_file_that_is_gone_fails_for_everybody(folder: Path) -> None:
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    (folder / "mid").unlink()
    with sent_to(anna), sent_to(marek):
        wait_until_served(anna, marek)
    for receiver in (anna, marek):
        (failed,) = receiver.reports_of(SourceFailed)
        assert failed == SourceFailed(world.index("mid"), failed.code)


def test_what_was_read_before_a_stop_need_not_be_read_again(folder: Path) -> None:
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    with sent_to(anna), sent_to(marek):
        wait_until_served(anna, marek)
    later = World.of(folder)
    later.receiver("anna", anna.recorder.journal())
    assert not all(later.source.hashes.settled())
    later.receiver("marek", marek.recorder.journal())
    assert all(later.source.hashes.settled()[1:])


def test_a_small_file_wanted_alone_is_sent_alone(folder: Path) -> None:
    world = World.of(folder)
    anna = world.receiver("anna")
    pieces = anna.member.pieces
    assert pieces is not None
    rows = Rows(pieces.offered)
    rows.add([Want(world.index("one"), [0, 1])])
    with sent_to(anna, rows):
        wait_until_served(anna)
    assert anna.log.content(world.index("one")) == world.content("one")
    assert anna.member.sent_bytes == 1000


def test_one_who_leaves_leaves_nothing_unsent(folder: Path) -> None:
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    with sent_to(anna):
        with sent_to(marek):
            while marek.member.sent_bytes < MIB:
                pass
        world.source.remove(marek.member)
        wait_until_served(anna, taking=False)
    assert anna.log.content(world.index("big")) == world.content("big")


def test_what_is_asked_for_again_is_sent_though_it_was_said_to_be_there(folder: Path) -> None:
    world = World.of(folder)
    anna = world.receiver("anna")
    everything = RangeSet([(0, len(world.source.numbering))])
    world.source.want(anna.member, everything, extends=False)
    world.source.holds(anna.member, everything)
    pieces = anna.member.pieces
    assert pieces is not None
    rows = Rows(pieces.offered)
    rows.add([Want(world.index("mid"), [2, 1])])
    with sent_to(anna, rows, epoch=2):
        wait_until_served(anna)
    assert anna.member.sent_bytes == PIECE


def test_zeros_that_were_written_are_passed_on_like_anything_else(tmp_path: Path) -> None:
    folder = tmp_path / "top"
    folder.mkdir()
    (folder / "zeros").write_bytes(bytes(8 * PIECE))
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    with sent_to(anna), sent_to(marek):
        wait_until_served(anna, marek)
    learnt = [hashes for each in (anna, marek) for _, _, hashes in each.learnt]
    assert sum(len(hashes) // 32 for hashes in learnt) >= 8
    assert anna.member.sent_bytes + marek.member.sent_bytes < 16 * PIECE


def may_leave(source: GroupSource) -> bool:
    return source.may_leave


def test_the_sender_may_not_leave_while_somebody_has_not_said_what_they_want() -> None:
    source = source_of()
    anna, marek = member_of(source, 1), member_of(source, 2)
    everything = RangeSet([(0, len(source.numbering))])
    assert not may_leave(source)
    source.want(anna, everything, extends=False)
    source.holds(anna, everything)
    assert not may_leave(source)
    source.want(marek, everything, extends=False)
    assert may_leave(source)
    source.leave(marek)
    assert not may_leave(source), "they are away"


def test_who_has_all_has_it_also_if_the_last_of_it_was_never_told() -> None:
    source = source_of()
    anna, marek = member_of(source, 1), member_of(source, 2)
    everything = RangeSet([(0, len(source.numbering))])
    for member in (anna, marek):
        source.want(member, everything, extends=False)
    source.holds(anna, RangeSet([(0, 1)]))
    source.leave(anna)
    source.completed(anna)
    assert source.may_leave


def test_what_one_has_who_leaves_nobody_can_be_given() -> None:
    source = source_of()
    anna, marek = member_of(source, 1), member_of(source, 2)
    everything = RangeSet([(0, len(source.numbering))])
    for member in (anna, marek):
        source.want(member, everything, extends=False)
    source.holds(anna, everything)
    source.remove(anna)
    assert not source.may_leave


def test_before_a_wish_is_said_to_be_served_every_root_is_told_whoever_knew_it(
    folder: Path,
) -> None:
    world = World.of(folder)
    anna, marek = world.receiver("anna"), world.receiver("marek")
    with sent_to(anna), sent_to(marek):
        wait_until_served(anna, marek)
    later = World.of(folder)
    first = later.receiver("anna")
    known = [receiver.recorder.journal() for receiver in (anna, marek)]
    later.receiver("marek", known[0])
    later.receiver("mira", known[1])
    assert first.reports_of(RootKnown) == []
    first.takes()
    with sent_to(first):
        wait_until_served(first, taking=False)
    served = [type(each) for each in first.reports].index(WishServed)
    roots = {each.entry for each in first.reports[:served] if isinstance(each, RootKnown)}
    assert roots == {later.index("big"), later.index("mid"), PACK_INDEX}


def test_who_accepted_anew_is_served_whatever_becomes_of_the_former_try() -> None:
    source = source_of()
    former = member_of(source, 1)
    everything = RangeSet([(0, len(source.numbering))])
    source.want(former, everything, extends=False)
    anew = member_of(source, 1)
    assert source.choose(former) is None
    source.want(anew, everything, extends=False)
    source.want(former, everything, extends=True)
    assert source.choose(former) is None
    source.completed(former)
    source.leave(former)
    source.remove(former)
    assert not source.may_leave
    chosen = RangeSet()
    while isinstance(runs := source.choose(anew), list):
        for _, start, end in runs:
            chosen.add(start, end)
    assert chosen == everything
    source.remove(anew)


def test_who_joins_in_another_try_counts_once() -> None:
    source = source_of()
    former, other = member_of(source, 1), member_of(source, 2)
    anew = member_of(source, 1)
    source.remove(former)
    run = PieceRun(0, 0, bytes(range(32)))
    other.record(run, PIECE)
    assert anew.take_learnt() == [(0, 0, run.hashes)]
    assert former.take_learnt() == []
