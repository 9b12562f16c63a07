"""Saving that is cut off before every single call to the disk, and gone on with."""

import itertools
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from byhand.domain.pieces import KIB
from byhand.domain.plan import Entered
from byhand.engine.arrival import Arrival
from byhand.engine.held_files import HeldFiles
from byhand.storage.disk import SYSTEM_DISK
from tests.helpers.arrivals import Receiver
from tests.helpers.changes import overwrite
from tests.helpers.faulty_disk import DyingDisk, Killed, inode_of
from tests.helpers.trees import Tree, open_descriptors, snapshot

TREE: Tree = {
    "a": None,
    "a/big": os.urandom(300 * KIB),
    "a/small": b"small",
    "b": os.urandom(300 * KIB),
    "c": b"c",
}
OLD: Tree = {"a": b"here before", "c": b"here before"}
SAVED: Tree = OLD | {
    "a (1)": None,
    "a (1)/big": TREE["a/big"],
    "a (1)/small": b"small",
    "b": TREE["b"],
    "c (1)": b"c",
}
KILLED: dict[str, object] = {"was_stopped_well": False, "is_same_boot": True}


def begun(base: Path, disk: DyingDisk | None = None) -> Receiver:
    base.mkdir()
    for name, content in OLD.items():
        assert content is not None
        (base / name).write_bytes(content)
    return Receiver(base, TREE, disk.disk if disk else SYSTEM_DISK)


def calls_before_saving(base: Path) -> int:
    counting = DyingDisk(10**9)
    with begun(base, counting) as receiver:
        arrival = receiver.begin()
        receiver.sender.serve(arrival)
        receiver.flush(arrival)
        left = counting.left
        arrival.discard()
    return 10**9 - left


def kills(tmp_path: Path) -> Iterator[tuple[Receiver, str]]:
    """Yield a receiver and its staging folder, killed before each call of saving in turn."""
    before = calls_before_saving(tmp_path / "counted")
    for number in itertools.count(1):
        dying = DyingDisk(before + number)
        with begun(tmp_path / f"{number}", dying) as receiver:
            arrival = receiver.begin()
            receiver.sender.serve(arrival)
            receiver.flush(arrival)
            try:
                arrival.save()
            except Killed:
                dying.left = 10**9
                yield receiver, receiver.kill(arrival)
            else:
                arrival.discard()
                assert number >= 25
                return


def test_P3_after_a_kill_at_any_moment_of_saving_everything_is_there_once(tmp_path: Path) -> None:
    before = open_descriptors()
    for receiver, path in kills(tmp_path):
        resumed = receiver.resume(path, **KILLED)
        assert resumed.content.wish() == ()
        assert resumed.read_again_bytes == 0
        assert sorted(resumed.content.states.roots()) == [1, 2, 3, 4]
        names = receiver.save(resumed)
        assert [Path(name).name for name in names] == ["a (1)", "b", "c (1)"]
        assert snapshot(receiver.base) == SAVED
    assert open_descriptors() == before


def test_P3_killed_again_and_again_while_saving_it_ends_all_the_same(tmp_path: Path) -> None:
    dying = DyingDisk(10**9)
    with begun(tmp_path / "to", dying) as receiver:
        arrival = receiver.begin()
        receiver.sender.serve(arrival)
        path = receiver.stop(arrival)
        lives = 1
        while (names := saved_unless_killed(receiver, path, dying, 8 + 2 * lives)) is None:
            lives += 1
        assert lives > 5
        assert [Path(name).name for name in names] == ["a (1)", "b", "c (1)"]
        assert snapshot(receiver.base) == SAVED


def saved_unless_killed(
    receiver: Receiver, path: str, dying: DyingDisk, calls: int
) -> tuple[str, ...] | None:
    """Go on and save; None if that takes more calls."""
    dying.left = calls
    try:
        resumed = receiver.resume(path, **KILLED)
    except Killed:
        return None
    try:
        names = resumed.save()
    except Killed:
        receiver.kill(resumed)
        return None
    dying.left = 10**9
    resumed.discard()
    return names


def test_what_was_saved_and_moved_away_by_its_owner_comes_once_more_rather_than_never(
    tmp_path: Path,
) -> None:
    for receiver, path in kills(tmp_path):
        if not (receiver.base / "a (1)").exists():
            continue
        (receiver.base / "a (1)").rename(tmp_path / "mine")
        resumed = receiver.resume(path, **KILLED)
        receiver.sender.serve(resumed)
        receiver.save(resumed)
        assert snapshot(receiver.base) == SAVED
        break


def test_a_name_that_is_taken_between_promise_and_rename_is_left_alone(tmp_path: Path) -> None:
    taken: list[str] = []

    def rename(source: str, target: str, source_folder: int, target_folder: int) -> None:
        is_final = inode_of(target_folder) == inode_of(str(tmp_path / "to"))
        if is_final and target in ("b", "c (1)") and target not in taken:
            taken.append(target)
            fd = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, dir_fd=target_folder)
            os.close(fd)
        SYSTEM_DISK.rename(source, target, source_folder, target_folder)

    with begun(tmp_path / "to") as receiver:
        receiver.disk = replace(SYSTEM_DISK, rename=rename)
        arrival = receiver.begin()
        receiver.sender.serve(arrival)
        names = receiver.save(arrival)
        assert [Path(name).name for name in names] == ["a (1)", "b (1)", "c (2)"]
        assert (receiver.base / "b").read_bytes() == b""
        assert (receiver.base / "b (1)").read_bytes() == TREE["b"]


# A folder that is brought up to date

HERE: Tree = {
    "a": None,
    "a/big": b"old",
    "a/mine": b"mine",
    "a/small": b"small",
    "c": b"a file that is not in a folder is never replaced",
}
REPLACED = f"a (replaced {date.today().isoformat()})"  # noqa: DTZ011  # as people see it
UPDATED: Tree = HERE | {
    "a/big": TREE["a/big"],
    REPLACED: None,
    f"{REPLACED}/big": b"old",
    "b": TREE["b"],
    "c (1)": b"c",
}
SMALL = 2


def begun_to_update(base: Path, disk: DyingDisk) -> Receiver:
    base.mkdir()
    for path, content in HERE.items():
        if content is None:
            (base / path).mkdir()
        else:
            (base / path).write_bytes(content)
    receiver = Receiver(base, TREE, disk.disk)
    receiver.accepted = replace(receiver.accepted, updates=True)
    return receiver


def served(receiver: Receiver) -> Arrival:
    """Let everything arrive but what is in place."""
    arrival = receiver.begin()
    receiver.accepted = arrival.accepted
    there = arrival.staging.existing.file(SMALL)
    assert there is not None
    assert HeldFiles(arrival).keep_in_place(SMALL, receiver.sender.root(SMALL), there.stamp)
    receiver.sender.serve(arrival)
    receiver.flush(arrival)
    return arrival


def test_P3_after_a_kill_at_any_moment_of_updating_everything_is_there_once(
    tmp_path: Path,
) -> None:
    before = open_descriptors()
    for number in itertools.count(1):
        dying = DyingDisk(10**9)
        with begun_to_update(tmp_path / f"{number}", dying) as receiver:
            inode = (receiver.base / "a/small").stat().st_ino
            arrival = served(receiver)
            dying.left = number
            try:
                arrival.save()
            except Killed:
                dying.left = 10**9
                arrival = receiver.resume(receiver.kill(arrival), **KILLED)
                assert arrival.content.wish() == ()
                receiver.save(arrival)
            else:
                arrival.discard()
            assert snapshot(receiver.base) == UPDATED
            assert (receiver.base / "a/small").stat().st_ino == inode
            if dying.left < 10**8:
                assert number > 30
                break
    assert open_descriptors() == before


def test_what_was_in_place_and_has_changed_since_is_asked_for_after_a_stop(
    tmp_path: Path,
) -> None:
    with begun_to_update(tmp_path / "to", DyingDisk(10**9)) as receiver:
        path = receiver.kill(served(receiver))
        overwrite(receiver.base / "a/small", 0, b"other")
        resumed = receiver.resume(path, **KILLED)
        assert [entry for entry, _ in resumed.content.wish()] == [SMALL]
        receiver.sender.serve(resumed)
        receiver.save(resumed)
        assert (receiver.base / "a/small").read_bytes() == b"small"
        assert (receiver.base / REPLACED / "small").read_bytes() == b"other"


def test_what_was_in_place_and_has_changed_before_it_is_saved_is_asked_for(tmp_path: Path) -> None:
    with begun_to_update(tmp_path / "to", DyingDisk(10**9)) as receiver:
        arrival = served(receiver)
        assert not arrival.want_changed()
        overwrite(receiver.base / "a/small", 0, b"other")
        assert arrival.want_changed()
        assert not arrival.want_changed()
        assert [entry for entry, _ in arrival.content.wish()] == [SMALL]
        receiver.sender.serve(arrival)
        assert not arrival.content.states.unproven, "its root was told before"
        receiver.save(arrival)
        assert (receiver.base / "a/small").read_bytes() == b"small"
        assert (receiver.base / REPLACED / "small").read_bytes() == b"other"


def test_what_was_in_place_and_empty_is_made_again(tmp_path: Path) -> None:
    tree: Tree = {"a": None, "a/empty": b""}
    base = tmp_path / "to"
    (base / "a").mkdir(parents=True)
    (base / "a/empty").write_bytes(b"")
    with Receiver(base, tree) as receiver:
        receiver.accepted = replace(receiver.accepted, updates=True)
        arrival = receiver.begin()
        (base / "a/empty").write_bytes(b"mine")
        assert not arrival.want_changed()
        receiver.save(arrival)
        assert (base / "a/empty").read_bytes() == b""
        assert (base / REPLACED / "empty").read_bytes() == b"mine"


def begun_to_mend(base: Path, disk: DyingDisk) -> Receiver:
    """Let a folder and a file be saved once more where they were; another has lost its name."""
    receiver = begun_to_update(base, disk)
    (base / "b").write_bytes(b"another's")
    places = [Entered(name, name, *inode_and_device(base / name)) for name in ("a", "c")]
    places.append(Entered("b", "b (1)", 0, 0))
    receiver.accepted = replace(receiver.accepted, entered=tuple(places))
    return receiver


def inode_and_device(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def test_P3_after_a_kill_at_any_moment_of_mending_what_was_there_is_kept_once(
    tmp_path: Path,
) -> None:
    aside = f"c (replaced {date.today().isoformat()})"  # noqa: DTZ011  # as people see it
    mended = {path: content for path, content in UPDATED.items() if path != "c (1)"}
    mended |= {"b": b"another's", "b (1)": TREE["b"], "c": b"c", aside: HERE["c"]}
    for number in itertools.count(1):
        dying = DyingDisk(10**9)
        with begun_to_mend(tmp_path / f"{number}", dying) as receiver:
            arrival = served(receiver)
            dying.left = number
            try:
                names = arrival.save()
            except Killed:
                dying.left = 10**9
                arrival = receiver.resume(receiver.kill(arrival), **KILLED)
                names = receiver.save(arrival)
            else:
                arrival.discard()
            assert [Path(name).name for name in names] == ["a", "b (1)", "c"]
            assert snapshot(receiver.base) == mended
            if dying.left < 10**8:
                assert number > 30
                break
