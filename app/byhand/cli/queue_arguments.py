"""What can be typed after `byhand queue`."""

from typing import Annotated

import typer

from byhand.cli.following import AsJson, follow_group, followed
from byhand.cli.transfer_orders import (
    CancelFiles,
    CancelTransfer,
    ListFiles,
    ListQueue,
    MoveTransfer,
    PauseTransfers,
    RemoveTransfer,
    RetryTransfer,
)

TransferWord = Annotated[
    str, typer.Argument(metavar="ID", help="4 or more digits of its id, or its title.")
]
TransferWords = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID...]", help="4 or more digits of each id, or titles."),
]

queue = typer.Typer(rich_markup_mode=None, help="See what is on its way, and say what it shall do.")


@queue.callback(invoke_without_command=True)
def queue_group(context: typer.Context, as_json: AsJson = False) -> int | None:
    """Show what is on its way unless another command follows."""
    return follow_group(context, ListQueue(), as_json)


@queue.command("list")
def list_queue(
    context: typer.Context,
    transfer: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Show the files of this one instead.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Show what is on its way and what ended last; or the files of one."""
    order = ListQueue() if transfer is None else ListFiles(transfer)
    return followed(context, order, as_json)


@queue.command()
def pause(
    context: typer.Context,
    transfers: TransferWords = None,
    everything: Annotated[bool, typer.Option("--all", help="Every one.")] = False,
    as_json: AsJson = False,
) -> int:
    """Hold transfers until queue resume; the friend sees who holds them."""
    return followed(context, PauseTransfers(_which(transfers, everything)), as_json)


@queue.command()
def resume(
    context: typer.Context,
    transfers: TransferWords = None,
    everything: Annotated[bool, typer.Option("--all", help="Every one.")] = False,
    as_json: AsJson = False,
) -> int:
    """Let transfers go on, as far as it is up to you."""
    order = PauseTransfers(_which(transfers, everything), is_paused=False)
    return followed(context, order, as_json)


@queue.command()
def cancel(
    context: typer.Context,
    transfer: TransferWord,
    file: Annotated[
        list[str] | None,
        typer.Option(
            metavar="INDEX",
            help="Only this file, by its number from queue list ID; 3-7 for several.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """End a transfer, or leave some of its files out."""
    order = CancelFiles(transfer, tuple(file)) if file else CancelTransfer(transfer)
    return followed(context, order, as_json)


@queue.command()
def retry(context: typer.Context, transfer: TransferWord, as_json: AsJson = False) -> int:
    """Offer the files again that failed."""
    return followed(context, RetryTransfer(transfer), as_json)


@queue.command()
def move(
    context: typer.Context,
    transfer: TransferWord,
    before: Annotated[str | None, typer.Option(metavar="ID", help="Before this one.")] = None,
    first: Annotated[bool, typer.Option("--first", help="Before all others.")] = False,
    last: Annotated[bool, typer.Option("--last", help="Behind all others.")] = False,
    as_json: AsJson = False,
) -> int:
    """Give a transfer another place in the queue."""
    if [before is not None, first, last].count(True) != 1:
        raise typer.BadParameter("give one of --before, --first and --last")
    return followed(context, MoveTransfer(transfer, before, is_first=first), as_json)


@queue.command()
def remove(context: typer.Context, transfer: TransferWord, as_json: AsJson = False) -> int:
    """Take one that is over off the list; the history keeps it."""
    return followed(context, RemoveTransfer(transfer), as_json)


def _which(transfers: list[str] | None, everything: bool) -> tuple[str, ...]:
    """Return which transfers are meant, none for every one."""
    if everything is bool(transfers):
        raise typer.BadParameter("say which transfers, or --all")
    return tuple(transfers or ())
