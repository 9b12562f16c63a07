from itertools import pairwise

import pytest
from blake3 import blake3
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.columns import columns_of
from byhand.domain.manifest import SIZE_LIMIT, Entry, EntryKind
from byhand.domain.pieces import (
    GIB,
    KIB,
    MIB,
    PACK_BYTES,
    PACK_FILES,
    PACK_MEMBER_LIMIT,
    TIB,
    Packs,
    file_root,
    is_packed,
    piece_count,
    piece_length,
    piece_size,
)

SIZES = st.one_of(
    st.integers(0, SIZE_LIMIT),
    st.sampled_from([0, 256 * KIB, 16 * GIB, 256 * GIB, 4 * TIB, SIZE_LIMIT]).flatmap(
        lambda limit: st.integers(max(0, limit - 2), min(SIZE_LIMIT, limit + 2))
    ),
)


@pytest.mark.parametrize(
    ("file_size", "size"),
    [
        *((0, 256 * KIB), (1, 256 * KIB), (16 * GIB, 256 * KIB), (16 * GIB + 1, MIB)),
        *((256 * GIB, MIB), (256 * GIB + 1, 4 * MIB), (4 * TIB, 4 * MIB)),
        *((4 * TIB + 1, 16 * MIB), (SIZE_LIMIT, 16 * MIB)),
    ],
)
def test_the_piece_size_is_that_of_the_protocol_bounds_included(file_size: int, size: int) -> None:
    assert piece_size(file_size) == size


@pytest.mark.parametrize(
    ("file_size", "count", "last"),
    [
        *((1, 1, 1), (256 * KIB - 1, 1, 256 * KIB - 1), (256 * KIB, 1, 256 * KIB)),
        *((256 * KIB + 1, 2, 1), (GIB, 4096, 256 * KIB), (16 * GIB + 1, 16 * KIB + 1, 1)),
    ],
)
def test_M08_pieces_at_the_borders(file_size: int, count: int, last: int) -> None:
    assert piece_count(file_size) == count
    assert piece_length(file_size, count - 1) == last


def test_an_empty_file_has_no_pieces() -> None:
    assert piece_count(0) == 0


@given(SIZES)
def test_pieces_cover_the_file_exactly(file_size: int) -> None:
    count = piece_count(file_size)
    if count == 0:
        assert file_size == 0
        return
    last = piece_length(file_size, count - 1)
    assert 0 < last <= piece_size(file_size)
    assert (count - 1) * piece_size(file_size) + last == file_size
    assert count <= 2**32


def file(size: int) -> Entry:
    return Entry(("f",), EntryKind.FILE, size, size)


FOLDER = Entry(("d",), EntryKind.FOLDER)


def packs_of(entries: list[Entry]) -> Packs:
    return Packs(columns_of(entries))


def members_of(packs: Packs) -> list[list[int]]:
    return [packs.members(number) for number in range(len(packs))]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        *((0, False), (1, True), (PACK_MEMBER_LIMIT - 1, True), (PACK_MEMBER_LIMIT, False)),
        (SIZE_LIMIT, False),
    ],
)
def test_small_files_travel_in_packs(size: int, expected: bool) -> None:
    assert is_packed(size) is expected


def test_packs_are_cut_at_a_mebibyte() -> None:
    quarter = PACK_BYTES // 4
    entries = [file(quarter - 1), FOLDER, file(quarter - 1), file(GIB), *[file(quarter - 1)] * 3]
    packs = packs_of(entries)
    assert members_of(packs) == [[0, 2, 4, 5], [6]]
    assert [packs.size(0), packs.size(1)] == [4 * (quarter - 1), quarter - 1]


def test_a_pack_may_be_filled_to_the_last_byte() -> None:
    entries = [file(PACK_BYTES // 8)] * 9
    assert list(map(len, members_of(packs_of(entries)))) == [8, 1]


def test_packs_are_cut_at_1024_files() -> None:
    packs = packs_of([file(1)] * (2 * PACK_FILES + 1))
    assert list(map(len, members_of(packs))) == [PACK_FILES, PACK_FILES, 1]


def test_no_small_files_no_packs() -> None:
    assert len(packs_of([])) == 0
    assert len(packs_of([FOLDER, file(0), file(GIB)])) == 0


@given(
    st.lists(
        st.one_of(
            st.just(FOLDER),
            st.sampled_from([0, 1, 1000, 2**17, 2**18 - 1, 2**18, 2**20]).map(file),
        ),
        max_size=40,
    )
)
def test_packs_hold_every_small_file_once_in_order_and_are_full(entries: list[Entry]) -> None:
    packs = packs_of(entries)
    members = members_of(packs)
    in_packs = [member for each in members for member in each]
    assert in_packs == [index for index, entry in enumerate(entries) if is_packed(entry.size)]
    for number, each in enumerate(members):
        assert packs.size(number) == sum(entries[member].size for member in each) <= PACK_BYTES
        assert 1 <= len(each) <= PACK_FILES
        assert [packs.pack_of(member) for member in each] == [number] * len(each)
    for number, (each, following) in enumerate(pairwise(members)):
        next_size = entries[following[0]].size
        assert packs.size(number) + next_size > PACK_BYTES or len(each) == PACK_FILES
    for index in set(range(len(entries))) - set(in_packs):
        assert packs.pack_of(index) is None


def test_the_root_is_the_protocols() -> None:
    hashes = [blake3(b"one").digest(), blake3(b"two").digest()]
    content = (300_000).to_bytes(8, "little") + b"".join(hashes)
    assert file_root(300_000, hashes) == (
        blake3(content, derive_key_context="byhand file root v1").digest()
    )


@pytest.mark.parametrize(
    ("size", "hashes", "root"),
    [
        (0, [], "be8cf5d4d1c90101516f1f0492cdd46423d6b7e489db67c367c388f469945a9a"),
        (
            3,
            [blake3(b"abc").digest()],
            "b05b845a001218c5af830cc66d6c4343c7c01e41362bfef200c2df83b527d0ca",
        ),
    ],
)
def test_roots_never_change(size: int, hashes: list[bytes], root: str) -> None:
    assert file_root(size, hashes).hex() == root


def test_the_root_depends_on_size_order_and_every_hash() -> None:
    one, two = blake3(b"1").digest(), blake3(b"2").digest()
    roots = [
        *(file_root(2, [one, two]), file_root(3, [one, two]), file_root(2, [two, one])),
        *(file_root(2, [one]), file_root(2, [])),
    ]
    assert len(set(roots)) == len(roots)
