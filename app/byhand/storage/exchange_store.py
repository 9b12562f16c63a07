"""Which files were exchanged with which friend: what one of them has, no other is told of."""

import logging
import os
from collections.abc import Collection, Iterable

import msgspec
from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId
from byhand.storage.database import Database, Row
from byhand.storage.file_stamps import decode_stamp, encode_stamp
from byhand.storage.source import FileStamp

logger = logging.getLogger(__name__)

FILES_KEPT = 200_000
"""How many files of one friend are remembered."""

_OF_ONE_ROOT = 4
_REMEMBER = """
    INSERT OR REPLACE INTO exchanged (friend, path, size, root, stamp) VALUES (?, ?, ?, ?, ?)
"""


class ExchangedFile(Struct, frozen=True, gc=False):
    """A file here that a friend sent or was sent: its root, and where and as what it lay then.

    `path` holds bytes that are not UTF-8 as `surrogateescape` puts them.
    """

    root: bytes
    path: str
    stamp: FileStamp


class ExchangeStore:
    """Files by friend; lost rows cost only time. Raises as the database does."""

    def __init__(self, database: Database, files_kept: int = FILES_KEPT) -> None:
        """`files_kept`: how many of each friend."""
        self._database = database
        self._files_kept = files_kept
        self._counts: dict[FriendId, int] = {}

    def remember_exchanged(self, friend_id: FriendId, files: Iterable[ExchangedFile]) -> None:
        """Remember files, each in place of what lay at its path before; the oldest go."""
        rows = [
            (
                friend_id,
                os.fsencode(file.path),
                file.stamp.size,
                file.root,
                encode_stamp(file.stamp),
            )
            for file in files
        ]
        with self._database.transaction(is_flushed=False):
            count = self._counts.get(friend_id)
            count = self._count(friend_id) if count is None else count
            self._database.run_many(_REMEMBER, rows)
            count += len(rows)  # too many, if some were replaced
            if count > self._files_kept:
                self._prune(friend_id)
                count = self._count(friend_id)
        self._counts[friend_id] = count

    def unremembered(self) -> tuple[TransferId, ...]:
        """Return the ended transfers whose files are still to be remembered, the oldest first.

        `HistoryStore.save_roots` adds to them.
        """
        rows = self._database.rows(
            "SELECT transfer FROM unremembered JOIN transfers ON id = transfer"
            " WHERE ended_at IS NOT NULL ORDER BY ended_at, transfers.rowid"
        )
        return tuple(TransferId(id_) for (id_,) in rows if isinstance(id_, bytes))

    def mark_remembered(self, transfer_id: TransferId) -> None:
        """Have nothing of a transfer still to be remembered; never durable before its files are."""
        with self._database.transaction(is_flushed=False):
            self._database.run("DELETE FROM unremembered WHERE transfer = ?", transfer_id)

    def sizes(self, friend_id: FriendId) -> frozenset[int]:
        """Return the sizes of this friend's files."""
        rows = self._database.rows(
            "SELECT DISTINCT size FROM exchanged WHERE friend = ?", friend_id
        )
        return frozenset(size for (size,) in rows if isinstance(size, int))

    def candidates(
        self, friend_id: FriendId, sizes: Collection[int], limit: int = FILES_KEPT
    ) -> tuple[ExchangedFile, ...]:
        """Return this friend's files that have one of these sizes, the newest first."""
        return _files(
            self._database.rows(
                "SELECT root, path, stamp FROM exchanged WHERE friend = ?"
                " AND size IN (SELECT value FROM json_each(?)) ORDER BY rowid DESC LIMIT ?",
                friend_id,
                msgspec.json.encode(sorted(sizes)).decode(),
                limit,
            )
        )

    def by_roots(
        self, friend_id: FriendId, roots: Iterable[bytes]
    ) -> dict[bytes, tuple[ExchangedFile, ...]]:
        """Return this friend's newest files that have these roots, a few of each."""
        found = ((root, self._of_root(friend_id, root)) for root in set(roots))
        return {root: files for root, files in found if files}

    def _of_root(self, friend_id: FriendId, root: bytes) -> tuple[ExchangedFile, ...]:
        return _files(
            self._database.rows(
                "SELECT root, path, stamp FROM exchanged WHERE friend = ? AND root = ?"
                " ORDER BY rowid DESC LIMIT ?",
                friend_id,
                root,
                _OF_ONE_ROOT,
            )
        )

    def _count(self, friend_id: FriendId) -> int:
        count = self._database.value("SELECT count(*) FROM exchanged WHERE friend = ?", friend_id)
        assert isinstance(count, int)
        return count

    def _prune(self, friend_id: FriendId) -> None:
        """Forget a friend's oldest files, if there are too many, and a tenth more."""
        excess = self._count(friend_id) - self._files_kept
        if excess > 0:
            excess += self._files_kept // 10
            self._database.run(
                "DELETE FROM exchanged WHERE rowid IN ("
                "SELECT rowid FROM exchanged WHERE friend = ? ORDER BY rowid LIMIT ?)",
                friend_id,
                excess,
            )


def _files(rows: Iterable[Row]) -> tuple[ExchangedFile, ...]:
    return tuple(file for file in map(_file, rows) if file is not None)


def _file(row: Row) -> ExchangedFile | None:
    match row:
        case bytes(root), bytes(path), bytes(stamp):
            try:
                return ExchangedFile(root, os.fsdecode(path), decode_stamp(stamp))
            except msgspec.DecodeError as exc:
                logger.warning("a file that was exchanged is not remembered: %s", exc)
                return None
    raise AssertionError("the columns of another query")
