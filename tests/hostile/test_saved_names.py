"""Names that are odd but may travel: each arrives exactly, or as the target can keep it.

FAT and folding of case are decided by data here: what a target is found to be is said by the test.
"""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest

from byhand.domain.local_names import System, acts_by_itself, is_program, local_name
from byhand.domain.names import collision_key
from byhand.domain.transfer import Transfer, TransferState
from byhand.storage import staging_folder
from byhand.storage.disk import Disk
from byhand.storage.target import Target, probed_target
from tests.helpers.circles import sends
from tests.helpers.odd_names import HONEST
from tests.helpers.scripted_friend import until_at_rest
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party
from tests.hostile.conftest import Oracle

_S = TransferState
ACTING = ["autorun.inf", "desktop.ini", "x.lnk", "x.desktop", ".DS_Store"]
EMPTY_FOLDERS = 1_000


@pytest.fixture
def guarded(pair: tuple[Party, Party], oracle: Oracle) -> tuple[Party, Party]:
    """Both; in Alice's folder nothing may change."""
    oracle.guard(pair[0].folder)
    return pair


def written(folder: Path, names: Sequence[str]) -> Path:
    """Make a folder with a file of each name, none like another."""
    folder.mkdir(parents=True)
    for number, name in enumerate(names):
        (folder / name).write_text(f"{number} {name}", "utf-8")
    return folder


async def handed_over(pair: tuple[Party, Party], *paths: Path) -> Transfer:
    """Let Alice hand something to Bob, and return what Bob knows of it at the end."""
    alice, bob = pair
    transfer_id = sends(alice, bob, *paths)
    await bob.until_offered(transfer_id)
    bob.service.accept(transfer_id)
    ended = await bob.until_final(transfer_id)
    assert (await alice.until_final(transfer_id)).state is ended.state is _S.DONE
    await until_at_rest(bob)
    return ended


def decided(monkeypatch: pytest.MonkeyPatch, system: System, *, folds_case: bool) -> None:
    """Have every target keep the rules of a system."""

    def decided_target(folder: int, disk: Disk) -> Target:
        found = probed_target(folder, disk)
        return Target(system, folds_case, found.file_mode, found.folder_mode)

    monkeypatch.setattr(staging_folder, "probed_target", decided_target)


async def test_N16_honest_names_arrive_exactly(
    guarded: tuple[Party, Party], tmp_path: Path
) -> None:
    """As files, as folders with something in them, and as what lies at the top."""
    _, bob = guarded
    source = written(tmp_path / "from" / "-rf $(x)", HONEST)
    for name in HONEST:
        if name not in ("a", "..."):
            written(source / "folders" / name, [name])
    tops = written(tmp_path / "tops", HONEST[:20])
    sent = {f"{source.name}/{path}": content for path, content in snapshot(source).items()}
    await handed_over(guarded, source, *(tops / name for name in HONEST[:20]))
    assert snapshot(bob.folder) == {source.name: None} | sent | snapshot(tops)


async def test_N16_the_only_thing_sent_may_have_any_honest_name(
    guarded: tuple[Party, Party], tmp_path: Path
) -> None:
    _, bob = guarded
    names = ["'; DROP", "%s", "{0}", "-rf"]
    tops = written(tmp_path / "tops", names)
    for name in names:
        ended = await handed_over(guarded, tops / name)
        assert (ended.title, ended.saved_paths) == (name, (str(bob.folder / name),))


TWINS = [
    *("A", "a", "ß", "SS", "é", "ﬁ", "fi", "b", "b.", "İ", "i", "å", "k", "K"),
    *("x", "x\u00ad", "İstanbul", "istanbul"),
]


@pytest.mark.parametrize("system", System)
@pytest.mark.parametrize("folds_case", [False, True], ids=["as it is", "folding"])
async def test_N09_no_twin_ever_takes_the_place_of_another(
    guarded: tuple[Party, Party],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    system: System,
    folds_case: bool,
) -> None:
    decided(monkeypatch, system, folds_case=folds_case)
    _, bob = guarded
    source = written(tmp_path / "from", TWINS)
    await handed_over(guarded, source)
    saved = snapshot(bob.folder / "from")
    assert sorted(map(str, saved.values())) == sorted(map(str, snapshot(source).values()))
    if folds_case:
        assert len(set(map(collision_key, saved))) == len(TWINS)
    elif system in (System.LINUX, System.MACOS):
        assert saved == snapshot(source)


async def test_N09_a_twin_of_what_is_there_already_is_saved_beside_it(
    guarded: tuple[Party, Party], tmp_path: Path
) -> None:
    _, bob = guarded
    (bob.folder / "photos").mkdir()
    (bob.folder / "photos" / "a").write_bytes(b"theirs")
    (bob.folder / "note.txt").symlink_to(tmp_path / "elsewhere")
    source = written(tmp_path / "photos", ["a"])
    note = written(tmp_path / "notes", ["note.txt"]) / "note.txt"
    await handed_over(guarded, source, note)
    assert (bob.folder / "photos" / "a").read_bytes() == b"theirs"
    assert not (tmp_path / "elsewhere").exists()
    assert snapshot(bob.folder / "photos (1)") == snapshot(source)
    assert (bob.folder / "note (1).txt").read_bytes() == note.read_bytes()


DOS = ["a.", "a...", "a:b", "a:$DATA", "a::$INDEX_ALLOCATION", "C:x", "CON", "com¹.txt", "x" * 255]


async def test_N06_N02_on_linux_they_arrive_exactly(
    guarded: tuple[Party, Party], tmp_path: Path
) -> None:
    _, bob = guarded
    source = written(tmp_path / "from", DOS)
    await handed_over(guarded, source)
    assert snapshot(bob.folder / "from") == snapshot(source)


@pytest.mark.parametrize("system", [System.WINDOWS, System.FAT, System.MACOS])
async def test_N06_N02_elsewhere_they_are_saved_as_the_target_keeps_them(
    guarded: tuple[Party, Party], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: System
) -> None:
    """No stream of another file, no device, and no folder of a drive."""
    decided(monkeypatch, system, folds_case=system is not System.MACOS)
    _, bob = guarded
    source = written(tmp_path / "from", DOS)
    (source / "aux").mkdir()
    (source / "aux" / "nul.tar.gz").write_bytes(b"in it")
    await handed_over(guarded, source)
    saved = snapshot(bob.folder / "from")
    assert not any(":" in name for name in saved)
    expected = {local_name(name, system): (source / name).read_bytes() for name in DOS}
    aux, nul = local_name("aux", system), local_name("nul.tar.gz", system)
    assert saved == {**expected, aux: None, f"{aux}/{nul}": b"in it"}


async def test_N07_the_longest_names_and_the_deepest_tree_arrive(
    guarded: tuple[Party, Party], tmp_path: Path
) -> None:
    _, bob = guarded
    source = written(tmp_path / "from", ["x" * 255, "文" * 85, "é" * 127])
    deepest = source.joinpath(*["d"] * 62)
    deepest.mkdir(parents=True)
    (deepest / "e").write_bytes(b"deep")
    await handed_over(guarded, source)
    assert snapshot(bob.folder / "from") == snapshot(source)


async def test_N11_what_acts_by_itself_lies_inside_the_new_folder_and_never_runs(
    guarded: tuple[Party, Party], tmp_path: Path
) -> None:
    _, bob = guarded
    source = written(tmp_path / "from", [*ACTING, ".bashrc"])
    written(source / ".ssh", ["authorized_keys"])
    for path in source.iterdir():
        path.chmod(0o4755)
    await handed_over(guarded, source)
    assert snapshot(bob.folder / "from") == snapshot(source)
    for name in ACTING:
        assert acts_by_itself(name)
        assert is_program(name)
    for path in (bob.folder / "from").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode & 0o7000 == 0
        assert path.is_dir() or mode & 0o111 == 0


async def test_N12_modes_links_and_other_kinds_do_not_travel(
    guarded: tuple[Party, Party], tmp_path: Path
) -> None:
    """What a link leads to is another's file; a pipe would be waited for without end."""
    _, bob = guarded
    source = written(tmp_path / "from", ["plain", "twice"])
    (source / "plain").chmod(0o4755)
    (source / "again").hardlink_to(source / "twice")
    (source / "link").symlink_to("/etc/passwd")
    (source / "folder link").symlink_to("/etc")
    os.mkfifo(source / "pipe")
    os.setxattr(source / "plain", "user.evil", b"x")
    alice, _ = guarded
    transfer_id = sends(alice, bob, source)
    await bob.until_offered(transfer_id)
    bob.service.accept(transfer_id)
    await bob.until_final(transfer_id)
    await alice.until_final(transfer_id)
    await until_at_rest(bob)
    saved = bob.folder / "from"
    assert sorted(os.listdir(saved)) == ["again", "plain", "twice"]
    assert {path.lstat().st_nlink for path in saved.iterdir()} == {1}
    assert (saved / "plain").stat().st_mode & 0o7111 == 0
    assert os.listxattr(saved / "plain") == []


async def test_N17_many_empty_folders_and_files_of_no_size_are_fine(
    guarded: tuple[Party, Party], tmp_path: Path
) -> None:
    """Ten thousand of them in the long run `names`."""
    _, bob = guarded
    source = tmp_path / "from"
    for number in range(EMPTY_FOLDERS):
        (source / f"{number}").mkdir(parents=True)
        (source / f"{number}.txt").touch()
    await handed_over(guarded, source)
    assert snapshot(bob.folder / "from") == snapshot(source)
