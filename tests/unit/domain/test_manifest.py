import pytest
from blake3 import blake3
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from byhand.domain.manifest import Entry, EntryKind, Totals, manifest_digest, totals_of

ENTRY = Entry(("a", "é"), EntryKind.FILE, 5, 5, 10**18, is_executable=True)
ENTRIES = st.lists(
    st.builds(
        Entry,
        st.lists(st.text(st.characters(codec="utf-8"), max_size=5), max_size=3).map(tuple),
        st.sampled_from(EntryKind),
        st.integers(0, 2**63 - 1),
        st.integers(0, 2**63 - 1),
        st.integers(-(2**63), 2**63 - 1),
        st.booleans(),
    ),
    max_size=5,
)


def slowly_digested(entries: list[Entry]) -> bytes:
    """The digest of PROTOCOL.md, section 12, field by field."""
    content = b""
    for entry in entries:
        content += int(entry.kind).to_bytes(1, "little")
        content += entry.size.to_bytes(8, "little")
        content += entry.mtime_ns.to_bytes(8, "little", signed=True)
        content += int(entry.is_executable).to_bytes(1, "little")
        content += len(entry.components).to_bytes(2, "little")
        for component in entry.components:
            content += len(component.encode()).to_bytes(2, "little") + component.encode()
    return blake3(content, derive_key_context="byhand manifest v1").digest()


@given(ENTRIES)
def test_the_digest_is_the_protocols(entries: list[Entry]) -> None:
    assert manifest_digest(entries) == slowly_digested(entries)


@pytest.mark.parametrize(
    ("entries", "digest"),
    [
        ([], "a8e5604ac8cdfd01ef2e7223a9abaeea0eceb7d17b4337ecf1aa2abdd50e18b9"),
        ([ENTRY], "a65223a0985ff630c4201d228a4023df32990c527c67a79538518b0f922b446b"),
    ],
)
def test_digests_never_change(entries: list[Entry], digest: str) -> None:
    assert manifest_digest(entries).hex() == digest


@pytest.mark.parametrize(
    "other",
    [
        replace(ENTRY, components=("a", "e")),
        replace(ENTRY, components=("aé",)),
        replace(ENTRY, components=("a", "é", "")),
        replace(ENTRY, kind=EntryKind.TEXT),
        replace(ENTRY, size=6),
        replace(ENTRY, mtime_ns=10**18 + 1),
        replace(ENTRY, is_executable=False),
    ],
)
def test_N19_whatever_is_changed_the_digest_changes(other: Entry) -> None:
    assert manifest_digest([other]) != manifest_digest([ENTRY])


def test_the_order_is_part_of_the_digest() -> None:
    other = replace(ENTRY, components=("b",))
    assert manifest_digest([ENTRY, other]) != manifest_digest([other, ENTRY])


def test_totals_count_no_folders_as_files() -> None:
    entries = [
        Entry(("d",), EntryKind.FOLDER),
        Entry(("d", "a"), EntryKind.FILE, 10, 4),
        Entry(("d", "b"), EntryKind.FILE),
        Entry(("note",), EntryKind.TEXT, 3, 3),
    ]
    assert totals_of(entries) == Totals(files=3, bytes=13, allocated=7)
    assert totals_of([]) == Totals(0, 0, 0)
