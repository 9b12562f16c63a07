"""Which pieces of one transfer a member asks for, shows and gives: one lock round the picker."""

import threading
from collections.abc import Callable, Iterable

from byhand.domain.numbering import Numbering
from byhand.domain.pieces import HASH_BYTES, PACK_INDEX, Packs
from byhand.domain.ranges import RangeSet
from byhand.engine.held_back import HeldBack, Released
from byhand.engine.peer import Peer
from byhand.engine.presence import EntryOut, PiecesHere, Presence, WantedAgain
from byhand.engine.shown_pieces import ShownPieces
from byhand.engine.told_hashes import ToldHashes
from byhand.errors import RemoteProtocolError
from byhand.protocol.member_messages import CancelGet, Have
from byhand.swarm.member_picker import MemberPicker
from byhand.swarm.peer_requests import Request

Cancels = Iterable[tuple[object, int]]
BUSY_SECONDS = 0.08
"""So often links look what is to be said and asked, while anything happens: no event wakes them."""
IDLE_SECONDS = 1.0
"""And so often when nothing does; the next event wakes them."""
STILL_SECONDS = 5.0
"""After so long nothing happens."""


class ExchangedPieces:
    """Any thread; waits for nothing, and calls nobody while it holds its lock.

    `last_received_at` is when the last piece came from a peer, by the clock.
    """

    def __init__(
        self,
        numbering: Numbering,
        packs: Packs,
        picker: MemberPicker,
        held: HeldBack,
        clock: Callable[[], float],
    ) -> None:
        """What is `held` back is not asked for before it is released."""
        self.numbering = numbering
        self.told = ToldHashes(len(numbering))
        self.last_received_at = self._stirred_at = clock()
        self._packs = packs
        self._picker = picker
        self._held = held
        self._clock = clock
        self._pieces = ShownPieces(self.told)
        self._peers: dict[bytes, Peer] = {}
        self._lock = threading.Lock()

    # What is here, and what the sender says

    def hear(self, presence: Presence) -> None:
        """Take note of what has come, from whomever, or is not exchanged any more."""
        match presence:
            case PiecesHere(entry, first, count, hashes):
                number = self.numbering.number(entry, first)
                self._came(number, number + count, hashes)
            case EntryOut(entry):
                self.leave_out(entry)
            case WantedAgain(entry, pieces) if self.numbering.of_entry(entry):
                with self._lock:
                    for start, end in self.numbering.numbers([(entry, pieces)]):
                        self._pieces.wanted_again(start, end)

    def leave_out(self, entry: int) -> None:
        """Exchange a file no more, nor the pack that it is in: it is not what was offered."""
        pack = self._packs.pack_of(entry)
        numbers = self.numbering.of_entry(entry) if pack is None else range(pack, pack + 1)
        if numbers:
            self.gone(numbers.start, numbers.stop, for_good=True)

    def gone(self, first: int, end: int, *, for_good: bool = False) -> None:
        """Show some pieces no more, and ask for them neither."""
        with self._lock:
            self._pieces.gone(first, end, for_good=for_good)
            cancels = self._picker.unwanted(RangeSet([(first, end)]))
            for peer in self._peers.values():
                peer.unannounced.subtract(first, end)
        self._cancel(cancels)

    def hashes_told(self, entry: int, first: int, hashes: bytes) -> None:
        """The sender told hashes, n × 32 bytes, of pieces as it offered them, or of packs.

        Raises RemoteProtocolError for what is not in the manifest.
        """
        count = len(hashes) // HASH_BYTES
        if not count or len(hashes) % HASH_BYTES:
            raise RemoteProtocolError("hashes of another length")
        number = self.numbering.number(entry, first)
        self.numbering.number(entry, first + count - 1)
        is_held = self._held.holds_pack(first) if entry == PACK_INDEX else entry in self._held
        for start, end in self.told.add(number, hashes):
            self._told(start, end, is_held=is_held)

    def released(self, released: Released) -> None:
        """Ask for what is held back no more."""
        runs = [range(number, number + 1) for number in released.packs]
        runs += [self.numbering.of_entry(entry) for entry in released.files]
        for run in runs:
            for start, end in self.told.known(run.start, run.stop):
                self._told(start, end, is_held=False)

    def had(self) -> RangeSet:
        """Return all that is here as it was offered."""
        with self._lock:
            self._pieces.take_news()
            return self._pieces.here.copy()

    def take_news(self) -> RangeSet:
        """Return what has come since the last call, or since `had`."""
        with self._lock:
            return self._pieces.take_news()

    # Peers

    def join(self, peer: Peer) -> None:
        """Count a peer in, to whom all that is shown is to be announced."""
        with self._lock:
            self._peers[peer.tag] = peer
            self._picker.peer_joined(peer.tag)
            peer.unannounced = self._pieces.shown.copy()

    def leave(self, peer: Peer) -> None:
        """Count a peer out; what was asked of it is asked of others. A second call does nothing."""
        with self._lock:
            if self._is_there(peer):
                del self._peers[peer.tag]
                self._picker.peer_left(peer.tag)
        self._stir()

    def call_back(self) -> None:
        """Let all peers ask again: they were refused, and do so at once after a HAVE, if empty."""
        for peer in list(self._peers.values()):
            peer.say(Have(rows=[]))
        self._stir()

    def take_unannounced(self, peer: Peer) -> RangeSet:
        """Return what is to be said to a peer by HAVE now."""
        with self._lock:
            unannounced, peer.unannounced = peer.unannounced, RangeSet()
            return unannounced

    def peer_has(self, peer: Peer, numbers: RangeSet) -> None:
        """A peer says what it has."""
        with self._lock:
            if self._is_there(peer):
                self._picker.peer_has(peer.tag, numbers)
        self._stir()

    def ask(self, peer: Peer) -> list[Request]:
        """Return what to ask of a peer now."""
        with self._lock:
            return self._picker.ask(peer.tag, self._clock()) if self._is_there(peer) else []

    def pause_seconds(self) -> float:
        """Return how long a link waits before it looks again what is to be said and asked."""
        is_still = self._clock() - self._stirred_at > STILL_SECONDS
        return IDLE_SECONDS if is_still else BUSY_SECONDS

    def look_for_silence(self, peer: Peer) -> None:
        """Ask others for what a peer does not give; called about once a second."""
        with self._lock:
            is_there = self._is_there(peer)
            cancelled = self._picker.timed_out(peer.tag, self._clock()) if is_there else []
        for request in cancelled:
            peer.say(CancelGet(request=request))
        if cancelled:
            self._stir()

    def may_take(self, peer: Peer, request: int, first: int, end: int) -> bool:
        """Say whether all of some pieces answer what was asked of a peer."""
        with self._lock:
            return self._is_there(peer) and all(
                self._picker.may_take(peer.tag, request, number) for number in range(first, end)
            )

    def arrived(self, peer: Peer, request: int, first: int, end: int) -> None:
        """Right pieces have come from a peer; `judged` follows."""
        with self._lock:
            if self._is_there(peer):
                now = self.last_received_at = self._clock()
                for number in range(first, end):
                    self._picker.arrived(peer.tag, request, number, now)
        peer.ask_soon()

    def judged(self, first: int, end: int, *, is_over: bool) -> None:
        """What arrived is here now, or may be asked for again, unless with that it `is_over`.

        Of what was right and not taken nobody is asked once more.
        """
        with self._lock:
            for number in range(first, end):
                if number in self._pieces.here:
                    continue
                self._picker.spoiled(number)
                if is_over:
                    self._picker.unwanted(RangeSet([(number, number + 1)]))

    def refused(
        self, peer: Peer, request: int, numbers: Iterable[int], *, is_busy: bool = False
    ) -> None:
        """A peer does not give what was asked of it, or `is_busy` and does not now."""
        refused = self._picker.put_off if is_busy else self._picker.refused
        with self._lock:
            if self._is_there(peer):
                for number in numbers:
                    refused(peer.tag, request, number, self._clock())
        self._stir()

    def is_shown(self, number: int) -> bool:
        """Say whether a piece is given to whoever asks for it."""
        with self._lock:
            return number in self._pieces.shown

    def may_serve(self, peer: Peer, byte_count: int) -> bool:
        """Say whether a peer may be given so much more."""
        with self._lock:
            return self._picker.may_serve(peer.tag, byte_count)

    def served(self, peer: Peer, byte_count: int) -> None:
        """Take note of what a peer was given."""
        with self._lock:
            peer.given_bytes += byte_count
            self._picker.served(peer.tag, byte_count)

    # Inside

    def _came(self, first: int, end: int, hashes: bytes) -> None:
        if hashes:
            self.told.replace(first, hashes)
        with self._lock:
            fresh, shown = self._pieces.came(first, end)
            cancels = self._picker.here(fresh) if fresh else ()
            self._show(shown)
        self._cancel(cancels)
        self._stir()

    def _told(self, first: int, end: int, *, is_held: bool) -> None:
        with self._lock:
            lacking, shown = self._pieces.told(first, end)
            if lacking and not is_held:
                self._picker.known(lacking)
            self._show(shown)
        self._stir()

    def _show(self, shown: RangeSet) -> None:
        """Have it announced to everybody."""
        for peer in self._peers.values():
            for start, end in shown:
                peer.unannounced.add(start, end)

    def _cancel(self, cancels: Cancels) -> None:
        for tag, request in cancels:
            peer = self._peers.get(tag) if isinstance(tag, bytes) else None
            if peer is not None:
                peer.say(CancelGet(request=request))

    def _stir(self) -> None:
        """Something has happened: links look often for a while what follows from it."""
        now = self._clock()
        was_still = now - self._stirred_at > STILL_SECONDS
        self._stirred_at = now
        for peer in list(self._peers.values()) if was_still else ():
            peer.wake()

    def _is_there(self, peer: Peer) -> bool:
        return self._peers.get(peer.tag) is peer
