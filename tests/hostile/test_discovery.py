"""Cases D of the hostile tests: announcements that lie, break rules, or tell too much."""

import hashlib
import importlib.metadata
import ipaddress
import tomllib
from collections.abc import Callable, Iterator

import pytest
from zeroconf._dns import DNSPointer, DNSText
from zeroconf._protocol.incoming import DNSIncoming

from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint, Interface
from byhand.network.announcement import (
    Announcement,
    Nickname,
    Sighting,
    new_announcement,
)
from byhand.network.hints import epoch_at, friend_secret
from byhand.network.recognition import Findings, Recognition
from tests.helpers import mdns_capture, mdns_packets
from tests.helpers.checkout import ROOT
from tests.helpers.discovering import Probe
from tests.helpers.lab import Lab, needs_lab

NOW = 1_740_000_000.0
INTERFACES = Interface(
    "eth0",
    2,
    (ipaddress.ip_interface("192.0.2.1/24"), ipaddress.ip_interface("fe80::1/64")),
)
US, BOB = FriendId(b"u" * 32), FriendId(b"b" * 32)
PSK = "22" * 32
BOBS_HINT = Hint("192.0.2.2", 47800)


def in_a_lab(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that makes network namespaces."""
    for mark in needs_lab():
        test = mark(test)
    return test


class Watch:
    """A recognition that has Bob for a friend, and everything that it told."""

    def __init__(self) -> None:
        self.now = NOW
        self.told: list[object] = []
        findings = Findings(
            on_candidate=lambda *found: self.told.append(found),
            on_invite_candidate=lambda *found: self.told.append(found),
            on_nearby=self.told.append,
            on_nearby_gone=self.told.append,
        )
        self.recognition = Recognition(US, 47800, findings, lambda: self.now)
        self.recognition.set_secrets({BOB: bytes.fromhex(PSK)}, {})

    def see(self, announcement: Announcement, *hints: Hint) -> None:
        sighting = Sighting(announcement.instance, hints, announcement.text)
        self.recognition.see(INTERFACES, sighting, 0.0)


def bobs_announcement(nickname: Nickname | None = None) -> Announcement:
    secret = friend_secret(bytes.fromhex(PSK), BOB, US)
    return new_announcement([secret], epoch_at(NOW), 0, nickname)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def lab() -> Iterator[Lab]:
    with Lab("alice", "bob", "mallory") as lab:
        yield lab


def send(lab: Lab, *packets: bytes) -> None:
    """Multicast these packets from Mallory's machine."""
    mdns_capture.send(lab, "mallory", lab.ipv4("mallory"), *packets)


def our_text(name: bytes, *more: bytes) -> bytes:
    """Return a well-formed TXT record of somebody who shows a name."""
    token = hashlib.blake2s(name, digest_size=8).digest()
    ours = [b"v=1", b"n=" + bytes(8), b"h=" + bytes(252), b"name=" + name, b"at=" + token]
    return mdns_packets.text([*ours, *more])


@in_a_lab
def test_D01_odd_names_and_records_are_ignored_or_shown_escaped(lab: Lab) -> None:
    odd_instances = [
        b"with\0nul",
        b"\xff" * 16,
        b"x" * 63,
        "🦊🦊🦊🦊".encode(),
        "\u202egnp.exe".encode(),
        b"0123456789ABCDEF",
        b"..",
        b"%s%n{0}",
    ]
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    address = lab.ipv4("mallory")
    send(
        lab,
        *(
            mdns_packets.announcement(instance, our_text(b"Odd"), address)
            for instance in odd_instances
        ),
        mdns_packets.announcement(b"0" * 16, mdns_packets.text([bytes(255)] * 33), address),
        mdns_packets.announcement(b"1" * 16, our_text(b"Long", *[b"x=" + b"x" * 200]), address),
        mdns_packets.announcement(b"2" * 16, our_text(b"\xff\xfe\0"), address),
        mdns_packets.announcement(b"3" * 16, b"\xff", address),
        *mdns_packets.BROKEN_PACKETS,
        mdns_packets.announcement(b"4" * 16, our_text("a\u202eb\x1b[31m\n".encode()), address),
    )
    alice.wait_for(event="nearby", name="a⟨U+202E⟩b⟨U+001B⟩[31m")
    alice.knows(friends={bob.id: PSK})
    bob.knows(friends={alice.id: PSK})
    alice.wait_for(event="candidate", friend=bob.id)
    shown = [event["name"] for event in alice.stop() if event["event"] == "nearby"]
    assert shown == ["⟨U+0000⟩", "a⟨U+202E⟩b⟨U+001B⟩[31m"]
    bob.stop()


def test_D02_a_replayed_hint_is_one_more_address_and_takes_none_away(watch: Watch) -> None:
    announcement = bobs_announcement()
    watch.see(announcement, BOBS_HINT)
    forged = Announcement("f" * 16, "server", announcement.text)
    watch.see(forged, Hint("192.0.2.66", 47800))
    assert watch.told == [(BOB, BOBS_HINT), (BOB, Hint("192.0.2.66", 47800))]
    assert BOBS_HINT in watch.recognition.hints_of(BOB)


def test_D02_a_goodbye_tells_nothing_about_a_friend(watch: Watch) -> None:
    announcement = bobs_announcement()
    watch.see(announcement, BOBS_HINT)
    watch.told.clear()
    watch.recognition.lose(INTERFACES.index, announcement.instance)
    assert watch.told == []


def test_D03_a_name_with_a_friends_hint_is_not_even_told(watch: Watch) -> None:
    watch.see(bobs_announcement(Nickname("Not Bob", b"8 bytes!")), BOBS_HINT)
    assert watch.told == [(BOB, BOBS_HINT)]


def test_D03_a_stolen_token_does_not_rename_who_showed_it_first(watch: Watch) -> None:
    honest = new_announcement([], 0, 0, Nickname("Carol", b"8 bytes!"))
    thief = new_announcement([], 0, 0, Nickname("Carol (new)", b"8 bytes!"))
    watch.see(honest, Hint("192.0.2.3", 47800))
    watch.see(thief, Hint("192.0.2.66", 47800))
    assert watch.told == [Nearby(b"8 bytes!".hex(), "Carol")]


def test_D04_one_instance_name_from_two_hosts_is_two_candidates(watch: Watch) -> None:
    announcement = bobs_announcement()
    watch.see(announcement, BOBS_HINT)
    watch.see(announcement, Hint("192.0.2.66", 47800))
    assert watch.told == [(BOB, BOBS_HINT), (BOB, Hint("192.0.2.66", 47800))]
    assert set(watch.recognition.hints_of(BOB)) == {BOBS_HINT, Hint("192.0.2.66", 47800)}


@pytest.mark.parametrize("port", [0, 22, 1023, 65_536])
def test_D05_no_connection_to_ports_of_the_system(watch: Watch, port: int) -> None:
    watch.see(bobs_announcement(), Hint("192.0.2.2", port))
    assert watch.told == []


@pytest.mark.parametrize(
    "hint",
    [
        Hint("127.0.0.1", 47800),
        Hint("::1", 47800),
        Hint("0.0.0.0", 47800),
        Hint("255.255.255.255", 47800),
        Hint("192.0.2.255", 47800),
        Hint("224.0.0.251", 47800),
        Hint("ff02::fb", 47800, 2),
        Hint("203.0.113.9", 47800),
        Hint("2600::1", 47800),
        Hint("::ffff:203.0.113.9", 47800),
        Hint("fe80::9", 47800),
        Hint("192.0.2.1", 47800),
        Hint("fe80::1", 47800, 2),
    ],
)
def test_D05_no_connection_to_addresses_that_are_not_a_neighbours(watch: Watch, hint: Hint) -> None:
    watch.see(bobs_announcement(), hint)
    assert watch.told == []


def test_D07_broken_packets_are_dropped_by_the_library() -> None:
    for packet in mdns_packets.BROKEN_PACKETS:
        incoming = DNSIncoming(packet)
        assert not any(
            isinstance(record, DNSPointer | DNSText) and record.name.endswith("_byhand._tcp.local.")
            for record in incoming.answers()
        )


def test_D07_the_library_is_no_older_than_its_mended_release() -> None:
    version = importlib.metadata.version("zeroconf")
    assert tuple(map(int, version.split(".")[:3])) >= (0, 149, 16)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert "zeroconf>=0.149.16" in project["dependencies"]


def test_D10_a_hint_that_is_replayed_an_hour_later_is_not_recognised(watch: Watch) -> None:
    watch.now += 3600
    watch.see(bobs_announcement(), BOBS_HINT)
    assert watch.told == []
