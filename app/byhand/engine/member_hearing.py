"""The receiving thread of a link: what another member says, asks for and gives."""

import threading
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter
from time import monotonic_ns

from byhand.domain.codes import Code
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.asked_of_us import AskedOfUs, Place, places_of, rows_of_places
from byhand.engine.confined_thread import confine_to
from byhand.engine.fragments import Fragments
from byhand.engine.link_sharing import LinkSharing
from byhand.engine.peer import Peer
from byhand.engine.reports import PeerLied
from byhand.engine.told_numbers import ToldNumbers
from byhand.errors import HashMismatchError, RemoteProtocolError
from byhand.network.member_channel import MemberReceiver
from byhand.protocol.data_frame import FLAG_FRAGMENT, FLAG_HASHES, HASH_BYTES, FrameHeader
from byhand.protocol.member_messages import (
    ASKED_ROWS,
    Asked,
    Bits,
    CancelGet,
    Get,
    Have,
    No,
)
from byhand.protocol.message import Message

UNSAID_LIMIT = 1024
"""So many answers may wait for a peer to take them."""


class MemberHearing:
    """Everything that comes is hostile until it was looked at here, or below."""

    def __init__(
        self,
        peer: Peer,
        sharing: LinkSharing,
        receiver: MemberReceiver,
        asked: AskedOfUs,
        lied: Callable[[PeerLied], None],
    ) -> None:
        self._peer = peer
        self._sharing = sharing
        self._exchanged = sharing.exchanged
        self._receiver = receiver
        self._asked = asked
        self._lied = lied
        self._told = ToldNumbers(sharing.exchanged.numbering, sharing.clock)
        self._fragments = Fragments()
        self._watch = Stopwatch(monotonic_ns)
        self._has_all_bits = False

    def run(self, is_over: threading.Event) -> None:
        """Receive to the end, confined to the staging folder; raise ByhandError."""
        confine_to((self._sharing.arriving.staging,))
        while (received := self._receiver.receive()) is not None:
            if isinstance(received, Message):
                self._hear(received)
            else:
                header, body = received
                self._take(header, body, is_over)

    def refuse_all(self) -> None:
        """Give nothing of what has been asked for so far."""
        for request, asked in groupby(self._asked.take_all(), key=itemgetter(0)):
            self._say_no(request, (place for _, place in asked), Code.BUSY)

    def _take(self, header: FrameHeader, body: memoryview, is_over: threading.Event) -> None:
        judged = self._sharing.judged
        judged.check(self._peer, header)
        if header.flags & FLAG_FRAGMENT:
            whole = self._fragments.joined(header, body)
            if whole is None:
                return
            payload = whole[1]
        else:
            hashes = HASH_BYTES * header.piece_count if header.flags & FLAG_HASHES else 0
            payload = body[hashes:]
        bad = judged.take(self._peer, header, payload)
        if bad is not None:
            self._lied(PeerLied(self._peer.tag, *bad))
            raise HashMismatchError("a piece from another member")
        judged.wait_for_room(is_over, self._watch)

    def _hear(self, message: Message) -> None:
        if len(self._peer.to_say) >= UNSAID_LIMIT and isinstance(message, Get | CancelGet):
            raise RemoteProtocolError("more asked for than answers are taken")
        match message:
            case Bits(rows=rows, more=more) if not self._has_all_bits:
                self._has_all_bits = not more
                self._exchanged.peer_has(self._peer, self._told.take(rows))
            case Have(rows=rows) if self._has_all_bits:
                self._exchanged.peer_has(self._peer, self._told.take(rows))
            case Get() if self._has_all_bits:
                self._asked_for(message)
            case No(request=request, rows=rows, code=code):
                self._refused(request, rows, code)
            case CancelGet(request=request):
                self._say_no(request, self._asked.cancel(request), Code.CANCELLED)
            case _:
                raise RemoteProtocolError("what a member may not say, or not now")

    def _asked_for(self, message: Get) -> None:
        self._say_no(message.request, self._asked.add(message), Code.BUSY)
        if self._sharing.is_held():
            self.refuse_all()
        self._peer.wake()

    def _refused(self, request: int, rows: list[Asked], code: Code) -> None:
        numbers = [self._exchanged.numbering.number(*place) for place in places_of(rows)]
        if code is not Code.CANCELLED:  # what we did not need it may have
            is_busy = code is Code.BUSY
            self._exchanged.refused(self._peer, request, numbers, is_busy=is_busy)

    def _say_no(self, request: int, places: Iterable[Place], code: Code) -> None:
        rows = list(rows_of_places(places))
        for start in range(0, len(rows), ASKED_ROWS):
            self._peer.say(No(request=request, rows=rows[start : start + ASKED_ROWS], code=code))
