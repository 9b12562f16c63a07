"""Files that were handed over and are lost: asked for again, and offered again (§11, Repair)."""

import logging
import time
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import Event, OrderFailed
from byhand.domain.identity import FriendId
from byhand.domain.plan import OutgoingPlan, StoredTransfer
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.domain.text import filled
from byhand.domain.transfer import Direction, Transfer, TransferId
from byhand.errors import RemoteProtocolError, UsageError
from byhand.protocol.codec import RANGES_LIMIT
from byhand.protocol.message_types import AGAIN_TYPE
from byhand.protocol.messages import ErrorReport
from byhand.protocol.resume_messages import Again
from byhand.service.earlier import Earlier, find_earlier, is_recent
from byhand.service.friend_session import FriendSession
from byhand.service.lost_files import Lost
from byhand.service.ourselves import REPAIR
from byhand.service.surroundings import Surroundings
from byhand.storage.manifest_block import SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.source import present_stamp

logger = logging.getLogger(__name__)

LOOKED_FOR_AT_ONCE = 8
"""So many requests of all friends are looked into at once; more are passed over."""
REPAIRS_OF_ONE = 8
"""So often what a transfer brought is offered once more; who wants it oftener may ask a person."""


class Repairing:
    """Asks friends for what our user wants back, and offers what friends have lost."""

    def __init__(
        self,
        around: Surroundings,
        tell: Callable[[Event], None],
        find_session: Callable[[FriendId], FriendSession | None],
        key_of: Callable[[FriendId], bytes | None],
        offer: Callable[[OutgoingPlan, FriendId], TransferId],
    ) -> None:
        """`key_of` returns a friend's Ed25519 key, None for who is no friend any more.

        `offer` starts a transfer; it raises UsageError for such a one.
        """
        self._around = around
        self._tell = tell
        self._find_session = find_session
        self.key_of = key_of
        self._offer = offer
        self._looking: set[TransferId] = set()

    # What we have lost

    def may_ask(self, transfer: Transfer) -> bool:
        """Say whether the friend may be asked for files of a transfer, as far as we know."""
        session = self._find_session(transfer.friend_id)
        return (
            transfer.direction is Direction.INCOMING
            and not transfer.is_text
            and is_recent(transfer, time.time())
            and self.key_of(transfer.friend_id) is not None
            and (session is None or REPAIR in session.capabilities)
        )

    def ask(self, stored: StoredTransfer, entries: Sequence[int]) -> None:
        """Ask for files, ranges of entries, now or once the friend is there; UsageError."""
        transfer = stored.transfer
        if not self.may_ask(transfer):
            raise UsageError("Nobody can be asked for that any more.")
        if not entries:
            raise UsageError("Nothing of that is missing or changed.")
        # What does not fit a message is found damaged by the next check, and asked for then.
        lost = Lost(transfer.id, transfer.friend_id, entries[: 2 * RANGES_LIMIT])
        self._around.lost.want(lost)
        session = self._find_session(transfer.friend_id)
        if session is not None:
            _ask(session, lost)
        else:
            self._around.look_for(transfer.friend_id)

    def greet(self, session: FriendSession) -> None:
        """Ask a friend, after SYNC, for everything that they have not offered yet."""
        for lost in self._around.lost.with_friend(session.friend_id):
            _ask(session, lost)

    # What is said of it

    def heard(self, session: FriendSession, message: Again | ErrorReport) -> None:
        """Offer what a friend asks for, or hear that they have not got it."""
        match message:
            case Again(transfer_id=transfer_id):
                is_much = len(self._looking) >= LOOKED_FOR_AT_ONCE
                if not is_much and transfer_id not in self._looking:
                    self._looking.add(transfer_id)
                    answering = self._around.spawn(self._answer(session, message))
                    answering.add_done_callback(lambda _: self._looking.discard(transfer_id))
            case ErrorReport(transfer_id=bytes(transfer_id)):
                self._refused(session.friend_id, TransferId(transfer_id))

    def _refused(self, friend_id: FriendId, transfer_id: TransferId) -> None:
        if self._around.lost.of(transfer_id, friend_id):
            self._around.lost.settle(transfer_id)
            name = self._around.name_of(friend_id)
            text = "{name} can't send that again: it is gone there, or has changed."
            error = UsageError(filled(text, name=name))
            self._tell(OrderFailed(error))

    # What they have lost

    async def _answer(self, session: FriendSession, again: Again) -> None:
        """Offer what is still here as it was; raises StorageError."""
        transfer_id, friend_id = again.transfer_id, session.friend_id
        repeats = [each for each in self._around.queue if _repeats(each, transfer_id, friend_id)]
        if any(not each.is_final for each in repeats):
            return
        try:
            wanted = await self._still_here(again, friend_id)
        except RemoteProtocolError as exc:
            session.fail(exc)
            return
        earlier = await self._around.remembered(transfer_id)
        is_enough = len(repeats) >= REPAIRS_OF_ONE or any(each.ended_by_me for each in repeats)
        if wanted and earlier and not is_enough:
            self._offer_again(earlier, wanted)
        else:
            unknown = ErrorReport(about=AGAIN_TYPE, transfer_id=transfer_id, code=Code.NOT_FOUND)
            session.post(unknown)

    async def _still_here(self, again: Again, friend_id: FriendId) -> RangeSet:
        """Return what of it was handed over, if any is still here; RemoteProtocolError."""
        around, direction = self._around, Direction.OUTGOING
        earlier = await find_earlier(again.transfer_id, friend_id, direction, around)
        if earlier is None or not is_recent(earlier.stored.transfer, time.time()):
            return RangeSet()
        asked = decode_ranges(again.entries, earlier.manifest.entries)
        wanted = earlier.arrived_of(asked)
        is_stopping = around.reading.is_stopping
        is_any = await around.reading.run(_is_any_unchanged, earlier, wanted, is_stopping)
        return wanted if is_any else RangeSet()

    def _offer_again(self, earlier: StoredTransfer, wanted: RangeSet) -> None:
        assert isinstance(earlier.plan, OutgoingPlan)
        plan = OutgoingPlan(
            earlier.plan.paths,
            replace(earlier.plan.options, note=""),
            retry_of=earlier.transfer.id,
            again=tuple(wanted.encode()),
        )
        self._offer(plan, earlier.transfer.friend_id)


def _ask(session: FriendSession, lost: Lost) -> None:
    if REPAIR in session.capabilities:
        session.post(Again(transfer_id=lost.transfer_id, entries=list(lost.entries)))


def _repeats(transfer: Transfer, again_of: TransferId, friend_id: FriendId) -> bool:
    is_theirs = transfer.friend_id == friend_id and transfer.direction is Direction.OUTGOING
    return is_theirs and transfer.again_of == again_of


def _is_any_unchanged(earlier: Earlier, wanted: RangeSet, is_stopped: Callable[[], bool]) -> bool:
    """Look for the first that is as it was, on a worker's thread; raises StorageError."""
    sources = Spool.open(earlier.spool, SOURCES, earlier.manifest)
    try:
        for start, end in wanted:
            for index in range(start, end):
                source = sources[index]
                stamp = present_stamp(source.path)
                if is_stopped():
                    return False
                if stamp and earlier.is_as_handed_over(index, source, stamp, is_stopped):
                    return True
        return False
    finally:
        sources.close()
