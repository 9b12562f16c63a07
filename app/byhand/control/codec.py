"""What orders, events and errors carry, as JSON and back: any frozen value of domain/."""

import inspect
import json
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from byhand import errors
from byhand.domain.events import Event
from byhand.errors import ByhandError, RemoteProtocolError

_Value = TypeVar("_Value")

EVENTS: Mapping[str, type[Event]] = {kind.__name__: kind for kind in typing.get_args(Event)}
ERRORS: Mapping[str, type[ByhandError]] = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, ByhandError)
}


def encode(value: object) -> bytes:
    """Return a value as JSON without line breaks: bytes as base64, enumerations by value.

    An error becomes its class's name and what it was made of.
    """
    plain = msgspec.to_builtins(value, str_keys=True, enc_hook=_plain)
    # Not msgspec's own writer: a file's name need not be Unicode, nor a number finite.
    return json.dumps(plain, separators=(",", ":")).encode("ascii")


def decode(line: bytes, kind: type[_Value]) -> _Value:
    """Return the value of a type that JSON holds; RemoteProtocolError if it is none."""
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError) as exc:
        raise RemoteProtocolError("not JSON") from exc
    return judged(plain, kind)


def judged(plain: object, kind: type[_Value]) -> _Value:
    """Return what parsed JSON says as a value of a type; RemoteProtocolError if it is none."""
    try:
        return msgspec.convert(plain, kind, str_keys=True, dec_hook=_from_plain)
    except (msgspec.ValidationError, ValueError, RecursionError) as exc:
        raise RemoteProtocolError(f"not a {getattr(kind, '__name__', kind)}") from exc


def judged_event(name: str, plain: object) -> Event:
    """Return the event of a class's name; RemoteProtocolError if it is none."""
    if name not in EVENTS:
        raise RemoteProtocolError("not an event")
    return judged(plain, EVENTS[name])


def _plain(value: object) -> object:
    match value:
        case ByhandError():
            return _plain_error(value)
        case Path():
            return str(value)
        case _:
            raise NotImplementedError(f"{type(value).__name__} does not travel")


def _from_plain(kind: type, plain: object) -> object:
    if kind is ByhandError:
        return _error(plain)
    if kind is Path:
        return Path(msgspec.convert(plain, str))
    raise NotImplementedError(f"{kind.__name__} does not travel")


def _plain_error(error: ByhandError) -> dict[str, object]:
    kind = next(each for each in type(error).__mro__ if ERRORS.get(each.__name__) is each)
    parts = _parts(kind)
    made_of = (
        {name: getattr(error, name) for name in parts} if parts else list(map(str, error.args))
    )
    return {"error": kind.__name__, "of": msgspec.to_builtins(made_of, enc_hook=_plain)}


def _error(plain: object) -> ByhandError:
    match plain:
        case {"error": str(name), "of": dict(made_of)} if name in ERRORS:
            kind = ERRORS[name]
            parts = _parts(kind)
            if parts and made_of.keys() == parts.keys():
                return kind(**{part: judged(made_of[part], parts[part]) for part in parts})
        case {"error": str(name), "of": list(made_of)} if name in ERRORS:
            if not _parts(ERRORS[name]):
                return ERRORS[name](*judged(made_of, list[str]))
    raise RemoteProtocolError("not an error")


def _parts(kind: type[ByhandError]) -> dict[str, type]:
    """Return what an error is made of, by name; nothing if it takes just texts."""
    if kind.__init__ is ByhandError.__init__:
        return {}
    hints = typing.get_type_hints(kind.__init__)
    return {name: hints[name] for name in inspect.signature(kind).parameters}
