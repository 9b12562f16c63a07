"""Shows what has just happened in a quiet line of the window, and tells screen readers."""

from collections.abc import Callable, Hashable

from byhand.gui.announcer import announce
from byhand.gui.main_window import MainWindow
from byhand.gui.notice_card import NoticeCard

LASTING_MS = 20_000
Choice = tuple[str, Callable[[], None]]
"""A button's text, and what it does."""


def show_notice(
    window: MainWindow,
    key: Hashable,
    icon: tuple[str, str],
    text: str,
    choice: Choice | None = None,
    lasting_ms: int = LASTING_MS,
) -> None:
    """Show a line for a while, in place of an older one of its key; its button ends it, too.

    With a `lasting_ms` of 0 it stays until it is taken away.
    """
    verb, act = choice or ("", None)
    card = NoticeCard(window.theme, icon, text, verb, lasting_ms)
    remove = window.pane.offers.remove
    card.gone.connect(lambda: remove(key))
    if act is not None:
        card.acted.connect(act)
        card.acted.connect(lambda: remove(key))
    window.pane.offers.put_notice(key, card)
    announce(window, text)
