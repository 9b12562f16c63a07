import pytest

from byhand.network.admission import Admission, Newcomer, source_of
from byhand.protocol.handshake_steps import Claim


class Callers:
    """Connections that come in at a time of the test's choosing."""

    def __init__(self) -> None:
        self.admission = Admission()
        self.hung_up: list[str] = []

    def call(
        self, host: str, now: float = 0.0, *, is_known: bool = False, lanes: int = 0
    ) -> Newcomer | None:
        return self.admission.admit(
            host,
            lambda: self.hung_up.append(host),
            is_known=is_known,
            awaited=lanes,
            now=now,
        )

    def calls(self, host: str, now: float = 0.0, *, is_known: bool = False) -> Newcomer:
        """A call that is let begin."""
        newcomer = self.call(host, now, is_known=is_known)
        assert newcomer is not None
        return newcomer


def host(number: int) -> str:
    return f"10.0.{number // 250}.{number % 250 + 1}"


@pytest.mark.parametrize(
    ("host", "source"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
    ],
)
def test_a_source_is_an_ipv4_address_or_an_ipv6_network(host: str, source: str) -> None:
    assert source_of(host) == source


def test_one_source_has_at_most_four_half_open() -> None:
    callers = Callers()
    admitted = [callers.call("10.0.0.1") for _ in range(5)]
    assert [each is not None for each in admitted] == [True] * 4 + [False]


def test_addresses_of_one_ipv6_network_share_their_four() -> None:
    callers = Callers()
    admitted = [callers.call(f"2001:db8::{n}") for n in range(5)]
    assert [each is not None for each in admitted] == [True] * 4 + [False]


def test_a_friends_own_address_has_four_for_itself_though_others_are_in_its_network() -> None:
    callers = Callers()
    for number in range(5):
        callers.call(f"2001:db8::{number}")
    assert callers.call("2001:db8::77") is None
    assert callers.call("2001:db8::77", is_known=True) is not None


def test_lanes_that_are_awaited_come_at_any_rate() -> None:
    callers = Callers()
    admitted = [callers.call("10.0.0.1", is_known=True, lanes=8) for _ in range(13)]
    assert [each is not None for each in admitted] == [True] * 12 + [False]


@pytest.mark.parametrize("claim", Claim)
def test_whoever_sent_a_good_first_message_frees_the_place(claim: Claim) -> None:
    callers = Callers()
    newcomers = [callers.calls("10.0.0.1") for _ in range(4)]
    assert callers.admission.passes(newcomers[0], claim)
    assert callers.call("10.0.0.1") is not None


def test_a_source_that_never_authenticates_runs_dry() -> None:
    callers = Callers()
    for _ in range(5):
        callers.admission.gone(callers.calls("10.0.0.1"))
    assert callers.call("10.0.0.1") is None
    assert callers.call("10.0.0.1", now=2.9) is None
    assert callers.call("10.0.0.1", now=3.1) is not None


def test_a_source_that_authenticates_may_come_back_without_end() -> None:
    callers = Callers()
    for _ in range(100):
        newcomer = callers.calls("10.0.0.1")
        assert callers.admission.passes(newcomer, Claim.FRIEND)
        callers.admission.authenticated(newcomer)


def test_when_all_places_are_taken_the_oldest_silent_one_goes() -> None:
    callers = Callers()
    for number in range(48):
        assert callers.call(host(number)) is not None
    assert callers.hung_up == []
    assert callers.call(host(48)) is not None
    assert callers.hung_up == [host(0)]


def test_a_quarter_of_the_places_is_kept_for_friends_addresses() -> None:
    callers = Callers()
    for number in range(48):
        callers.call(host(number))
    for number in range(100, 116):
        assert callers.call(host(number), is_known=True) is not None
    assert callers.hung_up == []


def test_strangers_hang_up_on_strangers_first() -> None:
    callers = Callers()
    for number in range(16):
        callers.call(host(number), is_known=True)
    for number in range(100, 150):
        callers.call(host(number))
    assert callers.hung_up == [host(100), host(101)]
    callers.call(host(200), is_known=True)
    assert callers.hung_up == [host(100), host(101), host(102)]


def answered_pairs(callers: Callers, calls: int, *, is_known: bool, first: int = 0) -> int:
    """How many get on who show no secret, of calls that are all let begin."""
    return sum(
        callers.admission.passes(callers.calls(host(first + n), is_known=is_known), Claim.PAIR)
        for n in range(calls)
    )


def test_of_a_flood_75_a_second_get_on_without_a_secret_and_friends_addresses_have_25() -> None:
    callers = Callers()
    assert answered_pairs(callers, 1000, is_known=False) == 75
    assert answered_pairs(callers, 100, is_known=True, first=2000) == 25


@pytest.mark.parametrize("claim", [Claim.FRIEND, Claim.INVITE, Claim.LANE, Claim.MEMBER])
def test_whoever_knows_a_secret_gets_on_in_any_flood_and_counts_for_nobody(claim: Claim) -> None:
    callers = Callers()
    for number in range(1000):
        assert callers.admission.passes(callers.calls(host(number)), claim)
    assert answered_pairs(callers, 1000, is_known=False, first=2000) == 75


def test_whoever_came_least_is_computed_for_first_and_friends_addresses_before_all() -> None:
    callers = Callers()
    often = [callers.calls("10.0.0.1") for _ in range(3)]
    first_time = callers.calls("10.0.0.2")
    friend = callers.calls("10.0.0.3", is_known=True)
    ranks = [each.rank for each in (friend, first_time, *often)]
    assert ranks[1] == ranks[2]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 4


def test_of_too_many_who_were_answered_and_never_finish_the_oldest_go() -> None:
    callers = Callers()
    for number in range(130):
        newcomer = callers.calls(host(number))
        callers.admission.passes(newcomer, Claim.FRIEND)
        callers.admission.answered(newcomer)
    assert callers.hung_up == [host(0), host(1)]


def test_what_is_remembered_of_sources_is_bounded() -> None:
    callers = Callers()
    for number in range(10_000):
        callers.call(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", now=float(number))
    assert len(callers.admission._sources) <= 4096
