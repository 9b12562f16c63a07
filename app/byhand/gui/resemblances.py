"""Which of the names in the list could be taken for another one."""

from collections.abc import Callable, Iterable

Warns = Callable[[str, Iterable[str]], bool]
"""warns(name, others): whether a name could be taken for one of the others."""


class Resemblances:
    """Judges each name once, when it comes, by itself and beside each other one."""

    def __init__(self, warns: Warns) -> None:
        self._warns = warns
        self._twins: dict[str, set[str]] = {}
        self._odd: set[str] = set()

    def set_names(self, names: set[str]) -> set[str]:
        """Take the names there are now; return those to be judged otherwise than before."""
        changed: set[str] = set()
        for gone in self._twins.keys() - names:
            for twin in self._twins.pop(gone):
                self._twins[twin].discard(gone)
                changed.add(twin)
        for new in names - self._twins.keys():
            if self._warns(new, ()):
                self._odd.add(new)
            else:
                changed |= self._pair(new)
            self._twins.setdefault(new, set())
        return changed & names

    def is_doubtful(self, name: str) -> bool:
        """Say whether a name could be taken for another one, or for words of the app."""
        return name in self._odd or bool(self._twins.get(name))

    def _pair(self, new: str) -> set[str]:
        twins = {name for name in self._twins if self._warns(new, (name,))}
        for twin in twins:
            self._twins[twin].add(new)
        self._twins[new] = twins
        return twins | {new} if twins else set()
