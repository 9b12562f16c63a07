"""Cases D of the hostile tests: announcements that lie, break rules, or tell too much."""

import getpass
import hashlib
import importlib.metadata
import ipaddress
import itertools
import platform
import socket
import tomllib
from collections.abc import Callable, Iterator

import pytest
from zeroconf._dns import DNSPointer, DNSRecord, DNSText
from zeroconf._protocol.incoming import DNSIncoming

from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint, Interface
from byhand.network.announcement import (
    Announcement,
    Nickname,
    Sighting,
    judge_text,
    new_announcement,
)
from byhand.network.hints import epoch_at, friend_secret
from byhand.network.recognition import Findings, Recognition
from tests.helpers import mdns_packets
from tests.helpers.checkout import ROOT
from tests.helpers.discovering import Probe
from tests.helpers.lab import Lab, needs_lab, python

NOW = 1_740_000_000.0
INTERFACES = Interface(
    "eth0",
    2,
    (ipaddress.ip_interface("192.0.2.1/24"), ipaddress.ip_interface("fe80::1/64")),
)
US, BOB = FriendId(b"u" * 32), FriendId(b"b" * 32)
PSK = "22" * 32
BOBS_HINT = Hint("192.0.2.2", 47800)
MULTICAST = ROOT / "tests/helpers/multicast.py"


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
    lines = "".join(f"{packet.hex()}\n" for packet in packets)
    sender = lab.start("mallory", *python(MULTICAST, "send", lab.ipv4("mallory")))
    written, _ = sender.communicate(lines, timeout=30)
    assert written == "sent\n"


def our_text(name: bytes, *more: bytes) -> bytes:
    """Return a well-formed TXT record of somebody who shows a name."""
    token = hashlib.blake2s(name, digest_size=8).digest()
    ours = [b"v=1", b"n=" + bytes(8), b"h=" + bytes(252), b"name=" + name, b"at=" + token]
    return mdns_packets.text([*ours, *more])


@in_a_lab
def test_d01_odd_names_and_records_are_ignored_or_shown_escaped(lab: Lab) -> None:
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


def test_d02_a_replayed_hint_is_one_more_address_and_takes_none_away(watch: Watch) -> None:
    announcement = bobs_announcement()
    watch.see(announcement, BOBS_HINT)
    forged = Announcement("f" * 16, "server", announcement.text)
    watch.see(forged, Hint("192.0.2.66", 47800))
    assert watch.told == [(BOB, BOBS_HINT), (BOB, Hint("192.0.2.66", 47800))]
    assert BOBS_HINT in watch.recognition.hints_of(BOB)


def test_d02_a_goodbye_tells_nothing_about_a_friend(watch: Watch) -> None:
    announcement = bobs_announcement()
    watch.see(announcement, BOBS_HINT)
    watch.told.clear()
    watch.recognition.lose(INTERFACES.index, announcement.instance)
    assert watch.told == []


def test_d03_a_name_with_a_friends_hint_is_not_even_told(watch: Watch) -> None:
    watch.see(bobs_announcement(Nickname("Not Bob", b"8 bytes!")), BOBS_HINT)
    assert watch.told == [(BOB, BOBS_HINT)]


def test_d03_a_stolen_token_does_not_rename_who_showed_it_first(watch: Watch) -> None:
    honest = new_announcement([], 0, 0, Nickname("Carol", b"8 bytes!"))
    thief = new_announcement([], 0, 0, Nickname("Carol (new)", b"8 bytes!"))
    watch.see(honest, Hint("192.0.2.3", 47800))
    watch.see(thief, Hint("192.0.2.66", 47800))
    assert watch.told == [Nearby(b"8 bytes!".hex(), "Carol")]


def test_d04_one_instance_name_from_two_hosts_is_two_candidates(watch: Watch) -> None:
    announcement = bobs_announcement()
    watch.see(announcement, BOBS_HINT)
    watch.see(announcement, Hint("192.0.2.66", 47800))
    assert watch.told == [(BOB, BOBS_HINT), (BOB, Hint("192.0.2.66", 47800))]
    assert set(watch.recognition.hints_of(BOB)) == {BOBS_HINT, Hint("192.0.2.66", 47800)}


@pytest.mark.parametrize("port", [0, 22, 1023, 65_536])
def test_d05_no_connection_to_ports_of_the_system(watch: Watch, port: int) -> None:
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
def test_d05_no_connection_to_addresses_that_are_not_a_neighbours(watch: Watch, hint: Hint) -> None:
    watch.see(bobs_announcement(), hint)
    assert watch.told == []


def test_d07_broken_packets_are_dropped_by_the_library() -> None:
    for packet in mdns_packets.BROKEN_PACKETS:
        incoming = DNSIncoming(packet)
        assert not any(
            isinstance(record, DNSPointer | DNSText) and record.name.endswith("_byhand._tcp.local.")
            for record in incoming.answers()
        )


def test_d07_the_library_is_no_older_than_its_mended_release() -> None:
    version = importlib.metadata.version("zeroconf")
    assert tuple(map(int, version.split(".")[:3])) >= (0, 149, 16)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert "zeroconf>=0.149.16" in project["dependencies"]


class Capture:
    """Everything that multicast DNS carries past Mallory's machine."""

    def __init__(self, lab: Lab) -> None:
        self._process = lab.start("mallory", *python(MULTICAST, "listen"))
        assert self._process.stdout is not None
        self._lines = self._process.stdout
        assert self._lines.readline() == "listening\n"

    def until(self, *wanted: bytes) -> list[bytes]:
        """Return all packets up to the first that holds all of `wanted`."""
        packets: list[bytes] = []
        while not (packets and all(each in packets[-1] for each in wanted)):
            packets.append(bytes.fromhex(self._lines.readline()))
        return packets

    def rest(self) -> list[bytes]:
        """Stop and return what has come since."""
        self._process.terminate()
        return [bytes.fromhex(line) for line in self._lines]


def records(packet: bytes) -> list[DNSRecord]:
    return DNSIncoming(packet).answers()


def identifiers(packet: bytes) -> set[bytes]:
    """Return everything in a packet that could be known again: names, nonces and hints."""
    known = {"_byhand", "_tcp", "local", ""}
    found: set[bytes] = set()
    for record in records(packet):
        aliases = [getattr(record, kind, "") for kind in ("name", "alias", "server")]
        found |= {label.encode() for name in aliases for label in name.split(".")} - {
            label.encode() for label in known
        }
        heard = judge_text(record.text) if isinstance(record, DNSText) else None
        if heard is not None:
            found |= {heard.nonce, *heard.hints}
    return found


def announced_instances(packets: list[bytes]) -> list[str]:
    """Return the instances that were announced, in order of their first announcement."""
    aliases = [
        record.alias.split(".")[0]
        for packet in packets
        for record in records(packet)
        if isinstance(record, DNSPointer) and record.ttl > 0
    ]
    return list(dict.fromkeys(aliases))


def told_by(lab: Lab, probe: Probe) -> list[bytes]:
    """Return what one who has a friend tells while announcing; nobody else is there."""
    capture = Capture(lab)
    probe.knows(friends={"ff" * 32: PSK})
    packets = capture.until(b"n=", b"h=")
    probe.knows(friends={"ee" * 32: PSK})
    packets += capture.until(b"n=", b"h=")
    return [*packets, *capture.rest()]


@in_a_lab
def test_d08_nothing_told_friends_only_can_be_linked_or_leads_to_a_person(lab: Lab) -> None:
    first = Probe(lab, "alice")
    captures = [told_by(lab, first)]
    first.stop()
    second = Probe(lab, "alice")
    captures.append(told_by(lab, second))
    lab.cut("alice")
    second.wait_for(event="trouble", trouble="offline")
    lab.restore("alice")
    second.wait_for(event="trouble", trouble=None)
    captures.append(told_by(lab, second))
    second.stop()

    told = [set[bytes]().union(*map(identifiers, packets)) for packets in captures]
    for one, other in itertools.combinations(told, 2):
        assert one
        assert other
        assert not one & other

    everything = b"\n".join(itertools.chain(*captures)).lower()
    secrets = [bytes.fromhex(text) for text in (first.id, PSK, "ff" * 32)]
    for tell_tale in (*secrets, *(each.hex().encode() for each in secrets)):
        assert tell_tale not in everything
    people = [getpass.getuser(), socket.gethostname(), platform.release(), "alice", "name=", "at="]
    for word in people:
        assert word.lower().encode() not in everything


@in_a_lab
def test_d08_no_name_of_the_old_network_is_told_in_the_new_one(lab: Lab) -> None:
    alice = Probe(lab, "alice")
    capture = Capture(lab)
    alice.order(show="Alice", seconds=600)
    old = announced_instances(capture.until(b"name=Alice"))
    lab.readdress("alice", "10.77.0.50/24")
    change = capture.until(b"name=Alice", ipaddress.ip_address("10.77.0.50").packed)
    alice.stop()
    assert old
    assert not any(record.ttl == 0 for packet in change for record in records(packet))
    assert not any(instance.encode() in each for instance in old for each in capture.rest())


@in_a_lab
def test_d09_a_name_left_visible_is_withdrawn_when_its_time_is_over(lab: Lab) -> None:
    alice = Probe(lab, "alice")
    capture = Capture(lab)
    alice.order(show="Alice", seconds=1)
    alice.wait_for(event="visibility_ended")
    capture.until(b"n=", b"h=", b"name=Alice")
    while b"name=" in capture.until(b"n=", b"h=")[-1]:
        pass
    alice.knows(friends={"ff" * 32: PSK})
    capture.until(b"n=", b"h=")
    alice.stop()
    assert not any(b"name=" in packet for packet in capture.rest())


def test_d10_a_hint_that_is_replayed_an_hour_later_is_not_recognised(watch: Watch) -> None:
    watch.now += 3600
    watch.see(bobs_announcement(), BOBS_HINT)
    assert watch.told == []
