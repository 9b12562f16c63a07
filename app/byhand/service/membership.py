"""Our part in a group that we receive in: whom we exchange pieces with, until nobody needs us."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable

from msgspec import Struct

from byhand.domain.group import GroupPart, GroupStanding, MemberStanding
from byhand.domain.identity import FriendId
from byhand.domain.manifest import Entry
from byhand.domain.plan import IncomingPlan
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.engine.bandwidth import Bucket
from byhand.engine.exchange import Exchange
from byhand.engine.held_back import Released
from byhand.engine.reports import ExchangeReport, LinkEnded, PeerLied
from byhand.engine.told_numbers import rows_of
from byhand.network.addresses import Hint
from byhand.protocol.member_messages import Complain, Group, Holding
from byhand.protocol.resume_messages import Pieces
from byhand.service.friend_session import FriendSession
from byhand.service.groups import Groups
from byhand.service.member_calls import Dial, Sleep
from byhand.service.other_members import OtherMembers
from byhand.service.part import Part
from byhand.service.row import Row
from byhand.service.worker import Worker
from byhand.storage.manifest_spool import Spool

TELL_SECONDS = 0.1
"""How often the sender is told what is here: what is rare among all it sends first."""
TOLD_NUMBERS = 4096
"""So many packs and pieces it is told of at a time: to write them down takes 4 µs each."""
TICKS_BETWEEN_LOOKS = 5
LINGER_SECONDS = 600.0
TICKET_SECONDS = 24 * 3600
"""A ticket is worth nothing after that, whatever the sender says."""
FED_SECONDS = 10.0


class MemberNeeds(Struct, frozen=True):
    """What a membership needs of the rest of the service."""

    spawn: Callable[[Coroutine[None, None, None]], "asyncio.Task[None]"]
    disk: Worker
    dial: Dial
    dialable: Callable[[FriendSession, Iterable[str]], tuple[Hint, ...]]
    """Returns which addresses of another member may be dialled, told in a session."""
    groups: Groups
    """Where it stands is shown there."""
    up: Bucket
    """Limits what is given to others."""
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    """Returns Unix seconds."""
    sleep: Sleep = asyncio.sleep


class Given(Struct, frozen=True):
    """What is exchanged: `entries` are closed by whoever ends it, once the transfer has ended."""

    row: Row[IncomingPlan]
    group_id: bytes
    entries: Spool[Entry]
    exchange: Exchange


class Membership(Part):
    """Has links opened to those whom the sender names; what goes over them is the exchange's."""

    def __init__(
        self,
        given: Given,
        reports: "asyncio.Queue[ExchangeReport]",
        needs: MemberNeeds,
        over: Callable[["Membership"], None],
    ) -> None:
        """`reports` are of the exchange; `over` is called when nothing is exchanged any more."""
        calling = needs.spawn, needs.dial, needs.sleep
        self.others = OtherMembers(given.group_id, given.exchange, *calling)
        self._given = given
        self._exchange = given.exchange
        self._row = given.row
        self._needs = needs
        self._over = over
        self._session: FriendSession | None = None
        self._untold = RangeSet()
        # Said in each session: the one in which they were said first may have been lost.
        self._complaints: list[Complain] = []
        # How many words the sender has said in the last session in which it said any.
        self._heard_in: FriendSession | None = None
        self._epoch = 0
        self._linger_until = 0.0
        self._is_over = False
        self._tasks = [needs.spawn(self._tick()), needs.spawn(self._hear(reports))]

    @property
    def friend_id(self) -> FriendId:
        """Who sends."""
        return self._row.now.friend_id

    @property
    def transfer_id(self) -> TransferId:
        """Which transfer it is a part of."""
        return self._row.id

    # What happens to the transfer

    @property
    def is_fed(self) -> bool:
        """Whether something has come from others lately."""
        return self._needs.clock() - self._exchange.last_received_at < FED_SECONDS

    def attach(self, session: FriendSession) -> None:
        """Tell the sender in a session what is here, all of it first, and who has lied to us."""
        self._session = session
        for complaint in self._complaints:
            session.post(complaint)
        self._exchange.take_news()
        self._untold = self._exchange.had()

    def detach(self) -> None:
        """Tell the sender nothing; the others are asked as before."""
        self._session = None

    def hold(self, *, is_held: bool) -> None:
        """Ask for nothing and give nothing while it is held."""
        self._exchange.hold(is_held=is_held)

    def hashes_told(self, message: Pieces) -> None:
        """Take hashes from the sender; RemoteProtocolError for those of what was not offered."""
        self._exchange.hashes_told(message.entry, message.first, message.generation, message.hashes)

    def released(self, released: Released) -> None:
        """Ask the others, too, for what is not here after all."""
        self._exchange.released(released)

    async def close(self, now: Transfer) -> bool:
        """Take nothing more; say whether what has come whole is still given to others."""
        if now.state is TransferState.DONE and self._may_be_asked and not self._is_over:
            self._linger_until = self._needs.now() + LINGER_SECONDS
            self._exchange.hold(is_held=False)
            self._show()
            return True
        await self.let_go()
        return False

    # What the sender says

    def heard(self, session: FriendSession, message: Group) -> None:
        """Take whom we may exchange with: the first word of a session is all that holds.

        Raises RemoteProtocolError for more than there may be.
        """
        if session is not self._heard_in:
            self._heard_in, self._epoch = session, 0
        if self._is_over or message.epoch <= self._epoch:
            return
        gone = set(message.removed)
        if message.epoch == 1:
            gone |= self.others.pairs.keys() - {row.own_tag for row in message.rows}
        self._epoch = message.epoch
        for tag in gone:
            self.others.part_from(tag)
        now = int(self._needs.now())
        for row in message.rows:
            ends_at = min(row.expires_at, now + TICKET_SECONDS)
            self.others.meet(row, self._needs.dialable(session, row.hints), ends_at)
        self.others.part_from_expired(now)
        if message.is_over:
            self.stop()
        self._show()

    # The end

    def stop(self) -> None:
        """Give nothing more: our user, or the sender, wants so."""
        self._needs.spawn(self.let_go())

    async def let_go(self) -> None:
        """Exchange nothing any more: hang up on everybody."""
        if self._is_over:
            return
        self._is_over = True
        for task in self._tasks:
            task.cancel()
        self._show()
        self.others.stop()
        self._exchange.abandon()
        self._over(self)
        self._needs.groups.end(self._row.id)
        await self._needs.disk.run(self._exchange.close)
        if self._linger_until:
            self._given.entries.close()

    # Behind it

    async def _hear(self, reports: "asyncio.Queue[ExchangeReport]") -> None:
        while True:
            match await reports.get():
                case PeerLied(tag, entry, piece):
                    self.others.ban(tag)
                    self._complain(tag, entry, piece)
                case LinkEnded(tag, error):
                    self.others.link_ended(tag, error)

    def _complain(self, tag: bytes, entry: int, piece: int) -> None:
        complaint = Complain(transfer_id=self._row.id, tag=tag, entry=entry, piece=piece)
        known = [each for each in self._complaints if each.tag in self.others.pairs]
        self._complaints = [*known, complaint]
        if self._session is not None:
            self._session.post(complaint)

    async def _tick(self) -> None:
        ticks = 0
        while True:
            await self._needs.sleep(TELL_SECONDS)
            self._tell_sender()
            ticks += 1
            if ticks % TICKS_BETWEEN_LOOKS == 0:
                self._look()

    def _tell_sender(self) -> None:
        if self._session is None or self._row.now.is_final:
            return
        for start, end in self._exchange.take_news():
            self._untold.add(start, end)
        for rows in rows_of(self._exchange.numbering, self._untold.take(TOLD_NUMBERS)):
            self._session.post(Holding(transfer_id=self._row.id, rows=rows))

    def _look(self) -> None:
        """See whose time is over, and show where everything stands."""
        now = self._needs.now()
        self.others.part_from_expired(now)
        if self._linger_until and (now >= self._linger_until or not self._may_be_asked):
            self.stop()
        else:
            self._show()

    @property
    def _may_be_asked(self) -> bool:
        """Whether there are others, or the sender is here and may tell us of some who come late."""
        session = self._heard_in
        return bool(self.others.pairs) or (session is not None and session.ended_with is None)

    def _show(self) -> None:
        """Tell where it stands; with nobody to exchange with it is none for us, for now."""
        if self.others.pairs:
            self._needs.groups.show(self._standing(), self.stop)
        else:
            self._needs.groups.end(self._row.id)

    def _standing(self) -> GroupStanding:
        links = {link.tag: link for link in self._exchange.standing()}
        members = [
            MemberStanding(
                number,
                is_linked=tag in links and links[tag].is_open,
                taken_bytes=links[tag].received_bytes if tag in links else 0,
                given_bytes=links[tag].given_bytes if tag in links else 0,
            )
            for number, tag in enumerate(self.others.pairs, 1)
        ]
        return GroupStanding(
            self._row.id,
            self._given.group_id,
            GroupPart.MEMBER,
            tuple(members),
            self._row.now.total_bytes,
            self._exchange.sender_bytes,
            lingers_until=self._linger_until,
        )
