"""What the user says of themselves: a part of what `orders.Service` takes."""

from typing import Protocol

from byhand.domain.limits import RateLimits, Schedule
from byhand.domain.notification import Telling
from byhand.domain.profile import Visibility
from byhand.domain.retention import Retention


class ProfileOrders(Protocol):
    """What the user says of themselves."""

    @property
    def appearance(self) -> str:
        """The look that the user chose: one of domain.appearance.APPEARANCES."""

    @property
    def language(self) -> str:
        """The language that the user chose: "system", or one of domain.language.LANGUAGES."""

    def set_language(self, language: str, /) -> None:
        """Choose a language, from the next start on; UsageError for one that we do not speak."""

    def set_names(self, name: str, computer: str, /) -> None:
        """Change how we introduce ourselves, or say that it is right: we are new no more."""

    def set_downloads(self, folder: str, /) -> None:
        """Change where what arrives is saved."""

    def set_has_folders(self, has_folders: bool, /) -> None:
        """Save what arrives in a folder for each friend, or all in one."""

    def set_accepts_verified(self, accepts: bool, /) -> None:
        """Let files of verified friends in unasked, of those now and later, or ask about each.

        Said once more it changes nothing: what was said of single friends since stays.
        """

    def set_port(self, port: int, /) -> None:
        """Listen on another port from the next start on; UsageError for one that cannot be had."""

    def set_appearance(self, appearance: str, /) -> None:
        """Choose a look; UsageError for one that there is not."""

    def set_visible(self, seconds: float, /) -> None:
        """Show our name to people nearby for a while; 0 ends that."""

    def set_visibility(self, visibility: Visibility, /) -> None:
        """Choose whom we are announced to otherwise."""

    def set_limits(self, limits: RateLimits, /) -> None:
        """Say how fast bytes go and come, all together; UsageError for what cannot be."""

    def set_schedule(self, schedule: Schedule | None, /) -> None:
        """Say in which hours other limits hold, None for none; UsageError for what cannot be."""

    def set_at_once(self, count: int, /) -> None:
        """Say how many transfers go to one friend at once; UsageError for what cannot be."""

    def set_keeps_running(self, keeps_running: bool, /) -> None:
        """Say whether closing the window leaves Byhand running where there is a tray."""

    def set_knows_tray(self) -> None:
        """Take note that the user was told that closing the window leaves Byhand running."""

    def set_retention(self, retention: Retention, /) -> None:
        """Say how long the history is kept; what is older goes once that is saved."""

    def set_telling(self, telling: Telling, /) -> None:
        """Choose what notifications say."""

    def set_trusted(self, network_id: str, is_trusted: bool, /) -> None:
        """Always show our name on a network that we are in now, or not any more."""

    def export(self, path: str, passphrase: str, /) -> None:
        """Write identity and friends to a new file; BackupWritten or BackupFailed."""

    def read_backup(self, path: str, passphrase: str, /) -> None:
        """Say what such a file holds; BackupRead or BackupFailed."""
