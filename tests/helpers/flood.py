"""A crowd before somebody's door: connections from many loopback addresses, as fast as they go.

python -m tests.helpers.flood idle|first PORT ADDRESSES AMOUNT [KEY]

AMOUNT is a number of connections, or of seconds (`6s`). `idle` connects and says nothing; `first`
sends a first message to the key (hexadecimal) of whoever listens, right up to mac1, from a
stranger. It writes two lines of JSON: {"event": "pushing"}, {"event": "end", "connections",
"seconds"}.
"""

import json
import resource
import socket
import struct
import sys
import time
from collections import deque
from collections.abc import Iterator
from math import inf

from byhand.domain.identity import PublicKeys
from byhand.protocol.credentials import LocalIdentity, PinnedFriend
from byhand.protocol.handshake import call_friend

HELD = 4000
MESSAGES = 500
_BIND_WITHOUT_PORT = 24  # IP_BIND_ADDRESS_NO_PORT
_RESET_AT_CLOSE = struct.pack("ii", 1, 0)


def strangers(count: int) -> list[str]:
    """Return loopback addresses that nobody else uses."""
    return [f"127.1.{number // 250}.{number % 250 + 1}" for number in range(count)]


def first_messages(x25519: bytes, count: int = MESSAGES) -> list[bytes]:
    """Return first messages of somebody who knows a key and is no friend."""
    stranger = LocalIdentity.generate()
    keys = PublicKeys(x25519, stranger.keys.ed25519)
    pinned = PinnedFriend(keys.friend_id, keys, bytes(32))
    return [next(call_friend(stranger, pinned, time.time_ns())).send for _ in range(count)]


def call(source: str, port: int, message: bytes = b"") -> socket.socket:
    """Connect from an address and send; the socket does not block, and a reset ends it."""
    sock = socket.socket()
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
        sock.setsockopt(socket.IPPROTO_IP, _BIND_WITHOUT_PORT, 1)
        sock.bind((source, 0))
        sock.connect_ex(("127.0.0.1", port))
        if message:
            sock.send(message)
    except BlockingIOError:
        return sock  # its call has not been taken yet
    except OSError:
        sock.close()
        raise
    return sock


class Crowd:
    """Connections of which the latest are held open; a context manager."""

    def __init__(self, port: int, sources: list[str], messages: list[bytes]) -> None:
        self.connections = 0
        self._port = port
        self._turns = self._in_turns(sources, messages)
        self._held: deque[socket.socket] = deque()
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, HELD + 500), most))

    def __enter__(self) -> "Crowd":
        return self

    def __exit__(self, *exc: object) -> None:
        while self._held:
            self._held.popleft().close()

    def push(self) -> None:
        """Make one more connection."""
        source, message = next(self._turns)
        try:
            self._held.append(call(source, self._port, message))
        except OSError:
            return  # hung up on between connecting and sending: that is what the door is for
        finally:
            self.connections += 1
        if len(self._held) > HELD:
            self._held.popleft().close()

    @staticmethod
    def _in_turns(sources: list[str], messages: list[bytes]) -> Iterator[tuple[str, bytes]]:
        number = 0
        while True:
            message = messages[number % len(messages)] if messages else b""
            yield sources[number % len(sources)], message
            number += 1


def main(kind: str, port: str, addresses: str, amount: str, key: str = "") -> None:
    """Push so often or so long, and tell how often and how long."""
    messages = first_messages(bytes.fromhex(key)) if kind == "first" else []
    seconds = float(amount[:-1]) if amount.endswith("s") else inf
    most = inf if amount.endswith("s") else int(amount)
    with Crowd(int(port), strangers(int(addresses)), messages) as crowd:
        print(json.dumps({"event": "pushing"}), flush=True)
        started = time.monotonic()
        while (passed := time.monotonic() - started) < seconds and crowd.connections < most:
            crowd.push()
        told = {"event": "end", "connections": crowd.connections, "seconds": passed}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
