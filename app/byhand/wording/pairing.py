"""What is said while two people pair or compare codes, and why it came to nothing."""

import math

from byhand.domain.friend import Trust
from byhand.domain.pairing import HALF_DIGITS, TRIES, Pairing, PairingProblem, PairingStage
from byhand.domain.text import filled
from byhand.wording.translation import Translate, plain

DANGERS = frozenset(
    {PairingProblem.WRONG_CODE, PairingProblem.THEY_DIFFER, PairingProblem.KEY_CHANGED}
)
"""What may mean that somebody is in between."""
_GROUP = HALF_DIGITS // 2


def digits_apart(digits: str) -> str:
    """Return six digits as they are read best: "482 915"."""
    return f"{digits[:_GROUP]} {digits[_GROUP:]}".strip()


def digits_spoken(digits: str) -> str:
    """Return six digits as they are read aloud: "4 8 2, 9 1 5"."""
    groups = (digits[:_GROUP], digits[_GROUP:])
    return ", ".join(" ".join(group) for group in groups if group)


def pairing_question(pairing: Pairing, name: str, translate: Translate = plain) -> str:
    """Return what somebody wants who asks: "Marek wants to add you"."""
    if pairing.friend is not None:
        return filled(translate("wording", "{name} wants to compare codes with you"), name=name)
    return filled(translate("wording", "{name} wants to add you"), name=name)


def pairing_line(pairing: Pairing, name: str, translate: Translate = plain) -> str:
    """Return how far a pairing is and who acts next; "" where nothing is to be said."""
    match pairing.stage:
        case PairingStage.ASKED:
            return pairing_question(pairing, name, translate)
        case PairingStage.DONE:
            return pairing_done(pairing, name, translate)
        case PairingStage.FAILED:
            return pairing_problem(pairing.problem, name, translate)
        case _:
            return filled(_running_line(pairing, translate), name=name)


def pairing_done(
    pairing: Pairing, name: str, translate: Translate = plain, *, was_friend: bool = False
) -> str:
    """Return what has become of a pairing that went well; `was_friend` if before it already."""
    is_verified = pairing.friend is not None and pairing.friend.trust is Trust.VERIFIED
    if was_friend and is_verified:
        text = translate("wording", "You and {name} have compared codes")
    elif was_friend:
        text = translate("wording", "You and {name} compare codes another time")
    elif pairing.friend is not None and pairing.friend.is_mine:
        text = translate("wording", "{name} is one of your own computers now")
    else:
        text = translate("wording", "You and {name} are friends now")
    return filled(text, name=name)


def pairing_problem(problem: PairingProblem | None, name: str, translate: Translate = plain) -> str:
    """Return why a pairing came to nothing and what to do."""
    texts = _problems_on_the_way(translate) | _refusals(translate)
    otherwise = translate("wording", "It did not work with {name}: try again.")
    text = otherwise if problem is None else texts.get(problem, otherwise)
    return filled(text, name=name)


def window_line(seconds_left: float, translate: Translate = plain) -> str:
    """Return for how long people nearby may ask: "People nearby can find you for 1:43"."""
    whole = math.ceil(seconds_left)
    if whole <= 0:
        return translate("wording", "People nearby can't find you any more")
    text = translate("wording", "People nearby can find you for {time}")
    return filled(text, time=f"{whole // 60}:{whole % 60:02}")


def window_warning(translate: Translate = plain) -> str:
    """Return why people nearby may not ask any more, before the time was over."""
    return translate(
        "wording",
        "Too many attempts came in, as if someone were in between. Nobody was added. Wait ten"
        " minutes, then try again face to face, or use an invite link.",
    )


def _running_line(pairing: Pairing, translate: Translate) -> str:
    match pairing.stage:
        case PairingStage.COMPARING:
            return _comparing_line(pairing, translate)
        case PairingStage.SETTLED_HERE if pairing.has_other_settled:
            return _settled_line(pairing, translate)
        case PairingStage.SETTLED_HERE:
            return translate("wording", "{name} is still typing yours")
        case PairingStage.WAITING if pairing.friend is not None:
            return translate("wording", "Waiting for {name} to agree…")
        case PairingStage.WAITING:
            return translate("wording", "Waiting for {name} to pick you…")
        case _:
            return translate("wording", "Connecting to {name}…")


def _comparing_line(pairing: Pairing, translate: Translate) -> str:
    if pairing.tries_left < TRIES:
        wrong = translate("wording", "That doesn't fit. Ask {name} to read it again.")
        tries = translate("wording", "%n tries left", "", pairing.tries_left)
        last = translate("wording", "This is the last try")
        return f"{wrong} {last if pairing.tries_left == 1 else tries}."
    return _settled_line(pairing, translate) if pairing.has_other_settled else ""


def _settled_line(pairing: Pairing, translate: Translate) -> str:
    if pairing.has_other_put_off:
        return translate("wording", "{name} does this later")
    return translate("wording", "{name} has typed yours")


def _problems_on_the_way(translate: Translate) -> dict[PairingProblem, str]:
    return {
        PairingProblem.UNREACHABLE: translate(
            "wording",
            "Can't reach {name}: check that both of you are on the same network and that no"
            " firewall is in the way, then try again.",
        ),
        PairingProblem.NOT_READY: translate(
            "wording",
            "{name} is there, but not ready: ask them to open “Add a friend”, then try again.",
        ),
        PairingProblem.LOST: translate(
            "wording", "The connection to {name} was lost: stay on the same network and try again."
        ),
        PairingProblem.TIMEOUT: translate(
            "wording", "{name} did not answer in time: try again when both of you are ready."
        ),
        PairingProblem.PROTOCOL: translate(
            "wording",
            "{name}'s Byhand did not keep to the rules, so the connection was closed: check that"
            " both of you have the newest Byhand, then try again.",
        ),
        PairingProblem.OURSELVES: translate(
            "wording", "{name} is this computer itself: pick somebody else."
        ),
    }


def _refusals(translate: Translate) -> dict[PairingProblem, str]:
    stop = translate(
        "wording",
        "Stop. Someone may be in between you two. Nothing was sent. Try again side by side, or"
        " on another network.",
    )
    return {
        PairingProblem.WRONG_CODE: stop,
        PairingProblem.THEY_DIFFER: stop,
        PairingProblem.REFUSED: translate(
            "wording", "{name} said no, or closed the window: ask them, then try again."
        ),
        PairingProblem.TOO_MANY: translate(
            "wording",
            "Too many attempts in a short time: wait ten minutes, then try again, or use an"
            " invite link.",
        ),
        PairingProblem.KEY_CHANGED: translate(
            "wording",
            "Stop. One of {name}'s keys belongs to another friend of yours. Nothing was sent:"
            " don't trust it, and ask that friend in person.",
        ),
    }
