"""What a member hands to others of its group, and gets from them: its links, and who lied."""

import socket
import threading
from collections.abc import Callable
from random import Random, SystemRandom
from time import monotonic

from msgspec import Struct

from byhand.domain.numbering import Numbering
from byhand.domain.pieces import PACK_INDEX, is_packed
from byhand.domain.ranges import RangeSet
from byhand.engine.arrival import Arrival
from byhand.engine.bandwidth import Bucket
from byhand.engine.exchanged_pieces import ExchangedPieces
from byhand.engine.held_back import HeldBack, Released
from byhand.engine.link_sharing import LinkSharing
from byhand.engine.member_link import MemberLink
from byhand.engine.member_pieces import MemberPieces
from byhand.engine.peer import Peer
from byhand.engine.presence import all_here, unheard
from byhand.engine.reports import LinkEnded, PeerLied, TellExchange
from byhand.errors import ByhandError
from byhand.noise.handshake_state import Session
from byhand.swarm.member_picker import MemberPicker


class LinkStanding(Struct, frozen=True):
    """What went over the links of one ticket, in bytes: what they gave us, and we gave them."""

    tag: bytes
    received_bytes: int
    given_bytes: int
    is_open: bool

    def __repr__(self) -> str:
        """Show what went, and not the tag."""
        return f"LinkStanding({self.received_bytes}, {self.given_bytes}, is_open={self.is_open})"


class Exchange:
    """Lasts as long as its arrival, and after it was saved, until `close`; see `open_exchange`.

    `tell` is called in threads of links, must return at once and never raise.
    """

    def __init__(
        self,
        numbering: Numbering,
        exchanged: ExchangedPieces,
        sharing: Callable[[Callable[[], bool]], LinkSharing],
        tell: TellExchange,
    ) -> None:
        """`sharing` returns what the links share, given what says whether all is held."""
        self.numbering = numbering
        self._exchanged = exchanged
        self._is_held = False
        self._sharing = sharing(lambda: self._is_held)
        self._content = self._sharing.arriving.content
        self._tell = tell
        self._is_over = False
        self._lock = threading.Lock()
        self._open: dict[bytes, MemberLink] = {}
        # Their threads are to be joined.
        self._ended: list[MemberLink] = []
        self._peers: dict[bytes, list[Peer]] = {}
        self._liars: set[bytes] = set()

    # What is exchanged

    def hashes_told(self, entry: int, first: int, generation: int, hashes: bytes) -> None:
        """Take what the sender says by PIECES; RemoteProtocolError for what was not offered.

        Of what has changed nothing is exchanged.
        """
        if not generation:
            self._exchanged.hashes_told(entry, first, hashes)

    def source_changed(self, entry: int) -> None:
        """Exchange a file no more: its source is another now, or was given up."""
        self._exchanged.leave_out(entry)

    def released(self, released: Released) -> None:
        """Ask for what is held back no more."""
        self._exchanged.released(released)

    def hold(self, *, is_held: bool) -> None:
        """Ask for nothing and give nothing while it is held; then let others ask again."""
        if is_held == self._is_held:
            return
        self._is_held = is_held
        if not is_held:
            self._exchanged.call_back()
            return
        for link in self._all_open():
            link.refuse_all()

    def had(self) -> RangeSet:
        """Return the numbers of all that is here; `take_news` begins after that."""
        return self._exchanged.had()

    def take_news(self) -> RangeSet:
        """Return the numbers of what has come since the last call, from whomever."""
        return self._exchanged.take_news()

    # Links

    def open(self, tag: bytes, sock: socket.socket, session: Session) -> bool:
        """Begin a link for the ticket of our own tag; returns at once, and owns the socket.

        False, and it is closed, if who is there has lied, or a link of that ticket is open.
        """
        link = MemberLink(tag, sock, session, self._sharing, self._lied, self._link_ended)
        with self._lock:
            self._ended = [each for each in self._ended if each.is_running]
            is_taken = self._is_over or tag in self._liars or tag in self._open
            if not is_taken:
                self._open[tag] = link
                self._peers.setdefault(tag, []).append(link.peer)
        if is_taken:
            sock.close()
        else:
            link.start()
        return not is_taken

    def drop(self, tag: bytes) -> None:
        """End the link of a ticket at once, if there is one; its threads are joined by `close`."""
        with self._lock:
            link = self._open.pop(tag, None)
            if link is not None:
                self._ended.append(link)
        if link is not None:
            link.interrupt()

    def is_open(self, tag: bytes) -> bool:
        """Say whether there is a link for a ticket."""
        with self._lock:
            return tag in self._open

    def abandon(self) -> None:
        """End all links at once, and open no more; called on the loop before `close`."""
        self._is_over = True
        for link in self._all_open():
            self.drop(link.peer.tag)

    def close(self) -> None:
        """End everything and join all threads; from a worker's thread."""
        self.abandon()
        for link in self._ended:
            link.join()
        self._content.let_hear(unheard)
        self._sharing.served.close()

    # What is to be seen

    def standing(self) -> tuple[LinkStanding, ...]:
        """Return what went over the links of each ticket, in the order of their first ones."""
        with self._lock:
            return tuple(
                LinkStanding(
                    tag,
                    sum(peer.received_bytes for peer in peers),
                    sum(peer.given_bytes for peer in peers),
                    tag in self._open,
                )
                for tag, peers in self._peers.items()
            )

    @property
    def received_bytes(self) -> int:
        """How many bytes the others gave us."""
        return sum(each.received_bytes for each in self.standing())

    @property
    def given_bytes(self) -> int:
        """How many bytes we gave the others."""
        return sum(each.given_bytes for each in self.standing())

    @property
    def sender_bytes(self) -> int:
        """How many bytes of what is here the sender gave us itself, in this run of the program."""
        return self._content.received_bytes - self._sharing.judged.written_bytes

    @property
    def last_received_at(self) -> float:
        """When the last piece came from another member, by the clock; at first when it began."""
        return self._exchanged.last_received_at

    def _all_open(self) -> list[MemberLink]:
        with self._lock:
            return list(self._open.values())

    def _lied(self, report: PeerLied) -> None:
        with self._lock:
            self._liars.add(report.tag)
        self._tell(report)

    def _link_ended(self, link: MemberLink, error: ByhandError | None) -> None:
        with self._lock:
            if self._open.get(link.peer.tag) is link:
                del self._open[link.peer.tag]
                self._ended.append(link)
        self._tell(LinkEnded(link.peer.tag, error))


def open_exchange(
    arrival: Arrival,
    held: HeldBack,
    up: Bucket,
    tell: TellExchange,
    clock: Callable[[], float] = monotonic,
    rng: Random | None = None,
) -> Exchange:
    """Return an exchange of what arrives; linear in entries, so on a worker's thread.

    What is `held` back is not asked for before it is released. `up` limits what is given. The
    entries must stay open until `close`: what was saved is read by their names.
    """
    accepted, content, pieces = arrival.accepted, arrival.content, arrival.pieces
    columns, packs = accepted.columns, accepted.packs
    numbering = Numbering(columns, packs)
    picker = MemberPicker(numbering.lengths(), _wanted(arrival, numbering), rng or SystemRandom())
    exchanged = ExchangedPieces(numbering, packs, picker, held, clock)
    judged = MemberPieces(pieces, exchanged, columns, packs)

    def sharing(is_held: Callable[[], bool]) -> LinkSharing:
        return LinkSharing(exchanged, pieces, judged, arrival.served, up, is_held, clock)

    exchange = Exchange(numbering, exchanged, sharing, tell)
    content.let_hear(exchanged.hear)
    for here in all_here(columns, packs, content.states, content.runs_here):
        exchanged.hear(here)
    return exchange


def _wanted(arrival: Arrival, numbering: Numbering) -> RangeSet:
    """Return the numbers of what is missing; small files that are wanted singly have none."""
    columns, content = arrival.accepted.columns, arrival.content
    return numbering.numbers(
        (entry, pieces)
        for entry, pieces in content.wish()
        if entry == PACK_INDEX or not (is_packed(columns.size(entry)) or content.generation(entry))
    )
