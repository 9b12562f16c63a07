"""What must hold before an order is begun; looks at disk and standard input, before any loop."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from byhand.cli.orders import AddFriend, Order, Receive, Send
from byhand.domain.text import safe_text
from byhand.errors import UsageError
from byhand.network.addresses import typed_hint

LINK_CHARACTERS = 8192
PATH_CHARACTERS = 300


def checked(order: Order) -> Order:
    """Return the order with whole paths and the link read; UsageError says what cannot be."""
    match order:
        case Send():
            return _checked_send(order)
        case Receive(into=str(folder)):
            return replace(order, into=_checked_folder(folder))
        case AddFriend(link="-"):
            return replace(order, link=_typed_link())
        case _:
            return order


def _checked_send(order: Send) -> Send:
    for path in order.paths:
        if not os.path.exists(path):
            raise UsageError(f"There is no {_shown(path)}: check the path; nothing was sent.")
        if not os.access(path, os.R_OK):
            raise UsageError(
                f"You may not read {_shown(path)}: check its permissions; nothing was sent."
            )
    if order.at is not None:
        typed_hint(order.at)  # raises UsageError
    # Not resolved: a link given by the user keeps its own name.
    return replace(order, paths=tuple(os.path.abspath(path) for path in order.paths))


def _checked_folder(folder: str) -> str:
    path = Path(os.path.abspath(folder))
    if path.exists() and not path.is_dir():
        raise UsageError(f"{_shown(folder)} is not a folder: choose one with --into.")
    if not path.exists():
        if not path.parent.is_dir():
            raise UsageError(
                f"There is no folder {_shown(str(path.parent))}: make it first, or choose another"
                " with --into."
            )
        try:
            path.mkdir()
        except OSError as exc:
            raise UsageError(
                f"{_shown(folder)} can't be made: choose another folder with --into."
            ) from exc
    if not os.access(path, os.W_OK | os.X_OK):
        raise UsageError(f"You may not write to {_shown(folder)}: choose another with --into.")
    return str(path)


def _typed_link() -> str:
    link = sys.stdin.readline(LINK_CHARACTERS).strip()
    if not link:
        raise UsageError("No link came on standard input: write it there, and a new line.")
    return link


def _shown(text: str) -> str:
    return safe_text(text, PATH_CHARACTERS)
