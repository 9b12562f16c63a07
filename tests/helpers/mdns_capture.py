"""Listening to all that mDNS carries past a machine of a lab, and asking who is there."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from zeroconf._dns import DNSPointer, DNSRecord
from zeroconf._protocol.incoming import DNSIncoming
from zeroconf._protocol.outgoing import DNSOutgoing

from tests.helpers import mdns_packets
from tests.helpers.lab import INTERFACE, Lab, python

PROGRAM = Path(__file__).with_name("multicast.py")
_RANDOM_LABEL = re.compile(rb"\x10([0-9a-f]{16})")
_NONCE = re.compile(rb"\x0an=(.{8})", re.DOTALL)
_HINTS = re.compile(rb"\xfeh=(.{252})", re.DOTALL)
_TTL = re.compile(rb"(?<=\x00[\x01\x0c\x10\x1c\x21\x2f][\x00\x80]\x01)\x00.{3}", re.DOTALL)
"""What follows the type and class of a record: a count of seconds, most often one of two."""
_TOLD = (_RANDOM_LABEL, _NONCE, _HINTS, _TTL)
SHORTEST = 6
"""Fewer bytes than these are found in any two packets by chance."""
HEADER_BYTES = 12
NO_ID = bytes(2)


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
    """Return every piece of questions and records that lies between what is random, and addresses.

    Left out, too, are times to live, which tell how long ago a record was heard; the order of
    records, which differs from packet to packet; and headers, which only count them.
    """
    apart = (*_TOLD, *(re.compile(re.escape(address)) for address in addresses))
    found: set[bytes] = set()
    for packet in packets:
        runs = [*_one_by_one(packet)]
        for pattern in apart:
            runs = [rest for run in runs for rest in _without(pattern, run)]
        found |= set().union(*map(pieces, runs))
    return found


def _one_by_one(packet: bytes) -> Iterator[bytes]:
    """Yield each question and record of a packet as it would be alone in one."""
    assert packet[:2] == NO_ID
    incoming = DNSIncoming(packet)
    answers = incoming.answers()
    assert incoming.valid
    assert (
        len(answers) == incoming.num_answers + incoming.num_authorities + incoming.num_additionals
    )
    for number in range(len(incoming.questions) + len(answers)):
        alone = DNSOutgoing(0)
        if number < len(answers):
            alone.add_answer_at_time(answers[number], 0)
        else:
            alone.add_question(incoming.questions[number - len(answers)])
        (content,) = alone.packets()
        yield content[HEADER_BYTES:]


def _without(pattern: re.Pattern[bytes], content: bytes) -> Iterator[bytes]:
    """Yield what is before, between and behind what a pattern finds."""
    begin = 0
    for match in pattern.finditer(content):
        yield content[begin : match.start()]
        begin = match.end()
    yield content[begin:]


def pieces(content: bytes) -> set[bytes]:
    return {content[at : at + SHORTEST] for at in range(len(content) - SHORTEST + 1)}
