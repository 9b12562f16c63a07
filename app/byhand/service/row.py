"""A transfer's snapshot in the hands of whoever runs it."""

from dataclasses import replace
from typing import TypedDict, Unpack

from byhand.domain.codes import Code
from byhand.domain.limits import RateLimits
from byhand.domain.transfer import FileProblem, Transfer, TransferId, TransferState
from byhand.service.queue import Moved, Queue

SHOWN_PROBLEMS = 100


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
    limits: RateLimits


class Row:
    """One line of the queue: every change goes through it, keeps the table and is told."""

    def __init__(self, transfer: Transfer, queue: Queue) -> None:
        self._transfer = transfer
        self._queue = queue

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

    def update(self, **changes: Unpack[Changes]) -> None:
        """Change something but the state."""
        self._transfer = self._queue.update(replace(self._transfer, **changes))

    def move(self, state: TransferState, **changes: Unpack[Changes]) -> None:
        """Change the state; LocalProtocolError if the table forbids it."""
        self._transfer = self._queue.update(replace(self._transfer.moved_to(state), **changes))

    def tell_problems(self, problems: list[FileProblem]) -> None:
        """Tell how many files failed, and which, as many as are shown."""
        self.update(failed_files=len(problems), problems=tuple(problems[:SHOWN_PROBLEMS]))

    def start_moving(self, moved: Moved) -> None:
        """Measure progress from now on."""
        self._queue.start_moving(self._transfer.id, moved)

    def end(self, state: TransferState, code: Code = Code.OK, *, by_me: bool = False) -> None:
        """Come to a final state; what has ended stays as it ended."""
        if not self._transfer.is_final:
            ended = replace(self._transfer, ended_by_me=by_me)
            self._transfer = self._queue.end(ended, state, code)
