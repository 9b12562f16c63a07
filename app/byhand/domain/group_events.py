"""What is told of groups: those who receive the same, and pass it on to each other."""

from msgspec import Struct

from byhand.domain.group import GroupStanding
from byhand.domain.transfer import TransferId


class GroupChanged(Struct, frozen=True):
    """A transfer is part of a group, or more of it has gone from one to another."""

    standing: GroupStanding


class GroupOver(Struct, frozen=True):
    """A transfer is part of a group no more, and nothing of it is passed on."""

    transfer_id: TransferId
    group_id: bytes
