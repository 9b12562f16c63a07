"""What can be typed after `byhand friends`."""

from argparse import ArgumentTypeError, Namespace

from byhand.cli.command_line import Argument, Verb, flag
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
from byhand.cli.sizes import number_typed, size_typed


def _policy(typed: Namespace) -> ShowPolicy | ChangePolicy:
    changes = (typed.accept, typed.limit, typed.into, typed.modes)
    if all(change is None for change in changes):
        return ShowPolicy(typed.friend)
    return ChangePolicy(typed.friend, *changes)


def _introductions(typed: Namespace) -> ListIntroductions | AnswerIntroduction:
    if typed.agree is not None and typed.decline is not None:
        raise ArgumentTypeError("give either --agree or --decline")
    name = typed.agree if typed.agree is not None else typed.decline
    if name is None:
        return ListIntroductions()
    return AnswerIntroduction(name, agrees=typed.agree is not None)


_FRIEND = Argument(
    "friend", metavar="NAME", help="A full name, NAME/COMPUTER, or 8 or more digits of an id."
)
_OTHER = Argument("other", metavar="NAME", help="The other one, named in the same way.")
_NEW_NAME = Argument("new_name", metavar="NEW_NAME", help="What they are called from now on.")

_MEETING = {
    "pair": Verb(
        "Become friends with somebody nearby, by reading numbers to each other.",
        lambda typed: Pair(typed.name, typed.mine),
        (
            Argument("name", metavar="NAME", nargs="?", help="Whom, as they show themselves."),
            flag("--mine", "It is a computer of your own."),
        ),
    ),
    "verify": Verb(
        "Compare codes with a friend who is there, to be sure that it is them.",
        lambda typed: Verify(typed.friend),
        (_FRIEND,),
    ),
    "invite": Verb(
        "Make an invite link and wait until a friend has used it.",
        lambda typed: Invite(typed.hours, tuple(typed.at or ())),
        (
            Argument(
                "--hours",
                metavar="HOURS",
                type=number_typed,
                default=INVITE_HOURS,
                help="How long it is good, 168 at most, else %(default)g.",
            ),
            Argument(
                "--at",
                metavar="ADDRESS",
                action="append",
                help="A HOST or HOST:PORT where you can be reached, too; may be given several"
                " times.",
            ),
        ),
    ),
    "add": Verb(
        "Become a friend of whoever made an invite link.",
        lambda typed: AddFriend(typed.link),
        (
            Argument(
                "link",
                metavar="LINK",
                help="The link; - reads it from standard input, where nobody sees it.",
            ),
        ),
    ),
    "introduce": Verb(
        "Introduce two friends who are there to each other.",
        lambda typed: Introduce(typed.friend, typed.other),
        (_FRIEND, _OTHER),
    ),
    "introductions": Verb(
        "Show whom friends introduce to you, and answer.",
        _introductions,
        (
            Argument("--agree", metavar="NAME", help="Become friends."),
            Argument("--decline", metavar="NAME", help="Rather not."),
        ),
    ),
}

_KEEPING = {
    "list": Verb(
        "Show every friend: name, computer, id, how sure you are, and whether they are there.",
        lambda _: ListFriends(),
    ),
    "rename": Verb(
        "Call a friend by another name; only you see it.",
        lambda typed: RenameFriend(typed.friend, typed.new_name),
        (_FRIEND, _NEW_NAME),
    ),
    "remove": Verb(
        "Forget a friend; files that were sent stay.",
        lambda typed: RemoveFriend(typed.friend),
        (_FRIEND,),
    ),
    "block": Verb(
        "Let nothing come from a friend any more; they are not told.",
        lambda typed: BlockFriend(typed.friend),
        (_FRIEND,),
    ),
    "unblock": Verb(
        "Take a blocked friend back.",
        lambda typed: BlockFriend(typed.friend, is_blocked=False),
        (_FRIEND,),
    ),
    "mine": Verb(
        "Keep a friend among your own computers.",
        lambda typed: MarkMine(typed.friend, not typed.no),
        (_FRIEND, flag("--no", "It is somebody else's computer.")),
    ),
    "join": Verb(
        "Show a friend as another computer of a person.",
        lambda typed: JoinFriend(typed.friend, typed.person),
        (_FRIEND, Argument("person", metavar="PERSON", help="A friend's full name.")),
    ),
    "apart": Verb(
        "Say that a newcomer is somebody else than the friend whose name they came by.",
        lambda typed: KeepApart(typed.friend, typed.new_name),
        (_FRIEND, _NEW_NAME),
    ),
    "policy": Verb(
        "Show or say what happens when a friend sends files; programs are always asked about.",
        _policy,
        (
            _FRIEND,
            Argument(
                "--accept",
                action="store_const",
                const=True,
                help="Accept by itself (verified friends).",
            ),
            Argument("--ask", dest="accept", action="store_const", const=False, help="Ask."),
            Argument(
                "--limit", metavar="SIZE", type=size_typed, help="At most this much: 500MB, 2GB."
            ),
            Argument("--into", metavar="DIR", help="Save in this folder."),
            Argument(
                "--keep-modes",
                dest="modes",
                action="store_const",
                const=True,
                help="What is executable there is executable here.",
            ),
            Argument(
                "--drop-modes",
                dest="modes",
                action="store_const",
                const=False,
                help="Nothing that is received is executable.",
            ),
        ),
    ),
    "moved": Verb(
        "Say that a friend's identity has moved to another computer, and is not a copy.",
        lambda typed: ConfirmMoved(typed.friend),
        (_FRIEND,),
    ),
    "address": Verb(
        "Try this address, too, whenever a friend is looked for.",
        lambda typed: AddAddress(typed.friend, typed.host),
        (_FRIEND, Argument("host", metavar="ADDRESS", help="A HOST or HOST:PORT.")),
    ),
}

FRIENDS = Verb(
    "Make friends, be sure of them, manage them.\n\nWithout a command, show the friends.",
    lambda _: ListFriends(),
    verbs=_MEETING | _KEEPING,
)
