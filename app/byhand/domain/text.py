"""The one way that text from outside becomes text for people."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from byhand.domain.characters import DEFAULT_IGNORABLE, JOINERS, NONCHARACTERS

ELLIPSIS = "…"
MARKS_SHOWN = 8
"""How many marks one character may carry; the rest of a pile is left out."""
EXTENSION_CHARACTERS = 12
TAB_CHARACTERS = 4
_SEQUENCE_LIMIT = 16
_RAW_PER_CHARACTER = 16
_FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
_ISOLATES = re.compile("([\u2068\u2069])")
# Arabic digits, too: two numbers of them change places.
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ZERO_WIDTH_JOINER = "\u200d"
_DOTTED_CIRCLE = "\u25cc"
_KEYCAPS = frozenset("0123456789#*")
_VARIATION = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Beside what Unicode calls ignorable: annotation marks and such, and a Braille cell without dots.
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
_UNSEEN = re.compile(f"[\u2800{NONCHARACTERS}]")
# What joins with what before it into one character, without being a mark.
_JOINING = (
    (range(0x1F1E6, 0x1F200), range(0x1F1E6, 0x1F200)),
    (range(0x1100, 0x1200), range(0x1161, 0x1200)),
    (range(0x2000, 0x110000), range(0x1F3FB, 0x1F400)),
)


def safe_text(text: str, limit: int) -> str:
    """Return text that may be shown: one line of at most `limit` characters as people count.

    What cannot be seen, or turns the reading direction, is written out as `⟨U+202E⟩`; white
    space becomes single spaces; what is too long loses its middle, never its extension. The
    time it takes depends on `limit`, not on the text's length.
    """
    raw_limit = limit * _RAW_PER_CHARACTER
    if len(text) > 2 * raw_limit:
        head, tail = text[:raw_limit], text[-raw_limit:]
        return _without_middle(_characters(_folded(head)), _characters(_folded(tail)), limit)
    characters = _characters(_folded(text))
    if sum(map(_width, characters)) <= limit:
        return "".join(characters)
    return _without_middle(characters, characters, limit)


def safe_lines(text: str) -> Iterator[str]:
    """Yield the lines of a text so that they may be shown, each whole and with its blanks.

    What cannot be seen, or turns the reading direction, is written out as in `safe_text`. Takes
    time as the text is long: for what somebody asked to read.
    """
    for line in text.splitlines():
        yield "".join(_characters(line.expandtabs(TAB_CHARACTERS)))


def safe_sentence(text: str, limit: int) -> str:
    """Return a sentence of ours as `safe_text` does, with the isolates that are in it."""
    characters = [
        character
        for part in _ISOLATES.split(_folded(text))
        for character in ([part] if _ISOLATES.match(part) else _characters(part))
    ]
    if sum(map(_width, characters)) <= limit:
        return "".join(characters)
    # An isolate without its end reaches to the end of the line; an end alone does nothing.
    return _without_middle(characters, characters, limit)


def isolated(text: str) -> str:
    """Return safe text so that its direction does not reach what stands around it.

    Only what is written from right to left gets isolates, once (security.md section 15).
    """
    return _isolate(text) if _turns(text) else text


def filled(template: str, **values: object) -> str:
    """Return a sentence of ours with safe texts in the places of `template.format(**values)`.

    No value's direction reaches what stands around it, nor the sentence's the value.
    """
    shield = _isolate if _turns(template) else isolated
    return template.format(**{name: shield(str(value)) for name, value in values.items()})


def joined(parts: Iterable[str], separator: str = " · ") -> str:
    """Return safe texts in one line, in this order whatever direction they are written in."""
    return separator.join(map(isolated, parts))


def _isolate(text: str) -> str:
    return _FIRST_STRONG_ISOLATE + text + POP_ISOLATE


def _turns(text: str) -> bool:
    """Say whether something written from right to left stands outside of isolates."""
    if text.isascii():
        return False
    depth = 0
    for point in text:
        if point == _FIRST_STRONG_ISOLATE:
            depth += 1
        elif point == POP_ISOLATE:
            depth = max(0, depth - 1)
        elif not depth and unicodedata.bidirectional(point) in _RIGHT_TO_LEFT:
            return True
    return False


def _folded(text: str) -> str:
    return " ".join(text.split())


def _characters(text: str) -> list[str]:
    """Return what people count as characters, the unseen written out."""
    if text.isascii() and text.isprintable():
        return list(text)
    characters: list[str] = []
    for place, point in enumerate(text):
        before = characters[-1] if characters else " "
        if not _is_seen(text, place):
            characters.append(f"⟨U+{ord(point):04X}⟩")
        elif unicodedata.category(point).startswith("M"):
            if before == " ":
                # With nothing to stand on it would reach what is written before the text.
                characters.append(_DOTTED_CIRCLE + point)
            elif len(before) <= MARKS_SHOWN:
                characters[-1] += point
        elif _continues(before, point):
            characters[-1] += point
        else:
            characters.append(point)
    return characters


def _is_seen(text: str, place: int) -> bool:
    point = text[place]
    if " " <= point <= "~":
        return True
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if point in JOINERS:
        return all(
            neighbour and not neighbour.isascii() and neighbour not in JOINERS
            for neighbour in (before, after)
        )
    if _VARIATION.match(point):
        return before in _KEYCAPS or not (before.isascii() or DEFAULT_IGNORABLE.match(before))
    return not (
        DEFAULT_IGNORABLE.match(point)
        or _UNSEEN.match(point)
        or unicodedata.category(point) in _UNSEEN_CATEGORIES
    )


def _continues(before: str, point: str) -> bool:
    """Say whether a character that is no mark belongs to what is written before it."""
    if point in JOINERS:
        return True
    if len(before) >= _SEQUENCE_LIMIT:
        return False
    if before[-1] == _ZERO_WIDTH_JOINER:
        return unicodedata.category(point) == "So"
    # Flags are pairs: a third letter begins the next one.
    return any(
        ord(before[0]) in first
        and ord(point) in second
        and not (len(before) > 1 and first == second)
        for first, second in _JOINING
    )


def _without_middle(head: Sequence[str], tail: Sequence[str], limit: int) -> str:
    """Return the start of one and the end of the other, its extension in any case."""
    extension = next(
        (
            count
            for count in range(2, min(EXTENSION_CHARACTERS, len(tail)) + 1)
            if tail[-count] == "."
        ),
        0,
    )
    end = _fitting(reversed(tail), min(limit - 2, max(limit // 3, extension)))[::-1]
    start = _fitting(head, limit - 1 - sum(map(_width, end)))
    return "".join(start).rstrip() + ELLIPSIS + "".join(end).lstrip()


def _fitting(characters: Iterable[str], room: int) -> list[str]:
    fitting: list[str] = []
    for character in characters:
        room -= _width(character)
        if room < 0:
            break
        fitting.append(character)
    return fitting


def _width(character: str) -> int:
    return len(character) if character.startswith("⟨") else 1
