"""What can be typed after `byhand`, and how it becomes an order."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from byhand import __version__
from byhand.cli.command_line import Argument, OpenWindow, ShowDemo, Verb, flag, one_of, read_line
from byhand.cli.friend_arguments import FRIENDS
from byhand.cli.history_arguments import HISTORY
from byhand.cli.limit_arguments import LIMITS
from byhand.cli.network_arguments import NETWORKS
from byhand.cli.orders import (
    LOOK_SECONDS,
    WAIT_SECONDS,
    AcceptPolicy,
    CheckConnection,
    ExportIdentity,
    IdentityOrder,
    ImportIdentity,
    LookNearby,
    Me,
    Options,
    Order,
    Receive,
    Send,
    SendText,
)
from byhand.cli.queue_arguments import QUEUE
from byhand.cli.sizes import rate_typed, seconds_typed
from byhand.domain.group import GroupMode
from byhand.domain.plan import SendOptions
from byhand.domain.profile import Visibility


class Ways(Struct, frozen=True):
    """What a command line can lead to; each returns an exit code."""

    perform: Callable[[Order | IdentityOrder, Options], int]
    open_window: Callable[[Options], int]
    run_demo: Callable[[Options], int]


def run(arguments: Sequence[str], ways: Ways) -> int:
    """Follow a command line and return the exit code; WrongLineError if it is wrong."""
    wanted, options = read_line(arguments, BYHAND, "byhand")
    match wanted:
        case OpenWindow():
            return ways.open_window(options)
        case ShowDemo():
            return ways.run_demo(options)
        case order:
            return int(ways.perform(order, options))


def _send(typed: Namespace) -> Send:
    options = SendOptions(typed.note, typed.follow_links, typed.group)
    paths, to = tuple(typed.paths), tuple(typed.to)
    return Send(paths, to, typed.at, _wait(typed), options, typed.limit)


def _text(typed: Namespace) -> SendText:
    return SendText(typed.text, tuple(typed.to), typed.at, _wait(typed))


def _wait(typed: Namespace) -> float | None:
    return None if typed.no_wait else typed.wait


_TO = (
    Argument(
        "--to",
        metavar="NAME",
        action="append",
        required=True,
        help="A friend's name or id; may be given several times.",
    ),
    Argument("--at", metavar="HOST:PORT", help="Try this address of the friend, too."),
    Argument(
        "--wait",
        metavar="SECONDS",
        type=seconds_typed,
        default=WAIT_SECONDS,
        help="How long to wait for a friend who is not there, else %(default)g.",
    ),
    flag("--no-wait", "Put it into the queue and leave at once."),
)

_SEND = Verb(
    "Send files and folders to friends.\n\n"
    "What is on its way to them already is joined. A friend who stays away is not waited for: it"
    " stays in the queue, and the command ends with 4. Ctrl+C leaves, too: what has not ended goes"
    " on the next time Byhand runs, and byhand queue cancel ends it.",
    _send,
    (
        Argument("paths", metavar="PATH", nargs="+", help="Files and folders."),
        *_TO,
        Argument("--note", metavar="TEXT", default="", help="A few words to go with it."),
        Argument(
            "--limit", metavar="SPEED", type=rate_typed, help="At most, a second: 500kB, 10MB."
        ),
        flag("--follow-links", "Send what links lead to; else they are left out."),
        Argument(
            "--group",
            **one_of(GroupMode),
            default=GroupMode.AUTO,
            help="Let several friends pass it on to each other: if that is faster, always, never.",
        ),
    ),
)

_TEXT = Verb(
    "Send a text or a link to friends, to read and to copy.\n\n"
    "Up to 1 MiB. It waits and ends as byhand send does.",
    _text,
    (Argument("text", metavar="TEXT", help="The text; - reads it from standard input."), *_TO),
)

_RECEIVE = Verb(
    "Receive what friends send, until Ctrl+C.\n\n"
    "What is unfinished goes on by itself, also the next time. Texts are shown. At a terminal an"
    " offer is answered by y, n, u to update a folder that is there, l for later, or the numbers"
    " of the files that are wanted; with --json by lines on standard input: accept ID, decline"
    ' ID, later ID, files ID, or {"id": ID, "answer": "accept", "chosen": [0, 1, 4], "update":'
    ' true, "group": false}. What an update replaces is kept beside the folder. What others are'
    " offered, too, is passed on to each other, unless you answer a for alone.",
    lambda typed: Receive(typed.into, typed.accept, typed.once, typed.update, not typed.no_group),
    (
        Argument("--into", metavar="DIR", help="Save in this folder; made if missing."),
        Argument(
            "--accept",
            **one_of(AcceptPolicy),
            default=AcceptPolicy.ASK,
            help="Ask about each offer, or accept those of every friend.",
        ),
        flag("--once", "End after one transfer."),
        flag("--update", "Bring folders that are here already up to date."),
        flag(
            "--no-group",
            "Pass nothing on of what others are offered, too, and let them see no address.",
        ),
    ),
)

_IDENTITY = Verb(
    "Move your identity to another computer.",
    None,
    verbs={
        "export": Verb(
            "Save identity and friends to a file with a passphrase.\n\n"
            "It is asked for, or read from standard input where that is no terminal.",
            lambda typed: ExportIdentity(typed.file),
            (Argument("file", metavar="FILE", help="A new file."),),
        ),
        "import": Verb(
            "Move the identity in such a file to this computer.\n\n"
            "What is here is kept beside it. The passphrase is asked for, or read from standard"
            " input where that is no terminal.",
            lambda typed: ImportIdentity(typed.file, typed.yes),
            (
                Argument("file", metavar="FILE", help="One made by identity export."),
                flag("--yes", "Do not ask whether it shall move."),
            ),
        ),
    },
)

_ME = Verb(
    "Show your name, computer and id, as friends see them.",
    lambda typed: Me(typed.name, typed.computer, typed.visible_to),
    (
        Argument("--name", metavar="NAME", help="Change your name."),
        Argument("--computer", metavar="NAME", help="Change this computer's name."),
        Argument(
            "--visible-to", **one_of(Visibility), help="Who may find you, but on trusted networks."
        ),
    ),
)

_NEARBY = Verb(
    "Show who makes themselves visible on this network.",
    lambda typed: LookNearby(typed.seconds),
    (
        Argument(
            "--seconds",
            metavar="SECONDS",
            type=seconds_typed,
            default=LOOK_SECONDS,
            help="How long to look, else %(default)g.",
        ),
    ),
)

_DOCTOR = Verb(
    "Check what stands between you and your friends, and how to mend it.\n\n"
    "A friend who is there is asked to call back. It ends with 1 if a problem was found.",
    lambda typed: CheckConnection(typed.friend),
    (
        Argument(
            "friend",
            metavar="NAME",
            nargs="?",
            help="Who shall call back, else any friend who is there.",
        ),
    ),
)

BYHAND = Verb(
    "Hand files straight to a friend's computer. No command opens the window.",
    lambda _: OpenWindow(),
    (
        Argument(
            "--profile",
            metavar="DIR",
            type=Path,
            help="Be the identity, with all that is its own, kept in DIR.",
        ),
        Argument(
            "--version", action="version", version=f"byhand {__version__}", help="Say which it is."
        ),
        flag("--debug", "Write the log to standard error."),
    ),
    {
        "send": _SEND,
        "text": _TEXT,
        "receive": _RECEIVE,
        "queue": QUEUE,
        "history": HISTORY,
        "friends": FRIENDS,
        "limits": LIMITS,
        "me": _ME,
        "nearby": _NEARBY,
        "networks": NETWORKS,
        "doctor": _DOCTOR,
        "identity": _IDENTITY,
        "demo": Verb(
            "Show it all with two people on this computer, in throw-away profiles.",
            lambda _: ShowDemo(),
        ),
    },
)
"""Everything that can be typed."""
