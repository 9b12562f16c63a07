import ipaddress
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint, Interface
from byhand.network.network_identity import NetworkAround
from byhand.protocol.messages import Addresses
from byhand.service.address_book import AddressBook
from byhand.service.worker import Worker
from byhand.storage.database import Database
from byhand.storage.friend_memory import TYPED, FriendMemory

BOB, CAROL, DAVE = (FriendId(bytes([number]) * 32) for number in (1, 2, 3))


def network(id_: str, address: str, index: int, router: str = "") -> NetworkAround:
    interface = Interface(f"eth{index}", index, (ipaddress.ip_interface(address),))
    return NetworkAround(interface, id_, router)


CABLE = network("cable", "10.5.0.1/24", 2)
HOME = network("home", "192.168.1.1/24", 3, router="02:00:00:00:00:01")
LOCAL = network("local", "fe80::1/64", 4)
NEAR, FAR = Hint("10.5.0.2", 47800), Hint("203.0.113.5", 47800)


class Shelf:
    """A memory on a thread of its own, and the address books that are made from it."""

    def __init__(self, storage: Worker, memory: FriendMemory) -> None:
        self.storage = storage
        self.memory = memory

    async def book(self, *friends: FriendId) -> AddressBook:
        remembered = {
            friend: await self.storage.run(self.memory.addresses, friend) for friend in friends
        }
        return AddressBook(remembered, self.memory, self.storage, lambda: 47800)


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelf]:
    storage = Worker("storage")
    database = await storage.run(Database, tmp_path / "byhand.db")
    yield Shelf(storage, FriendMemory(database))
    await storage.run(database.close)
    storage.close()


async def test_where_a_friend_answered_is_remembered_with_the_network(shelf: Shelf) -> None:
    book = await shelf.book()
    book.move((CABLE, HOME), here=())
    await book.meet(BOB, NEAR)
    await book.meet(BOB, FAR)
    await book.meet(BOB, Hint("127.0.0.1", 47801))
    rows = await shelf.storage.run(shelf.memory.addresses, BOB)
    assert [(each.hint, each.network) for each in rows] == [
        ("tcp://127.0.0.1:47801", ""),
        ("tcp://203.0.113.5:47800", "home"),
        ("tcp://10.5.0.2:47800", "cable"),
    ]
    assert all(map(book.is_met_at, ("127.0.0.1", NEAR.host, FAR.host)))


async def test_what_worked_in_the_network_of_now_is_sure_after_a_restart(shelf: Shelf) -> None:
    before = await shelf.book()
    before.move((CABLE,), here=())
    await before.meet(BOB, NEAR)
    before.move((HOME,), here=())
    await before.meet(BOB, FAR)
    book = await shelf.book(BOB)
    assert book.route(BOB).sure == ()
    assert set(book.route(BOB).hints) == {NEAR, FAR}
    book.move((CABLE,), here=())
    assert book.route(BOB).sure == (NEAR,)
    assert book.route(BOB).hints == (NEAR, FAR)
    assert all(map(book.is_met_at, (NEAR.host, FAR.host)))


async def test_an_address_behind_one_interface_belongs_to_its_network(shelf: Shelf) -> None:
    book = await shelf.book()
    other = network("other", "fe80::2/64", 5)
    book.move((other, LOCAL), here=())
    await book.meet(BOB, Hint("fe80::9", 47800, scope=4))
    (row,) = await shelf.storage.run(shelf.memory.addresses, BOB)
    assert row.network == "local"


async def test_a_typed_address_is_kept_for_good(shelf: Shelf) -> None:
    book = await shelf.book()
    await book.type(BOB, Hint("nas.example", 47800))
    again = await shelf.book(BOB)
    assert again.route(BOB).hints == (Hint("nas.example", 47800),)
    assert not again.is_met_at("nas.example")
    (row,) = await shelf.storage.run(shelf.memory.addresses, BOB)
    assert row.network == TYPED


async def test_of_what_a_friend_says_only_what_may_be_dialled_counts(shelf: Shelf) -> None:
    book = await shelf.book()
    told = ["tcp://10.9.0.9:47800", "tcp://127.0.0.1:47800", "tcp://10.9.0.9:22", "nonsense"]
    book.tell(BOB, Addresses(hints=told))
    assert book.route(BOB).hints == (Hint("10.9.0.9", 47800),)


@pytest.mark.parametrize(
    "told",
    [
        *("", "nonsense", "10.0.0.1", "192.168.1.1", "127.0.0.1", "fe80::1", "fd00::1", "0.0.0.0"),
        *("224.0.0.1", "ff0e::1", "100.64.0.1", "255.255.255.255", "::ffff:8.8.8.8"),
        *("2A00:1450::1", "8.8.8.8 ", "8.8.8.8:80", "example.org"),
    ],
)
async def test_what_is_no_public_address_is_not_taken_for_ours(shelf: Shelf, told: str) -> None:
    book = await shelf.book()
    book.tell(BOB, Addresses(hints=[], seen_you_as=told))
    assert book.seen_as() == ()


async def test_two_public_addresses_are_kept_the_newest_first(shelf: Shelf) -> None:
    book = await shelf.book()
    for friend, host in ((BOB, "1.1.1.1"), (CAROL, "2a00:1450::1"), (DAVE, "8.8.8.8")):
        book.tell(friend, Addresses(hints=[], seen_you_as=host))
    assert book.seen_as() == (Hint("8.8.8.8", 47800), Hint("2a00:1450::1", 47800))


async def test_one_friend_who_lies_does_not_drown_the_others(shelf: Shelf) -> None:
    book = await shelf.book()
    book.tell(CAROL, Addresses(hints=[], seen_you_as="8.8.8.8"))
    for number in range(1, 100):
        book.tell(BOB, Addresses(hints=[], seen_you_as=f"1.1.1.{number}"))
    assert book.seen_as() == (Hint("1.1.1.99", 47800), Hint("8.8.8.8", 47800))
    book.tell(BOB, Addresses(hints=[], seen_you_as="8.8.8.8"))
    assert book.seen_as() == (Hint("8.8.8.8", 47800),)


async def test_what_friends_saw_elsewhere_is_forgotten_unless_they_are_still_here(
    shelf: Shelf,
) -> None:
    book = await shelf.book()
    book.tell(BOB, Addresses(hints=[], seen_you_as="1.1.1.1"))
    book.tell(CAROL, Addresses(hints=[], seen_you_as="8.8.8.8"))
    book.move((HOME,), here=[BOB])
    assert book.seen_as() == (Hint("1.1.1.1", 47800),)


async def test_a_forgotten_friend_is_nowhere(shelf: Shelf) -> None:
    book = await shelf.book()
    await book.meet(BOB, NEAR)
    book.tell(BOB, Addresses(hints=[], seen_you_as="1.1.1.1"))
    book.forget(BOB)
    assert book.route(BOB).hints == ()
    assert book.seen_as() == ()


async def test_our_own_addresses_are_those_of_the_networks_around_us(shelf: Shelf) -> None:
    book = await shelf.book()
    book.move((CABLE, LOCAL), here=())
    assert book.own_hosts() == {"10.5.0.1", "fe80::1"}
    assert book.on_this_computer() == "tcp://127.0.0.1:47800"
    assert book.ours()[: len(book.own_hints())] == book.own_hints()


async def test_a_public_address_that_friends_see_is_ours_elsewhere(shelf: Shelf) -> None:
    book = await shelf.book()
    before = book.ours()
    for host in ("", "nas.example.net", "192.168.1.5", "127.0.0.1", "fe80::1", "239.1.1.1", "ü"):
        book.tell(BOB, Addresses(hints=[], seen_you_as=host))
        assert book.ours() == before
    book.tell(BOB, Addresses(hints=[], seen_you_as="8.8.8.8"))
    assert book.ours() == (*before, "tcp://8.8.8.8:47800")


async def test_a_friend_is_passed_on_without_what_means_something_else_elsewhere(
    shelf: Shelf,
) -> None:
    book = await shelf.book()
    for hint in (NEAR, Hint("127.0.0.1", 2000), Hint("nas.local", 2000), Hint("fe80::1", 2000, 2)):
        await book.meet(BOB, hint)
    await book.type(BOB, Hint("home.example.net", 2000))
    lies = ("tcp://127.0.0.1:2000", "tcp://nas.local:2000", "tcp://8.8.8.8:22", "no hint", "")
    book.tell(BOB, Addresses(hints=[*lies, "tcp://8.8.8.8:2200"]))
    assert book.passed_on(BOB) == ("tcp://8.8.8.8:2200", str(NEAR))
    assert book.passed_on(CAROL) == ()
