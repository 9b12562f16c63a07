"""One group that we send to: its receivers, and the tickets by which they reach each other."""

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import SystemRandom

from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId
from byhand.engine.group_source import GroupMember, GroupSource
from byhand.protocol.member_messages import MEMBER_HINTS, Group, GroupRow
from byhand.protocol.preamble import LaneCipher
from byhand.service.friend_session import FriendSession
from byhand.swarm.air import Link, may_exchange
from byhand.swarm.tickets import Pair, Tickets

TICKET_SECONDS = 24 * 3600
RENEWAL_SECONDS = TICKET_SECONDS / 2
ACCUSERS = 2
"""Of whom so many others say that they lie, nobody is told any more."""


@dataclass(slots=True)
class Receiver:
    """Who takes part, in a session: `told` are the tags they know in it, `epoch` its last.

    `hints` are where they may be reached.
    """

    id: TransferId
    friend_id: FriendId
    member: GroupMember
    link: Link
    session: FriendSession | None
    hints: tuple[str, ...]
    has_fast_aes: bool
    told: set[bytes] = field(default_factory=set, repr=False)
    epoch: int = 0
    is_whole: bool = False

    @property
    def is_here(self) -> bool:
        """Whether there is a session with them."""
        return self.session is not None and self.session.ended_with is None

    def back(self, session: FriendSession, hints: tuple[str, ...]) -> "Receiver":
        """Return the same one in another session."""
        return replace(self, session=session, hints=hints, told=set(), epoch=0)


class GroupSend:
    """Hands out tickets, and takes them back; what comes of them is between the receivers."""

    def __init__(
        self,
        group_id: bytes,
        source: GroupSource,
        *,
        is_forced: bool,
        now: Callable[[], float] = time.time,
    ) -> None:
        """`is_forced`: they exchange whatever their links; `now` in Unix seconds."""
        self.group_id = group_id
        self.source = source
        self.is_forced = is_forced
        self.receivers: dict[TransferId, Receiver] = {}
        self.own_link = Link()
        """What we are connected by ourselves."""
        self._now = now
        self._renewed_at = now()
        # Who says of whom that they lie.
        self._accusers: dict[TransferId, set[TransferId]] = {}
        self._tickets = Tickets(secrets.token_bytes, self._may_exchange, SystemRandom())

    def attach(self, receiver: Receiver) -> None:
        """Tell a receiver who is here whom they may speak to, and tell those of them."""
        earlier = self.receivers.get(receiver.id)
        self.receivers[receiver.id] = receiver
        if earlier is None:
            self._tickets.add(receiver.id)
        elif earlier.hints != receiver.hints:
            for pair in self._tickets.pairs_of(receiver.id):
                self.receivers[pair.other].told.discard(pair.their_tag)
        self._tell_all()

    def detach(self, transfer_id: TransferId) -> None:
        """Take note that the session is gone; the receivers need none to exchange."""
        receiver = self.receivers.get(transfer_id)
        if receiver is not None:
            receiver.session = None

    def remove(self, transfer_id: TransferId) -> None:
        """Take back the tickets of a receiver, and those that lead to them."""
        receiver = self.receivers.get(transfer_id)
        if receiver is not None:
            self._tickets.remove(transfer_id)
            self._tell_all()
            del self.receivers[transfer_id]

    def complain(self, transfer_id: TransferId, tag: bytes) -> None:
        """Part a receiver from one who sent them something else than we vouch for."""
        pairs = {pair.own_tag: pair for pair in self._tickets.pairs_of(transfer_id)}
        if tag not in pairs:
            return
        accused = pairs[tag].other
        self._tickets.part(transfer_id, accused)
        accusers = self._accusers.setdefault(accused, set())
        accusers.add(transfer_id)
        if len(accusers) >= ACCUSERS:
            self._tickets.remove(accused)
        self._tell_all()

    def renew(self) -> None:
        """Make all tickets good for another day, in time."""
        if self._now() - self._renewed_at >= RENEWAL_SECONDS:
            self._renewed_at = self._now()
            for receiver in self.receivers.values():
                receiver.told.clear()
            self._tell_all()

    def end(self) -> None:
        """Tell all who are here that nobody needs anything of them any more."""
        for receiver in self.receivers.values():
            self._post(receiver, is_over=True)

    def _tell_all(self) -> None:
        for receiver in self.receivers.values():
            self._tell(receiver)

    def _tell(self, receiver: Receiver) -> None:
        """Tell a receiver of the tickets that they do not know, and of those taken back.

        The first word in a session is all that holds.
        """
        if receiver.session is None:
            return
        pairs = {pair.own_tag: pair for pair in self._tickets.pairs_of(receiver.id)}
        gone = [tag for tag in receiver.told if tag not in pairs]
        rows = [self._row(receiver, pairs[tag]) for tag in pairs if tag not in receiver.told]
        receiver.told = set(pairs)
        if rows or gone or not receiver.epoch:
            self._post(receiver, rows, gone)

    def _post(
        self,
        receiver: Receiver,
        rows: Sequence[GroupRow] = (),
        removed: Sequence[bytes] = (),
        *,
        is_over: bool = False,
    ) -> None:
        if receiver.session is None:
            return
        receiver.epoch += 1
        receiver.session.post(
            Group(
                transfer_id=receiver.id,
                epoch=receiver.epoch,
                rows=list(rows),
                removed=list(removed),
                is_over=is_over,
            )
        )

    def _row(self, receiver: Receiver, pair: Pair[TransferId]) -> GroupRow:
        other = self.receivers[pair.other]
        are_fast = receiver.has_fast_aes and other.has_fast_aes
        return GroupRow(
            own_tag=pair.own_tag,
            their_tag=pair.their_tag,
            key=pair.key,
            cipher=LaneCipher.AESGCM if are_fast else LaneCipher.CHACHAPOLY,
            hints=list(other.hints[:MEMBER_HINTS]),
            expires_at=int(self._now()) + TICKET_SECONDS,
        )

    def _may_exchange(self, one: TransferId, other: TransferId) -> bool:
        """Say whether two receivers gain by it, as far as their links tell."""
        if self.is_forced:
            return True
        links = self.receivers[one].link, self.receivers[other].link
        return may_exchange(*links, self.own_link)
