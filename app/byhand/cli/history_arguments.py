"""What can be typed after `byhand history`."""

from byhand.cli.command_line import Argument, Verb, flag
from byhand.cli.queue_arguments import TRANSFER
from byhand.cli.sizes import count_typed
from byhand.cli.transfer_orders import (
    HISTORY_COUNT,
    CheckAgain,
    ClearHistory,
    ForgetTransfer,
    ListHistory,
)

HISTORY = Verb(
    "See what was handed over, and check it again.\n\nWithout a command, show what has ended.",
    lambda typed: ListHistory(typed.find, typed.count),
    (
        Argument(
            "--find",
            metavar="TEXT",
            default="",
            help="Only what has this in its title, note or name.",
        ),
        Argument(
            "--count",
            metavar="N",
            type=count_typed,
            default=HISTORY_COUNT,
            help="How many, the newest first, else %(default)d.",
        ),
    ),
    {
        "check": Verb(
            "Read the files again and compare them with the receipt.\n\n"
            "Ends with 1 if one of them is missing or was changed.",
            lambda typed: CheckAgain(typed.transfer, typed.fetch),
            (TRANSFER, flag("--fetch", "Ask the friend for what is missing or changed.")),
        ),
        "forget": Verb(
            "Take one out of the history; files stay where they are.",
            lambda typed: ForgetTransfer(typed.transfer),
            (TRANSFER,),
        ),
        "clear": Verb(
            "Empty the history; files stay where they are.",
            lambda typed: ClearHistory(typed.yes),
            (flag("--yes", "It shall be emptied."),),
        ),
    },
)
