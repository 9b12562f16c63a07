"""What a pairing's dialog says at each stage, and by which sign and in which tone."""

from msgspec import Struct

from byhand import wording
from byhand.domain.friend import Trust
from byhand.domain.pairing import Pairing, PairingStage
from byhand.domain.text import filled
from byhand.gui.names import person_name
from byhand.gui.translation import translate

LOCK = ("lock", "text_secondary")
TICK = ("circle-check", "ok")
ALERT = ("triangle-alert", "bad")
CROSS = ("circle-x", "text_tertiary")


class Words(Struct, frozen=True):
    """Window title, heading, paragraph, the sign between the two people, and a label's tone."""

    title: str
    heading: str
    text: str
    sign: tuple[str, str] = LOCK
    tone: str = "secondary"


def person_shown(pairing: Pairing) -> tuple[str, bytes]:
    """Return what the other one is called here, and what their avatar's colours come from."""
    friend = pairing.friend
    if friend is None:
        key = (pairing.nearby_key or pairing.name).encode("utf-8", "replace")
        return person_name(pairing.name), key
    name = friend.computer if friend.is_mine else friend.name
    return person_name(name), friend.id


def proposal(pairing: Pairing) -> str:
    """Return what a newcomer proposes to be called, of which nothing is proved; "" of a friend."""
    if pairing.friend is not None or not pairing.computer:
        return ""
    text = translate("Pairing", "They call themselves “{name}”, at “{computer}”.")
    return filled(text, name=person_name(pairing.name), computer=person_name(pairing.computer))


def has_rival(pairing: Pairing) -> bool:
    """Say whether the friend that came of it goes by somebody else's name."""
    return pairing.friend is not None and pairing.friend.rival is not None


def words_of(pairing: Pairing, my_name: str, *, is_known: bool) -> Words:
    """Return what is said now; `is_known` for a friend with whom codes are compared later."""
    name, _ = person_shown(pairing)
    title = _title(name, is_known=is_known)
    match pairing.stage:
        case PairingStage.COMPARING | PairingStage.SETTLED_HERE:
            heading = translate("Pairing", "Read your number to {name}, and type theirs")
            text = translate(
                "Pairing", "Ask in person or by phone. If both numbers fit, nobody is in between."
            )
            return Words(title, filled(heading, name=name), _after_proposal(pairing, text))
        case PairingStage.DONE:
            return _done_words(pairing, title, name, is_known=is_known)
        case PairingStage.FAILED:
            return _failed_words(pairing, title, name, is_known=is_known)
        case _:
            heading = wording.pairing_line(pairing, name, translate)
            return Words(title, heading, _waiting_text(pairing, my_name, is_known=is_known))


def _title(name: str, *, is_known: bool) -> str:
    if is_known:
        return filled(translate("Pairing", "Compare codes with {name}"), name=name)
    return filled(translate("Pairing", "Add {name}"), name=name)


def _waiting_text(pairing: Pairing, my_name: str, *, is_known: bool) -> str:
    if pairing.stage is not PairingStage.WAITING:
        return _after_proposal(pairing, "")
    if is_known:
        return translate("Pairing", "A card in their window asks whether they have time for it.")
    text = translate("Pairing", "In their “Add a friend” they press Add beside “{name}”.")
    return _after_proposal(pairing, filled(text, name=my_name))


def _after_proposal(pairing: Pairing, text: str) -> str:
    return "\n".join(filter(None, (proposal(pairing), text)))


def _done_words(pairing: Pairing, title: str, name: str, *, is_known: bool) -> Words:
    heading = wording.pairing_done(pairing, name, translate, was_friend=is_known)
    friend = pairing.friend
    if has_rival(pairing):
        text = translate(
            "Pairing",
            "You know somebody of this name already. Say in your list of friends who is who;"
            " until then nothing is sent.",
        )
        return Words(title, heading, text, TICK, "warning")
    if friend is not None and friend.trust is Trust.VERIFIED:
        text = translate("Pairing", "Verified: both numbers fit, so nobody is in between.")
        return Words(title, heading, text, TICK, "good")
    text = translate("Pairing", "Not verified yet — you can compare codes at any time")
    return Words(title, heading, text, TICK, "warning")


def _failed_words(pairing: Pairing, title: str, name: str, *, is_known: bool) -> Words:
    if is_known:
        heading = translate("Pairing", "You and {name} have not compared codes")
    else:
        heading = translate("Pairing", "{name} was not added")
    text = wording.pairing_problem(pairing.problem, name, translate)
    is_danger = pairing.problem in wording.DANGERS
    sign, tone = (ALERT, "bad") if is_danger else (CROSS, "secondary")
    return Words(title, filled(heading, name=name), text, sign, tone)
