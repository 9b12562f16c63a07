"""A friend introduces two friends to each other: what the three of them see of it."""

from enum import StrEnum
from typing import NewType

from msgspec import Struct

from byhand.domain.friend import Friend

IntroductionId = NewType("IntroductionId", bytes)
"""16 random bytes, chosen by the introducer."""


class IntroductionStage(StrEnum):
    """How far an introduction is; the last three are ends."""

    ASKED = "asked"
    """The user has not answered yet."""
    AGREED = "agreed"
    """The user agrees; the other one has not yet, or has not been reached."""
    DONE = "done"
    DECLINED = "declined"
    EXPIRED = "expired"


_ENDS = frozenset({IntroductionStage.DONE, IntroductionStage.DECLINED, IntroductionStage.EXPIRED})


class Introduced(Struct, frozen=True):
    """Somebody whom a friend introduces to us; names as the introducer calls them."""

    id: IntroductionId
    introducer: Friend
    name: str
    computer: str
    expires_at: float
    stage: IntroductionStage = IntroductionStage.ASKED
    friend: Friend | None = None

    @property
    def is_final(self) -> bool:
        """Say whether it is over."""
        return self.stage in _ENDS
