"""What can be typed after `byhand friends`."""

from typing import Annotated

import typer

from byhand.cli.following import AsJson, follow_group, followed
from byhand.cli.orders import (
    INVITE_HOURS,
    AddAddress,
    AddFriend,
    AnswerIntroduction,
    BlockFriend,
    ChangePolicy,
    ConfirmMoved,
    Introduce,
    Invite,
    JoinFriend,
    KeepApart,
    ListFriends,
    ListIntroductions,
    MarkMine,
    Pair,
    RemoveFriend,
    RenameFriend,
    ShowPolicy,
    Verify,
)
from byhand.cli.sizes import size_typed

FriendName = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="A full name, NAME/COMPUTER, or 8 or more digits of an id."
    ),
]

friends = typer.Typer(rich_markup_mode=None, help="Make friends, be sure of them, manage them.")


@friends.callback(invoke_without_command=True)
def friends_group(context: typer.Context, as_json: AsJson = False) -> int | None:
    """Show the friends unless another command follows."""
    return follow_group(context, ListFriends(), as_json)


@friends.command("list")
def list_friends(context: typer.Context, as_json: AsJson = False) -> int:
    """Show every friend: name, computer, id, how sure you are, and whether they are there."""
    return followed(context, ListFriends(), as_json)


@friends.command()
def pair(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Whom, as they show themselves.")] = None,
    mine: Annotated[bool, typer.Option("--mine", help="It is a computer of your own.")] = False,
    as_json: AsJson = False,
) -> int:
    """Become friends with somebody nearby, by reading numbers to each other."""
    return followed(context, Pair(name, mine), as_json)


@friends.command()
def verify(context: typer.Context, friend: FriendName, as_json: AsJson = False) -> int:
    """Compare codes with a friend who is there, to be sure that it is them."""
    return followed(context, Verify(friend), as_json)


@friends.command()
def invite(
    context: typer.Context,
    hours: Annotated[float, typer.Option(help="How long it is good, 168 at most.")] = INVITE_HOURS,
    at: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST[:PORT]", help="Where you can be reached, too; may be given several times."
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Make an invite link and wait until a friend has used it."""
    return followed(context, Invite(hours, tuple(at or ())), as_json)


@friends.command()
def add(
    context: typer.Context,
    link: Annotated[
        str, typer.Argument(help="The link; - reads it from standard input, where nobody sees it.")
    ],
    as_json: AsJson = False,
) -> int:
    """Become a friend of whoever made an invite link."""
    return followed(context, AddFriend(link), as_json)


@friends.command()
def rename(
    context: typer.Context, friend: FriendName, new_name: str, as_json: AsJson = False
) -> int:
    """Call a friend by another name; only you see it."""
    return followed(context, RenameFriend(friend, new_name), as_json)


@friends.command()
def remove(context: typer.Context, friend: FriendName, as_json: AsJson = False) -> int:
    """Forget a friend; files that were sent stay."""
    return followed(context, RemoveFriend(friend), as_json)


@friends.command()
def block(context: typer.Context, friend: FriendName, as_json: AsJson = False) -> int:
    """Let nothing come from a friend any more; they are not told."""
    return followed(context, BlockFriend(friend), as_json)


@friends.command()
def unblock(context: typer.Context, friend: FriendName, as_json: AsJson = False) -> int:
    """Take a blocked friend back."""
    return followed(context, BlockFriend(friend, is_blocked=False), as_json)


@friends.command()
def mine(
    context: typer.Context,
    friend: FriendName,
    no: Annotated[bool, typer.Option("--no", help="It is somebody else's computer.")] = False,
    as_json: AsJson = False,
) -> int:
    """Keep a friend among your own computers."""
    return followed(context, MarkMine(friend, not no), as_json)


@friends.command()
def join(
    context: typer.Context,
    friend: FriendName,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A friend's full name.")],
    as_json: AsJson = False,
) -> int:
    """Show a friend as another computer of a person."""
    return followed(context, JoinFriend(friend, person), as_json)


@friends.command()
def apart(
    context: typer.Context, friend: FriendName, new_name: str, as_json: AsJson = False
) -> int:
    """Say that a newcomer is somebody else than the friend whose name they came by."""
    return followed(context, KeepApart(friend, new_name), as_json)


@friends.command()
def policy(
    context: typer.Context,
    friend: FriendName,
    accept: Annotated[
        bool | None,
        typer.Option("--accept/--ask", help="Accept by itself (verified friends), or ask."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(parser=size_typed, metavar="SIZE", help="At most this much: 500MB, 2GB."),
    ] = None,
    into: Annotated[str | None, typer.Option(metavar="DIR", help="Save in this folder.")] = None,
    as_json: AsJson = False,
) -> int:
    """Show or say what happens when a friend sends files; programs are always asked about."""
    if accept is None and limit is None and into is None:
        return followed(context, ShowPolicy(friend), as_json)
    return followed(context, ChangePolicy(friend, accept, limit, into), as_json)


@friends.command()
def moved(context: typer.Context, friend: FriendName, as_json: AsJson = False) -> int:
    """Say that a friend's identity has moved to another computer, and is not a copy."""
    return followed(context, ConfirmMoved(friend), as_json)


@friends.command()
def address(
    context: typer.Context,
    friend: FriendName,
    host: Annotated[str, typer.Argument(metavar="HOST[:PORT]")],
    as_json: AsJson = False,
) -> int:
    """Try this address, too, whenever a friend is looked for."""
    return followed(context, AddAddress(friend, host), as_json)


@friends.command()
def introduce(
    context: typer.Context, friend: FriendName, other: FriendName, as_json: AsJson = False
) -> int:
    """Introduce two friends who are there to each other."""
    return followed(context, Introduce(friend, other), as_json)


@friends.command()
def introductions(
    context: typer.Context,
    agree: Annotated[str | None, typer.Option(metavar="NAME", help="Become friends.")] = None,
    decline: Annotated[str | None, typer.Option(metavar="NAME", help="Rather not.")] = None,
    as_json: AsJson = False,
) -> int:
    """Show whom friends introduce to you, and answer."""
    if agree is not None and decline is not None:
        raise typer.BadParameter("give either --agree or --decline")
    name = agree if agree is not None else decline
    if name is None:
        return followed(context, ListIntroductions(), as_json)
    return followed(context, AnswerIntroduction(name, agrees=agree is not None), as_json)
