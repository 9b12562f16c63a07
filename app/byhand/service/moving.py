"""Moving an identity with its friends to another computer: out of a profile and into one."""

from pathlib import Path

from msgspec.structs import replace

from byhand.errors import UsageError
from byhand.service.stores import book_key
from byhand.storage.atomic import replace_file
from byhand.storage.backup import Backup, read_backup, write_backup
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.friend_store import load_book, save_book
from byhand.storage.identity_store import StoredIdentity, load_identity, save_identity
from byhand.storage.locations import ProfileFolder
from byhand.storage.os_errors import translated
from byhand.storage.profile_switch import finish_switch, stage_switch, switch
from byhand.storage.settings_store import load_settings, save_settings


def export_profile(folder: ProfileFolder, path: Path, passphrase: str) -> Backup:
    """Write what a profile holds to a new file, and return it.

    Raises UsageError for a profile without an identity, BackupError, CorruptIdentityError,
    StorageError.
    """
    finish_switch(folder.path)
    stored = load_identity(folder.identity)
    if stored is None:
        raise UsageError("There is no identity in this profile yet: open Byhand with it once.")
    settings = load_settings(folder.settings)
    book = load_book(folder.friends, book_key(stored.identity))
    backup = Backup(stored.identity, settings.name, settings.computer, book)
    write_backup(path, passphrase, backup)
    return backup


def import_profile(profile: Path, backup_path: Path, passphrase: str) -> None:
    """Give a profile that is not open the identity, friends and names that a file holds.

    What was there is kept beside it. Raises ProfileInUseError, BackupError, StorageError; the
    profile is then as it was, or the next who opens it carries the import through.
    """
    folder = ProfileFolder.open(profile)
    try:
        take_over(folder, read_backup(backup_path, passphrase))
    finally:
        folder.close()


def take_over(folder: ProfileFolder, backup: Backup, disk: Disk = SYSTEM_DISK) -> None:
    """Give an open profile what a backup holds, as an installation that nobody has met yet.

    Raises as `import_profile` does.
    """
    finish_switch(folder.path, disk)
    settings = load_settings(folder.settings)
    names = replace(
        settings,
        name=backup.name or settings.name,
        computer=backup.computer or settings.computer,
        is_new=False,
    )
    staged = stage_switch(folder.path, disk)
    with translated(folder.settings):
        if folder.settings.exists():
            # What another version has set there is kept.
            replace_file(staged / folder.settings.name, folder.settings.read_bytes(), disk)
    save_settings(staged / folder.settings.name, names, disk)
    save_book(staged / folder.friends.name, book_key(backup.identity), backup.book, disk)
    stored = StoredIdentity.newly_installed(backup.identity)
    save_identity(staged / folder.identity.name, stored, disk=disk)
    switch(folder.path, disk)
