"""Which roots one receiver of a group was told, whoever found them out."""

from collections.abc import Iterable, Iterator

from byhand.engine.reports import RootKnown, SourceChanged, SourceFailed


class ToldRoots:
    """A byte for each; any thread may tell and ask.

    What another receiver's lane has found out may be known an instant before it is told here, and
    what was recorded for one who joins is told to nobody: before SENT none may be missing.
    """

    def __init__(self) -> None:
        self._files = bytearray()
        self._packs = bytearray()

    def note(self, report: RootKnown | SourceChanged | SourceFailed) -> None:
        """Take note of what is told."""
        if isinstance(report, RootKnown):
            self._is_news(report)
        else:
            self._packs = bytearray()  # one of them gets another root

    def missed_by(self, known: Iterable[RootKnown]) -> Iterator[RootKnown]:
        """Yield those of all known roots that were not told, and count them as told."""
        return filter(self._is_news, known)

    def _is_news(self, root: RootKnown) -> bool:
        told, place = self._files, 2 * root.entry + root.generation
        if root.pack >= 0:
            told, place = self._packs, root.pack
        told.extend(bytes(max(0, place + 1 - len(told))))
        is_news, told[place] = not told[place], 1
        return is_news
