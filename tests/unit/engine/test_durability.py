"""Write, flush, commit, rename, flush of the folder: in this order on every path."""

import os
from pathlib import Path

import pytest

from byhand.domain.journal import JournalBatch
from byhand.domain.pieces import KIB
from byhand.engine.arrival import Arrival
from byhand.storage.unflushed import FEW_FILES
from tests.helpers.arrivals import Receiver, give_up
from tests.helpers.faulty_disk import inode_of
from tests.helpers.recording_disk import RecordingDisk, inodes_below
from tests.helpers.trees import Tree, snapshot

PIECE = 256 * KIB
FEW: Tree = {
    "a": None,
    "a/big": os.urandom(3 * PIECE),
    "a/inner": None,
    "a/inner/nothing": b"",
    "a/inner/small": b"small",
    "b": os.urandom(PIECE),
}
MANY: Tree = FEW | {f"a/inner/{number}": b"x" for number in range(FEW_FILES)}
KILLED: dict[str, object] = {"was_stopped_well": False, "is_same_boot": True}


class Watch:
    """A transfer on a disk that records, with a journal that is checked at every commit."""

    def __init__(self, base: Path, tree: Tree) -> None:
        self.named: list[str] = []
        self.disk = RecordingDisk(self._before_rename)
        self.receiver = Receiver(base, tree, self.disk.disk)
        self._base = inode_of(str(base))
        record = self.receiver.journal.commit

        def commit(batches: tuple[JournalBatch, ...]) -> None:
            self.disk.committed(batches)
            record(batches)

        self.receiver.writer._commit = commit

    def _before_rename(self, disk: RecordingDisk, name: str, source: int, target: int) -> None:
        if inode_of(target) == self._base:
            self.named.append(name)
            assert not inodes_below(name, source) & disk.unflushed
            journal = self.receiver.journal.journal()
            assert journal.other_runs == ()

    def finish(self, arrival: Arrival) -> None:
        self.receiver.sender.serve(arrival)
        arrival.save()
        assert set(self.named) == {path.split("/")[0] for path in self.receiver.tree}
        assert inode_of(str(self.receiver.base)) not in self.disk.unflushed
        last = [self.disk.calls[-1 - place] for place in range(2)]
        assert last == ["sync", "rename"]
        arrival.discard()
        assert snapshot(self.receiver.base) == self.receiver.tree


@pytest.mark.parametrize("tree", [FEW, MANY], ids=["few", "many"])
@pytest.mark.parametrize("path", ["straight", "in parts", "new session", "kill", "stop", "changed"])
def test_P3_the_order_holds_on_every_path(tmp_path: Path, tree: Tree, path: str) -> None:
    watch = Watch(tmp_path, tree)
    with watch.receiver as receiver:
        arrival = receiver.begin()
        receiver.sender.serve(arrival, 3)
        match path:
            case "in parts":
                for _ in range(3):
                    receiver.flush(arrival)
                    receiver.sender.serve(arrival, 1)
                    receiver.record()
            case "new session":
                receiver.sender.send_piece(arrival, 1, 2)
                receiver.flush(arrival)
                arrival.pieces.new_session()
            case "kill":
                receiver.record()
                arrival = receiver.resume(receiver.kill(arrival), **KILLED)
            case "stop":
                arrival = receiver.resume(receiver.stop(arrival))
            case "changed":
                receiver.flush(arrival)
                arrival.content.source_changed(1, 1)
                receiver.sender.generations[1] = 1
        watch.finish(arrival)


def test_P3_what_is_durable_was_flushed_whatever_comes_meanwhile(tmp_path: Path) -> None:
    watch = Watch(tmp_path, FEW)
    with watch.receiver as receiver:
        arrival = receiver.begin()
        for _ in range(5):
            receiver.sender.serve(arrival, 1)
            receiver.record()
            receiver.flush(arrival)
            durable = receiver.journal.journal().durable_runs
            staging = os.open(arrival.staging.path, os.O_RDONLY)
            parts = {f"parts/{run.entry}" for run in durable if run.entry < len(FEW)}
            assert not {inode_of(part, staging) for part in parts} & watch.disk.unflushed
            os.close(staging)
        watch.finish(arrival)


def test_P3_what_was_given_up_changes_nothing_of_that(tmp_path: Path) -> None:
    tree = {path: content for path, content in FEW.items() if path != "a/big"}
    watch = Watch(tmp_path, FEW)
    with watch.receiver as receiver:
        arrival = receiver.begin()
        receiver.sender.serve(arrival, 2)
        give_up(arrival, [1])
        receiver.flush(arrival)
        arrival.pieces.remove_given_up()
        receiver.sender.serve(arrival)
        receiver.save(arrival)
        assert snapshot(receiver.base) == tree
