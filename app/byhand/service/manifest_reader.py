"""The manifest of an incoming offer, judged entry by entry as it arrives."""

from byhand.domain.manifest import ENTRY_LIMIT, Entry, EntryKind, manifest_digest, totals_of
from byhand.domain.names import ManifestNames
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Entries, EntriesEnd, EntryRow

BYTES_LIMIT = 2**63 - 1


class ManifestReader:
    """Collects the entries of one offer; what it holds is safe to plan with."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.digest = b""
        self._names = ManifestNames()
        self._byte_count = 0
        self._is_complete = False

    def read(self, message: Entries) -> list[Entry]:
        """Return the entries of a message; the next in order, or RemoteProtocolError.

        Raises UnsafeNameError for a name that may not be written: the whole offer is refused.
        """
        if self._is_complete or message.first_index != len(self.entries):
            raise RemoteProtocolError("entries out of order, or after the end")
        fresh = [self._judged(row) for row in message.entries]
        self.entries += fresh
        if len(self.entries) > ENTRY_LIMIT:
            raise RemoteProtocolError("too many entries")
        self._byte_count += sum(entry.size for entry in fresh)
        if self._byte_count > BYTES_LIMIT:
            raise RemoteProtocolError("more bytes than there can be")
        self._is_complete = message.end is not None
        return fresh

    def check_end(self, end: EntriesEnd) -> bytes:
        """Compare the sender's own count with ours; return the digest, or RemoteProtocolError.

        Takes seconds for a million entries: called on a worker's thread.
        """
        totals = totals_of(self.entries)
        digest = manifest_digest(self.entries)
        ours = (totals.files, totals.bytes, totals.allocated, digest)
        if not self.entries or ours != (end.count, end.bytes, end.allocated, end.digest):
            raise RemoteProtocolError("a manifest that does not fit its end")
        return digest

    def is_one_folder(self) -> bool:
        """Say whether all of it lies in one folder."""
        is_folder = self.entries[0].kind is EntryKind.FOLDER
        return is_folder and len({entry.components[0] for entry in self.entries}) == 1

    def _judged(self, row: EntryRow) -> Entry:
        if row.kind is EntryKind.TEXT:
            raise RemoteProtocolError("an entry of a kind that we did not announce")
        entry = Entry(
            row.components, row.kind, row.size, row.allocated, row.mtime_ns, row.executable
        )
        self._names.add(entry)
        return entry
