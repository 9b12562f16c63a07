from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.identity import FriendId
from byhand.errors import StorageError
from byhand.storage.database import Database
from byhand.storage.friend_memory import (
    ADDRESSES_KEPT,
    TYPED,
    TYPED_ADDRESSES_KEPT,
    FriendMemory,
    RememberedAddress,
)

LEA, TOM = FriendId(b"l" * 32), FriendId(b"t" * 32)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[FriendMemory]:
    database = Database(tmp_path / "byhand.db")
    yield FriendMemory(database)
    database.close()


def hints(memory: FriendMemory, friend_id: FriendId) -> list[str]:
    return [each.hint for each in memory.addresses(friend_id)]


def test_of_a_stranger_nothing_is_known(memory: FriendMemory) -> None:
    assert memory.confirmed_timestamp(LEA) == 0
    assert memory.last_seen(LEA) is None
    assert memory.addresses(LEA) == ()


def test_a_confirmed_timestamp_never_goes_back(memory: FriendMemory) -> None:
    for timestamp in (5, 2**62, 7):
        memory.set_confirmed_timestamp(LEA, timestamp)
    assert memory.confirmed_timestamp(LEA) == 2**62
    assert memory.confirmed_timestamp(TOM) == 0


def test_seeing_a_friend_and_confirming_them_are_apart(memory: FriendMemory) -> None:
    memory.set_last_seen(LEA, 3.0)
    assert memory.confirmed_timestamp(LEA) == 0
    memory.set_confirmed_timestamp(LEA, 9)
    memory.set_last_seen(LEA, 4.0)
    memory.set_last_used(LEA, 5.0)
    memory.set_last_seen(LEA, 6.0)
    assert (memory.confirmed_timestamp(LEA), memory.last_seen(LEA)) == (9, 6.0)
    assert (memory.last_used(LEA), memory.last_used(TOM)) == (5.0, None)


def test_addresses_come_newest_first_and_once_a_network(memory: FriendMemory) -> None:
    for now, (hint, network) in enumerate(
        [("tcp://a:1", "x"), ("tcp://b:1", "x"), ("tcp://a:1", "y"), ("tcp://c:1", "x")]
    ):
        memory.remember_address(LEA, hint, network, float(now))
    memory.remember_address(TOM, "tcp://t:1", "x", 99.0)
    assert memory.addresses(LEA) == (
        RememberedAddress("tcp://c:1", "x"),
        RememberedAddress("tcp://a:1", "y"),
        RememberedAddress("tcp://b:1", "x"),
        RememberedAddress("tcp://a:1", "x"),
    )
    memory.remember_address(LEA, "tcp://b:1", "x", 100.0)
    assert hints(memory, LEA) == ["tcp://b:1", "tcp://c:1", "tcp://a:1", "tcp://a:1"]


def test_only_the_newest_addresses_are_kept(memory: FriendMemory) -> None:
    for number in range(3 * ADDRESSES_KEPT):
        memory.remember_address(LEA, f"tcp://a:{number}", "", float(number))
    kept = hints(memory, LEA)
    assert len(kept) == ADDRESSES_KEPT
    assert kept[0] == f"tcp://a:{3 * ADDRESSES_KEPT - 1}"


def test_typed_addresses_are_pushed_out_by_none_but_typed_ones(memory: FriendMemory) -> None:
    memory.remember_typed_address(LEA, "tcp://typed:0", 0.0)
    for number in range(3 * ADDRESSES_KEPT):
        memory.remember_address(LEA, f"tcp://a:{number}", "", float(number))
    assert memory.addresses(LEA)[-1] == RememberedAddress("tcp://typed:0", TYPED)
    for number in range(1, 2 * TYPED_ADDRESSES_KEPT):
        memory.remember_typed_address(LEA, f"tcp://typed:{number}", 100.0 + number)
    kept = memory.addresses(LEA)
    typed = [each.hint for each in kept if each.network == TYPED]
    assert typed == ["tcp://typed:7", "tcp://typed:6", "tcp://typed:5", "tcp://typed:4"]
    assert len(kept) == ADDRESSES_KEPT + TYPED_ADDRESSES_KEPT
    assert memory.last_seen(LEA) == 3 * ADDRESSES_KEPT - 1


def test_a_typed_address_where_a_friend_was_reached_is_kept_as_both(memory: FriendMemory) -> None:
    memory.remember_typed_address(LEA, "tcp://a:1", 1.0)
    memory.remember_address(LEA, "tcp://a:1", "home", 2.0)
    assert [each.network for each in memory.addresses(LEA)] == ["home", TYPED]


def test_a_forgotten_friend_leaves_no_trace(memory: FriendMemory) -> None:
    memory.set_confirmed_timestamp(LEA, 5)
    memory.remember_address(LEA, "tcp://a:1", "", 1.0)
    memory.remember_address(TOM, "tcp://t:1", "", 1.0)
    memory.forget_friend(LEA)
    assert memory.confirmed_timestamp(LEA) == 0
    assert memory.last_seen(LEA) is None
    assert memory.addresses(LEA) == ()
    assert hints(memory, TOM) == ["tcp://t:1"]


def test_a_change_that_fails_halfway_changes_nothing(memory: FriendMemory) -> None:
    memory.remember_address(LEA, "tcp://a:1", "", 1.0)
    with pytest.raises(StorageError):
        memory.remember_address(LEA, "tcp://b:1", "", None)  # type: ignore[arg-type]
    assert hints(memory, LEA) == ["tcp://a:1"]
    memory.remember_address(LEA, "tcp://c:1", "", 2.0)
    assert hints(memory, LEA) == ["tcp://c:1", "tcp://a:1"]
