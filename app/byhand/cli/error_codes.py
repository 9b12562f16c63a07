"""How errors are called for scripts, and told."""

import re

from byhand import wording
from byhand.cli.output import Output
from byhand.errors import BackupError, ByhandError


def error_code(error: ByhandError) -> str:
    """Return an error's name as scripts see it: "profile_in_use"."""
    if isinstance(error, BackupError):
        return f"backup_{error.problem}"
    name = type(error).__name__.removesuffix("Error")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def tell_error(output: Output, error: ByhandError) -> None:
    """Tell what is wrong and what to do."""
    output.error(error_code(error), wording.error_sentence(error))
