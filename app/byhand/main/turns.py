"""Serves a profile, and again after each change of who we are."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec

from byhand import wording
from byhand.errors import ByhandError, CorruptIdentityError
from byhand.gui.translation import translate
from byhand.service.moving import import_profile
from byhand.service.worker import Worker
from byhand.storage.identity_store import make_private

_Arguments = ParamSpec("_Arguments")


@dataclass(frozen=True, slots=True)
class Replacement:
    """A saved identity that shall take the place of this one."""

    path: Path
    passphrase: str = field(repr=False)


Serve = Callable[[], Awaitable[Replacement | None]]
"""Serves until the window is closed; returns what shall take the place of who we are now."""
Report = Callable[[str, str], Awaitable[bool]]
"""Says what is wrong and offers a remedy, or "" for none; returns whether it was chosen."""


async def serve_in_turn(profile: Path, serve: Serve, report: Report) -> int:
    """Serve a profile, and again after each change of identity; return the exit code."""
    while True:
        try:
            replacement = await serve()
        except ByhandError as error:
            if not await _mend(error, report):
                return 1
        else:
            if replacement is None:
                return 0
            await _attempt(
                report, import_profile, profile, replacement.path, replacement.passphrase
            )


async def _mend(error: ByhandError, report: Report) -> bool:
    """Say why the window cannot open; return whether what the user then chose has mended it."""
    sentence = wording.error_sentence(error, translate)
    if not (isinstance(error, CorruptIdentityError) and error.is_mendable):
        await report(sentence, "")
        return False
    if not await report(sentence, translate("MainWindow", "Make it private")):
        return False
    return await _attempt(report, make_private, error.path)


async def _attempt(
    report: Report,
    work: Callable[_Arguments, None],
    *args: _Arguments.args,
    **kwargs: _Arguments.kwargs,
) -> bool:
    """Work on a profile that is not open, on a thread; say it and return False if that fails."""
    worker = Worker("storage")
    try:
        await worker.run(work, *args, **kwargs)
    except ByhandError as error:
        await report(wording.error_sentence(error, translate), "")
        return False
    finally:
        worker.close()
    return True
