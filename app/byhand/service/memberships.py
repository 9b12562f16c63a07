"""All groups that we receive in: found by transfer and by tag, while we are part of them."""

import asyncio
import socket
from collections.abc import Callable

from byhand.domain.manifest import Entry
from byhand.domain.numbering import Numbering
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import TransferId
from byhand.engine.arrival import Arrival
from byhand.engine.bandwidth import Bucket
from byhand.engine.exchange import Exchange, open_exchange
from byhand.engine.held_back import HeldBack
from byhand.engine.reports import ExchangeReport, TellExchange
from byhand.protocol.group_consent import GroupConsent
from byhand.protocol.handshake import MemberEstablished, MemberTicket
from byhand.protocol.member_messages import Group
from byhand.service.door import MembersAtDoor
from byhand.service.friend_session import FriendSession
from byhand.service.membership import Given, MemberNeeds, Membership
from byhand.service.part import Part
from byhand.service.row import Row
from byhand.storage.manifest_spool import Spool

EARLY_WORDS = 32

OpenExchange = Callable[[Arrival, HeldBack, Bucket, TellExchange], Exchange | None]


class Memberships:
    """One for each transfer that is received in a group; it may outlive the transfer."""

    def __init__(
        self,
        needs: MemberNeeds,
        link_to: Callable[[FriendSession, bytes], GroupConsent],
        opened: OpenExchange | None = None,
    ) -> None:
        """`link_to` returns by what link we reach somebody, named for a group of an id."""
        self._needs = needs
        self._link_to = link_to
        self._opened = opened or _opened
        self._memberships: dict[TransferId, Membership] = {}
        self._early: list[tuple[FriendSession, Group]] = []

    def consent(self, session: FriendSession, plan: IncomingPlan) -> GroupConsent | None:
        """Return what ACCEPT says of a group: nothing if our user does not take part."""
        return self._link_to(session, plan.group_id) if plan.in_group else None

    async def take_part(
        self, row: Row[IncomingPlan], arrival: Arrival, held: HeldBack, entries: Spool[Entry]
    ) -> Part:
        """Return the part of an accepted transfer in its group; something of it may be here."""
        if not row.plan.in_group:
            return Part()
        heard: asyncio.Queue[ExchangeReport] = asyncio.Queue()
        loop, up = asyncio.get_running_loop(), self._needs.up

        def tell(report: ExchangeReport) -> None:
            loop.call_soon_threadsafe(heard.put_nowait, report)

        exchange = await self._needs.disk.run(self._opened, arrival, held, up, tell)
        if exchange is None:
            return Part()
        earlier = self._memberships.get(row.id)
        if earlier is not None:
            await earlier.let_go()
        given = Given(row, row.plan.group_id, entries, exchange)
        membership = Membership(given, heard, self._needs, self._forget)
        self._memberships[row.id] = membership
        self._hear_early()
        return membership

    def heard(self, session: FriendSession, message: Group) -> None:
        """Take what a friend says of a group; it may be over here. RemoteProtocolError."""
        membership = self._memberships.get(TransferId(message.transfer_id))
        if membership is None:
            self._keep(session, message)
        elif membership.friend_id == session.friend_id:
            membership.heard(session, message)

    # Other members

    def ticket(self, tag: bytes) -> MemberTicket | None:
        """Return what a tag of ours is the key to, unless that is over, or they are here."""
        for membership in self._memberships.values():
            ticket = membership.others.awaited_ticket(tag)
            if ticket is not None:
                return ticket
        return None

    def awaited(self, host: str) -> int:
        """Return how many members at an address may be about to call us."""
        return sum(each.others.awaited(host) for each in self._memberships.values())

    def arrived(self, sock: socket.socket, established: MemberEstablished) -> None:
        """Take a member who called us, from one of the addresses that the sender told."""
        for membership in self._memberships.values():
            if established.ticket.own_tag in membership.others.pairs:
                membership.others.called(sock, established)
                return
        sock.close()

    async def close(self) -> None:
        """Hang up on everybody."""
        await asyncio.gather(*(each.let_go() for each in list(self._memberships.values())))

    def _keep(self, session: FriendSession, message: Group) -> None:
        """Keep what is said while we look for what is here; of each session the last words."""
        here = [each for each in self._early if each[0].ended_with is None]
        of_it = [each for each in here if each[0] is session]
        if len(of_it) == EARLY_WORDS:
            here.remove(of_it[0])
        self._early = [*here, (session, message)]

    def _hear_early(self) -> None:
        early, self._early = self._early, []
        for session, message in early:
            if session.ended_with is None:
                self.heard(session, message)

    def _forget(self, membership: Membership) -> None:
        if self._memberships.get(membership.transfer_id) is membership:
            del self._memberships[membership.transfer_id]


def _opened(arrival: Arrival, held: HeldBack, up: Bucket, tell: TellExchange) -> Exchange | None:
    """Open an exchange on a worker's thread; None for more pieces than there is memory for."""
    accepted = arrival.accepted
    if not Numbering(accepted.columns, accepted.packs).is_exchanged:
        return None
    return open_exchange(arrival, held, up, tell)


def at_door(memberships: Callable[[], Memberships]) -> MembersAtDoor:
    """Return who is let in for the memberships that there will be."""
    return MembersAtDoor(
        by_tag=lambda tag: memberships().ticket(tag),
        arrived=lambda sock, established: memberships().arrived(sock, established),
        awaited=lambda host: memberships().awaited(host),
    )
