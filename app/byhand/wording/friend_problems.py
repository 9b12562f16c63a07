"""Why something that the user says of a friend cannot be, and what to do."""

from byhand.domain.friend import NAME_CHARACTERS
from byhand.domain.text import filled, safe_text
from byhand.errors import FriendOrderError, FriendProblem
from byhand.wording.translation import Translate


def friend_problem_sentence(error: FriendOrderError, translate: Translate) -> str:
    """Return one sentence about a friend, or about the name one cannot have."""
    texts = {
        FriendProblem.NAME_LENGTH: translate("wording", "A name has 1 to {limit} characters."),
        FriendProblem.NAME_TAKEN: translate(
            "wording", "You already have a friend called {name}: choose another name."
        ),
        FriendProblem.NOT_VERIFIED: translate(
            "wording", "Compare codes with {name} first: only then may files come in unasked."
        ),
        FriendProblem.LIMIT: translate(
            "wording", "Say up to how many bytes files of {name} may come in unasked."
        ),
        FriendProblem.MINE: translate(
            "wording", "One of your own computers can't be another computer of somebody else."
        ),
        FriendProblem.BLOCKED: translate("wording", "You have blocked {name}: unblock them first."),
        FriendProblem.IN_DOUBT: translate(
            "wording", "First say who is the {name} you know, and who is not."
        ),
        FriendProblem.NOT_BELIEVED: translate(
            "wording", "Compare codes first: else this may not be {name} at all."
        ),
    }
    shown = safe_text(error.name, NAME_CHARACTERS)
    return filled(texts[error.problem], name=shown, limit=NAME_CHARACTERS)
