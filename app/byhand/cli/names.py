"""How people, computers, networks and transfers are named on the terminal."""

from byhand.domain.text import isolated, safe_text
from byhand.domain.transfer import Direction, Transfer, TransferId

NAME_CHARACTERS = 64
TITLE_CHARACTERS = 100
ID_DIGITS = 8


def shown_text(text: str, limit: int) -> str:
    """Return a text from outside so that it is safe to show, in a line with others, too."""
    return isolated(safe_text(text, limit))


def person_name(name: str) -> str:
    """Return somebody's name, or what they call something, as text that is safe to show."""
    return shown_text(name, NAME_CHARACTERS)


def title(transfer: Transfer) -> str:
    """Return what a transfer is called, as text that is safe to show."""
    return shown_text(transfer.title, TITLE_CHARACTERS)


def heading(transfer: Transfer, friend_name: str) -> str:
    """Return what goes which way, and with whom: "Summer to Anna"."""
    return f"{title(transfer)} {way(transfer)} {person_name(friend_name)}"


def way(transfer: Transfer) -> str:
    """Return the word before the friend's name."""
    return "from" if transfer.direction is Direction.INCOMING else "to"


def short_transfer_id(transfer_id: TransferId) -> str:
    """Return as much of an id as is shown, and nearly always enough to be typed."""
    return transfer_id.hex()[:ID_DIGITS]
