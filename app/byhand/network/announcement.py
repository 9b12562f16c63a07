"""What an announcement says on the network: making ours, judging those of others.

Pure functions; the rules are in PROTOCOL.md, section 2.
"""

import secrets
from collections.abc import Sequence
from random import SystemRandom

from msgspec import Struct

from byhand.domain.friend import NAME_CHARACTERS
from byhand.domain.person_name import fitting_name
from byhand.domain.text import safe_text
from byhand.network.addresses import Hint
from byhand.network.hints import HINT_BYTES, NONCE_BYTES, HintSecret, keyed_hint
from byhand.protocol.pair_handshake import TOKEN_BYTES

VERSION = b"1"
HINT_COUNT = 42
HINTS_IN_TURN = 21
TEXT_LIMIT = 400
NAME_BYTES = 63
INSTANCE_BYTES = 8


class Nickname(Struct, frozen=True):
    """What is shown to everybody nearby: a name, and the token that a first contact must carry."""

    name: str
    token: bytes


class Announcement(Struct, frozen=True):
    """What we say of ourselves: random names, and `text`, the TXT record as on the wire."""

    instance: str
    server: str
    text: bytes


class Sighting(Struct, frozen=True):
    """Somebody else's announcement as it came: nothing of it is judged but the name's form."""

    instance: str
    hints: tuple[Hint, ...]
    text: bytes


class Heard(Struct, frozen=True):
    """What somebody else's TXT record says: judged, but not believed."""

    nonce: bytes
    hints: frozenset[bytes]
    nickname: Nickname | None


def new_announcement(
    hint_secrets: Sequence[HintSecret], epoch: int, turn: int, nickname: Nickname | None = None
) -> Announcement:
    """Return an announcement that shares nothing recognisable with any other.

    The first 21 secrets are always used, the others in turn; `turn` counts announcements.
    """
    nonce = secrets.token_bytes(NONCE_BYTES)
    hints = [keyed_hint(each.key, nonce, each.ours, epoch) for each in _chosen(hint_secrets, turn)]
    hints += [secrets.token_bytes(HINT_BYTES) for _ in range(HINT_COUNT - len(hints))]
    SystemRandom().shuffle(hints)  # else their places would tell how many are random
    fields = [b"v=" + VERSION, b"n=" + nonce, b"h=" + b"".join(hints)]
    if nickname is not None:
        fields += [b"name=" + _cut(nickname.name), b"at=" + nickname.token]
    return Announcement(
        instance=secrets.token_hex(INSTANCE_BYTES),
        server=secrets.token_hex(INSTANCE_BYTES),
        text=b"".join(bytes([len(field)]) + field for field in fields),
    )


def is_instance(label: str) -> bool:
    """Say whether an instance name has the one form that ours have: 16 hexadecimal digits."""
    return len(label) == 2 * INSTANCE_BYTES and set(label) <= set("0123456789abcdef")


def judge_text(text: bytes) -> Heard | None:
    """Return what a TXT record says, or None if it is not one of ours in this version."""
    fields = _fields(text) if len(text) <= TEXT_LIMIT else None
    if fields is None or fields.get(b"v") != VERSION:
        return None
    nonce, hints = fields.get(b"n", b""), fields.get(b"h", b"")
    if len(nonce) != NONCE_BYTES or len(hints) != HINT_COUNT * HINT_BYTES:
        return None
    each = (hints[start : start + HINT_BYTES] for start in range(0, len(hints), HINT_BYTES))
    return Heard(nonce, frozenset(each), _nickname(fields))


def _chosen(hint_secrets: Sequence[HintSecret], turn: int) -> Sequence[HintSecret]:
    if len(hint_secrets) <= HINT_COUNT:
        return hint_secrets
    always, rest = hint_secrets[:HINTS_IN_TURN], hint_secrets[HINTS_IN_TURN:]
    start = turn * HINTS_IN_TURN % len(rest)
    return [*always, *[*rest[start:], *rest[:start]][:HINTS_IN_TURN]]


def _cut(name: str) -> bytes:
    """Return our name as UTF-8, cut between characters to what an announcement may hold."""
    return fitting_name(name).encode()[:NAME_BYTES].decode(errors="ignore").encode()


def _fields(text: bytes) -> dict[bytes, bytes] | None:
    """Take a TXT record apart; None if it is not well-formed or says something twice."""
    fields: dict[bytes, bytes] = {}
    place = 0
    while place < len(text):
        end = place + 1 + text[place]
        key, separator, value = text[place + 1 : end].partition(b"=")
        if end > len(text) or not separator or key in fields:
            return None
        fields[key] = value
        place = end
    return fields


def _nickname(fields: dict[bytes, bytes]) -> Nickname | None:
    token = fields.get(b"at", b"")
    if len(token) != TOKEN_BYTES:
        return None
    written = fields.get(b"name", b"")[:NAME_BYTES].decode(errors="ignore")
    name = safe_text(written, NAME_CHARACTERS).strip()
    return Nickname(name, token) if name else None
