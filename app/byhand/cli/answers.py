"""Who answers an incoming offer: a person, a script, a rule, or nobody for now."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from byhand import wording
from byhand.cli.names import person_name
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.domain.codes import Code
from byhand.domain.events import FilesPage
from byhand.domain.friend import Trust
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState


class Verdict(StrEnum):
    """What can be said to an offer."""

    ACCEPT = "accept"
    DECLINE = "decline"
    LATER = "later"


class Answer(Struct, frozen=True):
    """A word on an offer; `chosen` of what is accepted: ranges [start, count, …], None: all.

    `updates`: a folder of that name that is there is brought up to date. `takes_part`: what
    others are offered, too, may come from them and go to them.
    """

    transfer_id: TransferId
    verdict: Verdict
    chosen: tuple[int, ...] | None = None
    updates: bool = False
    takes_part: bool = True


Give = Callable[[Answer], None]


class Answerer(Protocol):
    """Sees each change of an incoming transfer and each typed line, and answers when it can."""

    def transfer_changed(self, transfer: Transfer, now: float) -> None:
        """Look at an incoming transfer; `now` on the loop's clock, in seconds."""

    def line_typed(self, line: str, now: float) -> None:
        """Look at a line from standard input."""

    def files_told(self, page: FilesPage, now: float) -> None:
        """Look at files of an offer."""


class EveryFriend:
    """Accepts what any friend offers who is not blocked."""

    def __init__(self, present: Present, give: Give) -> None:
        self._present = present
        self._give = give

    def transfer_changed(self, transfer: Transfer, now: float) -> None:  # noqa: ARG002 - see Answerer
        """Accept an offer of a friend; decline it when the disk has refused it."""
        friend = self._present.friends.get(transfer.friend_id)
        if friend and friend.trust is not Trust.BLOCKED and is_answerable(transfer):
            is_taken = transfer.code is Code.OK
            verdict = Verdict.ACCEPT if is_taken else Verdict.DECLINE
            self._give(Answer(transfer.id, verdict))

    def line_typed(self, line: str, now: float) -> None:
        """Do nothing: nothing is asked."""

    def files_told(self, page: FilesPage, now: float) -> None:
        """Do nothing: nothing was asked for."""


class Nobody:
    """Lets offers wait, and says so: there is no terminal to ask on."""

    def __init__(self, output: Output, present: Present) -> None:
        self._output = output
        self._present = present
        self._told: set[TransferId] = set()

    def transfer_changed(self, transfer: Transfer, now: float) -> None:  # noqa: ARG002 - see Answerer
        """Say once that an offer waits, and how it could be accepted."""
        if not is_answerable(transfer) or transfer.id in self._told:
            return
        self._told.add(transfer.id)
        name = person_name(self._present.friend_name(transfer.friend_id))
        self._output.note(
            f"{name} wants to send you {wording.amount(transfer)}: it waits, as there is no"
            " terminal to ask on; use --accept friends, or --json and answer by lines."
        )

    def line_typed(self, line: str, now: float) -> None:
        """Do nothing: nothing is asked."""

    def files_told(self, page: FilesPage, now: float) -> None:
        """Do nothing: nothing was asked for."""


def is_answerable(transfer: Transfer) -> bool:
    """Say whether a transfer is an offer to us that can be accepted now."""
    is_open = transfer.state is TransferState.OFFERED and transfer.is_counted
    return is_open and transfer.direction is Direction.INCOMING
