"""What was found of a transfer after a stop, taken over into its books."""

from collections.abc import Iterable

from byhand.domain.journal import EntryOutcome
from byhand.domain.pieces import file_root
from byhand.domain.transfer import EntryState
from byhand.engine.acceptance import Acceptance
from byhand.engine.arriving_content import ArrivingContent
from byhand.storage.staging import Staging


class RestoredContent:
    """Used by one thread, before anything arrives; nothing of it is recorded anew."""

    def __init__(self, content: ArrivingContent, accepted: Acceptance, staging: Staging) -> None:
        self._content = content
        self._columns = accepted.columns
        self._packs = accepted.packs
        self._staging = staging

    def outcome(self, outcome: EntryOutcome) -> None:
        """Take over what had become of a file."""
        states = self._content.states
        if outcome.root:
            states.keep(outcome.entry, outcome.state, outcome.root)
            self._content.present_bytes += self._columns.size(outcome.entry)
        else:
            states.move(outcome.entry, outcome.state, outcome.code)

    def pieces(self, entry: int, runs: Iterable[tuple[int, bytes]]) -> None:
        """Take over pieces of a file that are there."""
        arriving = self._content.files.begin(entry, is_fresh=False)
        for first, hashes in runs:
            self._content.present_bytes += arriving.note(first, hashes)
        self._content.states.move(entry, EntryState.PARTIAL)
        if not arriving.missing:
            self._staging.finish_part(entry)
            self._content.states.complete(entry, arriving.root())

    def pack(self, number: int, members: bytes) -> None:
        """Take over a pack that is there; the hashes of its members' contents, joined."""
        for place, entry in enumerate(self._packs.members(number)):
            size = self._columns.size(entry)
            root = file_root(size, [members[32 * place : 32 * place + 32]])
            self._content.states.keep(entry, EntryState.DONE, root)
            self._content.present_bytes += size
        self._content.packs.keep(number)
