"""Everything that byhand.db keeps: its stores, over one connection, opened and closed together."""

from pathlib import Path

from msgspec import Struct

from byhand.storage.boot import boot_id
from byhand.storage.database import Database
from byhand.storage.exchange_store import ExchangeStore
from byhand.storage.friend_memory import FriendMemory
from byhand.storage.hash_store import HashStore
from byhand.storage.history_store import HistoryStore
from byhand.storage.journal_store import JournalStore
from byhand.storage.openings import Opening, mark_opened, mark_stopped
from byhand.storage.staging_store import StagingStore
from byhand.storage.transfer_store import TransferStore


class ProfileDatabase(Struct, frozen=True):
    """The stores of an open database; all for the thread that opened it."""

    opening: Opening
    friends: FriendMemory
    stagings: StagingStore
    transfers: TransferStore
    journals: JournalStore
    history: HistoryStore
    hashes: HashStore
    exchanged: ExchangeStore
    _database: Database

    @classmethod
    def open(cls, path: Path) -> "ProfileDatabase":
        """Open the database, and remember that it is open; raises as Database does."""
        database = Database(path)
        try:
            opening = mark_opened(database, boot_id())
            return cls(
                opening,
                FriendMemory(database),
                StagingStore(database),
                TransferStore(database),
                JournalStore(database, opening),
                HistoryStore(database),
                HashStore(database),
                ExchangeStore(database),
                database,
            )
        except BaseException:
            database.close()
            raise

    def mark_stopped(self) -> None:
        """Remember that the program ends by itself, with everything flushed."""
        mark_stopped(self._database, self.opening)

    def close(self) -> None:
        """Close the connection."""
        self._database.close()
