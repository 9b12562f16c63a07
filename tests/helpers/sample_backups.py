"""Whom a saved identity knows, for tests: two friends, an invite and an introduction."""

import dataclasses
from pathlib import Path

from msgspec.structs import replace

from byhand.domain.friend import Friend, Policy, Trust
from byhand.domain.identity import FriendId, PublicKeys
from byhand.domain.introduction import IntroductionId
from byhand.protocol.credentials import LocalIdentity
from byhand.storage.backup import Backup, Cost, write_backup
from byhand.storage.friend_store import (
    BookContents,
    FriendRecord,
    IntroductionRecord,
    InviteRecord,
)

PASSPHRASE = "correct horse bättery"
CHEAP = Cost(4, 8, 1)
"""What a test can pay thousands of times."""


def friend_record(number: int, name: str) -> FriendRecord:
    keys = PublicKeys(bytes([number]) * 32, bytes([number + 100]) * 32)
    friend = Friend(keys.friend_id, name, "laptop", Trust.VERIFIED, verified_at=3.5)
    return FriendRecord(friend, keys, bytes([number + 200]) * 32, 1.5)


ANNA = friend_record(1, "Anna Lindqvist")
MAREK = friend_record(2, "Marek Novák")
BOOK = BookContents(
    (
        dataclasses.replace(ANNA, friend=replace(ANNA.friend, policy=Policy(True, 5, "/pictures"))),
        MAREK,
    ),
    (InviteRecord(b"i" * 32, 99.0, "byhand://add/x", FriendId(b"f" * 32)),),
    (
        IntroductionRecord(
            IntroductionId(b"n" * 16),
            ANNA.friend.id,
            PublicKeys(b"l" * 32, b"m" * 32),
            "Lea",
            "desktop",
            b"p" * 32,
            7.0,
            ("tcp://192.0.2.1:47800",),
        ),
    ),
)


def sample_backup(book: BookContents = BOOK) -> Backup:
    """Return what Mira's laptop holds; every call makes another identity."""
    return Backup(LocalIdentity.generate(), "Mira Kohl", "Mira's laptop", book)


def written_backup(path: Path, book: BookContents = BOOK) -> Backup:
    """Write such a file, cheaply, and return what is in it."""
    backup = sample_backup(book)
    write_backup(path, PASSPHRASE, backup, CHEAP)
    return backup
