"""The manifest of an incoming offer on our disk: written as it arrives, whole once it is judged."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from byhand.domain.manifest import Entry, EntryKind, ManifestDigest
from byhand.domain.plan import SpoolDigest
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import EntriesEnd
from byhand.storage.manifest_block import ENTRIES
from byhand.storage.manifest_spool import Spool
from byhand.storage.spool_writer import SpoolWriter


class ManifestFacts(Struct, frozen=True):
    """A manifest that is whole and what the sender says it is."""

    entries: Spool[Entry]
    digest: bytes
    manifest: SpoolDigest
    is_folder: bool
    is_text: bool


class OfferedManifest:
    """Writes judged entries in order, on a worker's thread; raises StorageError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writer: SpoolWriter[Entry] | None = None
        self._digest = ManifestDigest()

    def write(self, entries: Sequence[Entry]) -> None:
        """Write the next entries."""
        if self._writer is None:
            self._writer = SpoolWriter.create(self._path, ENTRIES)
        self._writer.append(entries)
        self._digest.update(entries)

    def finish(self, end: EntriesEnd) -> ManifestFacts:
        """Compare the sender's own count with ours and have all of it on the disk.

        Raises RemoteProtocolError where they differ.
        """
        if self._writer is None:
            raise RemoteProtocolError("an offer of nothing")
        rows, digest = self._writer.rows, self._digest.digest()
        totals = rows.columns.totals
        ours = (totals.files, totals.bytes, totals.allocated, digest)
        if ours != (end.count, end.bytes, end.allocated, end.digest):
            raise RemoteProtocolError("a manifest that does not fit its end")
        manifest = self._writer.finish()
        is_folder, is_text = _is_one_folder(rows), _is_text(rows)
        self._writer = None
        return ManifestFacts(rows, digest, manifest, is_folder, is_text)

    def discard(self) -> None:
        """Remove what was written, unless it is whole."""
        if self._writer is not None:
            self._writer.discard()
            self._writer = None


def _is_one_folder(entries: Spool[Entry]) -> bool:
    """Say whether all of it lies in one folder."""
    if not entries.columns.is_folder(0):
        return False
    top = entries[0].components[0]
    return all(entry.components[0] == top for entry in entries)


def _is_text(entries: Spool[Entry]) -> bool:
    columns = entries.columns
    return all(columns.kind(index) is EntryKind.TEXT for index in range(len(columns)))
