"""Newcomers to whom our word went out and whose own was lost: for some minutes they may call."""

from collections.abc import Callable
from dataclasses import dataclass, field

from byhand.domain.identity import FriendId, PublicKeys
from byhand.protocol.credentials import PinnedFriend

PENDING_SECONDS = 10 * 60.0


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody whom our user wants as a friend, with the names they propose."""

    keys: PublicKeys
    psk: bytes = field(repr=False)
    name: str
    computer: str
    is_mine: bool = False


class PendingNewcomers:
    """If they have stored us, they call as a friend, and both are friends after all.

    Kept in memory only; a clock is passed in.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._pending: dict[FriendId, tuple[float, Newcomer]] = {}
        self._gave_earlier: set[FriendId] = set()

    def keep(self, newcomer: Newcomer) -> None:
        """Let them call as a friend for ten minutes."""
        self._pending[newcomer.keys.friend_id] = self._clock() + PENDING_SECONDS, newcomer

    def drop(self, friend_id: FriendId) -> None:
        """Wait for them no more."""
        self._pending.pop(friend_id, None)

    def get(self, friend_id: FriendId, psk: bytes) -> Newcomer | None:
        """Return who is waited for under this shared key."""
        ends_at, newcomer = self._pending.get(friend_id, (0.0, None))
        is_meant = newcomer is not None and newcomer.psk == psk and self._clock() < ends_at
        return newcomer if is_meant else None

    def pinned(self, x25519: bytes, known: PinnedFriend | None) -> PinnedFriend | None:
        """Return what a handshake with who has this key needs; `known` if nobody is waited for.

        A friend who paired again holds the earlier shared key or the new one: each is tried in
        every other call.
        """
        for ends_at, newcomer in self._pending.values():
            if newcomer.keys.x25519 == x25519 and self._clock() < ends_at:
                return known if self._is_earlier_due(known) else _pinned(newcomer, known)
        return known

    def _is_earlier_due(self, known: PinnedFriend | None) -> bool:
        if known is None:
            return False
        self._gave_earlier ^= {known.friend_id}
        return known.friend_id not in self._gave_earlier


def _pinned(newcomer: Newcomer, known: PinnedFriend | None) -> PinnedFriend:
    last_timestamp = known.last_timestamp if known else 0
    return PinnedFriend(newcomer.keys.friend_id, newcomer.keys, newcomer.psk, last_timestamp)
