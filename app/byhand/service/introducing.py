"""Introducing two friends to each other: what the introducer says, and what they answer."""

import secrets
import time
from collections.abc import Callable

import msgspec
from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.events import Event, IntroductionAnswered
from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionId
from byhand.domain.person_name import fitting_name
from byhand.domain.text import filled
from byhand.errors import UsageError
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.friend_messages import Introduce, IntroduceAnswer
from byhand.protocol.introduction import sign_introduction
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession
from byhand.service.ourselves import INTRODUCE

LIFETIME_SECONDS = 7 * 24 * 3600
UNSIGNED = bytes(64)

SessionOf = Callable[[FriendId], FriendSession | None]


class _Sent(Struct, frozen=True):
    """An introduction that somebody has not answered: of each, whom they were told about."""

    expires_at: int
    other_names: dict[FriendId, str]


class Introducing:
    """Sends introductions and tells what comes of them, as long as this program runs."""

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        session_of: SessionOf,
        hints_of: Callable[[FriendId], tuple[str, ...]],
        tell: Callable[[Event], None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._identity = identity
        self._book = book
        self._session_of = session_of
        self._hints_of = hints_of
        self._tell = tell
        self._clock = clock
        self._sent: dict[IntroductionId, _Sent] = {}

    def introduce(self, friend_id: FriendId, other: FriendId) -> None:
        """Introduce two friends to each other; UsageError unless both are here and can do that."""
        (friend, session), (second, second_session) = self._there(friend_id), self._there(other)
        if friend.name.casefold() == second.name.casefold():
            raise UsageError("Choose two different people to introduce to each other.")
        now = self._clock()
        self._sent = {key: sent for key, sent in self._sent.items() if sent.expires_at > now}
        introduction_id = IntroductionId(secrets.token_bytes(16))
        psk, expires_at = secrets.token_bytes(32), int(now) + LIFETIME_SECONDS
        names = {friend.id: second.name, second.id: friend.name}
        self._sent[introduction_id] = _Sent(expires_at, names)
        for to, about in ((session, second), (second_session, friend)):
            to.post(self._introduce(to.friend_id, about, introduction_id, psk, expires_at))

    def answered(self, friend_id: FriendId, answer: IntroduceAnswer) -> None:
        """Tell what one of two friends says; once, and only of what they were asked."""
        sent, friend = self._sent.get(answer.introduction_id), self._book.get(friend_id)
        if sent is None or friend is None or friend_id not in sent.other_names:
            return
        other_name = sent.other_names.pop(friend_id)
        self._tell(IntroductionAnswered(friend, other_name, answer.code is Code.OK))

    def _there(self, friend_id: FriendId) -> tuple[Friend, FriendSession]:
        friend, session = self._book.get(friend_id), self._session_of(friend_id)
        if friend is None:
            raise UsageError("That friend is not on the list any more.")
        name = friend.name
        if friend.trust is Trust.BLOCKED:
            raise UsageError(
                filled("You have blocked {name}: unblock them to introduce them.", name=name)
            )
        if friend.is_held:
            raise UsageError(
                filled("Say first who {name} is: nothing goes to them until then.", name=name)
            )
        if session is None:
            raise UsageError(
                filled("{name} isn't here: introduce them when both are online.", name=name)
            )
        if INTRODUCE not in session.capabilities:
            raise UsageError(
                filled("{name} needs a newer Byhand to be introduced to somebody.", name=name)
            )
        return friend, session

    def _introduce(
        self,
        recipient: FriendId,
        about: Friend,
        introduction_id: IntroductionId,
        psk: bytes,
        expires_at: int,
    ) -> Introduce:
        keys = self._book.keys(about.id)
        unsigned = Introduce(
            introduction_id=introduction_id,
            x25519=keys.x25519,
            ed25519=keys.ed25519,
            name=fitting_name(about.name),
            computer=fitting_name(about.computer),
            psk=psk,
            expires_at=expires_at,
            hints=list(self._hints_of(about.id)),
            signature=UNSIGNED,
        )
        signature = sign_introduction(self._identity, recipient, unsigned)
        return msgspec.structs.replace(unsigned, signature=signature)
