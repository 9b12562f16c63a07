"""Whom we know and which invites are open: kept in memory, saved on the storage thread."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from byhand.domain.events import Event, FriendAdded, FriendChanged, FriendRemoved
from byhand.domain.friend import NAME_CHARACTERS, Friend, Presence, Trust
from byhand.domain.identity import FriendId, PublicKeys, short_id
from byhand.domain.introduction import IntroductionId
from byhand.errors import KeyChangedError, StorageError, UnknownFriendError, UsageError
from byhand.protocol.credentials import PinnedFriend
from byhand.service.stores import Stores
from byhand.service.worker import Worker
from byhand.storage.friend_store import (
    BookContents,
    FriendRecord,
    IntroductionRecord,
    InviteRecord,
    save_book,
)

ID_DIGITS = 8


class FriendBook:
    """The friends and open invites of a profile; changes are saved in the order they are made."""

    def __init__(self, stores: Stores, storage: Worker, tell: Callable[[Event], None]) -> None:
        self._path = stores.folder.friends
        self._key = stores.book_key
        self._friends = {record.friend.id: record for record in stores.book.friends}
        self._invites = list(stores.book.invites)
        self._introductions = stores.book.introductions
        self._timestamps = dict(stores.timestamps)
        self._presences = dict(stores.presences)
        self._storage = storage
        self._tell = tell

    def __iter__(self) -> Iterator[Friend]:
        """Yield every friend."""
        return iter([record.friend for record in self._friends.values()])

    def get(self, friend_id: FriendId) -> Friend | None:
        """Return a friend by id."""
        record = self._friends.get(friend_id)
        return record.friend if record else None

    def keys(self, friend_id: FriendId) -> PublicKeys:
        """Return a friend's pinned keys; UnknownFriendError."""
        if friend_id not in self._friends:
            raise UnknownFriendError(friend_id.hex())
        return self._friends[friend_id].keys

    def presence(self, friend_id: FriendId) -> Presence:
        """Return whether and when a friend was last here."""
        return self._presences.get(friend_id, Presence())

    def named(self, text: str) -> Friend:
        """Return the friend of a full name or of at least 8 digits of an id.

        Raises UnknownFriendError with the number of matches unless there is exactly one.
        """
        wanted = text.strip().casefold()
        found = [friend for friend in self if friend.name.casefold() == wanted]
        if not found and len(wanted) >= ID_DIGITS:
            found = [friend for friend in self if friend.id.hex().startswith(wanted)]
        if len(found) != 1:
            raise UnknownFriendError(text, len(found))
        return found[0]

    def pinned(self, friend_id: FriendId) -> PinnedFriend | None:
        """Return what a handshake with a friend needs; None for a stranger or a blocked one."""
        record = self._friends.get(friend_id)
        if record is None or record.friend.trust in (Trust.BLOCKED, Trust.KEY_CHANGED):
            return None
        last = self._timestamps.get(friend_id, 0)
        return PinnedFriend(friend_id, record.keys, record.psk, last)

    def pinned_by_static(self, x25519: bytes) -> PinnedFriend | None:
        """Return the friend who has this key."""
        for record in self._friends.values():
            if record.keys.x25519 == x25519:
                return self.pinned(record.friend.id)
        return None

    def secrets(self) -> dict[FriendId, bytes]:
        """Return the key shared with each friend that may be announced to."""
        return {
            friend_id: record.psk
            for friend_id, record in self._friends.items()
            if record.friend.trust is not Trust.BLOCKED
        }

    def confirm_timestamp(self, friend_id: FriendId, timestamp_ns: int) -> None:
        """Take note of the timestamp of a handshake that both sides finished."""
        self._timestamps[friend_id] = max(timestamp_ns, self._timestamps.get(friend_id, 0))

    async def add(
        self, keys: PublicKeys, psk: bytes, name: str, computer: str, *, introduced_by: str = ""
    ) -> Friend:
        """Store a new friend, or an old one's new shared key; saved when this returns.

        Raises KeyChangedError if one of the keys belongs to another friend, StorageError.
        """
        known = self._friends.get(keys.friend_id)
        for record in self._friends.values():
            shared = {record.keys.x25519, record.keys.ed25519} & {keys.x25519, keys.ed25519}
            if record is not known and shared:
                raise KeyChangedError(record.friend.name)
        name = self._free(name.strip() or short_id(keys.friend_id))
        fresh_friend = Friend(keys.friend_id, name, computer, introduced_by=introduced_by)
        friend = known.friend if known else fresh_friend
        fresh = FriendRecord(friend, keys, psk, known.added_at if known else time.time())
        await self._save({**self._friends, friend.id: fresh}, self._invites)
        presence = self.presence(friend.id)
        self._tell(FriendChanged(friend, presence) if known else FriendAdded(friend, presence))
        return friend

    def judged_name(self, friend_id: FriendId, name: str) -> str:
        """Return a friend's new name as it will be kept; UsageError if it cannot be theirs."""
        name = name.strip()
        if not 0 < len(name) <= NAME_CHARACTERS:
            raise UsageError(f"A name has 1 to {NAME_CHARACTERS} characters.")
        wanted = name.casefold()
        if any(each.name.casefold() == wanted and each.id != friend_id for each in self):
            raise UsageError(f"You already have a friend called {name}: choose another name.")
        return name

    async def rename(self, friend_id: FriendId, name: str) -> None:
        """Give a friend another name, judged before."""
        record = self._friends.get(friend_id)
        if record is not None:
            await self._replace(replace(record, friend=replace(record.friend, name=name)))

    async def set_computer(self, friend_id: FriendId, computer: str) -> None:
        """Take over what a friend calls their computer."""
        record = self._friends.get(friend_id)
        if record is not None and record.friend.computer != computer:
            await self._replace(replace(record, friend=replace(record.friend, computer=computer)))

    async def remove(self, friend_id: FriendId) -> None:
        """Forget a friend."""
        friends = {known: record for known, record in self._friends.items() if known != friend_id}
        if len(friends) != len(self._friends):
            await self._save(friends, self._invites)
            self._timestamps.pop(friend_id, None)
            self._tell(FriendRemoved(friend_id))

    def set_presence(self, friend_id: FriendId, presence: Presence) -> None:
        """Take note that a friend is here, or gone."""
        self._presences[friend_id] = presence
        friend = self.get(friend_id)
        if friend is not None:
            self._tell(FriendChanged(friend, presence))

    def invites(self) -> tuple[InviteRecord, ...]:
        """Return the invites of ours that have not expired."""
        now = time.time()
        return tuple(invite for invite in self._invites if invite.expires_at > now)

    async def open_invite(self, invite: InviteRecord) -> None:
        """Keep an invite of ours until it is used or expires."""
        await self._save(self._friends, [*self.invites(), invite])

    async def use_invite(self, psk: bytes, friend_id: FriendId) -> InviteRecord | None:
        """Mark an invite as used by a friend; only they may use it again (a lost last message).

        Returns it, or None if it is not open to them.
        """
        for invite in self.invites():
            if invite.psk == psk and invite.used_by in (None, friend_id):
                used = replace(invite, used_by=friend_id)
                others = [other for other in self.invites() if other.psk != psk]
                await self._save(self._friends, [*others, used])
                return used
        return None

    async def drop_expired(self) -> None:
        """Forget the invites and introductions whose time is over."""
        invites, introductions = self.invites(), self.introductions()
        if (invites, introductions) != (tuple(self._invites), tuple(self._introductions)):
            self._invites = list(invites)
            await self._save_introductions(introductions)

    def introductions(self) -> tuple[IntroductionRecord, ...]:
        """Return who is introduced to us, unless that has expired."""
        now = time.time()
        return tuple(each for each in self._introductions if each.expires_at > now)

    async def keep_introduction(self, record: IntroductionRecord) -> None:
        """Keep an introduction, or what has become of it, until it is dropped or expires."""
        others = [each for each in self.introductions() if each.id != record.id]
        await self._save_introductions((*others, record))

    async def drop_introduction(self, introduction_id: IntroductionId) -> None:
        """Forget an introduction that has come to an end."""
        others = tuple(each for each in self.introductions() if each.id != introduction_id)
        if others != self._introductions:
            await self._save_introductions(others)

    async def _save_introductions(self, records: tuple[IntroductionRecord, ...]) -> None:
        before, self._introductions = self._introductions, records
        try:
            await self._save(self._friends, self._invites)
        except StorageError:
            if self._introductions is records:
                self._introductions = before
            raise

    async def _replace(self, record: FriendRecord) -> None:
        await self._save({**self._friends, record.friend.id: record}, self._invites)
        self._tell(FriendChanged(record.friend, self.presence(record.friend.id)))

    async def _save(
        self, friends: dict[FriendId, FriendRecord], invites: Iterable[InviteRecord]
    ) -> None:
        """Take over what is new, at once, and keep it; raise StorageError and keep the old."""
        contents = BookContents(tuple(friends.values()), tuple(invites), tuple(self._introductions))
        before = self._friends, self._invites
        self._friends, self._invites = friends, list(contents.invites)
        try:
            await self._storage.run(save_book, self._path, self._key, contents)
        except StorageError:
            if self._friends is friends:
                self._friends, self._invites = before
            raise

    def _free(self, name: str) -> str:
        """Return a name that no friend has yet, as long as names may be."""
        taken = {friend.name.casefold() for friend in self}
        candidate, number = name, 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{name[: NAME_CHARACTERS - 5]} ({number})"
        return candidate
