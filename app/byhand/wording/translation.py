"""What turns our English texts into the reader's language."""

from collections.abc import Callable

Translate = Callable[..., str]
"""As QCoreApplication.translate(context, text, disambiguation="", n=-1), which fits as it is."""


def plain(_context: str, text: str, _disambiguation: str = "", n: int = -1) -> str:
    """Return the English text itself, with `%n` as a number and `(s)` as its plural."""
    if n < 0:
        return text
    return text.replace("%n", f"{n:,}").replace("(s)", "" if n == 1 else "s")
