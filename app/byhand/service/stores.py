"""Everything a profile keeps on disk, opened together and closed together."""

import hashlib
import logging
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from byhand.domain.friend import Presence
from byhand.domain.identity import FriendId
from byhand.engine.cipher_speed import aes_is_faster
from byhand.errors import StorageError
from byhand.protocol.credentials import LocalIdentity
from byhand.storage.friend_memory import RememberedAddress
from byhand.storage.friend_store import BookContents, load_book
from byhand.storage.identity_store import load_identity, load_or_create_identity
from byhand.storage.locations import ProfileFolder
from byhand.storage.profile_database import ProfileDatabase
from byhand.storage.profile_switch import finish_switch
from byhand.storage.settings_store import Settings, load_settings, save_settings
from byhand.storage.staging import discard_leftover
from byhand.storage.staging_store import StagingStore

logger = logging.getLogger(__name__)

BOOK_KEY_LABEL = b"byhand/v1/friend-book"


@dataclass(frozen=True, slots=True)
class Stores:
    """A profile that is ours alone while it is open."""

    folder: ProfileFolder
    identity: LocalIdentity
    installation_id: bytes
    settings: Settings
    book_key: bytes = field(repr=False)
    book: BookContents
    database: ProfileDatabase
    timestamps: dict[FriendId, int]
    presences: dict[FriendId, Presence]
    addresses: dict[FriendId, tuple[RememberedAddress, ...]]
    aes_is_faster: bool

    def mark_stopped(self) -> None:
        """Remember that the program ends by itself, with everything flushed."""
        try:
            self.database.mark_stopped()
        except StorageError as exc:
            logger.warning("the next start will take this end for a crash: %s", exc.reason)

    def close(self) -> None:
        """Close the database and let go of the profile."""
        self.database.close()
        self.folder.close()


def open_stores(path: Path) -> Stores:
    """Open a profile, made now if it is not there; on the storage thread.

    Raises ProfileInUseError, CorruptIdentityError, CorruptStoreError, StorageError.
    """
    folder = ProfileFolder.open(path)
    try:
        return _opened(folder)
    except BaseException:
        folder.close()
        raise


def book_key(identity: LocalIdentity) -> bytes:
    """Return the key that seals the friend book of an identity against edits."""
    secret = identity.x25519.private + identity.ed25519_private
    return hashlib.blake2s(BOOK_KEY_LABEL, key=hashlib.blake2s(secret).digest()).digest()


def _opened(folder: ProfileFolder) -> Stores:
    finish_switch(folder.path)
    settings = _settings(folder)
    stored = load_or_create_identity(folder.identity)
    key = book_key(stored.identity)
    book = load_book(folder.friends, key)
    database = ProfileDatabase.open(folder.database)
    try:
        _discard_leftovers(database.stagings)
        friends = database.friends
        known = [record.friend.id for record in book.friends]
        return Stores(
            folder=folder,
            identity=stored.identity,
            installation_id=stored.installation_id,
            settings=settings,
            book_key=key,
            book=book,
            database=database,
            timestamps={friend: friends.confirmed_timestamp(friend) for friend in known},
            presences={
                friend: Presence(None, friends.last_seen(friend), friends.last_used(friend))
                for friend in known
            },
            addresses={friend: friends.addresses(friend) for friend in known},
            aes_is_faster=aes_is_faster(),
        )
    except BaseException:
        database.close()
        raise


def _settings(folder: ProfileFolder) -> Settings:
    """Return what is set; of a profile that is about to be made, that it is new."""
    is_new = load_identity(folder.identity) is None
    settings = load_settings(folder.settings)
    if not is_new:
        return settings
    settings = replace(settings, is_new=True)
    # Before there is an identity: whoever is stopped in between is as new the next time.
    save_settings(folder.settings, settings)
    return settings


def _discard_leftovers(stagings: StagingStore) -> None:
    """Delete what a killed run left half-received; what cannot be is tried at the next start."""
    for leftover in stagings.leftovers():
        try:
            is_gone = discard_leftover(leftover)
        except StorageError as exc:
            logger.warning("a half-received transfer stays where it is: %s", exc.reason)
            continue
        if is_gone:
            stagings.remove(leftover)
