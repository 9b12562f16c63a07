"""All transfers: begun, offered in turn, ordered about, gone on with when friends are back."""

import time
from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.limits import AT_ONCE
from byhand.domain.plan import OutgoingPlan, StoredTransfer
from byhand.domain.transfer import Standing, TransferId, TransferState
from byhand.errors import RemoteProtocolError, UsageError
from byhand.protocol.codec import batches
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.messages import Answer, Offer, Verdict
from byhand.protocol.resume_messages import Sync, SyncRow
from byhand.service.endings import Endings
from byhand.service.friend_session import FriendSession
from byhand.service.incoming import Incoming
from byhand.service.keeping import Keeping
from byhand.service.offer_limits import OfferLimits, may_come_again
from byhand.service.queue import Queue
from byhand.service.running_transfers import RunningTransfers
from byhand.service.starting import KeyOf, Starting
from byhand.service.surroundings import Offered, Surroundings, Synced, Tick
from byhand.service.turns import contender, turns
from byhand.service.unfinished import ROWS_LIMIT


class Transfers:
    """Decides whose turn it is, and what is said of transfers when friends come."""

    def __init__(
        self,
        identity: LocalIdentity,
        queue: Queue,
        keeping: Keeping,
        around: Surroundings,
        find_session: Callable[[FriendId], FriendSession | None],
        key_of: KeyOf,
    ) -> None:
        self._queue = queue
        self._keeping = keeping
        self._endings = Endings(keeping, around.memory)
        self._around = around
        self._find_session = find_session
        self._key_of = key_of
        self._running = RunningTransfers(around.spawn)
        self._starting = Starting(identity, queue, keeping, around, self._running)
        self._limits = OfferLimits(queue, around.declines, self._forget)
        self._ended: dict[TransferId, StoredTransfer] = {}
        self._remembered: set[TransferId] = set()
        self._at_once = AT_ONCE

    # Beginning

    def load(
        self, stored: Iterable[StoredTransfer], remembered: Collection[TransferId] = ()
    ) -> None:
        """Go on with what was unfinished, and list what has ended.

        `remembered` are the ids of all that is kept, the history too.
        """
        self._remembered.update(remembered)
        for each in sorted(stored, key=lambda one: one.transfer.place):
            key = self._key_of(each.transfer.friend_id)
            if each.transfer.is_final:
                self._list(each)
            elif key is None:
                ended = each.transfer.ended(TransferState.CANCELLED, Code.CANCELLED, time.time())
                self._list(replace(each, transfer=ended))
                self._keeping.keep(replace(each, transfer=ended))
            else:
                self._starting.go_on(each, key)

    def send(self, plan: OutgoingPlan, to: FriendId, ed25519_public: bytes) -> TransferId:
        """Start an outgoing transfer, or join the one of the same to the same friend.

        Raises UsageError if there is nothing to send.
        """
        if not plan.paths:
            raise UsageError("Choose at least one file or folder to send.")
        joined = self._starting.joined(plan, to)
        if joined is not None:
            return joined
        session = self._find_session(to) if self._offers_left(to) > 0 else None
        return self._starting.send(plan, to, ed25519_public, session)

    def repeat(self, plan: OutgoingPlan, to: FriendId) -> TransferId:
        """Start a transfer of some of an earlier one; UsageError."""
        key = self._key_of(to)
        if key is None:
            raise UsageError("That is not a friend any more.")
        return self.send(plan, to, key)

    def offered(self, session: FriendSession, offer: Offer, folder: str) -> None:
        """Show an offer, unless too many wait already.

        Raises RemoteProtocolError for the id of a transfer that is not theirs to offer again.
        """
        transfer_id = TransferId(offer.transfer_id)
        earlier = self._queue.get(transfer_id)
        is_ours = transfer_id in self._running.outgoing
        is_taken = earlier is None and (is_ours or transfer_id in self._remembered)
        if is_taken or (earlier and not may_come_again(earlier, session.friend_id)):
            raise RemoteProtocolError("an offer under an id that is taken")
        known = self._running.incoming.get(transfer_id)
        if known is not None:
            known.offered(Offered(session, offer, folder))
        elif not self._running.is_closing:
            self._show(Offered(session, offer, folder), ())

    def _show(self, offered: Offered, said_since: Iterable[object]) -> None:
        session, transfer_id = offered.session, TransferId(offered.offer.transfer_id)
        if self._limits.is_busy(session.friend_id):
            busy = Answer(transfer_id=transfer_id, verdict=Verdict.DECLINE, code=Code.BUSY)
            session.post(busy)
            return
        self._ended.pop(transfer_id, None)
        incoming = self._starting.receive(offered)
        for event in said_since:
            incoming.put(event)

    # What there is

    def stored(self, transfer_id: TransferId) -> StoredTransfer | None:
        """Return a transfer of the list as it is now."""
        running = self._running.get(transfer_id)
        return running.row.stored if running is not None else self._ended.get(transfer_id)

    async def remembered(self, transfer_id: TransferId) -> StoredTransfer | None:
        """Return a transfer of the list or of the history; raises StorageError."""
        stored = self.stored(transfer_id)
        return stored or await self._around.memory.ended(transfer_id)

    def standing_of(self, transfer_id: TransferId) -> Callable[[int], Standing] | None:
        """Return what says where each entry of a transfer that runs stands, by its index."""
        running = self._running.get(transfer_id)
        return running.entry_state if running is not None else None

    def size_of(self, group_id: bytes) -> int:
        """Return how many transfers of a group of ours are not over."""
        return sum(
            each.row.plan.group_id == group_id and not each.row.now.is_final
            for each in self._running.outgoing.values()
        )

    def unfinished(self) -> tuple[TransferId, ...]:
        """Return the transfers that are not over."""
        return tuple(each.row.id for each in self._running.all() if not each.row.now.is_final)

    def is_waiting(self, friend_id: FriendId) -> bool:
        """Say whether something waits for a friend to be there."""
        is_halfway = any(each.is_accepted for each in self._running.with_friend(friend_id))
        return is_halfway or any(each.wants_session for each in self._running.going_to(friend_id))

    # Orders

    def order(self, transfer_id: TransferId, order: object) -> None:
        """Hand an order to a transfer; one that has ended does not need it any more."""
        running = self._running.get(transfer_id)
        if running is not None:
            running.put(order)

    def move(self, transfer_id: TransferId, before: TransferId | None) -> None:
        """Put a transfer before another one in the queue, or last."""
        place = self._queue.place_before(transfer_id, before)
        running = self._running.get(transfer_id)
        if running is not None and place is not None:
            running.row.update(place=place)
            self.look_at_turns()
            self.offer_next(running.friend_id)

    def remove(self, transfer_id: TransferId) -> None:
        """Take a transfer that has ended off the list."""
        self._queue.remove(transfer_id)
        if self._queue.get(transfer_id) is None:
            self._unlist(transfer_id)

    # Friends come

    def greet(self, session: FriendSession) -> None:
        """Tell a friend who is there what is unfinished between us.

        If that is too much, what was accepted goes first, then what was offered first.
        """
        if self._running.is_closing:
            return  # what is told of nothing would be taken for ended
        with_them = self._running.with_friend(session.friend_id)
        with_them.sort(key=lambda each: (not each.is_accepted, each.row.now.created_at))
        rows = [running.sync_row(session) for running in with_them[:ROWS_LIMIT]]
        for part in batches(rows):
            session.post(Sync(rows=part, more=True))
        session.post(Sync())

    def synced(self, session: FriendSession, rows: Sequence[SyncRow]) -> None:
        """Go on with what both know, and answer for what only they do; RemoteProtocolError."""
        if self._running.is_closing:
            return
        theirs = {row.transfer_id: row for row in rows}
        for running in self._running.with_friend(session.friend_id):
            row = theirs.pop(running.row.id, None)
            if row is not None and running.role is row.role:
                raise RemoteProtocolError("both ends of a transfer are the same")
            if running.is_listed_in(session):
                running.put(Synced(session, row))
        if theirs:
            self._around.spawn(self._endings.answer_all(session, theirs.values()))
        self.offer_next(session.friend_id)

    def repeat_end(self, session: FriendSession, theirs: SyncRow) -> None:
        """Tell a friend how a transfer has ended that they have unfinished."""
        self._around.spawn(self._endings.answer_all(session, [theirs]))

    def offer_next(self, friend_id: FriendId) -> None:
        """Let what waits for a friend be offered, as many as may be open at once."""
        session = self._find_session(friend_id)
        if session is None or self._around.refusals.is_waiting(friend_id):
            return
        going = self._running.going_to(friend_id)
        waiting = [outgoing for outgoing in going if outgoing.wants_session]
        waiting.sort(key=lambda outgoing: outgoing.row.now.place)
        for outgoing in waiting[: max(0, self._offers_left(friend_id))]:
            outgoing.promise(session)

    # Turns, and the end

    def set_at_once(self, count: int) -> None:
        """Let so many send to a friend at once, from now on."""
        self._at_once = count
        self.look_at_turns()

    def look_at_turns(self) -> None:
        """Let those send whose turn it is."""
        progress = self._queue.progress()
        outgoing = tuple(self._running.outgoing.values())
        wanting = [
            contender(each.row.now, progress.get(each.row.id), has_turn=each.has_turn)
            for each in outgoing
            if each.wants_turn
        ]
        chosen = turns(wanting, self._at_once)
        for each in outgoing:
            each.give_turn(has_turn=each.row.id in chosen)

    def tick(self) -> None:
        """Let everything that moves know that half a second has passed."""
        for running in self._running.all():
            if running.is_accepted:
                running.put(Tick())
        self._keeping.retry()

    def ended(self, transfer_id: TransferId) -> None:
        """Make room for the next, when one has ended."""
        running = self._running.pop(transfer_id)
        if running is None or self._running.is_closing:
            return
        if running.row.is_kept:
            self._ended[transfer_id] = running.row.stored
        self.look_at_turns()
        self.offer_next(running.friend_id)
        if self._queue.get(transfer_id) is None:
            self._unlist(transfer_id)  # the user was faster
        elif isinstance(running, Incoming) and not running.is_accepted:
            self._limits.keep_few(running.row.now)
        if isinstance(running, Incoming):
            self._show_again(running)

    async def close(self) -> None:
        """Stop everything that runs so that the next run goes on; no offer is shown any more."""
        await self._running.close()
        await self._keeping.settle()

    def _show_again(self, ended: Incoming) -> None:
        """Show what was offered once more before the end of the earlier was over."""
        match ended.offered_late():
            case [Offered(session) as offered, *said_since] if session.is_synced:
                self._show(offered, said_since)

    def _list(self, stored: StoredTransfer) -> None:
        self._queue.add(stored.transfer)
        self._ended[stored.transfer.id] = stored

    def _unlist(self, transfer_id: TransferId) -> None:
        """Have a transfer that has ended, and is off the list, in the history."""
        stored = self._ended.pop(transfer_id, None)
        if stored is not None:
            self._remembered.add(transfer_id)
            self._keeping.keep(replace(stored, is_listed=False))

    def _forget(self, transfer_id: TransferId) -> None:
        """Let go of an offer that came to nothing: it is in no history."""
        self._queue.remove(transfer_id)
        if self._ended.pop(transfer_id, None) is not None:
            self._keeping.drop(transfer_id)
            self._around.spawn(self._around.memory.forget_offer(transfer_id))

    def _offers_left(self, friend_id: FriendId) -> int:
        return self._limits.offers_left(friend_id, self._running.going_to(friend_id))
