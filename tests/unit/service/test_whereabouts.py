from byhand.network.addresses import Hint
from byhand.service.whereabouts import (
    MET_KEPT,
    MET_TRIED,
    SEEN_KEPT,
    TOLD_KEPT,
    TYPED_KEPT,
    Whereabouts,
)

OWN_PORT = 47800
HOME, CAFE = "home", "café"


def at(number: int, kind: int = 1) -> Hint:
    return Hint(f"10.{kind}.0.{number}", 47800)


def test_where_they_answered_in_this_network_comes_first_the_latest_before_others() -> None:
    friend = Whereabouts()
    for number in (1, 2, 3):
        friend.meet(at(number), HOME)
    friend.meet(at(4), CAFE)
    friend.see(at(5))
    assert friend.sure({HOME}) == (at(3), at(2))
    assert friend.sure({CAFE, HOME}) == (at(4), at(3))
    assert friend.sure(set()) == ()
    assert friend.hints({HOME}, OWN_PORT)[:2] == (at(3), at(2))
    assert set(friend.hints({HOME}, OWN_PORT)) == {at(number) for number in range(1, 6)}


def test_an_address_may_have_worked_in_several_networks() -> None:
    friend = Whereabouts()
    friend.meet(at(1), HOME)
    friend.meet(at(1), CAFE)
    assert friend.sure({HOME}) == friend.sure({CAFE}) == (at(1),)
    assert friend.hints({HOME}, OWN_PORT) == (at(1),)


def test_every_kind_is_tried_and_none_twice() -> None:
    friend = Whereabouts()
    friend.meet(at(1), HOME)
    friend.type(at(2))
    friend.see(at(3))
    friend.tell([at(4), at(1)])
    assert friend.hints({CAFE}, OWN_PORT) == (at(2), at(3), at(1), at(4))


def test_a_flood_of_one_kind_pushes_out_no_other() -> None:
    friend = Whereabouts()
    friend.meet(at(1, kind=1), HOME)
    friend.type(at(1, kind=2))
    friend.tell([at(1, kind=4)])
    for number in range(200):
        friend.see(at(number, kind=3))
    hints = friend.hints({HOME}, OWN_PORT)
    assert hints[:3] == (at(1, kind=1), at(1, kind=2), at(199, kind=3))
    assert hints[-1] == at(1, kind=4)
    assert len(hints) == 3 + SEEN_KEPT


def test_all_of_it_is_bounded_and_the_newest_stay() -> None:
    friend = Whereabouts()
    for number in range(100):
        friend.meet(at(number, kind=1), CAFE)
        friend.type(at(number, kind=2))
        friend.see(at(number, kind=3))
    friend.tell(at(number, kind=4) for number in range(100))
    hints = friend.hints({HOME}, OWN_PORT)
    assert len(hints) == TYPED_KEPT + SEEN_KEPT + MET_TRIED + TOLD_KEPT
    assert hints[:TYPED_KEPT] == tuple(at(number, kind=2) for number in (99, 98, 97, 96))
    assert hints[-TOLD_KEPT:] == tuple(at(number, kind=4) for number in range(TOLD_KEPT))


def test_an_address_where_they_answered_long_ago_is_forgotten_last_of_all() -> None:
    friend = Whereabouts()
    friend.meet(at(0), HOME)
    for number in range(1, MET_KEPT):
        friend.meet(at(number), CAFE)
    assert friend.sure({HOME}) == (at(0),)
    friend.meet(at(MET_KEPT), CAFE)
    assert friend.sure({HOME}) == ()


def test_what_they_say_replaces_what_they_said() -> None:
    friend = Whereabouts()
    friend.tell([at(1), at(2)])
    friend.tell([at(3)])
    assert friend.hints(set(), OWN_PORT) == (at(3),)


def test_only_a_new_place_is_news() -> None:
    friend = Whereabouts()
    friend.meet(at(1), HOME)
    friend.type(at(2))
    assert not friend.see(at(1))
    assert not friend.see(at(2))
    assert friend.see(at(3))
    assert not friend.see(at(3))


def test_another_profile_on_this_computer_may_have_another_port_today() -> None:
    friend = Whereabouts()
    friend.meet(Hint("127.0.0.1", 47800), "")
    ports = [hint.port for hint in friend.hints(set(), OWN_PORT)]
    assert ports == [47800, 47797, 47798, 47799, 47801, 47802, 47803]
    assert {hint.host for hint in friend.hints(set(), OWN_PORT)} == {"127.0.0.1"}
    assert [hint.port for hint in friend.hints(set(), 65_534)][1:] == [65531, 65532, 65533, 65535]


def test_nobody_elsewhere_is_looked_for_on_this_computer() -> None:
    friend = Whereabouts()
    friend.meet(at(1), HOME)
    friend.see(Hint("127.0.0.1", 47801))
    friend.tell([Hint("127.0.0.1", 47802)])
    assert friend.hints(set(), OWN_PORT) == (
        Hint("127.0.0.1", 47801),
        at(1),
        Hint("127.0.0.1", 47802),
    )
