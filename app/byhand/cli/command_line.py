"""How commands are declared, and how argparse reads a line of them."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from itertools import islice
from typing import Any, NoReturn

from msgspec import Struct, field

from byhand.cli.orders import IdentityOrder, Options, Order

_END_OF_OPTIONS = "--"


class WrongLineError(Exception):
    """A command line that cannot be understood; the message has no full stop.

    `command` is how far it was understood, like "byhand friends".
    """

    def __init__(self, message: str, command: str) -> None:
        super().__init__(message[:1].upper() + message[1:].rstrip("."))
        self.command = command


class OpenWindow(Struct, frozen=True):
    """Open the window: no command was typed."""


class ShowDemo(Struct, frozen=True):
    """Show it all with two people on this computer."""


Wanted = Order | IdentityOrder | OpenWindow | ShowDemo


class Argument:
    """What can be typed after a command's name: what argparse's add_argument takes."""

    def __init__(self, *names: str, **settings: Any) -> None:
        self.names = names
        self.settings = settings

    @property
    def has_value(self) -> bool:
        """Whether a value is typed, behind a name if there is one."""
        return self.settings.get("action") in {None, "append"}


def flag(name: str, help: str) -> Argument:
    """Return an option without a value."""
    return Argument(name, action="store_true", help=help)


class Verb(Struct, frozen=True):
    """A command: its help, the first line short, and what can be typed after its name.

    `order` makes of that what is wanted; it raises ArgumentTypeError for what does not fit
    together. With `verbs` another command can follow, and must if there is no `order`.
    """

    help: str
    order: Callable[[Namespace], Wanted] | None
    arguments: Sequence[Argument] = ()
    verbs: Mapping[str, "Verb"] = field(default_factory=dict)


def one_of(kinds: type[Enum]) -> Mapping[str, Any]:
    """Return the settings of an argument that is a value of an enumeration."""
    values = [each.value for each in kinds]

    def typed(text: str) -> Enum:
        try:
            return kinds(text)
        except ValueError as exc:
            raise ArgumentTypeError(f"“{text}” is none of {', '.join(values)}") from exc

    return {"type": typed, "metavar": "|".join(values)}


def read_line(words: Sequence[str], verb: Verb, name: str) -> tuple[Wanted, Options]:
    """Return what a line wants whose first command is `verb`; raises WrongLineError.

    Asked for help or the version, write it and raise SystemExit.
    """
    typed = Namespace(profile=None, json=False, debug=False)
    while True:
        parser = _parser(verb, name)
        parser.parse_args(_options_first(words, verb), typed)
        command = vars(typed).pop("command", None)
        if command is None:
            break
        words, verb, name = typed.rest, verb.verbs[command], f"{name} {command}"
    if verb.order is None:
        parser.error("a command is missing")
    try:
        wanted = verb.order(typed)
    except ArgumentTypeError as exc:
        parser.error(str(exc))
    return wanted, Options(typed.profile, is_json=typed.json, is_debug=typed.debug)


class _Parser(ArgumentParser):
    """Reads what stands behind one command's name."""

    def error(self, message: str) -> NoReturn:
        raise WrongLineError(message, self.prog)


class _Rest(ArgumentParser):
    """Takes what stands behind the name of a command that follows, for a parser of its own."""

    def parse_known_args(
        self,
        args: Iterable[str] | None = None,
        namespace: Any = None,  # noqa: ARG002 - argparse gives None
    ) -> tuple[Any, list[str]]:
        return Namespace(rest=args), []


def _parser(verb: Verb, name: str) -> _Parser:
    brief, _, more = verb.help.partition("\n\n")
    parser = _Parser(name, description=brief, epilog=more, add_help=False, allow_abbrev=False)
    for each in (*verb.arguments, flag("--json", "Write JSON lines for scripts.")):
        parser.add_argument(*each.names, **each.settings)
    parser.add_argument("--help", action="help", help="Show this and end.")
    if verb.verbs:
        following = parser.add_subparsers(
            title="commands", dest="command", metavar="COMMAND", parser_class=_Rest
        )
        for command, another in verb.verbs.items():
            following.add_parser(command, help=another.help.partition("\n\n")[0], add_help=False)
    return parser


def _options_first(words: Sequence[str], verb: Verb) -> list[str]:
    """Return the words as argparse takes all of them: options with their values, then the rest.

    A value may begin with a dash, and files may stand on both sides of an option. What stands
    behind the name of a command that follows is its own.
    """
    with_value = {name for each in verb.arguments if each.has_value for name in each.names}
    options: list[str] = []
    others: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == _END_OF_OPTIONS:
            # Of a second one argparse makes no word.
            others += [each for each in rest if verb.verbs or each != _END_OF_OPTIONS]
        elif word in with_value:
            options.append("=".join([word, *islice(rest, 1)]))
        elif word.startswith("-") and word != "-":
            options.append(word)
        else:
            others += [word, *rest] if verb.verbs else [word]
    has_dashes = not verb.verbs and any(each.startswith("-") for each in others)
    return [*options, *([_END_OF_OPTIONS] if has_dashes else []), *others]
