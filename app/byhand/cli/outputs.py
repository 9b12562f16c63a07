"""Which output a command gets, and how a wrong command line is told."""

import io
import sys

from byhand.cli.json_lines import JsonLines
from byhand.cli.orders import ExitCode, Options
from byhand.cli.output import Output


def make_output(options: Options) -> Output:
    """Return the output that the options ask for, on the standard streams."""
    if options.is_json:
        return JsonLines(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that knows no “é” gets a “?”, not a traceback.
            stream.reconfigure(errors="replace")
    # Here, because a script has no use for Rich and should not wait for it.
    from byhand.cli.terminal import Terminal  # noqa: PLC0415

    return Terminal(sys.stdout, sys.stderr)


def report_wrong_use(sentence: str, options: Options) -> ExitCode:
    """Tell that a command line cannot be understood."""
    output = make_output(options)
    output.error("usage", sentence)
    output.end(ExitCode.WRONG_USE)
    return ExitCode.WRONG_USE
