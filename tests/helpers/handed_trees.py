"""A folder that was sent, or has arrived, with its manifest and the roots of all its files."""

import time
from collections.abc import Sequence
from pathlib import Path

from blake3 import blake3
from msgspec.structs import replace

from byhand.domain.manifest import Entry
from byhand.domain.pieces import file_root, piece_count, piece_length, piece_size
from byhand.domain.plan import IncomingPlan, OutgoingPlan, SpoolDigest, StoredTransfer
from byhand.domain.root_chunks import RootChunks, in_chunks
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.storage.manifest_block import ENTRIES, SOURCES
from byhand.storage.manifest_spool import spool_path
from byhand.storage.source import SourceEntry
from byhand.storage.spool_writer import SpoolWriter
from tests.helpers.connection_pair import ALICE
from tests.helpers.lanes import write_tree
from tests.helpers.outbound import scanned


def root_of(path: Path) -> bytes:
    content = path.read_bytes()
    size = len(content)
    starts = [(piece * piece_size(size), piece) for piece in range(piece_count(size))]
    pieces = [content[start : start + piece_length(size, piece)] for start, piece in starts]
    return file_root(size, [blake3(each).digest() for each in pieces])


class HandedTree:
    """The tree and the transfer, which has just ended; the manifest lies where a profile has it."""

    def __init__(
        self, folder: Path, direction: Direction, sizes: Sequence[int], number: int = 0
    ) -> None:
        """`folder` holds the tree, and the manifest below `transfers`, as a profile's folder."""
        self.folder = write_tree(folder / f"photos{number or ''}", sizes)
        self.sources = scanned(self.folder)
        transfer_id = TransferId(bytes([number]) * 16)
        self.spool = spool_path(folder / "transfers", ALICE.friend_id, transfer_id)
        self.roots = [
            (number, root_of(Path(source.path)))
            for number, source in enumerate(self.sources)
            if Path(source.path).is_file()
        ]
        transfer = Transfer(
            *(transfer_id, direction, ALICE.friend_id, self.folder.name),
            *(TransferState.DONE, 0.0),
            ended_at=time.time(),
        )
        if direction is Direction.INCOMING:
            plan = IncomingPlan(self._written_entries())
            transfer = replace(transfer, saved_paths=(str(self.folder),))
            self.stored = StoredTransfer(transfer, plan)
        else:
            sent = OutgoingPlan((bytes(self.folder),), manifest=self._written_sources())
            self.stored = StoredTransfer(transfer, sent)

    def chunks(self) -> RootChunks:
        """Return the roots as they are kept."""
        return tuple(in_chunks(self.roots))

    def _written_entries(self) -> SpoolDigest:
        writer: SpoolWriter[Entry] = SpoolWriter.create(self.spool, ENTRIES)
        writer.append([source.entry for source in self.sources])
        writer.rows.close()
        return writer.finish()

    def _written_sources(self) -> SpoolDigest:
        writer: SpoolWriter[SourceEntry] = SpoolWriter.create(self.spool, SOURCES)
        writer.append(self.sources)
        writer.rows.close()
        return writer.finish()
