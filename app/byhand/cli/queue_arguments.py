"""What can be typed after `byhand queue`."""

from argparse import ArgumentTypeError, Namespace

from byhand.cli.command_line import Argument, Verb, flag
from byhand.cli.transfer_orders import (
    CancelFiles,
    CancelTransfer,
    ListFiles,
    ListGroup,
    ListQueue,
    MoveTransfer,
    PauseTransfers,
    RemoveTransfer,
    RetryTransfer,
    StopPassingOn,
)


def _list(typed: Namespace) -> ListQueue | ListFiles:
    return ListQueue() if typed.transfer is None else ListFiles(typed.transfer)


def _cancel(typed: Namespace) -> CancelFiles | CancelTransfer:
    if typed.file:
        return CancelFiles(typed.transfer, tuple(typed.file))
    return CancelTransfer(typed.transfer)


def _move(typed: Namespace) -> MoveTransfer:
    if [typed.before is not None, typed.first, typed.last].count(True) != 1:
        raise ArgumentTypeError("give one of --before, --first and --last")
    return MoveTransfer(typed.transfer, typed.before, is_first=typed.first)


def _which(typed: Namespace) -> tuple[str, ...]:
    """Return which transfers are meant, none for every one."""
    if typed.all is bool(typed.transfers):
        raise ArgumentTypeError("say which transfers, or --all")
    return tuple(typed.transfers)


TRANSFER = Argument("transfer", metavar="ID", help="4 or more digits of its id, or its title.")
_TRANSFERS = (
    Argument("transfers", metavar="ID", nargs="*", help="4 or more digits of each id, or titles."),
    flag("--all", "Every one."),
)

QUEUE = Verb(
    "See what is on its way, and say what it shall do.\n\n"
    "Without a command, show what is on its way.",
    lambda _: ListQueue(),
    verbs={
        "list": Verb(
            "Show what is on its way and what ended last; or the files of one.",
            _list,
            (
                Argument(
                    "transfer", metavar="ID", nargs="?", help="Show the files of this one instead."
                ),
            ),
        ),
        "group": Verb(
            "Show who gives what of one that several receive.",
            lambda typed: ListGroup(typed.transfer),
            (TRANSFER,),
        ),
        "stop": Verb(
            "Pass no more on to others of what is all here.",
            lambda typed: StopPassingOn(typed.transfer),
            (TRANSFER,),
        ),
        "pause": Verb(
            "Hold transfers until queue resume; the friend sees who holds them.",
            lambda typed: PauseTransfers(_which(typed)),
            _TRANSFERS,
        ),
        "resume": Verb(
            "Let transfers go on, as far as it is up to you.",
            lambda typed: PauseTransfers(_which(typed), is_paused=False),
            _TRANSFERS,
        ),
        "cancel": Verb(
            "End a transfer, or leave some of its files out.",
            _cancel,
            (
                TRANSFER,
                Argument(
                    "--file",
                    metavar="INDEX",
                    action="append",
                    help="Only this file, by its number from queue list ID; 3-7 for several.",
                ),
            ),
        ),
        "retry": Verb(
            "Offer the files again that failed.",
            lambda typed: RetryTransfer(typed.transfer),
            (TRANSFER,),
        ),
        "move": Verb(
            "Give a transfer another place in the queue.",
            _move,
            (
                TRANSFER,
                Argument("--before", metavar="ID", help="Before this one."),
                flag("--first", "Before all others."),
                flag("--last", "Behind all others."),
            ),
        ),
        "remove": Verb(
            "Take one that is over off the list; the history keeps it.",
            lambda typed: RemoveTransfer(typed.transfer),
            (TRANSFER,),
        ),
    },
)
