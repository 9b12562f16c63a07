"""What can be typed after `byhand history`."""

from typing import Annotated

import typer

from byhand.cli.following import AsJson, follow_group, followed
from byhand.cli.queue_arguments import TransferWord
from byhand.cli.transfer_orders import (
    HISTORY_COUNT,
    CheckAgain,
    ClearHistory,
    ForgetTransfer,
    ListHistory,
)

history = typer.Typer(rich_markup_mode=None, help="See what was handed over, and check it again.")


@history.callback(invoke_without_command=True)
def history_group(
    context: typer.Context,
    find: Annotated[
        str, typer.Option(metavar="TEXT", help="Only what has this in its title, note or name.")
    ] = "",
    count: Annotated[int, typer.Option(min=1, help="How many, the newest first.")] = HISTORY_COUNT,
    as_json: AsJson = False,
) -> int | None:
    """Show what has ended unless another command follows."""
    return follow_group(context, ListHistory(find, count), as_json)


@history.command()
def check(
    context: typer.Context,
    transfer: TransferWord,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Ask the friend for what is missing or changed.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Read the files again and compare them with the receipt.

    Ends with 1 if one of them is missing or was changed.
    """
    return followed(context, CheckAgain(transfer, fetch), as_json)


@history.command()
def forget(context: typer.Context, transfer: TransferWord, as_json: AsJson = False) -> int:
    """Take one out of the history; files stay where they are."""
    return followed(context, ForgetTransfer(transfer), as_json)


@history.command()
def clear(
    context: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="It shall be emptied.")] = False,
    as_json: AsJson = False,
) -> int:
    """Empty the history; files stay where they are."""
    return followed(context, ClearHistory(yes), as_json)
