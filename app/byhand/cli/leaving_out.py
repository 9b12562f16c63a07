"""The command `queue cancel ID --file …`: the other files go on."""

from functools import partial

from byhand.cli.file_pages import FileLook
from byhand.cli.happenings import Happening, Inbox, Tick
from byhand.cli.indexes import indexes_meant, written
from byhand.cli.names import heading
from byhand.cli.orders import ExitCode
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.transfer_orders import CancelFiles
from byhand.cli.waiting import ANSWER_SECONDS, not_done, subscribed, until
from byhand.cli.which_transfer import is_unfinished, transfer_meant
from byhand.domain.events import FileRow
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState
from byhand.errors import UsageError
from byhand.service.orders import Service
from byhand.wording import count_files

_NOT_OVER = frozenset({EntryState.WAITING, EntryState.PARTIAL})
Rows = dict[int, FileRow]


async def cancel_files(
    service: Service, inbox: Inbox, output: Output, order: CancelFiles
) -> ExitCode:
    """Leave files out of a transfer, and tell it once it is so; UsageError."""
    present = Present.of(service)
    known = present.transfers.values()
    transfer = transfer_meant(order.transfer, known, is_unfinished, "is over already.")
    wanted = indexes_meant(",".join(order.files))
    look = FileLook(service, transfer.id, wanted)
    with subscribed(service, inbox):
        look.ask()
        rows = await until(inbox, ANSWER_SECONDS, look.take)
        if rows is None:
            return not_done(output)
        _check(rows, wanted)
        service.queue.leave_out(transfer.id, sorted(rows))
        look.ask()
        rows = await until(inbox, ANSWER_SECONDS, partial(_settled, look))
    if rows is None:
        return not_done(output)
    output.files(transfer.id, tuple(rows[index] for index in sorted(rows)))
    count = sum(row.state is EntryState.CANCELLED for row in rows.values())
    called = heading(transfer, present.friend_name(transfer.friend_id))
    without = f"goes on without {count_files(count)}" if count else "had them already"
    output.note(f"{called} {without}.")
    return ExitCode.DONE


def _settled(look: FileLook, happening: Happening) -> Rows | None:
    """Return the rows once none of them goes on; look again with each tick."""
    if isinstance(happening, Tick):
        look.ask()
    rows = look.take(happening)
    return None if not rows or _going_on(rows) else rows


def _going_on(rows: Rows) -> bool:
    return any(row.state in _NOT_OVER for row in rows.values())


def _check(rows: Rows, wanted: RangeSet) -> None:
    missing = RangeSet(wanted)
    for index in rows:
        missing.subtract(index, index + 1)
    if missing:
        raise UsageError(
            f"It has no file {written(missing)}: byhand queue list ID shows their numbers."
        )
    folders = [row.index for row in rows.values() if row.is_folder]
    if folders:
        raise UsageError(f"{folders[0]} is a folder: give the numbers of the files in it.")
