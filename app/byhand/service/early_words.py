"""What a sender says of a transfer before there is anything to receive into; kept for then."""

from byhand.domain.pieces import HASH_BYTES
from byhand.protocol.messages import Cancel, Roots, Source
from byhand.protocol.resume_messages import Pieces

ROWS = 100_000
"""So much is kept; in the next session all is said again."""
HASHES = 2**18
"""And so many hashes: of more pieces a group has, too, but they come from the sender alone."""
Word = Source | Roots | Cancel | Pieces


class EarlyWords:
    """Messages in the order they came, as many as may be kept."""

    def __init__(self) -> None:
        self._words: list[Word] = []
        self._rows = self._hashes = 0

    def keep(self, word: Word) -> bool:
        """Keep a message; say whether there is room for more."""
        if isinstance(word, Pieces):
            self._hashes += len(word.hashes) // HASH_BYTES
            if self._hashes <= HASHES:
                self._words.append(word)
            return True
        self._words.append(word)
        match word:
            case Source(rows=rows) | Roots(rows=rows):
                self._rows += len(rows)
            case Cancel(entries=entries):
                self._rows += len(entries or ())
        return self._rows <= ROWS

    def take(self) -> list[Word]:
        """Return all that was kept, and forget it."""
        words, self._words = self._words, []
        self._rows = self._hashes = 0
        return words
