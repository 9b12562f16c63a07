"""The commands `queue …`: what is on its way, and what is said of it."""

from collections.abc import Collection

from byhand.cli.file_pages import FilePages
from byhand.cli.happenings import Inbox
from byhand.cli.leaving_out import cancel_files
from byhand.cli.orders import ExitCode
from byhand.cli.output import Output
from byhand.cli.pausing import pause
from byhand.cli.present import Present
from byhand.cli.queue_changes import change_transfer
from byhand.cli.rows import queue_rows, unfinished
from byhand.cli.transfer_orders import (
    CancelFiles,
    ListFiles,
    ListGroup,
    ListQueue,
    PauseTransfers,
    QueueOrder,
)
from byhand.cli.waiting import ANSWER_SECONDS, subscribed, until, wait_for
from byhand.cli.which_transfer import transfer_meant
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.service.orders import Service

LOOK_SECONDS = 2.0
"""How long `queue list` looks for who is there and how fast it goes, at most."""
_FRIEND_IS_LOOKED_FOR = frozenset({TransferState.QUEUED, TransferState.STALLED})


async def carry_out(service: Service, inbox: Inbox, output: Output, order: QueueOrder) -> ExitCode:
    """Do what is ordered of transfers and tell what came of it; UsageError."""
    match order:
        case ListQueue():
            return await list_queue(service, inbox, output)
        case ListFiles():
            return await list_files(service, inbox, output, order)
        case ListGroup():
            return list_group(service, output, order)
        case PauseTransfers():
            return await pause(service, inbox, output, order)
        case CancelFiles():
            return await cancel_files(service, inbox, output, order)
        case _:
            return await change_transfer(service, inbox, output, order)


async def list_queue(service: Service, inbox: Inbox, output: Output) -> ExitCode:
    """Tell every transfer that is not over and those that ended last."""

    def are_told(now: Present) -> bool:
        moving = service.progress().keys()
        is_told = now.profile is not None and inbox.empty()
        return is_told and all(_is_settled(now, each, moving) for each in unfinished(now))

    present = await wait_for(service, inbox, LOOK_SECONDS, are_told)
    rows = queue_rows(present, service.progress())
    output.transfers(rows)
    if not rows:
        output.note("Nothing is on its way: byhand send hands something over.")
    return ExitCode.DONE


async def list_files(service: Service, inbox: Inbox, output: Output, order: ListFiles) -> ExitCode:
    """Tell every file of a transfer, with its number and where it stands."""
    transfers = Present.of(service).transfers.values()
    transfer = transfer_meant(order.transfer, transfers)
    pages = FilePages(service, transfer.id)
    with subscribed(service, inbox):
        while not pages.is_whole:
            pages.ask()
            rows = await until(inbox, ANSWER_SECONDS, pages.take)
            if rows is None:
                output.error("not_told", "The files were not listed to the end: try again.")
                return ExitCode.FAILED
            output.files(transfer.id, rows)
    if not pages.total:
        output.note("Its files are still being counted.")
    return ExitCode.DONE


def list_group(service: Service, output: Output, order: ListGroup) -> ExitCode:
    """Tell who gives what of a transfer that several receive; UsageError for any other."""
    present = Present.of(service)
    one_each = _one_of_each_group(present)
    transfer = transfer_meant(
        order.transfer, one_each, lambda each: each.id in present.groups, _ALONE
    )
    name = present.friend_name(transfer.friend_id)
    output.group(present.groups[transfer.id], name, present.names())
    return ExitCode.DONE


def _one_of_each_group(present: Present) -> list[Transfer]:
    """Return all transfers, of those that the same group shows the first."""
    seen: dict[bytes, Transfer] = {}
    for transfer in present.transfers.values():
        standing = present.groups.get(transfer.id)
        seen.setdefault(standing.group_id if standing else transfer.id, transfer)
    return list(seen.values())


def _is_settled(now: Present, transfer: Transfer, moving: Collection[TransferId]) -> bool:
    """Say whether a look a moment later would hardly tell anything else."""
    if transfer.state is TransferState.ACTIVE:
        return transfer.id in moving
    return transfer.state not in _FRIEND_IS_LOOKED_FOR or now.is_online(transfer.friend_id)


_ALONE = "goes straight from one to the other: nobody passes it on."
