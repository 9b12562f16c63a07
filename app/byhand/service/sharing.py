"""What an outgoing transfer does for its group; nothing for one that is part of none."""

from collections.abc import Callable
from time import monotonic

from byhand.domain.plan import OutgoingPlan
from byhand.domain.transfer import Transfer, TransferState
from byhand.engine.group_source import GroupMember
from byhand.engine.shared_wish import SharedWish
from byhand.engine.told_numbers import ToldNumbers
from byhand.engine.wishes import Wish
from byhand.errors import RemoteProtocolError
from byhand.protocol.member_messages import Complain, Holding
from byhand.service.friend_session import FriendSession
from byhand.service.group_sends import GroupSends
from byhand.service.hash_telling import HashTelling
from byhand.service.ourselves import GROUP
from byhand.service.row import Row


class Sharing:
    """Has the wish of one receiver served with the others', and hears of what they have."""

    def __init__(
        self,
        row: Row[OutgoingPlan],
        member: GroupMember | None,
        group_sends: GroupSends,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`clock` in seconds, never falling."""
        self._row = row
        self._member = member
        self._group_sends = group_sends
        self._clock = clock
        self._telling = None if member is None else HashTelling(row.id, member)
        self._told = self._nothing_told()

    @property
    def is_shared(self) -> bool:
        """Whether others may finish without us: then what they need is told at once."""
        return self._member is not None

    def attach(self, session: FriendSession) -> None:
        """Let the receiver speak to the others, and know what those were sent.

        Not one who does not know of groups, whatever they have answered.
        """
        member, telling = self._member, self._telling
        if member is None or telling is None or GROUP not in session.capabilities:
            return
        member.start_session()
        self._told = self._nothing_told()
        telling.attach(session)
        for told in member.source.known():
            member.learn(told)
        self._group_sends.attached(self._row.id, self._row.plan, member, session)

    def detach(self) -> None:
        """Keep nothing for the receiver: they are away, and go on with the others."""
        if self._member is not None and self._telling is not None:
            self._telling.attach(None)
            self._group_sends.detached(self._row.id)
            self.hold()

    def hold(self) -> None:
        """Let the others have what was meant for the receiver first."""
        if self._member is not None:
            self._member.source.leave(self._member)

    def wish(self, wish: Wish, *, extends: bool) -> Wish:
        """Return a wish of the receiver as it is served."""
        return wish if self._member is None else SharedWish(self._member, wish, extends=extends)

    def heard(self, message: Holding | Complain) -> None:
        """Take what the receiver says of the others; RemoteProtocolError for what cannot be."""
        member, told = self._member, self._told
        if member is None or told is None:
            raise RemoteProtocolError("a word on a group by one who takes part in none")
        match message:
            case Holding(rows=rows):
                member.source.holds(member, told.take(rows))
            case Complain(tag=tag):
                self._group_sends.complained(self._row.id, tag)

    def close(self, now: Transfer, *, is_over: bool) -> None:
        """Let the receiver give what they have to the others, if they have it all; else leave.

        Unless it is over it goes on with the next start.
        """
        member, telling = self._member, self._telling
        if member is None or telling is None:
            return
        telling.attach(None)
        is_whole = now.state is TransferState.DONE
        if is_whole:
            member.source.completed(member)
        else:
            member.source.remove(member)
        if is_over:
            self._group_sends.ended(self._row.id, member, is_whole=is_whole)

    def _nothing_told(self) -> ToldNumbers | None:
        member = self._member
        return None if member is None else ToldNumbers(member.source.numbering, self._clock)
