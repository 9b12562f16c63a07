"""Orders that may be refused: given, and if refused, the reason told or the question asked anew."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from byhand import wording
from byhand.errors import UnknownFriendError, UsageError
from byhand.gui.questions import ask_name, tell
from byhand.gui.theme import Theme
from byhand.gui.translation import translate


def problem_of(order: Callable[[], object]) -> str:
    """Give an order; return why it cannot be, "" if it can."""
    try:
        order()
    except UsageError as error:
        return wording.error_sentence(error, translate)
    except UnknownFriendError:
        return translate("Questions", "That is not a friend of yours any more.")
    return ""


def attempt(theme: Theme, parent: QWidget, order: Callable[[], object]) -> bool:
    """Give an order; say why if it cannot be, and return whether it can."""
    problem = problem_of(order)
    if problem:
        tell(theme, parent, translate("Questions", "That can't be done"), problem)
    return not problem


def ask_until_taken(
    theme: Theme,
    parent: QWidget,
    words: tuple[str, str, str],
    typed: str,
    order: Callable[[str], None],
) -> None:
    """Ask for a text until the order takes it, saying what was wrong with the last one.

    `words` are title, explanation and verb.
    """
    title, explanation, verb = words

    def answer(text: str) -> None:
        problem = problem_of(lambda: order(text))
        if problem:
            ask_until_taken(theme, parent, (title, problem, verb), text, order)

    ask_name(theme, parent, title, explanation, typed, answer, verb)
