"""Hashes of pieces that follow each other, in one string."""

import pytest

from byhand.engine.hash_strings import NO_HASH, known_runs

A, B = b"a" * 32, b"\n" * 32
NEARLY = bytes(31) + b"z"
"""Together with what comes before it, it holds 32 zeros that are no hash."""


@pytest.mark.parametrize(
    ("hashes", "runs"),
    [
        ([], []),
        ([NO_HASH, NO_HASH], []),
        ([A, B], [(0, A + B)]),
        ([NO_HASH, A, B, NO_HASH, NO_HASH, A], [(1, A + B), (5, A)]),
        ([b"a" + bytes(31), NEARLY, A], [(0, b"a" + bytes(31) + NEARLY + A)]),
        ([NO_HASH, NEARLY], [(1, NEARLY)]),
    ],
)
def test_runs_are_what_is_known_and_follows_each_other(
    hashes: list[bytes], runs: list[tuple[int, bytes]]
) -> None:
    assert list(known_runs(b"".join(hashes))) == runs
