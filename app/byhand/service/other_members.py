"""Those of a group whom the sender lets us exchange pieces with: tickets, calls and links."""

import asyncio
import socket
from collections.abc import Callable, Coroutine

from byhand.engine.exchange import Exchange
from byhand.errors import (
    AuthenticationError,
    ByhandError,
    ConnectionLostError,
    RemoteProtocolError,
)
from byhand.network.addresses import Hint, hint_of
from byhand.network.sockets import remote_address
from byhand.protocol.handshake import MemberEstablished, MemberTicket
from byhand.protocol.member_messages import TICKETS_LIMIT, GroupRow
from byhand.service.member_calls import Dial, MemberCalls, MemberPair, Sleep


class OtherMembers:
    """One link with each, dialled or answered, as long as their ticket is good."""

    def __init__(
        self,
        group_id: bytes,
        exchange: Exchange,
        spawn: Callable[[Coroutine[None, None, None]], "asyncio.Task[None]"],
        dial: Dial,
        sleep: Sleep,
    ) -> None:
        self.pairs: dict[bytes, MemberPair] = {}
        """By the tag that is ours."""
        self._group_id = group_id
        self._exchange = exchange
        self._calls = MemberCalls(spawn, dial, self.arrived, sleep)
        self._liars: set[bytes] = set()
        self._is_over = False

    def awaited_ticket(self, tag: bytes) -> MemberTicket | None:
        """Return the ticket with a tag of ours, unless it is none, or is not to be used now."""
        pair = self.pairs.get(tag)
        return pair.ticket if pair is not None and self._is_awaited(tag) else None

    def awaited(self, host: str) -> int:
        """Return how many may call us from an address."""
        return sum(
            self._is_awaited(tag) and any(hint.host == host for hint in pair.hints)
            for tag, pair in self.pairs.items()
        )

    def called(self, sock: socket.socket, established: MemberEstablished) -> None:
        """Take a member who called us, if it was from where the sender says they are."""
        pair = self.pairs[established.ticket.own_tag]
        address = remote_address(sock)
        host = None if address is None else hint_of(address).host
        if any(hint.host == host for hint in pair.hints):
            self.arrived(sock, established)
        else:
            sock.close()

    def arrived(self, sock: socket.socket, established: MemberEstablished) -> None:
        """Take a connection with another member, unless there is a better one.

        Of two that cross that one stays which was dialled by the smaller tag.
        """
        tag, session = established.ticket.own_tag, established.session
        pair = self.pairs.get(tag)
        is_known = pair is not None and pair.ticket == established.ticket and not self._is_over
        if pair is None or not is_known:
            sock.close()
            return
        if self._exchange.is_open(tag) and session.is_initiator != pair.is_ours_to_call:
            sock.close()
            return
        self._calls.stop(tag)
        self._exchange.drop(tag)
        sock.setblocking(True)
        try:
            self._exchange.open(tag, sock, session)
        except ConnectionLostError:  # it has ended meanwhile
            sock.close()
            self._calls.lost(pair)

    def meet(self, row: GroupRow, hints: tuple[Hint, ...], expires_at: int) -> None:
        """Take a ticket: call them, or wait for their call, at one of these addresses.

        Raises RemoteProtocolError for more than there may be.
        """
        ticket = MemberTicket(self._group_id, row.own_tag, row.their_tag, row.key, row.cipher)
        earlier = self.pairs.get(row.own_tag)
        if earlier is not None and earlier.ticket != ticket:
            self.part_from(row.own_tag)
        pair = MemberPair(ticket, hints, expires_at)
        self.pairs[row.own_tag] = pair
        if len(self.pairs) > TICKETS_LIMIT:
            raise RemoteProtocolError("more members than there may be")
        if not self._exchange.is_open(row.own_tag) and row.own_tag not in self._liars:
            self._calls.stop(row.own_tag)
            self._calls.start(pair)

    def part_from_expired(self, now: float) -> None:
        """Do so with those whose tickets have expired by now, in Unix seconds."""
        for tag in [tag for tag, pair in self.pairs.items() if pair.expires_at <= now]:
            self.part_from(tag)

    def ban(self, tag: bytes) -> None:
        """Call nobody again, and let in nobody, who has lied or said what members may not say."""
        self._liars.add(tag)

    def stop(self) -> None:
        """Call nobody and let in nobody any more."""
        self._is_over = True
        self._calls.stop_all()

    def part_from(self, tag: bytes) -> None:
        """Exchange nothing with another member any more."""
        self._calls.stop(tag)
        self._exchange.drop(tag)
        self.pairs.pop(tag, None)

    def link_ended(self, tag: bytes, error: ByhandError | None) -> None:
        """Call again, unless they are at fault, or there is another link to them by now.

        What was damaged on the way need not be their fault.
        """
        if isinstance(error, RemoteProtocolError) and not isinstance(error, AuthenticationError):
            self.ban(tag)
        if self._exchange.is_open(tag):
            return
        pair = self.pairs.get(tag)
        if pair is not None and tag not in self._liars:
            self._calls.lost(pair)

    def _is_awaited(self, tag: bytes) -> bool:
        """Say whether somebody who calls by a tag is let in: there is no link, and was no lie."""
        return not self._exchange.is_open(tag) and tag not in self._liars
