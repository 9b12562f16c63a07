"""How many transfers could be paused, and how many resumed: counted as they change."""

from collections import Counter

from byhand.domain.transfer import Transfer
from byhand.gui.transfer_actions import Action, holding_actions


class HoldingCount:
    """Of a hundred thousand transfers none is looked at but the one that changes."""

    def __init__(self) -> None:
        self._counts = Counter[Action]()

    def change(self, before: Transfer | None, after: Transfer | None) -> None:
        """Take note of a transfer's change; None: it was not there before, or is not any more."""
        self._counts.subtract(holding_actions(before) if before else ())
        self._counts.update(holding_actions(after) if after else ())

    def possible(self) -> frozenset[Action]:
        """Return what can be done with any of them: PAUSE, RESUME."""
        return frozenset(action for action, count in self._counts.items() if count > 0)
