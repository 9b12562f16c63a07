"""What the user writes to a friend, by another way, who has to act before anything can go on."""

from byhand.domain.text import filled, safe_text
from byhand.domain.transfer import Direction, Transfer
from byhand.wording.translation import Translate, plain

TITLE_CHARACTERS = 200


def transfer_request(transfer: Transfer, translate: Translate = plain) -> str:
    """Return what to ask of the friend with whom a transfer has failed."""
    if transfer.direction is Direction.INCOMING:
        text = translate("wording", "“{title}” did not arrive here. Please send it to me again.")
    else:
        text = translate(
            "wording",
            "Please update Byhand: yours is too old to receive “{title}” from me.",
        )
    return filled(text, title=safe_text(transfer.title, TITLE_CHARACTERS))


def invite_request(translate: Translate = plain) -> str:
    """Return what to ask of somebody whose invitation cannot be used."""
    return translate(
        "wording", "I can't use your Byhand invitation. Please make a new one and send it to me."
    )
