"""The manifest of an incoming offer, judged entry by entry as it arrives."""

from byhand.domain.local_names import could_run
from byhand.domain.manifest import ENTRY_LIMIT, Entry, EntryKind
from byhand.domain.names import ManifestNames
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Entries, EntryRow

BYTES_LIMIT = 2**63 - 1


class ManifestReader:
    """Judges the entries of one offer in order; what it returns is safe to plan with.

    `files` and `bytes` count what has come so far; folders do not count. `programs` are those of
    the files that run something when they are opened, or act before; all that are marked
    executable, too, if that `keeps_modes`. Once something `is_refused` no more is to be read.
    One thread at a time.
    """

    def __init__(self, *, keeps_modes: bool = False) -> None:
        self.files = 0
        self.bytes = 0
        self.programs = 0
        self._keeps_modes = keeps_modes
        self.is_refused = False
        self._count = 0
        self._kinds: set[EntryKind] = set()
        self._names = ManifestNames()
        self._is_complete = False

    @property
    def is_mixed(self) -> bool:
        """Say whether there is a text among other things: it would not be shown as one."""
        return len(self._kinds) > 1 and EntryKind.TEXT in self._kinds

    def read(self, message: Entries) -> list[Entry]:
        """Return the entries of a message; the next in order, or RemoteProtocolError.

        Raises UnsafeNameError for a name that may not be written: the whole offer is refused.
        """
        self.is_refused = True  # unless it comes to its end
        if self._is_complete or message.first_index != self._count:
            raise RemoteProtocolError("entries out of order, or after the end")
        fresh = [self._judged(row) for row in message.entries]
        self._count += len(fresh)
        self._kinds.update(entry.kind for entry in fresh)
        if self._count > ENTRY_LIMIT:
            raise RemoteProtocolError("too many entries")
        self.files += sum(entry.kind is not EntryKind.FOLDER for entry in fresh)
        self.bytes += sum(entry.size for entry in fresh)
        self.programs += sum(map(self._is_program, fresh))
        if self.bytes > BYTES_LIMIT:
            raise RemoteProtocolError("more bytes than there can be")
        self._is_complete = message.end is not None
        if self._is_complete:
            self._end()
        self.is_refused = self.is_mixed
        return fresh

    def _end(self) -> None:
        """Let go of the names that came, some 30 bytes an entry: nothing is compared any more."""
        if not self._count:
            raise RemoteProtocolError("an offer of nothing")
        self._names = ManifestNames()

    def _is_program(self, entry: Entry) -> bool:
        is_executable = self._keeps_modes and entry.is_executable
        is_file = entry.kind is EntryKind.FILE
        return is_file and could_run(entry.components[-1], is_executable=is_executable)

    def _judged(self, row: EntryRow) -> Entry:
        entry = Entry(
            row.components, row.kind, row.size, row.allocated, row.mtime_ns, row.executable
        )
        self._names.add(entry)
        return entry
