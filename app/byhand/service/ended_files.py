"""Where each file of a transfer stands that has ended, by what was kept of it."""

from collections.abc import Iterable

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome
from byhand.domain.outcomes import ROOT_BYTES
from byhand.domain.plan import StoredTransfer, not_chosen
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.domain.root_chunks import RootChunks
from byhand.domain.transfer import EntryState, Standing

_GIVEN_UP = (EntryState.FAILED, EntryState.CANCELLED)


class EndedFiles:
    """Made of the plan, the roots of what arrived and the outcomes of what did not.

    Of a file that failed at the other side the reason is not kept here: its code is OK.
    """

    def __init__(
        self, stored: StoredTransfer, roots: RootChunks, outcomes: Iterable[EntryOutcome]
    ) -> None:
        manifest = stored.plan.manifest
        count = manifest.entries if manifest is not None else 0
        self._not_chosen = not_chosen(stored.plan, count)
        self._cancelled = decode_ranges(stored.plan.cancelled, count)
        self._arrived = RangeSet((first, first + len(some) // ROOT_BYTES) for first, some in roots)
        self._outcomes = {
            each.entry: Standing(each.state, each.code)
            for each in outcomes
            if each.state in _GIVEN_UP
        }
        # The disk may have had no room for the roots.
        self._is_known = self._arrived.count() == stored.transfer.done_files

    def standing(self, entry: int) -> Standing:
        """Return where one file stands; from any thread."""
        if entry in self._outcomes:
            return self._outcomes[entry]
        if entry in self._arrived:
            return Standing(EntryState.DONE)
        if entry in self._not_chosen:
            return Standing(EntryState.NOT_CHOSEN)
        if entry in self._cancelled:
            return Standing(EntryState.CANCELLED, Code.CANCELLED)
        return Standing(EntryState.FAILED if self._is_known else EntryState.DONE)
