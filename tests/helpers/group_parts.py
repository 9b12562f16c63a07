"""What a group needs around it in a unit test: sources of nothing but sizes, and receivers."""

from collections.abc import Sequence
from random import Random

from byhand.domain.columns import columns_of
from byhand.domain.identity import FriendId
from byhand.domain.journal import Journal
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import KIB, Packs
from byhand.domain.transfer import TransferId
from byhand.engine.group_source import GroupMember, GroupSource
from byhand.engine.offered import Offered
from byhand.protocol.member_messages import Group, GroupRow
from byhand.service.group_send import GroupSend, Receiver
from byhand.swarm.air import Link
from tests.helpers.clock import Clock
from tests.helpers.outbound import ListRecorder
from tests.helpers.transfer_parts import FakeSession

PIECE = 256 * KIB
GROUP_ID = b"g" * 16


def transfer_of(number: int) -> TransferId:
    return TransferId(bytes([number]) * 16)


def friend_of(number: int) -> FriendId:
    return FriendId(bytes([number]) * 32)


def offered_sizes(*sizes: int) -> Offered:
    """Files of these sizes, which nobody reads."""
    entries = [
        Entry((f"{number}",), EntryKind.FILE, size, size) for number, size in enumerate(sizes)
    ]
    columns = columns_of(entries)
    return Offered((), columns, Packs(columns))


def source_of(*sizes: int) -> GroupSource:
    return GroupSource(offered_sizes(*sizes or (4 * PIECE,)), Random(1), Clock())


def member_of(source: GroupSource, number: int) -> GroupMember:
    return source.add(transfer_of(number), Journal(), ListRecorder(), lambda _: None)


class Sent:
    """A group of ours, with receivers that are numbers from 1 on."""

    def __init__(self, *, is_forced: bool = False, now: float = 1000.0) -> None:
        self.clock = Clock(now)
        self.send = GroupSend(GROUP_ID, source_of(), is_forced=is_forced, now=self.clock)
        self.sessions: dict[int, FakeSession] = {}

    def attach(
        self,
        number: int,
        *,
        link: Link = Link(),  # noqa: B008  # frozen
        hints: Sequence[str] = (),
        has_fast_aes: bool = True,
    ) -> FakeSession:
        """Let a receiver be there, in a new session."""
        session = self.sessions[number] = FakeSession(friend_of(number))
        known = self.send.receivers.get(transfer_of(number))
        member = member_of(self.send.source, number) if known is None else known.member
        self.send.attach(
            Receiver(
                *(transfer_of(number), friend_of(number), member, link, session.real),
                tuple(hints) or (f"tcp://10.0.0.{number}:47800",),
                has_fast_aes,
            )
        )
        return session

    def attach_all(self, count: int) -> None:
        for number in range(1, count + 1):
            self.attach(number)

    def words(self, number: int) -> list[Group]:
        """Return what a receiver was told in its session since the last question."""
        session = self.sessions[number]
        told = session.posted_of(Group)
        session.posted.clear()
        return told

    def known(self, number: int) -> dict[bytes, GroupRow]:
        """Return the tickets that a receiver has by all it was told in its session."""
        rows: dict[bytes, GroupRow] = {}
        for word in self.sessions[number].posted_of(Group):
            if word.epoch == 1:
                rows.clear()
            for tag in word.removed:
                del rows[tag]
            rows.update((row.own_tag, row) for row in word.rows)
        return rows

    def tag(self, number: int, other: int) -> bytes:
        """Return by which tag of theirs a receiver knows another."""
        (tag,) = self.known(number).keys() & {row.their_tag for row in self.known(other).values()}
        return tag

    def reach(self, number: int) -> set[int]:
        """Return whom a receiver has a ticket for."""
        theirs = {row.their_tag for row in self.known(number).values()}
        return {each for each in self.sessions if theirs & self.known(each).keys()}
