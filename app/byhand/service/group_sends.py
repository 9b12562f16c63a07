"""All groups that we send to: found by what they send, shown, and over when nobody needs them."""

import threading
from collections.abc import Callable, Iterable, Mapping
from random import SystemRandom

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.group import GroupMode, GroupPart, GroupStanding, LinkKind, MemberStanding
from byhand.domain.journal import Journal
from byhand.domain.numbering import Numbering
from byhand.domain.pieces import MIB
from byhand.domain.plan import OutgoingPlan
from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.engine.group_source import GroupMember, GroupSource
from byhand.engine.offered import Offered
from byhand.engine.reports import TellSender
from byhand.engine.source_pieces import SourceRecorder
from byhand.protocol.group_consent import GroupConsent, GroupOffer
from byhand.protocol.preamble import LaneCipher
from byhand.service.friend_session import FriendSession
from byhand.service.group_send import GroupSend, Receiver
from byhand.service.groups import Groups
from byhand.service.ourselves import GROUP
from byhand.swarm.air import Link

PASSED_ON_BYTES = MIB
"""What is smaller is there before those who receive it have found each other."""


class GroupNeeds(Struct, frozen=True):
    """What groups need of the rest of the service."""

    hints_of: Callable[[FriendSession, bool], tuple[str, ...]]
    """Returns where a friend may be reached by others; True: by anybody, also from far away."""
    link_to: Callable[[FriendSession, bytes], GroupConsent]
    """Returns by what link we reach somebody, its network named for a group of an id."""
    size_of: Callable[[bytes], int]
    """Returns how many transfers of a group are not over."""
    progress: Callable[[], dict[TransferId, Progress]]


class _Part(Struct, frozen=True):
    """Of one transfer: `member` as it was accepted last."""

    send: GroupSend
    member: GroupMember


class GroupSends:
    """Knows of each transfer that is accepted with consent which group it is part of."""

    def __init__(self, groups: Groups, needs: GroupNeeds) -> None:
        """`groups` shows where they stand."""
        self._groups = groups
        self._needs = needs
        self._sends: dict[tuple[bytes, bytes], GroupSend] = {}
        self._of: dict[TransferId, _Part] = {}
        self._lock = threading.Lock()

    def offer_in(self, session: FriendSession, plan: OutgoingPlan) -> GroupOffer | None:
        """Return what an offer says of its group; None without one, and to who knows of none."""
        others = self._needs.size_of(plan.group_id) - 1 if plan.group_id else 0
        if others < 1 or GROUP not in session.capabilities:
            return None
        return GroupOffer(id=plan.group_id, members=others)

    def take_part(
        self,
        transfer_id: TransferId,
        plan: OutgoingPlan,
        offered: Offered,
        known: Journal,
        recorder: SourceRecorder,
        tell: TellSender,
    ) -> GroupMember | None:
        """Return the part in its group of a transfer that is accepted; on a worker's thread.

        None if the receiver does not take part. `known` was recorded before the program stopped.
        """
        if not plan.group_id or plan.consent is None:
            return None
        is_small = offered.columns.totals.bytes < PASSED_ON_BYTES
        if is_small and plan.options.group is GroupMode.AUTO:
            return None
        key = plan.group_id, plan.digest
        with self._lock:
            send = self._sends.get(key)
            if send is None:
                if not Numbering(offered.columns, offered.packs).is_exchanged:
                    return None
                source = GroupSource(offered, SystemRandom())
                is_forced = plan.options.group is GroupMode.ON
                send = GroupSend(plan.group_id, source, is_forced=is_forced)
                self._sends[key] = send
        member = send.source.add(transfer_id, known, recorder, tell)
        with self._lock:
            self._of[transfer_id] = _Part(send, member)
        return member

    # What happens to a transfer that takes part

    def attached(
        self,
        transfer_id: TransferId,
        plan: OutgoingPlan,
        member: GroupMember,
        session: FriendSession,
    ) -> None:
        """Let a receiver who is here, and the others, know of each other."""
        part = self._of.get(transfer_id)
        if part is None or part.member is not member or plan.consent is None:
            return
        send = part.send
        kind, network = plan.consent
        own = self._needs.link_to(session, plan.group_id)
        send.own_link = Link(own.kind, own.network)
        send.attach(
            Receiver(
                transfer_id,
                session.friend_id,
                member,
                Link(LinkKind(kind), network),
                session,
                self._needs.hints_of(session, send.is_forced),
                has_fast_aes=session.lanes.cipher == LaneCipher.AESGCM,
            )
        )

    def detached(self, transfer_id: TransferId) -> None:
        """Take note that a receiver is away."""
        part = self._of.get(transfer_id)
        if part is not None:
            part.send.detach(transfer_id)

    def back(self, session: FriendSession) -> None:
        """Let a friend know of the others who has all that was sent, and gives it to them still."""
        for send in tuple(self._sends.values()):
            for receiver in tuple(send.receivers.values()):
                if receiver.is_whole and receiver.friend_id == session.friend_id:
                    hints = self._needs.hints_of(session, send.is_forced)
                    send.attach(receiver.back(session, hints))

    def complained(self, transfer_id: TransferId, tag: bytes) -> None:
        """Take note that a receiver was sent something else by the one whom a tag stands for."""
        part = self._of.get(transfer_id)
        if part is not None:
            part.send.complain(transfer_id, tag)

    def ended(self, transfer_id: TransferId, member: GroupMember, *, is_whole: bool) -> None:
        """Let a receiver who has all give it to the others; of one who has not, tell them.

        Once nobody needs anything the group is over. Who has accepted anew since takes part still.
        """
        with self._lock:
            part = self._of.get(transfer_id)
            if part is None:
                return
            is_last = part.member is member
            if is_last:
                del self._of[transfer_id]
            sends = tuple(self._sends.values())
        for send in sends:
            if send.source is member.source:
                self._ended_in(send, transfer_id, member, is_whole=is_whole)
        if is_last:
            self._groups.end(transfer_id)
        self._end_what_is_over()

    def _ended_in(
        self, send: GroupSend, transfer_id: TransferId, member: GroupMember, *, is_whole: bool
    ) -> None:
        receiver = send.receivers.get(transfer_id)
        if receiver is not None and receiver.member is not member:
            return
        if receiver is not None and is_whole:
            receiver.is_whole = True
        else:
            send.remove(transfer_id)
        parts = [(transfer_id, send), *self._parts()]
        self._show(each for each in parts if each[1] is send)

    def show(self) -> None:
        """Tell where each stands, and renew what would end; twice a second."""
        self._end_what_is_over()
        for send in tuple(self._sends.values()):
            send.renew()
        self._show(self._parts())

    def _parts(self) -> list[tuple[TransferId, GroupSend]]:
        with self._lock:  # others take part meanwhile, on workers' threads
            return [(transfer_id, part.send) for transfer_id, part in self._of.items()]

    def _end_what_is_over(self) -> None:
        """Let go of groups in which nobody is sent anything, nor may still accept."""
        with self._lock:
            running = {id(part.send) for part in self._of.values()}
            over = [
                key
                for key, send in self._sends.items()
                if id(send) not in running and not self._needs.size_of(send.group_id)
            ]
            ended = [self._sends.pop(key) for key in over]
        for send in ended:
            send.end()

    def _show(self, parts: Iterable[tuple[TransferId, GroupSend]]) -> None:
        """Tell where some stand: of each group that is worked out once for all who take part."""
        progress = self._needs.progress()
        standings: dict[GroupSend, GroupStanding] = {}
        for transfer_id, send in parts:
            if len(send.receivers) < 2:
                continue
            if send not in standings:
                standings[send] = _standing(transfer_id, send, progress)
            standing = replace(standings[send], transfer_id=transfer_id)
            self._groups.show(standing, stop=lambda: None)


def _standing(
    transfer_id: TransferId, send: GroupSend, progress: Mapping[TransferId, Progress]
) -> GroupStanding:
    members = [
        MemberStanding(
            number,
            receiver.friend_id,
            is_linked=receiver.is_here,
            given_bytes=receiver.member.sent_bytes,
            has_bytes=_present_bytes(receiver, progress.get(receiver.id)),
        )
        for number, receiver in enumerate(send.receivers.values(), 1)
    ]
    return GroupStanding(
        transfer_id,
        send.group_id,
        GroupPart.SENDER,
        tuple(members),
        send.source.total_bytes,
        sum(member.given_bytes for member in members),
        may_leave=send.source.may_leave,
    )


def _present_bytes(receiver: Receiver, progress: Progress | None) -> int:
    total = receiver.member.source.total_bytes
    if receiver.is_whole:
        return total
    return 0 if progress is None else progress.bytes
