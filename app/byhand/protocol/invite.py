"""Invite links: what makes two strangers friends, as text to paste or to photograph (§10)."""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from byhand.domain.characters import DEFAULT_IGNORABLE
from byhand.domain.identity import FriendId
from byhand.domain.person_name import fitting_name, judge_name
from byhand.errors import InviteError, InviteProblem, LocalProtocolError, RemoteProtocolError
from byhand.protocol.counted import counted

PREFIX: Final = "byhand://add/"
TEXT_CHARACTERS: Final = 16_384
"""How much of a pasted text is looked at; the longest link has less than half of that."""
HINT_LIMIT: Final = 16
HINT_BYTES: Final = 255

_VERSION: Final = 1
_CHECKSUM_BYTES: Final = 4
_KEY_BYTES: Final = 32
_EXPIRY_BYTES: Final = 8
_HINT_SCHEME: Final = "tcp://"
_LINK: Final = re.compile(re.escape(PREFIX) + r"([A-Za-z0-9_\-\s]*+)(.?)", re.IGNORECASE)
"""A link's beginning, what may be encoded, and the first character that cannot."""
_LINES: Final = 256
"""Into how many lines a chat may have broken a link."""
_CLOSING: Final = frozenset({"", *".,;:!?…)]}>\"'”’»›“‘«‹<&*|`"})
"""What may stand right behind a link without being a part of it."""


@dataclass(frozen=True, slots=True)
class Invite:
    """What a link says: a one-time secret, whom it leads to, until when (Unix s), and where."""

    psk: bytes = field(repr=False)
    friend_id: FriendId
    expires_at: int
    hints: tuple[str, ...]
    name: str


def encode_link(invite: Invite) -> str:
    """Return the link; a secret until it is used. LocalProtocolError for hints out of bounds."""
    if len(invite.hints) > HINT_LIMIT or not all(map(is_hint, invite.hints)):
        raise LocalProtocolError("hints that no link may hold")
    content = b"".join(
        [
            bytes([_VERSION]),
            invite.psk,
            invite.friend_id,
            invite.expires_at.to_bytes(_EXPIRY_BYTES, "little"),
            bytes([len(invite.hints)]),
            *map(counted, invite.hints),
            counted(fitting_name(invite.name)),
        ]
    )
    return PREFIX + _base64(content + _checksum(content))


def decode_link(text: str) -> Invite:
    """Return what a pasted link says, also one that stands among other words.

    White space within it does not count, nor do quotes, brackets and punctuation around it.
    Raises InviteError: NOT_AN_INVITE for other text or another version, DAMAGED for a link of
    which something is missing or changed. Whether it has expired is for the caller to see.
    """
    problem = InviteProblem.NOT_AN_INVITE
    for encoded in _encoded_in(DEFAULT_IGNORABLE.sub("", text[:TEXT_CHARACTERS])):
        content = _checked(encoded)
        if content is None:
            problem = InviteProblem.DAMAGED
        else:
            return _decoded(content)
    raise InviteError(problem)


def fitting_hints(hints: Iterable[str]) -> tuple[str, ...]:
    """Return those that a link may hold, each once, in order; at most 16."""
    return tuple(filter(is_hint, dict.fromkeys(hints)))[:HINT_LIMIT]


def is_hint(hint: str) -> bool:
    """Say whether a text has the form of a hint: at most 255 printable ASCII characters."""
    is_short = len(_HINT_SCHEME) < len(hint) <= HINT_BYTES
    is_plain = hint.isascii() and hint.isprintable() and " " not in hint
    return is_short and is_plain and hint.startswith(_HINT_SCHEME)


class _Reader:
    """Takes the fields of a link in order; RemoteProtocolError for what does not fit."""

    def __init__(self, content: bytes) -> None:
        self._rest = content

    def invite(self) -> Invite:
        psk = self._take(_KEY_BYTES)
        friend_id = FriendId(self._take(_KEY_BYTES))
        expires_at = int.from_bytes(self._take(_EXPIRY_BYTES), "little")
        hints = tuple(self._text() for _ in range(self._take(1)[0]))
        name = self._text()
        judge_name(name)
        if self._rest or len(hints) > HINT_LIMIT or not all(map(is_hint, hints)):
            raise RemoteProtocolError("an invite with hints out of bounds, or too long")
        return Invite(psk, friend_id, expires_at, hints, name)

    def _text(self) -> str:
        return self._take(self._take(1)[0]).decode()

    def _take(self, size: int) -> bytes:
        taken, self._rest = self._rest[:size], self._rest[size:]
        if len(taken) != size:
            raise RemoteProtocolError("an invite that ends too early")
        return taken


def _encoded_in(text: str) -> Iterator[str]:
    """Yield what may be the encoded part of a link: chats break links, and words follow them."""
    for found in (*_LINK.finditer("".join(text.split())), *_LINK.finditer(text)):
        words = found[1].split(maxsplit=_LINES)[:_LINES]
        ends_here = found[2] in _CLOSING or found[1][-1:].isspace()
        yield "".join(words) + ("" if ends_here else found[2])
        for count in range(1, len(words)):
            yield "".join(words[:count])


def _checked(encoded: str) -> bytes | None:
    """Return what a link holds without its checksum, or None if that does not fit."""
    try:
        content = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
    except ValueError:
        return None
    content, checksum = content[:-_CHECKSUM_BYTES], content[-_CHECKSUM_BYTES:]
    # The last character has bits that no byte uses; only one spelling of a link is taken.
    is_plain = _base64(content + checksum) == encoded
    return content if is_plain and hmac.compare_digest(checksum, _checksum(content)) else None


def _decoded(content: bytes) -> Invite:
    if content[:1] != bytes([_VERSION]):
        raise InviteError(InviteProblem.NOT_AN_INVITE)
    try:
        return _Reader(content[1:]).invite()
    except (RemoteProtocolError, UnicodeDecodeError) as exc:
        raise InviteError(InviteProblem.DAMAGED) from exc


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode("ascii").rstrip("=")


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2s(content).digest()[:_CHECKSUM_BYTES]
