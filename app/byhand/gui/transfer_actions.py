"""What can be done with a transfer, and how that is called and drawn."""

from enum import Enum, auto

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.obstacle import NO_OBSTACLE, Obstacle
from byhand.domain.pictures import is_picture, may_be_copied
from byhand.domain.text import filled
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.gui.translation import translate

_S = TransferState


class Action(Enum):
    """What a row's buttons, its menu and its keys do."""

    PAUSE = auto()
    RESUME = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    LIMIT_SPEED = auto()
    SHOW_IN_FOLDER = auto()
    STOP_PASSING_ON = auto()
    COPY_TEXT = auto()
    OPEN = auto()
    COPY_PICTURE = auto()
    SEND_AGAIN = auto()
    TRY_AGAIN = auto()
    DETAILS = auto()
    CHECK_CONNECTION = auto()
    PAIR_AGAIN = auto()
    ASK_WHO = auto()
    TELL_FRIEND = auto()
    """To copy what the user may write to the friend, who has to act."""
    CANCEL = auto()
    REMOVE = auto()
    MORE = auto()
    """To open the menu of all that can be done: on the row alone, not in the menu."""


class Neighbours(Struct, frozen=True):
    """Whether a row has others of its section above and below it."""

    has_above: bool = False
    has_below: bool = False


ALONE = Neighbours()
_MENU_ONLY = frozenset({Action.MOVE_DOWN, Action.LIMIT_SPEED, Action.DETAILS})
_HELD_BY_SENDER = frozenset(
    {_S.SCANNING, _S.QUEUED, _S.OFFERED, _S.ACTIVE, _S.PAUSED, _S.STALLED, _S.BLOCKED}
)
_NOT_TAKEN = frozenset({_S.DECLINED, _S.EXPIRED})
_WAYS_OUT = {
    Obstacle.HELD: (Action.ASK_WHO,),
    Obstacle.NEW_IDENTITY: (Action.PAIR_AGAIN,),
    Obstacle.UNREACHABLE: (Action.CHECK_CONNECTION,),
}
_HELD_BY_RECEIVER = frozenset({_S.ACTIVE, _S.PAUSED, _S.STALLED, _S.BLOCKED})


def actions_of(
    transfer: Transfer,
    neighbours: Neighbours = ALONE,
    obstacle: Obstacle = NO_OBSTACLE,
    *,
    is_passed_on: bool = False,
) -> tuple[Action, ...]:
    """Return everything that can be done with a transfer right now, in the menu's order.

    `is_passed_on`: it stays here for others to fetch.
    """
    if transfer.is_final:
        first = (Action.STOP_PASSING_ON,) if is_passed_on else ()
        return (*first, *_afterwards(transfer), Action.DETAILS, Action.REMOVE)
    moves = ((Action.MOVE_UP, neighbours.has_above), (Action.MOVE_DOWN, neighbours.has_below))
    limits = () if transfer.is_text or not _can_be_held(transfer) else (Action.LIMIT_SPEED,)
    ways_out = _WAYS_OUT.get(obstacle, ()) if transfer.state in (_S.QUEUED, _S.STALLED) else ()
    return (
        *ways_out,
        *holding_actions(transfer),
        *(action for action, is_possible in moves if is_possible),
        *limits,
        Action.DETAILS,
        Action.CANCEL,
    )


def button_actions(
    transfer: Transfer,
    neighbours: Neighbours = ALONE,
    obstacle: Obstacle = NO_OBSTACLE,
    *,
    is_passed_on: bool = False,
) -> tuple[Action, ...]:
    """Return what has a button on a transfer's row: the likeliest two, or the only one."""
    *others, last = actions_of(transfer, neighbours, obstacle, is_passed_on=is_passed_on)
    first = next((action for action in others if _has_button(action, transfer)), None)
    if _has_problems_to_show(transfer):
        return (Action.DETAILS, first or last)
    if transfer.state is _S.DONE:
        # Nothing is left to do: what is rarely wanted stands in the menu.
        last, first = Action.MORE, None if first is Action.SEND_AGAIN else first
    return (last,) if first is None else (first, last)


def holding_actions(transfer: Transfer) -> tuple[Action, ...]:
    """Return how the user may hold a transfer, or let go what they hold."""
    if transfer.is_final:
        return ()
    if transfer.paused_by_me:
        return (Action.RESUME,)
    return (Action.PAUSE,) if _can_be_held(transfer) else ()


def action_icon(action: Action) -> str:
    """Return a button's icon; taking a row off the list is no dustbin: files stay."""
    return {
        Action.PAUSE: "pause",
        Action.RESUME: "play",
        Action.MOVE_UP: "arrow-up",
        Action.MOVE_DOWN: "arrow-down",
        Action.LIMIT_SPEED: "settings",
        Action.SHOW_IN_FOLDER: "folder-open",
        Action.STOP_PASSING_ON: "circle-stop",
        Action.COPY_TEXT: "copy",
        Action.OPEN: "external-link",
        Action.COPY_PICTURE: "copy",
        Action.SEND_AGAIN: "send",
        Action.TRY_AGAIN: "rotate-cw",
        Action.DETAILS: "info",
        Action.CHECK_CONNECTION: "activity",
        Action.PAIR_AGAIN: "shield-alert",
        Action.ASK_WHO: "shield-alert",
        Action.TELL_FRIEND: "copy",
        Action.CANCEL: "x",
        Action.REMOVE: "x",
        Action.MORE: "ellipsis",
    }[action]


def action_name(action: Action, transfer: Transfer, title: str, name: str = "") -> str:
    """Return a button's full name, as a screen reader says it: "Cancel: Summer 2026"."""
    return filled(
        translate("TransferList", "{action}: {title}"),
        action=action_text(action, transfer, name),
        title=title,
    )


def action_text(action: Action, transfer: Transfer, name: str = "") -> str:
    """Return what a button does, as its tool tip says it; `name` is the friend's."""
    match action:
        case Action.TRY_AGAIN if _is_old_version(transfer):
            return translate("TransferList", "Send the new version")
        case Action.TRY_AGAIN if transfer.failed_files:
            return translate("TransferList", "Try the %n file(s) again", "", transfer.failed_files)
        case Action.DETAILS if transfer.state is _S.FAILED and transfer.problems:
            return translate("TransferList", "Show files")
        case Action.SEND_AGAIN if transfer.state in _NOT_TAKEN:
            return translate("TransferList", "Offer again")
        case Action.TELL_FRIEND if transfer.direction is Direction.INCOMING:
            return filled(translate("TransferList", "Ask {name} to send it again"), name=name)
        case Action.TELL_FRIEND:
            return filled(translate("TransferList", "Tell {name}"), name=name)
        case _:
            return _plain_texts()[action]


def _plain_texts() -> dict[Action, str]:
    return {
        Action.PAUSE: translate("TransferList", "Pause"),
        Action.RESUME: translate("TransferList", "Resume"),
        Action.MOVE_UP: translate("TransferList", "Move up"),
        Action.MOVE_DOWN: translate("TransferList", "Move down"),
        Action.LIMIT_SPEED: translate("TransferList", "Limit speed…"),
        Action.SHOW_IN_FOLDER: translate("TransferList", "Show in folder"),
        Action.STOP_PASSING_ON: translate("TransferList", "Stop passing it on"),
        Action.COPY_TEXT: translate("TransferList", "Copy text"),
        Action.OPEN: translate("TransferList", "Open"),
        Action.COPY_PICTURE: translate("TransferList", "Copy picture"),
        Action.SEND_AGAIN: translate("TransferList", "Send again"),
        Action.TRY_AGAIN: translate("TransferList", "Try again"),
        Action.DETAILS: translate("TransferList", "Details"),
        Action.CHECK_CONNECTION: translate("TransferList", "Check connection…"),
        Action.PAIR_AGAIN: translate("TransferList", "Pair again…"),
        Action.ASK_WHO: translate("TransferList", "Who is this…"),
        Action.CANCEL: translate("TransferList", "Cancel"),
        Action.REMOVE: translate("TransferList", "Remove from this list"),
        Action.MORE: translate("TransferList", "More"),
    }


def _is_old_version(transfer: Transfer) -> bool:
    """Say whether all that failed did so because it was changed meanwhile."""
    codes = {problem.code for problem in transfer.problems} or {transfer.code}
    return codes == {Code.SOURCE_CHANGED}


def _can_be_held(transfer: Transfer) -> bool:
    is_outgoing = transfer.direction is Direction.OUTGOING
    return transfer.state in (_HELD_BY_SENDER if is_outgoing else _HELD_BY_RECEIVER)


def _has_button(action: Action, transfer: Transfer) -> bool:
    """Say whether an action is the likely one: to pause what moves, to go before what waits."""
    match action:
        case Action.PAUSE:
            is_moving = transfer.state in (_S.ACTIVE, _S.BLOCKED)
            return is_moving and not _is_in_line(transfer)
        case Action.MOVE_UP:
            return transfer.state is _S.QUEUED or _is_in_line(transfer)
        case _:
            return action not in _MENU_ONLY


def _has_problems_to_show(transfer: Transfer) -> bool:
    """Say whether which files did not arrive is the first thing that the user wants to know."""
    has_failed = transfer.state is _S.FAILED and bool(transfer.problems)
    return (has_failed and not _is_old_version(transfer)) or transfer.state is _S.PARTLY_DONE


def _is_in_line(transfer: Transfer) -> bool:
    """Say whether it waits for its turn, which is ours to give."""
    return transfer.awaits_turn and transfer.direction is Direction.OUTGOING


def _afterwards(transfer: Transfer) -> tuple[Action, ...]:
    is_outgoing = transfer.direction is Direction.OUTGOING
    match transfer.state:
        case _S.DONE | _S.PARTLY_DONE if not is_outgoing:
            return _of_what_came(transfer)
        case _S.FAILED if not is_outgoing:
            return (Action.TELL_FRIEND,)
        case _S.FAILED | _S.PARTLY_DONE if is_outgoing:
            is_told = transfer.code is Code.UNSUPPORTED
            return (Action.TELL_FRIEND, Action.TRY_AGAIN) if is_told else (Action.TRY_AGAIN,)
        case _ if is_outgoing:
            return (Action.SEND_AGAIN,)
        case _:
            return ()


def _of_what_came(transfer: Transfer) -> tuple[Action, ...]:
    if transfer.is_text:
        return (Action.COPY_TEXT,)
    wanted = (
        (Action.OPEN, is_picture(transfer)),
        (Action.COPY_PICTURE, may_be_copied(transfer)),
        (Action.SHOW_IN_FOLDER, True),
    )
    return tuple(action for action, is_possible in wanted if is_possible)
