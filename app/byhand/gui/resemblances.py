"""Which of the names in the list could be taken for another one."""

from collections.abc import Callable, Iterable, Mapping

Warns = Callable[[str, Iterable[str]], bool]
"""warns(name, others): whether a name could be taken for one of the others."""


class Resemblances:
    """Judges each name once, when it comes, by itself and beside each other one."""

    def __init__(self, warns: Warns) -> None:
        self._warns = warns
        self._twins: dict[str, set[str]] = {}
        self._odd: set[str] = set()

    def set_names(self, names: Mapping[str, bool]) -> set[str]:
        """Take which of some names are there now; return those judged otherwise than before."""
        changed: set[str] = set()
        for name, is_there in names.items():
            if is_there and name not in self._twins:
                changed |= self._add(name)
            elif not is_there and name in self._twins:
                changed |= self._discard(name)
        return changed

    def is_doubtful(self, name: str) -> bool:
        """Say whether a name could be taken for another one, or for words of the app."""
        return name in self._odd or bool(self._twins.get(name))

    def _add(self, name: str) -> set[str]:
        if self._warns(name, ()):
            self._odd.add(name)
            self._twins[name] = set()
            return {name}
        twins = {other for other in self._twins if self._warns(name, (other,))}
        for twin in twins:
            self._twins[twin].add(name)
        self._twins[name] = twins
        return twins

    def _discard(self, name: str) -> set[str]:
        self._odd.discard(name)
        twins = self._twins.pop(name)
        for twin in twins:
            self._twins[twin].discard(name)
        return twins
