"""A link: one connection on which two members hand each other pieces, in two plain threads."""

import logging
import socket
import threading
from collections.abc import Callable

from byhand.engine.asked_of_us import AskedOfUs
from byhand.engine.bandwidth import Bucket, Pacer
from byhand.engine.intake import Intake
from byhand.engine.link_sharing import LinkSharing
from byhand.engine.member_hearing import MemberHearing
from byhand.engine.member_saying import MemberSaying
from byhand.engine.peer import Peer
from byhand.engine.piece_frames import PieceFrames
from byhand.engine.reports import PeerLied
from byhand.errors import ByhandError, LocalProtocolError
from byhand.network.member_channel import MemberReceiver, MemberSender
from byhand.noise.handshake_state import Session

logger = logging.getLogger(__name__)


class MemberLink:
    """One thread receives, confined to the staging folder; one sends and reads what it sends.

    `lied` hears, in a thread of the link, of a piece that is wrong; `ended` that both threads
    come to their end, and why: None if we dropped the link, or the other side ended it properly.
    """

    def __init__(
        self,
        tag: bytes,
        sock: socket.socket,
        session: Session,
        sharing: LinkSharing,
        lied: Callable[[PeerLied], None],
        ended: Callable[["MemberLink", ByhandError | None], None],
    ) -> None:
        self._pacer = Pacer()
        self.peer = Peer(tag, self._pacer.wake)
        self._socket = sock
        self._sharing = sharing
        self._ended = ended
        self._is_over = threading.Event()
        self._is_dropped = False
        self._ends: list[ByhandError | None] = []
        self._lock = threading.Lock()
        self._bucket = Bucket(sharing.up)
        asked = AskedOfUs(sharing.exchanged.numbering)
        sender = MemberSender(sock, session.sending)
        frames = PieceFrames(self.peer, asked, sharing, sender, self._pacer, self._bucket)
        self._saying = MemberSaying(self.peer, sharing, sender, frames, self._pacer)
        self._intake = Intake(lambda _: sharing.arriving.bucket, lambda _: None, Pacer())
        receiver = MemberReceiver(sock, session.receiving, self._intake)
        self._hearing = MemberHearing(self.peer, sharing, receiver, asked, lied)
        name = f"member-link-{tag.hex()[:8]}"
        self._threads = [
            threading.Thread(target=self._run, args=(work,), name=f"{name}-{what}", daemon=True)
            for what, work in (("receive", self._hearing.run), ("send", self._saying.run))
        ]

    def start(self) -> None:
        """Start the threads, which own the socket from now on."""
        self._sharing.exchanged.join(self.peer)
        for thread in self._threads:
            thread.start()

    def interrupt(self) -> None:
        """End the link at once, whatever its threads wait for; they are to be joined."""
        self._is_dropped = True
        self._stop()

    @property
    def is_running(self) -> bool:
        """Say whether one of its threads has not ended."""
        return any(thread.is_alive() for thread in self._threads)

    def join(self) -> None:
        """Return once both threads have ended."""
        for thread in self._threads:
            thread.join()

    def refuse_all(self) -> None:
        """Give nothing of what has been asked for so far."""
        self._hearing.refuse_all()

    def _run(self, work: Callable[[threading.Event], None]) -> None:
        error: ByhandError | None = None
        try:
            work(self._is_over)
        except ByhandError as exc:
            error = exc
        except Exception as exc:
            logger.exception("a bug in a link to a member")
            error = LocalProtocolError(str(exc))
        with self._lock:
            # Whichever ends first knows why; the other one is only woken.
            self._ends.append(error)
            is_last = len(self._ends) == len(self._threads)
        self._stop()
        if is_last:
            self._socket.close()
            self._bucket.close()
            self._ended(self, None if self._is_dropped else self._ends[0])

    def _stop(self) -> None:
        self._is_over.set()
        self._sharing.exchanged.leave(self.peer)
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            logger.debug("a link to a member was down already")
        self._intake.stop()
        self._sharing.arriving.nudge()
        self._pacer.wake()
