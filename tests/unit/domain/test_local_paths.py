import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.local_names import System, local_name
from byhand.domain.local_paths import LocalPaths
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.names import DistinctNames, cleaned_component, collision_key

NAMES = st.text(
    st.one_of(st.characters(), st.sampled_from('<>:"|?*. conaux1¹$~')), max_size=300
).map(cleaned_component)
EQUAL_NAMES = st.sampled_from(["a", "A", "a:", "a_", "a?", "A_", "con", "_con", "a (1)", "b."])


def paths_of(entries: Sequence[Entry], system: System, folds_case: bool) -> list[tuple[str, ...]]:
    return list(LocalPaths(entries, system, folds_case))


def file(*components: str) -> Entry:
    return Entry(components, EntryKind.FILE)


def folder(*components: str) -> Entry:
    return Entry(components, EntryKind.FOLDER)


def test_equal_names_are_kept_apart_where_the_system_folds_case() -> None:
    entries = [
        *(folder("Linux"), file("Linux", "xt_mark.h"), file("Linux", "xt_MARK.h")),
        *(folder("linux"), file("linux", "a"), folder("Linux", "Sub"), folder("Linux", "sub")),
    ]
    assert paths_of(entries, System.LINUX, folds_case=True) == [
        *(("Linux",), ("Linux", "xt_mark.h"), ("Linux", "xt_MARK (1).h")),
        *(("linux (1)",), ("linux (1)", "a"), ("Linux", "Sub"), ("Linux", "sub (1)")),
    ]
    assert paths_of(entries, System.LINUX, folds_case=False) == [
        entry.components for entry in entries
    ]


def test_names_that_only_the_mapping_makes_equal_are_kept_apart() -> None:
    entries = [file("a:b"), file("a_b"), file("a?b")]
    paths = paths_of(entries, System.FAT, folds_case=False)
    assert paths == [("a_b",), ("a_b (1)",), ("a_b (2)",)]


@given(st.lists(NAMES, unique=True), st.sampled_from(System), st.booleans())
def test_N09_no_two_entries_ever_share_a_place(
    names: list[str], system: System, folds_case: bool
) -> None:
    entries = [folder("top"), *(file("top", name) for name in names)]
    paths = paths_of(entries, system, folds_case)
    keys = [collision_key(path[-1]) if folds_case else path[-1] for path in paths[1:]]
    assert len(set(keys)) == len(names)
    assert all(path[0] == "top" and len(path) == 2 for path in paths[1:])


@st.composite
def trees(draw: st.DrawFn) -> list[Entry]:
    """Folders before what they hold, in any other order; no path twice."""
    entries: dict[tuple[str, ...], Entry] = {}
    folders: list[tuple[str, ...]] = [()]
    for _ in range(draw(st.integers(0, 25))):
        path = (*draw(st.sampled_from(folders)), draw(EQUAL_NAMES))
        if path in entries:
            continue
        entries[path] = draw(st.sampled_from([file, folder]))(*path)
        if entries[path].kind is EntryKind.FOLDER:
            folders.append(path)
    return list(entries.values())


def slowly_placed(
    entries: Sequence[Entry], system: System, folds_case: bool
) -> list[tuple[str, ...]]:
    """Every path, each folder with the names that are taken in it."""
    key = collision_key if folds_case else str
    places: dict[tuple[str, ...], tuple[tuple[str, ...], DistinctNames]] = {
        (): ((), DistinctNames(key))
    }
    paths: list[tuple[str, ...]] = []
    for entry in entries:
        parent, taken = places[entry.components[:-1]]
        path = (*parent, taken.add(local_name(entry.components[-1], system)))
        if entry.kind is EntryKind.FOLDER:
            places[entry.components] = (path, DistinctNames(key))
        paths.append(path)
    return paths


@given(trees(), st.sampled_from(System), st.booleans(), st.randoms())
def test_a_path_asked_for_by_itself_is_the_one_that_all_of_them_give(
    entries: list[Entry], system: System, folds_case: bool, chance: random.Random
) -> None:
    expected = slowly_placed(entries, system, folds_case)
    paths = LocalPaths(entries, system, folds_case)
    assert len(paths) == len(expected)
    assert list(paths) == expected
    assert paths[1:-1] == expected[1:-1]
    indices = list(range(len(entries)))
    chance.shuffle(indices)
    assert [paths[index] for index in indices] == [expected[index] for index in indices]
