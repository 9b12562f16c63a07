"""All transfers that run: started, offered in turn, ordered about, ended with the program."""

import asyncio
import logging
import os
import secrets
import time
from collections import deque
from collections.abc import Callable, Coroutine, Sequence

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.names import cleaned_component
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import RemoteProtocolError, UsageError
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.messages import Answer, Offer, Verdict
from byhand.service.friend_session import FriendSession
from byhand.service.incoming import Incoming
from byhand.service.outgoing import Outgoing
from byhand.service.queue import Queue
from byhand.service.surroundings import CancelOrder, SessionReady, ShutdownOrder, Surroundings, Tick

logger = logging.getLogger(__name__)

OFFERS_A_FRIEND = 3
OFFERS_IN_ALL = 10
TRANSFERS_A_FRIEND = 8
REFUSED_KEPT = 50

Start = Callable[[Coroutine[None, None, None]], asyncio.Task[None]]


class Transfers:
    """Runs each transfer as a task of its own and decides whose turn it is to be offered."""

    def __init__(
        self,
        identity: LocalIdentity,
        queue: Queue,
        around: Surroundings,
        find_session: Callable[[FriendId], FriendSession | None],
    ) -> None:
        self._identity = identity
        self._queue = queue
        self._around = around
        self._find_session = find_session
        self._outgoing: dict[TransferId, Outgoing] = {}
        self._paths: dict[TransferId, tuple[str, ...]] = {}
        self._refused: deque[TransferId] = deque()
        self._is_closing = False
        self._incoming: dict[TransferId, Incoming] = {}
        self._runs: set[asyncio.Task[None]] = set()

    def send(self, paths: Sequence[str], to: FriendId, ed25519_public: bytes) -> TransferId:
        """Start an outgoing transfer of files and folders; UsageError if there are none."""
        places = tuple(os.path.abspath(path) for path in paths)
        if not places:
            raise UsageError("Choose at least one file or folder to send.")
        transfer = Transfer(
            TransferId(secrets.token_bytes(16)),
            Direction.OUTGOING,
            to,
            _title(places),
            TransferState.SCANNING,
            time.time(),
            folder=os.path.dirname(places[0]),
        )
        session = self._find_session(to) if self._offers_left(to) > 0 else None
        outgoing = Outgoing(transfer, ed25519_public, places, session, self._around)
        self._outgoing[transfer.id] = outgoing
        self._paths[transfer.id] = places
        self._queue.add(transfer)
        self._run(outgoing.run(), transfer.id)
        return transfer.id

    def paths_of(self, transfer_id: TransferId) -> tuple[str, ...]:
        """Return what an outgoing transfer sends; empty for one that is not on the list."""
        return self._paths.get(transfer_id, ())

    def offered(self, session: FriendSession, offer: Offer, folder: str) -> None:
        """Show an offer, unless too many wait already.

        Raises RemoteProtocolError for the id of a transfer that is not theirs to offer again.
        """
        transfer_id = TransferId(offer.transfer_id)
        earlier = self._queue.get(transfer_id)
        if earlier is not None and not _may_come_again(earlier, session.friend_id):
            raise RemoteProtocolError("an offer under an id that is taken")
        if self._is_closing or (earlier is not None and not earlier.is_final):
            return
        if transfer_id in self._incoming or self._is_busy(session.friend_id):
            busy = Answer(transfer_id=transfer_id, verdict=Verdict.DECLINE, code=Code.BUSY)
            session.post(busy)
            return
        transfer = Transfer(
            transfer_id,
            Direction.INCOMING,
            session.friend_id,
            offer.title,
            TransferState.OFFERED,
            time.time(),
            folder=folder,
        )
        incoming = Incoming(transfer, offer, session, self._identity, self._around)
        self._incoming[transfer_id] = incoming
        session.route(transfer_id, incoming.put)
        self._queue.add(transfer)
        self._run(incoming.run(), transfer_id)

    def order(self, transfer_id: TransferId, order: object) -> None:
        """Hand an order to a transfer; one that has ended does not need it any more."""
        running = self._incoming.get(transfer_id) or self._outgoing.get(transfer_id)
        if running is not None:
            running.put(order)

    def end_all_with(self, friend_id: FriendId) -> None:
        """End everything that is under way with a friend."""
        for transfer in self._queue:
            if transfer.friend_id == friend_id and not transfer.is_final:
                self.order(transfer.id, CancelOrder())

    def remove(self, transfer_id: TransferId) -> None:
        """Take a transfer that has ended off the list."""
        self._queue.remove(transfer_id)
        if self._queue.get(transfer_id) is None:
            self._paths.pop(transfer_id, None)

    def is_waiting(self, friend_id: FriendId) -> bool:
        """Say whether something waits for a friend to be there."""
        return any(outgoing.wants_session for outgoing in self._going_to(friend_id))

    def offer_next(self, friend_id: FriendId) -> None:
        """Let what waits for a friend be offered, as many as may be open at once."""
        session = self._find_session(friend_id)
        if session is None or self._around.refusals.is_waiting(friend_id):
            return
        room = self._offers_left(friend_id)
        waiting = [outgoing for outgoing in self._going_to(friend_id) if outgoing.wants_session]
        for outgoing in waiting[: max(0, room)]:
            outgoing.put(SessionReady(session))

    def tick(self) -> None:
        """Let everything that runs know that half a second has passed."""
        for running in self._all():
            running.put(Tick())

    def ended(self, transfer_id: TransferId) -> None:
        """Make room for the next, when one has ended."""
        self._outgoing.pop(transfer_id, None)
        incoming = self._incoming.pop(transfer_id, None)
        transfer = self._queue.get(transfer_id)
        if transfer is None:
            return
        self.offer_next(transfer.friend_id)
        if incoming is not None and not incoming.was_accepted:
            self._keep_few(transfer)

    async def close(self) -> None:
        """End everything that runs, leaving nothing half-written; no offer is shown any more."""
        self._is_closing = True
        for running in self._all():
            running.put(ShutdownOrder())
        if self._runs:
            await asyncio.wait(self._runs)

    def _all(self) -> list[Incoming | Outgoing]:
        return [*self._incoming.values(), *self._outgoing.values()]

    def _keep_few(self, refused: Transfer) -> None:
        """Let what was taken back go, and the oldest of what came to nothing.

        Else a friend who offers and withdraws would fill the list.
        """
        if refused.state is TransferState.WITHDRAWN:
            self.remove(refused.id)
            return
        self._refused.append(refused.id)
        while len(self._refused) > REFUSED_KEPT:
            self.remove(self._refused.popleft())

    def _is_busy(self, friend_id: FriendId) -> bool:
        return (
            self._around.declines.is_waiting(friend_id)
            or self._queue.open_offers(friend_id) >= OFFERS_A_FRIEND
            or self._queue.open_offers() >= OFFERS_IN_ALL
            or self._queue.under_way(friend_id, Direction.INCOMING) >= TRANSFERS_A_FRIEND
        )

    def _going_to(self, friend_id: FriendId) -> list[Outgoing]:
        return [each for each in self._outgoing.values() if each.friend_id == friend_id]

    def _offers_left(self, friend_id: FriendId) -> int:
        unanswered = sum(each.is_offering for each in self._going_to(friend_id))
        under_way = self._queue.under_way(friend_id, Direction.OUTGOING)
        return min(OFFERS_A_FRIEND - unanswered, TRANSFERS_A_FRIEND - under_way)

    def _run(self, running: Coroutine[None, None, None], transfer_id: TransferId) -> None:
        task = self._around.spawn(self._to_its_end(running, transfer_id))
        self._runs.add(task)
        task.add_done_callback(self._runs.discard)

    async def _to_its_end(
        self, running: Coroutine[None, None, None], transfer_id: TransferId
    ) -> None:
        """Run a transfer; a bug in one ends that one only, and is seen."""
        try:
            await running
        finally:
            transfer = self._queue.get(transfer_id)
            if transfer is not None and not transfer.is_final:
                self._queue.end(transfer, TransferState.FAILED, Code.INTERNAL)


def _may_come_again(earlier: Transfer, friend_id: FriendId) -> bool:
    """Say whether a friend may offer under the id of an earlier transfer."""
    is_theirs = earlier.direction is Direction.INCOMING and earlier.friend_id == friend_id
    return is_theirs and earlier.state not in (TransferState.DONE, TransferState.PARTLY_DONE)


def _title(paths: Sequence[str]) -> str:
    """Return what an offer is called: the item's name, or how many items there are."""
    if len(paths) == 1:
        return cleaned_component(os.path.basename(paths[0]) or paths[0])
    return f"{len(paths)} items"
