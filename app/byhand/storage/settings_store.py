"""What the user has set, as JSON; what another version put there is kept."""

import getpass
import json
import platform
import sys
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.appearance import APPEARANCES
from byhand.domain.language import SYSTEM_LANGUAGE
from byhand.domain.limits import (
    AT_ONCE,
    MOST_AT_ONCE,
    UNLIMITED,
    RateLimits,
    Schedule,
    judged_limits,
    judged_schedule,
)
from byhand.domain.notification import Telling
from byhand.domain.person_name import fitting_name
from byhand.domain.profile import Visibility
from byhand.domain.retention import Retention
from byhand.errors import CorruptStoreError, UsageError
from byhand.storage.atomic import replace_file
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.locations import default_downloads_folder
from byhand.storage.os_errors import storage_error

if sys.platform != "win32":
    import pwd

DEFAULT_PORT = 47800
TRUSTED_KEPT = 32
LANGUAGE_CHARACTERS = 35
_NAMELESS = "Me"
_NAMELESS_COMPUTER = "Computer"


class TrustedNetwork(Struct, frozen=True):
    """A network that always sees our name, by its id, and what it was called then."""

    id: Annotated[str, msgspec.Meta(max_length=64)]
    name: Annotated[str, msgspec.Meta(max_length=255)] = ""


class Settings(Struct, frozen=True):
    """What the user has set; `downloads` is a folder, `appearance` one of APPEARANCES.

    `retention` is of the history. Of the trusted networks the one that was added last comes last.
    `has_folders`: each friend has one. `accepts_verified`: the user is not asked about friends who
    are verified. `is_new` from when the profile was made until its user has seen the names.
    """

    name: str
    computer: str
    downloads: str
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = DEFAULT_PORT
    appearance: str = "system"
    visibility: Visibility = Visibility.FRIENDS
    trusted_networks: Annotated[
        tuple[TrustedNetwork, ...], msgspec.Meta(max_length=TRUSTED_KEPT)
    ] = ()
    limits: RateLimits = UNLIMITED
    schedule: Schedule | None = None
    at_once: Annotated[int, msgspec.Meta(ge=1, le=MOST_AT_ONCE)] = AT_ONCE
    retention: Retention = Retention.FOREVER
    keeps_running: bool = True
    knows_tray: bool = False
    is_new: bool = False
    telling: Telling = Telling.EVERYTHING
    has_folders: bool = False
    accepts_verified: bool = False
    # One that only a later version speaks is kept for it.
    language: Annotated[str, msgspec.Meta(max_length=LANGUAGE_CHARACTERS)] = SYSTEM_LANGUAGE


def default_settings() -> Settings:
    """Return the settings of somebody who has set nothing: names as the system knows them."""
    return Settings(
        name=fitting_name(_system_name()) or _NAMELESS,
        computer=fitting_name(platform.node().partition(".")[0]) or _NAMELESS_COMPUTER,
        downloads=str(default_downloads_folder()),
    )


def load_settings(path: Path) -> Settings:
    """Return the settings, with defaults for what is not set.

    Raises CorruptStoreError for a damaged file, which is not touched; StorageError.
    """
    defaults = default_settings()
    stored = {**msgspec.to_builtins(defaults), **_read(path)}
    try:
        settings = msgspec.convert(stored, Settings)
    except msgspec.ValidationError as exc:
        raise CorruptStoreError(path, str(exc)) from exc
    if settings.appearance not in APPEARANCES:
        raise CorruptStoreError(path, "an appearance that does not exist")
    try:
        judged_limits(settings.limits)
        judged_schedule(settings.schedule)
    except UsageError as exc:
        raise CorruptStoreError(path, "limits that cannot be kept") from exc
    return replace(
        settings,
        name=fitting_name(settings.name) or defaults.name,
        computer=fitting_name(settings.computer) or defaults.computer,
        downloads=settings.downloads or defaults.downloads,
    )


def save_settings(path: Path, settings: Settings, disk: Disk = SYSTEM_DISK) -> None:
    """Replace the file: what differs from its default, and keys we do not know.

    Raises as `load_settings` does.
    """
    defaults, values = msgspec.to_builtins(default_settings()), msgspec.to_builtins(settings)
    unknown = {key: value for key, value in _read(path).items() if key not in values}
    # A default that is not written down follows the system, as when the home moves.
    chosen = {key: value for key, value in values.items() if value != defaults[key]}
    content = json.dumps({**unknown, **chosen}, indent=2, sort_keys=True)
    replace_file(path, content.encode() + b"\n", disk)


def _read(path: Path) -> dict[str, object]:
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as exc:
        raise storage_error(exc, path) from exc
    except (ValueError, RecursionError) as exc:
        raise CorruptStoreError(path, "it is not JSON") from exc
    if not isinstance(content, dict):
        raise CorruptStoreError(path, "it is not an object")
    return content


def _system_name() -> str:
    """Return the user's full name where the system knows it, else the login name."""
    try:
        login = getpass.getuser()
        if sys.platform == "win32":
            return login
        return pwd.getpwnam(login).pw_gecos.partition(",")[0] or login
    except (KeyError, OSError):
        # Nobody told this system who runs here, as in a bare container.
        return ""
