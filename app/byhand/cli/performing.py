"""How an order is carried out: checked, given a service and an output, ended with an exit code."""

import asyncio
import logging
import re
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from byhand import wording
from byhand.cli import friends, identity, limits, meeting, people
from byhand.cli.checking import checked
from byhand.cli.happenings import Inbox, watch_clock, watch_signals, watch_typing
from byhand.cli.keyboard import Keyboard
from byhand.cli.orders import (
    AcceptPolicy,
    ExitCode,
    IdentityOrder,
    LimitOrder,
    MeetingOrder,
    Options,
    Order,
    OwnOrder,
    Pair,
    Receive,
    Send,
    Verify,
)
from byhand.cli.output import Output
from byhand.cli.outputs import make_output
from byhand.cli.receive import Asked, receive
from byhand.cli.send import send
from byhand.errors import BackupError, ByhandError, UnknownFriendError, UnreachableError, UsageError
from byhand.service.orders import Service
from byhand.storage.log_file import SafeFormatter

StartService = Callable[[Options], AbstractAsyncContextManager[Service]]

_WRONG_USE = (UsageError, UnknownFriendError)
_log = logging.getLogger(__name__)


def perform(
    order: Order | IdentityOrder, options: Options, start_service: StartService
) -> ExitCode:
    """Carry out an order and tell how it went; errors become a sentence and an exit code."""
    _start_logging(options)
    output = make_output(options)
    code = ExitCode.FAILED
    try:
        code = _attempt(order, options, output, start_service)
    finally:
        output.end(code)
    return code


def error_code(error: ByhandError) -> str:
    """Return an error's name as scripts see it: "profile_in_use"."""
    if isinstance(error, BackupError):
        return f"backup_{error.problem}"
    name = type(error).__name__.removesuffix("Error")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _start_logging(options: Options) -> None:
    # Without a handler, Python itself would write warnings between our lines.
    handler = logging.StreamHandler() if options.is_debug else logging.NullHandler()
    handler.setFormatter(SafeFormatter())
    logging.getLogger().addHandler(handler)
    logging.getLogger("byhand").setLevel(logging.DEBUG if options.is_debug else logging.INFO)


def _attempt(
    order: Order | IdentityOrder, options: Options, output: Output, start_service: StartService
) -> ExitCode:
    try:
        if isinstance(order, IdentityOrder):
            return identity.carry_out(order, options, output, Keyboard(sys.stdin))
        return asyncio.run(_carry_out(checked(order), options, output, start_service))
    except BrokenPipeError:
        raise
    except BaseException as error:  # noqa: BLE001 - a bug, too, must end in a sentence
        return _tell(error, output)


def _tell(error: BaseException, output: Output) -> ExitCode:
    match error:
        case ByhandError():
            _log.debug("the order failed", exc_info=error)
            output.error(error_code(error), wording.error_sentence(error))
            return _exit_code_of(error)
        case asyncio.CancelledError() | KeyboardInterrupt():
            output.error("interrupted", "Stopped before the end: start it again to go on.")
        case _:
            _log.error("a bug", exc_info=error)
            sentence = "Something went wrong inside Byhand: start it with --debug for the details."
            output.error("internal", sentence)
    return ExitCode.FAILED


async def _carry_out(
    order: Order, options: Options, output: Output, start_service: StartService
) -> ExitCode:
    inbox: Inbox = asyncio.Queue()
    watch_signals(inbox)
    async with start_service(options) as service:
        watch_clock(inbox, output.tick_seconds)
        return await _followed(order, options, output, service, inbox)


async def _followed(
    order: Order, options: Options, output: Output, service: Service, inbox: Inbox
) -> ExitCode:
    if isinstance(order, Pair | Verify):
        watch_typing(inbox, sys.stdin.fileno())
    match order:
        case Send():
            return await send(service, inbox, output, order)
        case Receive():
            return await _receive(service, inbox, output, order, options)
        case _ if isinstance(order, MeetingOrder):
            return await meeting.carry_out(service, inbox, output, order)
        case _ if isinstance(order, LimitOrder):
            return await limits.carry_out(service, inbox, output, order)
        case _ if isinstance(order, OwnOrder):
            return await people.carry_out(service, inbox, output, order)
        case _:
            return await friends.carry_out(service, inbox, output, order)


async def _receive(
    service: Service, inbox: Inbox, output: Output, order: Receive, options: Options
) -> ExitCode:
    asked = _who_is_asked(order, options)
    if asked in (Asked.PERSON, Asked.SCRIPT):
        watch_typing(inbox, sys.stdin.fileno())
    return await receive(service, inbox, output, order, asked)


def _who_is_asked(order: Receive, options: Options) -> Asked:
    if order.accept is AcceptPolicy.FRIENDS:
        return Asked.EVERY_FRIEND
    if options.is_json:
        return Asked.SCRIPT
    return Asked.PERSON if sys.stdin.isatty() and sys.stdout.isatty() else Asked.NOBODY


def _exit_code_of(error: ByhandError) -> ExitCode:
    if isinstance(error, UnreachableError):
        return ExitCode.UNREACHABLE
    return ExitCode.WRONG_USE if isinstance(error, _WRONG_USE) else ExitCode.FAILED
