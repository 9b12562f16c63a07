"""How people, computers and networks are named on the terminal."""

from byhand.domain.text import safe_text

NAME_CHARACTERS = 64


def person_name(name: str) -> str:
    """Return somebody's name, or what they call something, as text that is safe to show."""
    return safe_text(name, NAME_CHARACTERS)
