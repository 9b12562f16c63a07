"""A transfer's snapshot and plan in the hands of whoever runs it."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, TypedDict, TypeVar, Unpack

from byhand.domain.codes import Code
from byhand.domain.limits import RateLimits
from byhand.domain.plan import IncomingPlan, OutgoingPlan, StoredTransfer
from byhand.domain.transfer import (
    Direction,
    FileProblem,
    Transfer,
    TransferId,
    TransferState,
    moving_state,
)
from byhand.service.keeping import Keeping
from byhand.service.queue import Moved, Queue

SHOWN_PROBLEMS = 100
_LAST_STATES = (TransferState.CLOSING, TransferState.FINALIZING)


class Changes(TypedDict, total=False):
    """The fields of a Transfer that change while it runs."""

    total_files: int
    total_bytes: int
    is_counted: bool
    is_folder: bool
    folder: str
    saved_paths: tuple[str, ...]
    done_files: int
    failed_files: int
    problems: tuple[FileProblem, ...]
    code: Code
    missing_bytes: int
    accepted_by_policy: bool
    note: str
    is_text: bool
    is_put_off: bool
    place: float
    limits: RateLimits


Plan = TypeVar("Plan", OutgoingPlan, IncomingPlan)


class Row(Generic[Plan]):
    """One line of the queue: every change goes through it, keeps the table, is told and saved."""

    def __init__(self, stored: StoredTransfer, plan: Plan, queue: Queue, keeping: Keeping) -> None:
        """`plan` is the one in `stored`, as its own kind."""
        self._transfer = stored.transfer
        self.plan: Plan = plan
        self.receipt = stored.receipt
        self._queue = queue
        self._keeping = keeping
        is_outgoing = stored.transfer.direction is Direction.OUTGOING
        self._is_kept = is_outgoing or plan.manifest is not None

    @property
    def now(self) -> Transfer:
        """The present snapshot."""
        return self._transfer

    @property
    def id(self) -> TransferId:
        """The transfer's id."""
        return self._transfer.id

    @property
    def state(self) -> TransferState:
        """Where it stands."""
        return self._transfer.state

    @property
    def stored(self) -> StoredTransfer:
        """The transfer as it is kept."""
        return StoredTransfer(self._transfer, self.plan, self.receipt)

    def update(self, **changes: Unpack[Changes]) -> None:
        """Change something but the state."""
        self._become(replace(self._transfer, **changes))

    def move(self, state: TransferState, **changes: Unpack[Changes]) -> None:
        """Change the state; LocalProtocolError if the table forbids it."""
        self._become(replace(self._transfer.moved_to(state), **changes))

    def hold(
        self,
        *,
        is_here: bool,
        blocked: Code,
        by_me: bool | None = None,
        by_friend: bool | None = None,
    ) -> bool:
        """Go by who holds an accepted transfer, whether the friend is here, and their disk or ours.

        Return whether it is held by any of them. What is closing stays so unless it is held.
        """
        now = self._transfer
        mine = now.paused_by_me if by_me is None else by_me
        theirs = now.paused_by_friend if by_friend is None else by_friend
        is_blocked = blocked is not Code.OK
        state = moving_state(is_paused=mine or theirs, is_here=is_here, is_blocked=is_blocked)
        is_held = state is not TransferState.ACTIVE
        if now.state in _LAST_STATES and not is_held:
            state = now.state
        moved = now if state is now.state else now.moved_to(state)
        missing_bytes = now.missing_bytes if is_blocked else 0
        self._become(
            replace(
                moved,
                paused_by_me=mine,
                paused_by_friend=theirs,
                code=blocked,
                missing_bytes=missing_bytes,
            )
        )
        return is_held

    def mark_paused(self, *, by_me: bool | None = None, by_friend: bool | None = None) -> None:
        """Take note of who holds what does not move: it is not accepted yet, or being saved."""
        now = self._transfer
        mine = now.paused_by_me if by_me is None else by_me
        theirs = now.paused_by_friend if by_friend is None else by_friend
        self._become(replace(now, paused_by_me=mine, paused_by_friend=theirs))

    def replan(self, plan: Plan) -> None:
        """Change the plan."""
        self.plan = plan
        self._is_kept = True
        self._keeping.keep(self.stored)

    async def kept(self) -> None:
        """Return once it is on the disk as it is now; raises StorageError."""
        await self._keeping.kept(self.stored)

    async def kept_as(self, state: TransferState, code: Code) -> None:
        """Return once it is on the disk as ended, before anybody is told; raises StorageError."""
        ended = self._transfer.ended(state, code, time.time())
        await self._keeping.kept(replace(self.stored, transfer=ended))

    def add_problems(self, problems: Sequence[FileProblem]) -> None:
        """Tell of files that failed: how many, and which, as many as are shown."""
        if problems:
            before: Transfer = self._transfer
            shown = (*before.problems, *problems)[:SHOWN_PROBLEMS]
            self.update(failed_files=before.failed_files + len(problems), problems=shown)

    def start_moving(self, moved: Moved) -> None:
        """Measure progress from now on."""
        self._queue.start_moving(self._transfer.id, moved)

    def end(self, state: TransferState, code: Code = Code.OK, *, by_me: bool = False) -> None:
        """Come to a final state; what has ended stays as it ended."""
        if not self._transfer.is_final:
            ended = replace(self._transfer, ended_by_me=by_me)
            self._transfer = self._queue.end(ended, state, code)
            self._keep()

    def _become(self, transfer: Transfer) -> None:
        if transfer != self._transfer:
            self._transfer = self._queue.update(transfer)
            self._keep()

    def _keep(self) -> None:
        """Save it, unless it is an offer that is not complete: nobody could go on with that."""
        if self._is_kept:
            self._keeping.keep(self.stored)
