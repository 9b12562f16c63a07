"""What the history shows of transfers that have ended, and what is still said of them later."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.plan import IncomingPlan, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState


class HistoryItem(Struct, frozen=True):
    """A transfer that has ended.

    `friend_name` is the friend's name at that time. With a receipt and the roots of its files,
    it can be checked again.
    """

    transfer: Transfer
    friend_name: str
    has_receipt: bool
    has_roots: bool


FRIENDS_LOOKED_FOR = 256
"""A person has no more computers."""


class HistoryQuery(Struct, frozen=True):
    """What the user looks for; the defaults find everything.

    `text` is looked for in titles, notes and names, in any case; `friend_ids` are those of one
    person, none for anybody; `since` is in Unix seconds.
    """

    text: str = ""
    direction: Direction | None = None
    friend_ids: Annotated[tuple[FriendId, ...], Meta(max_length=FRIENDS_LOOKED_FOR)] = ()
    since: float = 0.0


EVERYTHING = HistoryQuery()


class HistoryPage(Struct, frozen=True):
    """Some of what was looked for, the newest first; `first` is the number of the first item.

    `total`: how many items there are in all.
    """

    items: tuple[HistoryItem, ...]
    first: int
    total: int


class HistoryDay(Struct, frozen=True):
    """How many of what was looked for ended on a day, as our clock shows days."""

    day: date
    count: int


class Located(Struct, frozen=True):
    """Which of the items that a transfer has saved are there now, by their paths."""

    transfer_id: TransferId
    there: tuple[str, ...]


class Ending(Struct, frozen=True):
    """How a transfer has ended, for the friend who asks; `ended_at` in Unix seconds.

    `failed_files` counts what came, as FINISHED did: those that were cancelled, too.
    """

    transfer_id: TransferId
    friend_id: FriendId
    direction: Direction
    state: TransferState
    code: Code
    receipt: bytes
    ended_at: float
    done_files: int = 0
    failed_files: int = 0


def ending_of(stored: StoredTransfer) -> Ending:
    """Return how a transfer has ended."""
    transfer, plan = stored.transfer, stored.plan
    return Ending(
        transfer.id,
        transfer.friend_id,
        transfer.direction,
        transfer.state,
        transfer.code,
        stored.receipt,
        transfer.ended_at or transfer.created_at,
        transfer.done_files,
        plan.lost if isinstance(plan, IncomingPlan) else transfer.failed_files,
    )
