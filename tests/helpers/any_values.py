"""Any value of a type, made by hypothesis from what the type says of itself."""

import dataclasses
import enum
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct

from byhand import errors
from byhand.errors import ByhandError

ANY_TEXT = st.text(st.characters(), max_size=8)
"""Surrogates, too: a file's name need not be Unicode."""
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    type(None): st.none(),
    bool: st.booleans(),
    int: st.integers(),
    float: st.floats(allow_nan=False),
    str: ANY_TEXT,
    bytes: st.binary(max_size=40),
    date: st.dates(),
    Path: ANY_TEXT.map(lambda text: Path("/", text.replace("\0", "0"))),
}
_COLLECTIONS: dict[Any, Callable[[st.SearchStrategy[Any]], st.SearchStrategy[Any]]] = {
    Sequence: lambda items: st.lists(items, max_size=3),
    tuple: lambda items: st.lists(items, max_size=3).map(tuple),
    frozenset: lambda items: st.frozensets(items, max_size=3),
}


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Return values of a type: of domain/, of an order's arguments, or an error."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, typing.NewType):
        return any_of(kind.__supertype__)
    if kind is ByhandError:
        return st.one_of([any_error(each) for each in every_error()])
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return st.sampled_from(kind)
    if isinstance(kind, type) and (issubclass(kind, Struct) or field_names(kind)):
        hints = typing.get_type_hints(kind)
        return st.builds(kind, **{name: any_of(hints[name]) for name in field_names(kind)})
    return _any_of_parts(typing.get_origin(kind), typing.get_args(kind))


def field_names(kind: type) -> Sequence[str]:
    """Return what a value of this type is made of, nothing for a type that is not ours."""
    if issubclass(kind, Struct):
        return kind.__struct_fields__
    if dataclasses.is_dataclass(kind):
        return [each.name for each in dataclasses.fields(kind)]
    return ()


def every_error() -> list[type[ByhandError]]:
    """Return every class of error."""
    found = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    return [kind for kind in found if issubclass(kind, ByhandError)]


def any_error(kind: type[ByhandError]) -> st.SearchStrategy[ByhandError]:
    """Return errors of a class, made of anything that it can be made of."""
    if kind.__init__ is ByhandError.__init__:
        return st.builds(kind, ANY_TEXT)
    hints = typing.get_type_hints(kind.__init__)
    del hints["return"]
    return st.builds(kind, **{name: any_of(hint) for name, hint in hints.items()})


def _any_of_parts(origin: Any, parts: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if origin in (types.UnionType, typing.Union):
        return st.one_of([any_of(each) for each in parts])
    if origin is Mapping:
        return st.dictionaries(any_of(parts[0]), any_of(parts[1]), max_size=3)
    return _COLLECTIONS[origin](any_of(parts[0]))
