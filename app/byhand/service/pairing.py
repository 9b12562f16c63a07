"""Becoming friends in person, and comparing codes: `service.pairing`, as `PairingOrders`."""

import socket
import time
from collections.abc import Callable, Iterator

from byhand.domain.codes import Code
from byhand.domain.events import Event, PairingChanged, PairingWindowChanged
from byhand.domain.identity import FriendId
from byhand.domain.pairing import PairingId, PairingProblem, PairingWindow
from byhand.domain.text import filled
from byhand.errors import UsageError
from byhand.protocol.credentials import LocalIdentity, PinnedFriend
from byhand.protocol.friend_messages import PairMessage
from byhand.protocol.handshake import PairEstablished
from byhand.service.comparing import Comparisons
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession, SessionEnded
from byhand.service.pairing_desk import Desk
from byhand.service.pairing_limits import PairingLimits
from byhand.service.pairing_needs import PairingNeeds
from byhand.service.pairing_window import Window
from byhand.service.pending_newcomers import Newcomer, PendingNewcomers
from byhand.service.sessions import Connected
from byhand.service.strangers import Strangers


class Pairings:
    """Takes the user's orders, and what strangers and friends ask for."""

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        needs: PairingNeeds,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`clock` gives seconds that never fall."""
        limits = PairingLimits(clock)
        self._book = book
        self._needs = needs
        self._window = Window(limits, needs.set_visible, needs.discovery, needs.tell, needs.wait)
        self._desk = Desk(limits, self._window, needs.tell)
        self._pending = PendingNewcomers(clock)
        self._strangers = Strangers(identity, book, self._pending, self._desk, needs)
        self._comparisons = Comparisons(identity.friend_id, book, self._desk, needs.wait)

    # What the user says

    def open(self) -> None:
        """Let people nearby see us and ask to be paired, for 120 s; PairingWindowChanged."""
        self._window.open()

    def close(self) -> None:
        """Let nobody ask any more; a pairing under way is refused."""
        self._window.close()
        for run in self._desk:
            if run.pairing.friend is None:
                run.end(None, Code.CANCELLED)

    def pair(self, nearby_key: str, *, is_mine: bool = False) -> None:
        """Pair with somebody nearby; PairingChanged tells how it goes."""
        nearby = self._needs.nearby(nearby_key)
        hints, token = self._needs.discovery().nearby_hints(nearby_key) if nearby else ((), b"")
        run = self._desk.pick(nearby.name if nearby else "", nearby_key=nearby_key)
        run.is_mine = is_mine
        if not hints:
            run.end(PairingProblem.UNREACHABLE)
        elif self._desk.may_go_on(run):
            self._needs.wait(self._strangers.call(run, hints, token))

    def accept(self, pairing_id: PairingId, *, is_mine: bool = False) -> None:
        """Say yes to somebody who asks to be paired, or to compare codes."""
        run = self._desk.get(pairing_id)
        if run is not None and run.is_asked and self._desk.may_go_on(run):
            self._desk.end_picked()
            run.accept(is_mine=is_mine)

    def compare_codes(self, friend_id: FriendId) -> None:
        """Compare codes with a friend who is there; UsageError for one who is not."""
        session, friend = self._needs.session_with(friend_id), self._book.get(friend_id)
        if session is None or friend is None:
            name = friend.name if friend else "This friend"
            text = "{name} is not here now: ask them to open Byhand, then try again."
            raise UsageError(filled(text, name=name))
        asked = self._comparisons.run_in(session)
        if asked is not None:
            self.accept(asked.pairing.id)
            return
        run = self._desk.pick(friend.name, friend=friend)
        if self._desk.may_go_on(run):
            self._comparisons.start(run, session)

    def type_code(self, pairing_id: PairingId, digits: str) -> None:
        """Give the half that the other side has read out; what is no digit does not count."""
        run = self._desk.get(pairing_id)
        if run is not None:
            run.type_code(digits)

    def put_off(self, pairing_id: PairingId) -> None:
        """Become friends now and compare codes another time."""
        run = self._desk.get(pairing_id)
        if run is not None:
            run.put_off()

    def refuse(self, pairing_id: PairingId, *, codes_differ: bool = False) -> None:
        """End a pairing; nothing of it is kept."""
        run = self._desk.get(pairing_id)
        if run is not None and codes_differ:
            run.end(PairingProblem.WRONG_CODE, Code.AUTHENTICATION)
        elif run is not None:
            run.end(None, Code.CANCELLED)

    # What others ask

    def present(self) -> Iterator[Event]:
        """Yield what is there, as events."""
        if self._window.now != PairingWindow():
            yield PairingWindowChanged(self._window.now)
        for run in self._desk:
            yield PairingChanged(run.pairing)

    def tokens(self) -> tuple[bytes, ...]:
        """Return what the first message of a stranger must carry; none when nobody may ask."""
        return self._window.tokens()

    def arrived(self, sock: socket.socket, established: PairEstablished) -> None:
        """Hear a stranger who has dialled us."""
        self._needs.wait(self._strangers.answer(sock, established))

    def heard(self, session: FriendSession, message: PairMessage | SessionEnded) -> None:
        """Take what a friend says about comparing codes, or that their session has ended."""
        self._comparisons.heard(session, message)

    # Newcomers whose word was lost

    def pinned(self, x25519: bytes, known: PinnedFriend | None) -> PinnedFriend | None:
        """Return who has a key: a friend that is known, or a newcomer who is waited for."""
        pending = self._pending.pinned(x25519, known)
        friend = self._book.get(pending.friend_id) if pending else None
        return None if friend is not None and friend.is_held else pending

    def friend_called(self, connected: Connected, psk: bytes) -> None:
        """Go on with a friend who has called; a newcomer who was waited for is stored before."""
        newcomer = self._pending.get(connected.friend_id, psk)
        if newcomer is None:
            self._needs.adopt(connected)
        else:
            self._needs.wait(self._welcome(newcomer, connected))

    def forget(self, friend_id: FriendId) -> None:
        """Wait for nobody whom our user does not want any more, nor go on with them."""
        self._pending.drop(friend_id)
        for run in self._desk:
            if run.peer == friend_id:
                run.end(None, Code.CANCELLED)

    async def _welcome(self, newcomer: Newcomer, connected: Connected) -> None:
        try:
            await self._book.add(
                newcomer.keys,
                newcomer.psk,
                newcomer.name,
                newcomer.computer,
                is_mine=newcomer.is_mine,
            )
        except BaseException:
            connected.sock.close()
            raise
        self._pending.drop(connected.friend_id)
        self._needs.became_friend(connected.friend_id, None)
        self._needs.adopt(connected)
