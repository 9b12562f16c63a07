"""The command `receive`: stays, has offers answered and tells what arrives."""

import asyncio
from enum import Enum

from byhand.cli.answers import Answer, Answerer, EveryFriend, Nobody, Person, Script
from byhand.cli.happenings import Inbox, Stop, Tick, Typed
from byhand.cli.orders import ExitCode, Receive
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.reporting import TransferReporter
from byhand.cli.waiting import subscribed
from byhand.domain.events import ProfileChanged, TransferAdded, TransferChanged
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.orders import Service


class Asked(Enum):
    """Who answers the offers."""

    PERSON = "person"
    SCRIPT = "script"
    EVERY_FRIEND = "every friend"
    NOBODY = "nobody"


_ENDINGS = {TransferState.DONE: ExitCode.DONE, TransferState.DECLINED: ExitCode.DECLINED}


async def receive(
    service: Service, inbox: Inbox, output: Output, order: Receive, asked: Asked
) -> ExitCode:
    """Carry out the order until a Stop, or until one transfer has ended if it is for once."""
    past = {each.id for each in Present.of(service).transfers.values() if each.is_final}
    present = Present()
    reporter = TransferReporter(output, present)

    def answer(transfer_id: TransferId, is_accepted: bool) -> None:
        if is_accepted:
            service.accept(transfer_id, order.into)
        else:
            service.decline(transfer_id)

    answerer = _answerer(asked, output, present, answer)
    with subscribed(service, inbox):
        code: ExitCode | None = None
        while code is None:
            match await inbox.get():
                case Stop():
                    # Asked for one transfer, a script must not take "none came" for "it is here".
                    code = ExitCode.FAILED if order.is_once else ExitCode.DONE
                case Tick():
                    reporter.report_progress(service.progress())
                case Typed(line):
                    answerer.line_typed(line, _now())
                case ProfileChanged(profile) as event if present.profile is None:
                    present.take(event)
                    output.ready(profile)
                case event:
                    present.take(event)
                    transfer = _incoming(event)
                    if transfer is not None and transfer.id not in past:
                        reporter.report(transfer)
                        answerer.transfer_changed(transfer, _now())
                        code = _ending(transfer) if order.is_once else None
    return code


def _answerer(asked: Asked, output: Output, present: Present, answer: Answer) -> Answerer:
    match asked:
        case Asked.PERSON:
            return Person(output, present, answer)
        case Asked.SCRIPT:
            return Script(output, present, answer)
        case Asked.EVERY_FRIEND:
            return EveryFriend(present, answer)
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


def _ending(transfer: Transfer) -> ExitCode | None:
    return _ENDINGS.get(transfer.state, ExitCode.FAILED) if transfer.is_final else None
