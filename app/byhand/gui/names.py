"""How people and folders are named in the window."""

from collections.abc import Iterable
from html import escape
from pathlib import PurePath

from byhand.domain.friend import NAME_CHARACTERS, Friend
from byhand.domain.text import safe_text

FOLDER_CHARACTERS = 120


def person_name(name: str) -> str:
    """Return somebody's name as text that is safe to show."""
    return safe_text(name, NAME_CHARACTERS)


def shown_name(friend: Friend) -> str:
    """Return what a friend is called: by their name, one of my own computers by its own."""
    return computer_name(friend) if friend.is_mine else person_name(friend.name)


def computer_name(friend: Friend) -> str:
    """Return what a friend's computer is called."""
    return person_name(friend.computer) or person_name(friend.name)


def short_name(name: str, names: Iterable[str]) -> str:
    """Return somebody's first name, or the whole one where more than one of `names` begin so."""
    first = _first_word(name)
    sharing = sum(_first_word(other).casefold() == first.casefold() for other in names)
    # "Dr." or "J." is nobody's name.
    return name if sharing > 1 or first.endswith(".") else first


def initials(name: str) -> str:
    """Return one or two capital letters for an avatar: first and last word's."""
    words = [word for word in name.split() if word[0].isalnum()]
    letters = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in letters).upper() or "?"


def folder_name(folder: str, home: str) -> str:
    """Return where something is saved, short: "Downloads / Lea"."""
    path = PurePath(folder)
    if home and path != PurePath(home) and path.is_relative_to(home):
        path = path.relative_to(home)
    parts = [part for part in path.parts if part != path.anchor]
    return safe_text(" / ".join(parts[-3:]) or folder, FOLDER_CHARACTERS)


def plain_tool_tip(text: str) -> str:
    """Return a tool tip that shows lines as they are: Qt takes anything with "<" for markup."""
    lines = "<br>".join(map(escape, text.splitlines()))
    return f"<span>{lines}</span>" if lines else ""


def unmarked(text: str) -> str:
    """Return a text for a menu or a button, in which "&" would mark the letter of a key."""
    return text.replace("&", "&&")


def _first_word(name: str) -> str:
    return (name.split() or [name])[0]
