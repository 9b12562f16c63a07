"""What is said when a friend introduces two friends to each other."""

from byhand.domain.introduction import Introduced, IntroductionStage
from byhand.domain.text import filled
from byhand.wording.translation import Translate, plain


def introduction_details(
    introducer: str, name: str, computer: str, translate: Translate = plain
) -> str:
    """Return what is known of somebody introduced, and what comes of a yes."""
    if computer:
        text = translate("wording", "{introducer} knows them as “{name}”, at “{computer}”.")
    else:
        text = translate("wording", "{introducer} knows them as “{name}”.")
    known = filled(text, introducer=introducer, name=name, computer=computer)
    consequence = translate(
        "wording", "You become friends if both of you agree; compare codes to be sure."
    )
    return f"{known} {consequence}"


def introduction_line(
    introduced: Introduced, introducer: str, name: str, translate: Translate = plain
) -> str:
    """Return how far an introduction is and who acts next."""
    texts = {
        IntroductionStage.ASKED: translate("wording", "{introducer} introduces {name} to you"),
        IntroductionStage.AGREED: translate("wording", "Waiting for {name} to agree"),
        IntroductionStage.DONE: translate(
            "wording", "{name} is your friend now — introduced by {introducer}"
        ),
        IntroductionStage.DECLINED: translate(
            "wording", "You declined to become friends with {name}"
        ),
        IntroductionStage.EXPIRED: translate(
            "wording", "The introduction to {name} has expired. Ask {introducer} for a new one."
        ),
    }
    return filled(texts[introduced.stage], introducer=introducer, name=name)


def introduction_sent(name: str, other: str, translate: Translate = plain) -> str:
    """Return what happens once two friends have been introduced to each other."""
    text = translate("wording", "{name} and {other} are asked whether they want to be friends")
    return filled(text, name=name, other=other)


def introduction_answer(
    name: str, other: str, translate: Translate = plain, *, agrees: bool
) -> str:
    """Return what one of two friends says whom we introduced."""
    if agrees:
        text = translate("wording", "{name} agrees to become friends with {other}")
    else:
        text = translate("wording", "{name} does not want to become friends with {other} now")
    return filled(text, name=name, other=other)
