"""Which names people take for one another, or for words of the app itself."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from byhand.domain.characters import DEFAULT_IGNORABLE
from byhand.domain.names import collision_key

NAMES_KEPT = 1024
_READ_CHARACTERS = 256
# What is left out when names are compared: marks, separators, controls, and what joins words.
_UNREAD = frozenset(
    {"Mn", "Me", "Mc", "Zs", "Zl", "Zp", "Cc", "Cf", "Pd", "Pc", "Po", "Pi", "Pf", "Sk"}
)
_READ_AS = {
    "a": "аАαΑɑ",
    "b": "ВвЬьΒβ8",
    "c": "сСϲ",
    "d": "ԁđ",
    "e": "еЕΕεєЄ",
    "f": "ғϝ",
    "g": "ɡɢԌ",
    "h": "НнһҺΗħ",
    "i": "іιı",
    "j": "јЈϳ",
    "k": "кКκΚ",
    "l": "IІΙӀӏ1|łŁ",
    "m": "мМΜ",
    "n": "пΝηпŋ",
    "o": "оОοΟσ0øØ",
    "p": "рРρΡ",
    "q": "ԛ",
    "r": "гГ",
    "s": "ѕЅ5ſ",
    "t": "тТτΤ",
    "u": "υμ",
    "v": "ѵνѴ",
    "w": "ԝωшШ",
    "x": "хХχΧ",
    "y": "уУγΥүҮ",
    "z": "Ζζ2",
    "3": "зЗ",
    "6": "б",
}
_CONFUSABLE = str.maketrans(
    {character: letter for letter, characters in _READ_AS.items() for character in characters}
)
_PAIRS = (("rn", "m"), ("vv", "w"))
_MARKS = re.compile(
    "[✓✔☑✅√⍻🗸🗹🛡⛨🔰🔒🔏🔐🔑⚠][\ufe00-\ufe0f]*"  # check marks, shields, locks, a warning sign
)


def looks_like(name: str, other: str) -> bool:
    """Say whether people may take one name for the other, though they are not the same."""
    if name == other:
        return False
    ours, theirs = _compared(name), _compared(other)
    return ours[0] == theirs[0] or ours[1] == theirs[1]


def pretends(name: str) -> bool:
    """Say whether a name passes for the app's own words, or carries marks that only it draws."""
    return _MARKS.search(name) is not None or _seen(name) in _OWN_WORDS


def warns(name: str, others: Iterable[str]) -> bool:
    """Say whether the user should be warned of a name, given everybody else's."""
    return pretends(name) or any(looks_like(name, other) for other in others)


def without_pretence(name: str) -> str:
    """Return a proposed name without the app's marks, on one line; "" if nothing honest is left."""
    plain = " ".join(_MARKS.sub(" ", name).split())
    return "" if pretends(plain) else plain


@lru_cache(NAMES_KEPT)
def _compared(name: str) -> tuple[str, str]:
    """Return what names are compared by; every friend's is, whenever one of them changes."""
    return collision_key(name), _seen(name)


def _seen(name: str) -> str:
    """Return what is left of a name for whoever reads it in passing."""
    plain = unicodedata.normalize("NFKD", DEFAULT_IGNORABLE.sub("", name[:_READ_CHARACTERS]))
    read = "".join(each for each in plain if unicodedata.category(each) not in _UNREAD)
    folded = read.translate(_CONFUSABLE).casefold()
    for pair, letter in _PAIRS:
        folded = folded.replace(pair, letter)
    return folded


_OWN_WORDS = frozenset(
    map(
        _seen,
        (
            *("Byhand", "System", "You", "Me", "Verified", "Verified friend", "Not verified yet"),
            *("Friends", "My computers", "Nearby", "Everyone", "Blocked", "Warning"),
        ),
    )
)
