"""What has become of the entries of a transfer for good: a million of them in little room."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome
from byhand.domain.transfer import EntryState

ROOT_BYTES = 32
NO_ROOT = bytes(ROOT_BYTES)
_NONE = 255
"""In place of a state; no code is that large either."""


class OutcomeColumns(Struct, frozen=True):
    """Some outcomes side by side: a byte for each state and code, 32 for each root.

    Zeros stand for no root; `roots` is empty if no entry has one.
    """

    entries: tuple[int, ...] = ()
    states: bytes = b""
    codes: bytes = b""
    roots: bytes = b""


def in_columns(outcomes: Sequence[EntryOutcome]) -> OutcomeColumns:
    """Return outcomes side by side."""
    has_roots = any(outcome.root for outcome in outcomes)
    return OutcomeColumns(
        tuple(outcome.entry for outcome in outcomes),
        bytes(outcome.state for outcome in outcomes),
        bytes(outcome.code for outcome in outcomes),
        b"".join(outcome.root or NO_ROOT for outcome in outcomes) if has_roots else b"",
    )


class LatestOutcomes:
    """Outcomes by entry, the last word on each, in 34 bytes an entry."""

    def __init__(self) -> None:
        self._states = bytearray()
        self._codes = bytearray()
        self._roots = bytearray()

    def put(self, columns: OutcomeColumns) -> None:
        """Take outcomes in place of earlier ones of the same entries."""
        missing = max(0, max(columns.entries, default=-1) + 1 - len(self._states))
        self._states += bytes([_NONE]) * missing
        self._codes += bytes(missing)
        self._roots += bytes(ROOT_BYTES * missing)
        roots = columns.roots or bytes(ROOT_BYTES * len(columns.entries))
        for number, entry in enumerate(columns.entries):
            self._states[entry] = columns.states[number]
            self._codes[entry] = columns.codes[number]
            self._roots[ROOT_BYTES * entry : ROOT_BYTES * (entry + 1)] = roots[
                ROOT_BYTES * number : ROOT_BYTES * (number + 1)
            ]

    def __iter__(self) -> Iterator[EntryOutcome]:
        """Yield the outcomes by ascending entry."""
        for entry, state in enumerate(self._states):
            if state != _NONE:
                root = self._root(entry)
                code = Code(self._codes[entry])
                yield EntryOutcome(entry, EntryState(state), code, b"" if root == NO_ROOT else root)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, LatestOutcomes):
            return NotImplemented
        return (self._states, self._codes, self._roots) == (
            other._states,
            other._codes,
            other._roots,
        )

    __hash__ = None  # type: ignore[assignment]  # it changes

    def without_root(self) -> tuple[EntryOutcome, ...]:
        """Return the outcomes of entries that have no root, by ascending entry."""
        return tuple(
            EntryOutcome(entry, EntryState(state), Code(self._codes[entry]))
            for entry, state in enumerate(self._states)
            if state != _NONE and self._root(entry) == NO_ROOT
        )

    def _root(self, entry: int) -> bytes:
        return bytes(self._roots[ROOT_BYTES * entry : ROOT_BYTES * (entry + 1)])
