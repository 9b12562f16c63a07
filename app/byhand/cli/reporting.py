"""Which changes of a transfer are told, and in which order."""

from collections.abc import Mapping

from msgspec.structs import replace

from byhand import wording
from byhand.cli.names import person_name
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.transfer_fields import told_comparison
from byhand.domain.codes import Code
from byhand.domain.group import GroupPart, GroupStanding
from byhand.domain.progress import Progress
from byhand.domain.transfer import Transfer, TransferId, TransferState


class TransferReporter:
    """Tells an output each transfer's content once, each change of state, and what came of it."""

    def __init__(self, output: Output, present: Present) -> None:
        self._output = output
        self._present = present
        self._offered: set[TransferId] = set()
        self._told: dict[TransferId, Transfer] = {}
        self._groups: dict[bytes, GroupStanding] = {}

    def report(self, transfer: Transfer) -> None:
        """Tell what is new about a transfer since the last call."""
        name = self._present.friend_name(transfer.friend_id)
        if transfer.is_counted and transfer.id not in self._offered:
            self._offered.add(transfer.id)
            self._output.offer(transfer, name)
        told = self._told.get(transfer.id)
        self._told[transfer.id] = transfer
        if told is None or _standing(told) != _standing(transfer):
            self._output.state(transfer, name)
        if told is None or told.state is not transfer.state:
            self._report_end(transfer, name)

    def report_groups(self) -> None:
        """Tell what is new of the groups that reported transfers are part of.

        What is the same for all of a sender's transfers is told once.
        """
        now: dict[bytes, GroupStanding] = {}
        for standing in self._present.groups.values():
            if standing.transfer_id in self._told:
                now.setdefault(_key(standing), standing)
        for key, standing in now.items():
            told = self._groups.get(key)
            if told is None or replace(told, transfer_id=standing.transfer_id) != standing:
                transfer = self._told[standing.transfer_id]
                name = self._present.friend_name(transfer.friend_id)
                self._output.group_progress(transfer, standing, name)
        for key in self._groups.keys() - now.keys():
            gone = self._groups[key]
            self._output.group_over(gone.transfer_id, gone.group_id)
        self._groups = now

    def report_progress(self, progress: Mapping[TransferId, Progress]) -> None:
        """Tell how far the moving ones of the reported transfers are."""
        for transfer_id, now in progress.items():
            transfer = self._told.get(transfer_id)
            if transfer is not None and transfer.state is TransferState.ACTIVE:
                name = self._present.friend_name(transfer.friend_id)
                self._output.progress(transfer, now, name)

    def _report_end(self, transfer: Transfer, name: str) -> None:
        if transfer.state in (TransferState.DONE, TransferState.PARTLY_DONE):
            self._output.finished(transfer)
        for problem in transfer.problems if transfer.is_final else ():
            line = wording.problem_line(problem)
            self._output.error(problem.code.name.lower(), line, transfer.id)
        is_refused = transfer.state is TransferState.OFFERED and transfer.code is not Code.OK
        if transfer.state is TransferState.FAILED or is_refused:
            shown = person_name(name)
            code = transfer.code if transfer.code is not Code.OK else Code.INTERNAL
            sentence = wording.code_sentence(code, transfer, shown)
            self._output.error(code.name.lower(), sentence, transfer.id)


def _key(standing: GroupStanding) -> bytes:
    is_sender = standing.part is GroupPart.SENDER
    return standing.group_id if is_sender else standing.transfer_id


def _standing(transfer: Transfer) -> tuple[object, ...]:
    """Return what of a transfer is told anew when it changes: its state, and what belongs to it."""
    return (
        transfer.state,
        transfer.paused_by_me,
        transfer.paused_by_friend,
        transfer.is_put_off,
        transfer.awaits_turn,
        told_comparison(transfer),
    )
