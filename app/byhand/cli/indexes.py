"""Numbers of files as people type them: 1,3-7."""

import re

from byhand.cli.names import shown_text
from byhand.domain.manifest import ENTRY_LIMIT
from byhand.domain.ranges import RangeSet
from byhand.errors import UsageError

WORD_CHARACTERS = 80
_PART = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
_GAP = re.compile(r"\s*[,\s]\s*")


def indexes_meant(text: str) -> RangeSet:
    """Return the numbers of "4", "1,3-7" or "1 3-7", at least one; UsageError for anything else."""
    found = RangeSet()
    for part in _GAP.split(text.strip()):
        match = _PART.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not first <= last < ENTRY_LIMIT:
            shown = shown_text(text, WORD_CHARACTERS)
            raise UsageError(f"“{shown}” are no numbers of files: write them like 1,3-7.")
        found.add(first, last + 1)
    return found


def written(indexes: RangeSet) -> str:
    """Return numbers as they may be typed: "1,3-7"."""
    return ",".join(
        str(start) if end == start + 1 else f"{start}-{end - 1}" for start, end in indexes
    )
