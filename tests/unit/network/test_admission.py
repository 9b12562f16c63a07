import pytest

from byhand.network.admission import Admission, Newcomer, source_of


class Callers:
    """Connections that come in at a time of the test's choosing."""

    def __init__(self) -> None:
        self.admission = Admission()
        self.hung_up: list[str] = []

    def call(self, host: str, now: float = 0.0, *, is_known: bool = False) -> Newcomer | None:
        return self.admission.admit(
            host, lambda: self.hung_up.append(host), is_known=is_known, now=now
        )


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


def test_whoever_sent_a_good_first_message_frees_the_place() -> None:
    callers = Callers()
    newcomers = [callers.call("10.0.0.1") for _ in range(4)]
    assert newcomers[0] is not None
    callers.admission.heard(newcomers[0])
    assert callers.call("10.0.0.1") is not None


def test_a_source_that_never_authenticates_runs_dry() -> None:
    callers = Callers()
    for _ in range(5):
        newcomer = callers.call("10.0.0.1")
        assert newcomer is not None
        callers.admission.heard(newcomer)
    assert callers.call("10.0.0.1") is None
    assert callers.call("10.0.0.1", now=2.9) is None
    assert callers.call("10.0.0.1", now=3.1) is not None


def test_a_source_that_authenticates_may_come_back_without_end() -> None:
    callers = Callers()
    for _ in range(100):
        newcomer = callers.call("10.0.0.1", is_known=True)
        assert newcomer is not None
        callers.admission.authenticated(newcomer)
        callers.admission.heard(newcomer)


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


def test_a_flood_of_strangers_leaves_a_quarter_of_the_rate_to_friends_addresses() -> None:
    callers = Callers()
    admitted = sum(callers.call(host(number)) is not None for number in range(1000))
    assert admitted == 75
    assert callers.call(host(2000), is_known=True) is not None


def test_what_is_remembered_of_sources_is_bounded() -> None:
    callers = Callers()
    for number in range(10_000):
        callers.call(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", now=float(number))
    assert len(callers.admission._sources) <= 4096
