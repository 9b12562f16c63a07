"""What must hold before an order is begun; looks at disk and standard input, before any loop."""

import dataclasses
import os
import sys
from pathlib import Path

from msgspec.structs import replace

from byhand.cli.indexes import indexes_meant
from byhand.cli.names import shown_text
from byhand.cli.orders import AddFriend, Order, Receive, Send, SendText
from byhand.cli.transfer_orders import CancelFiles, ClearHistory
from byhand.domain.manifest import TEXT_BYTES_LIMIT
from byhand.errors import UsageError
from byhand.network.addresses import typed_hint

LINK_CHARACTERS = 8192
PATH_CHARACTERS = 300
NOTE_CHARACTERS = 2_000
"""As many as travel (PROTOCOL.md, section 8)."""
STANDARD_INPUT = "-"


def checked(order: Order) -> Order:
    """Return the order with whole paths, link and text read; UsageError says what cannot be."""
    match order:
        case Send():
            return _checked_send(order)
        case SendText():
            return _checked_text(order)
        case Receive(into=str(folder)):
            return replace(order, into=_checked_folder(folder))
        case AddFriend(link="-"):
            return dataclasses.replace(order, link=_typed_link())
        case CancelFiles():
            indexes_meant(",".join(order.files))  # raises UsageError
            return order
        case ClearHistory(is_sure=False):
            raise UsageError(
                "This empties the history, while files stay where they are: add --yes if it shall."
            )
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
    _check_address(order.at)
    if len(order.options.note) > NOTE_CHARACTERS:
        raise UsageError(f"A note has at most {NOTE_CHARACTERS:,} characters: write a shorter one.")
    # Not resolved: a link given by the user keeps its own name.
    return replace(order, paths=tuple(os.path.abspath(path) for path in order.paths))


def _checked_text(order: SendText) -> SendText:
    _check_address(order.at)
    text = _typed_text() if order.text == STANDARD_INPUT else order.text
    try:
        size = len(text.encode())
    except UnicodeEncodeError as exc:
        raise UsageError("That is no text: write it in UTF-8.") from exc
    if size > TEXT_BYTES_LIMIT:
        raise UsageError("A text has at most 1 MiB: put it into a file and send that.")
    if not text.strip():
        raise UsageError("There is no text to send: write one, or - to read standard input.")
    return dataclasses.replace(order, text=text)


def _check_address(address: str | None) -> None:
    if address is not None:
        typed_hint(address)  # raises UsageError


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


def _typed_text() -> str:
    """Return what comes on standard input, without its last end of line."""
    content = sys.stdin.buffer.read(TEXT_BYTES_LIMIT + len("\r\n") + 1)
    try:
        text = content.decode()
    except UnicodeDecodeError as exc:
        # Not so where it is cut off in the middle of a character: that is too long.
        if len(content) > TEXT_BYTES_LIMIT:
            raise UsageError("A text has at most 1 MiB: put it into a file and send that.") from exc
        raise UsageError("The text on standard input is no text: write it in UTF-8.") from exc
    return text.removesuffix("\n").removesuffix("\r")


def _shown(path: str) -> str:
    return shown_text(path, PATH_CHARACTERS)
