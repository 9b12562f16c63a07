"""The messages about who is who: comparing codes, and introducing friends (§8, §17, §18)."""

from typing import Annotated, TypeAlias

from msgspec import Meta

from byhand.domain.codes import Code
from byhand.domain.introduction import IntroductionId
from byhand.protocol.fields import Hash, Line, Signature, Unsigned
from byhand.protocol.message import Message

INTRODUCED_HINTS = 16
IdOfIntroduction: TypeAlias = Annotated[IntroductionId, Meta(min_length=16, max_length=16)]


class PairCommit(Message, frozen=True):
    """The committer has chosen its random value; this is its hash."""

    commitment: Hash


class PairNonce(Message, frozen=True):
    """The other side's user wants this pairing: its random value."""

    nonce: Hash


class PairReveal(Message, frozen=True):
    """The committer's random value."""

    nonce: Hash


class PairOk(Message, frozen=True):
    """Our user has typed the other half right."""


class PairLater(Message, frozen=True):
    """Our user wants to be friends, and to compare codes another time."""


class PairNo(Message, frozen=True):
    """Nothing comes of it.

    CANCELLED, AUTHENTICATION if the codes differ, BUSY, LIMIT, TIMEOUT, or PROTOCOL.
    """

    code: Code = Code.CANCELLED


PairMessage: TypeAlias = PairCommit | PairNonce | PairReveal | PairOk | PairLater | PairNo


class Introduce(Message, frozen=True):
    """Somebody whom the sender introduces: their keys and names, and what to meet them with."""

    introduction_id: IdOfIntroduction
    x25519: Hash
    ed25519: Hash
    name: str
    computer: str
    psk: Hash
    expires_at: Unsigned
    hints: Annotated[list[Line], Meta(max_length=INTRODUCED_HINTS)]
    signature: Signature

    def __repr__(self) -> str:
        """Show which one it is, and not its secret."""
        return f"Introduce({self.introduction_id.hex()})"


class IntroduceAnswer(Message, frozen=True):
    """Our user agrees to an introduction (OK), or not: DECLINED, EXPIRED, BUSY."""

    introduction_id: IdOfIntroduction
    code: Code
