"""One run at a time: whom our user has picked, and who asks."""

import asyncio
import itertools
from collections.abc import Callable, Iterator
from typing import Final

from byhand.domain.codes import Code
from byhand.domain.events import Event, PairingChanged
from byhand.domain.friend import Friend
from byhand.domain.pairing import Pairing, PairingId, PairingProblem, PairingStage
from byhand.service.pairing_limits import PairingLimits
from byhand.service.pairing_run import PairingRun
from byhand.service.pairing_window import Window

PICK_SECONDS: Final = 120.0
COMPARE_SECONDS: Final = 300.0


class Desk:
    """Keeps what is under way: at most one run that our user wants, and one that asks them."""

    def __init__(
        self, limits: PairingLimits, window: Window, tell: Callable[[Event], None]
    ) -> None:
        self._limits = limits
        self._window = window
        self._tell = tell
        self._ids = itertools.count(1)
        self._runs: dict[PairingId, PairingRun] = {}

    def __iter__(self) -> Iterator[PairingRun]:
        """Yield what is under way."""
        return iter(tuple(self._runs.values()))

    def get(self, pairing_id: PairingId) -> PairingRun | None:
        """Return a run that is under way."""
        return self._runs.get(pairing_id)

    def picked(self) -> PairingRun | None:
        """Return the run that our user wants, if there is one."""
        return next((run for run in self if run.is_picked and not run.over.is_set()), None)

    def asked(self) -> PairingRun | None:
        """Return the run that our user is asked about, if there is one."""
        return next((run for run in self if run.is_asked), None)

    def pick(self, name: str, *, friend: Friend | None = None, nearby_key: str = "") -> PairingRun:
        """Return a new run that our user wants; it takes the place of an earlier one."""
        self.end_picked()
        computer = friend.computer if friend else ""
        stage = PairingStage.CONNECTING
        return self._begin(Pairing(self._next_id(), stage, name, computer, friend, nearby_key))

    def may_go_on(self, run: PairingRun) -> bool:
        """End a run that would be one too many; say whether it is not."""
        if not self._limits.may_run:
            run.end(PairingProblem.TOO_MANY, Code.LIMIT if run.pairing.friend else Code.CANCELLED)
        return not run.over.is_set()

    def may_knock_again(self, run: PairingRun) -> bool:
        """Say whether to go on calling who does not answer yet: as long as they may call us."""
        return self._window.is_open and not run.over.is_set()

    def end_picked(self) -> None:
        """End what our user wanted until now, for something else."""
        picked = self.picked()
        if picked is not None:
            picked.end(None, Code.CANCELLED)

    def stranger_asks(self, name: str, computer: str) -> PairingRun | None:
        """Return a new run to ask our user about; None if that may not be now."""
        if not self._window.stranger_asks():
            return None
        return self._begin(Pairing(self._next_id(), PairingStage.ASKED, name, computer))

    def friend_asks(self, friend: Friend) -> PairingRun | Code:
        """Return a new run to ask our user about, or why that may not be now."""
        if not self._limits.may_run or not self._limits.friend_asks(friend.id):
            return Code.LIMIT
        if self.picked() is not None or self.asked() is not None:
            return Code.BUSY
        stage = PairingStage.ASKED
        return self._begin(Pairing(self._next_id(), stage, friend.name, friend.computer, friend))

    async def until_over(self, run: PairingRun) -> None:
        """Wait until a run is over; end it when it takes too long."""
        try:
            async with asyncio.timeout(PICK_SECONDS):
                await run.decided.wait()
            async with asyncio.timeout(COMPARE_SECONDS):
                await run.over.wait()
        except TimeoutError:
            run.end(PairingProblem.TIMEOUT, Code.TIMEOUT)

    def _begin(self, pairing: Pairing) -> PairingRun:
        run = PairingRun(pairing, self._changed, self._limits.count)
        self._runs[pairing.id] = run
        self._changed(run)
        return run

    def _next_id(self) -> PairingId:
        return PairingId(next(self._ids))

    def _changed(self, run: PairingRun) -> None:
        self._tell(PairingChanged(run.pairing))
        if run.pairing.is_final and self._runs.pop(run.pairing.id, None) is not None:
            self._window.end_run(went_well=run.pairing.stage is PairingStage.DONE)
