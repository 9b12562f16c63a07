"""What travels between the process that has a profile and those that order it, a line each."""

from enum import StrEnum
from typing import Any, cast

import msgspec

from byhand.control.codec import decode, encode
from byhand.errors import ByhandError

LINE_BYTES = 16 * 1024 * 1024
"""More than a system lets anybody type: a `send` may name very many files."""


class Ask(StrEnum):
    """What can be requested besides orders."""

    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    RAISE = "raise"


class Hello(msgspec.Struct, frozen=True, tag="hello"):
    """Whoever has the profile says first who it is; `has_window` if there is one to raise."""

    version: str
    has_window: bool


class Request(msgspec.Struct, frozen=True):
    """An order, or an Ask; it is answered by one Result or Failure with its `id`.

    Arguments are `to`, whose id it was, for UNSUBSCRIBE, and the desktop's `token` for RAISE.
    """

    id: int
    name: str
    arguments: dict[str, Any] = {}


class Result(msgspec.Struct, frozen=True, tag="result"):
    """What a request returned."""

    id: int
    value: Any = None


class Failure(msgspec.Struct, frozen=True, tag="failure"):
    """The error that a request raised."""

    id: int
    error: ByhandError


class Told(msgspec.Struct, frozen=True, tag="event"):
    """An event, for the subscription that was the request `to`."""

    to: int
    name: str
    value: Any


Answer = Hello | Result | Failure | Told


def line_of(message: Request | Answer) -> bytes:
    """Return a message as a line."""
    return encode(message) + b"\n"


def request_in(line: bytes) -> Request:
    """Return the request in a line; RemoteProtocolError."""
    return decode(line, Request)


def answer_in(line: bytes) -> Answer:
    """Return the answer in a line; RemoteProtocolError."""
    return decode(line, cast("type[Answer]", Answer))
