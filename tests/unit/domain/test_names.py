import unicodedata
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from byhand.domain import manifest
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.names import (
    COMPONENT_BYTES,
    DistinctNames,
    ManifestNames,
    check_component,
    check_components,
    check_entry_path,
    check_manifest_names,
    cleaned_component,
    collision_key,
    numbered,
    replaced,
)
from byhand.errors import RemoteProtocolError, UnsafeNameError
from tests.helpers.odd_names import HONEST, NAMES, REFUSED


@pytest.mark.parametrize(
    ("case", "name"), [(case, name) for case, names in REFUSED.items() for name in names]
)
def test_names_that_break_the_wire_rule_are_refused(case: str, name: str) -> None:
    with pytest.raises(UnsafeNameError):
        check_component(name)
    with pytest.raises(UnsafeNameError):
        check_entry_path(("folder", name))
    with pytest.raises(UnsafeNameError):
        check_manifest_names([file(name)])


@pytest.mark.parametrize("name", HONEST)
def test_N16_honest_names_travel_as_they_are(name: str) -> None:
    check_component(name)
    assert cleaned_component(name) == name


def obeys_wire_rule(name: str) -> bool:
    """The wire rule, read slowly."""
    refused = {
        *range(0x20),
        *range(0x7F, 0xA0),
        *(ord("/"), ord("\\"), 0x2028, 0x2029, 0x61C, 0x200E, 0x200F, 0x200B, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0x2060, 0x2065),
        *range(0xD800, 0xE000),
        *range(0xFDD0, 0xFDF0),
        *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
    }
    if name in ("", ".", "..") or any(ord(point) in refused for point in name):
        return False
    for place, point in enumerate(name):
        around = name[place - 1 : place], name[place + 1 : place + 2]
        if point in "\u200c\u200d" and not all(map(str.__len__, around)):
            return False
        if point in "\u200c\u200d" and any(neighbour.isascii() for neighbour in around):
            return False
    return (
        len(name.encode()) <= 255
        and name == name.strip()
        and unicodedata.normalize("NFC", name) == name
    )


@given(NAMES)
@example("a\u200d\u200d文")
@example("文" * 85)
def test_the_judgement_is_that_of_the_rule_read_slowly(name: str) -> None:
    if obeys_wire_rule(name):
        check_component(name)
    else:
        with pytest.raises(UnsafeNameError):
            check_component(name)


@given(st.lists(st.one_of(NAMES, st.sampled_from(["", ".", "..", "a/b", "a", "é", "..a"]))))
@example(["a", ".."])
@example(["..", "a"])
@example(["a/b"])
@example([""])
def test_names_are_judged_together_as_they_are_one_by_one(names: list[str]) -> None:
    if all(map(obeys_wire_rule, names)):
        check_components(names)
    else:
        with pytest.raises(UnsafeNameError):
            check_components(names)


@given(st.one_of(NAMES, st.binary(max_size=300)))
@example("a\u200d\u200d文")
@example("\u0958" * 100)
@example("x" * 254 + " .txt")
def test_whatever_a_file_is_called_here_its_cleaned_name_may_travel(name: str | bytes) -> None:
    cleaned = cleaned_component(name)
    check_component(cleaned)
    assert cleaned_component(cleaned) == cleaned


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        (b"caf\xe9.txt", "caf_.txt"),
        ("caf\udce9.txt", "caf_.txt"),
        ("cafe\u0301.txt", "café.txt"),
        ("photo\u202egpj.exe", "photo_gpj.exe"),
        ("a\\b", "a_b"),
        ("line\nbreak", "line_break"),
        (" spaces ", "spaces"),
        ("", "_"),
        ("..", "__"),
        (b"\xff" * 255, "_" * 255),
        ("\u0958" * 84 + ".jpg", "क\u093c" * 41 + "क.jpg"),
    ],
)
def test_what_may_not_travel_is_replaced(name: str | bytes, cleaned: str) -> None:
    assert cleaned_component(name) == cleaned


def test_paths_are_limited_in_depth_and_length() -> None:
    check_entry_path(("d",) * 64)
    check_entry_path(("x" * 255,) * 16)
    for path in [(), ("d",) * 65, ("x" * 255,) * 16 + ("y",)]:
        with pytest.raises(UnsafeNameError):
            check_entry_path(path)


def folder(*components: str) -> Entry:
    return Entry(components, EntryKind.FOLDER)


def file(*components: str) -> Entry:
    return Entry(components, EntryKind.FILE, 1, 1)


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([file("a"), file("a")], id="N10 same path twice"),
        pytest.param([file("a"), file("a", "b")], id="N10 file that is a parent"),
        pytest.param([file("a"), folder("a")], id="N10 file and folder of one name"),
        pytest.param([folder("a"), file("a")], id="N10 folder and file of one name"),
        pytest.param([folder("a"), folder("a")], id="folder twice"),
        pytest.param([file("a", "b")], id="parent missing"),
        pytest.param([file("a", "b"), folder("a")], id="parent after its content"),
        pytest.param([folder("a"), file("a", "b", "c")], id="grandparent only"),
        pytest.param([folder("a"), folder("a", ".."), file("a", "..", "b")], id="N01 climbing"),
        pytest.param([folder("a"), folder("a", "b"), file("a/b", "c")], id="two folders as one"),
        pytest.param([file("a"), file("\ud800", "c")], id="a folder that is no text"),
        pytest.param([file()], id="no name at all"),
    ],
)
def test_offers_whose_paths_contradict_each_other_are_refused(entries: Sequence[Entry]) -> None:
    with pytest.raises(UnsafeNameError):
        check_manifest_names(entries)


def test_N09_names_that_only_some_systems_take_for_one_may_travel_together() -> None:
    pairs = [("A", "a"), ("ß", "SS"), ("ﬁ", "fi"), ("a", "a."), ("İ", "i"), ("x", "x\u00ad")]
    for one, other in pairs:
        check_manifest_names([file(one), file(other)])


def test_N17_ten_thousand_empty_folders_are_fine() -> None:
    check_manifest_names([folder("d"), *(folder("d", str(n)) for n in range(10_000))])


def test_N17_more_entries_than_allowed_are_refused() -> None:
    names = ManifestNames(entry_limit=3)
    for entry in (folder("a"), file("a", "b"), file("a", "c")):
        names.add(entry)
    with pytest.raises(RemoteProtocolError):
        names.add(file("a", "d"))
    assert manifest.ENTRY_LIMIT == 1_000_000


def test_N17_more_bytes_of_names_than_allowed_are_refused() -> None:
    names = ManifestNames(bytes_limit=2 * (22 + 3))
    names.add(file("a"))
    names.add(file("b"))
    with pytest.raises(RemoteProtocolError):
        names.add(file("c"))
    assert manifest.MANIFEST_BYTES_LIMIT == 256 * 1024 * 1024


def test_a_folder_chain_is_limited_in_depth_and_length() -> None:
    names = ManifestNames()
    path: tuple[str, ...] = ()
    for _ in range(16):
        path = (*path, "x" * 255)
        names.add(Entry(path, EntryKind.FOLDER))
    with pytest.raises(UnsafeNameError):
        names.add(Entry((*path, "y"), EntryKind.FILE))
    deep = ManifestNames()
    for depth in range(1, 65):
        deep.add(Entry(("d",) * depth, EntryKind.FOLDER))
    with pytest.raises(UnsafeNameError):
        deep.add(Entry(("d",) * 65, EntryKind.FILE))


PATHS = st.lists(st.sampled_from(["a", "b", "a/b", "é", "..", "C\\"]), max_size=4).map(tuple)
ENTRIES = st.lists(
    st.builds(Entry, PATHS, st.sampled_from([EntryKind.FILE, EntryKind.FOLDER])), max_size=8
)


@given(ENTRIES)
def test_N20_an_offer_is_taken_exactly_if_it_is_a_tree_in_order(entries: list[Entry]) -> None:
    seen: dict[tuple[str, ...], EntryKind] = {(): EntryKind.FOLDER}
    is_tree = True
    for entry in entries:
        parent = entry.components[:-1]
        is_tree &= bool(entry.components) and all(map(obeys_wire_rule, entry.components))
        is_tree &= entry.components not in seen and seen.get(parent) is EntryKind.FOLDER
        seen[entry.components] = entry.kind
    if is_tree:
        check_manifest_names(entries)
    else:
        with pytest.raises(UnsafeNameError):
            check_manifest_names(entries)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("A", "a"), ("ß", "SS"), ("é", "e\u0301"), ("ﬁ", "fi"), ("a", "a."), ("a", "a .")),
        *(("\u212a", "k"), ("x", "x\u00ad"), ("x", "X\u200d"), (".git", ".g\u200cit")),
    ],
)
def test_N09_names_that_a_system_may_take_for_one_share_a_key(one: str, other: str) -> None:
    assert collision_key(one) == collision_key(other)


@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("a", ".a"), ("i", "İ"), ("a b", "ab")])
def test_other_names_do_not_share_a_key(one: str, other: str) -> None:
    assert collision_key(one) != collision_key(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(("foo", "foo (1)"), ("foo.txt", "foo (1).txt"), ("foo.tar.gz", "foo (1).tar.gz")),
        *(("foo.TAR.GZ", "foo (1).TAR.GZ"), ("brain.nii.gz", "brain (1).nii.gz")),
        *(("log.1.gz", "log.1 (1).gz"), ("my.file.txt", "my.file (1).txt")),
        *((".bashrc", ".bashrc (1)"), (".tar.gz", ".tar (1).gz"), (".a.txt", ".a (1).txt")),
        *(("foo.", "foo. (1)"), ("v1.2 final", "v1.2 final (1)"), ("foo (1)", "foo (1) (1)")),
        *(("x" * 255, "x" * 251 + " (1)"), ("x" * 251 + ".txt", "x" * 247 + " (1).txt")),
        ("文" * 83 + ".txt", "文" * 82 + " (1).txt"),
        ("x" * 250 + " yyyy", "x" * 250 + " (1)"),
        ("xxxxx" + "文\u200d" * 41 + "文", "xxxxx" + "文\u200d" * 40 + "文 (1)"),
    ],
)
def test_a_number_goes_before_the_whole_extension(name: str, expected: str) -> None:
    assert numbered(name, 1) == expected


def test_what_is_replaced_is_kept_under_the_day_with_its_extension() -> None:
    day = date(2026, 1, 31)
    assert replaced("photos", day) == "photos (replaced 2026-01-31)"
    assert replaced("a.tar.gz", day) == "a (replaced 2026-01-31).tar.gz"
    assert len(replaced("é" * 127 + ".txt", day).encode()) <= COMPONENT_BYTES


@given(NAMES, st.integers(1, 99_999))
def test_numbered_names_keep_the_wire_rule(name: str, number: int) -> None:
    again = numbered(cleaned_component(name), number)
    check_component(again)
    assert f"({number})" in again
    assert len(again.encode()) <= COMPONENT_BYTES


@given(st.lists(st.sampled_from(["a", "A", "a (1)", "A (1)", "a (2)", "b", "a (1) (1)"])))
def test_distinct_names_are_distinct_by_their_key(names: list[str]) -> None:
    for key in (str, collision_key):
        distinct = DistinctNames(key)
        given_names = [distinct.add(name) for name in names]
        assert len({key(name) for name in given_names}) == len(names)


def test_the_first_of_equal_names_keeps_its_name() -> None:
    distinct = DistinctNames(collision_key)
    names = ["a.txt", "A.txt", "a (1).txt", "b", "a.txt"]
    assert [distinct.add(name) for name in names] == [
        *("a.txt", "A (1).txt", "a (1) (1).txt", "b", "a (2).txt")
    ]


class CountingKey:
    """How often names are compared: the work that many equal names cost."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, name: str) -> str:
        self.calls += 1
        return collision_key(name)


def test_R09_many_equal_names_cost_no_more_than_each_its_own_look() -> None:
    key = CountingKey()
    distinct = DistinctNames(key)
    for _ in range(10_000):
        distinct.add("a")
    assert key.calls <= 30_000
