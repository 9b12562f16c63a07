"""What a field may hold, and what it may not: a way to make a value, and ways to spoil one."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any, Final, NamedTuple, TypeAlias

MISSING: Final = object()
"""Stands for a key that is not there."""
FURTHEST: Final = 2**63
WRONG_TYPES: Final[tuple[Any, ...]] = (
    *(None, True, -1, 2**64 - 1, -FURTHEST, 1.5, float("nan"), float("inf")),
    *("", "x", "0", b"", b"\xff" * 16, [], [[]], [[[0]]], {}, {"id": 1}, "y" * 40_000),
)


class Known:
    """What a liar can speak of, and the dice that decide of what."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.ids: list[bytes] = []
        """Transfers that there are or were, of this friend and of others."""
        self.digests: list[bytes] = []

    def transfer_id(self) -> bytes:
        """Return one that is known, mostly."""
        if self.ids and self.rng.random() < 0.85:
            return self.rng.choice(self.ids)
        return self.rng.randbytes(16)

    def digest(self) -> bytes:
        """Return one that is known, or none that anybody knows."""
        if self.digests and self.rng.random() < 0.7:
            return self.rng.choice(self.digests)
        return self.rng.randbytes(32)


Made: TypeAlias = Callable[[Known], Any]
Spoil: TypeAlias = Callable[[Known, Any], Any]


class Kind(NamedTuple):
    """A sort of field: how a lawful value is made, and in which ways one is spoilt."""

    made: Made
    ways: tuple[Spoil, ...]

    def spoilt(self, known: Known, value: Any) -> Any:
        """Return what a liar says instead of a value."""
        return known.rng.choice(self.ways)(known, value)


def one_of(*values: Any) -> Spoil:
    """Put one of these in its place."""
    return lambda known, _: known.rng.choice(values)


OTHER_TYPE: Final = one_of(*WRONG_TYPES)
LEFT_OUT: Final = one_of(MISSING)
USUAL_WAYS: Final = (OTHER_TYPE, LEFT_OUT)


def number(low: int, high: int, usual: int | None = None) -> Kind:
    """A whole number between two bounds; small ones are usual."""
    top = min(high, low + 8) if usual is None else usual
    edges = one_of(low - 1, low, low + 1, high - 1, high, high + 1)

    def near(known: Known, value: Any) -> Any:
        return value + known.rng.choice((-1, 1, 256)) if isinstance(value, int) else value

    return Kind(lambda known: known.rng.randint(low, top), (edges, edges, near, *USUAL_WAYS))


def boolean() -> Kind:
    """True or false."""
    return Kind(
        lambda known: known.rng.random() < 0.5,
        (lambda _, value: not value, one_of(0, 1), *USUAL_WAYS),
    )


def text(limit: int, *hostile: str) -> Kind:
    """Text of at most so many characters; `hostile`: what else might be said."""
    edges = ("z" * limit, "z" * (limit + 1), "\u202egpj.exe", "\0", "\U0001f98a" * limit)
    return Kind(
        lambda known: known.rng.choice(("", "Mallory", "laptop", "caf\u00e9"))[:limit],
        (one_of("", *edges, *hostile), *USUAL_WAYS),
    )


def octets(size: int, made: Made | None = None, *, may_be_empty: bool = False) -> Kind:
    """Exactly so many bytes, or none where that is lawful."""

    def turned(_: Known, value: Any) -> Any:
        return value[::-1] if isinstance(value, bytes) else value

    def random(known: Known) -> bytes:
        is_empty = may_be_empty and known.rng.random() < 0.2
        return b"" if is_empty else known.rng.randbytes(size)

    return Kind(
        made or random,
        (
            turned,
            lambda known, _: known.rng.randbytes(size),
            one_of(b"", bytes(size), bytes(size - 1), bytes(size + 1), bytes(30_000)),
            *USUAL_WAYS,
        ),
    )


def perhaps(kind: Kind) -> Kind:
    """Something, or nil."""
    return Kind(
        lambda known: kind.made(known) if known.rng.random() < 0.5 else None,
        (*kind.ways, one_of(None)),
    )


def many(kind: Kind, limit: int, *, least: int = 0) -> Kind:
    """A list of so many of a kind."""

    def one_spoilt(known: Known, value: Any) -> Any:
        if not isinstance(value, list) or not value:
            return [kind.spoilt(known, kind.made(known))]
        at = known.rng.randrange(len(value))
        spoilt = kind.spoilt(known, value[at])
        return [*value[:at], *(() if spoilt is MISSING else (spoilt,)), *value[at + 1 :]]

    def doubled(_: Known, value: Any) -> Any:
        return [*value, *value] if isinstance(value, list) else value

    def turned(_: Known, value: Any) -> Any:
        return value[::-1] if isinstance(value, list) else value

    def too_many(known: Known, _: Any) -> Any:
        return [kind.made(known)] * (limit + 1)

    return Kind(
        lambda known: [kind.made(known) for _ in range(known.rng.randint(least, min(limit, 3)))],
        (one_spoilt, one_spoilt, one_spoilt, doubled, turned, too_many, one_of([]), *USUAL_WAYS),
    )


def row(*kinds: Kind) -> Kind:
    """An array of fixed places."""

    def one_spoilt(known: Known, value: Any) -> Any:
        at = known.rng.randrange(len(kinds))
        if not isinstance(value, list) or len(value) != len(kinds):
            return value
        spoilt = kinds[at].spoilt(known, value[at])
        return [*value[:at], *(() if spoilt is MISSING else (spoilt,)), *value[at + 1 :]]

    def longer(_: Known, value: Any) -> Any:
        return [*value, 7] if isinstance(value, list) else value

    def shorter(_: Known, value: Any) -> Any:
        return value[:-1] if isinstance(value, list) else value

    return Kind(
        lambda known: [kind.made(known) for kind in kinds],
        (*((one_spoilt,) * 6), longer, shorter, OTHER_TYPE),
    )


def fields(kinds: Mapping[str, Kind]) -> Kind:
    """A map with these keys."""

    def one_spoilt(known: Known, value: Any) -> Any:
        return with_one_spoilt(known, value, kinds) if isinstance(value, dict) else value

    return Kind(
        lambda known: {key: kind.made(known) for key, kind in kinds.items()},
        (*((one_spoilt,) * 4), *USUAL_WAYS),
    )


def with_one_spoilt(known: Known, value: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Any:
    """Return a map of which one field is a lie, left out, or one too many."""
    if not kinds or known.rng.random() < 0.05:
        return {**value, "zz": known.rng.choice(WRONG_TYPES)}
    key = known.rng.choice(sorted(kinds))
    true = value[key] if key in value else kinds[key].made(known)
    spoilt = kinds[key].spoilt(known, true)
    rest = {other: each for other, each in value.items() if other != key}
    return rest if spoilt is MISSING else {**rest, key: spoilt}


def ranges(limit: int) -> Kind:
    """[start, count, …], ascending and disjoint."""

    def made(known: Known) -> list[int]:
        numbers: list[int] = []
        at = 0
        for _ in range(known.rng.randint(1, 3)):
            start, count = at + known.rng.randint(0, 2), known.rng.randint(1, 2)
            numbers += [start, count]
            at = start + count + 1
        return numbers

    wrong: Sequence[list[int]] = (
        *([], [0], [0, 0], [0, limit], [limit - 1, 1], [limit, 1], [3, 1, 1, 1], [0, 1, 0, 1]),
        *(
            [2**32, 2**32],
            [0, 2**32],
            [-1, 1],
            [0, -1],
            [number for n in range(0, 6000, 2) for number in (n, 1)],
        ),
    )
    return Kind(made, (one_of(*wrong), one_of(*wrong), *USUAL_WAYS))
