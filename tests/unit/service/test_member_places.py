"""Where members find each other: this very computer only for those on it, no place of strangers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

import pytest

from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint, is_dialable_for_friend, parse_hints
from byhand.service.address_book import AddressBook
from byhand.service.member_places import MemberPlaces
from tests.helpers.connection_pair import ALICE
from tests.helpers.transfer_parts import FakeSession

HERE = Hint("127.0.0.1", 47801)
THERE = Hint("192.168.1.7", 47801)
LOCAL = (
    "tcp://192.168.1.7:47801",
    "tcp://10.1.2.3:47801",
    "tcp://172.20.0.3:47801",
    "tcp://169.254.3.3:47801",
    "tcp://[fd00::7]:47801",
    "tcp://100.64.0.9:47801",
)
PUBLIC = ("tcp://8.8.8.8:47801", "tcp://[2a00:1450::1]:47801", "tcp://172.32.0.1:47801")


@dataclass
class FakeBook:
    """An address book that knows where Alice is."""

    known: tuple[str, ...]

    def passed_on(self, friend_id: FriendId) -> tuple[str, ...]:
        assert friend_id == ALICE.friend_id
        return self.known

    def dialable(self, uris: Iterable[str]) -> tuple[Hint, ...]:
        hints = parse_hints(uris)
        return tuple(hint for hint in hints if is_dialable_for_friend(hint, (), 47800))


def places(*known: str) -> MemberPlaces:
    return MemberPlaces(cast(AddressBook, FakeBook(known)))


def session(at: Hint | None) -> FakeSession:
    return FakeSession(listening_at=at)


def test_others_are_told_private_addresses_only() -> None:
    assert places(*LOCAL, *PUBLIC).of(session(THERE).real, False) == LOCAL


def test_others_are_told_every_address_if_our_user_wants_so() -> None:
    assert places(*LOCAL, *PUBLIC).of(session(THERE).real, True) == (*LOCAL, *PUBLIC)


@pytest.mark.parametrize("far", [True, False])
def test_one_on_this_computer_is_told_to_be_on_it(far: bool) -> None:
    assert places(*LOCAL, *PUBLIC).of(session(HERE).real, far) == (str(HERE),)


def test_of_one_who_has_not_said_where_they_answer_what_is_known_counts() -> None:
    assert places(LOCAL[0]).of(session(None).real, False) == LOCAL[:1]


def test_loopback_is_dialled_only_if_the_sender_is_on_this_computer() -> None:
    told = ["tcp://127.0.0.1:47900", LOCAL[0], PUBLIC[0]]
    dialled = tuple(parse_hints(told))
    assert places().dialable(session(HERE).real, told) == dialled
    for elsewhere in (THERE, None):
        assert places().dialable(session(elsewhere).real, told) == dialled[1:]


@pytest.mark.parametrize("at", [HERE, THERE])
def test_what_may_not_be_dialled_for_a_friend_is_not_dialled_for_a_member(at: Hint) -> None:
    told = ["tcp://10.0.0.1:22", "tcp://224.0.0.1:47800", "tcp://[fe80::1]:47800", "nonsense", ""]
    assert places().dialable(session(at).real, told) == ()


def test_no_service_of_this_computer_is_dialled_by_a_low_port() -> None:
    assert places().dialable(session(HERE).real, ["tcp://127.0.0.1:22"]) == ()
