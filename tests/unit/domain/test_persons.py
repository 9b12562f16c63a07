"""Whom a name means, and which names are free."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.friend import NAME_CHARACTERS, Friend, Path, Presence, Trust
from byhand.domain.identity import FriendId
from byhand.domain.names import collision_key
from byhand.domain.persons import free_name, judged_name, meant
from byhand.errors import FriendOrderError, UnknownFriendError
from tests.helpers.people import somebody

LAPTOP = somebody("a", "Anna", "laptop")
DESKTOP = somebody("b", "Anna", "Desktop")
PHONE = somebody("c", "Anna", "phone")
MAREK = somebody("m", "Marek", "laptop")
MINE = somebody("x", "Mira", "NAS", is_mine=True)
OTHER_MINE = somebody("y", "Mira", "box", is_mine=True)
EVERYBODY = (LAPTOP, DESKTOP, PHONE, MAREK, MINE, OTHER_MINE)


def found(text: str, presences: dict[FriendId, Presence] | None = None) -> Friend:
    known = presences or {}
    return meant(text, EVERYBODY, lambda friend_id: known.get(friend_id, Presence()))


def matches(text: str, friends: tuple[Friend, ...] = EVERYBODY) -> int:
    with pytest.raises(UnknownFriendError) as caught:
        meant(text, friends, lambda _: Presence())
    return caught.value.matches


@pytest.mark.parametrize(
    ("text", "friend"),
    [
        ("marek", MAREK),
        (" Marek ", MAREK),
        ("Anna/Desktop", DESKTOP),
        ("anna/LAPTOP", LAPTOP),
        ("nas", MINE),
        ("Mira/box", OTHER_MINE),
        (PHONE.id.hex()[:8].upper(), PHONE),
    ],
)
def test_a_text_means_one_friend(text: str, friend: Friend) -> None:
    assert found(text) == friend


def test_of_a_person_it_is_the_computer_that_is_here_then_the_one_used_last() -> None:
    here, used = Presence(Path.SAME_NETWORK), Presence(last_used=5.0)
    assert found("Anna", {DESKTOP.id: here, PHONE.id: used}) == DESKTOP
    assert found("Anna", {LAPTOP.id: Presence(last_seen=9.0), PHONE.id: used}) == PHONE
    assert found("Anna", {LAPTOP.id: here, PHONE.id: Presence(Path.INTERNET, 0.0, 5.0)}) == PHONE


def test_a_held_computer_is_the_last_that_is_meant() -> None:
    blocked = somebody("a", "Anna", trust=Trust.BLOCKED)
    presences = {blocked.id: Presence(last_used=99.0)}
    everybody = (blocked, DESKTOP)
    assert meant("Anna", everybody, lambda key: presences.get(key, Presence())) == DESKTOP
    assert meant("Anna", (blocked,), lambda _: Presence()) == blocked


def test_what_could_mean_several_means_nobody() -> None:
    assert matches("Mira") == 2
    assert matches("Anna/laptop", (LAPTOP, somebody("d", "Anna", "LAPTOP"))) == 2
    assert matches("nas", (MINE, somebody("n", "NAS"))) == 2
    assert matches("anna/laptop", (LAPTOP, somebody("d", "Anna/laptop"))) == 2
    assert matches(PHONE.id.hex()[:8], (PHONE, somebody("d", PHONE.id.hex()[:8]))) == 2
    assert matches("Nobody") == 0
    assert matches("Anna/tablet") == 0
    assert matches(PHONE.id.hex()[:7]) == 0
    assert matches("") == 0


@given(st.text(min_size=1, max_size=NAME_CHARACTERS), st.integers(1, 12))
def test_a_free_name_is_like_no_other_and_not_too_long(name: str, count: int) -> None:
    friends: list[Friend] = []
    for number in range(count):
        free = free_name(name, friends)
        assert len(free) <= NAME_CHARACTERS
        friends.append(somebody(chr(ord("a") + number), free))
    assert len({collision_key(friend.name) for friend in friends}) == count


def test_a_free_name_counts_from_two() -> None:
    friends = (somebody("a", "Anna"), somebody("b", "anna (2)"))
    assert free_name("Anna", friends) == "Anna (3)"
    assert free_name("Bea", friends) == "Bea"


def test_a_free_name_is_not_that_of_a_computer_of_ours() -> None:
    assert free_name("nas", (MINE,)) == "nas (2)"
    assert free_name("Mira", (MINE,)) == "Mira"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b]0;owned\x07Ada", "]0;ownedAda"),
        ("Ada\u202egpj", "Adagpj"),
        (" Ada\n\u200b Love ", "Ada Love"),
        ("\udcffAda", "Ada"),
    ],
)
def test_N03_a_name_that_is_typed_or_pasted_is_kept_without_controls(typed: str, kept: str) -> None:
    assert judged_name(typed, (MAREK,), EVERYBODY) == kept


@pytest.mark.parametrize("typed", ["", " \n ", "\u202e\u2066", "\x1b", "x" * 33])
def test_N08_a_name_of_which_nothing_is_left_or_too_much_is_none(typed: str) -> None:
    with pytest.raises(FriendOrderError):
        judged_name(typed, (MAREK,), EVERYBODY)


@pytest.mark.parametrize("typed", ["anna", "ANNA", "An\u202ena", "An\u00adna", "Anna."])
def test_N09_a_name_that_a_system_takes_for_that_of_another_is_taken(typed: str) -> None:
    with pytest.raises(FriendOrderError):
        judged_name(typed, (MAREK,), EVERYBODY)
