"""Making mDNS packets by hand, also such as no library would make."""

import socket
from collections.abc import Sequence

A, PTR, TXT, AAAA, SRV, NSEC = 1, 12, 16, 28, 33, 47
IN_UNIQUE = 0x8001
TYPE = (b"_byhand", b"_tcp", b"local")


def name(*labels: bytes) -> bytes:
    """Return a domain name without compression; labels may hold any bytes."""
    return b"".join(bytes([len(label)]) + label for label in labels) + b"\0"


def record(owner: bytes, kind: int, content: bytes, *, ttl: int = 120) -> bytes:
    """Return a resource record; PTR is shared, everything else unique."""
    cls = 1 if kind == PTR else IN_UNIQUE
    head = kind.to_bytes(2, "big") + cls.to_bytes(2, "big") + ttl.to_bytes(4, "big")
    return owner + head + len(content).to_bytes(2, "big") + content


def response(*records: bytes) -> bytes:
    """Return an authoritative answer made of these records."""
    return (
        bytes.fromhex("000084000000")
        + len(records).to_bytes(2, "big")
        + bytes(4)
        + b"".join(records)
    )


def text(fields: Sequence[bytes]) -> bytes:
    """Return a TXT record's content."""
    return b"".join(bytes([len(field)]) + field for field in fields)


def announcement(
    instance: bytes, content: bytes, address: str, *, port: int = 47800, ttl: int = 120
) -> bytes:
    """Return all that one instance announces of itself."""
    full, server = name(instance, *TYPE), name(b"server", b"local")
    location = bytes(4) + port.to_bytes(2, "big") + server
    return response(
        record(name(*TYPE), PTR, full, ttl=ttl),
        record(full, SRV, location, ttl=ttl),
        record(full, TXT, content, ttl=ttl),
        record(server, A, socket.inet_aton(address), ttl=ttl),
    )


def question(*, for_me_alone: bool = False) -> bytes:
    """Return a packet that asks everybody, or asks to be told alone, who is there."""
    cls = 0x8001 if for_me_alone else 1
    head = bytes.fromhex("000000000001000000000000")
    return head + name(*TYPE) + PTR.to_bytes(2, "big") + cls.to_bytes(2, "big")


BROKEN_PACKETS = (
    b"",
    b"\0",
    bytes(11),
    bytes.fromhex("00008400ffffffffffffffff"),
    # A name that points to itself, two that point to each other, a pointer beyond the end.
    bytes.fromhex("000084000000000100000000") + b"\xc0\x0c" + bytes.fromhex("000c0001000000780000"),
    bytes.fromhex("000084000000000100000000") + b"\xc0\x0e\xc0\x0c" + bytes(10),
    bytes.fromhex("000084000000000100000000") + b"\xff\xff" + bytes(10),
    # A chain of pointers, each to the one before.
    bytes.fromhex("000084000000000100000000")
    + b"\0\0"
    + b"".join((0xC000 | 12 + 2 * step).to_bytes(2, "big") for step in range(500))
    + bytes(10),
    # A record that claims 65,535 bytes and has three.
    bytes.fromhex("000084000000000100000000") + name(*TYPE) + bytes.fromhex("00108001000000780fff"),
    bytes.fromhex("000084000000000100000000")
    + name(*TYPE)
    + bytes.fromhex("00108001000078ffff616263"),
    # An NSEC bitmap that runs beyond its record.
    response(record(name(b"server", b"local"), NSEC, name(b"server", b"local") + b"\0\xff\x40")),
    response(record(name(b"server", b"local"), NSEC, name(b"server", b"local") + b"\xff\x20")),
    # An address of the wrong size, a service without a target, too long a label, too long a name.
    response(record(name(b"server", b"local"), A, b"\1\2")),
    response(record(name(b"0123456789abcdef", *TYPE), SRV, b"\0\0")),
    response(record(b"\x7f" + b"x" * 127 + b"\0", PTR, name(*TYPE))),
    response(record(name(*TYPE), PTR, name(*[b"x" * 63] * 6, *TYPE))),
)
