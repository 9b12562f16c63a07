"""Members of a group in one process, each with real files, linked over real sockets."""

import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic

from blake3 import blake3

from byhand.domain.pieces import PACK_INDEX, piece_count
from byhand.engine.arrival import Arrival
from byhand.engine.bandwidth import Bucket
from byhand.engine.exchange import Exchange, open_exchange
from byhand.engine.held_back import HeldBack, nothing_held_back
from byhand.engine.reports import ExchangeReport, LinkEnded
from byhand.noise.cipher_state import CipherState
from byhand.noise.handshake_state import Session
from byhand.noise.primitives import CIPHERS
from byhand.protocol.member_messages import Asked, Get
from tests.helpers.arrivals import Receiver
from tests.helpers.member_talk import SECONDS, MemberTalk, Wanted
from tests.helpers.trees import Tree, snapshot


def eventually(holds: Callable[[], object]) -> None:
    """Return once something holds that threads bring about."""
    end = monotonic() + SECONDS
    while not holds():
        assert monotonic() < end, "it never happened"
        time.sleep(0.005)


class MovedClock:
    """The time as it goes by, and as much more as a test says."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self._stopped_at: float | None = None

    def __call__(self) -> float:
        """Return the time in seconds."""
        return (monotonic() if self._stopped_at is None else self._stopped_at) + self.ahead

    def stop(self) -> None:
        """Go no further by itself."""
        self._stopped_at = monotonic()


@dataclass
class Member:
    """A receiver with its exchange, and what that reported."""

    receiver: Receiver
    arrival: Arrival
    exchange: Exchange
    reports: "queue.SimpleQueue[ExchangeReport]"
    clock: MovedClock
    up: Bucket

    @classmethod
    def of(
        cls,
        receiver: Receiver,
        arrival: Arrival | None = None,
        held: HeldBack | None = None,
        up: Bucket | None = None,
    ) -> "Member":
        arrival = arrival or receiver.begin()
        reports: queue.SimpleQueue[ExchangeReport] = queue.SimpleQueue()
        accepted, clock, up = arrival.accepted, MovedClock(), up or Bucket()
        held = held or nothing_held_back(accepted.packs, len(accepted.columns))
        exchange = open_exchange(arrival, held, up, reports.put, clock, Random(7))
        return cls(receiver, arrival, exchange, reports, clock, up)

    @property
    def places(self) -> list[tuple[int, int]]:
        """All pieces and packs, as they are named on the wire."""
        return [self.exchange.numbering.place(each) for each in range(len(self.exchange.numbering))]

    def is_complete(self) -> bool:
        return self.arrival.pieces.is_complete()

    def tell(self, places: Sequence[tuple[int, int]] | None = None) -> None:
        """Do what PIECES does: tell the hashes of some pieces, or of all."""
        for entry, piece in self.places if places is None else places:
            self.exchange.hashes_told(entry, piece, 0, blake3(self.content(entry, piece)).digest())

    def get(self, places: Sequence[tuple[int, int]]) -> None:
        """Let the sender send some pieces by its own lane."""
        for entry, piece in places:
            self.receiver.sender.send_piece(self.arrival, entry, piece)

    def vouch(self) -> None:
        """Do what ROOTS does for everything."""
        columns, packs = self.arrival.accepted.columns, self.arrival.accepted.packs
        for number in range(len(packs)):
            self.receiver.sender.vouch(self.arrival, PACK_INDEX, number)
        for entry in range(len(columns)):
            if piece_count(columns.size(entry)) and packs.pack_of(entry) is None:
                self.receiver.sender.vouch(self.arrival, entry)

    def content(self, entry: int, piece: int) -> bytes:
        sender = self.receiver.sender
        return sender.pack(piece) if entry == PACK_INDEX else sender.piece(entry, piece)

    def report(self, kind: type[Wanted]) -> Wanted:
        """Return the next report of a kind, passing over others."""
        while True:
            report = self.reports.get(timeout=SECONDS)
            if isinstance(report, kind):
                return report

    def save(self) -> tuple[str, ...]:
        self.vouch()
        return self.arrival.save()

    def close(self) -> None:
        self.exchange.close()
        self.arrival.discard()


def saved(member: Member) -> Tree:
    """Save what a member has, and return what its base folder holds then."""
    member.save()
    member.arrival.discard()
    return snapshot(member.receiver.base)


@contextmanager
def members(folder: Path, tree: Tree, count: int = 2) -> Iterator[list[Member]]:
    """Members of one group who have accepted a tree and have nothing of it yet."""
    found: list[Member] = []
    receivers = [Receiver(folder / f"member {number}", tree) for number in range(count)]
    try:
        for receiver in receivers:
            receiver.__enter__()
            found.append(Member.of(receiver))
        yield found
    finally:
        for member in found:
            member.close()
        for receiver in receivers:
            receiver.__exit__()
        assert [each.name for each in threading.enumerate() if "member-link" in each.name] == []


def sessions() -> tuple[Session, Session]:
    """Return both ends of what a handshake gives."""

    def cipher(first: int) -> CipherState:
        return CipherState(bytes([first]) * 32, CIPHERS["AESGCM"])

    return (
        Session(cipher(1), cipher(2), b"", None, is_initiator=True, exporter_key=b""),
        Session(cipher(2), cipher(1), b"", None, is_initiator=False, exporter_key=b""),
    )


def loopback() -> tuple[socket.socket, socket.socket]:
    """Return both ends of a connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        near = socket.create_connection(listener.getsockname())
        far, _ = listener.accept()
    return near, far


def tag_of(number: int) -> bytes:
    return bytes([number]) * 16


def link(one: Member, other: Member, number: int = 1) -> None:
    """Link two members; to each the other is the one with the tag of that number."""
    sockets, ends = loopback(), sessions()
    for member, sock, end in zip((one, other), sockets, ends, strict=True):
        assert member.exchange.open(tag_of(number), sock, end)


class Stranger(MemberTalk):
    """Somebody at the other end of a link of a member's."""

    def __init__(
        self, member: Member, number: int, sockets: tuple[socket.socket, socket.socket]
    ) -> None:
        near, far = sockets
        ours, theirs = sessions()
        self.member = member
        self.tag = tag_of(number)
        assert member.exchange.open(self.tag, near, ours)
        super().__init__(far, theirs, member.exchange.numbering)

    def answer(self) -> list[Asked]:
        """Give what is asked for next, and return what that was."""
        get = self.hear(Get)
        self._give(get)
        return get.rows

    def answer_until(self, holds: Callable[[], object]) -> None:
        """Give all that is asked for until something holds."""

        def is_so() -> object:
            with suppress(queue.Empty):
                heard = self.heard.get_nowait()
                if isinstance(heard, Get):
                    self._give(heard)
            return holds()

        eventually(is_so)

    def end(self) -> LinkEnded:
        """Return how the member says that the link has ended."""
        while True:
            report = self.member.report(LinkEnded)
            if report.tag == self.tag:
                return report

    def _give(self, get: Get) -> None:
        for row in get.rows:
            for piece in range(row.first, row.first + row.count):
                self.send(get.request, row.entry, piece, self.member.content(row.entry, piece))


@contextmanager
def stranger(member: Member, number: int = 9) -> Iterator[Stranger]:
    """Somebody linked to a member."""
    found = Stranger(member, number, loopback())
    found.listen()
    try:
        yield found
    finally:
        found.close()


@contextmanager
def deaf_stranger(member: Member) -> Iterator[Stranger]:
    """Somebody linked to a member who takes nothing that is said to them."""
    sockets = socket.socketpair()
    for sock in sockets:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    found = Stranger(member, 9, sockets)
    try:
        yield found
    finally:
        found.close()
