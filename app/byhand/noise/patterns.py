"""What a Noise protocol name stands for: pattern, modifiers and functions (§7, §8, §9)."""

import re
from enum import StrEnum
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from byhand.errors import LocalProtocolError
from byhand.noise.primitives import CIPHERS, HASH_FUNCTIONS, Cipher, HashFunction

Token: TypeAlias = Literal["e", "s", "ee", "es", "se", "ss", "psk"]
MessagePattern: TypeAlias = tuple[Token, ...]


class StaticKey(StrEnum):
    """How one side's static key reaches the other; the letters of a pattern's name (§7.5)."""

    NONE = "N"
    KNOWN = "K"
    TRANSMITTED = "X"
    IMMEDIATE = "I"


class Protocol(Struct, frozen=True):
    """A protocol name taken apart; `messages` alternate, the initiator's first."""

    name: str
    initiator_static: StaticKey
    responder_static: StaticKey
    messages: tuple[MessagePattern, ...]
    cipher: Cipher
    hash_function: HashFunction


def parse_protocol_name(name: str) -> Protocol:
    """Return what `Noise_XXpsk3_25519_ChaChaPoly_BLAKE2s` and the like stand for.

    Raises LocalProtocolError for names outside the tables of this package: none comes from afar.
    """
    match = _PROTOCOL_NAME.fullmatch(name)
    if match is None:
        raise LocalProtocolError(f"not a protocol name: {name}")
    pattern, modifiers, cipher, hash_function = match.groups()
    known = pattern in _PATTERNS and cipher in CIPHERS and hash_function in HASH_FUNCTIONS
    if not known:
        raise LocalProtocolError(f"not a known protocol: {name}")
    return Protocol(
        name=name,
        initiator_static=StaticKey(pattern[0]),
        responder_static=StaticKey(pattern[1]),
        messages=_with_psks(_PATTERNS[pattern], [int(n) for n in re.findall(r"\d", modifiers)]),
        cipher=CIPHERS[cipher],
        hash_function=HASH_FUNCTIONS[hash_function],
    )


_PROTOCOL_NAME: Final = re.compile(
    r"Noise_([A-Z]{2})((?:psk[0-9](?:\+psk[0-9])*)?)_25519_([A-Za-z]+)_([A-Za-z0-9]+)"
)

_PATTERNS: Final[dict[str, tuple[MessagePattern, ...]]] = {
    "NN": (("e",), ("e", "ee")),
    "NK": (("e", "es"), ("e", "ee")),
    "NX": (("e",), ("e", "ee", "s", "es")),
    "XN": (("e",), ("e", "ee"), ("s", "se")),
    "XK": (("e", "es"), ("e", "ee"), ("s", "se")),
    "XX": (("e",), ("e", "ee", "s", "es"), ("s", "se")),
    "KN": (("e",), ("e", "ee", "se")),
    "KK": (("e", "es", "ss"), ("e", "ee", "se")),
    "IN": (("e", "s"), ("e", "ee", "se")),
    "IK": (("e", "es", "s", "ss"), ("e", "ee", "se")),
    "IX": (("e", "s"), ("e", "ee", "se", "s", "es")),
}


def _with_psks(
    messages: tuple[MessagePattern, ...], places: list[int]
) -> tuple[MessagePattern, ...]:
    """Put a psk token before the first message (psk0) or at the end of message n (pskn, §9.4)."""
    if places != sorted(set(places)) or any(place > len(messages) for place in places):
        raise LocalProtocolError(f"no such psk modifiers: {places}")
    before: MessagePattern = ("psk",) if 0 in places else ()
    after: list[MessagePattern] = [
        ("psk",) if number in places else () for number in range(1, len(messages) + 1)
    ]
    first, *others = (message + psk for message, psk in zip(messages, after, strict=True))
    return (before + first, *others)
