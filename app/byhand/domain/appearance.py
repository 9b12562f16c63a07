"""How the window may look."""

from byhand.errors import UsageError

APPEARANCES = ("system", "light", "dark", "high-contrast")
"""As the desktop wants it, or one of our own; the words are in settings.json."""


def judged_appearance(appearance: str) -> str:
    """Return a look that can be chosen; UsageError for any other."""
    if appearance not in APPEARANCES:
        raise UsageError("Byhand does not look like that.")
    return appearance
