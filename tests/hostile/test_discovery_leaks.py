"""Cases D08 and D09 of the hostile tests: what our own packets tell, and where."""

import getpass
import ipaddress
import itertools
import platform
import socket
from collections.abc import Iterator

import pytest
from zeroconf._dns import DNSText

from byhand.network.announcement import judge_text
from tests.helpers import mdns_packets
from tests.helpers.discovering import Probe
from tests.helpers.lab import CABLE, INTERFACE, Lab, needs_lab
from tests.helpers.mdns_capture import (
    Capture,
    announced_instances,
    answers,
    records,
    send,
    told_always,
    told_at_random,
)

pytestmark = needs_lab()

PSK, OTHER_PSK = "22" * 32, "33" * 32
OTHERS_ID = "ff" * 32
MOVED_TO = "10.77.0.50"
EPOCH_SECONDS = 1800
SHORTEST_WORD = 4
"""Shorter ones come about by chance among random bytes."""
QUESTIONS = (mdns_packets.question(), mdns_packets.question(for_me_alone=True))


@pytest.fixture
def lab() -> Iterator[Lab]:
    with Lab("alice", "bob", "mallory") as lab:
        yield lab


def own_addresses(lab: Lab, machine: str) -> list[bytes]:
    """Return the addresses that everybody on the network sees anyway."""
    shown = lab.run(machine, "ip", "-o", "address", "show", "dev", INTERFACE).stdout
    texts = [line.split()[3].partition("/")[0] for line in shown.splitlines()]
    return [ipaddress.ip_address(text).packed for text in texts]


def stranger(lab: Lab) -> Probe:
    """Bob, with another friend, who announces himself as everybody does."""
    bob = Probe(lab, "bob")
    bob.knows(friends={"ee" * 32: OTHER_PSK})
    return bob


def test_D08_what_is_told_friends_only_cannot_be_linked(lab: Lab) -> None:
    """What two captures of hers share is nothing random, and nothing that he does not say, too."""
    bob = stranger(lab)
    common = told_always(answers(lab), own_addresses(lab, "bob"))
    bob.stop()

    alice = Probe(lab, "alice")
    alice.knows(friends={OTHERS_ID: PSK})
    captures = [answers(lab)]
    alice.stop()
    alice = Probe(lab, "alice")
    alice.knows(friends={OTHERS_ID: PSK})
    captures.append(answers(lab))
    addresses = own_addresses(lab, "alice")
    instances = announced_instances(captures[-1])
    between = Capture(lab)
    alice.order(clock_offset=EPOCH_SECONDS)
    instances.append(between.until_other_than(instances))
    captures.append(answers(lab))
    lab.readdress("alice", f"{MOVED_TO}/24")
    between.until_other_than(instances)
    captures.append(answers(lab))
    addresses += own_addresses(lab, "alice")
    alice.stop()

    random = [told_at_random(packets) for packets in captures]
    always = [told_always(packets, addresses) for packets in captures]
    assert all(random)
    assert all(always)
    for one, other in itertools.combinations(range(len(captures)), 2):
        assert sorted(random[one] & random[other]) == []
        assert sorted(always[one] & always[other] - common) == []


def test_D08_a_capture_that_could_be_linked_would_be(lab: Lab) -> None:
    """Two captures of one epoch share names and hints: the comparison above finds something."""
    alice = Probe(lab, "alice")
    alice.knows(friends={OTHERS_ID: PSK})
    one, other = told_at_random(answers(lab)), told_at_random(answers(lab))
    alice.stop()
    assert len(one & other) > 250


@pytest.mark.parametrize("is_shown", [False, True])
def test_D08_nothing_leads_to_a_person_or_a_system(lab: Lab, is_shown: bool) -> None:
    capture = Capture(lab)
    alice = Probe(lab, "alice")
    if is_shown:
        alice.order(show="Zoë", seconds=600)
    alice.knows(friends={OTHERS_ID: PSK})
    packets = [*capture.until(b"n=", b"h="), *answers(lab)]
    alice.stop()
    everything = b"\n".join([*packets, *capture.rest()]).lower()
    secrets = [bytes.fromhex(text) for text in (alice.id, PSK, OTHERS_ID)]
    for tell_tale in (*secrets, *(each.hex().encode() for each in secrets)):
        assert tell_tale not in everything
    for word in (getpass.getuser(), socket.gethostname(), platform.release(), "alice", "linux"):
        if len(word) < SHORTEST_WORD:
            continue
        assert word.lower().encode() not in everything
    for word in ("Zoë", "name=", "at="):
        assert (word.lower().encode() in everything) == is_shown


def test_D08_no_name_of_the_old_network_is_told_in_the_new_one(lab: Lab) -> None:
    alice = Probe(lab, "alice")
    capture = Capture(lab)
    alice.order(show="Alice", seconds=600)
    old = announced_instances(capture.until(b"name=Alice"))
    lab.readdress("alice", f"{MOVED_TO}/24")
    change = capture.until(b"name=Alice", ipaddress.ip_address(MOVED_TO).packed)
    alice.stop()
    assert old
    assert not any(record.ttl == 0 for packet in change for record in records(packet))
    assert not any(instance.encode() in each for instance in old for each in capture.rest())


def test_D08_every_interface_has_names_of_its_own(lab: Lab) -> None:
    lab.connect("alice", "mallory")
    here, there = Capture(lab), Capture(lab, interface=CABLE)
    alice = Probe(lab, "alice")
    alice.knows(friends={OTHERS_ID: PSK})
    told = [told_at_random(each.until(b"n=", b"h=")) for each in (here, there)]
    alice.stop()
    told = [told[0] | told_at_random(here.rest()), told[1] | told_at_random(there.rest())]
    assert all(told)
    assert not told[0] & told[1]


def test_D09_a_name_left_visible_is_withdrawn_when_its_time_is_over(lab: Lab) -> None:
    alice = Probe(lab, "alice")
    capture = Capture(lab)
    alice.order(show="Alice", seconds=600)
    capture.until(b"n=", b"h=", b"name=Alice")
    alice.order(clock_offset=599)
    assert b"name=Alice" in b"".join(answers(lab))
    alice.order(clock_offset=601)
    alice.wait_for(event="visibility_ended")
    while b"name=" in capture.until(b"n=", b"h=")[-1]:
        pass
    alice.knows(friends={OTHERS_ID: PSK})
    capture.until(b"n=", b"h=")
    alice.stop()
    assert not any(b"name=" in packet for packet in capture.rest())


def next_token(capture: Capture, *known: bytes) -> bytes:
    """Return the first token that is announced and is none of these."""
    while True:
        for record in records(capture.until(b"name=Alice")[-1]):
            heard = judge_text(record.text) if isinstance(record, DNSText) else None
            nickname = heard.nickname if heard is not None else None
            if nickname is not None and nickname.token not in known:
                return nickname.token


def test_D09_every_time_of_being_visible_and_every_half_hour_has_a_token_of_its_own(
    lab: Lab,
) -> None:
    alice = Probe(lab, "alice")
    capture = Capture(lab)
    alice.order(show="Alice", seconds=7200)
    first = next_token(capture)
    alice.order(clock_offset=EPOCH_SECONDS)
    second = next_token(capture, first)
    alice.order(show="", seconds=0)
    alice.order(show="Alice", seconds=600)
    third = next_token(capture, first, second)
    alice.order(tokens=True)
    assert alice.wait_for(event="tokens")["tokens"] == [third.hex()]
    alice.stop()


class Traveller:
    """Alice at home on the switch, where Bob is the router, and by a cable at Mallory's café."""

    def __init__(self, lab: Lab, *, visibility: str = "friends") -> None:
        lab.connect("alice", "mallory")
        lab.set_router("alice", "bob")
        self.probe = Probe(lab, "alice", visibility=visibility)
        router = lab.hardware_address("bob")
        found = self.probe.wait_for(event="networks")
        assert found["routers"] == {INTERFACE: router, CABLE: ""}
        self.home = found["ids"][INTERFACE]
        self.wishes = {"visibility": visibility, "name": "Alice", "trusted": [self.home]}
        self.probe.order(**self.wishes)
        self.probe.knows(friends={OTHERS_ID: PSK})


def test_D09_on_a_network_that_is_not_trusted_there_is_nothing_of_the_name(lab: Lab) -> None:
    """However it is asked for: by all, of her address there, or of the one she has at home."""
    bob = Probe(lab, "bob")
    traveller = Traveller(lab)
    cafe = Capture(lab, interface=CABLE)
    bob.wait_for(event="nearby", name="Alice")
    lab.run("mallory", "ip", "route", "replace", lab.ipv4("alice"), "via", "10.78.0.1")
    for to in ("224.0.0.251", "10.78.0.1", lab.ipv4("alice")):
        send(lab, "mallory", "10.78.0.3", *QUESTIONS, to=to)
    told = cafe.until(b"n=", b"h=")
    traveller.probe.knows(friends={OTHERS_ID: PSK, "ee" * 32: OTHER_PSK})
    told += cafe.until(b"n=", b"h=")
    traveller.probe.stop()
    bob.stop()
    told += cafe.rest()
    assert told
    assert not any(b"name=" in packet or b"at=" in packet for packet in told)


def test_D09_in_the_network_that_is_trusted_the_same_questions_lead_to_the_name(lab: Lab) -> None:
    """So the questions above are such that are answered."""
    home = Capture(lab)
    traveller = Traveller(lab)
    home.until(b"name=Alice")
    for to in ("224.0.0.251", lab.ipv4("alice")):
        send(lab, "mallory", lab.ipv4("mallory"), *QUESTIONS, to=to)
        home.until(b"name=Alice")
    traveller.probe.stop()


def test_D09_a_network_that_only_looks_like_the_trusted_one_sees_no_name(lab: Lab) -> None:
    traveller = Traveller(lab)
    Capture(lab).until(b"name=Alice")
    lab.cut("alice")
    traveller.probe.wait_for(event="networks")
    other = "02:00:00:00:00:99"
    lab.run("bob", "ip", "link", "set", "dev", INTERFACE, "address", other)
    capture = Capture(lab)
    lab.restore("alice")
    lab.set_router("alice", "bob")
    while traveller.probe.wait_for(event="networks")["routers"].get(INTERFACE) != other:
        pass
    traveller.probe.knows(friends={OTHERS_ID: PSK, "ee" * 32: OTHER_PSK})
    told = capture.until(b"n=", b"h=")
    traveller.probe.stop()
    told += capture.rest()
    assert not any(b"name=" in packet for packet in told)


def test_D09_whoever_hides_is_not_shown_on_a_trusted_network(lab: Lab) -> None:
    capture = Capture(lab)
    traveller = Traveller(lab, visibility="nobody")
    traveller.probe.order(clock_offset=EPOCH_SECONDS)
    traveller.probe.order(**{**traveller.wishes, "visibility": "friends"})
    told = capture.until(b"name=Alice")
    traveller.probe.stop()
    assert not any(b"h=" in packet for packet in told[:-1])
    assert announced_instances(told[:-1]) == []


def test_D09_minutes_asked_for_in_hiding_end_in_hiding(lab: Lab) -> None:
    capture = Capture(lab)
    alice = Probe(lab, "alice", visibility="nobody")
    alice.order(show="Alice", seconds=600)
    (instance,) = announced_instances(capture.until(b"name=Alice"))
    alice.order(clock_offset=601)
    alice.wait_for(event="visibility_ended")
    while not any(record.ttl == 0 for record in records(capture.until(instance.encode())[-1])):
        pass
    alice.knows(friends={OTHERS_ID: PSK})
    alice.order(clock_offset=EPOCH_SECONDS)
    alice.stop()
    assert announced_instances(capture.rest()) == []
