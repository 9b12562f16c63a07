"""Which texts of the program are translated: every call of `translate`, read as code.

lupdate is not used for this: it misses plurals and texts in single quotes in Python.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FUNCTION = "translate"
# Its own definitions, where the text is an argument.
WRAPPERS = {"gui/translation.py", "wording/translation.py"}


class Message(NamedTuple):
    """A text of the program, by which its translation is looked up."""

    context: str
    source: str
    comment: str = ""
    is_plural: bool = False


class SourceError(Exception):
    """A text in the program cannot be translated as it is written."""


def messages(package: Path) -> list[Message]:
    """Return every text of the package's modules once, in the order of contexts and modules.

    Raises SourceError for one that is not written out, or is asked for with a number and without.
    """
    found: dict[Message, None] = {}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        if name not in WRAPPERS:
            calls = _calls(ast.parse(path.read_bytes(), name))
            for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
                found.setdefault(_message(call, name))
    for message in found:
        if message._replace(is_plural=not message.is_plural) in found:
            raise SourceError(f"“{message.source}” is asked for with a number and without")
    return sorted(found, key=lambda message: message.context)


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        # A method of this name is Python's own, of texts and rectangles.
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == FUNCTION:
            yield node


def _message(call: ast.Call, module: str) -> Message:
    texts = [each.value for each in call.args[:3] if isinstance(each, ast.Constant)]
    is_written_out = len(texts) == len(call.args[:3]) and not call.keywords
    if not is_written_out or not 2 <= len(call.args) <= 4:
        raise SourceError(f"{module}:{call.lineno}: {ast.unparse(call)} is not written out")
    context, source, comment = (*map(str, texts), "")[:3]
    is_plural = len(call.args) == 4
    if is_plural != ("%n" in source):
        raise SourceError(f"{module}:{call.lineno}: “{source}” needs a number and %n, or neither")
    return Message(context, source, comment, is_plural)
