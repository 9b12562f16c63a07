"""Listening to all that mDNS carries past a machine of a lab, and asking who is there."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from zeroconf._dns import DNSPointer, DNSRecord
from zeroconf._protocol.incoming import DNSIncoming

from tests.helpers import mdns_packets
from tests.helpers.lab import INTERFACE, Lab, python

PROGRAM = Path(__file__).with_name("multicast.py")
_RANDOM_LABEL = re.compile(rb"\x10([0-9a-f]{16})")
_NONCE = re.compile(rb"\x0an=(.{8})", re.DOTALL)
_HINTS = re.compile(rb"\xfeh=(.{252})", re.DOTALL)
_TOLD = (_RANDOM_LABEL, _NONCE, _HINTS)
SHORTEST = 6
HEADER_BYTES = 12
NO_ID = bytes(2)
"""Fewer bytes than these are found in any two packets by chance."""


class Capture:
    """Everything that multicast DNS carries past a machine, by one of its interfaces."""

    def __init__(self, lab: Lab, machine: str = "mallory", interface: str = INTERFACE) -> None:
        self._process = lab.start(machine, *python(PROGRAM, "listen", interface))
        assert self._process.stdout is not None
        self._lines = self._process.stdout
        assert self._lines.readline() == "listening\n"

    def until(self, *wanted: bytes) -> list[bytes]:
        """Return all packets up to the first that holds all of `wanted`."""
        packets: list[bytes] = []
        while not (packets and all(each in packets[-1] for each in wanted)):
            packets.append(bytes.fromhex(self._lines.readline()))
        return packets

    def until_other_than(self, instances: Collection[str]) -> str:
        """Return the first instance that is announced and is none of these."""
        while not (fresh := set(announced_instances(self.until(b"n=", b"h="))) - set(instances)):
            pass
        return fresh.pop()

    def rest(self) -> list[bytes]:
        """Stop and return what has come since."""
        self._process.terminate()
        return [bytes.fromhex(line) for line in self._lines]


def send(lab: Lab, machine: str, own: str, *packets: bytes, to: str = "224.0.0.251") -> None:
    """Send packets from a machine's own address."""
    lines = "".join(f"{packet.hex()}\n" for packet in packets)
    sender = lab.start(machine, *python(PROGRAM, "send", own, to))
    written, _ = sender.communicate(lines, timeout=30)
    assert written == "sent\n"


def answers(lab: Lab) -> list[bytes]:
    """Return what passes Mallory until her question to everybody is answered."""
    capture = Capture(lab)
    send(lab, "mallory", lab.ipv4("mallory"), mdns_packets.question())
    return [*capture.until(b"n=", b"h="), *capture.rest()]


def records(packet: bytes) -> list[DNSRecord]:
    return DNSIncoming(packet).answers()


def announced_instances(packets: list[bytes]) -> list[str]:
    """Return the instances that were announced, in order of their first announcement."""
    aliases = [
        record.alias.split(".")[0]
        for packet in packets
        for record in records(packet)
        if isinstance(record, DNSPointer) and record.ttl > 0
    ]
    return list(dict.fromkeys(aliases))


def told_at_random(packets: Iterable[bytes]) -> set[bytes]:
    """Return names, and every piece of nonces and hints: all that shall never come again."""
    found: set[bytes] = set()
    for packet in packets:
        found |= set(_RANDOM_LABEL.findall(packet))
        for told in (*_NONCE.findall(packet), *_HINTS.findall(packet)):
            found |= pieces(told)
    return found


def told_always(packets: Iterable[bytes], addresses: Iterable[bytes]) -> set[bytes]:
    """Return every piece of packets from which what is random, and the addresses, are blotted.

    Their headers are left out: those say nothing but what kind of packet it is, and how many
    records it has.
    """
    found: set[bytes] = set()
    for packet in packets:
        blotted = packet
        for pattern in _TOLD:
            blotted = pattern.sub(lambda match: b"?" * len(match[0]), blotted)
        for address in addresses:
            blotted = blotted.replace(address, b"?" * len(address))
        assert packet[:2] == NO_ID
        found |= pieces(blotted[HEADER_BYTES:])
    return found


def pieces(content: bytes) -> set[bytes]:
    return {content[at : at + SHORTEST] for at in range(len(content) - SHORTEST + 1)}
