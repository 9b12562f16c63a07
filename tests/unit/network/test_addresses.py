import ipaddress
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.errors import UsageError
from byhand.network.addresses import (
    Hint,
    Interface,
    Reach,
    hint_of,
    is_dialable,
    is_dialable_for_friend,
    is_same_network,
    own_hints,
    own_interfaces,
    parse_hint,
    reach,
    typed_hint,
)

OWN_PORT = 47800
ETHERNET = Interface(
    "eth0",
    2,
    tuple(
        ipaddress.ip_interface(text)
        for text in ("203.0.113.7/24", "2001:db8:1::7/64", "fe80::7/64")
    ),
)
TUNNEL = Interface("wg0", 5, (ipaddress.ip_interface("10.8.0.2/24"),))
INTERFACES = (ETHERNET, TUNNEL)

ports = st.integers(1, 65_535)
ipv4 = st.ip_addresses(v=4).map(str)
ipv6 = st.ip_addresses(v=6).map(str).filter(lambda each: not each.startswith("::ffff:"))


@given(ipv4 | ipv6, ports)
def test_a_hint_survives_being_written_and_read(host: str, port: int) -> None:
    assert parse_hint(str(Hint(host, port))) == Hint(host, port)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("tcp://nas.example.net:47800", Hint("nas.example.net", 47800)),
        ("tcp://[2001:DB8:0::1]:1", Hint("2001:db8::1", 1)),
        ("tcp://[fe80::1%4]:5", Hint("fe80::1", 5, 4)),
        ("tcp://10.0.0.1:65535", Hint("10.0.0.1", 65535)),
    ],
)
def test_uris_are_read_as_their_one_spelling(text: str, hint: Hint) -> None:
    assert parse_hint(text) == hint
    assert parse_hint(str(hint)) == hint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tcp://",
        "tcp://host",
        "tcp://host:0",
        "tcp://host:65536",
        "tcp://host:-1",
        "tcp://host:80/",
        "tcp://host:٣",
        "http://host:80",
        "quic://10.0.0.1:47800",
        "tcp://user@host:80",
        "tcp://ho st:80",
        "tcp://host\n:80",
        "tcp://2130706433:80",
        "tcp://127.1:80",
        "tcp://0x7f.0.0.1.:80:80",
        "tcp://[10.0.0.1]:80",
        "tcp://[::1",
        "tcp://[::1]:80x",
        "tcp://[fe80::1%eth0]:80",
        "tcp://" + "a" * 254 + ":80",
    ],
)
def test_what_is_no_hint_is_refused(text: str) -> None:
    assert parse_hint(text) is None


@given(st.text(alphabet=string.printable, max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    hint = parse_hint("tcp://" + text)
    assert hint is None or parse_hint(str(hint)) == hint


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("192.168.1.5:1234", Hint("192.168.1.5", 1234)),
        (" nas.local ", Hint("nas.local", 47800)),
        ("[fd00::1]:9000", Hint("fd00::1", 9000)),
        ("fd00::1", Hint("fd00::1", 47800)),
        ("tcp://10.0.0.1:2000", Hint("10.0.0.1", 2000)),
    ],
)
def test_people_may_type_addresses_as_they_are_used_to(typed: str, hint: Hint) -> None:
    assert typed_hint(typed) == hint


@pytest.mark.parametrize("typed", ["", "host:port", "host:99999", "a b", "1.2.3"])
def test_a_mistyped_address_is_explained(typed: str) -> None:
    with pytest.raises(UsageError, match="HOST:PORT"):
        typed_hint(typed)


def test_a_sockets_address_becomes_a_hint_with_a_scope_only_where_it_means_something() -> None:
    assert hint_of(("10.0.0.1", 80)) == Hint("10.0.0.1", 80)
    assert hint_of(("fe80::1%eth0", 80, 0, 3)) == Hint("fe80::1", 80, 3)
    assert hint_of(("fd00::1", 80, 0, 3)) == Hint("fd00::1", 80, 0)


@pytest.mark.parametrize(
    "hint",
    [
        Hint("192.168.7.7", 47800),
        Hint("10.1.2.3", 1024),
        Hint("172.31.0.1", 50000),
        Hint("169.254.3.4", 50000),
        Hint("fd12::1", 50000),
        Hint("fe80::1", 50000, scope=2),
        Hint("203.0.113.9", 50000),
        Hint("2001:db8:1::9", 50000),
        Hint("203.0.113.7", OWN_PORT + 1),
    ],
)
def test_addresses_near_us_may_be_dialled(hint: Hint) -> None:
    assert is_dialable(hint, INTERFACES, OWN_PORT)


@pytest.mark.parametrize(
    "hint",
    [
        Hint("192.168.7.7", 22),
        Hint("192.168.7.7", 0),
        Hint("192.168.7.7", 65536),
        Hint("127.0.0.1", 50000),
        Hint("::1", 50000),
        Hint("0.0.0.0", 50000),
        Hint("::", 50000),
        Hint("255.255.255.255", 50000),
        Hint("203.0.113.255", 50000),
        Hint("10.8.0.255", 50000),
        Hint("10.8.0.0", 50000),
        Hint("224.0.0.251", 50000),
        Hint("ff02::fb", 50000),
        Hint("8.8.8.8", 50000),
        Hint("2001:db8:2::9", 50000),
        Hint("100.64.0.1", 50000),
        Hint("fe80::1", 50000),
        Hint("fe80::1", 50000, scope=9),
        Hint("::ffff:8.8.8.8", 50000),
        Hint("nas.local", 50000),
        Hint("203.0.113.7", OWN_PORT),
        Hint("10.8.0.2", OWN_PORT),
    ],
)
def test_nothing_else_that_was_announced_is_dialled(hint: Hint) -> None:
    assert not is_dialable(hint, INTERFACES, OWN_PORT)


@pytest.mark.parametrize(
    "hint",
    [
        Hint("192.168.7.7", 47800),
        Hint("169.254.3.4", 50000),
        Hint("100.64.0.1", 50000),
        Hint("8.8.8.8", 1024),
        Hint("2001:db8:2::9", 65535),
        Hint("fd12::1", 50000),
        Hint("203.0.113.7", OWN_PORT + 1),
    ],
)
def test_a_friend_may_tell_addresses_everywhere(hint: Hint) -> None:
    assert is_dialable_for_friend(hint, INTERFACES, OWN_PORT)


@pytest.mark.parametrize(
    "hint",
    [
        Hint("nas.example.net", 47800),
        Hint("localhost", 47800),
        Hint("8.8.8.8", 1023),
        Hint("8.8.8.8", 0),
        Hint("8.8.8.8", 65536),
        Hint("127.0.0.1", 50000),
        Hint("127.9.9.9", 50000),
        Hint("::1", 50000),
        Hint("::127.0.0.1", 50000),
        Hint("::ffff:127.0.0.1", 50000),
        Hint("::ffff:8.8.8.8", 50000),
        Hint("0.0.0.0", 50000),
        Hint("0.1.2.3", 50000),
        Hint("::", 50000),
        Hint("240.0.0.1", 50000),
        Hint("255.255.255.255", 50000),
        Hint("203.0.113.255", 50000),
        Hint("224.0.0.251", 50000),
        Hint("ff0e::1", 50000),
        Hint("fe80::1", 50000),
        Hint("fe80::1", 50000, scope=2),
        Hint("203.0.113.7", OWN_PORT),
        Hint("2001:db8:1::7", OWN_PORT),
    ],
)
def test_what_leads_to_nobody_or_to_ourselves_is_not_dialled_for_a_friend(hint: Hint) -> None:
    assert not is_dialable_for_friend(hint, INTERFACES, OWN_PORT)


@given(ipv4 | ipv6, st.integers(0, 70_000))
def test_what_a_stranger_may_announce_a_friend_may_tell(host: str, port: int) -> None:
    hint = Hint(host, port)
    if is_dialable(hint, INTERFACES, OWN_PORT):
        assert is_dialable_for_friend(hint, INTERFACES, OWN_PORT)


@pytest.mark.parametrize(
    ("host", "way"),
    [
        ("203.0.113.99", Reach.SAME_NETWORK),
        ("fe80::5", Reach.SAME_NETWORK),
        ("10.8.0.9", Reach.VPN),
        ("100.100.1.1", Reach.VPN),
        ("2001:db8:9::1", Reach.IPV6),
        ("198.51.100.1", Reach.IPV4),
    ],
)
def test_the_way_to_an_address_is_told_by_our_interfaces(host: str, way: Reach) -> None:
    assert reach(ipaddress.ip_address(host), INTERFACES) is way
    assert is_same_network(host, INTERFACES) is (way is Reach.SAME_NETWORK)


def test_a_host_name_is_on_no_network() -> None:
    assert not is_same_network("nas.local", INTERFACES)


def test_own_hints_leave_out_what_means_nothing_elsewhere() -> None:
    assert own_hints(4000, INTERFACES) == (
        "tcp://203.0.113.7:4000",
        "tcp://[2001:db8:1::7]:4000",
        "tcp://10.8.0.2:4000",
    )


def test_own_hints_are_few_even_on_a_machine_with_many_addresses() -> None:
    many = tuple(ipaddress.ip_interface(f"10.0.{n}.1/24") for n in range(50))
    assert len(own_hints(4000, [Interface("eth0", 1, many)])) == 8
    assert len(own_hints(4000, [Interface("eth0", 1, many)], limit=15)) == 15


def test_our_own_interfaces_hold_no_loopback() -> None:
    for interface in own_interfaces():
        assert interface.index > 0
        assert interface.addresses
        assert not any(own.is_loopback for own in interface.addresses)
