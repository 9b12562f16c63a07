import pytest

from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint
from byhand.service.places import Places

PORT = 47800
ANNA, MAREK, MIRA = (FriendId(bytes([number]) * 32) for number in range(3))


@pytest.fixture
def places() -> Places:
    return Places({ANNA: ("tcp://10.78.9.1:2000", "tcp://10.78.9.2:2000")}, lambda: PORT)


def test_a_friend_is_passed_on_with_the_latest_place_first(places: Places) -> None:
    assert places.of(ANNA) == ("tcp://10.78.9.1:2000", "tcp://10.78.9.2:2000")
    places.met(ANNA, Hint("10.78.9.3", 2000))
    places.told(ANNA, ["tcp://10.78.9.2:2000", "tcp://198.51.100.7:2000"])
    assert places.of(ANNA) == (
        "tcp://10.78.9.2:2000",
        "tcp://198.51.100.7:2000",
        "tcp://10.78.9.3:2000",
        "tcp://10.78.9.1:2000",
    )
    assert places.of(MAREK) == ()
    places.forget(ANNA)
    assert places.of(ANNA) == ()


def test_nothing_is_passed_on_that_means_something_else_elsewhere(places: Places) -> None:
    for host, scope in (("127.0.0.1", 0), ("::1", 0), ("nas.local", 0), ("fe80::1", 2)):
        places.met(MAREK, Hint(host, 2000, scope))
    assert places.of(MAREK) == ()


def test_what_a_friend_tells_is_judged(places: Places) -> None:
    lies = ("tcp://127.0.0.1:2000", "tcp://nas.local:2000", "tcp://8.8.8.8:22", "no hint", "")
    assert places.told(MAREK, lies) == ()
    assert places.told(MAREK, (*lies, "tcp://8.8.8.8:2200")) == (Hint("8.8.8.8", 2200),)
    assert places.of(MAREK) == ("tcp://8.8.8.8:2200",)


def test_a_friend_who_tells_much_is_passed_on_with_sixteen_places(places: Places) -> None:
    places.told(MAREK, [f"tcp://8.8.8.8:{2000 + number}" for number in range(32)])
    assert len(places.of(MAREK)) == 16


@pytest.mark.parametrize(
    "host", ["", "nas.example.net", "192.168.1.5", "127.0.0.1", "::1", "fe80::1", "239.1.1.1", "ü"]
)
def test_only_a_public_address_that_friends_see_is_ours_elsewhere(
    places: Places, host: str
) -> None:
    before = places.ours()
    places.saw_us_as(ANNA, host)
    assert places.ours() == before


def test_the_public_address_that_most_friends_see_comes_first(places: Places) -> None:
    before = places.ours()
    places.saw_us_as(ANNA, "9.9.9.9")
    places.saw_us_as(MAREK, "8.8.8.8")
    places.saw_us_as(MIRA, "8.8.8.8")
    assert places.ours() == (*before, f"tcp://8.8.8.8:{PORT}", f"tcp://9.9.9.9:{PORT}")
    places.saw_us_as(ANNA, "2001:4860:4860::8888")
    assert places.ours()[len(before) :] == (
        f"tcp://8.8.8.8:{PORT}",
        f"tcp://[2001:4860:4860::8888]:{PORT}",
    )
    places.forget(ANNA)
    assert places.ours() == (*before, f"tcp://8.8.8.8:{PORT}")


def test_our_place_on_this_computer_is_for_another_profile(places: Places) -> None:
    assert places.on_this_computer() == f"tcp://127.0.0.1:{PORT}"
