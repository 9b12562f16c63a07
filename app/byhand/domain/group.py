"""What is sent to several friends at once: whether they pass it on, and who gave whom how much."""

from enum import IntEnum, StrEnum

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId

GROUP_ID_BYTES = 16


class LinkKind(IntEnum):
    """What a computer is connected by, as far as it can tell."""

    UNKNOWN = 0
    WIRED = 1
    WIFI = 2


class GroupMode(StrEnum):
    """Whether those who receive the same let each other have pieces of it.

    AUTO: where that is faster.
    """

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class GroupPart(StrEnum):
    """Which part in a group is ours."""

    SENDER = "sender"
    MEMBER = "member"


class MemberStanding(Struct, frozen=True):
    """One of those who receive, with the number, from 1 on, that this side knows them by.

    Only the sender knows which friend it is. `taken_bytes` came from them to us, `given_bytes`
    went from us to them; `has_bytes` is what they have by now, as far as the sender was told.
    `is_linked`: there is a connection to them.
    """

    number: int
    friend_id: FriendId | None = None
    is_linked: bool = False
    taken_bytes: int = 0
    given_bytes: int = 0
    has_bytes: int = 0


class GroupStanding(Struct, frozen=True):
    """Where a group stands, as seen by one transfer of ours.

    `members` are the others: for the sender everybody who receives. `from_sender_bytes` is what
    the sender itself has uploaded: for a member to them, for the sender to all. `may_leave`: all
    of it is out, and the sender is not needed any more. A member who has it all lets the others
    have it until `lingers_until` in Unix seconds; 0 while that is not so.
    """

    transfer_id: TransferId
    group_id: bytes
    part: GroupPart
    members: tuple[MemberStanding, ...] = ()
    total_bytes: int = 0
    from_sender_bytes: int = 0
    may_leave: bool = False
    lingers_until: float = 0.0

    @property
    def is_passing_on(self) -> bool:
        """Say whether it is all here, and stays for others to fetch."""
        return self.lingers_until > 0.0

    @property
    def from_others_bytes(self) -> int:
        """Return what the others who receive it gave us."""
        return sum(member.taken_bytes for member in self.members)

    @property
    def bytes_of_all(self) -> tuple[int, int]:
        """Return how much all members together have, and how much that will be."""
        has = sum(member.has_bytes for member in self.members)
        return has, self.total_bytes * len(self.members)

    @property
    def giving(self) -> int:
        """Return how many of the others have given us something."""
        return sum(member.taken_bytes > 0 for member in self.members)
