from byhand.engine.recent_hashes import RecentHashes


def hashes(number: int, count: int = 1) -> bytes:
    return bytes([number]) * 32 * count


def test_what_was_kept_first_makes_room() -> None:
    recent = RecentHashes(4 * 32)
    recent.keep(1, hashes(1, 2))
    recent.keep(2, hashes(2, 2))
    recent.keep(3, hashes(3))
    assert [recent.get(entry) for entry in (1, 2, 3)] == [b"", hashes(2, 2), hashes(3)]
    recent.keep(4, hashes(4))
    assert recent.get(2) == hashes(2, 2)


def test_what_is_forgotten_makes_room() -> None:
    recent = RecentHashes(2 * 32)
    recent.keep(1, hashes(1))
    recent.keep(2, hashes(2))
    recent.forget(1)
    recent.forget(9)
    recent.keep(3, hashes(3))
    assert [recent.get(entry) for entry in (1, 2, 3)] == [b"", hashes(2), hashes(3)]


def test_a_file_for_which_there_is_no_room_is_not_kept_and_takes_none() -> None:
    recent = RecentHashes(2 * 32)
    recent.keep(1, hashes(1, 3))
    assert recent.get(1) == b""
    recent.keep(2, hashes(2, 2))
    assert recent.get(2) == hashes(2, 2)
