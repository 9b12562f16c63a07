"""The two scripts: `byhand` for commands, `byhand-window` for the window."""

import gc
import inspect
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from byhand.cli.arguments import Ways, run
from byhand.cli.command_line import WrongLineError
from byhand.cli.orders import ExitCode, IdentityOrder, Options, Order
from byhand.desktop.crash_dumps import forbid_crash_dumps

NO_SCREEN = (
    "There is no screen here to open the window on: start Byhand in a graphical session, or use"
    " its commands (byhand --help)."
)
NO_QT = (
    "The window can't start because a system library is missing ({reason}): install it, or use"
    " the commands (byhand --help)."
)


def commands() -> None:
    """Follow the command line; no command opens the window."""
    gc.disable()
    forbid_crash_dumps()
    try:
        code = _follow(sys.argv[1:])
    except BrokenPipeError:
        # Whoever read us has gone; the interpreter must not complain while it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.FAILED
    except KeyboardInterrupt:
        code = 128 + signal.SIGINT
    sys.exit(code)


def window() -> None:
    """Open the window."""
    gc.disable()
    forbid_crash_dumps()
    sys.exit(_open_window(sys.argv[1:]))


def leave_what_is_loaded() -> None:
    """Let the collector begin, but not with what stays to the end.

    Each look at all of that would halt every thread, and while it is loaded nothing of it goes.
    """
    gc.freeze()
    gc.enable()


def _follow(arguments: Sequence[str]) -> int:
    ways = Ways(perform=_perform, open_window=_open_window_for, run_demo=_run_demo)
    try:
        return run(arguments, ways)
    except WrongLineError as error:
        return _report_wrong_use(error, arguments)


def _perform(order: Order | IdentityOrder, options: Options) -> int:
    # Network, cryptography and Rich take longer to load than --help may.
    from byhand.cli.performing import perform
    from byhand.cli.starting import start_service

    leave_what_is_loaded()
    return perform(order, options, start_service)


def _run_demo(options: Options) -> int:
    from byhand.demo.show import show

    return show(options.is_json)


def _report_wrong_use(error: WrongLineError, arguments: Sequence[str]) -> int:
    from byhand.cli.outputs import report_wrong_use

    sentence = f"{error}: see {error.command} --help."
    return report_wrong_use(sentence, Options(is_json="--json" in arguments))


@contextmanager
def _sources_unread() -> Iterator[None]:
    """Keep the bindings of Qt from reading the source of each module that is loaded after them.

    They look there for their own name, to know who may want features of theirs that none of ours
    does; it takes a tenth of the start, and 5 MB that never come back.
    """
    read = inspect.getsource
    vars(inspect)["getsource"] = lambda _: ""
    try:
        yield
    finally:
        vars(inspect)["getsource"] = read


def _open_window_for(options: Options) -> int:
    return _open_window([] if options.profile is None else ["--profile", str(options.profile)])


def _open_window(arguments: Sequence[str]) -> int:
    if not _has_screen():
        return _refuse(NO_SCREEN)
    try:
        with _sources_unread():
            from byhand.main.window import main
    except ImportError as error:
        return _refuse(NO_QT.format(reason=error))
    leave_what_is_loaded()
    return main(list(arguments))


def _has_screen() -> bool:
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(map(os.environ.get, wanted))


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"byhand: {sentence}\n")
    return ExitCode.FAILED


if __name__ == "__main__":
    commands()
