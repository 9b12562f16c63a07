"""What can be typed after `byhand`, and how it becomes an order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from byhand import __version__
from byhand.cli.following import AsJson, followed
from byhand.cli.friend_arguments import friends
from byhand.cli.history_arguments import history
from byhand.cli.limit_arguments import limits
from byhand.cli.network_arguments import networks
from byhand.cli.orders import (
    LOOK_SECONDS,
    WAIT_SECONDS,
    AcceptPolicy,
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
from byhand.cli.queue_arguments import queue
from byhand.cli.sizes import rate_typed
from byhand.domain.plan import SendOptions
from byhand.domain.profile import Visibility

# Plain help: Rich's would take longer to load than everything else together.
commands = typer.Typer(
    name="byhand",
    help="Hand files straight to a friend's computer. No command opens the window.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
commands.add_typer(friends, name="friends")
identity = typer.Typer(rich_markup_mode=None, help="Move your identity to another computer.")
commands.add_typer(networks, name="networks")
commands.add_typer(identity, name="identity")
commands.command()(limits)


commands.add_typer(queue, name="queue")
commands.add_typer(history, name="history")

ToFriends = Annotated[
    list[str],
    typer.Option("--to", metavar="NAME", help="A friend's name or id; may be given several times."),
]
AtAddress = Annotated[
    str | None,
    typer.Option("--at", metavar="HOST:PORT", help="Try this address of the friend, too."),
]
WaitSeconds = Annotated[
    float, typer.Option("--wait", min=0, help="Seconds to wait for a friend who is not there.")
]
NoWait = Annotated[bool, typer.Option("--no-wait", help="Put it into the queue and leave at once.")]


@dataclass(frozen=True, slots=True)
class Ways:
    """What a command line can lead to; each returns an exit code."""

    perform: Callable[[Order | IdentityOrder, Options], int]
    open_window: Callable[[Options], int]
    run_demo: Callable[[Options], int]


def run(arguments: Sequence[str], ways: Ways) -> int:
    """Follow a command line and return the exit code; typer.TyperException if it is wrong."""
    return commands(list(arguments), prog_name="byhand", obj=ways, standalone_mode=False) or 0


def _say_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"byhand {__version__}")
        raise typer.Exit


@commands.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    profile: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Be the identity, with all that is its own, kept in DIR."),
    ] = None,
    as_json: AsJson = False,
    version: Annotated[  # noqa: ARG001 - its callback ends the command
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which it is."),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Write the log to standard error.")
    ] = False,
) -> int | None:
    """Take what stands before the command; without a command open the window."""
    ways = context.obj
    given = Options(profile, as_json, debug)
    context.obj = (ways, given)
    return None if context.invoked_subcommand else ways.open_window(given)


@commands.command()
def send(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders.")],
    to: ToFriends,
    at: AtAddress = None,
    wait: WaitSeconds = WAIT_SECONDS,
    no_wait: NoWait = False,
    note: Annotated[str, typer.Option(metavar="TEXT", help="A few words to go with it.")] = "",
    limit: Annotated[
        int | None,
        typer.Option(parser=rate_typed, metavar="SPEED", help="At most, a second: 500kB, 10MB."),
    ] = None,
    follow_links: Annotated[
        bool,
        typer.Option("--follow-links", help="Send what links lead to; else they are left out."),
    ] = False,
    keep_modes: Annotated[
        bool, typer.Option("--keep-modes", help="Say which files are executable.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Send files and folders to friends.

    What is on its way to them already is joined. A friend who stays away is not waited for: it
    stays in the queue, and the command ends with 4. Ctrl+C leaves, too: what has not ended goes
    on the next time Byhand runs, and byhand queue cancel ends it.
    """
    options = SendOptions(note, follow_links, keep_modes)
    waiting = None if no_wait else wait
    order = Send(tuple(paths), tuple(to), at, waiting, options, limit)
    return followed(context, order, as_json)


@commands.command()
def text(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="The text; - reads it from standard input.")
    ],
    to: ToFriends,
    at: AtAddress = None,
    wait: WaitSeconds = WAIT_SECONDS,
    no_wait: NoWait = False,
    as_json: AsJson = False,
) -> int:
    """Send a text or a link to friends, to read and to copy.

    Up to 1 MiB. It waits and ends as byhand send does.
    """
    order = SendText(text, tuple(to), at, None if no_wait else wait)
    return followed(context, order, as_json)


@commands.command()
def receive(
    context: typer.Context,
    into: Annotated[
        str | None, typer.Option(metavar="DIR", help="Save in this folder; made if missing.")
    ] = None,
    accept: Annotated[
        AcceptPolicy, typer.Option(help="Ask about each offer, or accept those of every friend.")
    ] = AcceptPolicy.ASK,
    once: Annotated[bool, typer.Option("--once", help="End after one transfer.")] = False,
    as_json: AsJson = False,
) -> int:
    """Receive what friends send, until Ctrl+C.

    What is unfinished goes on by itself, also the next time. Texts are shown. At a terminal an
    offer is answered by y, n, l for later, or the numbers of the files that are wanted; with
    --json by lines on standard input: accept ID, decline ID, later ID, files ID, or
    {"id": ID, "answer": "accept", "chosen": [0, 1, 4]}.
    """
    return followed(context, Receive(into, accept, once), as_json)


@identity.command("export")
def export_identity(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A new file.")],
    as_json: AsJson = False,
) -> int:
    """Save identity and friends to a file with a passphrase.

    It is asked for, or read from standard input where that is no terminal.
    """
    return followed(context, ExportIdentity(file), as_json)


@identity.command("import")
def import_identity(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="One made by identity export.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether it shall move.")] = False,
    as_json: AsJson = False,
) -> int:
    """Move the identity in such a file to this computer.

    What is here is kept beside it. The passphrase is asked for, or read from standard input
    where that is no terminal.
    """
    return followed(context, ImportIdentity(file, yes), as_json)


@commands.command()
def me(
    context: typer.Context,
    name: Annotated[str | None, typer.Option(help="Change your name.")] = None,
    computer: Annotated[str | None, typer.Option(help="Change this computer's name.")] = None,
    visible_to: Annotated[
        Visibility | None, typer.Option(help="Who may find you, but on trusted networks.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Show your name, computer and id, as friends see them."""
    return followed(context, Me(name, computer, visible_to), as_json)


@commands.command()
def nearby(
    context: typer.Context,
    seconds: Annotated[float, typer.Option(min=0, help="How long to look.")] = LOOK_SECONDS,
    as_json: AsJson = False,
) -> int:
    """Show who makes themselves visible on this network."""
    return followed(context, LookNearby(seconds), as_json)


@commands.command()
def demo(context: typer.Context, as_json: AsJson = False) -> int:
    """Show it all with two people on this computer, in throw-away profiles."""
    ways, given = context.obj
    return int(ways.run_demo(replace(given, is_json=given.is_json or as_json)))
