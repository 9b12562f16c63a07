"""Whom we know: changed by rules, saved before it is told."""

import dataclasses
import time
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from byhand.domain import trust
from byhand.domain.events import Event, FriendAdded, FriendChanged, FriendRemoved
from byhand.domain.friend import Friend, Policy, Presence, Trust
from byhand.domain.identity import FriendId, PublicKeys, short_id
from byhand.domain.look_alike import without_pretence
from byhand.domain.person_name import fitting_name
from byhand.domain.persons import meant
from byhand.domain.trust import policy_in_force
from byhand.errors import KeyChangedError, UnknownFriendError
from byhand.protocol.credentials import PinnedFriend
from byhand.service.book_file import BookFile
from byhand.service.openings import Openings
from byhand.service.stores import Stores
from byhand.service.worker import Worker
from byhand.storage.friend_store import FriendRecord

Rule = Callable[[trust.Friends], Iterable[Friend]]
"""One of `domain.trust`, with what the user says: returns who is another afterwards."""


class FriendBook:
    """The friends of a profile; `openings` is what lets new ones in.

    Changes are made one after the other. What the disk refuses raises StorageError, and then
    everything is as it was.
    """

    def __init__(
        self,
        stores: Stores,
        storage: Worker,
        tell: Callable[[Event], None],
        hold_changed: Callable[[Friend], None] = lambda _: None,
    ) -> None:
        """`hold_changed` hears of every friend who is held from now on, or no more."""
        self._file = BookFile(stores, storage)
        self.openings = Openings(self._file)
        self._timestamps = dict(stores.timestamps)
        self._presences = dict(stores.presences)
        self._met_on: dict[FriendId, bytes] = {}
        self._tell = tell
        self._hold_changed = hold_changed
        self.accepts_verified = False
        """Whether the files of a friend come in unasked once codes were compared."""

    # Who is there

    def __iter__(self) -> Iterator[Friend]:
        """Yield every friend."""
        return iter([record.friend for record in self._file.records.values()])

    def by_id(self) -> dict[FriendId, Friend]:
        """Return everybody, as the rules of `domain.trust` take them."""
        return {friend.id: friend for friend in self}

    def get(self, friend_id: FriendId) -> Friend | None:
        """Return a friend by id."""
        record = self._file.records.get(friend_id)
        return record.friend if record else None

    def named(self, text: str) -> Friend:
        """Return the friend of a name, of "NAME/COMPUTER", or of at least 8 digits of an id.

        Raises UnknownFriendError with the number of matches unless one is meant.
        """
        return meant(text, tuple(self), self.presence)

    def presence(self, friend_id: FriendId) -> Presence:
        """Return whether and when a friend was last here; one who is held is not."""
        presence = self._presences.get(friend_id, Presence())
        friend = self.get(friend_id)
        if friend is None or not friend.is_held:
            return presence
        return replace(presence, path=None, address="", cipher="")

    def set_presence(self, friend_id: FriendId, presence: Presence) -> None:
        """Take note that a friend is here, or gone; when they were last used is kept."""
        last_used = self._presences.get(friend_id, presence).last_used
        self._presences[friend_id] = replace(presence, last_used=last_used)
        self._tell_again(friend_id)

    def set_unreachable(self, friend_id: FriendId, *, is_unreachable: bool) -> None:
        """Take note whether our calls to somebody who seems to be there come to nothing."""
        presence = self._presences.get(friend_id, Presence())
        if presence.is_unreachable is not is_unreachable:
            self._presences[friend_id] = replace(presence, is_unreachable=is_unreachable)
            self._tell_again(friend_id)

    def note_used(self, friend_id: FriendId, now: float) -> None:
        """Take note that something goes to a friend or comes from them; Unix seconds."""
        presence = self._presences.get(friend_id, Presence())
        self._presences[friend_id] = replace(presence, last_used=now)
        self._tell_again(friend_id)

    # What proves them

    def keys(self, friend_id: FriendId) -> PublicKeys:
        """Return a friend's pinned keys; UnknownFriendError."""
        if friend_id not in self._file.records:
            raise UnknownFriendError(friend_id.hex())
        return self._file.records[friend_id].keys

    def pinned(self, friend_id: FriendId) -> PinnedFriend | None:
        """Return what a handshake with a friend needs; None for a stranger or a held one."""
        record = self._file.records.get(friend_id)
        if record is None or record.friend.is_held:
            return None
        last = self._timestamps.get(friend_id, 0)
        return PinnedFriend(friend_id, record.keys, record.psk, last)

    def pinned_by_static(self, x25519: bytes) -> PinnedFriend | None:
        """Return the friend who has this key, as `pinned` does."""
        for record in self._file.records.values():
            if record.keys.x25519 == x25519:
                return self.pinned(record.friend.id)
        return None

    def secrets(self) -> dict[FriendId, bytes]:
        """Return the key shared with each friend that may be announced to."""
        records = self._file.records.values()
        return {each.friend.id: each.psk for each in records if not each.friend.is_held}

    def confirm_timestamp(self, friend_id: FriendId, timestamp_ns: int) -> None:
        """Take note of the timestamp of a handshake that both sides finished."""
        self._timestamps[friend_id] = max(timestamp_ns, self._timestamps.get(friend_id, 0))

    def is_met_elsewhere(self, friend_id: FriendId) -> bool:
        """Say whether a friend is on another installation than ever, saved already or not yet."""
        record = self._file.records.get(friend_id)
        known = record.installation_id if record else b""
        return bool(known) and self._met_on.get(friend_id, known) != known

    def policy_of(self, friend_id: FriendId) -> Policy | None:
        """Return the policy by which a friend's offers are accepted by themselves, if any."""
        friend = None if self.is_met_elsewhere(friend_id) else self.get(friend_id)
        return policy_in_force(friend) if friend else None

    def keeps_modes_of(self, friend_id: FriendId) -> bool:
        """Say whether files become executable here that a friend marks so."""
        friend = None if self.is_met_elsewhere(friend_id) else self.get(friend_id)
        return friend is not None and not friend.is_copied and friend.policy.keeps_modes

    # What changes them

    async def add(
        self,
        keys: PublicKeys,
        psk: bytes,
        name: str,
        computer: str,
        *,
        is_verified: bool = False,
        is_mine: bool = False,
        introduced_by: str = "",
    ) -> Friend:
        """Store a new friend, or an old one's new shared key; saved when this returns.

        `name` and `computer` are what the other side proposes; who is known already keeps both,
        and is never less sure than before. Raises KeyChangedError if one of the keys belongs to
        another friend, or the name is in doubt already; StorageError.
        """
        async with self._file.turn:
            friend_id = keys.friend_id
            self._check_keys(keys)
            known = self._file.records.get(friend_id)
            proposed = Friend(
                friend_id,
                without_pretence(_on_one_line(name)) or short_id(friend_id),
                _on_one_line(computer),
                is_mine=is_mine,
                introduced_by=introduced_by,
            )
            record = known or FriendRecord(proposed, keys, psk, time.time())
            met = trust.met_again if known else trust.admitted
            changed = met(self.by_id(), proposed, time.time() if is_verified else 0.0)
            await self._apply(changed, dataclasses.replace(record, psk=psk))
            return self._file.records[friend_id].friend

    async def change(self, rule: Rule) -> None:
        """Change what a rule says; raises what the rule does, StorageError."""
        async with self._file.turn:
            await self._apply(rule(self.by_id()))

    async def set_verified(self, friend_id: FriendId) -> None:
        """Take note that codes were compared with a friend."""
        await self.change(lambda friends: trust.verified(friends, friend_id, time.time()))

    async def set_computer(self, friend_id: FriendId, computer: str) -> None:
        """Take over what a friend calls their computer."""
        await self.change(lambda friends: trust.on_computer(friends, friend_id, computer))

    async def note_installation(self, friend_id: FriendId, installation_id: bytes) -> None:
        """Take note of where a friend's identity was met; on another one it may be a copy.

        While it is taken for one nothing is saved: copies may come and go all day.
        """
        self._met_on[friend_id] = installation_id
        async with self._file.turn:
            record = self._file.records.get(friend_id)
            if record is None or record.friend.is_copied:
                return
            if record.installation_id == installation_id:
                return
            changed = trust.copied(self.by_id(), friend_id) if record.installation_id else ()
            await self._apply(changed, dataclasses.replace(record, installation_id=installation_id))

    async def confirm_moved(self, friend_id: FriendId) -> None:
        """Believe that a friend's identity has moved to where it was met last, and is no copy."""
        async with self._file.turn:
            record = self._file.records.get(friend_id)
            if record is not None:
                met_on = self._met_on.get(friend_id, record.installation_id)
                changed = trust.moved(self.by_id(), friend_id)
                await self._apply(changed, dataclasses.replace(record, installation_id=met_on))

    async def remove(self, friend_id: FriendId) -> None:
        """Forget a friend, whose link opens no more; their rival is in doubt no more."""
        async with self._file.turn:
            if friend_id not in self._file.records:
                return
            freed = trust.rival_freed(self.by_id(), friend_id)
            records = {**self._file.records}
            del records[friend_id]
            for each in freed:
                records[each.id] = dataclasses.replace(records[each.id], friend=each)
            invites = [each for each in self.openings.invites() if each.used_by != friend_id]
            await self._file.save(friends=records.values(), invites=invites)
            self._timestamps.pop(friend_id, None)
            self._presences.pop(friend_id, None)
            self._met_on.pop(friend_id, None)
            self._tell(FriendRemoved(friend_id))
            for each in freed:
                self._tell_again(each.id)
                self._hold_changed(each)

    def _check_keys(self, keys: PublicKeys) -> None:
        for friend_id, record in self._file.records.items():
            if friend_id != keys.friend_id and record.keys.shares_one_with(keys):
                raise KeyChangedError(record.friend.name)

    async def _apply(self, changed: Iterable[Friend], fresh: FriendRecord | None = None) -> None:
        """Save friends who are another, and a record that is new or another; then tell them."""
        before = self.by_id()
        records = {} if fresh is None else {fresh.friend.id: fresh}
        for friend in map(self._with_freedom, changed):
            record = records.get(friend.id) or self._file.records[friend.id]
            records[friend.id] = dataclasses.replace(record, friend=friend)
        if all(self._file.records.get(key) == record for key, record in records.items()):
            return
        await self._file.replace(*records.values())
        for friend_id, record in records.items():
            friend, earlier = record.friend, before.get(friend_id)
            if earlier is None:
                self._tell(FriendAdded(friend, self.presence(friend_id)))
                continue
            self._tell_again(friend_id)
            if earlier.is_held is not friend.is_held:
                self._hold_changed(friend)

    def _with_freedom(self, friend: Friend) -> Friend:
        earlier = self.get(friend.id)
        is_fresh = friend.verified_at != (earlier.verified_at if earlier else 0.0)
        if not (self.accepts_verified and is_fresh and friend.trust is Trust.VERIFIED):
            return friend
        return replace(friend, policy=replace(friend.policy, accepts_by_itself=True))

    def _tell_again(self, friend_id: FriendId) -> None:
        friend = self.get(friend_id)
        if friend is not None:
            self._tell(FriendChanged(friend, self.presence(friend_id)))


def _on_one_line(text: str) -> str:
    return fitting_name(" ".join(text.split()))
