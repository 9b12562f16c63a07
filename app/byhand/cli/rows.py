"""What is told of each transfer in a list of them."""

from collections.abc import Mapping

from msgspec import Struct

from byhand.cli.names import title
from byhand.cli.present import Present
from byhand.domain.group import GroupStanding
from byhand.domain.identity import FriendId
from byhand.domain.obstacle import NO_OBSTACLE, Obstacle, obstacle_to
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId

ENDED_SHOWN = 10


class TransferRow(Struct, frozen=True):
    """A transfer and what its line says beside it.

    `after` is the title, safe to show, of the one to the same friend whose turn is before it.
    `group`: how those who receive the same stand, if several do.
    """

    transfer: Transfer
    friend_name: str
    progress: Progress | None = None
    is_online: bool = False
    obstacle: Obstacle = NO_OBSTACLE
    after: str = ""
    group: GroupStanding | None = None


def queue_rows(
    present: Present, progress: Mapping[TransferId, Progress]
) -> tuple[TransferRow, ...]:
    """Return what is not over, in the order of the queue, and what ended last, the newest last."""
    before: dict[FriendId, str] = {}
    rows = []
    for transfer in unfinished(present):
        after = before.get(transfer.friend_id, "")
        rows.append(row_of(present, transfer, progress.get(transfer.id), after))
        if transfer.direction is Direction.OUTGOING and not transfer.is_paused:
            before[transfer.friend_id] = title(transfer)
    ended = [each for each in present.transfers.values() if each.is_final]
    ended.sort(key=lambda each: each.ended_at)
    return (*rows, *(row_of(present, each) for each in ended[-ENDED_SHOWN:]))


def row_of(
    present: Present, transfer: Transfer, progress: Progress | None = None, after: str = ""
) -> TransferRow:
    """Return the row of one transfer."""
    friend = present.friends.get(transfer.friend_id)
    presence = present.presences.get(transfer.friend_id)
    return TransferRow(
        transfer,
        present.friend_name(transfer.friend_id),
        progress,
        present.is_online(transfer.friend_id),
        obstacle_to(friend, presence) if friend and presence else NO_OBSTACLE,
        after,
        present.groups.get(transfer.id),
    )


def unfinished(present: Present) -> list[Transfer]:
    """Return the transfers that are not over, in the order of the queue."""
    waiting = [each for each in present.transfers.values() if not each.is_final]
    return sorted(waiting, key=lambda each: each.place)
