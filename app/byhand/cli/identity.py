"""The commands `identity …`: save who we are to a file, become who such a file says."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from byhand.cli.keyboard import Keyboard
from byhand.cli.orders import ExitCode, ExportIdentity, IdentityOrder, ImportIdentity, Options
from byhand.cli.output import Output
from byhand.domain.profile import PASSPHRASE_CHARACTERS
from byhand.errors import BackupError, BackupProblem, UsageError
from byhand.service.moving import export_profile, take_over
from byhand.storage.backup import Backup, check_passphrase, read_backup
from byhand.storage.locations import ProfileFolder, default_profile_folder


def carry_out(
    order: IdentityOrder, options: Options, output: Output, keyboard: Keyboard
) -> ExitCode:
    """Carry out an order on a profile that nobody else may have open meanwhile."""
    if isinstance(order, ImportIdentity):
        _check_asked(order, options, keyboard)
    with _profile(options) as folder:
        match order:
            case ExportIdentity():
                return _export(folder, Path(os.path.abspath(order.file)), output, keyboard)
            case ImportIdentity():
                return _import(folder, order, output, keyboard)


def _export(folder: ProfileFolder, path: Path, output: Output, keyboard: Keyboard) -> ExitCode:
    if os.path.lexists(path):
        raise BackupError(path, BackupProblem.EXISTS)
    passphrase = keyboard.passphrase(
        f"A passphrase of {PASSPHRASE_CHARACTERS} characters or more for this file: "
    )
    check_passphrase(path, passphrase)
    if keyboard.is_terminal and keyboard.passphrase("The same once more: ") != passphrase:
        raise UsageError("These are two different passphrases: start again; nothing was written.")
    _tell(path, export_profile(folder, path, passphrase), output)
    output.note("Whoever has this file and its passphrase can be you: keep both, apart.")
    return ExitCode.DONE


def _import(
    folder: ProfileFolder, order: ImportIdentity, output: Output, keyboard: Keyboard
) -> ExitCode:
    path = Path(os.path.abspath(order.file))
    backup = read_backup(path, keyboard.passphrase("The passphrase of this file: "))
    _tell(path, backup, output)
    output.note(
        "This moves the identity here: don't use it on the old computer any more. What is here"
        " now will be kept beside it, as files called *.before-import."
    )
    if not order.is_sure and not keyboard.is_agreed("Type yes to go on: "):
        output.note("Nothing was changed.")
        return ExitCode.DECLINED
    take_over(folder, backup)
    output.note("Done: this computer has the identity now.")
    return ExitCode.DONE


def _check_asked(order: ImportIdentity, options: Options, keyboard: Keyboard) -> None:
    can_ask = keyboard.is_terminal and not options.is_json
    if not order.is_sure and not can_ask:
        raise UsageError(
            "There is nobody to ask whether the identity shall move here: add --yes if it shall."
        )


def _tell(path: Path, backup: Backup, output: Output) -> None:
    output.backup(str(path), backup.name, backup.computer, len(backup.book.friends))


@contextmanager
def _profile(options: Options) -> Iterator[ProfileFolder]:
    folder = ProfileFolder.open(options.profile or default_profile_folder())
    try:
        yield folder
    finally:
        folder.close()
