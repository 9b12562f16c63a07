"""How transfers begin: the user sends, a friend offers, or an earlier run left them unfinished."""

import os
import secrets
import time
from collections.abc import Callable, Collection, Sequence

from msgspec.structs import replace

from byhand.domain.group import GROUP_ID_BYTES, GroupMode
from byhand.domain.identity import FriendId
from byhand.domain.names import cleaned_component
from byhand.domain.plan import IncomingPlan, OutgoingPlan, SendOptions, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.protocol.credentials import LocalIdentity
from byhand.service.friend_session import FriendSession
from byhand.service.incoming import Incoming
from byhand.service.keeping import Keeping
from byhand.service.outgoing import Outgoing
from byhand.service.queue import Queue
from byhand.service.row import Row
from byhand.service.running_transfers import RunningTransfers
from byhand.service.surroundings import Offered, Surroundings
from byhand.storage.text_file import text_title

KeyOf = Callable[[FriendId], bytes | None]
"""Returns a friend's Ed25519 key, None for who is no friend any more."""


class Starting:
    """Puts transfers on the list, has them kept, and runs them."""

    def __init__(
        self,
        identity: LocalIdentity,
        queue: Queue,
        keeping: Keeping,
        around: Surroundings,
        running: RunningTransfers,
    ) -> None:
        self._identity = identity
        self._queue = queue
        self._keeping = keeping
        self._around = around
        self._running = running

    def send(
        self, plan: OutgoingPlan, to: FriendId, key: bytes, session: FriendSession | None
    ) -> TransferId:
        """Start an outgoing transfer, offered at once if there is a session."""
        paths = [os.fsdecode(path) for path in plan.paths]
        transfer = Transfer(
            TransferId(secrets.token_bytes(16)),
            Direction.OUTGOING,
            to,
            text_title(plan.text) if plan.text else _title(paths),
            TransferState.SCANNING,
            time.time(),
            folder=os.path.dirname(paths[0]),
            note=plan.options.note,
            is_text=bool(plan.text),
            place=self._queue.next_place(),
            again_of=plan.retry_of,
        )
        stored = StoredTransfer(transfer, plan, friend_name=self._around.name_of(to))
        self._queue.add(transfer)
        self._keeping.keep(stored)
        row = Row(stored, plan, self._queue, self._keeping)
        self._running.start(Outgoing(row, key, session, self._around))
        return transfer.id

    def receive(self, offered: Offered) -> Incoming:
        """Show an offer."""
        session, offer = offered.session, offered.offer
        transfer = Transfer(
            TransferId(offer.transfer_id),
            Direction.INCOMING,
            session.friend_id,
            offer.title,
            TransferState.OFFERED,
            time.time(),
            folder=offered.folder,
            note=offer.note or "",
            place=self._queue.next_place(),
            again_of=offer.retry_of,
            others=0 if offer.group is None else offer.group.members,
        )
        self._queue.add(transfer)
        plan = IncomingPlan(retry_of=offer.retry_of)
        name = self._around.name_of(session.friend_id)
        stored = StoredTransfer(transfer, plan, friend_name=name)
        row = Row(stored, plan, self._queue, self._keeping)
        incoming = Incoming(row, self._identity, self._around)
        self._running.start(incoming)
        incoming.offered(offered)
        return incoming

    def go_on(self, stored: StoredTransfer, key: bytes) -> None:
        """Run what an earlier run left unfinished."""
        self._queue.add(stored.transfer)
        plan = stored.plan
        if isinstance(plan, IncomingPlan):
            row = Row(stored, plan, self._queue, self._keeping)
            self._running.start(Incoming(row, self._identity, self._around))
            return
        outgoing = Row(stored, plan, self._queue, self._keeping)
        if not plan.is_accepted and outgoing.state is not TransferState.QUEUED:
            outgoing.move(TransferState.QUEUED)
        self._running.start(Outgoing(outgoing, key, None, self._around))

    def joined(self, plan: OutgoingPlan, to: FriendId) -> TransferId | None:
        """Return the transfer of the same to the same friend that is not over yet."""
        for outgoing in self._running.going_to(to):
            if not outgoing.row.now.is_final and outgoing.row.plan.is_same_as(plan):
                return outgoing.row.id
        return None


def plan_of(paths: Sequence[str], options: SendOptions) -> OutgoingPlan:
    """Return the plan to send files and folders."""
    return OutgoingPlan(tuple(os.fsencode(os.path.abspath(path)) for path in paths), options)


def grouped(plan: OutgoingPlan, to: Collection[FriendId]) -> OutgoingPlan:
    """Return the plan by which something goes to each of some friends, as a new group."""
    if len(to) < 2 or plan.options.group is GroupMode.OFF:
        return plan
    return replace(plan, group_id=secrets.token_bytes(GROUP_ID_BYTES))


def _title(paths: Sequence[str]) -> str:
    """Return what an offer is called: the item's name, or how many items there are."""
    if len(paths) == 1:
        return cleaned_component(os.path.basename(paths[0]) or paths[0])
    return f"{len(paths)} items"
