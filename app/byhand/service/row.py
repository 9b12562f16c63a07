"""A transfer's snapshot and plan in the hands of whoever runs it."""

import time
from collections.abc import Sequence
from typing import Generic, TypedDict, TypeVar, Unpack

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.limits import RateLimits
from byhand.domain.plan import IncomingPlan, OutgoingPlan, StoredTransfer
from byhand.domain.transfer import (
    Compared,
    Direction,
    FileProblem,
    Transfer,
    TransferId,
    TransferState,
    moving_state,
)
from byhand.service.keeping import Keeping
from byhand.service.queue import Moved, Queue
from byhand.service.slowing import Measured, Slowing

SHOWN_PROBLEMS = 100


class Changes(TypedDict, total=False):
    """The fields of a Transfer that change while it runs."""

    title: str
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
    compared: Compared | None
    again_of: TransferId | None
    others_first: bool
    programs: int
    has_many_entries: bool
    digest: bytes
    others: int


Plan = TypeVar("Plan", OutgoingPlan, IncomingPlan)


class Row(Generic[Plan]):
    """One line of the queue: every change goes through it, keeps the table, is told and saved.

    An offer that came and is not complete is not saved: nobody could go on with it.
    """

    def __init__(self, stored: StoredTransfer, plan: Plan, queue: Queue, keeping: Keeping) -> None:
        """`plan` is the one in `stored`, as its own kind."""
        self._stored = stored
        self._transfer = stored.transfer
        self.plan: Plan = plan
        self.receipt = stored.receipt
        self.slowing = Slowing(stored.transfer.direction)
        """What slows it down, once it moves."""
        self._queue = queue
        self._keeping = keeping
        is_outgoing = stored.transfer.direction is Direction.OUTGOING
        self.is_kept = is_outgoing or plan.manifest is not None
        """Whether anything of it is saved."""

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
        """The transfer as it is kept; whose turn it is holds for this run only."""
        transfer = replace(self._transfer, others_first=False)
        return replace(self._stored, transfer=transfer, plan=self.plan, receipt=self.receipt)

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

        Return whether it is held by any of them. What is closing stays so unless it is held; what
        is being saved, unless the disk refuses.
        """
        now = self._paused(by_me, by_friend)
        is_blocked = blocked is not Code.OK
        state = moving_state(is_paused=now.is_paused, is_here=is_here, is_blocked=is_blocked)
        is_held = state is not TransferState.ACTIVE
        is_closing = now.state is TransferState.CLOSING and not is_held
        is_saved = now.state is TransferState.FINALIZING and not is_blocked
        stays = is_closing or is_saved or state is now.state
        moved = now if stays else now.moved_to(state)
        missing_bytes = now.missing_bytes if is_blocked else 0
        self._become(replace(moved, code=blocked, missing_bytes=missing_bytes))
        return is_held

    def mark_paused(self, *, by_me: bool | None = None, by_friend: bool | None = None) -> None:
        """Take note of who holds it; None: as before."""
        self._become(self._paused(by_me, by_friend))

    def replan(self, plan: Plan) -> None:
        """Change the plan."""
        self.plan = plan
        self.is_kept = self.is_kept or plan.manifest is not None
        self._keep()

    async def kept(self) -> None:
        """Return once it is on the disk as it is now; raises StorageError."""
        await self._keeping.kept(self.stored)

    async def settled(self) -> None:
        """Return once it is on the disk, or that has refused it."""
        await self._keeping.settle()

    async def keep_end(self, state: TransferState, code: Code) -> None:
        """Have its end on the disk before anybody is told of it by `end`; raises StorageError."""
        ended = self._transfer.ended(state, code, time.time())
        await self._keeping.kept(replace(self.stored, transfer=ended))

    def add_problems(self, problems: Sequence[FileProblem], unnamed: int = 0) -> None:
        """Tell of files that failed: how many, and which, as many as are shown.

        `unnamed`: so many more have failed that are not told by name.
        """
        if problems or unnamed:
            before: Transfer = self._transfer
            shown = (*before.problems, *problems)[:SHOWN_PROBLEMS]
            failed_files = before.failed_files + len(problems) + unnamed
            self.update(failed_files=failed_files, problems=shown)

    def start_moving(self, moved: Moved, measured: Measured) -> None:
        """Measure progress from now on, and what slows it down."""
        self._queue.start_moving(self._transfer.id, moved, measured, self.slowing)

    def end(self, state: TransferState, code: Code = Code.OK, *, by_me: bool = False) -> None:
        """Come to a final state; what has ended stays as it ended.

        Of an offer that was taken back before it was complete nothing stays.
        """
        if not self._transfer.is_final:
            by_whom = replace(self._transfer, ended_by_me=by_me)
            # Before it is told: who sends the same on that word must not join what is over.
            self._transfer = by_whom.ended(state, code, time.time())
            self._queue.end(self._transfer)
            self.is_kept = self.is_kept or state is not TransferState.WITHDRAWN
            self._keep()

    def _paused(self, by_me: bool | None, by_friend: bool | None) -> Transfer:
        now = self._transfer
        return replace(
            now,
            paused_by_me=now.paused_by_me if by_me is None else by_me,
            paused_by_friend=now.paused_by_friend if by_friend is None else by_friend,
        )

    def _become(self, transfer: Transfer) -> None:
        if transfer != self._transfer:
            self._transfer = transfer
            if not transfer.is_moving:
                self.slowing.stop()
            self._queue.update(transfer)
            self._keep()

    def _keep(self) -> None:
        if self.is_kept:
            self._keeping.keep(self.stored)
