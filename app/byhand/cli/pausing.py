"""The commands `queue pause` and `queue resume`."""

from functools import partial

from byhand.cli.happenings import Inbox
from byhand.cli.names import heading, person_name
from byhand.cli.orders import ExitCode
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.rows import TransferRow, row_of, unfinished
from byhand.cli.transfer_orders import PauseTransfers
from byhand.cli.waiting import done, not_done
from byhand.cli.which_transfer import is_unfinished, transfer_meant
from byhand.domain.transfer import Transfer
from byhand.service.orders import Service
from byhand.wording import plain


async def pause(service: Service, inbox: Inbox, output: Output, order: PauseTransfers) -> ExitCode:
    """Hold some transfers, or every one, or let them go on; tell it once it is so."""
    present = Present.of(service)
    if not order.transfers:
        return await _pause_all(service, inbox, output, unfinished(present), order.is_paused)
    known = present.transfers.values()
    meant = [transfer_meant(text, known, is_unfinished, _OVER) for text in order.transfers]
    give = service.queue.pause if order.is_paused else service.queue.resume
    for transfer in meant:
        holds = partial(_hold, [transfer], order.is_paused)
        now = await done(service, inbox, partial(give, transfer.id), holds)
        if now is None:
            return not_done(output)
        row = row_of(now, now.transfers.get(transfer.id, transfer))
        output.ordered([row], _sentence(row))
    return ExitCode.DONE


async def _pause_all(
    service: Service, inbox: Inbox, output: Output, meant: list[Transfer], is_paused: bool
) -> ExitCode:
    give = service.queue.pause_all if is_paused else service.queue.resume_all
    now = await done(service, inbox, give, partial(_hold, meant, is_paused))
    if now is None:
        return not_done(output)
    rows = [row_of(now, now.transfers.get(each.id, each)) for each in meant]
    count = plain("", "%n transfer(s)", "", len(rows))
    output.ordered(rows, f"Paused: {count}." if is_paused else f"Let go on: {count}.")
    return ExitCode.DONE


def _hold(meant: list[Transfer], is_paused: bool, now: Present) -> bool:
    """Say whether transfers are held by us, or not, as wanted; what is over is neither."""
    return all(
        transfer.is_final or transfer.paused_by_me is is_paused
        for transfer in (now.transfers.get(each.id) for each in meant)
        if transfer is not None
    )


def _sentence(row: TransferRow) -> str:
    transfer, name = row.transfer, person_name(row.friend_name)
    called = heading(transfer, row.friend_name)
    if transfer.is_final:
        return f"{called} is over."
    if transfer.paused_by_me:
        return f"{called} is paused."
    if transfer.paused_by_friend:
        return f"{called} is still paused by {name}."
    return f"{called} goes on." if row.is_online else f"{called} goes on when {name} is there."


_OVER = "is over: there is nothing to pause or to resume."
