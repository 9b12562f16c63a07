import pytest

from byhand.domain.profile import Visibility
from byhand.network.announcement import Nickname
from byhand.network.showing import Showing, Wishes
from tests.helpers.clock import Clock

HOME, CAFE = "home", "café"
TRUSTING = Wishes("Anna", trusted=frozenset({HOME}))
HIDDEN = Wishes("Anna", Visibility.NOBODY, frozenset({HOME}))


@pytest.fixture
def clock() -> Clock:
    return Clock(1_740_000_000.0)


@pytest.fixture
def showing(clock: Clock) -> Showing:
    """Somebody between two networks: interface 2 is at home, 3 in a café."""
    showing = Showing(clock)
    showing.move({2: HOME, 3: CAFE}, has_left=False)
    return showing


def names(showing: Showing) -> dict[int, str]:
    """Return what is told on the interfaces 2, 3 and one whose network is not known."""
    shown = {index: showing.nickname_on(index) for index in (2, 3, 4)}
    return {index: nickname.name for index, nickname in shown.items() if nickname is not None}


def is_hidden(showing: Showing) -> bool:
    return showing.is_hidden


def has_run_out(showing: Showing) -> bool:
    return showing.has_run_out


def test_nobody_sees_a_name_unless_it_was_asked_for(showing: Showing) -> None:
    assert not is_hidden(showing)
    assert names(showing) == {}
    assert showing.tokens() == ()
    assert showing.visible_until == 0


def test_for_some_minutes_everybody_sees_it(showing: Showing, clock: Clock) -> None:
    assert showing.show("Anna", 600)
    assert names(showing) == {2: "Anna", 3: "Anna", 4: "Anna"}
    assert showing.visible_until == clock.now + 600
    clock.now += 599
    assert not has_run_out(showing)
    clock.now += 1
    assert has_run_out(showing)
    assert (names(showing), showing.tokens(), showing.visible_until) == ({}, (), 0)
    assert showing.end()
    assert not has_run_out(showing)


def test_a_clock_that_is_set_back_ends_the_time_and_does_not_make_it_longer(
    showing: Showing, clock: Clock
) -> None:
    showing.show("Anna", 600)
    clock.now -= 86_400
    assert (names(showing), showing.tokens(), showing.visible_until) == ({}, (), 0)
    assert has_run_out(showing)
    assert showing.end()
    showing.show("Anna", 600)
    assert showing.visible_until == clock.now + 600


def test_a_trusted_network_sees_it_always_and_alone(showing: Showing) -> None:
    assert showing.wish(TRUSTING)
    assert names(showing) == {2: "Anna"}
    assert showing.move({3: CAFE}, has_left=True)
    assert names(showing) == {}
    assert showing.tokens() == ()


def test_after_some_minutes_only_the_trusted_network_sees_it(
    showing: Showing, clock: Clock
) -> None:
    showing.wish(TRUSTING)
    showing.show("Anna", 600)
    heard_in_the_cafe = showing.tokens()
    clock.now += 600
    assert showing.end()
    assert names(showing) == {2: "Anna"}
    assert not set(showing.tokens()) & set(heard_in_the_cafe)


def test_who_hides_is_seen_for_the_minutes_they_ask_for_and_hidden_again(
    showing: Showing, clock: Clock
) -> None:
    assert showing.wish(HIDDEN)
    assert is_hidden(showing)
    assert names(showing) == {}
    assert showing.show("Anna", 600)
    assert not is_hidden(showing)
    assert names(showing) == {2: "Anna", 3: "Anna", 4: "Anna"}
    clock.now += 600
    assert showing.end()
    assert is_hidden(showing)
    assert names(showing) == {}


def test_who_chooses_to_hide_is_hidden_at_once(showing: Showing) -> None:
    showing.show("Anna", 600)
    assert showing.wish(HIDDEN)
    assert is_hidden(showing)
    assert showing.visible_until == 0


def test_a_change_of_other_wishes_leaves_the_minutes_of_who_hides(showing: Showing) -> None:
    showing.wish(HIDDEN)
    showing.show("Anna", 600)
    assert showing.wish(Wishes("Anna II", Visibility.NOBODY))
    assert names(showing) == {2: "Anna II", 3: "Anna II", 4: "Anna II"}


def test_what_changes_nothing_that_is_told_is_no_change(showing: Showing) -> None:
    assert not showing.wish(Wishes("Anna"))
    assert not showing.end()
    assert not showing.move({3: CAFE}, has_left=True)
    showing.show("Anna", 600)
    assert not showing.show("Anna", 1200)
    assert not showing.wish(TRUSTING)


def test_every_beginning_has_a_token_of_its_own(showing: Showing) -> None:
    showing.show("Anna", 600)
    (first,) = showing.tokens()
    showing.show("Anna", 1200)
    assert showing.tokens() == (first,)
    assert showing.nickname_on(2) == Nickname("Anna", first)
    showing.end()
    showing.show("Anna", 600)
    assert first not in showing.tokens()


def test_a_token_is_good_for_one_more_half_hour(showing: Showing) -> None:
    showing.turn(7)
    showing.show("Anna", 7200)
    (first,) = showing.tokens()
    showing.turn(7)
    assert showing.tokens() == (first,)
    showing.turn(8)
    second, accepted = showing.tokens()
    assert accepted == first
    assert showing.nickname_on(2) == Nickname("Anna", second)
    showing.turn(9)
    assert showing.tokens()[1:] == (second,)


def test_nothing_that_was_heard_in_a_network_counts_when_it_is_left(showing: Showing) -> None:
    showing.show("Anna", 7200)
    showing.turn(7)
    heard = showing.tokens()
    assert not showing.move({2: HOME, 3: CAFE, 5: "cable"}, has_left=False)
    assert showing.tokens() == heard
    assert showing.move({2: HOME}, has_left=True)
    assert not set(showing.tokens()) & set(heard)
