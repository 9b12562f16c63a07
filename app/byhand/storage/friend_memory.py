"""What is remembered of friends from run to run, beside what the friend book holds."""

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.storage.database import Database

ADDRESSES_KEPT = 16
"""How many addresses of one friend are remembered, beside those that the user has typed."""
TYPED_ADDRESSES_KEPT = 4
TYPED = "typed"
"""Stands for the network of an address that the user has typed."""

_FORGETTING = (
    "DELETE FROM addresses WHERE friend = ?",
    "DELETE FROM friends WHERE friend = ?",
    "DELETE FROM exchanged WHERE friend = ?",
    "DELETE FROM unremembered WHERE transfer IN (SELECT id FROM transfers WHERE friend = ?)",
    "DELETE FROM endings WHERE friend = ?",
    "DELETE FROM transfers WHERE friend = ? AND ended_at IS NULL",
)


class RememberedAddress(Struct, frozen=True):
    """A hint under which a friend was reached, and in which network of ours; or TYPED."""

    hint: str
    network: str


class FriendMemory:
    """When and where friends were met; every change is durable. Raises as the database does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def confirmed_timestamp(self, friend_id: FriendId) -> int:
        """Return the newest handshake timestamp of a friend, in Unix nanoseconds; 0 if none."""
        confirmed = self._database.value(
            "SELECT confirmed FROM friends WHERE friend = ?", friend_id
        )
        return confirmed if isinstance(confirmed, int) else 0

    def set_confirmed_timestamp(self, friend_id: FriendId, timestamp_ns: int) -> None:
        """Remember a handshake's timestamp; an older one than remembered changes nothing."""
        self._database.run(
            "INSERT INTO friends (friend, confirmed) VALUES (?, ?) ON CONFLICT (friend)"
            " DO UPDATE SET confirmed = max(confirmed, excluded.confirmed)",
            friend_id,
            timestamp_ns,
        )

    def last_seen(self, friend_id: FriendId) -> float | None:
        """Return when a friend was last here, in Unix seconds; None if never."""
        seen = self._database.value("SELECT last_seen FROM friends WHERE friend = ?", friend_id)
        return seen if isinstance(seen, float) else None

    def set_last_seen(self, friend_id: FriendId, now: float) -> None:
        """Remember that a friend is here now."""
        self._database.run(
            "INSERT INTO friends (friend, last_seen) VALUES (?, ?) ON CONFLICT (friend)"
            " DO UPDATE SET last_seen = excluded.last_seen",
            friend_id,
            now,
        )

    def last_used(self, friend_id: FriendId) -> float | None:
        """Return when something was last handed over with a friend, in Unix seconds."""
        used = self._database.value("SELECT last_used FROM friends WHERE friend = ?", friend_id)
        return used if isinstance(used, float) else None

    def set_last_used(self, friend_id: FriendId, now: float) -> None:
        """Remember that something is handed over with a friend now."""
        self._database.run(
            "INSERT INTO friends (friend, last_used) VALUES (?, ?) ON CONFLICT (friend)"
            " DO UPDATE SET last_used = excluded.last_used",
            friend_id,
            now,
        )

    def addresses(self, friend_id: FriendId) -> tuple[RememberedAddress, ...]:
        """Return where a friend was reached, or may be by the user's word, the newest first."""
        rows = self._database.rows(
            "SELECT hint, network FROM addresses WHERE friend = ? ORDER BY used_at DESC", friend_id
        )
        return tuple(RememberedAddress(str(hint), str(network)) for hint, network in rows)

    def remember_address(self, friend_id: FriendId, hint: str, network: str, now: float) -> None:
        """Remember where, and in which network of ours, a friend was reached just now."""
        with self._database.transaction():
            self._keep_address(friend_id, hint, network, now)
            self.set_last_seen(friend_id, now)

    def remember_typed_address(self, friend_id: FriendId, hint: str, now: float) -> None:
        """Remember where the user says that a friend may be reached."""
        with self._database.transaction():
            self._keep_address(friend_id, hint, TYPED, now)

    def forget_friend(self, friend_id: FriendId) -> None:
        """Forget all about a friend, unfinished transfers too; what has ended stays as history."""
        with self._database.transaction():
            for statement in _FORGETTING:
                self._database.run(statement, friend_id)

    def _keep_address(self, friend_id: FriendId, hint: str, network: str, now: float) -> None:
        """Put an address first, and forget the oldest: typed ones and others apart."""
        self._database.run(
            "INSERT OR REPLACE INTO addresses VALUES (?, ?, ?, ?)", friend_id, hint, network, now
        )
        is_typed = network == TYPED
        self._database.run(
            "DELETE FROM addresses WHERE friend = ?1 AND (network = ?2) = ?3"
            " AND (hint, network) NOT IN (SELECT hint, network FROM addresses"
            " WHERE friend = ?1 AND (network = ?2) = ?3 ORDER BY used_at DESC LIMIT ?4)",
            friend_id,
            TYPED,
            is_typed,
            TYPED_ADDRESSES_KEPT if is_typed else ADDRESSES_KEPT,
        )
