"""How an order is carried out: checked, given a service and an output, ended with an exit code."""

import asyncio
import logging
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from byhand.cli import verbs
from byhand.cli.asked import who_is_asked
from byhand.cli.checking import checked
from byhand.cli.error_codes import tell_error
from byhand.cli.happenings import Inbox, forget_events, watch_clock, watch_signals, watch_typing
from byhand.cli.orders import (
    ExitCode,
    IdentityOrder,
    Options,
    Order,
    Pair,
    Receive,
    ResumableOrder,
    Verify,
)
from byhand.cli.output import Output
from byhand.cli.outputs import make_output
from byhand.cli.sent import Sent
from byhand.errors import (
    ByhandError,
    ServiceGoneError,
    UnknownFriendError,
    UnreachableError,
    UsageError,
)
from byhand.service.orders import Service
from byhand.storage.log_file import SafeFormatter

StartService = Callable[[Options, Order], AbstractAsyncContextManager[Service]]

ATTEMPTS = 10
"""How many processes an order may lose that were doing it."""
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
            return verbs.carry_out_alone(order, options, output)
        return asyncio.run(_carry_out(checked(order), options, output, start_service))
    except BrokenPipeError:
        raise
    except BaseException as error:  # noqa: BLE001 - a bug, too, must end in a sentence
        return _tell(error, output)


def _tell(error: BaseException, output: Output) -> ExitCode:
    match error:
        case ByhandError():
            _log.debug("the order failed", exc_info=error)
            tell_error(output, error)
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
    sent = Sent()
    for attempt in range(ATTEMPTS):
        try:
            async with start_service(options, order) as service:
                if attempt == 0:
                    _watch(order, options, output, inbox)
                return await verbs.carry_out(order, options, output, service, inbox, sent)
        except ServiceGoneError:
            if not isinstance(order, ResumableOrder):
                raise
            forget_events(inbox)
            output.note("The Byhand that was doing this has ended: going on without it.")
    raise ServiceGoneError


def _watch(order: Order, options: Options, output: Output, inbox: Inbox) -> None:
    watch_clock(inbox, output.tick_seconds)
    is_asked = isinstance(order, Receive) and who_is_asked(order, options).types
    if is_asked or isinstance(order, Pair | Verify):
        watch_typing(inbox, sys.stdin.fileno())


def _exit_code_of(error: ByhandError) -> ExitCode:
    if isinstance(error, UnreachableError):
        return ExitCode.UNREACHABLE
    return ExitCode.WRONG_USE if isinstance(error, _WRONG_USE) else ExitCode.FAILED
