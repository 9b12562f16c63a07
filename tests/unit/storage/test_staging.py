import contextlib
import os
import stat
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.local_names import System
from byhand.domain.manifest import Entry, EntryKind
from byhand.errors import DiskFullError, LocalProtocolError, ReadOnlyError, StorageError
from byhand.storage.base_folder import open_base
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.folder_tree import OPEN_FOLDERS
from byhand.storage.staging import Staging, discard_leftover, missing_bytes
from byhand.storage.staging_folder import make_staging_folder, new_staging_name
from byhand.storage.target import Target
from tests.helpers.faulty_disk import FaultyDisk
from tests.helpers.needs import needs_root
from tests.helpers.small_disk import make_read_only, small_disk, small_ext4
from tests.helpers.trees import Tree, entries_of, open_descriptors, snapshot

BIG = os.urandom(300_000)
TREE: Tree = {
    "holiday": None,
    "holiday/empty": None,
    "holiday/notes.txt": b"notes",
    "holiday/nothing": b"",
    "holiday/pictures": None,
    "holiday/pictures/big.jpg": BIG,
    "holiday/pictures/größe 文.jpg": b"x" * 5000,
    "single.tar.gz": b"archive",
}
DATE_NS = 1_600_000_000_000_000_000


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = tmp_path / "base"
    folder.mkdir()
    return folder


@contextlib.contextmanager
def staged(
    base: Path, entries: Sequence[Entry], disk: FaultyDisk | None = None
) -> Iterator[Staging]:
    staging = Staging.create(str(base), entries, disk.disk if disk else SYSTEM_DISK)
    try:
        yield staging
    finally:
        staging.discard()


def free_bytes(folder: str) -> int:
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize


def receive(staging: Staging, tree: Tree, left_out: Sequence[int] = ()) -> None:
    """Do what lanes do: small files at once, large ones as parts, written from the end."""
    for index, content in enumerate(tree.values()):
        if content is None or index in left_out:
            continue
        if len(content) < 100_000:
            staging.store_member(index, memoryview(content))
            continue
        part = staging.open_part(index)
        half = len(content) // 2
        part.write_at(half, memoryview(content)[half:])
        part.write_at(0, memoryview(content)[:half])
        part.close()
        staging.finish_part(index)


def names(tree: Tree) -> list[str]:
    return list(tree)


def test_what_was_staged_appears_under_its_names(base: Path) -> None:
    before = open_descriptors()
    with staged(base, entries_of(TREE)) as staging:
        staging.make_folders()
        receive(staging, TREE)
        staging.flush()
        assert staging.commit() == (str(base / "holiday"), str(base / "single.tar.gz"))
    assert snapshot(base) == TREE
    assert open_descriptors() == before


def test_the_folders_are_made_even_when_nobody_asked_for_them(base: Path) -> None:
    with staged(base, entries_of(TREE)) as staging:
        receive(staging, TREE)
        staging.commit()
    assert snapshot(base) == TREE


def test_until_commit_nothing_but_the_hidden_folder_is_there(base: Path) -> None:
    with staged(base, entries_of(TREE)) as staging:
        staging.make_folders()
        receive(staging, TREE)
        (hidden,) = base.iterdir()
        assert str(hidden) == staging.path
        assert hidden.name.startswith(".byhand-")
        assert stat.S_IMODE(hidden.stat().st_mode) == 0o700
        # What is whole may have its mode already: nobody else comes this far.
        inner = [path for path in hidden.rglob("*") if path.is_dir()]
        assert {stat.S_IMODE(path.stat().st_mode) for path in inner} == {0o700}
    assert list(base.iterdir()) == []


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o027, 0o077])
def test_K09_modes_follow_the_umask_and_nothing_is_executable(base: Path, umask: int) -> None:
    entries = [replace(entry, is_executable=True) for entry in entries_of(TREE)]
    old = os.umask(umask)
    try:
        with staged(base, entries) as staging:
            receive(staging, TREE)
            staging.commit()
    finally:
        os.umask(old)
    for path in base.rglob("*"):
        full = 0o777 if path.is_dir() else 0o666
        assert stat.S_IMODE(path.stat().st_mode) == full & ~umask


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o027, 0o077])
def test_K09_where_modes_are_kept_what_is_marked_is_executable_for_whoever_may_read_it(
    base: Path, umask: int
) -> None:
    marked = {"holiday/notes.txt", "holiday/pictures/big.jpg"}
    entries = [
        replace(entry, is_executable=name in marked)
        for name, entry in zip(TREE, entries_of(TREE), strict=True)
    ]
    old = os.umask(umask)
    try:
        with staged(base, entries) as staging:
            receive(staging, TREE)
            staging.commit(keeps_modes=True)
    finally:
        os.umask(old)
    for path in base.rglob("*"):
        is_marked = path.relative_to(base).as_posix() in marked
        full = 0o777 if path.is_dir() or is_marked else 0o666
        assert stat.S_IMODE(path.stat().st_mode) == full & ~umask


@pytest.mark.parametrize("name", ["desktop.ini", "x.lnk", "X.Desktop"])
def test_N11_what_acts_unopened_is_never_executable(base: Path, name: str) -> None:
    entries = [replace(entry, is_executable=True) for entry in entries_of({name: b"x"})]
    with staged(base, entries) as staging:
        staging.store_member(0, b"x")
        staging.commit(keeps_modes=True)
    assert not (base / name).stat().st_mode & 0o111


def test_K09_a_group_folder_hands_its_group_on(base: Path) -> None:
    base.chmod(0o2775)
    with staged(base, entries_of(TREE)) as staging:
        receive(staging, TREE)
        staging.commit()
    assert (base / "holiday/pictures").stat().st_mode & stat.S_ISGID
    assert not (base / "holiday/notes.txt").stat().st_mode & 0o111


@needs_root()
def test_an_umask_that_locks_everybody_out_does_not_lock_out_the_owner(base: Path) -> None:
    old = os.umask(0o777)
    try:
        with staged(base, entries_of({"a": None, "a/b": b"x"})) as staging:
            staging.store_member(1, b"x")
            staging.commit()
    finally:
        os.umask(old)
    assert stat.S_IMODE((base / "a").stat().st_mode) == 0o700
    assert stat.S_IMODE((base / "a/b").stat().st_mode) == 0o600


def test_dates_of_files_and_folders_are_kept(base: Path) -> None:
    with staged(base, entries_of(TREE, DATE_NS)) as staging:
        receive(staging, TREE)
        staging.commit()
    assert {path.stat().st_mtime_ns for path in base.rglob("*")} == {DATE_NS}


@pytest.mark.parametrize("mtime_ns", [0, -1, -(2**63), 2**63 - 1, 315_532_799 * 10**9])
def test_dates_that_cannot_be_right_are_not_taken_over(base: Path, mtime_ns: int) -> None:
    started = time.time_ns()
    with staged(base, entries_of({"d": None, "d/f": b"x"}, mtime_ns)) as staging:
        receive(staging, {"d": None, "d/f": b"x"})
        staging.commit()
    for path in base.rglob("*"):
        assert path.stat().st_mtime_ns > started - 10**9


@pytest.mark.parametrize(
    ("name", "numbered"),
    [
        *(("a", "a (1)"), ("a.tar.gz", "a (1).tar.gz"), ("x" * 255, "x" * 251 + " (1)")),
        *((".hidden", ".hidden (1)"), ("-rf", "-rf (1)"), ("文" * 85, "文" * 83 + " (1)")),
    ],
)
def test_a_taken_name_is_numbered_and_the_old_file_kept(
    base: Path, name: str, numbered: str
) -> None:
    (base / name).write_bytes(b"old")
    with staged(base, entries_of({name: b"new"})) as staging:
        receive(staging, {name: b"new"})
        assert staging.commit() == (str(base / numbered),)
    assert snapshot(base) == {name: b"old", numbered: b"new"}


def test_the_first_free_number_is_taken(base: Path) -> None:
    for name in ("a", "a (1)", "a (3)"):
        (base / name).mkdir()
    with staged(base, entries_of({"a": None, "a/b": b"x"})) as staging:
        receive(staging, {"a": None, "a/b": b"x"})
        assert staging.commit() == (str(base / "a (2)"),)
    assert (base / "a (2)/b").read_bytes() == b"x"
    assert list((base / "a").iterdir()) == []


def test_a_folder_does_not_replace_an_empty_folder(base: Path) -> None:
    (base / "a").mkdir()
    with staged(base, entries_of({"a": None})) as staging:
        assert staging.commit() == (str(base / "a (1)"),)


def test_a_link_in_the_base_is_neither_followed_nor_replaced(base: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (base / "a").symlink_to(outside)
    (base / "b").symlink_to("nowhere")
    tree: Tree = {"a": None, "a/f": b"x", "b": b"y"}
    with staged(base, entries_of(tree)) as staging:
        receive(staging, tree)
        assert staging.commit() == (str(base / "a (1)"), str(base / "b (1)"))
    assert snapshot(outside) == {}
    assert os.readlink(base / "a") == str(outside)
    assert os.readlink(base / "b") == "nowhere"


HONEST = [
    *("a..b", "..a", "…", "x" * 255, "a b", "'q\"", "%s", "-rf", "$(x)", "'; DROP", "C:x", "CON"),
    *("a.", "👨\u200d👩\u200d👧", "می\u200cخواهم", "A", "a", "ß", "SS", "é", "E\u0301".lower()[0]),
]


def test_N16_honest_names_are_stored_exactly(base: Path) -> None:
    tree: Tree = {"top": None} | {f"top/{name}": name.encode() for name in dict.fromkeys(HONEST)}
    with staged(base, entries_of(tree)) as staging:
        receive(staging, tree)
        staging.commit()
    assert snapshot(base) == tree


def test_a_tree_as_deep_as_allowed_is_stored(base: Path) -> None:
    path = "/".join(["d"] * 63)
    tree: Tree = {"/".join(["d"] * depth): None for depth in range(1, 64)} | {f"{path}/f": b"deep"}
    with staged(base, entries_of(tree)) as staging:
        receive(staging, tree)
        staging.commit()
    assert snapshot(base) == tree


def test_folders_in_any_order_need_few_descriptors(base: Path) -> None:
    folders = [f"d{number}" for number in range(3 * OPEN_FOLDERS)]
    tree: Tree = {"t": None, **{f"t/{name}": None for name in folders}}
    tree |= {f"t/{name}/{turn}": b"x" for turn in range(3) for name in folders}
    before = len(open_descriptors())
    with staged(base, entries_of(tree)) as staging:
        receive(staging, tree)
        assert len(open_descriptors()) <= before + OPEN_FOLDERS + 4
        staging.commit()
    assert snapshot(base) == tree


def test_lanes_may_store_at_the_same_time(base: Path) -> None:
    tree: Tree = {"t": None, **{f"t/d{number}": None for number in range(50)}}
    tree |= {f"t/d{n % 50}/{n}": str(n).encode() for n in range(800)}
    contents = list(enumerate(tree.values()))
    errors: list[StorageError] = []

    def lane(first: int) -> None:
        try:
            for index, content in contents[first::4]:
                if content is not None:
                    staging.store_member(index, content)
        except StorageError as exc:
            errors.append(exc)

    with staged(base, entries_of(tree)) as staging:
        lanes = [threading.Thread(target=lane, args=(first,)) for first in range(4)]
        for thread in lanes:
            thread.start()
        for thread in lanes:
            thread.join()
        assert errors == []
        staging.commit()
    assert snapshot(base) == tree


def test_several_threads_write_one_part(base: Path) -> None:
    content = os.urandom(1_000_000)
    with staged(base, entries_of({"f": content})) as staging:
        part = staging.open_part(0)
        spans = [(start, content[start : start + 10_000]) for start in range(0, 1_000_000, 10_000)]

        def lane(first: int) -> None:
            for start, span in spans[first::3]:
                part.write_at(start, span)

        lanes = [threading.Thread(target=lane, args=(first,)) for first in range(3)]
        for thread in lanes:
            thread.start()
        for thread in lanes:
            thread.join()
        part.close()
        staging.finish_part(0)
        staging.commit()
    assert (base / "f").read_bytes() == content


@pytest.mark.parametrize("only", [["write"], ["write_at"]])
def test_short_writes_are_continued(base: Path, only: list[str]) -> None:
    tree: Tree = {"small": b"abc" * 20, "large": b"z" * 300}
    disk = FaultyDisk(shortest_write=True)
    with staged(base, entries_of(tree), disk) as staging:
        staging.store_member(0, b"abc" * 20)
        part = staging.open_part(1)
        part.write_at(0, b"z" * 300)
        part.close()
        staging.finish_part(1)
        staging.commit()
    assert snapshot(base) == tree
    assert set(only) <= set(disk.calls)


@pytest.mark.parametrize(("offset", "length"), [(-1, 1), (0, 11), (10, 1), (2**62, 1)])
def test_M03_no_write_reaches_beyond_the_declared_size(
    base: Path, offset: int, length: int
) -> None:
    with staged(base, entries_of({"f": bytes(10)})) as staging:
        part = staging.open_part(0)
        with pytest.raises(LocalProtocolError):
            part.write_at(offset, bytes(length))
        part.write_at(10, b"")
        part.close()


def test_room_for_a_file_is_really_reserved(base: Path) -> None:
    entry = Entry(("f",), EntryKind.FILE, 8_000_000, 8_000_000)
    with staged(base, [entry]) as staging:
        part = staging.open_part(0)
        status = os.fstat(part.fd)
        assert status.st_size == 8_000_000
        assert status.st_blocks * 512 >= 8_000_000
        part.close()


def test_M08_a_sparse_file_reserves_nothing(base: Path) -> None:
    entry = Entry(("f",), EntryKind.FILE, 5 * 10**12, 4096)
    with staged(base, [entry]) as staging:
        part = staging.open_part(0)
        part.write_at(4 * 10**12, b"here")
        part.close()
        staging.finish_part(0)
        staging.commit()
    status = (base / "f").stat()
    assert status.st_size == 5 * 10**12
    assert status.st_blocks * 512 < 10**6


def test_a_part_of_another_length_is_not_placed(base: Path) -> None:
    with staged(base, entries_of({"f": bytes(10)})) as staging:
        part = staging.open_part(0)
        os.ftruncate(part.fd, 9)
        part.close()
        with pytest.raises(StorageError):
            staging.finish_part(0)
        with pytest.raises(LocalProtocolError):
            staging.commit()
    assert snapshot(base) == {}


def test_a_part_may_be_closed_and_opened_again(base: Path) -> None:
    with staged(base, entries_of({"f": bytes(10)})) as staging:
        for offset, half in ((0, b"01234"), (5, b"56789")):
            part = staging.open_part(0)
            part.write_at(offset, half)
            part.close()
        part = staging.open_part(0)
        read = memoryview(bytearray(10))
        part.read_into(0, read)
        part.close()
        assert bytes(read) == b"0123456789"
        staging.finish_part(0)
        staging.commit()
    assert snapshot(base) == {"f": b"0123456789"}


def test_what_took_the_place_of_a_part_is_neither_read_nor_written(
    base: Path, tmp_path: Path
) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(bytes(10))
    with staged(base, entries_of({"f": bytes(10)})) as staging:
        staging.open_part(0).close()
        place = Path(staging.path, "parts/0")
        place.rename(tmp_path / "moved away")
        for plant in (place.symlink_to, place.hardlink_to):
            plant(precious)
            with pytest.raises(StorageError):
                staging.open_part(0)
            place.unlink()
        place.write_bytes(bytes(10))
        with pytest.raises(StorageError):
            staging.open_part(0)
    assert precious.read_bytes() == bytes(10)


def test_a_member_that_is_stored_again_replaces_the_one_before(base: Path) -> None:
    with staged(base, entries_of({"g": b"x"})) as staging:
        staging.store_member(0, b"x")
        staging.store_member(0, b"y")
        staging.commit()
    assert snapshot(base) == {"g": b"y"}


def test_N09_two_files_that_the_disk_takes_for_one_do_not_replace_each_other(base: Path) -> None:
    with staged(base, entries_of({"a": b"x", "b": b"y"})) as staging:
        staging.store_member(0, b"x")
        os.link(Path(staging.path, "tree/a"), Path(staging.path, "tree/b"))
        with pytest.raises(StorageError):
            staging.store_member(1, b"y")
        assert Path(staging.path, "tree/a").read_bytes() == b"x"


def test_failed_files_are_left_out(base: Path) -> None:
    failed = names(TREE).index("holiday/pictures/big.jpg")
    with staged(base, entries_of(TREE)) as staging:
        receive(staging, TREE, left_out=[failed])
        assert len(staging.commit(failed={failed})) == 2
    assert snapshot(base) == {
        path: content for path, content in TREE.items() if not path.endswith("big.jpg")
    }


def test_a_file_that_failed_after_it_was_stored_is_left_out(base: Path) -> None:
    failed = {names(TREE).index("holiday/notes.txt"), names(TREE).index("single.tar.gz")}
    with staged(base, entries_of(TREE)) as staging:
        receive(staging, TREE)
        assert staging.commit(failed) == (str(base / "holiday"),)
    assert "holiday/notes.txt" not in snapshot(base)
    assert "single.tar.gz" not in snapshot(base)


def test_a_folder_of_which_every_file_failed_does_not_appear(base: Path) -> None:
    tree: Tree = {"a": None, "a/x": b"x", "a/sub": None, "a/sub/y": b"y", "b": None}
    with staged(base, entries_of(tree)) as staging:
        staging.make_folders()
        assert staging.commit(failed={1, 3}) == (str(base / "b"),)
    assert snapshot(base) == {"b": None}


def test_if_all_fails_nothing_appears(base: Path) -> None:
    with staged(base, entries_of({"a": b"x"})) as staging:
        assert staging.commit(failed={0}) == ()
    assert snapshot(base) == {}


def test_only_what_was_chosen_appears(base: Path) -> None:
    chosen = {names(TREE).index("holiday/pictures/big.jpg"), 0, 4}
    with staged(base, entries_of(TREE)) as staging:
        staging.make_folders(chosen)
        receive(staging, TREE, left_out=set(range(len(TREE))) - chosen)  # type: ignore[arg-type]
        assert staging.commit(chosen=chosen) == (str(base / "holiday"),)
    assert snapshot(base) == {
        "holiday": None,
        "holiday/pictures": None,
        "holiday/pictures/big.jpg": BIG,
    }


def test_M03_a_file_that_never_came_stops_the_commit(base: Path) -> None:
    with staged(base, entries_of(TREE)) as staging:
        receive(staging, TREE, left_out=[2])
        with pytest.raises(LocalProtocolError):
            staging.commit()
        assert [path.name for path in base.iterdir()] == [Path(staging.path).name]
    assert snapshot(base) == {}


def test_discarding_leaves_nothing_and_may_be_repeated(base: Path) -> None:
    before = open_descriptors()
    staging = Staging.create(str(base), entries_of(TREE))
    staging.make_folders()
    receive(staging, TREE)
    staging.discard()
    staging.discard()
    assert snapshot(base) == {}
    assert open_descriptors() == before


def test_discarding_does_not_follow_a_planted_link(base: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_bytes(b"x")
    with staged(base, entries_of(TREE)) as staging:
        (Path(staging.path) / "parts/link").symlink_to(outside)
        (Path(staging.path) / "tree/holiday").symlink_to(outside)
        with pytest.raises(StorageError):
            staging.store_member(2, b"notes")
    assert snapshot(outside) == {"precious": b"x"}
    assert snapshot(base) == {}


def test_discarding_leaves_alone_what_took_its_place(base: Path, tmp_path: Path) -> None:
    staging = Staging.create(str(base), [])
    os.rename(staging.path, tmp_path / "moved")
    os.mkdir(staging.path)
    staging.discard()
    assert os.path.isdir(staging.path)


def test_K04_a_base_folder_that_was_replaced_gets_nothing(base: Path, tmp_path: Path) -> None:
    with staged(base, entries_of(TREE)) as staging:
        receive(staging, TREE)
        base.rename(tmp_path / "old")
        base.mkdir()
        with pytest.raises(StorageError):
            staging.commit()
    assert snapshot(base) == {}
    assert snapshot(tmp_path / "old") == {}


def test_K04_a_base_folder_that_was_removed_is_a_storage_error(base: Path, tmp_path: Path) -> None:
    with staged(base, entries_of({"a": b"x"})) as staging:
        staging.store_member(0, b"x")
        base.rename(tmp_path / "old")
        with pytest.raises(StorageError):
            staging.commit()
    assert snapshot(tmp_path / "old") == {}


def test_a_linked_base_folder_is_followed_while_it_leads_to_the_same_place(
    base: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link"
    link.symlink_to(base)
    with staged(link, entries_of({"a": b"x"})) as staging:
        staging.store_member(0, b"x")
        assert staging.commit() == (str(link / "a"),)
    with staged(link, entries_of({"b": b"x"})) as staging:
        staging.store_member(0, b"x")
        other = tmp_path / "other"
        other.mkdir()
        link.unlink()
        link.symlink_to(other)
        with pytest.raises(StorageError):
            staging.commit()
    assert snapshot(base) == {"a": b"x"}
    assert snapshot(other) == {}


def test_nothing_is_received_into_home_itself_or_hidden_folders(tmp_path: Path) -> None:
    hidden = tmp_path / ".hidden"
    hidden.mkdir()
    linked = tmp_path / "harmless"
    linked.symlink_to(hidden)
    for path in [os.environ["HOME"], str(hidden), str(linked), "/etc", "/"]:
        with pytest.raises(StorageError):
            Staging.create(path, [])
    assert list(hidden.iterdir()) == []


def test_a_base_folder_is_made_if_only_its_own_name_is_missing(tmp_path: Path) -> None:
    with staged(tmp_path / "Downloads", entries_of({"a": b"x"})) as staging:
        staging.store_member(0, b"x")
        staging.commit()
    assert snapshot(tmp_path / "Downloads") == {"a": b"x"}
    with pytest.raises(StorageError):
        Staging.create(str(tmp_path / "stick/Downloads"), [])
    assert not (tmp_path / "stick").exists()


def test_a_base_that_is_a_file_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(StorageError):
        Staging.create(str(tmp_path / "file"), [])


def test_M02_data_after_the_end_is_an_error_not_a_file(base: Path) -> None:
    staging = Staging.create(str(base), entries_of({"a": b"x", "d": None}))
    staging.discard()
    # The numbers of the closed folders belong to others now.
    others = [os.open(base, os.O_RDONLY) for _ in range(8)]
    with pytest.raises(StorageError):
        staging.store_member(0, b"x")
    with pytest.raises(StorageError):
        staging.open_part(0)
    with pytest.raises(StorageError):
        staging.make_folders()
    with pytest.raises(LocalProtocolError):
        staging.commit()
    assert snapshot(base) == {}
    for fd in others:
        os.close(fd)


# Names and systems that this kernel does not have are decided by data.


def staging_on(base: Path, entries: Sequence[Entry], target: Target) -> Staging:
    folder = make_staging_folder(open_base(str(base), SYSTEM_DISK), new_staging_name(), SYSTEM_DISK)
    return Staging(replace(folder, target=target), entries, SYSTEM_DISK)


def test_on_linux_the_target_is_found_to_keep_every_name(base: Path) -> None:
    opened = open_base(str(base), SYSTEM_DISK)
    folder = make_staging_folder(opened, new_staging_name(), SYSTEM_DISK)
    assert (folder.target.system, folder.target.folds_case) == (System.LINUX, False)
    Staging(folder, [], SYSTEM_DISK).discard()


def test_N06_N09_on_other_systems_names_are_changed_and_kept_apart(base: Path) -> None:
    tree: Tree = {"A:b": None, "A:b/CON": b"1", "A:b/xt_mark.h": b"2", "A:b/xt_MARK.h": b"3"}
    target = Target(System.FAT, True, 0o600, 0o700)
    staging = staging_on(base, entries_of(tree), target)
    receive(staging, tree)
    assert staging.commit() == (str(base / "A_b"),)
    staging.discard()
    assert snapshot(base) == {
        "A_b": None,
        "A_b/_CON": b"1",
        "A_b/xt_mark.h": b"2",
        "A_b/xt_MARK (1).h": b"3",
    }


# Room


def test_the_missing_room_is_what_does_not_fit_beside_the_reserve(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 10_000_000) as disk:
        kept = os.statvfs(disk)
        free = kept.f_bavail * kept.f_frsize
        share = kept.f_blocks * kept.f_frsize // 50
        assert missing_bytes(str(disk), 1) == 500_000_000 + 1 - free
        assert missing_bytes(str(disk), free - share, reserve=0) == 0
        assert missing_bytes(str(disk), free - share + 1, reserve=0) == 1
        assert missing_bytes(str(disk), free - 1_000_000 + 7, reserve=1_000_000) == 7
        assert missing_bytes(str(disk / "not there yet"), free, reserve=1_000_000) == 1_000_000
        with staged(disk, []) as staging:
            assert 0 < free_bytes(staging.base) <= free
            assert staging.missing_bytes(free_bytes(staging.base), reserve=10**6) == 10**6


def test_K08_what_claims_more_than_the_disk_holds_is_missing_room(tmp_path: Path) -> None:
    assert missing_bytes(str(tmp_path), 2**62) > 2**61


def test_K08_room_that_is_not_there_cannot_be_reserved(tmp_path: Path) -> None:
    with small_ext4(tmp_path / "disk", 16_000_000) as disk:
        entries = [
            Entry(("huge",), EntryKind.FILE, 10**9, 10**9),
            Entry(("large",), EntryKind.FILE, 3_500_000, 3_500_000),
        ]
        with staged(disk, entries) as staging:
            with pytest.raises(DiskFullError):
                staging.open_part(0)
            staging.open_part(1).close()
            staging.finish_part(1)
            staging.commit(failed={0})
        assert (disk / "large").read_bytes() == bytes(3_500_000)
        assert not (disk / "huge").exists()


def test_in_memory_a_reservation_costs_no_pages(tmp_path: Path) -> None:
    """Clearing pages that are about to be written would cost more than writing them."""
    entries = [Entry(("large",), EntryKind.FILE, 3_500_000, 3_500_000)]
    with small_disk(tmp_path / "disk", 4_000_000) as disk, staged(disk, entries) as staging:
        before = os.statvfs(disk).f_bfree
        part = staging.open_part(0)
        assert os.statvfs(disk).f_bfree == before
        part.close()


def test_a_full_disk_is_an_error_that_may_be_tried_again(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1_000_000) as disk:
        ballast = disk / "ballast"
        with staged(disk, entries_of({"a": bytes(200_000)})) as staging:
            ballast.write_bytes(bytes(free_bytes(staging.base) - 8192))
            with pytest.raises(DiskFullError):
                staging.store_member(0, bytes(200_000))
            ballast.unlink()
            staging.store_member(0, bytes(200_000))
            staging.commit()
        assert snapshot(disk) == {"a": bytes(200_000)}


def test_K04_a_disk_that_becomes_read_only_is_a_read_only_error(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1_000_000) as disk:
        staging = Staging.create(str(disk), entries_of({"a": b"x", "b": b"y"}))
        staging.store_member(0, b"x")
        make_read_only(disk)
        with pytest.raises(ReadOnlyError):
            staging.store_member(1, b"y")
        with pytest.raises(ReadOnlyError):
            staging.commit(failed={1})
        with pytest.raises(ReadOnlyError):
            staging.discard()
        staging.discard()
        assert {Path(path).name for path in snapshot(disk) if "/" not in path} == {
            Path(staging.path).name
        }
        with pytest.raises(ReadOnlyError):
            Staging.create(str(disk), [])


# Leftovers


def test_a_leftover_of_a_killed_run_is_removed(base: Path) -> None:
    staging = Staging.create(str(base), entries_of(TREE))
    receive(staging, TREE)
    assert discard_leftover(staging.path)
    assert snapshot(base) == {}
    assert discard_leftover(staging.path)
    assert not discard_leftover(str(base / "unplugged/.byhand-0123456789abcdef"))
    staging.discard()


def test_what_only_looks_like_a_leftover_is_not_touched(base: Path, tmp_path: Path) -> None:
    name = ".byhand-0123456789abcdef"
    outside = tmp_path / "outside"
    outside.mkdir(mode=0o700)
    (base / "plain").mkdir(mode=0o700)
    (base / f"{name}0").mkdir(mode=0o700)
    (base / ".byhand-0123456789ABCDEF").mkdir(mode=0o700)
    places = [base / "plain", base / f"{name}0", base / ".byhand-0123456789ABCDEF"]
    (base / name).mkdir()
    (base / name).chmod(0o755)
    assert not discard_leftover(str(base / name))
    (base / name).rmdir()
    (base / name).symlink_to(outside)
    assert not discard_leftover(str(base / name))
    (base / name).unlink()
    (base / name).write_bytes(b"x")
    (base / name).chmod(0o700)
    assert not discard_leftover(str(base / name))
    for place in places:
        assert not discard_leftover(str(place))
        assert place.exists()
    assert not discard_leftover(str(base / "plain") + "/..")


def test_its_path_is_announced_before_it_is_there(base: Path) -> None:
    announced: list[str] = []

    def hear(path: str) -> None:
        assert not os.path.exists(path)
        announced.append(path)

    staging = Staging.create(str(base), [], announce=hear)
    assert announced == [staging.path]
    staging.discard()


def test_what_cannot_be_announced_is_not_made(base: Path) -> None:
    def refuse(path: str) -> None:
        raise StorageError(Path(path))

    before = open_descriptors()
    with pytest.raises(StorageError):
        Staging.create(str(base), [], announce=refuse)
    assert snapshot(base) == {}
    assert open_descriptors() == before
