"""Who answers an incoming offer: a person, a script, a rule, or nobody for now."""

from collections.abc import Callable
from typing import Protocol

from byhand import wording
from byhand.cli.names import person_name
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.domain.codes import Code
from byhand.domain.friend import Trust
from byhand.domain.text import safe_text
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState

WORD_CHARACTERS = 80
ARMING_SECONDS = 0.7
"""An answer this soon after its question was meant for the one before it."""

Answer = Callable[[TransferId, bool], None]
"""answer(transfer_id, is_accepted)"""


class Answerer(Protocol):
    """Sees each change of an incoming transfer and each typed line, and answers when it can."""

    def transfer_changed(self, transfer: Transfer, now: float) -> None:
        """Look at an incoming transfer; `now` on the loop's clock, in seconds."""

    def line_typed(self, line: str, now: float) -> None:
        """Look at a line from standard input."""


class Person:
    """Asks on the terminal, one question at a time."""

    def __init__(self, output: Output, present: Present, answer: Answer) -> None:
        self._output = output
        self._present = present
        self._answer = answer
        self._waiting: list[TransferId] = []
        self._asked_at = 0.0

    def transfer_changed(self, transfer: Transfer, now: float) -> None:
        """Ask about a new offer, after those asked before; forget one that is gone."""
        if is_answerable(transfer) and transfer.id not in self._waiting:
            self._waiting.append(transfer.id)
            if len(self._waiting) == 1:
                self._ask(now)
        elif not is_answerable(transfer) and transfer.id in self._waiting:
            self._forget(transfer.id, now)

    def line_typed(self, line: str, now: float) -> None:
        """Take y or n as the answer to the question that is open; ask again for anything else."""
        if not self._waiting:
            return
        verdict = {"y": True, "yes": True, "n": False, "no": False}.get(line.strip().lower())
        if verdict is None or now < self._asked_at + ARMING_SECONDS:
            self._ask(now)
            return
        transfer_id = self._waiting[0]
        self._forget(transfer_id, now)
        self._answer(transfer_id, verdict)

    def _forget(self, transfer_id: TransferId, now: float) -> None:
        was_asked = self._waiting[0] == transfer_id
        self._waiting.remove(transfer_id)
        if not was_asked:
            return
        self._output.question_gone()
        if self._waiting:
            self._ask(now)

    def _ask(self, now: float) -> None:
        transfer = self._present.transfers[self._waiting[0]]
        self._asked_at = now
        self._output.question(transfer, self._present.friend_name(transfer.friend_id))


class Script:
    """Obeys `accept ID` and `decline ID` on standard input."""

    def __init__(self, output: Output, present: Present, answer: Answer) -> None:
        self._output = output
        self._present = present
        self._answer = answer

    def transfer_changed(self, transfer: Transfer, now: float) -> None:
        """Do nothing: the script has seen it as a line."""

    def line_typed(self, line: str, now: float) -> None:  # noqa: ARG002 - see Answerer
        """Answer the offer that a line names, or say what is wrong with the line."""
        match line.split():
            case []:
                return
            case ["accept" | "decline" as verb, text]:
                self._decide(verb, text)
            case _:
                shown = safe_text(line, WORD_CHARACTERS)
                self._refuse(f"“{shown}” is no answer: write accept ID or decline ID.")

    def _decide(self, verb: str, text: str) -> None:
        transfers = self._present.transfers.values()
        named = [transfer for transfer in transfers if transfer.id.hex() == text.lower()]
        if not named or not is_answerable(named[0]):
            shown = safe_text(text, WORD_CHARACTERS)
            self._refuse(f"No offer {shown} waits for an answer: use the id of an offer line.")
            return
        self._answer(named[0].id, verb == "accept")

    def _refuse(self, sentence: str) -> None:
        self._output.error("usage", sentence)


class EveryFriend:
    """Accepts what any friend offers who is not blocked."""

    def __init__(self, present: Present, answer: Answer) -> None:
        self._present = present
        self._answer = answer

    def transfer_changed(self, transfer: Transfer, now: float) -> None:  # noqa: ARG002 - see Answerer
        """Accept an offer of a friend; decline it when the disk has refused it."""
        friend = self._present.friends.get(transfer.friend_id)
        if friend and friend.trust is not Trust.BLOCKED and is_answerable(transfer):
            self._answer(transfer.id, transfer.code is Code.OK)

    def line_typed(self, line: str, now: float) -> None:
        """Do nothing: nothing is asked."""


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


def is_answerable(transfer: Transfer) -> bool:
    """Say whether a transfer is an offer to us that can be accepted now."""
    is_open = transfer.state is TransferState.OFFERED and transfer.is_counted
    return is_open and transfer.direction is Direction.INCOMING
