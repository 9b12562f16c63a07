"""The command `receive`: stays, has offers answered and tells what arrives."""

import asyncio
import os

from msgspec.structs import replace

from byhand.cli.answers import Answer, Answerer, EveryFriend, Nobody, Verdict
from byhand.cli.asked import Asked
from byhand.cli.asking import Person
from byhand.cli.error_codes import tell_error
from byhand.cli.happenings import Happening, Inbox, Stop, Tick, Typed
from byhand.cli.obeying import Script
from byhand.cli.orders import ExitCode, Receive
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.reporting import TransferReporter
from byhand.cli.waiting import subscribed
from byhand.domain.events import (
    Event,
    FilesPage,
    OrderFailed,
    ProfileChanged,
    TextShown,
    TransferAdded,
    TransferChanged,
)
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.orders import Service

_ENDINGS = {TransferState.DONE: ExitCode.DONE, TransferState.DECLINED: ExitCode.DECLINED}


async def receive(
    service: Service, inbox: Inbox, output: Output, order: Receive, asked: Asked
) -> ExitCode:
    """Carry out the order until a Stop, or until one transfer has ended if it is for once.

    What is unfinished goes on by itself; of what had ended before nothing is told.
    """
    receiving = _Receiving(service, output, order, asked)
    with subscribed(service, inbox):
        while receiving.code is None:
            receiving.take(await inbox.get())
    return receiving.code


class _Receiving:
    """What arrives while the command stays; `code` once it ends."""

    def __init__(self, service: Service, output: Output, order: Receive, asked: Asked) -> None:
        self.code: ExitCode | None = None
        self._service = service
        self._output = output
        self._order = order
        self._past = {each.id for each in Present.of(service).transfers.values() if each.is_final}
        self._present = Present()
        self._reporter = TransferReporter(output, self._present)
        self._answerer = self._answerer_for(asked)
        self._texts: set[TransferId] = set()
        self._ended: tuple[TransferId, ExitCode] | None = None

    def take(self, happening: Happening) -> None:
        """Look at what happens, and do what follows from it."""
        match happening:
            case Stop():
                self.code = self._code_if_stopped()
            case Tick():
                self._reporter.report_progress(self._service.progress())
            case Typed(line):
                self._answerer.line_typed(line, _now())
            case FilesPage():
                self._answerer.files_told(happening, _now())
            case TextShown(transfer_id, text):
                self._show_text(transfer_id, text)
            case OrderFailed(error):
                tell_error(self._output, error)
                if self._texts and self._order.is_once:
                    self.code = ExitCode.FAILED
            case told:
                event = self._about_this_folder(told)
                is_first = self._present.profile is None
                self._present.take(event)
                if isinstance(event, ProfileChanged) and is_first:
                    self._output.ready(event.profile)
                self._look_at(_incoming(event))
                self._reporter.report_groups()
                if self._ended is not None and self._ended[0] not in self._present.groups:
                    self.code = self._ended[1]

    def _look_at(self, transfer: Transfer | None) -> None:
        if transfer is None or transfer.id in self._past:
            return
        self._reporter.report(transfer)
        self._answerer.transfer_changed(transfer, _now())
        if transfer.is_text and transfer.state is TransferState.DONE:
            self._read(transfer)
        elif self._order.is_once and transfer.is_final:
            # Others may still need of it what is here: it stays until they have it, or Ctrl+C.
            self._ended = transfer.id, _ENDINGS.get(transfer.state, ExitCode.FAILED)

    def _code_if_stopped(self) -> ExitCode:
        if self._ended is not None:
            return self._ended[1]
        # Asked for one transfer, a script must not take "none came" for "it is here".
        return ExitCode.FAILED if self._order.is_once else ExitCode.DONE

    def _about_this_folder(self, event: Event) -> Event:
        """Leave out what an offer was compared with if it will not be saved there."""
        transfer, into = _incoming(event), self._order.into
        if transfer is None or into is None or os.path.abspath(into) == transfer.folder:
            return event
        return TransferChanged(replace(transfer, compared=None))

    def _read(self, transfer: Transfer) -> None:
        """Have a text told; before that a command for once has not ended."""
        if transfer.id not in self._texts:
            self._texts.add(transfer.id)
            self._service.queue.show_text(transfer.id)

    def _show_text(self, transfer_id: TransferId, text: str) -> None:
        transfer = self._present.transfers.get(transfer_id)
        if transfer_id not in self._texts or transfer is None:
            return
        self._output.text(transfer, self._present.friend_name(transfer.friend_id), text)
        if self._order.is_once:
            self.code = ExitCode.DONE

    def _answer(self, answer: Answer) -> None:
        match answer.verdict:
            case Verdict.ACCEPT:
                updates = self._order.updates or answer.updates
                into = self._order.into
                takes_part = self._order.takes_part and answer.takes_part
                self._service.accept(
                    answer.transfer_id,
                    into,
                    chosen=answer.chosen,
                    updates=updates,
                    in_group=takes_part,
                )
            case Verdict.DECLINE:
                self._service.decline(answer.transfer_id)
            case Verdict.LATER:
                self._service.queue.put_off(answer.transfer_id)

    def _answerer_for(self, asked: Asked) -> Answerer:
        output, present, service = self._output, self._present, self._service
        match asked:
            case Asked.PERSON:
                return Person(output, present, service, self._answer)
            case Asked.SCRIPT:
                return Script(output, present, service, self._answer)
            case Asked.EVERY_FRIEND:
                return EveryFriend(present, self._answer)
            case Asked.NOBODY:
                return Nobody(output, present)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _incoming(event: object) -> Transfer | None:
    match event:
        case TransferAdded(transfer) | TransferChanged(transfer):
            return transfer if transfer.direction is Direction.INCOMING else None
        case _:
            return None
