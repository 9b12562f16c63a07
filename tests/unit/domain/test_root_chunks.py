import pytest

from byhand.domain.root_chunks import CHUNK_BYTES, each_root, in_chunks


def root(number: int) -> bytes:
    return number.to_bytes(32)


@pytest.mark.parametrize(
    ("entries", "firsts"),
    [([], []), ([0, 1, 2], [0]), ([3, 4, 7, 8, 10], [3, 7, 10]), ([0, 2, 4], [0, 2, 4])],
)
def test_roots_that_follow_each_other_are_kept_together(
    entries: list[int], firsts: list[int]
) -> None:
    roots = [(entry, root(entry)) for entry in entries]
    chunks = list(in_chunks(roots))
    assert [first for first, _ in chunks] == firsts
    assert list(each_root(chunks)) == roots


def test_no_chunk_is_larger_than_it_may_be() -> None:
    count = CHUNK_BYTES // 32
    chunks = list(in_chunks((entry, root(entry)) for entry in range(2 * count + 1)))
    assert [(first, len(chunk)) for first, chunk in chunks] == [
        (0, CHUNK_BYTES),
        (count, CHUNK_BYTES),
        (2 * count, 32),
    ]
