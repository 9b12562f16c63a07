"""Which hashes of what a group exchanges are known from the sender."""

from byhand.engine.told_hashes import ToldHashes


def hashes(first: int, end: int) -> bytes:
    return b"".join(bytes([number]) * 32 for number in range(first, end))


def test_what_was_told_first_stays() -> None:
    told = ToldHashes(10)
    assert told.add(2, hashes(2, 5)) == [(2, 5)]
    assert told.add(1, bytes(32 * 6)) == [(1, 2), (5, 7)]
    assert told.run(2, 5) == hashes(2, 5)
    assert told.known(0, 10) == [(1, 7)]


def test_what_came_with_the_bytes_counts_more() -> None:
    told = ToldHashes(10)
    told.add(2, bytes(32))
    told.replace(2, hashes(2, 3))
    assert told.run(2, 3) == hashes(2, 3)


def test_a_run_of_which_anything_is_unknown_is_none() -> None:
    told = ToldHashes(10)
    told.add(2, hashes(2, 5))
    told.forget(3, 4)
    assert told.run(2, 5) is None
    assert told.run(4, 5) == hashes(4, 5)
    assert told.run(9, 10) is None


def test_no_more_than_a_limit_is_remembered() -> None:
    told = ToldHashes(10, limit=4)
    assert told.add(2, hashes(2, 8)) == [(2, 4)]
    assert told.add(7, hashes(7, 8)) == []
    told.replace(3, hashes(3, 8))
    told.replace(8, hashes(8, 9))
    assert told.known(0, 10) == [(2, 4)]
