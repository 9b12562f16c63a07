"""Friends for rules about friends: made from a letter, so that tests can name them."""

from typing import Any

from msgspec.structs import replace

from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId, PublicKeys


def keys_of(letter: str) -> PublicKeys:
    """Return the two public keys of whoever a letter stands for."""
    return PublicKeys(letter.encode() * 32, letter.upper().encode() * 32)


def somebody(letter: str, name: str, computer: str = "laptop", **more: Any) -> Friend:
    """Return a friend, verified where `verified_at` says so."""
    friend = Friend(keys_of(letter).friend_id, name, computer, **more)
    if friend.verified_at and friend.trust is Trust.UNVERIFIED:
        friend = replace(friend, trust=Trust.VERIFIED)
    return friend


def book_of(*friends: Friend) -> dict[FriendId, Friend]:
    """Return friends as the rules take them."""
    return {friend.id: friend for friend in friends}


def after(friends: dict[FriendId, Friend], *changed: Friend) -> dict[FriendId, Friend]:
    """Return everybody, those who are another included."""
    return friends | book_of(*changed)
