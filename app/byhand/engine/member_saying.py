"""The sending thread of a link: what another member is told, asked for and given."""

import threading
from collections.abc import Iterator

from byhand.domain.ranges import RangeSet
from byhand.engine.bandwidth import Pacer
from byhand.engine.link_sharing import LinkSharing
from byhand.engine.peer import Peer
from byhand.engine.piece_frames import PieceFrames
from byhand.engine.told_numbers import rows_of
from byhand.network.member_channel import MemberSender
from byhand.protocol.member_messages import Asked, Bits, Get, Have
from byhand.swarm.peer_requests import Request

SILENCE_SECONDS = 1.0
"""So often it is looked whether the peer is silent."""
LATER_SECONDS = 0.1
"""So often it looks whether what was asked for can be read again."""


class MemberSaying:
    """Between two frames everything else that is due is said first."""

    def __init__(
        self,
        peer: Peer,
        sharing: LinkSharing,
        sender: MemberSender,
        frames: PieceFrames,
        pacer: Pacer,
    ) -> None:
        self._peer = peer
        self._sharing = sharing
        self._exchanged = sharing.exchanged
        self._sender = sender
        self._frames = frames
        self._pacer = pacer
        self._clock = sharing.clock
        self._ticked_at = self._looked_at = sharing.clock()

    def run(self, is_over: threading.Event) -> None:
        """Say and give what there is until it is over; raise ByhandError."""
        self._say_all_bits()
        while not is_over.is_set():
            self._say_what_is_due()
            wait = self._frames.seconds_to_turn()
            if wait == 0 and self._frames.step():
                continue
            self._pacer.wait(self._seconds_to_wait(wait))

    def _say_all_bits(self) -> None:
        numbers = self._exchanged.take_unannounced(self._peer)
        parts = rows_of(self._exchanged.numbering, numbers) or [[]]
        for number, rows in enumerate(parts, 1):
            self._sender.send_message(Bits(rows=rows, more=number < len(parts)))

    def _say_what_is_due(self) -> None:
        while self._peer.to_say:
            self._sender.send_message(self._peer.to_say.popleft())
        now = self._clock()
        if now - self._ticked_at >= self._exchanged.pause_seconds():
            self._ticked_at = now
            self._tick(now)
        if self._peer.may_ask and self._sharing.judged.is_taking and not self._sharing.is_held():
            self._peer.may_ask = False
            for request in self._exchanged.ask(self._peer):
                rows = list(_asked(self._exchanged.numbering.rows(_numbers(request))))
                self._sender.send_message(Get(request=request.request_id, rows=rows))

    def _tick(self, now: float) -> None:
        """Do at once what need not be done with each piece."""
        self._peer.may_ask = True
        if self._peer.unannounced:
            self._announce(self._exchanged.take_unannounced(self._peer))
        if now - self._looked_at >= SILENCE_SECONDS:
            self._looked_at = now
            self._exchanged.look_for_silence(self._peer)

    def _announce(self, numbers: RangeSet) -> None:
        parts = rows_of(self._exchanged.numbering, numbers)
        for number, rows in enumerate(parts, 1):
            self._sender.send_message(Have(rows=rows, more=number < len(parts)))

    def _seconds_to_wait(self, for_frame: float | None) -> float:
        wait = self._ticked_at + self._exchanged.pause_seconds() - self._clock()
        if for_frame is not None:
            wait = min(wait, for_frame or LATER_SECONDS)
        return max(0.0, wait)


def _numbers(request: Request) -> RangeSet:
    return RangeSet([(request.first, request.end)])


def _asked(rows: Iterator[tuple[int, RangeSet]]) -> Iterator[Asked]:
    for entry, pieces in rows:
        for first, end in pieces:
            yield Asked(entry, first, end - first)
