"""All transfers: loaded, started, offered in turn, ordered about, and kept for the next run."""

import asyncio
import logging
import os
import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.names import cleaned_component
from byhand.domain.plan import IncomingPlan, OutgoingPlan, SendOptions, StoredTransfer
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import RemoteProtocolError, UsageError
from byhand.protocol.codec import batches
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.messages import Answer, Offer, Verdict
from byhand.protocol.resume_messages import Sync, SyncRow
from byhand.service.endings import Endings
from byhand.service.friend_session import FriendSession
from byhand.service.incoming import Incoming
from byhand.service.keeping import Keeping
from byhand.service.offer_limits import OfferLimits
from byhand.service.outgoing import Outgoing
from byhand.service.queue import Queue
from byhand.service.row import Row
from byhand.service.surroundings import (
    SessionReady,
    ShutdownOrder,
    Surroundings,
    Synced,
    Tick,
    TurnChanged,
)
from byhand.service.turns import Contender, turns

logger = logging.getLogger(__name__)

AT_ONCE = 3

_Running = Incoming | Outgoing


class Transfers:
    """Runs each transfer as a task of its own and decides whose turn it is."""

    def __init__(
        self,
        identity: LocalIdentity,
        queue: Queue,
        keeping: Keeping,
        endings: Endings,
        around: Surroundings,
        find_session: Callable[[FriendId], FriendSession | None],
    ) -> None:
        self._identity = identity
        self._queue = queue
        self._keeping = keeping
        self._endings = endings
        self._around = around
        self._find_session = find_session
        self._outgoing: dict[TransferId, Outgoing] = {}
        self._incoming: dict[TransferId, Incoming] = {}
        self._ended: dict[TransferId, StoredTransfer] = {}
        self._limits = OfferLimits(queue, around.declines, self.remove)
        self._runs: set[asyncio.Task[None]] = set()
        self._is_closing = False
        self.at_once = AT_ONCE

    # Beginning

    def load(
        self, stored: Iterable[StoredTransfer], key_of: Callable[[FriendId], bytes | None]
    ) -> None:
        """Go on with what was unfinished; `key_of` returns a friend's Ed25519 key, if any."""
        for each in sorted(stored, key=lambda one: one.transfer.place):
            transfer = each.transfer
            key = key_of(transfer.friend_id)
            if transfer.is_final or key is None:
                self._queue.add(transfer)
                self._ended[transfer.id] = each
                continue
            self._go_on(each, key)

    def send(
        self,
        paths: Sequence[str],
        to: FriendId,
        ed25519_public: bytes,
        options: SendOptions,
        retry_of: TransferId | None = None,
    ) -> TransferId:
        """Start an outgoing transfer of files and folders; UsageError if there are none.

        The same paths on their way to the same friend already are that transfer.
        """
        places = tuple(os.path.abspath(path) for path in paths)
        if not places:
            raise UsageError("Choose at least one file or folder to send.")
        plan = OutgoingPlan(tuple(map(os.fsencode, places)), options, retry_of=retry_of)
        joined = self._unfinished_like(plan, to)
        if joined is not None:
            return joined
        transfer = Transfer(
            TransferId(secrets.token_bytes(16)),
            Direction.OUTGOING,
            to,
            _title(places),
            TransferState.SCANNING,
            time.time(),
            folder=os.path.dirname(places[0]),
            note=options.note,
            place=self._queue.next_place(),
        )
        self._queue.add(transfer)
        row = Row(StoredTransfer(transfer, plan), plan, self._queue, self._keeping)
        self._keeping.keep(row.stored)
        session = self._find_session(to) if self._offers_left(to) > 0 else None
        self._start_outgoing(row, ed25519_public, session)
        return transfer.id

    def paths_of(self, transfer_id: TransferId) -> tuple[str, ...]:
        """Return what an outgoing transfer sends; empty for one that is not on the list."""
        plan = self._plan_of(transfer_id)
        paths = plan.paths if isinstance(plan, OutgoingPlan) else ()
        return tuple(map(os.fsdecode, paths))

    def offered(self, session: FriendSession, offer: Offer, folder: str) -> None:
        """Show an offer, unless too many wait already.

        Raises RemoteProtocolError for the id of a transfer that is not theirs to offer again.
        """
        transfer_id = TransferId(offer.transfer_id)
        earlier = self._queue.get(transfer_id)
        if earlier is not None and not _may_come_again(earlier, session.friend_id):
            raise RemoteProtocolError("an offer under an id that is taken")
        known = self._incoming.get(transfer_id)
        if self._is_closing or (known is not None and known.row.state is not TransferState.OFFERED):
            return
        if known is not None:
            known.offered(session, offer)
            return
        if self._limits.is_busy(session.friend_id):
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
            note=offer.note or "",
            place=self._queue.next_place(),
        )
        self._ended.pop(transfer_id, None)
        self._queue.add(transfer)
        plan = IncomingPlan(retry_of=offer.retry_of)
        row = Row(StoredTransfer(transfer, plan), plan, self._queue, self._keeping)
        self._start_incoming(row).offered(session, offer)

    # Orders

    def order(self, transfer_id: TransferId, order: object) -> None:
        """Hand an order to a transfer; one that has ended does not need it any more."""
        running = self._running(transfer_id)
        if running is not None:
            running.put(order)

    def move(self, transfer_id: TransferId, before: TransferId | None) -> None:
        """Put a transfer before another one in the queue, or last."""
        place = self._queue.place_before(transfer_id, before)
        running = self._running(transfer_id)
        if running is not None and place is not None:
            running.row.update(place=place)
            self.look_at_turns()
            self.offer_next(running.row.now.friend_id)

    def remove(self, transfer_id: TransferId) -> None:
        """Take a transfer that has ended off the list."""
        self._queue.remove(transfer_id)
        stored = self._ended.get(transfer_id)
        if stored is not None and self._queue.get(transfer_id) is None:
            del self._ended[transfer_id]
            self._keeping.keep(replace(stored, is_listed=False))

    # Friends come

    def greet(self, session: FriendSession) -> None:
        """Tell a friend who is there what is unfinished between us."""
        rows = [running.sync_row(session) for running in self._with(session.friend_id)]
        for part in batches(rows):
            session.post(Sync(rows=part, more=True))
        session.post(Sync())

    def synced(self, session: FriendSession, rows: Sequence[SyncRow]) -> None:
        """Go on with what both know, and answer for what only they do; RemoteProtocolError."""
        theirs = {row.transfer_id: row for row in rows}
        for running in self._with(session.friend_id):
            row = theirs.pop(running.row.id, None)
            if row is not None and isinstance(running, Outgoing) != bool(row.role):
                raise RemoteProtocolError("both ends of a transfer are the same")
            running.put(Synced(session, row))
        for row in theirs.values():
            self._around.spawn(self._endings.answer(session, row))
        self.offer_next(session.friend_id)

    def is_waiting(self, friend_id: FriendId) -> bool:
        """Say whether something waits for a friend to be there."""
        is_halfway = any(running.is_accepted for running in self._with(friend_id))
        return is_halfway or any(each.wants_session for each in self._going_to(friend_id))

    def offer_next(self, friend_id: FriendId) -> None:
        """Let what waits for a friend be offered, as many as may be open at once."""
        session = self._find_session(friend_id)
        if session is None or self._around.refusals.is_waiting(friend_id):
            return
        room = self._offers_left(friend_id)
        waiting = [outgoing for outgoing in self._going_to(friend_id) if outgoing.wants_session]
        waiting.sort(key=lambda outgoing: outgoing.row.now.place)
        for outgoing in waiting[: max(0, room)]:
            outgoing.put(SessionReady(session))

    # Turns

    def look_at_turns(self) -> None:
        """Let those send whose turn it is."""
        progress = self._queue.progress()
        wanting = [each for each in self._outgoing.values() if each.wants_turn]
        chosen = turns([_contender(each, progress) for each in wanting], self.at_once)
        for each in self._outgoing.values():
            has_turn = each.row.id in chosen
            if has_turn != each.has_turn:
                each.has_turn = has_turn
                each.put(TurnChanged())

    def tick(self) -> None:
        """Let everything that runs know that half a second has passed."""
        for running in self._all():
            running.put(Tick())
        self._keeping.retry()

    def ended(self, transfer_id: TransferId) -> None:
        """Make room for the next, when one has ended."""
        running = self._outgoing.pop(transfer_id, None) or self._incoming.pop(transfer_id, None)
        transfer = self._queue.get(transfer_id)
        if transfer is None or running is None or self._is_closing:
            return
        self._ended[transfer_id] = running.row.stored
        self.look_at_turns()
        self.offer_next(transfer.friend_id)
        if isinstance(running, Incoming) and not running.is_accepted:
            self._limits.keep_few(transfer)

    async def close(self) -> None:
        """Stop everything that runs so that the next run goes on; no offer is shown any more."""
        self._is_closing = True
        for running in self._all():
            running.put(ShutdownOrder())
        if self._runs:
            await asyncio.wait(self._runs)
        await self._keeping.settle()

    def _go_on(self, stored: StoredTransfer, key: bytes) -> None:
        self._queue.add(stored.transfer)
        plan = stored.plan
        if isinstance(plan, OutgoingPlan):
            row = Row(stored, plan, self._queue, self._keeping)
            if not plan.is_accepted and row.state is not TransferState.QUEUED:
                row.move(TransferState.QUEUED)
            self._start_outgoing(row, key, None)
        else:
            self._start_incoming(Row(stored, plan, self._queue, self._keeping))

    def _start_outgoing(
        self, row: Row[OutgoingPlan], key: bytes, session: FriendSession | None
    ) -> None:
        outgoing = Outgoing(row, key, session, self._around)
        self._outgoing[row.id] = outgoing
        self._run(outgoing)

    def _start_incoming(self, row: Row[IncomingPlan]) -> Incoming:
        incoming = Incoming(row, self._identity, self._around)
        self._incoming[row.id] = incoming
        self._run(incoming)
        return incoming

    def _unfinished_like(self, plan: OutgoingPlan, to: FriendId) -> TransferId | None:
        for outgoing in self._going_to(to):
            if replace(outgoing.row.plan, manifest=None, digest=b"", is_accepted=False) == plan:
                return outgoing.row.id
        return None

    def _plan_of(self, transfer_id: TransferId) -> OutgoingPlan | IncomingPlan | None:
        running = self._running(transfer_id)
        if running is not None:
            return running.row.plan
        stored = self._ended.get(transfer_id)
        return stored.plan if stored is not None else None

    def _running(self, transfer_id: TransferId) -> _Running | None:
        return self._incoming.get(transfer_id) or self._outgoing.get(transfer_id)

    def _all(self) -> list[_Running]:
        return [*self._incoming.values(), *self._outgoing.values()]

    def _with(self, friend_id: FriendId) -> list[_Running]:
        """Return what is unfinished with a friend, and complete enough to be spoken of."""
        return [each for each in self._all() if each.row.now.friend_id == friend_id]

    def _going_to(self, friend_id: FriendId) -> list[Outgoing]:
        return [each for each in self._outgoing.values() if each.friend_id == friend_id]

    def _offers_left(self, friend_id: FriendId) -> int:
        return self._limits.offers_left(friend_id, self._going_to(friend_id))

    def _run(self, running: _Running) -> None:
        task = self._around.spawn(self._to_its_end(running))
        self._runs.add(task)
        task.add_done_callback(self._runs.discard)

    async def _to_its_end(self, running: _Running) -> None:
        """Run a transfer; a bug in one ends that one only, and is seen."""
        try:
            await running.run()
        finally:
            if not (running.row.now.is_final or self._is_closing):
                running.row.end(TransferState.FAILED, Code.INTERNAL)


def _contender(outgoing: Outgoing, progress: Mapping[TransferId, Progress]) -> Contender:
    now = outgoing.row.now
    done = progress[now.id].bytes if now.id in progress else 0
    left = now.total_bytes - done
    return Contender(now.id, now.friend_id, now.place, left, outgoing.has_turn)


def _may_come_again(earlier: Transfer, friend_id: FriendId) -> bool:
    """Say whether a friend may offer under the id of an earlier transfer."""
    is_theirs = earlier.direction is Direction.INCOMING and earlier.friend_id == friend_id
    return is_theirs and earlier.state not in (TransferState.DONE, TransferState.PARTLY_DONE)


def _title(paths: Sequence[str]) -> str:
    """Return what an offer is called: the item's name, or how many items there are."""
    if len(paths) == 1:
        return cleaned_component(os.path.basename(paths[0]) or paths[0])
    return f"{len(paths)} items"
