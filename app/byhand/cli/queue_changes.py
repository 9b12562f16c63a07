"""The commands that change one transfer as a whole: queue cancel, retry, move and remove."""

from functools import partial

from byhand.cli.happenings import Inbox
from byhand.cli.names import heading, person_name, short_transfer_id
from byhand.cli.orders import ExitCode
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.rows import row_of, unfinished
from byhand.cli.transfer_orders import (
    CancelTransfer,
    MoveTransfer,
    RemoveTransfer,
    RetryTransfer,
    StopPassingOn,
    TransferChange,
)
from byhand.cli.waiting import done, not_done
from byhand.cli.which_transfer import is_over, is_unfinished, transfer_meant
from byhand.domain.transfer import Transfer, TransferId
from byhand.errors import UsageError
from byhand.service.orders import Service


async def change_transfer(
    service: Service, inbox: Inbox, output: Output, order: TransferChange
) -> ExitCode:
    """Order a change of a transfer and tell it once it holds; UsageError."""
    match order:
        case CancelTransfer():
            return await cancel(service, inbox, output, order)
        case RetryTransfer():
            return await retry(service, inbox, output, order)
        case MoveTransfer():
            return await move(service, inbox, output, order)
        case RemoveTransfer():
            return await remove(service, inbox, output, order)
        case StopPassingOn():
            return await stop_passing_on(service, inbox, output, order)


async def cancel(service: Service, inbox: Inbox, output: Output, order: CancelTransfer) -> ExitCode:
    """End a transfer."""
    present = Present.of(service)
    transfer = _meant(present, order.transfer, "is over already.")

    def is_ended(now: Present) -> bool:
        return transfer.id not in now.transfers or now.transfers[transfer.id].is_final

    now = await done(service, inbox, partial(service.cancel, transfer.id), is_ended)
    return _tell(output, now, transfer, f"{_called(present, transfer)} is cancelled.")


async def retry(service: Service, inbox: Inbox, output: Output, order: RetryTransfer) -> ExitCode:
    """Offer once more what failed of a transfer; UsageError if nothing did."""
    present = Present.of(service)
    known = present.transfers.values()
    transfer = transfer_meant(order.transfer, known, is_over, "is not over yet: wait for its end.")
    made: list[TransferId] = []
    now = await done(
        service,
        inbox,
        lambda: made.append(service.queue.retry(transfer.id)),
        lambda now: bool(made) and made[0] in now.transfers,
    )
    if now is None:
        return not_done(output)
    again = now.transfers[made[0]]
    name = person_name(now.friend_name(again.friend_id))
    sentence = f"What failed of {_called(present, transfer)} is in the queue again, as"
    return _tell(
        output,
        now,
        again,
        f"{sentence} {short_transfer_id(again.id)}: it goes when {name} is there and Byhand is"
        " open.",
    )


async def move(service: Service, inbox: Inbox, output: Output, order: MoveTransfer) -> ExitCode:
    """Give a transfer another place in the queue."""
    present = Present.of(service)
    transfer = _meant(present, order.transfer, "is over: it has no place in the queue.")
    others = [each.id for each in unfinished(present) if each.id != transfer.id]
    before: TransferId | None = None
    if order.before is not None:
        before = _meant(present, order.before, "is over: it has no place in the queue.").id
        if before == transfer.id:
            raise UsageError("A transfer can't be put before itself.")
    elif order.is_first and others:
        before = others[0]

    def is_there(now: Present) -> bool:
        ids = [each.id for each in unfinished(now)]
        after = ids[ids.index(transfer.id) + 1 :] if transfer.id in ids else [before]
        return after[:1] == ([] if before is None else [before])

    now = await done(service, inbox, partial(service.queue.move, transfer.id, before), is_there)
    place = "last" if before is None else f"before {_called(present, present.transfers[before])}"
    return _tell(output, now, transfer, f"{_called(present, transfer)} is {place} in the queue.")


async def remove(service: Service, inbox: Inbox, output: Output, order: RemoveTransfer) -> ExitCode:
    """Take a transfer that is over off the list."""
    present = Present.of(service)
    known = present.transfers.values()
    transfer = transfer_meant(order.transfer, known, is_over, "is not over: cancel it first.")
    now = await done(
        service,
        inbox,
        partial(service.remove, transfer.id),
        lambda now: transfer.id not in now.transfers,
    )
    return _tell(output, now, transfer, f"{_called(present, transfer)} is off the list.")


async def stop_passing_on(
    service: Service, inbox: Inbox, output: Output, order: StopPassingOn
) -> ExitCode:
    """Let others have no more of a transfer that is all here; UsageError if none can."""
    present = Present.of(service)

    def is_passed_on(transfer: Transfer) -> bool:
        return _is_passed_on(present, transfer.id)

    transfers = present.transfers.values()
    transfer = transfer_meant(order.transfer, transfers, is_passed_on, "is not being passed on.")
    now = await done(
        service,
        inbox,
        partial(service.stop_passing_on, transfer.id),
        lambda now: not _is_passed_on(now, transfer.id),
    )
    return _tell(output, now, transfer, f"{_called(present, transfer)} is passed on no more.")


def _is_passed_on(present: Present, transfer_id: TransferId) -> bool:
    standing = present.groups.get(transfer_id)
    return standing is not None and standing.is_passing_on


def _meant(present: Present, text: str, otherwise: str) -> Transfer:
    return transfer_meant(text, present.transfers.values(), is_unfinished, otherwise)


def _tell(output: Output, now: Present | None, transfer: Transfer, sentence: str) -> ExitCode:
    if now is None:
        return not_done(output)
    rows = [row_of(now, now.transfers[transfer.id])] if transfer.id in now.transfers else []
    output.ordered(rows, sentence)
    return ExitCode.DONE


def _called(present: Present, transfer: Transfer) -> str:
    return heading(transfer, present.friend_name(transfer.friend_id))
