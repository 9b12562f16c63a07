"""Which names of people and computers may travel as proposals (PROTOCOL.md, section 6)."""

import re
import unicodedata
from typing import Final

from byhand.domain.characters import (
    BIDI_CONTROLS,
    CONTROLS,
    LINE_BREAKS,
    NONCHARACTERS,
    SURROGATES,
    ZERO_WIDTH,
)
from byhand.domain.friend import NAME_CHARACTERS
from byhand.errors import RemoteProtocolError

NAME_BYTES: Final = 255
_REFUSED: Final = re.compile(
    f"[{CONTROLS}{LINE_BREAKS}{BIDI_CONTROLS}{ZERO_WIDTH}{NONCHARACTERS}{SURROGATES}]"
)
_WITHOUT_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})


def judge_name(name: str) -> None:
    """Raise RemoteProtocolError for controls, or beyond 32 graphic characters or 255 bytes."""
    if _REFUSED.search(name):
        raise RemoteProtocolError("a name with control characters")
    if not _is_short(name):
        raise RemoteProtocolError("a name that is too long")


def fitting_name(name: str) -> str:
    """Return our own name as `judge_name` takes it: without controls and cut; may be empty."""
    fitting = without_controls(name)[:NAME_BYTES].strip()
    while not _is_short(fitting):
        fitting = fitting[:-1].rstrip()
    return fitting


def without_controls(name: str) -> str:
    """Return a name without what `judge_name` refuses in any; it may still be too long."""
    return _REFUSED.sub("", name)


def _is_short(name: str) -> bool:
    if len(name.encode()) > NAME_BYTES:
        return False
    # Marks and joiners take no room of their own; the limit in bytes holds for them.
    graphic = sum(unicodedata.category(character) not in _WITHOUT_WIDTH for character in name)
    return graphic <= NAME_CHARACTERS
