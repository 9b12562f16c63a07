"""The card of somebody who asks to be added, or to compare codes."""

from byhand import wording
from byhand.domain.pairing import Pairing
from byhand.gui.pairing_words import person_shown, proposal
from byhand.gui.request_card import RequestCard
from byhand.gui.theme import Theme
from byhand.gui.translation import translate


def ask_card(theme: Theme, pairing: Pairing) -> RequestCard:
    """Return a card for a pairing that the other side has begun."""
    name, key = person_shown(pairing)
    if pairing.friend is None:
        yes, details = translate("Pairing", "Add"), proposal(pairing)
    else:
        yes = translate("Pairing", "Compare codes")
        details = translate("Pairing", "You read six digits to each other, in person or by phone.")
    card = RequestCard(theme, yes)
    card.show_request(name, key, wording.pairing_question(pairing, name, translate), details)
    return card
