"""What is kept, for tests: transfers, runs of pieces, and databases as a kill leaves them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from byhand.domain.identity import FriendId
from byhand.domain.journal import PieceRun
from byhand.domain.plan import IncomingPlan, OutgoingPlan, SpoolDigest, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.storage.database import Database
from byhand.storage.transfer_row import decode_stored

LEA, TOM = FriendId(b"l" * 32), FriendId(b"t" * 32)
FIRST, SECOND, THIRD = (TransferId(bytes([number]) * 16) for number in (1, 2, 3))


def stored(
    transfer_id: TransferId,
    state: TransferState = TransferState.ACTIVE,
    *,
    direction: Direction = Direction.INCOMING,
    friend_id: FriendId = LEA,
    title: str = "Holiday",
    created_at: float = 1.0,
    ended_at: float = 0.0,
    receipt: bytes = b"",
    friend_name: str = "",
) -> StoredTransfer:
    """Return a transfer as it is kept."""
    transfer = Transfer(
        transfer_id, direction, friend_id, title, state, created_at, ended_at=ended_at
    )
    plan = IncomingPlan() if direction is Direction.INCOMING else OutgoingPlan((b"/home/lea",))
    return StoredTransfer(transfer, plan, receipt, friend_name=friend_name)


def run(entry: int, first: int, count: int = 1, mark: int = 0) -> PieceRun:
    """Return a run of pieces whose hashes tell entry, piece and mark apart."""
    return PieceRun(
        entry, first, b"".join(piece_hash(entry, first + n, mark) for n in range(count))
    )


def piece_hash(entry: int, piece: int, mark: int = 0) -> bytes:
    """Return what `run` gives a piece."""
    return f"{entry}:{piece}:{mark}".encode().ljust(32, b".")


def half_received(downloads: Path, number: int = 0) -> Path:
    """Leave a staging folder as a run leaves it that was killed while something arrived."""
    staging = downloads / f".byhand-{number:016x}"
    staging.mkdir(mode=0o700, parents=True)
    (staging / "parts").mkdir()
    (staging / "parts/0").write_bytes(b"half")
    return staging


@contextmanager
def open_database(path: Path) -> Iterator[Database]:
    """Open a database until the block ends."""
    database = Database(path)
    try:
        yield database
    finally:
        database.close()


def manifest_on_disk(profile: Path, transfer_id: TransferId) -> SpoolDigest | None:
    """Return the manifest of a transfer as a kill would leave it; the profile may be in use."""
    with closing(sqlite3.connect(f"file:{profile / 'byhand.db'}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT snapshot, plan FROM transfers WHERE id = ?", [transfer_id])
        return decode_stored(transfer_id, *rows.fetchone()).plan.manifest


def copy_as_killed(path: Path, folder: Path) -> Path:
    """Copy the files of an open database as they would be found if the program were killed now."""
    folder.mkdir()
    for name in (path.name, f"{path.name}-wal"):
        if path.with_name(name).exists():
            shutil.copy(path.with_name(name), folder / name)
    return folder / path.name
