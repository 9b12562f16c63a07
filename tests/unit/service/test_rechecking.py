import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.transfer import Direction
from byhand.service.rechecking import PATHS_TOLD, Rechecked, handed_files, recheck
from tests.helpers.handed_trees import HandedTree
from tests.helpers.lanes import write_tree


class World(HandedTree):
    """A folder that was sent, or has arrived, and can be checked."""

    def check(self) -> Rechecked:
        found = self.check_until(lambda: False)
        assert found is not None
        return found

    def check_until(self, is_stopped: Callable[[], bool]) -> Rechecked | None:
        return recheck(handed_files(self.stored, self.spool, self.chunks()), is_stopped)


@pytest.fixture(params=Direction)
def world(tmp_path: Path, request: pytest.FixtureRequest) -> World:
    return World(tmp_path, request.param, [0, 10, 300_000, 20])


def test_what_is_as_it_was_is_right(world: World) -> None:
    assert world.check() == Rechecked(4, 0, 0, (), ())


def test_what_is_missing_or_has_changed_is_named(world: World) -> None:
    (world.folder / "00001").unlink()
    (world.folder / "00002").write_bytes(bytes(300_000))
    (world.folder / "00003").write_bytes(b"longer than it was before")
    changed = ("photos/00002", "photos/00003")
    assert world.check() == Rechecked(1, 1, 2, ("photos/00001",), changed, damaged=(2, 3))


def test_something_else_in_its_place_is_no_file(world: World) -> None:
    for name in ("00001", "00002", "00003"):
        (world.folder / name).unlink()
    (world.folder / "00001").mkdir()
    (world.folder / "00002").symlink_to(world.folder / "00000")
    os.mkfifo(world.folder / "00003")
    found = world.check()
    assert (found.right, found.missing, found.changed) == (1, 3, 0)


def test_what_did_not_arrive_is_not_looked_for(world: World) -> None:
    world.roots = [(entry, root) for entry, root in world.roots if entry != 2]
    (world.folder / "00001").unlink()
    assert world.check() == Rechecked(3, 0, 0, (), ())


def test_of_very_many_some_are_named(tmp_path: Path) -> None:
    world = World(tmp_path, Direction.OUTGOING, [1] * (PATHS_TOLD + 5))
    for path in world.folder.iterdir():
        path.unlink()
    found = world.check()
    assert found.missing == PATHS_TOLD + 5
    assert len(found.missing_paths) == PATHS_TOLD


def test_what_was_saved_under_a_number_is_found_there(tmp_path: Path) -> None:
    world = World(tmp_path, Direction.INCOMING, [10, 20])
    numbered = world.folder.rename(tmp_path / "photos (1)")
    write_tree(tmp_path / "photos", [10, 20])
    transfer = replace(world.stored.transfer, saved_paths=(str(numbered),))
    world.stored = replace(world.stored, transfer=transfer)
    assert world.check() == Rechecked(2, 0, 0, (), ())


def test_a_check_that_is_stopped_says_nothing(world: World) -> None:
    looks = iter([False] * 3 + [True] * 100)
    assert world.check_until(lambda: next(looks)) is None
